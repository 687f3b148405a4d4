package handout

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/report"
	"knead/ui/keep"
	"knead/ui/termtest"
	"knead/ui/theme"
)

var (
	g    = builtin.Guide()
	lib  = builtin.Library()
	dark = theme.New(theme.Dark, false)
)

func result(t testing.TB, id string) guide.Assessment {
	t.Helper()
	for _, c := range lib.Cases {
		if c.ID == id {
			a, err := g.ParseLines(c.Answers)
			if err != nil {
				t.Fatal(err)
			}
			return g.Assess(a)
		}
	}
	t.Fatalf("no sample person %s", id)
	return guide.Assessment{}
}

// files is a folder in memory, or one that cannot be written to.
type files struct {
	names []string
	data  map[string]string
	err   error
}

func (f *files) save(name string, data []byte) (string, error) {
	if f.err != nil {
		return "", f.err
	}
	if f.data == nil {
		f.data = map[string]string{}
	}
	f.names, f.data[name] = append(f.names, name), string(data)
	return "/home/you/" + name, nil
}

func open(t testing.TB, save Save, w, h int) Model {
	m := New(g, lib, result(t, "lasting-back"), save, dark)
	m.SetClipboard(true)
	m.SetSize(w, h)
	return m
}

func press(m Model, keys ...string) (Model, []tea.Msg) {
	var out []tea.Msg
	for _, k := range keys {
		var cmd tea.Cmd
		if m, cmd = m.Update(termtest.Key(k)); cmd != nil {
			msg := cmd()
			out = append(out, msg)
			m, _ = m.Update(msg)
		}
	}
	return m, out
}

func text(m Model) string { return ansi.Strip(m.View()) }

func TestSave(t *testing.T) {
	f := &files{}
	m, _ := press(open(t, f.save, 80, 19), "enter", "down", "enter")
	if len(f.names) != 2 || f.names[0] != "knead-result.html" || f.names[1] != "knead-result.txt" {
		t.Fatalf("saved %v", f.names)
	}
	if !strings.HasPrefix(f.data["knead-result.html"], "<!doctype html>") || !strings.Contains(f.data["knead-result.txt"], "Do this now") {
		t.Errorf("saved %.100q and %.100q", f.data["knead-result.html"], f.data["knead-result.txt"])
	}
	if m.Note() != "Saved: /home/you/knead-result.txt" {
		t.Errorf("the note says %q", m.Note())
	}
	if !strings.Contains(f.data["knead-result.html"], `<body class="page">`) || !strings.Contains(f.data["knead-result.html"], `<svg class="body"`) {
		t.Error("the page is not the one for a visit, with its body map")
	}
	_, _ = press(m, "down", "down", "enter", "s") // large print, and once more
	if !strings.Contains(f.data["knead-result.html"], `class="page large"`) {
		t.Error("not large")
	}
	_, _ = press(m, "down", "down", "down", "enter", "s") // everything, and not large
	if strings.Contains(f.data["knead-result.html"], `class="page`) || !strings.Contains(f.data["knead-result.html"], "Your result") {
		t.Error("the page has not everything")
	}
	long := func(string, []byte) (string, error) {
		return "/home/" + strings.Repeat("long/", 20) + "\x1b[31mx.html", nil
	}
	if m, _ := press(open(t, long, 80, 19), "s"); !strings.HasSuffix(m.Note(), "[31mx.html") || ansi.StringWidth(m.Note()) > 72 || strings.Contains(m.Note(), "\x1b") {
		t.Errorf("the note says %q", m.Note())
	}
	f.err = errors.New("the disk is full")
	if m, _ = press(m, "s"); m.Note() != "Not saved: the disk is full" {
		t.Errorf("the note says %q", m.Note())
	}
}

// A page that is saved twice is written once: a key that is held down must not fill the folder with health answers. Another
// page, such as one in large print, is another file.
func TestSavingTwiceWritesOnce(t *testing.T) {
	dir := t.TempDir()
	save := func(name string, data []byte) (string, error) { return keep.New(dir, name, data) }
	m, _ := press(open(t, save, 200, 19), "s")
	if m.Note() != "Saved: "+filepath.Join(dir, "knead-result.html") {
		t.Errorf("the note says %q", m.Note())
	}
	for range 50 {
		m, _ = press(m, "enter")
	}
	if m.Note() != "Already saved: "+filepath.Join(dir, "knead-result.html") {
		t.Errorf("the note says %q", m.Note())
	}
	m, _ = press(m, "down", "down", "down", "enter", "s")
	if m.Note() != "Saved: "+filepath.Join(dir, "knead-result-2.html") {
		t.Errorf("large print: the note says %q", m.Note())
	}
	_, _ = press(open(t, save, 80, 19), "s") // the next time the screen is opened
	entries, err := os.ReadDir(dir)
	if len(entries) != 2 || err != nil {
		t.Errorf("there are %d files: %v", len(entries), err)
	}
}

// While a file is being written, the same key does nothing; a key for another file does.
func TestSavingTakesItsTime(t *testing.T) {
	f := &files{}
	m := open(t, f.save, 80, 19)
	key := func(m Model, code rune) (Model, tea.Cmd) {
		return m.Update(tea.KeyPressMsg{Code: code, Text: string(code)})
	}
	m, first := key(m, 's')
	m, second := key(m, 's')
	if first == nil || second != nil {
		t.Fatalf("the first key gives %t, the second %t", first != nil, second != nil)
	}
	m, _ = m.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	if _, other := m.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); other == nil {
		t.Error("the text cannot be saved while the page is")
	}
	m, _ = m.Update(first())
	if _, again := key(m, 's'); again == nil {
		t.Error("the page cannot be saved again")
	}
}

