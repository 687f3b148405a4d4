package guide_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"knead/guide"
	"knead/guide/fixture"
)

// However a name is typed, it finds the same.
func TestFindInAnyForm(t *testing.T) {
	k := fixture.Knowledge()
	g, err := guide.New(&k, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"osteoporosis", "slipped disc", "blood clot", "burn"} {
		want := g.Find(name)
		if len(want) == 0 {
			t.Fatalf("%q is not found at all", name)
		}
		rapid.Check(t, func(t *rapid.T) {
			typed := fixture.Retyped(name, func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "pick") })
			if got := g.Find(typed); !reflect.DeepEqual(got, want) {
				t.Fatalf("%q finds %v, and %q %v", name, want, typed, got)
			}
			from, to := guide.Span("Blood clot now, and a "+name, typed)
			if from >= to {
				t.Fatalf("%q is not marked", typed)
			}
		})
	}
}
