// Command man writes what a package of Knead installs next to the program: a manual page for each command, and the completions of
// the shells. [Pages] makes the pages, from the same tree of commands that the program runs, so that neither can lag behind.
//
//	go run ./ui/cli/man DIR
//
// The same source gives the same bytes: the pages have no date.
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"knead/ui/cli"
)

func main() {
	if err := write(os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "man: %v\n", err)
		os.Exit(1)
	}
}

// write writes all files below a folder: man/knead.1 and so on for archives, the same compressed for packages, and completions.
func write(args []string) error {
	if len(args) != 1 {
		return errors.New("name the folder to write to: go run ./ui/cli/man DIR")
	}
	dir := args[0]
	for _, p := range Pages(cli.Commands()) {
		if err := file(filepath.Join(dir, "man", p.Name), []byte(p.Text)); err != nil {
			return err
		}
		packed, err := compressed([]byte(p.Text))
		if err != nil {
			return err
		}
		if err := file(filepath.Join(dir, "man", p.Name+".gz"), packed); err != nil {
			return err
		}
	}
	for shell, name := range map[string]string{"bash": "knead.bash", "zsh": "_knead", "fish": "knead.fish"} {
		var script, problem bytes.Buffer
		if code := cli.Main([]string{"completion", shell}, nil, strings.NewReader(""), &script, &problem); code != 0 {
			return fmt.Errorf("knead completion %s: %s", shell, problem.String())
		}
		if err := file(filepath.Join(dir, "completions", name), script.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

func file(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// compressed has neither a name nor a time in its header.
func compressed(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := io.Copy(w, bytes.NewReader(data)); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}
