package content

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/matrix"
)

// The placeholders for warning signs. They are filled from the danger matrix, so that a page promises nothing that no question
// detects, and nothing at another level than the rules give.
const (
	signsHere   = "{{signs "    // then a level: every sign that gets it
	getHelpHere = "{{get-help " // then signs as danger/sign: what to do about each
	placeEnd    = "}}"
)

// signFills fills the placeholders of a page for warning signs. They were checked before.
func (l *loader) signFills(body string) []Fill {
	var out []Fill
	for _, line := range strings.Split(body, "\n") {
		if level, ok := inner(line, signsHere); ok {
			out = append(out, Fill{Placeholder: line, Blocks: signList(l.table, level)})
		} else if signs, ok := inner(line, getHelpHere); ok {
			out = append(out, Fill{Placeholder: line, Blocks: getHelp(l.table, strings.Split(signs, ", "))})
		}
	}
	return out
}

// inner is what a placeholder with this beginning says, if the line is one.
func inner(line, begin string) (string, bool) {
	rest, ok := strings.CutPrefix(line, begin)
	if !ok {
		return "", false
	}
	return strings.CutSuffix(rest, placeEnd)
}

// signList is the signs of a level, by danger.
func signList(table *matrix.Table, name string) []document.Block {
	var level knowledge.Level
	_ = level.UnmarshalText([]byte(name)) // was checked
	var blocks []document.Block
	var list document.List
	end := func() {
		if len(list.Items) > 0 {
			blocks = append(blocks, list)
		}
		list = document.List{}
	}
	danger := ""
	for _, x := range table.AtLevel(level) {
		if x.Danger.ID != danger {
			end()
			danger = x.Danger.ID
			blocks = append(blocks, document.Heading{ID: name + "-" + danger, Text: document.Text{Words: x.Danger.Title}})
		}
		var words run
		words.sign(x, x.Sign.Title)
		list.Items = append(list.Items, document.Item{Text: words.text()})
	}
	end()
	return blocks
}

// run is a text that is put together.
type run []document.Span

func (s *run) add(x document.Span) { *s = append(*s, x) }

// sign adds a sign with what its level depends on, and its sources.
func (s *run) sign(x matrix.Listed, title string) {
	if x.When != "" {
		title += " (" + x.When + ")"
	}
	s.add(document.Span{Words: title})
	if len(x.Sources) > 0 {
		s.add(document.Span{Words: " "})
		s.add(document.Span{Cites: x.Sources, AsIs: true})
	}
}

func (s *run) text() document.Text {
	t := document.Text{Parts: *s}
	for _, x := range *s {
		t.Words += x.Words
		for _, id := range x.Cites {
			if !slices.Contains(t.Sources, id) {
				t.Sources = append(t.Sources, id)
			}
		}
	}
	t.Words = strings.TrimSpace(t.Words)
	return t
}

// getHelp says of some signs when to get help, the most urgent first.
func getHelp(table *matrix.Table, names []string) []document.Block {
	var blocks []document.Block
	for _, at := range []struct {
		level knowledge.Level
		tone  document.Tone
		lead  string
	}{
		{knowledge.Emergency, document.Emergency, "Get help now:"},
		{knowledge.Urgent, document.Urgent, "Get help today:"},
		{knowledge.ClinicianFirst, document.AskFirst, "See a clinician first:"},
	} {
		words := run{{Words: at.lead, Strong: true}}
		for _, name := range names {
			danger, sign, _ := strings.Cut(name, "/")
			if x, level := table.Sign(danger, sign); x != nil && level == at.level {
				words.add(document.Span{Words: between(len(words))})
				words.sign(*x, strings.ToLower(x.Sign.Title[:1])+x.Sign.Title[1:])
			}
		}
		if len(words) > 1 {
			words.add(document.Span{Words: ". See "})
			words.add(document.Span{Words: "warning signs", Link: "warning-signs"})
			words.add(document.Span{Words: "."})
			blocks = append(blocks, document.Callout{Tone: at.tone, Blocks: []document.Block{document.Paragraph{Text: words.text()}}})
		}
	}
	return blocks
}

// between comes before a sign: a blank after the lead, else the end of the sign before it.
func between(parts int) string {
	if parts == 1 {
		return " "
	}
	return "; "
}

// checkSignPlaceholder returns what is wrong with a placeholder for warning signs, or "".
func (l *loader) checkSignPlaceholder(mark string) string {
	if level, ok := inner(mark, signsHere); ok {
		names := []string{knowledge.ClinicianFirst.String(), knowledge.Urgent.String(), knowledge.Emergency.String()}
		if slices.Contains(names, level) {
			return ""
		}
		return "unknown level " + quoted(level) + "; " + guide.Nearest(level, names)
	}
	if l.broken["dangers.yaml"] {
		return "" // reported with that file
	}
	signs, _ := inner(mark, getHelpHere)
	known := l.signNames()
	for _, name := range strings.Split(signs, ", ") {
		if !known[name] {
			return "unknown sign " + quoted(name) + "; name signs of dangers.yaml as danger/sign, with commas between them"
		}
	}
	return ""
}

func (l *loader) signNames() map[string]bool {
	names := map[string]bool{}
	for _, d := range l.lib.Matrix.Dangers {
		for _, s := range d.Signs {
			names[d.ID+"/"+s.ID] = true
		}
	}
	return names
}
