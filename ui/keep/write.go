package keep

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Error is a file that could not be read, written, or erased, with the reason.
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
// them: a file must then be there whole, old or new, and nothing of it where nobody looks.
type disk interface {
	MkdirAll(dir string, perm fs.FileMode) error
	Unnamed(dir string) (file, error) // a file without a name, of which nothing is left when the program ends
	CreateTemp(dir, pattern string) (file, error)
	Link(from, to string) error   // fails with fs.ErrExist where to is taken
	Rename(from, to string) error // takes the place of what was there, in one step
	Reserve(path string) error    // makes an empty file; fails with fs.ErrExist where path is taken
	Remove(path string) error
}

type file interface {
	Name() string // what Link takes; a path, unless the file has no name
	Write(data []byte) (int, error)
	Sync() error
	Close() error
}

// system is the file system of the machine.
type system struct{}

func (system) MkdirAll(dir string, perm fs.FileMode) error { return os.MkdirAll(dir, perm) }
func (system) Unnamed(dir string) (file, error)            { return unnamed(dir) }
func (system) Link(from, to string) error                  { return link(from, to) }
func (system) Rename(from, to string) error                { return os.Rename(from, to) }
func (system) Remove(path string) error                    { return os.Remove(path) }

// CreateTemp holds the file's lock until the file is closed or the program ends in any way, so that others can see that it is
// in use. On a disk without locks, the file never counts as abandoned.
func (system) CreateTemp(dir, pattern string) (file, error) {
	f, err := os.CreateTemp(dir, pattern)
	if err != nil {
		return nil, err
	}
	_ = lock(f)
	return f, nil
}

func (system) Reserve(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// draft is data on the disk that is not in its place yet.
type draft struct {
	file
	disk  disk
	path  string // what Link takes
	named bool   // the path is one in a folder
}

// attempt writes with a nameless draft, which leaves nothing behind in any case, and falls back to a named one if that is not
// possible.
func attempt(d disk, dir, stem string, data []byte, finish func(*draft) error) error {
	err := errors.ErrUnsupported
	for _, named := range []bool{false, true} {
		var w *draft
		if w, err = newDraft(d, dir, stem, data, named); err != nil {
			continue
		}
		err = finish(w)
		w.discard() // it has another name now, or is of no use
		if err == nil {
			return nil
		}
	}
	return err
}

// newDraft writes data into a new private file in the folder it is for. Nothing is left of it on failure.
func newDraft(d disk, dir, stem string, data []byte, named bool) (*draft, error) {
	w := &draft{disk: d, named: named}
	var err error
	if named {
		w.file, err = d.CreateTemp(dir, draftPattern(stem))
	} else {
		w.file, err = d.Unnamed(dir)
	}
	if err != nil {
		return nil, err
	}
	w.path = w.Name()
	_, err = w.Write(data)
	if err == nil {
		err = w.Sync()
	}
	if err == nil && !movesOpen {
		err = w.Close()
	}
	if err != nil {
		w.discard() // the first error is more useful
		return nil, err
	}
	return w, nil
}

// discard closes a draft, and removes what has its name.
func (w *draft) discard() {
	_ = w.Close() // what was written was synced
	if w.named {
		_ = w.disk.Remove(w.path)
	}
}

// replace moves the draft into place, and replaces any existing file.
func (w *draft) replace(path string) error {
	if !w.named {
		if err := w.disk.Link(w.path, path); !errors.Is(err, fs.ErrExist) {
			return err
		}
		if err := w.name(path); err != nil { // Rename moves only what has a name
			return err
		}
	}
	err := w.disk.Rename(w.path, path)
	w.named = err != nil // else nothing has that name anymore
	return err
}

// name gives a nameless draft a name next to the file it is for.
func (w *draft) name(beside string) error {
	dir, file := filepath.Split(beside)
	pattern := draftPattern(strings.TrimSuffix(file, filepath.Ext(file)))
	path := filepath.Join(dir, strings.Replace(pattern, "*", strconv.FormatUint(rand.Uint64(), 10), 1))
	err := w.disk.Link(w.path, path)
	if !errors.Is(err, fs.ErrExist) { // an error may come after it was done
		w.path, w.named = path, true
	}
	return err
}

// draftPattern is how a draft is named, as os.CreateTemp takes it: with a number in place of the star.
func draftPattern(stem string) string { return "." + stem + "-*" }

// isDraft reports whether a file is named like a draft.
func isDraft(name, stem string) bool {
	before, after, _ := strings.Cut(draftPattern(stem), "*")
	number, ok := strings.CutPrefix(name, before)
	number, end := strings.CutSuffix(number, after)
	return ok && end && number != "" && strings.Trim(number, "0123456789") == ""
}

// Sweep removes the drafts of a file that interrupted writes have left in a folder, and returns their paths. A draft that
// another Knead is writing stays.
func Sweep(dir, stem string) []string { return sweep(system{}, dir, stem) }

func sweep(d disk, dir, stem string) (swept []string) {
	folder, err := os.Open(dir)
	if err != nil {
		return nil // nothing can be there, or nothing can be done
	}
	defer func() { _ = folder.Close() }() // it was only read
	entries, _ := folder.ReadDir(-1)      // those that could be read
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if e.Type().IsRegular() && isDraft(e.Name(), stem) && abandoned(path) && d.Remove(path) == nil {
			swept = append(swept, path)
		}
	}
	return swept
}

// place gives a file that is in dir, or in no folder yet, a name that is free: the one asked for, or the next with a number.
// The old name may stay as well. Where the disk knows no links, as on most sticks, what has a name is moved, and the new one
// is held by an empty file for a moment.
func place(d disk, from, dir, name string, named bool) (string, error) {
	for path := range names(dir, name) {
		err := d.Link(from, path)
		if err != nil && !errors.Is(err, fs.ErrExist) && named {
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

// Result is the name of a saved result, without its ending.
const Result = "knead-result"

// New writes a file that was not there before, whole or not at all, and returns its full path. Where the name is taken, the
// next free one with a number is used: nothing is ever written over. Where a file of the name holds the same data already,
// nothing is written, and its path returned. An error is an *Error.
func New(dir, name string, data []byte) (string, error) { return create(system{}, dir, name, data) }

func create(d disk, dir, name string, data []byte) (string, error) {
	whole, err := filepath.Abs(dir)
	if err != nil { // the folder one is in is gone
		return "", wrong(filepath.Join(dir, name), err)
	}
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	sweep(d, whole, stem)
	path := there(whole, name, data)
	if path != "" {
		return path, nil
	}
	err = attempt(d, whole, stem, data, func(w *draft) (err error) {
		if path = there(whole, name, data); path == "" { // the first attempt may have done it all the same
			path, err = place(d, w.path, whole, name, w.named)
		}
		return err
	})
	if err != nil {
		return "", wrong(filepath.Join(whole, name), err)
	}
	return path, nil
}

// Reason describes an error for a row that may be cut at its end: the reason comes before the path.
func Reason(err error) string {
	if e := (*Error)(nil); errors.As(err, &e) {
		return e.Err.Error() + " (" + e.Path + ")"
	}
	return err.Error()
}
