package keep

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// New writes a file that was not there before, whole or not at all, and returns its full path. Where the name is taken, the
// next free one with a number is used: nothing is ever written over.
func New(dir, name string, data []byte) (string, error) {
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	for n := 1; n < 1000; n++ {
		path := filepath.Join(dir, name)
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", stem, n, filepath.Ext(name)))
		}
		f, err := os.CreateTemp(dir, "."+stem+"-*")
		if err != nil {
			return "", err
		}
		err = fill(f, data)
		if err == nil {
			err = os.Link(f.Name(), path) // fails where the name is taken, and is never seen half written
		}
		_ = os.Remove(f.Name()) // the link stays
		switch {
		case err == nil:
			return filepath.Abs(path)
		case !errors.Is(err, fs.ErrExist):
			return "", err
		}
	}
	return "", fmt.Errorf("%s: a thousand files of that name are there", filepath.Join(dir, name))
}

func fill(f *os.File, data []byte) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
