package guide_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"knead/guide"
	"knead/guide/knowledge"
)

// The evidence and the indications say how much speaks for a therapy; its verdict caps it; the words follow from both.
func TestFit(t *testing.T) {
	type grade struct {
		direction knowledge.Direction
		certainty knowledge.Certainty
		stance    knowledge.Stance
	}
	high, low, weak := grade{knowledge.DirectionHelps, knowledge.CertaintyModerate, knowledge.StanceConsider}, grade{knowledge.DirectionHelps, knowledge.CertaintyLow, knowledge.StanceNoneFound}, grade{knowledge.DirectionHelps, knowledge.CertaintyVeryLow, knowledge.StanceNoneFound}
	mixed, useless, advised := grade{knowledge.DirectionMixed, knowledge.CertaintyHigh, knowledge.StanceConsider}, grade{knowledge.DirectionNoClearBenefit, knowledge.CertaintyHigh, knowledge.StanceNoneFound}, grade{knowledge.DirectionNoClearBenefit, knowledge.CertaintyLow, knowledge.StanceConsider}
	unknown, against := grade{knowledge.DirectionUnknown, knowledge.CertaintyNotRated, knowledge.StanceNoneFound}, grade{knowledge.DirectionHelps, knowledge.CertaintyHigh, knowledge.StanceDoNot}
	careful, harms := grade{knowledge.DirectionUnknown, knowledge.CertaintyNotRated, knowledge.StanceAvoidAsPrecaution}, grade{knowledge.DirectionHarms, knowledge.CertaintyLow, knowledge.StanceRecommend}
	for _, test := range []struct {
		grade     grade
		indicated bool
		verdict   knowledge.Verdict
		fit       knowledge.Fit
		word      string
	}{
		{high, false, knowledge.OK, knowledge.FitStrong, "fits well"},
		{high, true, knowledge.OK, knowledge.FitStrong, "fits well"},
		{low, false, knowledge.OK, knowledge.FitPossible, "may suit"}, // it was found to help, and no guideline speaks for it
		{low, true, knowledge.OK, knowledge.FitPossible, "may suit"},
		{weak, false, knowledge.OK, knowledge.FitPossible, "may suit"},
		{weak, true, knowledge.OK, knowledge.FitPossible, "may suit"},
		{mixed, false, knowledge.OK, knowledge.FitGood, "may suit"},
		{advised, false, knowledge.OK, knowledge.FitGood, "may suit"}, // guidelines suggest it, no benefit was seen
		{useless, true, knowledge.OK, knowledge.FitNone, "little support"},
		{against, true, knowledge.OK, knowledge.FitNone, "little support"},
		{careful, true, knowledge.OK, knowledge.FitNone, "little support"},
		{harms, true, knowledge.OK, knowledge.FitNone, "little support"},
		{unknown, false, knowledge.OK, knowledge.FitNone, "little support"},
		{unknown, true, knowledge.OK, knowledge.FitPossible, "may suit"},
		{high, true, knowledge.Caution, knowledge.FitGood, "with care"},
		{weak, false, knowledge.Caution, knowledge.FitPossible, "with care"},
		{useless, false, knowledge.Caution, knowledge.FitNone, "little support"},
		{high, true, knowledge.AskFirst, knowledge.FitPossible, "ask first"},
		{useless, true, knowledge.AskFirst, knowledge.FitNone, "ask first"},
		{high, true, knowledge.Avoid, knowledge.FitNone, "not for you now"},
	} {
		k := small()
		k.Therapies[0].Verdicts = verdicts(test.verdict, knowledge.OK, knowledge.OK)
		k.Therapies[0].Evidence = []knowledge.Evidence{{Pattern: "any", Direction: test.grade.direction, Certainty: test.grade.certainty, Stance: test.grade.stance, Found: "found"}}
		k.Therapies[0].Indications = []knowledge.Indication{{When: knowledge.When{{"feel/tight"}}, Reason: "tight"}}
		k.Therapies[2].Nearest, k.Therapies[2].Verdicts = "", verdicts(knowledge.OK, knowledge.OK, knowledge.OK)
		g := compiled(t, k)
		lines := []string{"history: bones"}
		if test.indicated {
			lines = append(lines, "feel: tight")
		}
		a := g.Assess(well(t, g, lines...))
		m := matchOf(t, a, "rub")
		if m.Verdict != test.verdict || m.Fit != test.fit || m.Word() != test.word {
			t.Errorf("%+v: %s, %s, %q", test, m.Verdict, m.Fit, m.Word())
		}
		first := a.FirstChoice(knowledge.Massage)
		if may := m.Verdict <= knowledge.Caution && m.Fit > knowledge.FitNone; may != (first != nil && first.Therapy.ID == "rub") {
			t.Errorf("%+v: first choice %v", test, first)
		}
		for _, r := range m.For {
			if len(r.Because) == 0 || r.Text == "" {
				t.Errorf("%+v: it fits without a because: %+v", test, r)
			}
		}
	}
}

