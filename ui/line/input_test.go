package line

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"knead/content"
	"knead/guide"
	"knead/guide/fixture"
)

// recorded is what a person types from the first question to the result, and what was said at every prompt.
type recorded struct {
	lines   []string
	answers []guide.Answers // before the line of the same number
	asked   []string        // the question, "" for none
}

func record(t testing.TB, p person) recorded {
	t.Helper()
	var r recorded
	results := 0
	drive(t, Options{}, func(w *walk, q guide.Asked) []string {
		line := "quit"
		id := ""
		switch {
		case q.Question != nil:
			line, id = keyed(q, w.Answers()[q.ID], p(q)), q.ID
		case w.Page() == guide.ReviewPage && results == 0:
			line, results = "result", 1
		}
		r.lines, r.answers, r.asked = append(r.lines, line), append(r.answers, w.Answers()), append(r.asked, id)
		return []string{line}
	})
	return r
}

// everyQuestion is a few people who together are asked everything.
func everyQuestion(t testing.TB) []recorded {
	t.Helper()
	everyone.Do(func() { everyone.all = recordEveryone(t) })
	if len(everyone.all) == 0 {
		t.Fatal("the people could not be recorded; see the test that tried first")
	}
	return everyone.all
}

var everyone struct {
	sync.Once
	all []recorded
}

func recordEveryone(t testing.TB) []recorded {
	t.Helper()
	left := map[string]bool{}
	for _, q := range g.Knowledge().Questions {
		left[q.ID] = true
	}
	var out []recorded
	try := func(p person) {
		if len(left) == 0 {
			return
		}
		events, _ := byInterview(t, p)
		fresh := false
		for _, e := range events {
			words := strings.Fields(string(e))
			if len(words) > 1 && left[words[1]] {
				fresh = true
				delete(left, words[1])
			}
		}
		if fresh {
			out = append(out, record(t, p))
		}
	}
	all := people(t)
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		try(says(all[name]))
	}
	for seed := range uint64(2000) {
		try(thrown(seed, 0))
	}
	t.Logf("%d people are asked everything", len(out))
	if len(left) > 0 {
		t.Fatalf("nobody is asked %v", left)
	}
	return out
}

func run(t testing.TB, o Options, in io.Reader) (Outcome, string) {
	t.Helper()
	if o.Guide == nil {
		o.Guide, o.Library = g, lib
	}
	var out bytes.Buffer
	outcome, err := Run(t.Context(), o, in, &out)
	if err != nil {
		t.Fatal(err)
	}
	return outcome, out.String()
}

// At every single question the end of the input answers nothing, and hands back what was said as a file that says the same.
// A line without an end was not entered, whatever it holds.
func TestEndOfInputAtEveryQuestion(t *testing.T) {
	for _, r := range everyQuestion(t) {
		for n, id := range r.asked {
			if id == "" {
				continue
			}
			for i, unfinished := range []string{"", "1", "none", "unsure", " "} {
				if !fixture.Thorough() && n%5 != i { // one of them at every question
					continue
				}
				in := strings.Join(append(slices.Clone(r.lines[:n]), unfinished), "\n")
				out, text := run(t, Options{}, strings.NewReader(in))
				if out.Ending != EndOfInput {
					t.Fatalf("%s, %q: ended as %d", id, unfinished, out.Ending)
				}
				same(t, id+": answers", g.Lines(out.Answers), g.Lines(r.answers[n]))
				if strings.Contains(text, "Your result") {
					t.Fatalf("%s: a result is told", id)
				}
				_, file, ok := strings.Cut(text, "\n\n# Answers")
				if !ok {
					if len(out.Answers) > 0 {
						t.Fatalf("%s: there is no file of answers:\n%s", id, tail(text))
					}
					continue
				}
				back, err := content.DecodeAnswers(g, "answers", []byte("# Answers"+file))
				if err != nil {
					t.Fatalf("%s: %v", id, err)
				}
				same(t, id+": file", g.Lines(back), g.Lines(out.Answers))
			}
		}
	}
}

// At the review, and after the result or a stop, the end of the input is an end as well.
func TestEndOfInputAfterTheQuestions(t *testing.T) {
	for name, want := range map[string]Ending{"case desk-neck": Finished, "case numb-seat": Stopped} {
		r := record(t, says(people(t)[name]))
		all := strings.Join(r.lines[:len(r.lines)-1], "\n") + "\n"
		if out, _ := run(t, Options{}, strings.NewReader(all)); out.Ending != want {
			t.Errorf("%s: after all is told it ends as %d", name, out.Ending)
		}
		if want == Finished {
			review := strings.TrimSuffix(all, "result\n")
			if out, text := run(t, Options{}, strings.NewReader(review)); out.Ending != EndOfInput || !strings.Contains(text, "# Answers") {
				t.Errorf("at the review it ends as %d", out.Ending)
			}
			if out, _ := run(t, Options{}, strings.NewReader(all+"review\n")); out.Ending != Finished {
				t.Errorf("after a second look at the review it ends as %d", out.Ending)
			}
			if out, _ := run(t, Options{}, strings.NewReader(all+"again\nlow back\n")); out.Ending != EndOfInput {
				t.Errorf("in a second round it ends as %d", out.Ending)
			}
		}
	}
}

