package content

import (
	"strings"

	"knead/guide"
)

// checkSources checks that everything cited exists and was verified, and that everything listed is cited.
func (l *loader) checkSources() {
	k := &l.lib.Knowledge
	var ids []string
	verified, used := map[string]bool{}, map[string]bool{}
	for i, s := range k.Sources {
		ids = append(ids, s.ID)
		verified[s.ID] = s.Verified || l.places.sources[i].field("verified").bad
	}
	cite := func(id string, p *place) {
		v, known := verified[id]
		switch {
		case p.bad || !known && l.broken["sources.yaml"]:
		case !known:
			l.at(p, "%s is no source; %s", quoted(id), guide.Nearest(id, ids))
		case !v:
			l.at(p, "the source %s is not verified, so nothing may rest on it", id)
		}
		used[id] = true
	}
	l.texts(func(s spot, text string, p *place) {
		if s.name == "sources" || s == (spot{"Guideline", "source"}) {
			cite(text, p)
		}
	})
	for i := range l.bodies {
		p := l.places.pages[i]
		for _, m := range citation.FindAllStringIndex(l.bodies[i].text, -1) {
			at := l.bodies[i].place(p, m[0])
			for _, id := range cited(l.bodies[i].text[m[0]:m[1]]) {
				cite(id, at)
			}
		}
	}
	for i, s := range k.Sources {
		p := l.places.sources[i]
		l.checkID(p, s.ID)
		if s.Year != 0 && (s.Year < 1000 || s.Year > 9999) {
			l.at(p.field("year"), "a year has four digits")
		}
		if s.URL != "" && !strings.HasPrefix(s.URL, "https://") && !strings.HasPrefix(s.URL, "http://") {
			l.at(p.field("url"), "an address begins with https://")
		}
		if !used[s.ID] && s.ID != "" && l.top(p) {
			l.at(p.field("id"), "the source %s is cited nowhere; cite it, or take it out", quoted(s.ID))
		}
	}
}
