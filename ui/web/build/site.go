package main

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"

	"knead/content"
	"knead/content/builtin"
	"knead/content/builtin/core"
	"knead/guide/report"
	"knead/ui/web"
)

// Options say how to build.
type Options struct {
	Quick   bool                   // compress less
	Compile func() (Binary, error) // makes the program that runs in the browser
	Out     io.Writer              // for the sizes
}

// site is the files of the web edition, by path with slashes.
type site map[string][]byte

// Build writes the web edition to a folder. It must be new, empty, or hold an earlier build, which is replaced.
func Build(dir string, o Options) error {
	old, err := earlier(dir)
	if err != nil {
		return err
	}
	s, err := pages(builtin.Library())
	if err != nil {
		return err
	}
	program, err := o.Compile()
	if err != nil {
		return err
	}
	s["knead.wasm"], s["wasm_exec.js"] = program.WASM, program.Support
	if s[packed], err = squeeze(program.WASM); err != nil {
		return err
	}
	if err := s.addWorker(s.stamp()); err != nil {
		return err
	}
	if err := s.addCopies(o.Quick); err != nil {
		return err
	}
	if err := s.write(dir, old); err != nil {
		return err
	}
	_, err = fmt.Fprintln(o.Out, s.sizes())
	return err
}

// pages are the files that need no compiler.
func pages(l *content.Library) (site, error) {
	o := web.Options{Guide: core.Guide(), Figure: core.Figure(), Purpose: report.Purpose}
	s := site{"index.html": []byte(web.Index(o, l.Version()))}
	err := fs.WalkDir(web.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s[name], err = fs.ReadFile(web.Files(), name)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, add := range []func() error{s.addIcons, s.addManifest, func() error { return s.addLibrary(l) }} {
		if err := add(); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// names are the paths, sorted.
func (s site) names() []string { return slices.Sorted(maps.Keys(s)) }

// sizes are what a visit transfers, in words.
func (s site) sizes() string {
	kib := func(n int) string { return fmt.Sprintf("%d KiB", (n+1023)/1024) }
	return fmt.Sprintf("%d files; the program: %s, as it is fetched %s, with brotli %s",
		len(s), kib(len(s["knead.wasm"])), kib(len(s[packed])), kib(len(s["knead.wasm.br"])))
}
