package line

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// tidy fails when text holds what a screen reader or a dumb terminal should not get: control characters, drawn lines, or a
// line that is too long. Only an address may be longer, and what a person typed, which is written behind the prompt.
func tidy(t testing.TB, text string, width int) {
	t.Helper()
	for _, r := range text {
		if r != '\n' && unicode.IsControl(r) || r == unicode.ReplacementChar || r >= 0x2500 && r < 0x25A0 || r >= 0x2800 && r < 0x2900 {
			t.Fatalf("holds %U", r)
		}
	}
	for _, l := range strings.Split(text, "\n") {
		typed := strings.HasPrefix(l, "Your answer: ") || strings.HasPrefix(l, "Your choice: ") || strings.HasPrefix(l, "Which: ")
		if ansi.StringWidth(l) > width && !strings.Contains(l, "://") && !typed {
			t.Fatalf("is wider than %d: %q", width, l)
		}
	}
}
