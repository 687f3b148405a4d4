package wizard

import (
	"slices"

	"knead/guide"
)

// snapshot is what the screen draws from. It is taken when the interview changes, and no key that only moves asks again.
type snapshot struct {
	asked    []guide.Asked // of the page
	missing  int           // the first of them without a full answer, or -1
	health   guide.Answer  // what was said of the health items
	stage    string        // the title of the stage
	page, of int
	pages    []reviewedPage // the answers so far; nil until the screen shows them
	shown    *pictured      // what they show on the body; nil until the review shows it
	column   column         // the body as it was last drawn next to the page
}

// refresh takes a snapshot. A question may come or go as others are answered.
func (m *Model) refresh() {
	s := snapshot{missing: -1, health: m.i.Items()}
	if !m.reviewing {
		s.asked = m.i.Questions()
		q := m.i.Missing()
		s.missing = slices.IndexFunc(s.asked, func(a guide.Asked) bool { return a.Question == q })
	}
	s.page, s.of = m.i.Progress()
	stages := m.i.Guide().Knowledge().Stages
	if at := m.i.Stage(); at >= 0 && at < len(stages) {
		s.stage = stages[at].Title
	}
	m.snapshot = s
}

// reviewed is the answers by page, in the order of asking.
func (m *Model) reviewed() []reviewedPage {
	if m.pages == nil {
		m.pages = m.reviewPages()
	}
	return m.pages
}
