package content

import (
	"testing"

	"knead/guide/knowledge"
)

// Lists show what sets a finding apart, so every finding has a note, and what was not studied has none.
func TestEveryFindingHasANote(t *testing.T) {
	l, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	for _, therapy := range l.Knowledge.Therapies {
		for _, e := range therapy.Evidence {
			if claims := e.Direction != knowledge.DirectionUnknown; claims != (e.Note != "") {
				t.Errorf("%s, %s: the direction is %s, and the note is %q", therapy.ID, e.Pattern, e.Direction, e.Note)
			}
		}
	}
}
