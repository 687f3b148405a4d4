package content

import (
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// facts knows every fact: its position is that of the question that settles it, the latest one for a derived fact.
type facts struct {
	settled map[string]int
	names   []string
	options map[string][]string // the options of a question
}

// facts collects the facts, and checks the derived ones.
func (l *loader) facts() facts {
	f := facts{map[string]int{}, nil, map[string][]string{}}
	for qi, q := range l.lib.Knowledge.Questions {
		for _, o := range q.Options {
			name := q.ID + "/" + o.ID
			if q.ID == "" || o.ID == "" {
				l.broken["questions.yaml"] = true // what it is called was not read
				continue
			}
			f.settled[name] = qi
			f.names = append(f.names, name)
			f.options[q.ID] = append(f.options[q.ID], o.ID)
		}
	}
	for i, d := range l.lib.Knowledge.Derived {
		p := l.places.derived[i]
		if _, taken := f.settled[d.ID]; taken {
			l.at(p.field("id"), "%s is an answer already; name the derived fact differently", quoted(d.ID))
		}
		members := len(d.Any) + len(d.Of)
		switch {
		case d.Unasked && members > 0:
			l.at(p.field("unasked"), "a fact that waits for signs which are not put has no members; take any and of away")
		case d.Unasked:
		case len(d.Any) > 0 && len(d.Of) > 0:
			l.at(p, "has both any and of; keep one")
		case p.bad: // what is there was not read
		case members == 0:
			l.at(p, "has no facts; name them under any, or under of with at_least")
		case d.ID != never && len(d.Of) > 0 && (d.AtLeast < 1 || d.AtLeast > len(d.Of)):
			l.at(p.field("at_least"), "at_least must be from 1 to %d, as many as of names", len(d.Of))
		case len(d.Any) > 0 && d.AtLeast != 0:
			l.at(p.field("at_least"), "at_least belongs to of; any means at least one")
		}
		latest := 0
		if d.Unasked {
			latest = len(l.lib.Knowledge.Questions)
		}
		for _, list := range []struct {
			name    string
			members []string
		}{{"any", d.Any}, {"of", d.Of}} {
			for j, m := range list.members {
				at, ok := f.settled[m]
				if !ok {
					l.unknownFact(p.list(list.name, j), f, m, "is not a fact, or is defined later")
				}
				latest = max(latest, at)
			}
		}
		if d.ID == "" {
			l.broken["facts.yaml"] = true
			continue
		}
		f.settled[d.ID] = latest
		f.names = append(f.names, d.ID)
	}
	return f
}

// when checks a condition that is asked before the question at position before; -1 where that does not matter.
func (l *loader) when(f facts, w knowledge.When, p *place, before int) {
	for i, all := range w {
		seen := map[string]bool{}
		for j, name := range all {
			at := p.item(i).item(j)
			plain := strings.TrimPrefix(name, "not ")
			settled, ok := f.settled[plain]
			switch {
			case !ok:
				l.unknownFact(at, f, plain, "is not a fact")
			case before >= 0 && settled >= before:
				l.at(at, "%s is not known yet when this is asked; use what is asked before", plain)
			case seen[plain]:
				l.at(at, "%s is named twice in one set", plain)
			}
			seen[plain] = true
		}
	}
}

func (l *loader) unknownFact(at *place, f facts, name, problem string) {
	if at.bad || l.broken["questions.yaml"] || l.broken["facts.yaml"] {
		return // nothing is known of what should be there
	}
	question, option, _ := strings.Cut(name, "/")
	if options := f.options[question]; options != nil {
		l.at(at, "%s %s; for %s/, %s", quoted(name), problem, question, guide.Nearest(option, options))
		return
	}
	l.at(at, "%s %s; %s", quoted(name), problem, guide.Nearest(name, f.names))
}
