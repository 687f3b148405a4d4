package guide_test

import (
	"testing"

	"knead/guide"
)

// late are the emergencies that some people are stopped for after the fifth page, at the latest after so many, and why. Their
// signs are asked by then all the same; what is still missing is what makes the sign worse.
var late = map[string]struct {
	pages int
	why   string
}{
	"aaa-rupture":                       {6, "sudden pain of the low back is asked on page three, and there whether one is sixty; who leaves that out tells it with the age"},
	"cord-compression-with-cancer":      {7, "weakness, numbness and bladder are asked on pages three and four, and most stop there; cancer is asked with the age"},
	"major-trauma-head-chest-tummy":     {6, "the page on sudden pain, which comes before, is asked of somebody whose tummy hurts"},
	"neck-injury-with-nerve-signs-age":  {6, "the injury page asks for 65; who leaves that out tells it with the age"},
	"septic-joint-unwell":               {7, "the hot joint is asked on page three; weak immunity and an artificial joint on page four, and once more with the age and the health"},
	"spinal-bleed-on-thinners":          {7, "page three asks for sudden pain and for blood thinners; who leaves that out tells the thinner with the age"},
	"spinal-infection-emergency":        {6, "fever and the nerve signs are pages of their own when both are there"},
	"stiff-spine-condition-with-injury": {6, "the injury page asks for a stiff or fragile spine; who leaves that out tells it with the age"},
}

// An emergency sign is asked within the first five pages: for every emergency there is a way to say so that ends the questions
// by then, and how long the others go on is written down, so that a page put in between is noticed.
func TestEmergenciesStopWithinFivePages(t *testing.T) {
	for _, f := range whole.Knowledge().RedFlags {
		first, last := 0, 0
		for _, e := range f.Examples {
			a, err := whole.ParseLines(e.Answers)
			if err != nil {
				t.Fatal(err)
			}
			if pages, ok := untilStopped(a); ok && e.Fires && f.Level == guide.Emergency {
				if first == 0 || pages < first {
					first = pages
				}
				last = max(last, pages)
			}
		}
		switch {
		case f.Level != guide.Emergency:
		case first == 0:
			t.Errorf("%s: nobody of its examples is stopped", f.ID)
		case first > 5 && f.ID != "cord-compression-with-cancer":
			t.Errorf("%s stops nobody before page %d", f.ID, first)
		case last > 5 && last != late[f.ID].pages:
			t.Errorf("%s: somebody is stopped only after %d pages", f.ID, last)
		}
	}
}

// untilStopped walks with these answers, and says what is mildest of everything else, until a warning holds that stops the
// questions. It tells after how many pages; it is not ok when that is no emergency.
func untilStopped(a guide.Answers) (pages int, ok bool) {
	i := whole.Start()
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
	return pages, i.Level() == guide.Emergency
}

// mildest is the answer that says least against somebody.
func mildest(i guide.Interview, q *guide.Question) guide.Answer {
	if q.Kind == guide.Many {
		return guide.Answer{Options: []string{guide.None}}
	}
	var best guide.Answer
	least := guide.Emergency + 1
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
