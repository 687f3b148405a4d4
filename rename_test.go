package main_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"knead/content"
	"knead/guide/knowledge"
)

// newID begins every renamed ID. No text of the program has it, so that taking it out again gives the old output.
const newID = "zq"

// renamed is a copy of a library in which every question, option, and therapy has another ID, everywhere.
func renamed(l *content.Library) (*content.Library, renamer) {
	r := renamer{questions: map[string]string{}, options: map[string]string{}, therapies: map[string]string{}}
	for _, q := range l.Knowledge.Questions {
		r.questions[q.ID] = newID + q.ID
		if q.Each != "" { // its ID is made of two
			r.questions[q.ID] = newID + strings.TrimSuffix(q.ID, q.Of[0]) + newID + q.Of[0]
		}
		for _, o := range q.Options {
			if o.ID != knowledge.None {
				r.options[o.ID] = newID + o.ID
			}
		}
	}
	for _, t := range l.Knowledge.Therapies {
		r.therapies[t.ID] = newID + t.ID
	}
	out := r.copy(reflect.ValueOf(*l), "").Interface().(content.Library)
	return &out, r
}

type renamer struct{ questions, options, therapies map[string]string }

// copy is a deep copy with new IDs. Field is what holds the value, as "Question.ID".
func (r renamer) copy(v reflect.Value, field string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		out.SetString(r.text(field, v.String()))
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(r.copy(v.Index(i), field))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(r.copy(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name))
		}
	default:
		out.Set(v)
	}
	return out
}

// text is the content of a field with new IDs.
func (r renamer) text(field, s string) string {
	switch field {
	case "Question.ID", "Question.Each", "Question.Screen", "Library.Block", "Column.Question":
		return rename(r.questions, s)
	case "Question.Of", "Question.IfUnsure", "Option.ID", "Contraindication.History", "Region.Places", "Region.Also", "Place.Option", "Place.Within", "Places.ID", "Places.Of", "Least.Places":
		return rename(r.options, s)
	case "Therapy.ID", "Therapy.Nearest", "Page.ID", "Advice.Uses":
		return rename(r.therapies, s)
	case "Case.Answers", "Example.Answers", "Column.Answers", "Sign.Answers", "Matrix.Base":
		return r.line(s)
	case "Page.Body":
		return link.ReplaceAllStringFunc(s, func(l string) string { return "](" + rename(r.therapies, l[2:len(l)-1]) + l[len(l)-1:] })
	case "Group.Leads":
		return r.fact(rename(r.questions, s))
	}
	return r.fact(s)
}

var link = regexp.MustCompile(`\]\([a-z0-9-]+[#)]`)

func rename(known map[string]string, id string) string {
	if other, ok := known[id]; ok {
		return other
	}
	return id
}

// fact renames "question/option", which a field of any name may hold.
func (r renamer) fact(s string) string {
	bare, not := strings.CutPrefix(s, "not ")
	question, option, ok := strings.Cut(bare, "/")
	if !ok || r.questions[question] == "" || r.options[option] == "" && option != knowledge.None {
		return s
	}
	bare = r.questions[question] + "/" + rename(r.options, option)
	if not {
		return "not " + bare
	}
	return bare
}

// line renames an answer, "question: option, option" or "question/option: unsure". A question may be a pattern, as in "side-*".
func (r renamer) line(s string) string {
	head, tail, _ := strings.Cut(s, ":")
	question, option, each := strings.Cut(head, "/")
	if strings.HasSuffix(question, "*") {
		question = newID + question
	}
	head = rename(r.questions, question)
	if each {
		head += "/" + rename(r.options, option)
	}
	options := strings.Split(tail, ",")
	for i, o := range options {
		options[i] = " " + rename(r.options, strings.TrimSpace(o))
	}
	return head + ":" + strings.Join(options, ",")
}

func (r renamer) lines(answers []string) []string {
	answers = slices.Clone(answers)
	for i := range answers {
		answers[i] = r.line(answers[i])
	}
	return answers
}

// oldIDs takes the new IDs out of an output.
func oldIDs(s string) string { return strings.ReplaceAll(s, newID, "") }
