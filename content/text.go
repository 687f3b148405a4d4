package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"unicode/utf8"
)

// The limits of a folder and of a file: far above what content needs, far below what would hurt.
const (
	maxFiles    = 4096     // in one folder
	maxTotal    = 32 << 20 // bytes of all files together
	maxBytes    = 1 << 20
	maxProblems = 100 // of one file; a broken file says enough with these
)

// text checks that data is text that can be shown: UTF-8 of a sane size, without control characters, and returns it with
// Unix line ends and without a byte order mark. What is wrong is reported; then the text must not be read on.
func (r *report) text(file string, layer int, data []byte) ([]byte, bool) {
	whole := &place{file: file, layer: layer}
	if len(data) > maxBytes {
		r.at(whole, "is larger than %d KiB", maxBytes>>10)
		return nil, false
	}
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		r.at(whole, "is UTF-16; save it as UTF-8")
		return nil, false
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	line, column, found := 1, 1, 0
	for rest := data; len(rest) > 0; {
		c, n := utf8.DecodeRune(rest)
		wrong := ""
		switch {
		case c == utf8.RuneError && n == 1:
			wrong = fmt.Sprintf("is not UTF-8 here (byte %02X); save it as UTF-8", rest[0])
		case forbidden(c):
			wrong = fmt.Sprintf("holds the control character U+%04X, which is not allowed; is it a text file?", c)
		}
		if wrong != "" {
			if found++; found > 5 {
				break
			}
			r.at(&place{file: file, line: line, column: column, layer: layer}, "%s", wrong)
		}
		if rest, column = rest[n:], column+1; c == '\n' {
			line, column = line+1, 1
		}
	}
	return data, found == 0
}

// forbidden reports characters that a terminal may act on or that hide what is read: C0 and C1 controls other than line
// feed and tab, line separators, and marks that change the direction of writing.
func forbidden(c rune) bool {
	switch {
	case c == '\n' || c == '\t':
		return false
	case c < 0x20, c >= 0x7f && c <= 0x9f:
		return true
	case c == 0x200e, c == 0x200f, c == 0x061c, c == 0x2028, c == 0x2029, c == 0xfeff:
		return true
	case c >= 0x202a && c <= 0x202e, c >= 0x2060 && c <= 0x206f, c >= 0xe0000 && c <= 0xe007f:
		return true
	}
	return false
}

// firstForbidden returns the first such character of s, or -1. An escape in YAML can bring one in.
func firstForbidden(s string) rune {
	for _, c := range s {
		if forbidden(c) {
			return c
		}
	}
	return -1
}

// readFile reads a file, up to one byte more than text allows. It opens regular files only: a pipe would block until something
// writes to it, and a device might never end.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is a pipe, a device or a folder, and must be a file")
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	return io.ReadAll(io.LimitReader(f, maxBytes+1))
}
