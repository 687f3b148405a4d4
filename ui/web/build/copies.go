package main

import (
	"bytes"
	"compress/gzip"
	"path"
	"slices"

	"github.com/andybalholm/brotli"
)

// packed is the program compressed with gzip, which the page unpacks. Most static hosts send a program as it is, which is six times
// as much; and under this name none says that it is compressed, so that every browser gets the same bytes.
const packed = "knead.bin"

// compressible are the kinds of files that get smaller.
var compressible = []string{".html", ".css", ".js", ".json", ".svg", ".wasm", ".webmanifest"}

// addCopies adds a copy with brotli and one with gzip of every file that gets smaller, for hosts that serve these.
func (s site) addCopies(quick bool) error {
	quality := brotli.BestCompression
	if quick {
		quality = 4
	}
	for _, name := range s.names() {
		if !slices.Contains(compressible, path.Ext(name)) {
			continue
		}
		var b bytes.Buffer
		w := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: quality, LGWin: 24})
		if _, err := w.Write(s[name]); err != nil {
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
		s[name+".br"] = b.Bytes()
		z, err := squeeze(s[name])
		if err != nil {
			return err
		}
		s[name+".gz"] = z
	}
	return nil
}

// squeeze compresses with gzip, without a name or a time.
func squeeze(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
