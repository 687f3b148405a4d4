package content

import "time"

// checkReviews names the pages of the highest layer that should have been reviewed before now.
func (l *loader) checkReviews(now time.Time) {
	for i := range l.lib.Pages {
		p := &l.lib.Pages[i]
		by, err := time.Parse(time.DateOnly, p.ReviewBy)
		if err == nil && l.top(l.places.pages[i]) && now.After(by.AddDate(0, 0, 1)) {
			l.at(l.places.pages[i].field("review_by"), "the review was due by %s; read the page and its sources again", p.ReviewBy)
		}
	}
}
