package content

import (
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"knead/guide/fixture"
)

var update = flag.Bool("update", false, "write what comes out into the test cases")

// small is a little content without problems.
func small(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	base := os.DirFS("testdata/small")
	err := fs.WalkDir(base, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(base, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestSmallLoads(t *testing.T) {
	l, err := Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(l.Knowledge.Therapies); n != 3 {
		t.Errorf("%d therapies, want 3", n)
	}
}

// TestProblems loads the small content with one thing wrong. A case is an archive: why it is wrong, what is changed, and
// every problem that must be told. "edit FILE" holds lines "old => new", "drop FILE" takes a file away, any other member
// is a file; files under pack/ are a folder laid over.
func TestProblems(t *testing.T) {
	cases, err := filepath.Glob("testdata/problems/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases:", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files, pack := small(t), fstest.MapFS{}
			a := readArchive(string(data))
			for member, lines := range a.members {
				change(t, files, pack, member, strings.TrimRight(strings.Join(lines, "\n"), "\n")+"\n")
			}
			var fsys fs.FS = files
			if len(pack) > 0 {
				fsys = Overlay(fsys, Within("pack", pack))
			}
			got := ""
			if _, err := Check(fsys, time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)); err != nil {
				got = err.Error()
			}
			want := strings.TrimSpace(strings.Join(a.members["want"], "\n"))
			if got == want {
				return
			}
			if !*update {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
				return
			}
			head, _, _ := strings.Cut(string(data), "-- want --\n")
			if err := os.WriteFile(name, []byte(head+"-- want --\n"+got+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func change(t *testing.T, files, pack fstest.MapFS, member, text string) {
	t.Helper()
	what, name, _ := strings.Cut(member, " ")
	switch {
	case member == "want":
	case what == "edit" || what == "drop":
		f := files[name]
		if f == nil {
			t.Fatalf("%s: no such file", member)
		}
		if what == "drop" {
			delete(files, name)
			return
		}
		for _, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
			from, to, ok := strings.Cut(line+" ", " => ")
			to = strings.TrimSuffix(to, " ")
			unescape := strings.NewReplacer(`\n`, "\n", `\t`, "\t")
			from, to = unescape.Replace(from), unescape.Replace(to)
			if !ok || !strings.Contains(string(f.Data), from) {
				t.Fatalf("%s: %q is not there", member, line)
			}
			f.Data = []byte(strings.Replace(string(f.Data), from, to, 1))
		}
	case strings.HasPrefix(member, "pack/"):
		pack[strings.TrimPrefix(member, "pack/")] = &fstest.MapFile{Data: []byte(text)}
	default:
		files[member] = &fstest.MapFile{Data: []byte(text)}
	}
}

// TestEveryLineMissing takes each line out of each file, or makes its value nonsense: there may be problems, but never a panic.
func TestEveryLineMissing(t *testing.T) {
	base := small(t)
	for name, file := range base {
		lines := strings.Split(string(file.Data), "\n")
		for i, line := range lines {
			if i%fixture.Times(4, 1) > 0 {
				continue
			}
			key, _, _ := strings.Cut(line, ": ")
			for _, instead := range []string{"", key + ": x"} {
				lines[i] = instead
				files := maps.Clone(base)
				files[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
				_, err := Load(files)
				printable(t, err)
			}
			lines[i] = line
		}
	}
}
