package keep

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"knead/guide"
)

func store(t *testing.T) Store {
	t.Helper()
	s := Default(filepath.Join(t.TempDir(), "state"))
	s.now = func() time.Time { return time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC) }
	return s
}

func record(lines ...string) guide.Record { return guide.Record{Answers: lines} }

func TestRoundTripIsPrivate(t *testing.T) {
	s := store(t)
	if _, err := s.Load(); !errors.Is(err, ErrNothing) {
		t.Fatalf("before anything was kept: %v", err)
	}
	if err := s.Keep("v1", record("where: neck")); err != nil {
		t.Fatal(err)
	}
	k, err := s.Load()
	if err != nil || k.Content != "v1" || len(k.Answers) != 1 || k.Answers[0] != "where: neck" {
		t.Fatalf("%+v, %v", k, err)
	}
	if runtime.GOOS != "windows" {
		for path, want := range map[string]os.FileMode{s.Path(): 0o600, filepath.Dir(s.Path()): 0o700} {
			info, err := os.Stat(path)
			if err != nil || info.Mode().Perm() != want {
				t.Errorf("%s: %v, want %v (%v)", path, info.Mode().Perm(), want, err)
			}
		}
	}
	if erased, err := s.Forget(); err != nil || !slices.Equal(erased, []string{s.Path()}) {
		t.Fatal(erased, err)
	}
	if _, err := s.Load(); !errors.Is(err, ErrNothing) {
		t.Fatalf("after forgetting: %v", err)
	}
	if erased, err := s.Forget(); err != nil || len(erased) > 0 {
		t.Errorf("forgetting nothing: %v, %v", erased, err)
	}
}

// What cannot be read is told, kept beside, and never overwritten.
func TestUnusableFiles(t *testing.T) {
	for name, test := range map[string]struct{ data, says string }{
		"truncated":  {`{"format": 1, "answers": ["wh`, "damaged"},
		"junk":       {"\x00\x01\x02", "damaged"},
		"empty":      {"", "damaged"},
		"newer":      {`{"format": 99, "answers": ["a: b"]}`, "newer"},
		"no answers": {`{"format": 1}`, "no answers"},
		"too many":   {`{"format": 1, "answers": ["` + strings.Repeat(`a","`, maxLines) + `"]}`, "more than"},
		"nested":     {strings.Repeat("[", 1<<17), "damaged"},
		"huge":       {strings.Repeat(" ", maxSize+1), "larger"},
	} {
		t.Run(name, func(t *testing.T) {
			s := store(t)
			if err := os.MkdirAll(filepath.Dir(s.Path()), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.Path(), []byte(test.data), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Load(); err == nil || !strings.Contains(err.Error(), test.says) || !strings.Contains(err.Error(), s.Path()) {
				t.Errorf("says %v", err)
			}
			if err := s.Keep("v2", record("where: neck")); err != nil {
				t.Fatal(err)
			}
			aside := filepath.Join(filepath.Dir(s.Path()), "answers-unreadable.json")
			if data, err := os.ReadFile(aside); err != nil || string(data) != test.data {
				t.Errorf("what was there is changed: %v", err)
			}
			if k, err := s.Load(); err != nil || k.Content != "v2" {
				t.Errorf("%+v, %v", k, err)
			}
			if erased, err := s.Forget(); err != nil || len(erased) != 2 {
				t.Errorf("erased %v, %v; what was set aside may tell as much", erased, err)
			}
		})
	}
}

func TestAFolderInPlaceOfTheFile(t *testing.T) {
	s := store(t)
	if err := os.MkdirAll(filepath.Join(s.Path(), "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Load(); err == nil {
		t.Error("a folder was read")
	}
	if _, err := s.Forget(); err == nil {
		t.Error("a folder was erased")
	}
	if err := s.Keep("v1", record("where: neck")); err == nil {
		t.Error("a folder was moved")
	}
	if _, err := os.Stat(filepath.Join(s.Path(), "inside")); err != nil {
		t.Error("the folder was touched")
	}
}

func TestNewNeverWritesOver(t *testing.T) {
	dir := t.TempDir()
	for i, want := range []string{"result.html", "result-2.html", "result-3.html"} {
		path, err := New(dir, "result.html", []byte{byte('a' + i)})
		if err != nil || filepath.Base(path) != want {
			t.Fatalf("%s, %v; want %s", path, err, want)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, "result.html"))
	if err != nil || string(data) != "a" {
		t.Errorf("the first file now holds %q (%v)", data, err)
	}
	for i, want := range []string{"result.html", "result-2.html", "result-3.html"} { // the same once more
		path, err := New(dir, "result.html", []byte{byte('a' + i)})
		if err != nil || filepath.Base(path) != want {
			t.Errorf("saved again it is %s, %v; want %s", path, err, want)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 3 {
		t.Errorf("%d files are left, want 3", len(entries))
	}
	if _, err := New(filepath.Join(dir, "missing"), "x.txt", nil); err == nil {
		t.Error("a folder that is not there was written to")
	}
}
