package ui

import (
	"slices"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/frame"
)

// TestSignsAreAllSeen holds that in the smallest window, wherever it hurts, every sign that can raise a warning comes into sight
// whole on the way down its question.
func TestSignsAreAllSeen(t *testing.T) {
	t.Parallel()
	g := builtin.Guide()
	signs := map[string]bool{}
	for _, f := range g.Knowledge().RedFlags {
		for _, all := range f.When {
			for _, fact := range all {
				signs[strings.TrimPrefix(fact, "not ")] = true
			}
		}
	}
	pages, lists := map[string]int{}, map[string]bool{}
	for _, place := range g.Question("where").Options {
		if place.ID == knowledge.None {
			continue
		}
		i := g.Start()
		for n := 0; n < 40 && !i.Finished(); n++ {
			for at, q := range i.Questions() {
				var rows []string
				for _, o := range q.Shown {
					rows = append(rows, o.ID)
				}
				if list := q.ID + " " + strings.Join(rows, " "); lists[list] {
					continue // was looked at for another place
				} else {
					lists[list] = true
				}
				d := drive(t, Options{}, frame.MinWidth, frame.MinHeight)
				d.app.begin(i)
				for range at {
					d.keys("tab")
				}
				screen := d.screen()
				for range q.Shown { // a long list is scrolled by whoever reads it
					d.keys("down")
					screen += d.screen()
				}
				for _, o := range q.Shown {
					if !signs[q.ID+"/"+o.ID] || q.Kind != knowledge.Many || o.ID == knowledge.None {
						continue
					}
					pages[i.Page()]++
					if words := strings.Join(strings.Fields(screen), " "); !strings.Contains(words, o.Label[:min(len(o.Label), 24)]) {
						t.Errorf("%s, %s: %q does not show:\n%s", place.ID, q.ID, o.Label, screen)
					}
				}
			}
			i = onward(t, i, place.ID)
		}
	}
	if len(pages) < 3 {
		t.Errorf("signs were found on these pages only: %v", pages)
	}
}

// onward answers a page with as little as can be said, and goes to the next one.
func onward(t *testing.T, i guide.Interview, place string) guide.Interview {
	t.Helper()
	for m := i.Missing(); m != nil; m = i.Missing() {
		q := i.Questions()[slices.IndexFunc(i.Questions(), func(q guide.Asked) bool { return q.ID == m.ID })]
		a := guide.Answer{Options: []string{q.Shown[0].ID}}
		switch {
		case m.ID == "where":
			a.Options[0] = place
		case m.Kind == knowledge.Scale:
			a = guide.Answer{Options: []string{m.Options[0].ID}, Value: m.Options[0].From}
		case m.Option(knowledge.None) != nil:
			a.Options[0] = knowledge.None
		case m.Kind == knowledge.One:
			a.Options[0] = q.Shown[len(q.Shown)-1].ID
		}
		i = i.Answer(m.ID, a)
	}
	next, err := i.Next()
	if err != nil {
		t.Fatal(err)
	}
	return next
}
