package evidence_test

import (
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide/document"
	"knead/guide/evidence"
	"knead/guide/knowledge"
)

func TestNumber(t *testing.T) {
	for _, test := range []struct {
		m    knowledge.Measured
		want string
	}{
		{
			knowledge.Measured{What: knowledge.OutcomePain, Unit: knowledge.UnitPoints, Points: 1.2, Of: 10, Low: 0.6, High: 1.8, Versus: "usual care", After: "3 months"},
			"1.2 points less pain on a 10-point scale than usual care after 3 months (0.6 to 1.8).",
		},
		{
			knowledge.Measured{What: knowledge.OutcomePain, Unit: knowledge.UnitPoints, Points: 1, Of: 10, Versus: "sham", After: "6 weeks"},
			"1 point less pain on a 10-point scale than sham after 6 weeks.",
		},
		{
			knowledge.Measured{What: knowledge.OutcomeBother, Unit: knowledge.UnitPoints, Points: 1.4, Of: 10, Versus: "usual care", After: "10 weeks"},
			"1.4 points less bother from the pain on a 10-point scale than usual care after 10 weeks.",
		},
		{
			knowledge.Measured{What: knowledge.OutcomeFunction, Unit: knowledge.UnitPoints, Points: 2.5, Of: 24, Low: -0.5, High: 4.1, Versus: "usual care", After: "10 weeks"},
			"2.5 points less trouble in daily life on a 24-point scale than usual care after 10 weeks (from 0.5 more to 4.1 less).",
		},
		{
			knowledge.Measured{What: knowledge.OutcomePain, Unit: knowledge.UnitPoints, Points: -3, Of: 100, Low: -7, High: -1, Versus: "exercise", After: "a year"},
			"3 points more pain on a 100-point scale than exercise after a year (1 to 7).",
		},
		{
			knowledge.Measured{What: knowledge.OutcomeBetter, Unit: knowledge.UnitPeople, Points: 12, Of: 100, Low: 5, High: 20, Versus: "usual care", After: "3 months"},
			"About 12 more of 100 people got clearly better than with usual care after 3 months (5 to 20).",
		},
		{
			knowledge.Measured{What: knowledge.OutcomeBetter, Unit: knowledge.UnitPeople, Points: 3, Of: 40, Versus: "waiting", After: "8 weeks"},
			"About 8 more of 100 people got clearly better than with waiting after 8 weeks.",
		},
		{
			knowledge.Measured{What: knowledge.OutcomeHeadacheDays, Unit: knowledge.UnitDays, Points: 2, Low: 1, High: 3, Versus: "usual care", After: "3 months"},
			"2 days fewer with headache each month than usual care after 3 months (1 to 3).",
		},
	} {
		if got := evidence.Number(&test.m); got != test.want {
			t.Errorf("got    %s\nwanted %s", got, test.want)
		}
	}
}

func TestSentence(t *testing.T) {
	helped := knowledge.Evidence{
		Direction: knowledge.DirectionHelps, Certainty: knowledge.CertaintyLow,
		Effect: knowledge.Effects{PainShort: knowledge.EffectModerate, FunctionShort: knowledge.EffectSmall, LongTerm: knowledge.EffectUnknown},
	}
	differ, none, unrated := helped, helped, helped
	differ.Direction, none.Direction, unrated.Certainty = knowledge.DirectionMixed, knowledge.DirectionNoClearBenefit, knowledge.CertaintyNotRated
	for _, test := range []struct {
		e    *knowledge.Evidence
		want string
	}{
		{&helped, "Tai chi: fits well. Studies saw a clear benefit with it, but they may be wrong. How sure? Low."},
		{&differ, "Tai chi: fits well. It had mixed results in studies. How sure? Low."},
		{&none, "Tai chi: fits well. It showed no benefit in studies. How sure? Low."},
		{&unrated, "Tai chi: fits well. Studies saw a clear benefit with it. How sure? Not rated."},
		{&knowledge.Evidence{Direction: knowledge.DirectionUnknown}, "Tai chi: fits well. It was not studied enough for this kind of pain."},
		{nil, "Tai chi: fits well. It was not studied for this kind of pain."},
	} {
		if got := evidence.Sentence("Tai chi", "fits well", test.e); got != test.want {
			t.Errorf("got    %s\nwanted %s", got, test.want)
		}
	}
	var said []string
	for _, r := range evidence.Lanes(&differ) {
		said = append(said, r.Said)
	}
	if got, want := strings.Join(said, " "), "Pain in the first weeks: results differ between studies, around a clear benefit. "+
		"Daily life in the first weeks: results differ between studies, around a small benefit. Months later: not studied."; got != want {
		t.Errorf("got    %s\nwanted %s", got, want)
	}
}

// TestPictureAndWordsAgree goes through everything that the content knows: a mark and the words beside it say the same, and only
// what a source gives an interval for has a line.
func TestPictureAndWordsAgree(t *testing.T) {
	words := map[string]string{"a little": "a little", "clear": "clear benefit", "large": "large benefit"}
	marked := 0
	for i := range builtin.Guide().Knowledge().Therapies {
		therapy := &builtin.Guide().Knowledge().Therapies[i]
		for j := range therapy.Evidence {
			e := &therapy.Evidence[j]
			m := evidence.Overall(e)
			if m.Interval {
				t.Errorf("%s, %s: a line without an interval", therapy.ID, e.Pattern)
			}
			for _, r := range evidence.Lanes(e) {
				if r.Meter.Interval {
					t.Errorf("%s, %s: %s has a line", therapy.ID, e.Pattern, r.Label)
				}
			}
			r := evidence.Finding("Pain", e)
			switch {
			case !m.Known:
			case m.Differ:
				marked++
				if r.Word != "mixed results" {
					t.Errorf("%s, %s: results differ, and the word is %q", therapy.ID, e.Pattern, r.Word)
				}
			case e.Direction == knowledge.DirectionHelps:
				marked++
				if !strings.HasSuffix(r.Word, words[evidence.Size(m)]) {
					t.Errorf("%s, %s: the mark is at %q, and the word is %q", therapy.ID, e.Pattern, evidence.Size(m), r.Word)
				}
			}
			onAxis, _ := evidence.Numbers(e)
			n := 0
			for k := range e.Measured {
				if x := &e.Measured[k]; x.Unit == knowledge.UnitPoints {
					if onAxis[n].Meter.Interval != x.HasInterval() {
						t.Errorf("%s, %s: %s", therapy.ID, e.Pattern, evidence.Number(x))
					}
					n++
				}
			}
		}
	}
	if marked < 100 {
		t.Errorf("only %d marks", marked)
	}
}

func TestShareOfAScale(t *testing.T) {
	e := knowledge.Evidence{Measured: []knowledge.Measured{
		{What: knowledge.OutcomeFunction, Unit: knowledge.UnitPoints, Points: 2.5, Of: 24, Low: 0, High: 6, Source: "a"},
		{What: knowledge.OutcomeBetter, Unit: knowledge.UnitPeople, Points: 10, Of: 100, Source: "a"},
	}}
	onAxis, counts := evidence.Numbers(&e)
	if len(onAxis) != 1 || len(counts) != 1 {
		t.Fatalf("%d on the axis and %d counts", len(onAxis), len(counts))
	}
	want := document.Meter{Known: true, At: 2.5 / 24 * 100, Interval: true, High: 25}
	if got := onAxis[0].Meter; got.High != want.High || got.At-want.At > 1e-9 || !got.Interval {
		t.Errorf("got %+v, wanted %+v", got, want)
	}
}
