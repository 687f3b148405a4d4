package content

import (
	"errors"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"knead/guide"
	"knead/guide/knowledge"
)

// DecodeFHIR reads answers from a FHIR R4 QuestionnaireResponse in JSON that answers the questionnaire of this guide (knead
// questions --format fhir). What cannot be an answer is refused: an unknown item or code, a value of another kind, an answer
// marked as entered in error. What FHIR allows beside that (identifiers, who was asked, extensions) is passed over. The error
// is Problems: every one, with line and column in the file of this name.
func DecodeFHIR(g *guide.Guide, name string, data []byte) (guide.Answers, error) {
	given, err := readAnswers(name, data, func(d *decoder, root *yaml.Node, given *Given) {
		if !isFHIR(root) {
			d.problem(root, "is not a FHIR resource; a QuestionnaireResponse begins with \"resourceType\"")
			return
		}
		d.response(g, root, given)
	})
	return given.Answers, err
}

// isFHIR reports whether a file of answers is a FHIR resource.
func isFHIR(root *yaml.Node) bool {
	for i := 0; root.Kind == yaml.MappingNode && i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value == "resourceType" {
			return true
		}
	}
	return false
}

// The fields that FHIR R4 allows in a response, its items, their answers and a coding.
var (
	responseFields = []string{
		"resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension", "identifier",
		"basedOn", "partOf", "questionnaire", "status", "subject", "encounter", "authored", "author", "source", "item",
	}
	itemFields   = []string{"id", "extension", "modifierExtension", "linkId", "definition", "text", "answer", "item"}
	answerFields = []string{"id", "extension", "modifierExtension", "valueCoding", "valueInteger", "item"}
	codingFields = []string{"id", "extension", "system", "version", "code", "display", "userSelected"}

	// readable are the states in which answers may be read; "entered-in-error" is not one.
	readable = []string{"in-progress", "completed", "amended", "stopped"}
)

// maxDepth is how deep items may stand in each other: FHIR sets no limit, the questionnaire has two levels.
const maxDepth = 8

// fhirReader gathers what a response says of each question. Words are taken together at the end: some may stand aside.
type fhirReader struct {
	*decoder
	g     *guide.Guide
	items map[string]*yaml.Node // by linkId
	words map[string][]fhirWord // of a question
	open  map[string][]fhirWord
}

// fhirWord is one answer as Parse takes it, and where it stands.
type fhirWord struct {
	word string
	at   *yaml.Node
}

func (d *decoder) response(g *guide.Guide, root *yaml.Node, given *Given) {
	r := &fhirReader{decoder: d, g: g, items: map[string]*yaml.Node{}, words: map[string][]fhirWord{}, open: map[string][]fhirWord{}}
	fields, ok := r.object(root, "the response", responseFields)
	if !ok {
		return
	}
	if kind, ok := r.string(fields["resourceType"]); !ok || kind != "QuestionnaireResponse" {
		if ok {
			r.problem(fields["resourceType"], "%s holds no answers; a QuestionnaireResponse does", quoted(kind))
		}
		return
	}
	switch status, ok := r.string(fields["status"]); {
	case fields["status"] == nil:
		r.problem(root, "the field status is missing; write completed, or in-progress")
	case ok && status == "entered-in-error":
		r.problem(fields["status"], "these answers are marked as entered in error, and are not read")
	case ok && !slices.Contains(readable, status):
		r.problem(fields["status"], "status: %s is unknown; %s", quoted(status), guide.Nearest(status, readable))
	}
	if of := fields["questionnaire"]; of != nil {
		if canonical, ok := r.string(of); ok {
			url, version, _ := strings.Cut(canonical, "|")
			if given.Version = version; url != guide.FHIRQuestionnaire {
				r.problem(of, "this answers another questionnaire, %s; the one of this guide is %s", quoted(url), guide.FHIRQuestionnaire)
			}
		}
	}
	if authored := fields["authored"]; authored != nil {
		given.On = r.dateTime(authored)
	}
	if rules := fields["implicitRules"]; rules != nil {
		r.problem(rules, "implicitRules would change what the answers mean, and are not known here")
	}
	r.asides(fields["extension"])
	r.list(fields["item"], "item", func(n *yaml.Node) { r.item(n, 1) })
	r.finish(given.Answers)
}

// dateTime reads a date of FHIR. One without a time is the beginning of the day, month or year: answers are rather taken for
// older than they are than for newer.
func (r *fhirReader) dateTime(n *yaml.Node) time.Time {
	word, ok := r.date(n)
	if !ok {
		return time.Time{}
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly, "2006-01", "2006"} {
		if t, err := time.ParseInLocation(layout, word, time.Local); err == nil {
			return t
		}
	}
	r.problem(n, "%s is not a FHIR date; write 2026-11-28, or with a time 2026-11-28T09:30:00+01:00", quoted(word))
	return time.Time{}
}

