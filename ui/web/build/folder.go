package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// list is the file that names the files of a build, so that the next build recognizes them.
const list = "files.txt"

// earlier returns the files of an earlier build in the folder. It refuses a folder in which there is anything else.
func earlier(dir string) ([]string, error) {
	switch info, err := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file; name a folder", dir)
	}
	known, err := os.ReadFile(filepath.Join(dir, list))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	names := strings.Fields(string(known))
	var found []string
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		if name != list && !slices.Contains(names, name) {
			return fmt.Errorf("%s has %s, which is not from an earlier build; name an empty folder or a new one", dir, name)
		}
		found = append(found, name)
		return nil
	})
	return found, err
}

// write writes the site, and removes what only the earlier build had. The list is written first, so that a build that was
// interrupted can be repeated.
func (s site) write(dir string, old []string) error {
	names := s.names()
	listed := slices.Compact(slices.Sorted(slices.Values(slices.Concat(names, old))))
	listed = slices.DeleteFunc(listed, func(name string) bool { return name == list })
	put := func(name string, data []byte) error {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { //nolint:gosec // a web server reads it
			return err
		}
		return os.WriteFile(path, data, 0o644) //nolint:gosec // a web server reads it
	}
	if err := put(list, []byte(strings.Join(listed, "\n")+"\n")); err != nil {
		return err
	}
	for _, name := range names {
		if err := put(name, s[name]); err != nil {
			return err
		}
	}
	for _, name := range listed {
		if s[name] == nil {
			if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return put(list, []byte(strings.Join(names, "\n")+"\n"))
}
