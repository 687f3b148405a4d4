//go:build !windows

package keep

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// What stands in the place of the file is not opened, for a pipe would wait for ever, and neither followed nor erased.
func TestWhatIsNoFile(t *testing.T) {
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	must(t, os.WriteFile(elsewhere, []byte("not ours"), 0o600))
	for name, put := range map[string]func(string) error{
		"pipe":     func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"link":     func(path string) error { return os.Symlink(elsewhere, path) },
		"loop":     func(path string) error { return os.Symlink(path, path) },
		"no end":   func(path string) error { return os.Symlink("/dev/zero", path) },
		"dangling": func(path string) error { return os.Symlink(path+"-nowhere", path) },
	} {
		t.Run(name, func(t *testing.T) {
			s := store(t)
			must(t, os.MkdirAll(filepath.Dir(s.Path()), 0o700))
			must(t, put(s.Path()))
			if _, err := s.Load(); err == nil || err.Error() != s.Path()+": not a file" {
				t.Errorf("reading says %v", err)
			}
			if err := s.Keep("v", record("a: b")); err == nil || err.Error() != s.Path()+": not a file" {
				t.Errorf("writing says %v", err)
			}
			if _, err := s.Forget(); err == nil || err.Error() != s.Path()+": not a file" {
				t.Errorf("erasing says %v", err)
			}
			if data, err := os.ReadFile(elsewhere); err != nil || string(data) != "not ours" {
				t.Errorf("%q, %v", data, err)
			}
		})
	}
}
