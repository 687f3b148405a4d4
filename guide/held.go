package guide

import (
	"maps"
	"slices"
)

// held holds the questions of the page, and their options, that are shown only because of a choice. When the choice is taken
// back, they stay visible until the page is left, so that a slip can be undone.
type held map[string][]string

// with adds the parts of a question that were shown for that reason, after another question was answered; the whole question if
// it no longer applies.
func (h held) with(q Asked, applies bool) held {
	if applies && len(q.Kept) == 0 {
		return h
	}
	options := slices.Clone(h[q.ID])
	for _, o := range q.Kept {
		if !slices.Contains(options, o.ID) {
			options = append(options, o.ID)
		}
	}
	out := make(held, len(h)+1)
	maps.Copy(out, h)
	out[q.ID] = options
	return out
}

// holding is the question with held options in sight. It is gone when nothing else keeps it on the page.
func (q Asked) holding(options []string, gone bool) Asked {
	q.Gone = gone
	if len(options) == 0 {
		return q
	}
	shown := q.Shown
	q.Shown = nil
	for oi := range q.Options {
		if o := &q.Options[oi]; slices.Contains(shown, o) || slices.Contains(options, o.ID) {
			q.Shown = append(q.Shown, o)
		}
	}
	return q
}
