package guide_test

import (
	"slices"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// small is knowledge of a handful of facts, in which every rule of the assessment can be seen by itself.
func small() *knowledge.Base {
	options := func(ids ...string) (out []knowledge.Option) {
		for _, id := range ids {
			out = append(out, knowledge.Option{ID: id, Label: id})
		}
		return out
	}
	history := options("bones", "skin", "graft", knowledge.None)
	history[1].Scope, history[1].Places = knowledge.ScopeLocal, []string{"where/leg"}
	history[2].Scope = knowledge.ScopeLocal // where it lies is not asked
	return &knowledge.Base{
		Questions: []knowledge.Question{
			{ID: "where", Title: "Where?", Kind: knowledge.Many, Options: options("leg", "arm", knowledge.None)},
			{ID: "signs", Title: "Signs?", Kind: knowledge.Many, Options: options("numb", "weak", "odd", knowledge.None)},
			{ID: "feel", Title: "How?", Kind: knowledge.Many, Options: options("tight", "sore", knowledge.None)},
			{ID: "history", Role: knowledge.RoleHistory, Title: "Illness?", Kind: knowledge.Many, Options: history},
			{ID: "matters", Title: "What matters?", Kind: knowledge.Many, Options: options("firm", "light", knowledge.None)},
		},
		Derived: []knowledge.Derived{
			{ID: "is/sign", Any: []string{"signs/numb", "signs/weak", "signs/odd"}},
			{ID: "is/two", AtLeast: 2, Of: []string{"signs/numb", "signs/weak", "signs/odd"}},
		},
		RedFlags: []knowledge.RedFlag{
			{ID: "odd", Level: knowledge.ClinicianFirst, When: knowledge.When{{"signs/odd"}}, Meaning: "odd", Sources: []string{"s"}},
			{ID: "weak", Level: knowledge.Urgent, When: knowledge.When{{"signs/weak", "not where/none"}}, Question: "weak?", Sources: []string{"s"}},
			{ID: "two", Level: knowledge.Emergency, When: knowledge.When{{"is/two"}}, Sources: []string{"s"}},
		},
		Patterns: []knowledge.Pattern{
			{ID: "leg", When: knowledge.When{{"where/leg"}}},
			{ID: "any", When: knowledge.When{{"where/arm"}, {"where/leg"}}},
		},
		Therapies: []knowledge.Therapy{
			{ID: "rub", Name: "Rub", Kind: knowledge.Massage, HandsOn: true, Verdicts: verdicts(knowledge.Avoid, knowledge.AskFirst, knowledge.AskFirst)},
			{ID: "walk", Name: "Walk", Kind: knowledge.SelfHelp, Verdicts: verdicts(knowledge.OK, knowledge.Caution, knowledge.OK)},
			{ID: "knead", Name: "Knead", Kind: knowledge.Massage, HandsOn: true, Nearest: "rub"},
		},
	}
}

func verdicts(bones, skin, graft knowledge.Verdict) []knowledge.Contraindication {
	return []knowledge.Contraindication{
		{History: "bones", Verdict: bones, Reason: "bones break", Adaptation: "gently"},
		{History: "skin", Verdict: skin, Reason: "skin tears", Adaptation: "around it"},
		{History: "graft", Verdict: graft, Reason: "grafts move", Adaptation: "around it"},
	}
}

func compiled(t *testing.T, k *knowledge.Base) *guide.Guide {
	t.Helper()
	g, err := guide.New(k, "")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// well is somebody with a sore arm and nothing else; lines say what is different. A line without an answer takes it out.
func well(t *testing.T, g *guide.Guide, lines ...string) guide.Answers {
	t.Helper()
	a := guide.Answers{}
	for _, q := range g.Knowledge().Questions {
		a[q.ID] = guide.Answer{Options: []string{knowledge.None}}
	}
	a["where"] = guide.Answer{Options: []string{"arm"}}
	for _, line := range lines {
		if q, missing := strings.CutSuffix(line, ":"); missing {
			a = a.Without(q)
			continue
		}
		b, err := g.ParseLines([]string{line})
		if err != nil {
			t.Fatal(err)
		}
		for q, x := range b {
			if len(x.Open) > 0 {
				x.Options = a[q].Options
			}
			a = a.With(q, x)
		}
	}
	return a
}

func matchOf(t *testing.T, a guide.Assessment, id string) guide.Match {
	t.Helper()
	for _, m := range a.Matches {
		if m.Therapy.ID == id {
			return m
		}
	}
	t.Fatalf("no %s among the therapies", id)
	return guide.Match{}
}

// The verdict for one history item, as it counts: a yes counts in full, an unknown as a caution where a yes would be
// stricter than that, a no not at all. A local one is softened where the place does not hurt.
func TestVerdict(t *testing.T) {
	for _, test := range []struct {
		therapy string
		lines   string
		want    knowledge.Verdict
		local   guide.Local
	}{
		{"rub", "", knowledge.OK, 0},
		{"rub", "history: bones", knowledge.Avoid, guide.Whole},
		{"rub", "history: unsure", knowledge.Caution, guide.Whole},
		{"rub", "history/bones: unsure", knowledge.Caution, guide.Whole},
		{"rub", "history:", knowledge.Caution, guide.Whole}, // silence is not no
		{"walk", "history: bones", knowledge.OK, 0},
		{"walk", "history/bones: unsure", knowledge.OK, 0},
		{"walk", "history: skin", knowledge.Caution, guide.Elsewhere},
		{"walk", "history/skin: unsure", knowledge.OK, 0}, // a yes would be no more than a caution
		{"knead", "history: bones", knowledge.Avoid, guide.Whole},
		{"knead", "history/bones: unsure", knowledge.Caution, guide.Whole},

		{"rub", "history: skin; where: leg", knowledge.AskFirst, guide.Here},
		{"rub", "history: skin; where: leg, arm", knowledge.AskFirst, guide.Here},
		{"rub", "history: skin; where: arm", knowledge.Caution, guide.Elsewhere},
		{"rub", "history: skin; where: none", knowledge.Caution, guide.Elsewhere},
		{"rub", "history: skin; where: unsure", knowledge.AskFirst, guide.Here}, // it may be there
		{"rub", "history: skin; where/leg: unsure", knowledge.AskFirst, guide.Here},
		{"rub", "history: skin; where:", knowledge.AskFirst, guide.Here},
		{"rub", "history: graft", knowledge.AskFirst, guide.Here}, // it may be anywhere
		{"rub", "history/skin: unsure; where: leg", knowledge.Caution, guide.Here},
		{"rub", "history/skin: unsure; where: arm", knowledge.OK, 0}, // a yes would be a caution there

		{"rub", "history: bones, skin", knowledge.Avoid, guide.Whole}, // the strictest wins
		{"rub", "history: graft; history/bones: unsure", knowledge.AskFirst, guide.Here},
	} {
		t.Run(test.therapy+" "+test.lines, func(t *testing.T) {
			g := compiled(t, small())
			var lines []string
			for line := range strings.SplitSeq(test.lines, "; ") {
				if line != "" {
					lines = append(lines, line)
				}
			}
			m := matchOf(t, g.Assess(well(t, g, lines...)), test.therapy)
			if m.Verdict != test.want {
				t.Errorf("got %s, want %s", m.Verdict, test.want)
			}
			if (len(m.Cautions) == 0) != (test.want == knowledge.OK) {
				t.Fatalf("%d reasons", len(m.Cautions))
			}
			for at, c := range m.Cautions {
				if at == 0 && (c.Local != test.local || c.Verdict != test.want) {
					t.Errorf("first comes %s, %d; want %s, %d", c.Verdict, c.Local, test.want, test.local)
				}
				if c.Open != strings.Contains(test.lines, c.Because[0].Fact+": unsure") && !strings.Contains(test.lines, "history:") {
					t.Errorf("%s: open is %t", c.Because[0].Fact, c.Open)
				}
				if (c.From == "rub") != (test.therapy == "knead") {
					t.Errorf("the verdict is from %q", c.From)
				}
			}
		})
	}
}

// While a clinician should look first, hands wait, and what is not hands-on goes on.
func TestHandsWait(t *testing.T) {
	for _, test := range []struct {
		lines      []string
		level      knowledge.Level
		rub, walk  knowledge.Verdict
		flag, fact string
		open       bool
	}{
		{nil, knowledge.SelfCare, knowledge.OK, knowledge.OK, "", "", false},
		{[]string{"signs: odd"}, knowledge.ClinicianFirst, knowledge.AskFirst, knowledge.OK, "odd", "signs/odd", false},
		{[]string{"signs: odd", "history: bones"}, knowledge.ClinicianFirst, knowledge.Avoid, knowledge.OK, "odd", "signs/odd", false},
		{[]string{"signs/odd: unsure"}, knowledge.SelfCare, knowledge.OK, knowledge.OK, "", "", false}, // open, and no more than a visit
		{[]string{"signs: numb", "signs/odd: unsure"}, knowledge.ClinicianFirst, knowledge.AskFirst, knowledge.OK, "two", "signs/odd", true},
		{[]string{"signs/weak: unsure"}, knowledge.ClinicianFirst, knowledge.AskFirst, knowledge.OK, "weak", "signs/weak", true},
		{[]string{"signs/weak: unsure", "where: none"}, knowledge.SelfCare, knowledge.OK, knowledge.OK, "", "", false},
		{[]string{"signs: unsure"}, knowledge.ClinicianFirst, knowledge.AskFirst, knowledge.OK, "weak", "signs/weak", true},
		{[]string{"signs:"}, knowledge.ClinicianFirst, knowledge.AskFirst, knowledge.OK, "weak", "signs/weak", true},
	} {
		g := compiled(t, small())
		a := g.Assess(well(t, g, test.lines...))
		if a.Level != test.level {
			t.Errorf("%v: level %s, want %s", test.lines, a.Level, test.level)
		}
		rub, walk := matchOf(t, a, "rub"), matchOf(t, a, "walk")
		if rub.Verdict != test.rub || walk.Verdict != test.walk {
			t.Errorf("%v: rub %s, walk %s", test.lines, rub.Verdict, walk.Verdict)
		}
		at := slices.IndexFunc(rub.Cautions, func(c guide.Concession) bool { return c.Flag == test.flag })
		if test.flag == "" {
			continue
		}
		if at < 0 {
			t.Errorf("%v: %s does not hold it back", test.lines, test.flag)
			continue
		}
		if c := rub.Cautions[at]; c.Verdict != knowledge.AskFirst || c.Open != test.open || !slices.Contains(facts(c.Because), test.fact) || len(c.Sources) == 0 {
			t.Errorf("%v: held back by %+v", test.lines, c)
		}
	}
}

// Urgent and emergency leave no therapy, but still say what this looks like.
func TestStopLeavesNoTherapy(t *testing.T) {
	g := compiled(t, small())
	for lines, want := range map[string]knowledge.Level{"signs: weak": knowledge.Urgent, "signs: numb, odd": knowledge.Emergency, "signs: weak, numb": knowledge.Emergency} {
		a := g.Assess(well(t, g, lines))
		if a.Level != want || len(a.Matches) > 0 || a.Pattern == nil || a.FirstChoice(knowledge.Massage) != nil {
			t.Errorf("%s: %s, %d therapies", lines, a.Level, len(a.Matches))
		}
		for at := 1; at < len(a.Concerns); at++ {
			if a.Concerns[at].Flag.Level > a.Concerns[at-1].Flag.Level {
				t.Errorf("%s: %s stands before %s", lines, a.Concerns[at-1].Flag.ID, a.Concerns[at].Flag.ID)
			}
		}
	}
}

// Counting, with what is not known: two signs of three.
func TestAtLeast(t *testing.T) {
	none := []string{knowledge.None}
	for _, test := range []struct {
		signs guide.Answer
		want  guide.Truth
	}{
		{guide.Answer{Options: none}, guide.No},
		{guide.Answer{Options: []string{"numb"}}, guide.No},
		{guide.Answer{Options: []string{"numb", "odd"}}, guide.Yes},
		{guide.Answer{Options: []string{"numb"}, Open: []string{"odd"}}, guide.Unknown},
		{guide.Answer{Options: none, Open: []string{"weak", "odd"}}, guide.Unknown},
		{guide.Answer{Options: none, Open: []string{"odd"}}, guide.No},
		{guide.Answer{Options: []string{"numb", "odd"}, Open: []string{"weak"}}, guide.Yes},
		{guide.Answer{Open: []string{"odd"}}, guide.Unknown}, // of the others nothing was said
		{guide.Answer{Unsure: true}, guide.Unknown},
		{guide.Answer{}, guide.Unknown},
	} {
		g := compiled(t, small())
		if got, err := g.Holds(knowledge.When{{"is/two"}}, well(t, g).With("signs", test.signs)); err != nil || got != test.want {
			t.Errorf("%+v: got %s, want %s (%v)", test.signs, got, test.want, err)
		}
	}
}

// A therapy without verdicts of its own takes the nearest's; its own may be stricter, never milder.
func TestNearest(t *testing.T) {
	k := small()
	k.Therapies[2].Verdicts = []knowledge.Contraindication{{History: "graft", Verdict: knowledge.Avoid, Reason: "own"}}
	g := compiled(t, k)
	m := matchOf(t, g.Assess(well(t, g, "history: graft")), "knead")
	if m.Verdict != knowledge.Avoid || m.Cautions[0].From != "" || m.Cautions[0].Reason != "own" {
		t.Errorf("its own verdict does not count: %+v", m.Cautions)
	}
	for name, spoil := range map[string]func(k *knowledge.Base){
		"milder": func(k *knowledge.Base) {
			k.Therapies[2].Verdicts = verdicts(knowledge.Caution, knowledge.Avoid, knowledge.Avoid)
		},
		"no verdict":          func(k *knowledge.Base) { k.Therapies[0].Verdicts = k.Therapies[0].Verdicts[:2] },
		"nearest":             func(k *knowledge.Base) { k.Therapies[2].Nearest = "nobody" },
		"unknown fact":        func(k *knowledge.Base) { k.RedFlags[0].When = knowledge.When{{"signs/nothing"}} },
		"asked later":         func(k *knowledge.Base) { k.Questions[0].AskWhen = knowledge.When{{"signs/odd"}} },
		"is defined twice":    func(k *knowledge.Base) { k.Questions[1].ID = "where" },
		"that is defined lat": func(k *knowledge.Base) { k.Derived[0].Any = []string{"is/two"} },
	} {
		k := small()
		spoil(k)
		if _, err := guide.New(k, ""); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// The first pattern that certainly holds is the person's; one that may hold is not.
func TestPattern(t *testing.T) {
	g := compiled(t, small())
	for where, want := range map[string]string{"leg": "leg", "arm": "any", "leg, arm": "leg", "none": "none", "unsure": "none"} {
		a, got := g.Assess(well(t, g, "where: "+where)), "none"
		if a.Pattern != nil {
			got = a.Pattern.ID
			if len(a.Because) == 0 {
				t.Errorf("%s: a pattern without a because", where)
			}
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", where, got, want)
		}
	}
}
