package fhir

import (
	"errors"
	"slices"
	"strings"
	"time"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

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

// maxDepth is how deeply items may be nested. FHIR sets no limit; the questionnaire has two levels.
const maxDepth = 8

// reader collects the words that a response gives for each question. They are combined at the end, because some may have to be
// set aside.
type reader struct {
	g     *guide.Guide
	items map[string]Node   // by linkId
	words map[string][]word // of a question
	open  map[string][]word
}

// word is one answer as Parse takes it, with its position.
type word struct {
	word string
	at   Node
}

// Read reads the answers of a QuestionnaireResponse to this guide's questionnaire. It also returns when they were given and for
// which version of the questions: a zero time and "" if the response does not record it. It reports what cannot be an answer as
// a problem of its node: an unknown item or code, a value of another kind, an answer marked as entered in error. It ignores
// everything else that FHIR allows, such as identifiers, authors, and extensions.
func Read(g *guide.Guide, root Node) (answers guide.Answers, on time.Time, version string) {
	r := &reader{g: g, items: map[string]Node{}, words: map[string][]word{}, open: map[string][]word{}}
	fields, ok := r.object(root, "the response", responseFields)
	if !ok {
		return nil, on, ""
	}
	if kind, ok := r.string(fields["resourceType"]); !ok || kind != "QuestionnaireResponse" {
		if ok {
			fields["resourceType"].Problem("%s holds no answers; a QuestionnaireResponse does", document.Quoted(kind))
		}
		return nil, on, ""
	}
	switch status, ok := r.string(fields["status"]); {
	case fields["status"] == nil:
		root.Problem("the field status is missing; write completed, or in-progress")
	case ok && status == "entered-in-error":
		fields["status"].Problem("these answers are marked as entered in error, and are not read")
	case ok && !slices.Contains(readable, status):
		fields["status"].Problem("status: %s is unknown; %s", document.Quoted(status), guide.Nearest(status, readable))
	}
	if of := fields["questionnaire"]; of != nil {
		if canonical, ok := r.string(of); ok {
			var url string
			if url, version, _ = strings.Cut(canonical, "|"); url != Canonical {
				of.Problem("this answers another questionnaire, %s; the one of this guide is %s", document.Quoted(url), Canonical)
			}
		}
	}
	if authored := fields["authored"]; authored != nil {
		on = r.dateTime(authored)
	}
	if rules := fields["implicitRules"]; rules != nil {
		rules.Problem("implicitRules would change what the answers mean, and are not known here")
	}
	r.asides(fields["extension"])
	r.list(fields["item"], "item", func(n Node) { r.item(n, 1) })
	return r.answers(), on, version
}

// dateTime reads a date of FHIR. One without a time is the beginning of the day, month or year: answers are rather taken for
// older than they are than for newer.
func (r *reader) dateTime(n Node) time.Time {
	word, ok := r.date(n)
	if !ok {
		return time.Time{}
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly, "2006-01", "2006"} {
		if t, err := time.ParseInLocation(layout, word, time.Local); err == nil {
			if t.IsZero() { // what some programs write in place of a date; it is one, and not today
				t = t.Add(1)
			}
			return t
		}
	}
	n.Problem("%s is not a FHIR date; write 2026-11-28, or with a time 2026-11-28T09:30:00+01:00", document.Quoted(word))
	return time.Time{}
}

// item reads a group or a question. Its linkId identifies it; its position in the document does not matter.
func (r *reader) item(n Node, depth int) {
	fields, ok := r.object(n, "an item", itemFields)
	if !ok {
		return
	}
	id, ok := r.string(fields["linkId"])
	switch {
	case fields["linkId"] == nil:
		n.Problem("an item has no linkId")
		return
	case !ok:
		return
	case r.items[id] != nil:
		fields["linkId"].Problem("%s is answered twice; first on line %d", document.Quoted(id), r.items[id].Line())
		return
	case depth > maxDepth:
		n.Problem("items are nested more than %d deep", maxDepth)
		return
	}
	r.items[id] = fields["linkId"]
	question, part, _ := strings.Cut(id, ".")
	q := r.g.Question(question)
	switch answer := fields["answer"]; {
	case q != nil && part == "":
		r.list(answer, "answer", func(a Node) { r.answer(q, a, &r.words, depth) })
	case q != nil && "."+part == ItemNoNumber && q.Kind == knowledge.Scale:
		r.list(answer, "answer", func(a Node) { r.noNumber(q, a, depth) })
	case q != nil && "."+part == ItemOpen && q.Kind == knowledge.Many:
		r.list(answer, "answer", func(a Node) { r.answer(q, a, &r.open, depth) })
	case !r.silent(id):
		fields["linkId"].Problem("%s is not an item of the questionnaire; %s", document.Quoted(id), guide.Nearest(id, r.linkIDs()))
		return
	case answer != nil:
		answer.Problem("%s holds questions or words, and takes no answer", document.Quoted(id))
	}
	r.list(fields["item"], "item", func(x Node) { r.item(x, depth+1) })
}

// silent reports whether the item takes no answer: a screen, or an item that only holds words.
func (r *reader) silent(id string) bool {
	questions := r.g.Knowledge().Questions
	if page, ok := strings.CutPrefix(id, ItemScreen); ok {
		return slices.ContainsFunc(questions, func(q knowledge.Question) bool { return q.Page() == page })
	}
	question, part, _ := strings.Cut(id, ".")
	q := r.g.Question(question)
	if q == nil {
		return false
	}
	if option, ok := strings.CutPrefix("."+part, ItemHelp); ok {
		return q.Option(option) != nil
	}
	return slices.Contains([]string{ItemAbout, ItemHint, ItemWhy, ItemWords, ItemAsked, ItemOpen + ItemWhy}, "."+part)
}

func (r *reader) linkIDs() []string {
	var ids []string
	for _, q := range r.g.Knowledge().Questions {
		ids = append(ids, q.ID)
	}
	return ids
}

// answer reads one answer to a question.
func (r *reader) answer(q *knowledge.Question, n Node, into *map[string][]word, depth int) {
	fields, ok := r.object(n, "an answer", append([]string{"_valueInteger"}, answerFields...))
	if !ok {
		return
	}
	r.list(fields["item"], "item", func(x Node) { r.item(x, depth+1) })
	number, absent, coding := fields["valueInteger"], fields["_valueInteger"], fields["valueCoding"]
	add := func(text string, at Node) { (*into)[q.ID] = append((*into)[q.ID], word{text, at}) }
	switch {
	case number != nil && coding != nil:
		n.Problem("an answer has one value; this one has two")
	case coding != nil:
		if word, at := r.coding(q, coding); word != "" {
			add(word, at)
		}
	case q.Kind != knowledge.Scale && (number != nil || absent != nil):
		n.Problem("%s takes a valueCoding, not a number", q.ID)
	case number != nil:
		if number.Kind() != Whole {
			low, high := q.Range()
			number.Problem("valueInteger: %s is not a whole number; write one from %d to %d", number, low, high)
			return
		}
		add(number.Text(), number)
	case absent != nil:
		if r.unsureExtension(absent) {
			add(guide.Unsure, absent)
		}
	case !otherValue(n):
		n.Problem("an answer has no value; write valueCoding, or valueInteger for a number")
	}
}

// noNumber reads "not sure" in the place of a number.
func (r *reader) noNumber(q *knowledge.Question, n Node, depth int) {
	before := len(r.words[q.ID])
	r.answer(q, n, &r.words, depth)
	for _, w := range r.words[q.ID][before:] {
		if w.word != guide.Unsure {
			w.at.Problem("%s%s takes the code %s only; a number belongs in the item %s", q.ID, ItemNoNumber, CodeUnsure, q.ID)
		}
	}
}

// otherValue reports whether an answer has a value of an unsupported kind, and reports that as a problem.
func otherValue(n Node) bool {
	for key := range n.Fields() {
		if strings.HasPrefix(strings.TrimPrefix(key.Text(), "_"), "value") {
			return true
		}
	}
	return false
}

// coding reads the code of an option, or that of "not sure".
func (r *reader) coding(q *knowledge.Question, n Node) (word string, at Node) {
	fields, ok := r.object(n, "valueCoding", codingFields)
	if !ok {
		return "", nil
	}
	system, _ := r.string(fields["system"])
	code, ok := r.string(fields["code"])
	at = fields["code"]
	switch {
	case at == nil:
		n.Problem("valueCoding has no code")
	case !ok:
	case code == CodeUnsure && (system == SystemAbsent || system == SystemFacts):
		return guide.Unsure, at
	case system == SystemAbsent:
		at.Problem("%s is not known here; not sure is %s", document.Quoted(code), CodeUnsure)
	case fields["system"] == nil:
		n.Problem("valueCoding has no system; the answers of this guide have %s", SystemFacts)
	case system != SystemFacts:
		fields["system"].Problem("the code system %s is not known here; the answers of this guide have %s", document.Quoted(system), SystemFacts)
	default:
		option, ok := strings.CutPrefix(code, q.ID+"/")
		switch {
		case !ok:
			at.Problem("%s is not an answer to %s; its codes begin with %s/", document.Quoted(code), q.ID, q.ID)
		case q.Kind == knowledge.Scale:
			low, high := q.Range()
			at.Problem("%s takes a valueInteger from %d to %d, not a code", q.ID, low, high)
		default:
			return option, at
		}
	}
	return "", nil
}

// unsureExtension reads the reason why a number is missing.
func (r *reader) unsureExtension(n Node) bool {
	fields, ok := r.object(n, "_valueInteger", []string{"id", "extension"})
	if !ok {
		return false
	}
	unsure := false
	r.list(fields["extension"], "extension", func(x Node) {
		if url, value := extensionOf(x, "valueCode"); url == ExtensionAbsent && value != nil && value.Text() == CodeUnsure {
			unsure = true
		}
	})
	if !unsure {
		n.Problem("the number is missing without a known reason; not sure is the extension %s with %s", ExtensionAbsent, CodeUnsure)
	}
	return unsure
}

// asides reads the answers that no item could hold when the response was written. Whether they count depends on all answers.
func (r *reader) asides(n Node) {
	r.list(n, "extension", func(x Node) {
		url, value := extensionOf(x, "valueString")
		if url != ExtensionAside && url != ExtensionUnasked {
			return
		}
		line, ok := r.string(value)
		if !ok {
			x.Problem("an answer that no item holds is a valueString: question: option")
			return
		}
		aside, err := r.g.ParseLines([]string{line})
		if err != nil {
			value.Problem("%s", document.Shown(err.Error()))
			return
		}
		for id, a := range aside {
			words, open := a.Words(r.g.Question(id))
			for _, w := range words {
				r.words[id] = append(r.words[id], word{w, value})
			}
			for _, o := range open {
				r.open[id] = append(r.open[id], word{o, value})
			}
		}
	})
}

// answers makes answers of the words, question by question.
func (r *reader) answers() guide.Answers {
	answers := guide.Answers{}
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
				r.refuseWord([]word{o}, err)
			}
		}
		if a.Given() {
			answers[id] = a
		}
	}
	return answers
}

// numberAndUnsure resolves a number together with "not sure": the number counts, and every other number stays possible.
func (r *reader) numberAndUnsure(q *knowledge.Question, words []word) (list, open []word) {
	number := slices.IndexFunc(words, func(w word) bool { return w.word != guide.Unsure })
	if q.Kind != knowledge.Scale || len(words) != 2 || number < 0 || words[1-number].word != guide.Unsure {
		return words, r.open[q.ID]
	}
	a, err := r.g.Parse(q.ID, words[number].word)
	for i := range q.Options {
		if o := &q.Options[i]; err == nil && !a.Has(o.ID) {
			open = append(open, word{o.ID, words[1-number].at})
		}
	}
	return words[number : number+1], append(open, r.open[q.ID]...)
}

// refuseWord reports an answer that cannot be taken, at the word that is wrong.
func (r *reader) refuseWord(words []word, err error) {
	at := words[0].at
	if e := (*guide.AnswerError)(nil); errors.As(err, &e) {
		for _, w := range words {
			if w.word == e.Value {
				at = w.at
			}
		}
	}
	at.Refuse(err)
}
