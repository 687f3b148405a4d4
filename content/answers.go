package content

import (
	"errors"
	"strings"
	"time"
	"unicode"

	"go.yaml.in/yaml/v4"

	"knead/guide"
	"knead/guide/fold"
	"knead/guide/knowledge"
)

// DecodeAnswers reads answers as a person or a program writes them, in YAML or JSON:
//
//	where: [neck, shoulder]
//	start: gradual
//	severity: 6
//	now: none
//	history: [none]
//	age: unsure
//	signs/clumsy: unsure      one option left open
//
// A FHIR QuestionnaireResponse is read too, as DecodeFHIR does. A question that is missing is unknown. The error is Problems:
// every one, with line and column in the file of this name.
func DecodeAnswers(g *guide.Guide, name string, data []byte) (guide.Answers, error) {
	given, err := ReadAnswers(g, name, data)
	return given.Answers, err
}

// Given is answers, and what their file says of when they were given, and to which questions.
type Given struct {
	Answers guide.Answers
	On      time.Time // zero where the file does not say
	Version string    // of the questionnaire; "" where the file does not say
}

// ReadAnswers is DecodeAnswers that also returns what the file records about the answers. Only a FHIR response records any of
// it.
func ReadAnswers(g *guide.Guide, name string, data []byte) (Given, error) {
	return readAnswers(name, data, func(d *decoder, root *yaml.Node, given *Given) {
		if isFHIR(root) {
			d.response(g, root, given)
			return
		}
		d.answers(g, root, given.Answers)
	})
}

func readAnswers(name string, data []byte, take func(*decoder, *yaml.Node, *Given)) (Given, error) {
	r := &report{}
	given := Given{Answers: guide.Answers{}}
	text, ok := r.text(name, 0, data)
	if ok && strings.TrimSpace(string(text)) == "" {
		r.at(&place{file: name}, "is empty; write answers as question: option, one to a line")
		ok = false
	}
	if ok {
		text = []byte(strings.Map(usualBlank, string(text)))
		d := decoder{report: r, file: name}
		if root := d.parse(joinSurrogates(text)); root != nil {
			take(&d, root, &given)
		}
	}
	if err := r.err(); err != nil {
		return Given{}, err
	}
	return given, nil
}

// usualBlank makes a blank of another kind, as web pages and input methods leave them, the blank that separates words in a file.
func usualBlank(r rune) rune {
	if unicode.Is(unicode.Zs, r) {
		return ' '
	}
	return r
}

// answers reads first what was said of whole questions, then the options that were left open.
func (d *decoder) answers(g *guide.Guide, root *yaml.Node, answers guide.Answers) {
	if !d.plain(root) {
		return
	}
	if root.Kind != yaml.MappingNode {
		d.problem(root, "answers are written as question: option, one to a line, not as %s", kind(root))
		return
	}
	lines := map[string]int{}
	var open [][2]*yaml.Node
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		key.Value = fold.Typed(key.Value)
		switch line, again := lines[key.Value]; {
		case !d.plain(key):
		case key.Kind != yaml.ScalarNode:
			d.problem(key, "the name of a question cannot be %s", kind(key))
		case again:
			d.problem(key, "%s is answered twice; first on line %d", quoted(key.Value), line)
		case strings.Contains(key.Value, "/"):
			open = append(open, [2]*yaml.Node{key, value})
			lines[key.Value] = key.Line
		default:
			lines[key.Value] = key.Line
			d.answer(g, key, value, answers)
		}
	}
	for _, o := range open {
		d.leaveOpen(g, o[0], o[1], answers)
	}
}

func (d *decoder) answer(g *guide.Guide, key, value *yaml.Node, answers guide.Answers) {
	items := []*yaml.Node{value}
	if value.Kind == yaml.SequenceNode {
		items = value.Content
	}
	if !d.plain(value) {
		return
	}
	var words []string
	for _, item := range items {
		if !d.plain(item) {
			return
		}
		if item.Kind != yaml.ScalarNode {
			d.problem(item, "an answer is an option, a number, or a list of options, not %s", kind(item))
			return
		}
		item.Value = fold.Typed(item.Value)
		if word := said(g.Question(key.Value), item); word != "" {
			words = append(words, word)
		}
	}
	a, err := g.Parse(key.Value, words...)
	if err != nil {
		d.refuse(key, value, items, err)
		return
	}
	answers[key.Value] = a
}

// said returns the word as written. A truth value becomes the option yes or no if the question has one. An empty value is not a
// word.
func said(q *knowledge.Question, n *yaml.Node) string {
	switch n.ShortTag() {
	case "!!null":
		return ""
	case "!!bool":
		word := map[string]string{"true": "yes", "false": "no"}[strings.ToLower(n.Value)]
		if q != nil && q.Option(n.Value) == nil && q.Option(word) != nil {
			return word
		}
	}
	return n.Value
}

func (d *decoder) leaveOpen(g *guide.Guide, key, value *yaml.Node, answers guide.Answers) {
	question, option, _ := strings.Cut(key.Value, "/")
	if !d.plain(value) {
		return
	}
	if value.Kind != yaml.ScalarNode || fold.Typed(value.Value) != guide.Unsure {
		d.problem(value, "here an option can only be %s; to select it, list it under its question", guide.Unsure)
		return
	}
	a, err := g.LeaveOpen(answers[question], question, option)
	if err != nil {
		d.refuse(key, key, nil, err)
		return
	}
	answers[question] = a
}

// refuse reports an answer that cannot be taken, at the word that is wrong.
func (d *decoder) refuse(key, value *yaml.Node, items []*yaml.Node, err error) {
	at := value
	e := (*guide.AnswerError)(nil)
	if errors.As(err, &e) {
		if e.Value == "" {
			at = key
		}
		for _, item := range items {
			if item.Value == e.Value && e.Value != "" {
				at = item
			}
		}
	}
	d.problem(at, "%s", answerProblem(err))
}
