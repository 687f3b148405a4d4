// Package keep saves a person's answers between two sessions, if the person asks for it.
//
// [Default] returns the [Store] of this user. Store.Keep writes the answers, Store.Load reads them, and Store.Forget erases
// them together with anything that an interrupted write left.
//
// The file is private to the user, is written completely or not at all, and names the questionnaire that its answers belong to.
// Nothing else in Knead writes to the disk without being asked.
package keep

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"knead/guide"
)

// format is the version of the file's format. A file of a newer version is left alone. Version 1 did not record how questions
// were asked.
const format = 2

// The limits of a file of answers, far more than all answers take; a larger file is not ours.
const (
	maxSize  = 1 << 18
	maxLines = 1000
)

// The names in the folder.
const (
	fileName  = "answers.json"
	stem      = "answers"
	asideStem = stem + "-unreadable"
)

// Kept is what was kept.
type Kept struct {
	Format  int       `json:"format"`
	Content string    `json:"content"` // the version of the content
	Saved   time.Time `json:"saved"`
	guide.Record
}

// Store is the place of the file. The zero Store keeps nothing.
type Store struct {
	path string
	now  func() time.Time
	disk disk
}

// ErrNothing reports that nothing is kept.
var ErrNothing = errors.New("nothing is kept")

// Default is the store in the person's state folder, or the zero Store where this person has none; dir, when given, is used
// in its place.
func Default(dir string) Store {
	switch {
	case dir != "":
	case homeless():
		return Store{}
	default:
		dir = filepath.Join(xdg.StateHome, "knead")
	}
	return Store{path: filepath.Join(dir, fileName), now: time.Now, disk: system{}}
}

// homeless reports whether this person has no folder of their own: xdg would then name one for all, at the root.
func homeless() bool {
	_, err := os.UserHomeDir()
	return err != nil && os.Getenv("XDG_STATE_HOME") == "" || xdg.StateHome == ""
}

// Path is where the file is, or would be; "" for the zero Store.
func (s Store) Path() string { return s.path }

// Load reads the kept answers. It returns ErrNothing if the file does not exist, and an *Error if it cannot be used: it is
// damaged, not a regular file, or written by a newer version. It never changes the file.
func (s Store) Load() (Kept, error) {
	if s.path == "" {
		return Kept{}, ErrNothing
	}
	k, err := s.read()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Kept{}, ErrNothing
	case err != nil:
		return Kept{}, wrong(s.path, err)
	}
	return k, nil
}

func (s Store) read() (Kept, error) {
	if err := s.regular(); err != nil {
		return Kept{}, err
	}
	f, err := os.Open(s.path)
	if err != nil {
		return Kept{}, err
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	switch {
	case err != nil:
		return Kept{}, err
	case len(data) > maxSize:
		return Kept{}, fmt.Errorf("larger than %d KiB: this is not a file of answers", maxSize>>10)
	}
	var k Kept
	if err := json.Unmarshal(data, &k); err != nil {
		return Kept{}, fmt.Errorf("damaged: %w", err)
	}
	switch {
	case k.Format > format:
		return Kept{}, fmt.Errorf("written by a newer Knead (format %d, this one knows %d)", k.Format, format)
	case k.Format < 1 || len(k.Answers) == 0:
		return Kept{}, errors.New("damaged: it holds no answers")
	case len(k.Answers) > maxLines:
		return Kept{}, fmt.Errorf("damaged: it holds more than %d answers", maxLines)
	}
	return k, nil
}

// regular rejects anything but a regular file. Opening a pipe would wait forever, and writing through a link would change a
// file elsewhere.
func (s Store) regular() error {
	info, err := os.Lstat(s.path)
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a file")
	}
	return err
}

// Keep writes answers in place of what was kept: the old file or the new one is there whole, whenever it is interrupted. A
// file that Load cannot use keeps its content under another name, answers-unreadable.json. An error is an *Error.
func (s Store) Keep(contentVersion string, record guide.Record) error {
	if s.path == "" {
		return errors.New("there is no folder to keep them in")
	}
	if err := s.write(contentVersion, record); err != nil {
		return wrong(s.path, err)
	}
	return nil
}

func (s Store) write(contentVersion string, record guide.Record) error {
	if err := s.regular(); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	data, err := json.MarshalIndent(Kept{Format: format, Content: contentVersion, Saved: s.now().UTC().Truncate(time.Second), Record: record}, "", "  ")
	if err != nil {
		return err
	}
	dir := filepath.Dir(s.path)
	if err := s.disk.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	sweep(s.disk, dir, stem)
	setAside := sync.OnceValue(func() error {
		if _, unusable := s.Load(); unusable == nil || errors.Is(unusable, ErrNothing) {
			return nil
		}
		_, err := place(s.disk, s.path, dir, asideStem+filepath.Ext(fileName), true)
		if errors.Is(err, fs.ErrNotExist) {
			return nil // another Knead was faster
		}
		return err
	})
	return attempt(s.disk, dir, stem, append(data, '\n'), func(w *draft) error {
		if err := setAside(); err != nil {
			return err
		}
		return w.replace(s.path)
	})
}

// Sweep removes what interrupted writes have left next to the file, and returns the paths.
func (s Store) Sweep() []string {
	if s.path == "" {
		return nil
	}
	return sweep(s.disk, filepath.Dir(s.path), stem)
}

// Forget erases what is kept, what was set aside because it could not be read, and what an interrupted write has left. It
// returns the paths of what it erased; there may be none. An error is an *Error.
func (s Store) Forget() ([]string, error) {
	if s.path == "" {
		return nil, nil
	}
	if err := s.regular(); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, wrong(s.path, err)
	}
	dir := filepath.Dir(s.path)
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, wrong(dir, err)
	}
	var erased []string
	for _, e := range entries {
		name := e.Name()
		if !e.Type().IsRegular() || name != fileName && !strings.HasPrefix(name, asideStem) && !isDraft(name, stem) {
			continue
		}
		path := filepath.Join(dir, name)
		switch err := s.disk.Remove(path); {
		case err == nil:
			erased = append(erased, path)
		case !errors.Is(err, fs.ErrNotExist):
			return erased, wrong(path, err)
		}
	}
	return erased, nil
}
