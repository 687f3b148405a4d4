package columns_test

import (
	"strings"
	"testing"

	"knead/guide/columns"
)

func TestASCII(t *testing.T) {
	for s, want := range map[string]string{
		"":              "",
		"plain\ttext\n": "plain\ttext\n",
		"“Łódź” – 38 °C… → İğne ×2":       `"Lodz" - 38 oC. > Igne x2`,
		"\x1b[1m●\x1b[0m ■□ ╭─╮ Şıtkı":    "\x1b[1m*\x1b[0m #- +-+ Sitki",
		"漢字 e\u0301 😀":                    "???? e ??",
		strings.Repeat("é", 3) + "\u200b": "eee",
	} {
		got := columns.ASCII(s)
		if got != want {
			t.Errorf("%q is written as %q, want %q", s, got, want)
		}
		if columns.Width(got) != columns.Width(s) {
			t.Errorf("%q takes %d columns, %q takes %d", s, columns.Width(s), got, columns.Width(got))
		}
	}
}

// TestEveryReplacementIsASCII holds the table to what it is read as: each sign is followed by its replacement.
func TestEveryLetterHasItsReplacement(t *testing.T) {
	for r := rune(0xc0); r < 0x180; r++ {
		got := columns.ASCII(string(r))
		if len(got) != 1 {
			t.Errorf("%c is written as %q", r, got)
		}
	}
}
