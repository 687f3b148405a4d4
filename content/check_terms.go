package content

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/find"
	"knead/guide/knowledge"
)

// wordsFile is the file in terms/ that holds words which are not names. The other files are lists of names.
const wordsFile = "words"

func (l *loader) readTerms(d decoder, id string, data []byte) {
	root := d.parse(data)
	if root == nil {
		l.broken["terms"] = true
		return
	}
	if id == wordsFile {
		d.decode(root, &l.lib.Knowledge.Words)
		return
	}
	var f termsFile
	p := d.decode(root, &f).field("groups")
	for i := range f.Groups {
		l.lib.Knowledge.Terms = append(l.lib.Knowledge.Terms, f.Groups[i])
		l.places.terms = append(l.places.terms, p.item(i))
	}
}

// checkTerms checks that every name leads somewhere that exists, or nowhere for a reason, and that it is written once.
func (l *loader) checkTerms(f facts) {
	ids, names := map[string]*place{}, map[string]*place{}
	for i := range l.lib.Knowledge.Terms {
		g, p := &l.lib.Knowledge.Terms[i], l.places.terms[i]
		l.checkID(p, g.ID)
		if first := ids[g.ID]; first != nil && first.file != p.file { // within a file the list itself has been checked
			l.at(p.field("id"), "the id %s is taken by %s, line %d; name the group differently", quoted(g.ID), shown(first.file), first.line)
		} else if first == nil && g.ID != "" {
			ids[g.ID] = p.field("id")
		}
		if len(g.Leads) == 0 && g.Nothing == "" && !p.bad {
			l.at(p, "leads nowhere; name facts or questions under leads, or say under nothing why no answer is needed")
		}
		if len(g.Names) == 0 && len(g.Medicines) == 0 && !p.bad {
			l.at(p, "has no names; write some under names or medicines")
		}
		if len(g.Forms) > 0 && len(g.Medicines) == 0 {
			l.at(p.field("forms"), "forms belong to medicines, and there are none")
		}
		if len(g.Endings) > 0 && g.Nothing != "" {
			l.at(p.field("endings"), "endings are guesses, and a guess must not say that nothing is needed; list the medicines")
		}
		if g.Nothing != "" && !strings.HasSuffix(g.Nothing, ".") {
			l.at(p.field("nothing"), "is not a sentence; end it with a period")
		}
		for j, lead := range g.Leads {
			l.checkLead(f, lead, p.list("leads", j))
		}
		eachName(g, p, func(name string, at *place) { l.checkName(names, name, at) })
	}
}

// checkLead checks that a name leads to a question, or to one of its options.
func (l *loader) checkLead(f facts, lead string, p *place) {
	question, option, ok := strings.Cut(lead, "/")
	if lead == "" || l.broken["questions.yaml"] {
		return
	}
	if options, known := f.options[question]; !known || ok && !slices.Contains(options, option) || option == knowledge.None {
		if known {
			l.at(p, "%s is not an answer to %s; %s", quoted(lead), question, guide.Nearest(option, options))
			return
		}
		var questions []string
		for i := range l.lib.Knowledge.Questions {
			questions = append(questions, l.lib.Knowledge.Questions[i].ID)
		}
		l.at(p, "%s is neither a question nor an answer; %s", quoted(lead), guide.Nearest(question, questions))
	}
}

// eachName visits every name of a group with its place; an ingredient once for each of its forms.
func eachName(g *find.Group, p *place, visit func(name string, at *place)) {
	for j, n := range g.Names {
		visit(n, p.list("names", j))
	}
	for j, m := range g.Medicines {
		at := p.list("medicines", j)
		for k, n := range append([]string{m.Name}, m.Also...) {
			where := at.field("name")
			if k > 0 {
				where = at.list("also", k-1)
			}
			if len(g.Forms) == 0 {
				visit(n, where)
			}
			for _, form := range g.Forms {
				visit(n+" "+form, where)
			}
		}
		for k, n := range m.Brands {
			visit(n, at.list("brands", k))
		}
	}
}

func (l *loader) checkName(names map[string]*place, name string, p *place) {
	if name == "" {
		return
	}
	key := strings.Join(find.Tokens(name), "")
	switch first := names[key]; {
	case len(key) < 2:
		l.at(p, "%s has no letters to find it by", quoted(name))
	case first != nil && first != p:
		l.at(p, "%s is written already in %s, line %d; keep one", quoted(name), shown(first.file), first.line)
	}
	if names[key] == nil {
		names[key] = p
	}
}
