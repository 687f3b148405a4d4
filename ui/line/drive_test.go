package line

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
)

var (
	g   = builtin.Guide()
	lib = builtin.Library()
)

// typist is a person at the keyboard: an input that waits for lines.
type typist struct {
	c    chan string
	rest []byte
}

func (t *typist) Read(p []byte) (int, error) {
	if len(t.rest) == 0 {
		s, ok := <-t.c
		if !ok {
			return 0, io.EOF
		}
		t.rest = []byte(s)
	}
	n := copy(p, t.rest)
	t.rest = t.rest[n:]
	return n, nil
}

func (t *typist) types(lines ...string) {
	for _, l := range lines {
		t.c <- l + "\n"
	}
}

// drive runs a session; at every prompt, answer says what is typed. It returns what was written.
func drive(t testing.TB, o Options, answer func(w *walk, q guide.Asked) []string) (Outcome, string) {
	t.Helper()
	o.Guide, o.Library = g, lib
	in := &typist{c: make(chan string, 64)}
	o.prompted = func(w *walk, q guide.Asked) { in.types(answer(w, q)...) }
	var out bytes.Buffer
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	result, err := Run(ctx, o, in, &out)
	if err != nil || ctx.Err() != nil {
		t.Fatalf("%v, %v; the end of what was written:\n%s", err, ctx.Err(), tail(out.String()))
	}
	close(in.c)
	return result, out.String()
}

func tail(s string) string { return s[max(0, len(s)-8000):] }

// event is a question that was put when it had no answer yet, as it was put.
type event string

func eventOf(page string, q guide.Asked) event {
	return event(page + ": " + q.ID + " (" + strings.Join(ids(q), " ") + ")")
}

// ids are the options that are shown.
func ids(q guide.Asked) []string {
	out := make([]string, len(q.Shown))
	for i, o := range q.Shown {
		out[i] = o.ID
	}
	return out
}

// person answers a question. The answer is complete and offers nothing that is not shown.
type person func(q guide.Asked) guide.Answer

// says is the person of these answers. What they do not say they know nothing of, or has none of the list.
func says(answers guide.Answers) person {
	return func(q guide.Asked) guide.Answer {
		a := answers[q.ID]
		a.Options = slices.DeleteFunc(slices.Clone(a.Options), func(id string) bool { return !slices.Contains(ids(q), id) })
		a.Open = slices.DeleteFunc(slices.Clone(a.Open), func(id string) bool { return !slices.Contains(ids(q), id) })
		if q.Answered(a) {
			return a
		}
		if q.Kind == knowledge.Many {
			return guide.Answer{Options: []string{knowledge.None}, Open: a.Open}
		}
		return guide.Answer{Unsure: true}
	}
}

// keyed is an answer as it is typed at a question with this list.
func keyed(q guide.Asked, was, a guide.Answer) string {
	if a.Unsure {
		if q.Kind == knowledge.Many && len(was.Options) > 0 {
			return "only unsure"
		}
		return "unsure"
	}
	if q.Kind == knowledge.Scale {
		return strconv.Itoa(a.Value)
	}
	var words []string
	for i, c := range choices(q, was) {
		switch {
		case c.option == nil:
		case a.Has(c.option.ID):
			words = append(words, strconv.Itoa(i+1))
		case slices.Contains(a.Open, c.option.ID):
			words = append(words, "?"+strconv.Itoa(i+1))
		}
	}
	if q.Kind == knowledge.Many && was.Given() {
		words = append([]string{"only"}, words...)
	}
	return strings.Join(words, " ")
}

// byLine goes through the guide line by line, to its result. It returns the questions in the order in which they were put.
func byLine(t testing.TB, p person) ([]event, Outcome, string) {
	t.Helper()
	var events []event
	out, text := drive(t, Options{}, func(w *walk, q guide.Asked) []string {
		switch {
		case q.Question != nil:
			events = append(events, eventOf(w.Page(), q))
			return []string{keyed(q, w.Answers()[q.ID], p(q))}
		case w.Page() == guide.ReviewPage && !strings.HasSuffix(string(last(events)), "result"):
			events = append(events, "result")
			return []string{"result"}
		}
		return []string{"quit"}
	})
	return events, out, text
}

func last(events []event) event {
	if len(events) == 0 {
		return ""
	}
	return events[len(events)-1]
}

// byInterview goes through the guide as the full screen does: page by page, every question of a page as it applies.
func byInterview(t testing.TB, p person) ([]event, guide.Interview) {
	t.Helper()
	var events []event
	i := g.Start()
	for !i.Finished() {
		for q := i.Missing(); q != nil; q = i.Missing() {
			at := slices.IndexFunc(i.Questions(), func(x guide.Asked) bool { return x.ID == q.ID })
			asked := i.Questions()[at]
			events = append(events, eventOf(i.Page(), asked))
			i = i.Answer(q.ID, p(asked))
		}
		next, err := i.Next()
		if err != nil {
			t.Fatal(err)
		}
		i = next
	}
	if i.Page() == guide.ReviewPage {
		events = append(events, "result")
	}
	return events, i
}

// assessed is everything that follows from answers, as text.
func assessed(t testing.TB, a guide.Answers) string {
	t.Helper()
	data, err := report.JSON(g, g.Assess(a), g.Changes(a), lib.Version())
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if x, y := fmt.Sprint(got), fmt.Sprint(want); x != y {
		t.Fatalf("%s differ:\n%s\n%s", what, x, y)
	}
}
