package columns_test

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/guide/columns"
)

// Width may only be faster than ansi.StringWidth, never different.
func TestWidth(t *testing.T) {
	rows := []string{
		"", "Low back", "\x1b[1;38;2;1;2;3mbold\x1b[m and not", "●◐▲◇×■□○✓◆▌│━─›↓·…–“”’→½°", "é", "e\u0301", "漢字", "⚠️", "👍🏽", "a\tb", "\x1b]8;;x\x07link\x1b]8;;\x07",
		"a\u00adb", "©", "▟█▙", "\x1b[", "\x1b", "█\u0301", "x\u200by", "↔", "▪",
	}
	for r := rune(0xa1); r < 0x2700; r++ {
		rows = append(rows, string(r), "a"+string(r)+"b")
	}
	for _, s := range rows {
		if got, want := columns.Width(s), ansi.StringWidth(s); got != want {
			t.Errorf("Width(%q) = %d, want %d", s, got, want)
		}
	}
}