// A better word never stands below a worse one, whatever the evidence, the facts and the wishes.
func TestWordsFollowTheOrder(t *testing.T) {
	t.Parallel()
	people := scenarios(t)
	rapid.Check(t, func(t *rapid.T) {
		a := drawAnswers(t, people)
		var before *guide.Match
		for i := range whole.Assess(a).Matches {
			m := &whole.Assess(a).Matches[i]
			if before != nil && before.Verdict == m.Verdict && before.Fit < m.Fit {
				t.Fatalf("%s (%s) stands below %s (%s), for%s", m.Therapy.ID, m.Word(), before.Therapy.ID, before.Word(), show(a))
			}
			before = m
		}
	})
	k := small()
	k.Therapies = nil
	for stance := knowledge.StanceAvoidAsPrecaution; stance.Known(); stance++ {
		for direction := knowledge.DirectionHarms; direction.Known(); direction++ {
			for certainty := knowledge.CertaintyNotRated; certainty.Known(); certainty++ {
				for _, fact := range []string{"feel/tight", "feel/sore"} {
					k.Therapies = append(k.Therapies, knowledge.Therapy{
						ID: fmt.Sprint(stance, " ", direction, " ", certainty, " ", fact), Name: "A", Kind: knowledge.Massage, Verdicts: verdicts(knowledge.OK, knowledge.OK, knowledge.OK),
						Evidence:    []knowledge.Evidence{{Pattern: "any", Stance: stance, Direction: direction, Certainty: certainty, Effect: knowledge.Effects{PainShort: knowledge.EffectUnknown}, Found: "found"}},
						Indications: []knowledge.Indication{{When: knowledge.When{{fact}}, Reason: "because"}},
					})
				}
			}
		}
	}
	g := compiled(t, k)
	matches := g.Assess(well(t, g, "feel: tight")).Matches
	for i := range matches[1:] {
		if x, y := matches[i], matches[i+1]; x.Fit < y.Fit {
			t.Errorf("%q (%s) stands below %q (%s)", y.Therapy.ID, y.Word(), x.Therapy.ID, x.Word())
		}
	}
}

