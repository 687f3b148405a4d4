package guide_test

import (
	"slices"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/knowledge"
)

// Overrules names what a blanket answer would take back, whether it is offered now or not; any other answer takes nothing back.
func TestOverrules(t *testing.T) {
	g := builtin.Guide()
	none, unsure := guide.Answer{Options: []string{knowledge.None}}, guide.Answer{Unsure: true}
	for _, c := range []struct {
		name, question string
		lines          []string
		answer         guide.Answer
		want           []string
	}{
		{"none over a sign", "now", []string{"where: neck", "now: chest, fever"}, none, []string{"chest", "fever"}},
		{"not sure over a sign", "now", []string{"where: neck", "now: chest"}, unsure, []string{"chest"}},
		{"over a sign that is not offered here", "signs", []string{"where: neck", "now: none", "signs: saddle"}, none, []string{"saddle"}},
		{"none over what is open", "now", []string{"where: neck", "now/chest: unsure"}, none, nil},
		{"none over none", "now", []string{"where: neck", "now: none"}, none, nil},
		{"none over not sure", "now", []string{"where: neck", "now: unsure"}, none, nil},
		{"another sign", "now", []string{"where: neck", "now: chest"}, guide.Answer{Options: []string{"fever"}}, nil},
		{"a single answer", "onset", []string{"where: neck", "onset: minutes"}, unsure, nil},
		{"no question", "nothing", nil, none, nil},
	} {
		a, err := g.ParseLines(c.lines)
		if err != nil {
			t.Fatal(err)
		}
		if got := ids(g.Resume(a).Overrules(c.question, c.answer)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func ids(options []*knowledge.Option) []string {
	var out []string
	for _, o := range options {
		out = append(out, o.ID)
	}
	return out
}

// Unnamed is what brought up health items of which none is said; what is left open, or follows from another answer, is said.
func TestUnnamed(t *testing.T) {
	g := builtin.Guide()
	for _, c := range []struct {
		lines []string
		want  []string
	}{
		{[]string{"risk: loose-joints", "health: none", "history: none"}, []string{"loose-joints"}},
		{[]string{"risk: loose-joints", "health: heart", "history: none"}, []string{"loose-joints", "heart"}},
		{[]string{"risk: loose-joints", "health: heart", "history: hypermobility-eds"}, []string{"heart"}},
		{[]string{"risk: loose-joints", "health: none", "history: none", "history/hypermobility-eds: unsure"}, nil},
		{[]string{"risk: loose-joints", "health: none", "history: unsure"}, nil},
		{[]string{"risk: loose-joints", "health: none"}, nil},
		{[]string{"risk: diabetes", "health: heart", "history: none"}, []string{"heart"}}, // diabetes is a health item itself
		{[]string{"risk: none", "health: none", "history: none"}, nil},
	} {
		a, err := g.ParseLines(append([]string{"where: neck", "now: none", "signs: none", "age: 50-59"}, c.lines...))
		if err != nil {
			t.Fatal(err)
		}
		if got := ids(g.Resume(a).Unnamed()); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.lines, got, c.want)
		}
	}
}

func TestNoneInWords(t *testing.T) {
	for _, c := range []struct {
		n      int
		others bool
		want   string
	}{
		{1, false, "None of these"},
		{1, true, "Not the other"},
		{2, false, "Neither of the two"},
		{2, true, "Neither of the two others"},
		{10, false, "None of the ten"},
		{10, true, "None of the ten others"},
	} {
		if got := guide.NoneOf(c.n, c.others); got != c.want {
			t.Errorf("%d, %v: %q, want %q", c.n, c.others, got, c.want)
		}
	}
	q := guide.Asked{Question: &knowledge.Question{Kind: knowledge.Many, Options: []knowledge.Option{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: knowledge.None, Label: "None of these"}}}}
	show := func(n int) guide.Asked {
		out := q
		for i := range n {
			out.Shown = append(out.Shown, &q.Options[i])
		}
		out.Shown = append(out.Shown, &q.Options[3])
		return out
	}
	for n, want := range []string{"None of these", "None of these", "None of these. I have read both.", "None of these. I have read all three."} {
		if got := show(n).NoneLabel(guide.Answer{}); got != want {
			t.Errorf("of %d: %q, want %q", n, got, want)
		}
	}
	if got := show(2).NoneLabel(guide.Answer{Open: []string{"a"}}); got != "None of the others" {
		t.Errorf("beside an open one: %q", got)
	}
}
