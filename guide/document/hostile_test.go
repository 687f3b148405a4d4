package document_test

import (
	"strings"
	"testing"
	"time"

	"knead/guide/document"
)

// A text that means harm is read in about the time of any other of its size.
func TestHostileMarkdownIsReadInTime(t *testing.T) {
	for _, piece := range []string{"[@", "[@a\n", "[!", "> ", "- ", "[a](", "*a ", "**a_", "`", "| ", "\\", "&#", "<a ", "1. "} {
		start := time.Now()
		document.Read(strings.Repeat(piece, 2000))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q repeated takes %v", piece, took)
		}
	}
}
