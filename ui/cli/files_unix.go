//go:build !windows

package cli

import (
	"fmt"
	"syscall"
)

// enoughFiles reports an error unless n more files can be opened. The Go runtime does not return an error when it cannot open the
// files that it needs to wait for input: it ends the program, which by then has put the terminal in raw mode.
func enoughFiles(n int) error {
	for range n {
		fd, err := syscall.Dup(0)
		if err != nil {
			return fmt.Errorf("knead needs %d more open files: %w; raise the limit with ulimit -n", n, err)
		}
		defer func() { _ = syscall.Close(fd) }()
	}
	return nil
}
