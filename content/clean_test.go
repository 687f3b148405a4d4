package content

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"knead/guide/document"
	"knead/guide/fixture"
)

// What a terminal may act on, or what hides what is read, never gets out of the loader: later nothing looks for it again.
func TestLoaderRefusesWhatCannotBeShown(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r > 0x20000 && r < 0xE0000 && r%64 > 0 && !fixture.Thorough() { // ideographs, and what is not assigned
			continue
		}
		if r >= 0xD800 && r <= 0xDFFF || unicode.IsSpace(r) { // no characters; and what becomes a blank
			continue
		}
		if kept := document.Clean("a" + string(r) + "b"); kept == "ab" && !forbidden(r) {
			t.Errorf("%U would be dropped when it is shown, and the loader lets it in", r)
		}
	}
	// Written as they are, or as an escape of YAML; a page may also spell one as an entity of HTML.
	for _, escape := range []string{"\x1b[31m", `\e]0;x\a`, `\u009b31m`, `\u202e`} {
		folder := Overlay(small(t), fstest.MapFS{"sources.yaml": {Data: fmt.Appendf(nil, "sources:\n  - id: x\n    title: \"A %s title\"\n", escape)}})
		if _, err := Load(folder); err == nil || !strings.Contains(err.Error(), "control character") {
			t.Errorf("%q is let in: %v", escape, err)
		}
	}
}

// Words keep one form from the loader on: no line ends and no runs of blanks, which would tear rows of a screen.
func TestLoadedWordsAreClean(t *testing.T) {
	l := read(Files)
	l.texts(func(s spot, text string, p *place) {
		if clean := document.Clean(text); clean != text {
			t.Errorf("%s:%d: %v is shown as %q", p.file, p.line, s, clean)
		}
	})
}
