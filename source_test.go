package main_test

import (
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
)

// How the tests of the whole repository read its source.

// parse reads every package of the module but its tests and what is run by hand ("go:build ignore").
func parse(t *testing.T) map[string]*source {
	t.Helper()
	packages := map[string]*source{}
	eachGoFile(t, func(name string, text []byte) {
		if strings.HasSuffix(name, "_test.go") || ignored(text) {
			return
		}
		dir := path.Dir(name)
		if packages[dir] == nil {
			packages[dir] = &source{set: token.NewFileSet()}
		}
		p := packages[dir]
		tree, err := parser.ParseFile(p.set, name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			return
		}
		p.files = append(p.files, file{name, tree})
	})
	return packages
}

func ignored(text []byte) bool {
	for line := range strings.Lines(string(text)) {
		if expr, err := constraint.Parse(strings.TrimSpace(line)); err == nil {
			return expr.String() == "ignore"
		}
	}
	return false
}

// eachGoFile calls do for every Go file of the module, with its path from the top.
func eachGoFile(t *testing.T, do func(name string, text []byte)) {
	t.Helper()
	top := os.DirFS(root)
	err := fs.WalkDir(top, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		text, err := fs.ReadFile(top, name)
		if err == nil {
			do(name, text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
