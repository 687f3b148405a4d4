//go:build !linux

package keep

import (
	"errors"
	"os"
	"runtime"
)

// movesOpen is whether a file can be renamed while it is open.
const movesOpen = runtime.GOOS != "windows"

// unnamed fails: only Linux has files that are in no folder.
func unnamed(string) (file, error) { return nil, errors.ErrUnsupported }

func link(from, to string) error { return os.Link(from, to) }
