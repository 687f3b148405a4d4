package builtin_test

import (
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/knowledge"
)

// late are the emergencies that people are stopped for after the fifth page: the first of their examples after so many, the
// last after so many, and why. Their signs are asked by the fifth page all the same; what is still missing is what makes the
// sign worse.
var late = map[string]struct {
	first, last int
	why         string
}{
	"aaa-rupture":                       {3, 11, "age and aneurysm are asked with the sudden pain; who leaves them out tells them with the age and the health"},
	"acute-abdomen":                     {3, 9, "sudden, severe pain is asked on page two and stops there; how bad another belly pain is, and diabetes, are told later"},
	"cord-compression-with-cancer":      {4, 6, "weakness, numbness and bladder are asked on pages three and four, and most stop there; cancer is asked with the age"},
	"crisis-self-harm":                  {2, 8, "asked on page two; who only says low mood is asked once more"},
	"dark-pee-emergency":                {4, 6, "dark pee is asked on page four; the effort or the session behind it with the cause"},
	"dislocated-or-deformed-limb":       {5, 6, "what cannot be stood on is urgent on page three; that bones may be thin is told with the age"},
	"gca-vision":                        {8, 8, "sudden loss of sight is asked on page two and stops there; this asks once more whoever has a sore scalp"},
	"head-injury":                       {5, 7, "the knock is asked with the injury; a blood thinner is told with the age"},
	"hernia-stuck-emergency":            {9, 12, "a hard lump and vomiting are asked with the belly and stop there; who only knows of a hernia tells it with the health"},
	"limb-pressure":                     {4, 9, "sudden pain that makes a limb numb and weak is asked on page four; who only has a hard, sore muscle after effort says how bad it is with the pain"},
	"major-trauma-head-chest-tummy":     {5, 6, "the page on the belly, which comes before, is asked of somebody whose belly hurts"},
	"neck-injury-with-nerve-signs-age":  {6, 6, "the fall is asked on page five; 65 is told with the age"},
	"pulmonary-embolism":                {4, 7, "breathlessness and its company are asked on page four; cancer, pregnancy and hormones with the age"},
	"septic-joint-unwell":               {4, 6, "the hot joint is asked on page three, fever and an artificial joint on page four; weak immunity with the age"},
	"spinal-bleed-on-thinners":          {5, 7, "sudden pain and blood thinners are asked on page four; who leaves the thinner out tells it with the age"},
	"spinal-infection-emergency":        {6, 6, "fever and the nerve signs are pages of their own when both are there"},
	"stiff-spine-condition-with-injury": {6, 6, "the fall is asked on page five; a stiff or fragile spine is told with the age"},
	"under-18-emergency":                {6, 6, "the page for children follows the age"},
	"under-18-spine":                    {6, 6, "the page for children follows the age"},
	"unstable-upper-neck-emergency":     {6, 6, "failing hands are asked on pages three and four, and stop there when they fail fast; loose joints are told with the age"},
}

// An emergency sign is asked within the first five pages: for most emergencies there is a way to say so that ends the questions
// by then, and how long the others go on is written down, so that a page put in between is noticed.
func TestEmergenciesStopWithinFivePages(t *testing.T) {
	for _, f := range builtin.Guide().Knowledge().RedFlags {
		if f.Level != knowledge.Emergency {
			continue
		}
		first, last := 0, 0
		for _, e := range f.Examples {
			if !e.Fires {
				continue
			}
			a, err := builtin.Guide().ParseLines(e.Answers)
			if err != nil {
				t.Fatal(err)
			}
			if pages, ok := untilStopped(a); ok {
				if first == 0 || pages < first {
					first = pages
				}
				last = max(last, pages)
			}
		}
		switch {
		case first == 0:
			t.Errorf("%s: nobody of its examples is stopped", f.ID)
		case first > 5 && first != late[f.ID].first:
			t.Errorf("%s stops nobody before page %d, the last after %d", f.ID, first, last)
		case last > 5 && last != late[f.ID].last:
			t.Errorf("%s: somebody is stopped only after %d pages, the first after %d", f.ID, last, first)
		}
	}
}

// untilStopped walks with these answers, and says what is mildest of everything else, until a warning holds that stops the
// questions. It tells after how many pages; it is not ok when that is no emergency.
func untilStopped(a guide.Answers) (pages int, ok bool) {
	i := builtin.Guide().Start()
	for ; !i.Finished(); pages++ {
		for q := i.Missing(); q != nil; q = i.Missing() {
			if x, given := a[q.ID]; given {
				if j := i.Answer(q.ID, x); j.Missing() == nil || j.Missing().ID != q.ID {
					i = j
					continue
				}
			}
			i = i.Answer(q.ID, mildest(i, q))
		}
		i, _ = i.Next()
	}
	return pages, i.Level() == knowledge.Emergency
}

// mildest is the answer that says least against somebody.
func mildest(i guide.Interview, q *knowledge.Question) guide.Answer {
	if q.Kind == knowledge.Many {
		return guide.Answer{Options: []string{knowledge.None}}
	}
	var best guide.Answer
	least := knowledge.Emergency + 1
	for _, asked := range i.Questions() {
		if asked.ID != q.ID {
			continue
		}
		for _, o := range asked.Shown {
			x := guide.Answer{Options: []string{o.ID}, Value: o.From}
			if level := i.Answer(q.ID, x).Level(); level < least {
				best, least = x, level
			}
		}
	}
	return best
}
