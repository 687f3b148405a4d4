// Package keep holds answers between two sessions, when the person asks for it: one private file, written whole or not at
// all, that says which questionnaire it belongs to. Nothing else of Knead writes to a disk unasked.
package keep

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"
)

// format is the version of the file's shape. A file of a newer one is left alone.
const format = 1

// maxSize is far more than all answers take; a larger file is not ours.
const maxSize = 1 << 20

// Kept is what was kept: answers as lines "question: option, option".
type Kept struct {
	Format  int       `json:"format"`
	Content string    `json:"content"` // the version of the questionnaire
	Saved   time.Time `json:"saved"`
	Answers []string  `json:"answers"`
}

// Store is the place of the file. The zero Store keeps nothing.
type Store struct {
	path string
	now  func() time.Time
}

// ErrNothing says that nothing is kept.
var ErrNothing = errors.New("nothing is kept")

// Default is the store in the person's state folder; dir, when given, is used in its place.
func Default(dir string) Store {
	if dir == "" {
		dir = filepath.Join(xdg.StateHome, "knead")
	}
	return Store{path: filepath.Join(dir, "answers.json"), now: time.Now}
}

// Path is where the file is, or would be.
func (s Store) Path() string { return s.path }

// Load reads what is kept. It returns ErrNothing where there is no file, and an error that names the file where it cannot be
// used: a newer version, a damaged file, one that is not a file. The file is never changed.
func (s Store) Load() (Kept, error) {
	var k Kept
	f, err := os.Open(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist), s.path == "":
		return k, ErrNothing
	case err != nil:
		return k, err
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	switch {
	case err != nil:
		return k, fmt.Errorf("%s: %w", s.path, err)
	case len(data) > maxSize:
		return k, fmt.Errorf("%s: larger than %d bytes: this is no file of answers", s.path, maxSize)
	}
	if err := json.Unmarshal(data, &k); err != nil {
		return Kept{}, fmt.Errorf("%s: damaged, and left as it is: %w", s.path, err)
	}
	switch {
	case k.Format > format:
		return Kept{}, fmt.Errorf("%s: written by a newer Knead (format %d, this one knows %d), and left as it is", s.path, k.Format, format)
	case k.Format < 1 || len(k.Answers) == 0:
		return Kept{}, fmt.Errorf("%s: damaged, and left as it is: it holds no answers", s.path)
	}
	return k, nil
}

// Keep writes answers in place of what was kept: the old file or the new one is there whole, whenever it is interrupted. A
// file that Load cannot use is moved aside first, never overwritten.
func (s Store) Keep(contentVersion string, answers []string) error {
	if s.path == "" {
		return errors.New("there is no place to keep answers")
	}
	if _, err := s.Load(); err != nil && !errors.Is(err, ErrNothing) {
		if err := s.setAside(); err != nil {
			return err
		}
	}
	data, err := json.MarshalIndent(Kept{Format: format, Content: contentVersion, Saved: s.now().UTC().Truncate(time.Second), Answers: answers}, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return err
	}
	return write(s.path, append(data, '\n'))
}

// setAside renames a file that cannot be used, so that it can be looked at.
func (s Store) setAside() error {
	if info, err := os.Lstat(s.path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: is not a file, and left as it is", s.path)
	}
	return os.Rename(s.path, s.path+"."+s.now().UTC().Format("20060102T150405")+".unreadable")
}

// Forget erases what is kept. It is no error when there is nothing.
func (s Store) Forget() error {
	if info, err := os.Lstat(s.path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: is not a file, and left as it is", s.path)
	}
	err := os.Remove(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
