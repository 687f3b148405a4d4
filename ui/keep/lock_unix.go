//go:build !windows

package keep

import (
	"os"
	"syscall"
)

// lock takes the file's lock, which is held until the file is closed or the program ends.
func lock(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

// abandoned reports whether nobody writes the file anymore: its lock is free.
func abandoned(path string) bool {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	return lock(f) == nil
}