// item reads a group or a question. Where an item stands says nothing; its linkId says everything.
func (r *fhirReader) item(n *yaml.Node, depth int) {
	fields, ok := r.object(n, "an item", itemFields)
	if !ok {
		return
	}
	id, ok := r.string(fields["linkId"])
	switch {
	case fields["linkId"] == nil:
		r.problem(n, "an item has no linkId")
		return
	case !ok:
		return
	case r.items[id] != nil:
		r.problem(fields["linkId"], "%s is answered twice; first on line %d", quoted(id), r.items[id].Line)
		return
	case depth > maxDepth:
		r.problem(n, "items are nested more than %d deep", maxDepth)
		return
	}
	r.items[id] = fields["linkId"]
	question, part, _ := strings.Cut(id, ".")
	q := r.g.Question(question)
	switch answer := fields["answer"]; {
	case q != nil && part == "":
		r.list(answer, "answer", func(a *yaml.Node) { r.answer(q, a, &r.words, depth) })
	case q != nil && "."+part == guide.FHIRNoNumber && q.Kind == knowledge.Scale:
		r.list(answer, "answer", func(a *yaml.Node) { r.noNumber(q, a, depth) })
	case q != nil && "."+part == guide.FHIROpen && q.Kind == knowledge.Many:
		r.list(answer, "answer", func(a *yaml.Node) { r.answer(q, a, &r.open, depth) })
	case !r.silent(id):
		r.problem(fields["linkId"], "%s is not an item of the questionnaire; %s", quoted(id), guide.Nearest(id, r.linkIDs()))
		return
	case answer != nil:
		r.problem(answer, "%s holds questions or words, and takes no answer", quoted(id))
	}
	r.list(fields["item"], "item", func(x *yaml.Node) { r.item(x, depth+1) })
}

// silent reports whether the item is one that takes no answer: a screen, or words beside a question.
func (r *fhirReader) silent(id string) bool {
	questions := r.g.Knowledge().Questions
	if page, ok := strings.CutPrefix(id, guide.FHIRScreen); ok {
		return slices.ContainsFunc(questions, func(q knowledge.Question) bool { return q.Page() == page })
	}
	question, part, _ := strings.Cut(id, ".")
	q := r.g.Question(question)
	if q == nil {
		return false
	}
	if option, ok := strings.CutPrefix("."+part, guide.FHIRHelp); ok {
		return q.Option(option) != nil
	}
	return slices.Contains([]string{guide.FHIRHint, guide.FHIRWhy, guide.FHIRWords, guide.FHIRAsked}, "."+part)
}

func (r *fhirReader) linkIDs() []string {
	var ids []string
	for _, q := range r.g.Knowledge().Questions {
		ids = append(ids, q.ID)
	}
	return ids
}

// answer reads one answer to a question.
func (r *fhirReader) answer(q *knowledge.Question, n *yaml.Node, into *map[string][]fhirWord, depth int) {
	fields, ok := r.object(n, "an answer", append([]string{"_valueInteger"}, answerFields...))
	if !ok {
		return
	}
	r.list(fields["item"], "item", func(x *yaml.Node) { r.item(x, depth+1) })
	number, absent, coding := fields["valueInteger"], fields["_valueInteger"], fields["valueCoding"]
	add := func(word string, at *yaml.Node) { (*into)[q.ID] = append((*into)[q.ID], fhirWord{word, at}) }
	switch {
	case number != nil && coding != nil:
		r.problem(n, "an answer has one value; this one has two")
	case coding != nil:
		if word, at := r.coding(q, coding); word != "" {
			add(word, at)
		}
	case q.Kind != knowledge.Scale && (number != nil || absent != nil):
		r.problem(n, "%s takes a valueCoding, not a number", q.ID)
	case number != nil:
		if number.Kind != yaml.ScalarNode || number.ShortTag() != "!!int" {
			low, high := q.Range()
			r.problem(number, "valueInteger: %s is not a whole number; write one from %d to %d", kind(number), low, high)
			return
		}
		add(number.Value, number)
	case absent != nil:
		if r.unsureExtension(absent) {
			add(guide.Unsure, absent)
		}
	case !otherValue(n):
		r.problem(n, "an answer has no value; write valueCoding, or valueInteger for a number")
	}
}

// noNumber reads "not sure" in the place of a number.
func (r *fhirReader) noNumber(q *knowledge.Question, n *yaml.Node, depth int) {
	before := len(r.words[q.ID])
	r.answer(q, n, &r.words, depth)
	for _, w := range r.words[q.ID][before:] {
		if w.word != guide.Unsure {
			r.problem(w.at, "%s%s takes the code %s only; a number belongs in the item %s", q.ID, guide.FHIRNoNumber, guide.FHIRUnsure, q.ID)
		}
	}
}

// otherValue reports whether an answer has a value of a kind that is no field here, and was reported as that.
func otherValue(n *yaml.Node) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if strings.HasPrefix(strings.TrimPrefix(n.Content[i].Value, "_"), "value") {
			return true
		}
	}
	return false
}

