package main_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var writeNotice = flag.Bool("notice", false, "write NOTICE anew, from the licences of the modules that are linked")

const noticeHead = `Knead is made available under the licence in LICENSE. The program holds code of the Go project and of the modules below;
their licences follow. This file is written by: go test . -run Notice -notice
`

// licences are what may be linked: permissive ones. By each stands a sentence that only it has.
var licences = map[string]string{
	"MIT":        "Permission is hereby granted, free of charge",
	"BSD":        "Redistribution and use in source and binary forms",
	"Apache 2.0": "Apache License",
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)(\.(md|txt))?$`)

// TestNotice holds that NOTICE has the licence of everything the program is made of, and of nothing else, for each system it
// is built for; and that all of them are permissive.
func TestNotice(t *testing.T) {
	var b strings.Builder
	b.WriteString(noticeHead)
	add := func(name, dir string) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		kind := ""
		for _, e := range entries {
			if !licenceFile.MatchString(e.Name()) {
				continue
			}
			text, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			for k, sentence := range licences {
				if strings.Contains(string(text), sentence) {
					kind = k
				}
			}
			b.WriteString("\n" + strings.Repeat("-", 100) + "\n" + name + "\n\n" + strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")) + "\n")
		}
		if kind == "" {
			t.Errorf("%s has no licence that is known to be permissive", name)
		}
	}
	goroot := run(t, "go", "env", "GOROOT")[0]
	if _, err := os.Stat(filepath.Join(goroot, "LICENSE")); err != nil {
		t.Skip("this Go came without its licence")
	}
	add("Go", goroot)
	modules := map[string]string{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		t.Setenv("GOOS", system)
		for _, line := range run(t, "go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", ".") {
			if name, dir, ok := strings.Cut(line, "\t"); ok {
				modules[name] = dir
			}
		}
	}
	names := make([]string, 0, len(modules))
	for name := range modules {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		add(name, modules[name])
	}
	path := filepath.Join(root, "NOTICE")
	if *writeNotice {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != b.String() {
		t.Error("NOTICE does not hold the licences of what is linked; go test . -run Notice -notice writes it again")
	}
}
