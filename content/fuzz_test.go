package content

import (
	"errors"
	"maps"
	"slices"
	"testing"
	"testing/fstest"
)

// Whatever a file holds, reading it ends, without a panic, in a library or in problems that can be printed.

func FuzzLoad(f *testing.F) {
	base := small(f)
	var names []string
	for name := range base {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		f.Add(uint(i), string(base[name].Data))
	}
	f.Fuzz(func(t *testing.T, n uint, data string) {
		files := maps.Clone(base)
		files[names[n%uint(len(names))]] = &fstest.MapFile{Data: []byte(data)}
		l, err := Load(files)
		if (l == nil) == (err == nil) {
			t.Fatal("neither a library nor problems")
		}
		printable(t, err)
	})
}

func FuzzAnswers(f *testing.F) {
	g := smallGuide(f)
	for _, s := range []string{
		"where: [back, neck]\nstart: slowly\nseverity: 2\n", `{"where": ["neck"], "history": "unsure"}`,
		"history/fever: unsure\n", "a: &x [*x]", "? [a]\n: b", "\xff\xfe", "start: yes", "%YAML 1.2\n---\na: 1",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := DecodeAnswers(g, "answers", data)
		printable(t, err)
		if err != nil {
			return
		}
		again, err := g.ParseLines(g.Lines(a))
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		if x, y := g.Lines(a), g.Lines(again); !slices.Equal(x, y) {
			t.Errorf("%q became %q", x, y)
		}
		g.Assess(a)
	})
}

func printable(t *testing.T, err error) {
	t.Helper()
	ps := Problems(nil)
	if err != nil && !errors.As(err, &ps) {
		t.Fatalf("%T is no list of problems", err)
	}
	for _, p := range ps {
		if c := firstForbidden(p.String()); c >= 0 || p.Message == "" {
			t.Errorf("problem %q holds U+%04X", p.String(), c)
		}
	}
}