// hanging is an input that has nothing more to say, and does not end. It tells when somebody waits for it.
type hanging struct {
	r       io.Reader
	waits   func()
	release chan struct{}
}

func (h *hanging) Read(p []byte) (int, error) {
	if n, err := h.r.Read(p); n > 0 || err == nil {
		return n, nil
	}
	h.waits()
	<-h.release
	return 0, io.EOF
}

// An interruption at any question ends the session at once, though the input hangs, and answers nothing.
func TestInterruptionAtEveryQuestion(t *testing.T) {
	for _, r := range everyQuestion(t) {
		for n, id := range r.asked {
			if id == "" {
				continue
			}
			ctx, cancel := context.WithCancel(t.Context())
			prompts := 0
			in := &hanging{strings.NewReader(strings.Join(r.lines[:n], "\n") + strings.Repeat("\n", min(n, 1))), func() {}, make(chan struct{})}
			o := Options{Guide: g, Library: lib, prompted: func(*walk, guide.Asked) {
				if prompts++; prompts == n+1 {
					cancel()
				}
			}}
			var text bytes.Buffer
			out, err := Run(ctx, o, in, &text)
			if err != nil || out.Ending != Interrupted {
				t.Fatalf("%s: ended as %d, %v", id, out.Ending, err)
			}
			same(t, id+": answers", g.Lines(out.Answers), g.Lines(r.answers[n]))
			close(in.release)
			cancel()
		}
	}
}

func TestInterruptionWhileWaiting(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	in := &hanging{strings.NewReader("low back\n"), func() { time.AfterFunc(10*time.Millisecond, cancel) }, make(chan struct{})}
	defer close(in.release)
	out, err := Run(ctx, Options{Guide: g, Library: lib}, in, io.Discard)
	if err != nil || out.Ending != Interrupted || len(out.Answers) != 1 {
		t.Errorf("%+v, %v", out, err)
	}
}

// Nonsense is what nobody means as an answer, or not as one that can be taken.
var nonsense = []string{
	"", "   ", "\t", "xyzzy", "999", "-1", "+", ",", ";;", "???", "1 2 3 999", "none 999", "xyzzy none", "unsure 1", "1 xyzzy",
	"?", "help", "why", "list", "review", "keepp", "add", "drop", "only", "add xyzzy", "change", "change 0", "change 999", "find", "/", "result", "again",
	"un", "bac", "hel", "qui", "rev", "lis", "kee", "wh", "re", "a", "the", "no notion of it", "yes please maybe", "1e1",
	"\x1b[A", "1\x1b[D", "\x00", "2\x7f", "\u202e1", "1\u200b2\u202a", "\xff\xfe", strings.Repeat("1 ", 3000), strings.Repeat("x", 100000),
}

// At every question, nonsense answers nothing, and something that would be right is told.
func TestNonsenseAtEveryQuestion(t *testing.T) {
	for _, r := range everyQuestion(t) {
		var in strings.Builder
		for n, line := range r.lines {
			if r.asked[n] != "" {
				for i, s := range nonsense {
					if !fixture.Thorough() && n%4 != i%4 { // a quarter of it at every question
						continue
					}
					in.WriteString(s + "\n")
				}
			}
			in.WriteString(line + "\n")
		}
		n := 0
		o := Options{prompted: func(w *walk, q guide.Asked) {
			id := ""
			if q.Question != nil {
				id = q.ID
			}
			if n >= len(r.asked) || id != r.asked[n] {
				t.Fatalf("after prompt %d comes %q", n, id)
			}
			same(t, id+": answers", g.Lines(w.Answers()), g.Lines(r.answers[n]))
			n++
		}}
		out, text := run(t, o, strings.NewReader(in.String()))
		if n != len(r.asked) || out.Ending != Finished && out.Ending != Stopped {
			t.Fatalf("%d of %d prompts, ended as %d", n, len(r.asked), out.Ending)
		}
		tidy(t, text, defaultWidth)
	}
}

// Every line of nonsense is answered with something.
func TestNonsenseIsAnswered(t *testing.T) {
	for _, s := range nonsense {
		_, text := run(t, Options{Echo: true}, strings.NewReader(s+"\n"))
		parts := strings.Split(text, "Your answer: ")
		if len(parts) != 3 {
			t.Errorf("%q: %d prompts", s, len(parts)-1)
			continue
		}
		_, reply, _ := strings.Cut(parts[1], "\n")
		if strings.TrimSpace(reply) == "" {
			t.Errorf("%q is not answered", s)
		}
		if strings.Contains(reply, "You said") {
			t.Errorf("%q is an answer: %s", s, reply)
		}
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error)  { return 0, errors.New("the line is dead") }
func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestBrokenStreams(t *testing.T) {
	o := Options{Guide: g, Library: lib}
	if _, err := Run(t.Context(), o, broken{}, io.Discard); err == nil || err.Error() != "the line is dead" {
		t.Errorf("reading: %v", err)
	}
	if _, err := Run(t.Context(), o, strings.NewReader("1\n1\n1\n"), broken{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("writing: %v", err)
	}
}
