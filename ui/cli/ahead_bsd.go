//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package cli

import "golang.org/x/sys/unix"

// dropInput drops what a terminal has received and nobody has read. It reports whether a whole line was among it.
func dropInput(fd uintptr) bool {
	const (
		waiting = 0x4004667f // FIONREAD
		input   = 1          // FREAD
	)
	n, err := unix.IoctlGetInt(int(fd), waiting)
	return unix.IoctlSetPointerInt(int(fd), unix.TIOCFLUSH, input) == nil && err == nil && n > 0
}
