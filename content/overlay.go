package content

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Overlay lays the folder top over base. Read as a plain file system, a file of top hides that of base; Load also merges
// the lists at the top by id, as the package's documentation says.
func Overlay(base, top fs.FS) fs.FS { return overlay{base, top} }

// Within puts a folder's name before the paths of its files, so that a problem reads "name/therapies/lomi-lomi.yaml:3:5: …".
func Within(name string, fsys fs.FS) fs.FS { return named{fsys, name} }

type named struct {
	fs.FS
	name string
}

type overlay struct{ base, top fs.FS }

// Open opens the upper file, or the lower where there is none. A folder is both folders.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.top.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		f, err = o.base.Open(name)
	}
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || !info.IsDir() {
		return f, err
	}
	entries, err := o.ReadDir(name)
	return &folder{f, entries}, err
}

// ReadDir lists the files of both.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	upper, err := fs.ReadDir(o.top, name)
	lower, lowerErr := fs.ReadDir(o.base, name)
	if err != nil && lowerErr != nil {
		return nil, err
	}
	for _, e := range lower {
		if !slices.ContainsFunc(upper, func(u fs.DirEntry) bool { return u.Name() == e.Name() }) {
			upper = append(upper, e)
		}
	}
	slices.SortFunc(upper, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return upper, nil
}

// folder is an open folder that lists the files of both.
type folder struct {
	fs.File
	entries []fs.DirEntry
}

// ReadDir gives the next entries, as fs.ReadDirFile asks.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(f.entries)
	} else if len(f.entries) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.entries))
	next := f.entries[:n]
	f.entries = f.entries[n:]
	return next, nil
}

// layers takes folders that lie over each other apart, the lowest first.
func layers(fsys fs.FS) []named {
	switch f := fsys.(type) {
	case overlay:
		return append(layers(f.base), layers(f.top)...)
	case named:
		inner := layers(f.FS)
		for i := range inner {
			inner[i].name = path.Join(f.name, inner[i].name)
		}
		return inner
	}
	return []named{{fsys, ""}}
}

// file is how a file of this folder is named in a problem.
func (n named) file(name string) string { return path.Join(n.name, name) }
