package line

import (
	"strings"
	"testing"
)

// What was entered before its question was written answers nothing where Ahead is there to drop it. A pipe has none.
func TestLinesAhead(t *testing.T) {
	const pasted = "3\nnone\nnone\n"
	dropped := 0
	out, text := run(t, Options{Ahead: func() bool { dropped++; return dropped == 1 }}, strings.NewReader(pasted))
	if got := g.Lines(out.Answers); strings.Join(got, "|") != "where: neck" {
		t.Errorf("a paste answers %q", got)
	}
	if n := strings.Count(text, "was not taken"); n != 2 { // before the first question, and the rest of the paste
		t.Errorf("it is told %d times that something was dropped:\n%s", n, tail(text))
	}
	out, _ = run(t, Options{}, strings.NewReader(pasted))
	if got := g.Lines(out.Answers); len(got) != 3 {
		t.Errorf("a pipe answers %q", got)
	}
}
