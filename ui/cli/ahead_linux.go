package cli

import "golang.org/x/sys/unix"

// dropInput drops what a terminal has received and nobody has read. It reports whether a whole line was among it.
func dropInput(fd uintptr) bool {
	n, err := unix.IoctlGetInt(int(fd), unix.TIOCINQ)
	return unix.IoctlSetInt(int(fd), unix.TCFLSH, unix.TCIFLUSH) == nil && err == nil && n > 0
}
