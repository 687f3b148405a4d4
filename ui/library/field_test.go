package library_test

import (
	"strings"
	"testing"
)

// A slash in a text field that is open and empty opens nothing, and is not looked for. Within words it is one of them.
func TestSlashInAnOpenField(t *testing.T) {
	r := browse(t, 80, 19).keys("/", "/").type_("gout")
	if !strings.Contains(r.screen(), "Find  gout") {
		t.Errorf("it looks for\n%s", r.screen())
	}
	if r = browse(t, 80, 19).keys("/").type_("and/or"); !strings.Contains(r.screen(), "Find  and/or") {
		t.Errorf("it looks for\n%s", r.screen())
	}
	if r = read(t, "swedish", 80, 19).keys("/", "/").type_("oil"); !strings.Contains(r.screen(), "Find  oil") {
		t.Errorf("in a page it looks for\n%s", r.screen())
	}
}

// So many and no more are found, whether by name or in the text.
func TestSearchIsBounded(t *testing.T) {
	for _, word := range []string{"a", "massage", "pain", "the", "s"} {
		r := browse(t, 80, 19).keys("/").type_(word)
		if strings.Contains(r.screen(), "the first") && !strings.Contains(r.screen(), "the first 60") {
			t.Errorf("%s: %s", word, r.rows()[0])
		}
	}
}

// In the contents of a page, PageDown goes down the parts.
func TestContentsByPages(t *testing.T) {
	r := read(t, "swedish", 80, 12).keys("c", "pgdown")
	first := read(t, "swedish", 80, 12).keys("c").bar()
	if got := r.bar(); got == first || got == "" {
		t.Errorf("the focus is on %q:\n%s", got, r.screen())
	}
	if got := r.keys("pgup").bar(); got != first {
		t.Errorf("the focus is on %q, not %q", got, first)
	}
}

// bar is the row with the focus.
func (r *reader) bar() string {
	for _, row := range r.rows() {
		if strings.Contains(row, dark.Signs.Bar+" ") {
			return row
		}
	}
	return ""
}

// Of a lone accent nothing is left to look for. It is found nowhere, and looking for it ends.
func TestFindWithoutLetters(t *testing.T) {
	for _, typed := range []string{"\u0301", "\u200d", "\u0301 \u0301"} {
		read(t, "swedish", 80, 19).keys("/", "/").type_(typed).keys("enter").shows("Swedish")
	}
}
