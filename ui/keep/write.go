package keep

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Error says which file could not be read, written or erased, and why.
type Error struct {
	Path string
	Err  error
}

func (e *Error) Error() string { return e.Path + ": " + e.Err.Error() }

func (e *Error) Unwrap() error { return e.Err }

// wrong is an error about a file, without the names of calls and temporary files.
func wrong(path string, err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		err = p.Err
	case errors.As(err, &l):
		err = l.Err
	}
	return &Error{path, err}
}

// disk is what writing asks of a file system. Each call may fail, and the program may end before, within or after any of
// them: a file must then be there whole, old or new.
type disk interface {
	MkdirAll(dir string, perm fs.FileMode) error
	CreateTemp(dir, pattern string) (file, error)
	Link(from, to string) error   // fails with fs.ErrExist where to is taken
	Rename(from, to string) error // takes the place of what was there, in one step
	Reserve(path string) error    // makes an empty file; fails with fs.ErrExist where path is taken
	Remove(path string) error
}

type file interface {
	Name() string
	Write(data []byte) (int, error)
	Sync() error
	Close() error
}

// system is the file system of the machine.
type system struct{}

func (system) MkdirAll(dir string, perm fs.FileMode) error  { return os.MkdirAll(dir, perm) }
func (system) CreateTemp(dir, pattern string) (file, error) { return os.CreateTemp(dir, pattern) }
func (system) Link(from, to string) error                   { return os.Link(from, to) }
func (system) Rename(from, to string) error                 { return os.Rename(from, to) }
func (system) Remove(path string) error                     { return os.Remove(path) }

func (system) Reserve(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// draft writes data into a new private file beside the one it is for, and returns its path. Nothing is left of it on failure.
func draft(d disk, dir, stem string, data []byte) (string, error) {
	f, err := d.CreateTemp(dir, "."+stem+"-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		_ = d.Remove(f.Name()) // the first error tells more
		return "", err
	}
	return f.Name(), nil
}

// place gives a file that stands in dir a name that is free: the one asked for, or the next with a number. The old name may
// stay as well. Where the disk knows no links, as on most sticks, the name is held by an empty file for a moment.
func place(d disk, from, dir, name string) (string, error) {
	for path := range names(dir, name) {
		err := d.Link(from, path)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			if err = d.Reserve(path); err == nil {
				if err = d.Rename(from, path); err != nil && empty(path) { // it may have been done all the same
					_ = d.Remove(path)
				}
			}
		}
		switch {
		case err == nil:
			return path, nil
		case !errors.Is(err, fs.ErrExist):
			return "", err
		}
	}
	return "", errors.New("a thousand files of that name are there")
}

// names are the paths that a file of this name may get: its own, or one with a number.
func names(dir, name string) iter.Seq[string] {
	ext := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	return func(yield func(string) bool) {
		more := yield(filepath.Join(dir, name))
		for n := 2; more && n < 1000; n++ {
			more = yield(filepath.Join(dir, fmt.Sprintf("%s-%d%s", stem, n, ext)))
		}
	}
}

// there returns the path of a file of this name that holds the data already, or "".
func there(dir, name string, data []byte) string {
	for path := range names(dir, name) {
		info, err := os.Lstat(path)
		if err != nil {
			return "" // the next free name, or a folder that cannot be read
		}
		if !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
			continue
		}
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			return path
		}
	}
	return ""
}

func empty(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() == 0
}

// New writes a file that was not there before, whole or not at all, and returns its full path. Where the name is taken, the
// next free one with a number is used: nothing is ever written over. Where a file of the name holds the same data already,
// nothing is written, and its path returned. An error is an *Error.
func New(dir, name string, data []byte) (string, error) { return create(system{}, dir, name, data) }

func create(d disk, dir, name string, data []byte) (string, error) {
	whole, err := filepath.Abs(dir)
	if err != nil { // the folder one is in is gone
		return "", wrong(filepath.Join(dir, name), err)
	}
	if path := there(whole, name, data); path != "" {
		return path, nil
	}
	temporary, err := draft(d, whole, strings.TrimSuffix(name, filepath.Ext(name)), data)
	if err != nil {
		return "", wrong(filepath.Join(whole, name), err)
	}
	path, err := place(d, temporary, whole, name)
	_ = d.Remove(temporary) // it has another name now, or is no use
	if err != nil {
		return "", wrong(filepath.Join(whole, name), err)
	}
	return path, nil
}

// Reason tells an error in a row that may be cut at its end: why comes before where.
func Reason(err error) string {
	if e := (*Error)(nil); errors.As(err, &e) {
		return e.Err.Error() + " (" + e.Path + ")"
	}
	return err.Error()
}
