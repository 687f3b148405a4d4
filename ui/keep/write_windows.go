package keep

import (
	"os"
	"path/filepath"
)

// write replaces the file in one step: a temporary file in the same folder, synced, then renamed.
func write(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".answers-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(data); err != nil {
		f.Close()
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
