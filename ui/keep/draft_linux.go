package keep

import (
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// movesOpen is whether a file can be renamed while it is open.
const movesOpen = true

// unnamed opens a new private file that is in no folder yet. It fails where the disk has no such files, or where nothing
// could give it a name later.
func unnamed(dir string) (file, error) {
	fd, err := unix.Open(dir, unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, 0o600)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: dir, Err: err}
	}
	f := os.NewFile(uintptr(fd), "/proc/self/fd/"+strconv.Itoa(fd))
	if _, err := os.Stat(f.Name()); err != nil {
		_ = f.Close() // nothing is in it
		return nil, err
	}
	_ = lock(f) // before it has a name
	return f, nil
}

// link gives a file a further name. What has none yet is found through its descriptor, which is a symbolic link.
func link(from, to string) error {
	if err := unix.Linkat(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.AT_SYMLINK_FOLLOW); err != nil {
		return &os.LinkError{Op: "link", Old: from, New: to, Err: err}
	}
	return nil
}
