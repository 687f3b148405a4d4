package content

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// nothing is what is said of a folder without anything of Knead in it.
const nothing = "contains no Knead content; a content folder contains dangers.yaml, facts.yaml, issuers.yaml, patterns.yaml, questions.yaml, sources.yaml, triage.yaml, wording.yaml or folders named body, cases, red-flags, terms, therapies, topics"

// A folder of content may be anything: what is no file is not opened, and no amount of it is read without end.
func TestHostileFolders(t *testing.T) {
	page := func(f fstest.MapFile) fstest.MapFS { return fstest.MapFS{"topics/rest.md": &f} }
	many := func(n, size int) fstest.MapFS {
		files := fstest.MapFS{}
		for i := range n {
			files[fmt.Sprintf("topics/rest-%04d.md", i)] = &fstest.MapFile{Data: []byte(strings.Repeat("x", size))}
		}
		return files
	}
	for _, c := range []struct {
		name  string
		files fstest.MapFS
		want  string // the last problem
		most  int    // problems
	}{
		{"a pipe", page(fstest.MapFile{Mode: fs.ModeNamedPipe}), "topics/rest.md: cannot be read: it is a pipe, a device or a folder, and must be a file", 1},
		{"a device", page(fstest.MapFile{Mode: fs.ModeDevice | fs.ModeCharDevice}), "topics/rest.md: cannot be read: it is a pipe, a device or a folder, and must be a file", 1},
		{"a large file", page(fstest.MapFile{Data: make([]byte, 5<<20)}), "topics/rest.md: is larger than 1024 KiB", 1},
		{
			"a long page",
			page(fstest.MapFile{Data: []byte("---\nid: rest\ntitle: Rest\ngroup: good-to-know\nsummary: Rest.\ndepth: full\nreviewed: 2026-11-20\nreview_by: 2027-11-20\n---\n\n" + strings.Repeat("[a](", maxPage))}),
			"topics/rest.md:11:1: the page has more than 48 KiB; make it two pages", 1,
		},
		{"many files", many(maxFiles+1, 1), "topics: holds 4097 files; more than 4096 are not read", 1},
		{"nothing", fstest.MapFS{}, ".: " + nothing, 1},
		{"a folder of something else", fstest.MapFS{"hosts": {Data: []byte("127.0.0.1")}, "ssl/cert.pem": {}}, ".: " + nothing, 1},
		{"an empty folder of the right name", fstest.MapFS{"topics": {Mode: fs.ModeDir}}, ".: " + nothing, 1},
		{
			"a link to a folder",
			fstest.MapFS{"topics": {Mode: fs.ModeSymlink, Data: []byte("elsewhere")}, "elsewhere/rest.md": {}},
			"topics: is a symbolic link, and links to folders are not followed; put the folder itself here", 2,
		},
		{
			"a link to nowhere",
			fstest.MapFS{"therapies": {Mode: fs.ModeSymlink, Data: []byte("nowhere")}},
			"therapies: is a symbolic link, and links to folders are not followed; put the folder itself here", 1,
		},
		{"a link with a wrong name", fstest.MapFS{"topic": {Mode: fs.ModeSymlink, Data: []byte("a.b")}, "a.b/rest.md": {}}, "topic: has no place here; did you mean topics?", 2},
		{"a file in place of a folder", fstest.MapFS{"cases": {}}, "cases: must be a folder; its files end in .yaml", 1},
		{"much", many(100, maxBytes), "topics/rest-0031.md: is not read, and none after it: all files together are larger than 32 MiB", 33},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(Overlay(small(t), c.files))
			problems, ok := errors.AsType[Problems](err)
			if !ok || len(problems) > c.most {
				t.Fatalf("%d problems: %v", len(problems), err)
			}
			if last := problems[len(problems)-1].String(); last != c.want {
				t.Errorf("the last problem is\n%s\nwant\n%s", last, c.want)
			}
		})
	}
}
