package report

import (
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Questions is the questionnaire as a document: every question with its ID, why it is asked, when, and its options.
func Questions(g *guide.Guide) document.Document {
	k := g.Knowledge()
	d := document.Document{Title: "The questions", Purpose: Purpose}
	for _, stage := range k.Stages {
		s := document.Section{ID: stage.ID, Title: stage.Title}
		for i := range k.Questions {
			if q := &k.Questions[i]; q.Stage == stage.ID {
				s.Blocks = append(s.Blocks, questionBlocks(q)...)
			}
		}
		d.Sections = append(d.Sections, s)
	}
	d.Sections = keepFilled(d.Sections)
	d.Sources = cite(g, d.Sections)
	return d
}

func questionBlocks(q *knowledge.Question) []document.Block {
	about := document.List{}
	add := func(words string) { about.Items = append(about.Items, document.Item{Text: text(words)}) }
	if q.Hint != "" {
		add(document.Sentence(q.Hint))
	}
	about.Items = append(about.Items, document.Item{Text: cited("Why: "+document.Ended(q.Why), q.Sources)})
	add("Asked: " + document.Ended(ConditionWords(q.AskWhen, "always")))
	if q.Unsure != "" {
		add("Not sure: " + document.Ended(q.Unsure))
	}
	options := document.Rows{Head: [2]string{"Option", "Words"}}
	for i := range q.Options {
		o := &q.Options[i]
		if o.Hidden {
			continue
		}
		words := document.Sentence(o.Label)
		if q.Kind == knowledge.Scale {
			words = strconv.Itoa(o.From) + " to " + strconv.Itoa(o.To) + "."
		}
		if o.Help != "" {
			words += " " + document.Sentence(o.Help)
		}
		if len(o.ShowWhen) > 0 {
			words += " Shown: " + document.Ended(ConditionWords(o.ShowWhen, ""))
		}
		options.Rows = append(options.Rows, document.Row{Term: text(o.ID), Text: []document.Text{{Words: words}}})
	}
	return []document.Block{
		document.Paragraph{Text: text(q.ID + ", " + kindOfQuestion(q) + ": " + q.Title), Lead: true},
		about, options,
	}
}

func kindOfQuestion(q *knowledge.Question) string {
	switch q.Kind {
	case knowledge.Many:
		return "any number"
	case knowledge.Scale:
		low, high := q.Range()
		return "a number from " + strconv.Itoa(low) + " to " + strconv.Itoa(high)
	}
	return "one of"
}

// ConditionWords describes a condition by the names of its facts.
func ConditionWords(w knowledge.When, always string) string {
	if len(w) == 0 {
		return always
	}
	var ways []string
	for _, all := range w {
		ways = append(ways, strings.Join(all, " and "))
	}
	return "with " + strings.Join(ways, ", or with ")
}

// QuestionsJSON is the questionnaire as one object, for programs. The version is that of the content.
func QuestionsJSON(g *guide.Guide, version string) ([]byte, error) {
	k := g.Knowledge()
	out := questionnaire{Version: version, Stages: []stage{}, Questions: []question{}, Derived: []derived{}}
	for _, s := range k.Stages {
		out.Stages = append(out.Stages, stage{s.ID, s.Title})
	}
	for _, d := range k.Derived {
		out.Derived = append(out.Derived, derived{d.ID, list(d.Any), d.AtLeast, list(d.Of), d.Unasked})
	}
	for i := range k.Questions {
		q := &k.Questions[i]
		x := question{
			q.ID, q.Title, q.Hint, q.Why, q.Unsure, q.Kind, q.Stage, q.Page(), conditions(q.AskWhen),
			list(q.IfUnsure), cleanAll(q.Words), list(q.Sources),
			[]option{},
		}
		for j := range q.Options {
			o := &q.Options[j]
			y := option{
				ID: o.ID, Label: o.Label, Help: o.Help, Group: o.Group, ShowWhen: conditions(o.ShowWhen),
				Also: conditions(o.Also), Synonyms: []string{}, Scope: o.Scope, Places: list(o.Places), Settles: o.Settles,
				Warns: g.Warns(q.ID, o.ID),
			}
			if q.Role == knowledge.RoleHistory {
				y.Synonyms = cleanAll(g.Synonyms(o.ID))
			}
			if q.Kind == knowledge.Scale {
				y.From, y.To = &o.From, &o.To
			}
			x.Options = append(x.Options, y)
		}
		out.Questions = append(out.Questions, x)
	}
	return Encode(out)
}

type questionnaire struct {
	Version   string     `json:"version"`
	Stages    []stage    `json:"stages"`
	Questions []question `json:"questions"`
	Derived   []derived  `json:"derived"`
}

type stage struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type derived struct {
	ID      string   `json:"id"`
	Any     []string `json:"any"`
	AtLeast int      `json:"at_least"`
	Of      []string `json:"of"`
	Unasked bool     `json:"unasked,omitempty"` // true when a warning was chosen whose question is not put to this person
}

type question struct {
	ID       string         `json:"id"`
	Title    string         `json:"title"`
	Hint     string         `json:"hint"`
	Why      string         `json:"why"`
	Unsure   string         `json:"unsure"`
	Kind     knowledge.Kind `json:"kind"`
	Stage    string         `json:"stage"`
	Screen   string         `json:"screen"`
	AskWhen  [][]string     `json:"ask_when"` // any of these, in which all hold; empty: always
	IfUnsure []string       `json:"if_unsure"`
	Words    []string       `json:"words"`
	Sources  []string       `json:"sources"`
	Options  []option       `json:"options"`
}

type option struct {
	ID       string          `json:"id"`
	Label    string          `json:"label"`
	Help     string          `json:"help"`
	Group    string          `json:"group"`
	ShowWhen [][]string      `json:"show_when"`
	Also     [][]string      `json:"also"`
	Synonyms []string        `json:"synonyms"`
	Scope    knowledge.Scope `json:"scope"`
	Places   []string        `json:"places"`
	Settles  bool            `json:"settles"`
	Warns    bool            `json:"warns"` // it counts wherever it is chosen, also where it is not shown
	From     *int            `json:"from,omitempty"`
	To       *int            `json:"to,omitempty"`
}

func conditions(w knowledge.When) [][]string {
	out := make([][]string, 0, len(w))
	return append(out, w...)
}

func cleanAll(words []string) []string {
	out := make([]string, 0, len(words))
	out = append(out, words...)
	return out
}