// The order is lexicographic: a later step never outweighs an earlier one. In each row the first is better at one step and
// worse at all that follow.
func TestOrder(t *testing.T) {
	type therapy struct {
		verdict            knowledge.Verdict
		stance             knowledge.Stance
		direction          knowledge.Direction
		certainty          knowledge.Certainty
		effect             knowledge.Effect
		indicated, meeting int
		name               string
	}
	poor := therapy{knowledge.Avoid, knowledge.StanceAvoidAsPrecaution, knowledge.DirectionHarms, knowledge.CertaintyNotRated, knowledge.EffectUnknown, 0, -2, "Z"}
	rich := therapy{knowledge.OK, knowledge.StanceRecommend, knowledge.DirectionHelps, knowledge.CertaintyHigh, knowledge.EffectLarge, 2, 2, "A"}
	steps := []struct {
		name string
		take func(to *therapy, from therapy)
	}{
		{"verdict", func(to *therapy, from therapy) { to.verdict = from.verdict }},
		{"stance", func(to *therapy, from therapy) { to.stance = from.stance }},
		{"direction", func(to *therapy, from therapy) { to.direction = from.direction }},
		{"certainty", func(to *therapy, from therapy) { to.certainty = from.certainty }},
		{"effect", func(to *therapy, from therapy) { to.effect = from.effect }},
		{"indications", func(to *therapy, from therapy) { to.indicated = from.indicated }},
		{"wishes", func(to *therapy, from therapy) { to.meeting = from.meeting }},
		{"name", func(to *therapy, from therapy) { to.name = from.name }},
	}
	build := func(id string, x therapy) knowledge.Therapy {
		out := knowledge.Therapy{
			ID: id, Name: x.name, Kind: knowledge.Massage, Verdicts: verdicts(x.verdict, knowledge.OK, knowledge.OK),
			Evidence: []knowledge.Evidence{{Pattern: "any", Stance: x.stance, Direction: x.direction, Certainty: x.certainty, Effect: knowledge.Effects{PainShort: x.effect}, Found: "found"}},
		}
		for range x.indicated {
			out.Indications = append(out.Indications, knowledge.Indication{When: knowledge.When{{"feel/tight"}}, Reason: "tight"})
		}
		for _, fact := range []string{"matters/firm", "matters/light"}[:max(x.meeting, -x.meeting)] {
			out.Wishes = append(out.Wishes, knowledge.Wish{Fact: fact, Meets: x.meeting > 0, Reason: "wish"})
		}
		return out
	}
	for at, step := range steps {
		better, worse := poor, rich // worse at everything that follows …
		for _, s := range steps[:at] {
			s.take(&better, rich) // … equal at everything before …
		}
		step.take(&better, rich)
		step.take(&worse, poor) // … and the step itself decides
		k := small()
		k.Therapies = []knowledge.Therapy{build("worse", worse), build("better", better)}
		g := compiled(t, k)
		m := g.Assess(well(t, g, "history: bones", "feel: tight", "matters: firm, light")).Matches
		if m[0].Therapy.ID != "better" || m[0].Rank != 1 || m[1].Rank != 2 {
			t.Errorf("%s does not decide: %+v stands before %+v", step.name, worse, better)
		}
	}
}

// What matters to the person reorders equals. It changes no verdict and no level, and never lifts what is less allowed.
func TestWishesOnlyReorder(t *testing.T) {
	k := small()
	k.Therapies[0].Name, k.Therapies[2].Name = "B", "A"
	k.Therapies[0].Wishes = []knowledge.Wish{{Fact: "matters/firm", Meets: true, Reason: "firm"}, {Fact: "matters/light", Meets: false, Reason: "not light"}}
	g := compiled(t, k)
	order := func(lines ...string) string {
		var out []string
		for _, m := range g.Assess(well(t, g, lines...)).Matches {
			out = append(out, fmt.Sprint(m.Therapy.ID, " ", m.Verdict))
		}
		return strings.Join(out, ", ")
	}
	for wish, want := range map[string]string{
		"matters: none":        "knead ok, rub ok, walk ok",
		"matters: firm":        "rub ok, knead ok, walk ok",
		"matters: light":       "knead ok, walk ok, rub ok",
		"matters: firm, light": "knead ok, rub ok, walk ok",
		"matters: unsure":      "knead ok, rub ok, walk ok", // an unknown wish is no wish
	} {
		if got := order(wish); got != want {
			t.Errorf("%s: %s, want %s", wish, got, want)
		}
	}
	if got := order("matters: firm", "history: skin"); got != "rub caution, knead caution, walk caution" {
		t.Errorf("with a local caution: %s", got)
	}
	if got := order("matters: firm", "history: bones"); got != "walk ok, rub avoid, knead avoid" {
		t.Errorf("the wish lifted what is ruled out: %s", got)
	}
}
