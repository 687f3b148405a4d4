package guide_test

import (
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// Every reason says how its answer was given, and an option that another answer makes true is traced back to that answer.
func TestReasonsSayHowTheyWereAnswered(t *testing.T) {
	options := func(ids ...string) (o []knowledge.Option) {
		for _, id := range ids {
			o = append(o, knowledge.Option{ID: id, Label: "the " + id})
		}
		return o
	}
	k := &knowledge.Base{
		Questions: []knowledge.Question{
			{ID: "now", Title: "Now?", Kind: knowledge.Many, Options: options("chest", "numb", "none")},
			{ID: "kind", Title: "What kind?", Kind: knowledge.One, IfUnsure: []string{"pressure"}, Options: options("pressure", "sharp")},
			{ID: "ill", Title: "Ill?", Kind: knowledge.Many, Options: options("clot", "none")},
		},
		RedFlags: []knowledge.RedFlag{
			{ID: "numb", Level: knowledge.Urgent, When: knowledge.When{{"now/numb"}}},
			{ID: "heart", Level: knowledge.Emergency, When: knowledge.When{{"kind/pressure"}}},
			{ID: "clot", Level: knowledge.Urgent, When: knowledge.When{{"ill/clot"}}},
		},
	}
	k.Questions[2].Options[0].Also = knowledge.When{{"now/chest"}}
	g, err := guide.New(k, "")
	if err != nil {
		t.Fatal(err)
	}
	numb := guide.Said{Fact: "now/numb", Question: "Now?", Option: "the numb"}
	pressure := guide.Said{Fact: "kind/pressure", Question: "What kind?", Option: "the pressure"}
	clot := guide.Said{Fact: "ill/clot", Question: "Ill?", Option: "the clot"}
	chest := guide.Said{Fact: "now/chest", Question: "Now?", Option: "the chest", For: "ill/clot", As: "the clot"}
	as := func(s guide.Said, how guide.How) guide.Said { s.How = how; return s }
	tests := []struct {
		name, flag string
		lines      []string
		want       guide.Said
	}{
		{"chosen", "numb", []string{"now: numb"}, as(numb, guide.Chosen)},
		{"an option left open", "numb", []string{"now: none", "now/numb: unsure"}, as(numb, guide.NotSure)},
		{"a question left open", "numb", []string{"now: unsure"}, as(numb, guide.NotSure)},
		{"silence", "numb", nil, as(numb, guide.Unanswered)},
		{"chosen from one", "heart", []string{"kind: pressure"}, as(pressure, guide.Chosen)},
		{"the careful answer to not sure", "heart", []string{"kind: unsure"}, as(pressure, guide.Careful)},
		{"chosen, and implied as well", "clot", []string{"now: chest", "ill: clot"}, as(clot, guide.Chosen)},
		{"implied against an answer", "clot", []string{"now: chest", "ill: none"}, as(chest, guide.Chosen)},
		{"implied by what is open", "clot", []string{"now: none", "now/chest: unsure", "ill: none"}, as(chest, guide.NotSure)},
		{"open, and implied by silence", "clot", []string{"ill: unsure"}, as(clot, guide.NotSure)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, err := g.ParseLines(test.lines)
			if err != nil {
				t.Fatal(err)
			}
			x := g.Assess(a)
			because := map[string][]guide.Said{}
			for _, c := range x.Concerns {
				because[c.Flag.ID] = c.Because
			}
			for _, o := range x.Open {
				because[o.Flag.ID] = o.Because
			}
			if got := because[test.flag]; len(got) != 1 || got[0] != test.want {
				t.Errorf("got %+v\nwant %+v", got, test.want)
			}
		})
	}
}