func TestSaveToNoFolder(t *testing.T) {
	dir := t.TempDir()
	missing := func(name string, data []byte) (string, error) {
		return keep.New(filepath.Join(dir, "no", "folder"), name, data)
	}
	if m, _ := press(open(t, missing, 80, 19), "s"); !strings.HasPrefix(m.Note(), "Not saved: ") {
		t.Errorf("the note says %q", m.Note())
	}
}

func TestNothingIsOfferedThatCannotBeDone(t *testing.T) {
	m := open(t, nil, 80, 19)
	m.SetClipboard(false)
	for _, word := range []string{"Save", "Copy", "Large"} {
		if strings.Contains(text(m), word) {
			t.Errorf("%s is offered:\n%s", word, text(m))
		}
	}
	m, out := press(m, "s", "y")
	if out != nil {
		t.Errorf("keys for them do something: %v", out)
	}
	if _, out = press(m, "esc"); len(out) != 1 || out[0] != (CloseMsg{}) {
		t.Errorf("esc gives %v", out)
	}
}

func TestCopy(t *testing.T) {
	m, out := press(open(t, nil, 80, 19), "y")
	if len(out) != 1 || reflect.TypeOf(out[0]).String() != "tea.setClipboardMsg" || !strings.Contains(fmt.Sprint(out[0]), "Do this now") {
		t.Errorf("sent %.100v", out)
	}
	if !strings.Contains(m.Note(), "Sent to the clipboard") || !strings.Contains(m.Note(), "refuses it") || strings.Contains(m.Note(), "Save as text") {
		t.Errorf("the note says %q", m.Note())
	}
}

// The code tells nothing of the person's health unless they say so, and then what they said.
func TestHealthInTheCode(t *testing.T) {
	m := New(g, lib, result(t, "thin-bones"), nil, dark)
	m.SetClipboard(true)
	m.SetSize(200, 55)
	if strings.Contains(strings.ToLower(told(m)), "bones") {
		t.Errorf("the code says %q", told(m))
	}
	m, _ = press(m, "down", "enter")
	if !strings.Contains(told(m), "Weak bones") || !strings.Contains(text(m), "Include health details: yes") {
		t.Errorf("the code says %q\n%s", told(m), text(m))
	}
}

// told is what all parts of the code say together. The library that draws them cannot read them; so the texts are cut again
// as they were, and compared with what is drawn.
func told(m Model) string {
	words := report.Short(m.g, m.a, m.history)
	if m.brief {
		words = report.Brief(m.g, m.a)
	}
	return words
}

// At every size the code is there whole or not at all, its parts say the text, and it stands within the window.
func TestCodeAtEverySize(t *testing.T) {
	for _, c := range lib.Cases {
		for _, alone := range []bool{false, true} {
			for w := 60; w <= 200; w += 7 {
				for _, h := range []int{16, 19, 25, 35, 55} {
					m := New(g, lib, result(t, c.ID), nil, dark)
					m.SetClipboard(true)
					m.SetSize(w, h)
					rows := h
					if alone {
						m, _ = press(m, "f")
						rows = h + frameRows
					}
					if m.Alone() != alone {
						t.Fatal("f does not work")
					}
					view := strings.Split(m.View(), "\n")
					if len(view) != rows {
						t.Fatalf("%s at %d × %d: %d rows", c.ID, w, h, len(view))
					}
					for _, row := range view {
						if ansi.StringWidth(row) > w {
							t.Fatalf("%s at %d × %d: a row of %d", c.ID, w, h, ansi.StringWidth(row))
						}
					}
					if len(m.codes) > mostParts {
						t.Fatalf("%s at %d × %d: %d parts", c.ID, w, h, len(m.codes))
					}
				}
			}
		}
	}
}

func TestParts(t *testing.T) {
	m := open(t, nil, 80, 19)
	n := len(m.codes)
	if n < 2 {
		t.Skip("one part only")
	}
	first := m.View()
	for range n {
		m, _ = press(m, "right")
	}
	if m.View() != first {
		t.Error("→ does not come round")
	}
	m, _ = press(m, "left")
	if !strings.Contains(oneLine(m), fmt.Sprintf("part %d of %d", n, n)) {
		t.Errorf("← does not go to the last:\n%s", text(m))
	}
	m, _ = press(m, "f")
	if m.part >= len(m.codes) || !m.Alone() {
		t.Error("the part is not one of the larger code")
	}
	if m, _ = press(m, "esc"); m.Alone() {
		t.Error("esc does not bring the choices back")
	}
}

func oneLine(m Model) string {
	var words []string
	for row := range strings.SplitSeq(text(m), "\n") {
		words = append(words, strings.Fields(ansi.Cut(row, 0, 34))...)
	}
	return strings.Join(words, " ")
}

func TestZeroModel(t *testing.T) {
	var m Model
	m.SetSize(80, 19)
	m, _ = m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	m.Header()
	m.ShortHelp()
	m.FullHelp()
	_ = m.View()
}

func BenchmarkKey(b *testing.B) {
	m := open(b, nil, 120, 35)
	keys := []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyUp}, {Code: tea.KeyRight}}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		m, _ = m.Update(keys[n%3])
		_ = m.View()
	}
}
