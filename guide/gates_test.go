package guide_test

import (
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// An urgent sign that was chosen never vanishes, even when none of its details fits: it says something, unless an answer that
// settles it was given.
func TestChosenSignsDoNotVanish(t *testing.T) {
	for _, o := range whole.Question("now").Options {
		if o.ID == knowledge.None {
			continue
		}
		var tell func(guide.Answers)
		tell = func(a guide.Answers) {
			for _, q := range whole.MayAsk(a) {
				if q.ID == "where" || q.ID == "now" || a[q.ID].Given() || q.Stage != "warning" || len(q.AskWhen) == 0 {
					continue
				}
				if q.Kind == knowledge.Many {
					tell(a.With(q.ID, guide.Answer{Options: []string{knowledge.None}}))
					return
				}
				for _, x := range q.Shown {
					if !x.Settles {
						tell(a.With(q.ID, guide.Answer{Options: []string{x.ID}}))
					}
				}
				return
			}
			if x := whole.Assess(a); len(x.Concerns) == 0 || x.Level < knowledge.ClinicianFirst {
				t.Errorf("it says nothing:%s", show(a))
			}
		}
		tell(guide.Answers{"where": {Options: []string{"none"}}, "now": {Options: []string{o.ID}}})
	}
}
