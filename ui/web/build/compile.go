package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Binary is the program that runs in the browser, and the script of the Go project that starts it.
type Binary struct{ WASM, Support []byte }

// compile compiles the program with the Go that is installed. What the environment says about builds is left out: it could change
// the bytes.
func compile() (Binary, error) {
	dir, err := os.MkdirTemp("", "knead-web-")
	if err != nil {
		return Binary{}, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	out := filepath.Join(dir, "knead.wasm")
	// Without inlining it is a sixteenth smaller to fetch, and fast enough.
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-gcflags=all=-l", "-ldflags", "-s -w -buildid=", "-o", out, "knead/ui/web/wasm")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "GOWASM=")
	if said, err := cmd.CombinedOutput(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return Binary{}, errors.New("the go command was not found; install Go, and run this in the folder of Knead's source")
		}
		return Binary{}, fmt.Errorf("compiling knead/ui/web/wasm: %w; run this in the folder of Knead's source\n%s", err, bytes.TrimSpace(said))
	}
	var b Binary
	if b.WASM, err = os.ReadFile(out); err != nil {
		return Binary{}, err
	}
	b.Support, err = support()
	return b, err
}

// support is wasm_exec.js, which belongs to the Go that compiled. Go 1.24 moved it.
func support() ([]byte, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	root := strings.TrimSpace(string(out))
	for _, folder := range []string{"lib", "misc"} {
		if script, err := os.ReadFile(filepath.Join(root, folder, "wasm", "wasm_exec.js")); err == nil {
			return script, nil
		}
	}
	return nil, fmt.Errorf("%s has no lib/wasm/wasm_exec.js: this Go came without the script that starts a program in the browser; install Go from go.dev", root)
}
