package guide_test

import (
	"slices"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// A result opens with the first therapy that may be begun today, and names what puts it before the next one. While somebody
// should look first, or where nothing fits, it opens with none.
func TestStart(t *testing.T) {
	for _, p := range scenarios(t) {
		a := whole.Assess(p.Answers)
		if m := a.Start.Match; m != nil {
			switch {
			case a.Level != knowledge.SelfCare:
				t.Errorf("%s opens with %s at %s", p.Name, m.Therapy.ID, a.Level)
			case m.Verdict > knowledge.Caution || m.Fit == knowledge.FitNone:
				t.Errorf("%s opens with %s, which is %s", p.Name, m.Therapy.ID, m.Word())
			case len(a.Start.Because) == 0:
				t.Errorf("%s opens with %s without a because", p.Name, m.Therapy.ID)
			}
			continue
		}
		if a.Level == knowledge.SelfCare && slices.ContainsFunc(a.Matches, func(m guide.Match) bool { return m.Verdict <= knowledge.Caution && m.Fit > knowledge.FitNone }) {
			t.Errorf("%s opens with nothing, though something fits", p.Name)
		}
	}
}

// Among therapies with the same verdict, one without evidence for the pattern never comes before one that was found to help,
// and a further one without evidence never before a main one.
func TestOrderOfEvidence(t *testing.T) {
	helped := func(m guide.Match) bool { return m.Evidence != nil && m.Evidence.Direction == knowledge.DirectionHelps }
	known := func(m guide.Match) bool {
		return m.Evidence != nil && (m.Evidence.Direction != knowledge.DirectionUnknown || m.Evidence.Stance != knowledge.StanceNoneFound)
	}
	for _, p := range scenarios(t) {
		matches := whole.Assess(p.Answers).Matches
		for i := 1; i < len(matches); i++ {
			before, after := matches[i-1], matches[i]
			if before.Verdict != after.Verdict || (before.Fit == knowledge.FitNone) != (after.Fit == knowledge.FitNone) {
				continue
			}
			if !known(before) && helped(after) && after.Evidence.Stance != knowledge.StanceDoNot && after.Evidence.Stance != knowledge.StanceAvoidAsPrecaution {
				t.Errorf("%s: %s has no evidence, and comes before %s", p.Name, before.Therapy.ID, after.Therapy.ID)
			}
			if !before.Therapy.Main && !known(before) && after.Therapy.Main {
				t.Errorf("%s: %s is a further therapy without evidence, and comes before %s", p.Name, before.Therapy.ID, after.Therapy.ID)
			}
		}
	}
}

// What the person came to ask about is marked on every result, and changes nothing else.
func TestAskedChangesNothing(t *testing.T) {
	asked := whole.WithRole(knowledge.RoleAsked)
	for _, p := range scenarios(t) {
		with := p.Answers
		for _, q := range asked {
			if o := q.Option("yes"); o != nil {
				with = with.With(q.ID, guide.Answer{Options: []string{"yes"}})
			} else {
				with = with.With(q.ID, guide.Answer{Options: []string{"swedish", "chiropractic"}})
			}
		}
		without := p.Answers
		for _, q := range asked {
			without = without.With(q.ID, guide.Answer{Options: []string{map[bool]string{true: "no", false: knowledge.None}[q.Option("no") != nil]}})
		}
		a, b := whole.Assess(with), whole.Assess(without)
		var ids []string
		for _, x := range a.Asked {
			ids = append(ids, x.ID)
		}
		if !slices.Equal(ids, []string{"swedish", "chiropractic"}) && !slices.Equal(ids, []string{"chiropractic", "swedish"}) {
			t.Errorf("%s asked about %v", p.Name, ids)
		}
		if len(b.Asked) > 0 || a.Level != b.Level || len(a.Matches) != len(b.Matches) {
			t.Fatalf("%s: asking changed the result", p.Name)
		}
		for i := range a.Matches {
			x, y := a.Matches[i], b.Matches[i]
			if x.Therapy != y.Therapy || x.Verdict != y.Verdict || x.Fit != y.Fit || x.Asked == y.Asked && slices.Contains(ids, x.Therapy.ID) {
				t.Errorf("%s: asking changed %s to %s", p.Name, y.Therapy.ID, x.Therapy.ID)
			}
		}
	}
}