// coding reads the code of an option, or that of "not sure".
func (r *fhirReader) coding(q *knowledge.Question, n *yaml.Node) (word string, at *yaml.Node) {
	fields, ok := r.object(n, "valueCoding", codingFields)
	if !ok {
		return "", nil
	}
	system, _ := r.string(fields["system"])
	code, ok := r.string(fields["code"])
	at = fields["code"]
	switch {
	case at == nil:
		r.problem(n, "valueCoding has no code")
	case !ok:
	case code == guide.FHIRUnsure && (system == guide.FHIRAbsent || system == guide.FHIRFacts):
		return guide.Unsure, at
	case system == guide.FHIRAbsent:
		r.problem(at, "%s is not known here; not sure is %s", quoted(code), guide.FHIRUnsure)
	case fields["system"] == nil:
		r.problem(n, "valueCoding has no system; the answers of this guide have %s", guide.FHIRFacts)
	case system != guide.FHIRFacts:
		r.problem(fields["system"], "the code system %s is not known here; the answers of this guide have %s", quoted(system), guide.FHIRFacts)
	default:
		option, ok := strings.CutPrefix(code, q.ID+"/")
		switch {
		case !ok:
			r.problem(at, "%s is not an answer to %s; its codes begin with %s/", quoted(code), q.ID, q.ID)
		case q.Kind == knowledge.Scale:
			low, high := q.Range()
			r.problem(at, "%s takes a valueInteger from %d to %d, not a code", q.ID, low, high)
		default:
			return option, at
		}
	}
	return "", nil
}

// unsureExtension reads the reason why a number is missing.
func (r *fhirReader) unsureExtension(n *yaml.Node) bool {
	fields, ok := r.object(n, "_valueInteger", []string{"id", "extension"})
	if !ok {
		return false
	}
	unsure := false
	r.list(fields["extension"], "extension", func(x *yaml.Node) {
		if url, value := extension(x, "valueCode"); url == guide.FHIRAbsentExtension && value != nil && value.Value == guide.FHIRUnsure {
			unsure = true
		}
	})
	if !unsure {
		r.problem(n, "the number is missing without a known reason; not sure is the extension %s with %s", guide.FHIRAbsentExtension, guide.FHIRUnsure)
	}
	return unsure
}

// asides reads the answers that no item could hold when the response was written. Whether they count depends on all answers.
func (r *fhirReader) asides(n *yaml.Node) {
	r.list(n, "extension", func(x *yaml.Node) {
		url, value := extension(x, "valueString")
		if url != guide.FHIRAside && url != guide.FHIRUnasked {
			return
		}
		line, ok := r.string(value)
		if !ok {
			r.problem(x, "an answer that no item holds is a valueString: question: option")
			return
		}
		aside, err := r.g.ParseLines([]string{line})
		if err != nil {
			r.problem(value, "%s", shown(err.Error()))
			return
		}
		for id, a := range aside {
			words, open := a.Words(r.g.Question(id))
			for _, w := range words {
				r.words[id] = append(r.words[id], fhirWord{w, value})
			}
			for _, o := range open {
				r.open[id] = append(r.open[id], fhirWord{o, value})
			}
		}
	})
}

// finish makes answers of the words, question by question.
func (r *fhirReader) finish(answers guide.Answers) {
	questions := r.g.Knowledge().Questions
	for i := range questions {
		id := questions[i].ID
		var a guide.Answer
		var err error
		if list := r.words[id]; len(list) > 0 {
			list, r.open[id] = r.numberAndUnsure(&questions[i], list)
			words := make([]string, 0, len(list))
			for _, w := range list {
				words = append(words, w.word)
			}
			if a, err = r.g.Parse(id, words...); err != nil {
				r.refuseWord(list, err)
				continue
			}
		}
		for _, o := range r.open[id] {
			if a, err = r.g.LeaveOpen(a, id, o.word); err != nil {
				r.refuseWord([]fhirWord{o}, err)
			}
		}
		if a.Given() {
			answers[id] = a
		}
	}
}

// numberAndUnsure takes a number beside "not sure" for that number, or any other: it counts, and rules nothing out.
func (r *fhirReader) numberAndUnsure(q *knowledge.Question, words []fhirWord) (list, open []fhirWord) {
	number := slices.IndexFunc(words, func(w fhirWord) bool { return w.word != guide.Unsure })
	if q.Kind != knowledge.Scale || len(words) != 2 || number < 0 || words[1-number].word != guide.Unsure {
		return words, r.open[q.ID]
	}
	a, err := r.g.Parse(q.ID, words[number].word)
	for i := range q.Options {
		if o := &q.Options[i]; err == nil && !a.Has(o.ID) {
			open = append(open, fhirWord{o.ID, words[1-number].at})
		}
	}
	return words[number : number+1], append(open, r.open[q.ID]...)
}

// refuseWord reports an answer that cannot be taken, at the word that is wrong.
func (r *fhirReader) refuseWord(words []fhirWord, err error) {
	at := words[0].at
	e := (*guide.AnswerError)(nil)
	if !errors.As(err, &e) {
		r.problem(at, "%s", answerProblem(err))
		return
	}
	for _, w := range words {
		if w.word == e.Value {
			at = w.at
		}
	}
	r.problem(at, "%s", answerProblem(err))
}
