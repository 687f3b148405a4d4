//go:build !windows && !linux && !darwin && !dragonfly && !freebsd && !netbsd && !openbsd

package cli

// dropInput does nothing: here it is not known how.
func dropInput(uintptr) bool { return false }
