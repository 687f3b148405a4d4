package line

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/knowledge"
)

// A line is the same answer or the same command however it is typed: in full-width letters, with accents, with digits of another
// script, and with characters that have no width.
func TestLinesInAnyForm(t *testing.T) {
	q := whole(g.Role(knowledge.RolePlace).ID)
	n := newNamer(g, q, guide.Answer{}, lib)
	rapid.Check(t, func(t *rapid.T) {
		pick := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "pick") }
		at := pick(len(n.choices))
		for _, name := range []string{n.choices[at].label, strconv.Itoa(at + 1)} {
			line := take(fixture.Retyped(name, pick) + "\n")
			if line.problem != "" {
				t.Fatalf("%q: %s", name, line.problem)
			}
			if got, stray := n.read(line.text); stray != "" || len(got) != 1 || got[0].choice != n.choices[at] {
				t.Fatalf("%q is read as %+v, %q", line.text, got, stray)
			}
		}
		for word, c := range commands {
			if line := take(fixture.Retyped(word, pick)); word != "?" && commandOf(line.text) != c {
				t.Fatalf("%q is not %q", line.text, word)
			}
		}
	})
	for _, digit := range []string{"٣", "۳", "३", "๓", "３", "③"} {
		if line := take(digit); line.text != "3" {
			t.Errorf("%q is %q", digit, line.text)
		}
	}
	for _, hidden := range []string{"1\u202e2", "\u20661"} {
		if line := take(hidden); line.problem == "" {
			t.Errorf("%q is taken as %q", hidden, line.text)
		}
	}
}
