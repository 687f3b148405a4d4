package cli

import "syscall"

// dropInput drops what the console has received and nobody has read. How much that was is not known: movements of the mouse
// count as well.
func dropInput(fd uintptr) bool {
	_, _, _ = syscall.NewLazyDLL("kernel32.dll").NewProc("FlushConsoleInputBuffer").Call(fd)
	return false
}
