package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"knead/ui/cli"
)

// pages are the pages by the name of their file.
func pages() map[string]string {
	all := map[string]string{}
	for _, p := range Pages(cli.Commands()) {
		all[p.Name] = p.Text
	}
	return all
}

func TestPagesNameEveryCommandAndFlag(t *testing.T) {
	all := pages()
	root := cli.Commands()
	for _, c := range append(root.Commands(), root) {
		if c.Hidden {
			continue
		}
		text := all[name(c)+".1"]
		if text == "" {
			t.Errorf("%s has no page", c.CommandPath())
			continue
		}
		for _, want := range []string{`.SH "NAME"`, `.SH "SYNOPSIS"`, `.SH "DESCRIPTION"`, `.SH "EXIT STATUS"`, `.SH "ENVIRONMENT"`, `.SH "SEE ALSO"`} {
			if !strings.Contains(text, want) {
				t.Errorf("%s.1 lacks %s", name(c), want)
			}
		}
		if c != root && c.IsAvailableCommand() && !strings.Contains(all["knead.1"], escaped(name(c)+"(1)")) {
			t.Errorf("knead.1 does not lead to %s", name(c))
		}
		flags := func(f *pflag.Flag) {
			_, usage := pflag.UnquoteUsage(f)
			if !f.Hidden && (!strings.Contains(text, escaped("--"+f.Name)+`\fR`) || !strings.Contains(text, escaped(usage[1:]))) {
				t.Errorf("%s.1 lacks --%s, or what it does", name(c), f.Name)
			}
		}
		c.LocalFlags().VisitAll(flags)
		c.InheritedFlags().VisitAll(flags)
		for line := range strings.Lines(c.Example) {
			if !strings.Contains(text, escaped(strings.TrimSpace(line))) {
				t.Errorf("%s.1 lacks the example %s", name(c), line)
			}
		}
	}
}

func TestPagesNameEveryExitCode(t *testing.T) {
	for name, text := range pages() {
		for _, code := range []string{"0", "1", "2", "129", "130", "131", "143"} {
			if !regexp.MustCompile(`\\fB([\d, ]*, )?` + code + `(, [\d, ]*)?\\fR`).MatchString(text) {
				t.Errorf("%s does not explain the exit code %s", name, code)
			}
		}
	}
}

// TestPagesNameEveryVariable looks for them in the source: a variable that is read must be explained.
func TestPagesNameEveryVariable(t *testing.T) {
	reads := regexp.MustCompile(`(?:environ\(\S+, |Getenv\(|LookupEnv\()"([A-Z_]+)"`)
	text := pages()["knead.1"]
	seen := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "termtest") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range reads.FindAllSubmatch(source, -1) {
			seen++
			if !strings.Contains(text, string(m[1])) {
				t.Errorf("%s reads %s, which knead.1 does not explain", path, m[1])
			}
		}
		return err
	})
	if err != nil || seen < 5 {
		t.Errorf("%d variables found in the source: %v", seen, err)
	}
}

// TestPagesAreRead has the readers of two kinds of systems complain.
func TestPagesAreRead(t *testing.T) {
	for _, reader := range [][]string{{"mandoc", "-T", "lint", "-W", "warning"}, {"groff", "-man", "-ww", "-z", "-K", "utf8"}} {
		if _, err := exec.LookPath(reader[0]); err != nil {
			continue
		}
		for name, text := range pages() {
			cmd := exec.Command(reader[0], reader[1:]...)
			cmd.Stdin = strings.NewReader(text)
			out, _ := cmd.CombinedOutput() // the exit code says what the output says
			for line := range bytes.Lines(out) {
				if !bytes.Contains(line, []byte("missing date")) { // on purpose: the same source gives the same bytes
					t.Errorf("%s: %s: %s", reader[0], name, line)
				}
			}
		}
	}
}

func TestSpecialCharactersStayText(t *testing.T) {
	r := &roff{}
	r.prose(".dot 'quoted' \\n\n\n  --flag  ~/x^y `z`\n  .indented")
	const want = `\&.dot \(aqquoted\(aq \en
.PP
.nf
.RS "2n"
\-\-flag  \(ti/x\(hay \(gaz\(ga
\&.indented
.RE
.fi
`
	if r.String() != want {
		t.Errorf("got\n%s\nwant\n%s", r, want)
	}
}

func TestFilesAreTheSameEachTime(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	for _, dir := range []string{one, two} {
		if err := write([]string{dir}); err != nil {
			t.Fatal(err)
		}
	}
	files := 0
	err := fs.WalkDir(os.DirFS(one), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		a, err := os.ReadFile(filepath.Join(one, path))
		b, err2 := os.ReadFile(filepath.Join(two, path))
		if err != nil || err2 != nil || len(a) == 0 || !bytes.Equal(a, b) {
			t.Errorf("%s differs, or is empty: %v, %v", path, err, err2)
		}
		return nil
	})
	if want := 2*len(pages()) + 3; err != nil || files != want {
		t.Errorf("%d files, want %d: %v", files, want, err)
	}
	if err := write(nil); err == nil {
		t.Error("writes without a folder")
	}
}
