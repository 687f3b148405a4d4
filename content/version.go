package content

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strconv"
)

// Version returns what Load names the content of a folder: the day of the latest review of its pages, and a checksum over
// every file, as in "2026-11-28-86a90036". It reads the files without parsing them, so the built-in content need not carry a
// version that changes with every edit.
func Version(pages []Page, fsys fs.FS) (string, error) {
	sums, buffer := map[string]uint32{}, make([]byte, 32<<10)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }() // it was only read
		sum := crc32.NewIEEE()
		_, err = io.CopyBuffer(sum, f, buffer)
		sums[layerFile(0, name)] = sum.Sum32()
		return err
	})
	return version(pages, sums), err
}

// layerFile names a file of one of several folders laid over each other.
func layerFile(layer int, name string) string { return strconv.Itoa(layer) + "/" + name }

func version(pages []Page, sums map[string]uint32) string {
	day := ""
	for i := range pages {
		day = max(day, pages[i].Reviewed)
	}
	var all []byte
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		all = binary.BigEndian.AppendUint32(append(all, name...), sums[name])
	}
	return fmt.Sprintf("%s-%08x", day, crc32.ChecksumIEEE(all))
}
