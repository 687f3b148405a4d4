package line

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// People answer as they speak. A name among idle words is taken; what may mean an answer is offered, after a question mark
// here; and what may mean several, or its contrary, is asked again ("!").
func TestEverydayAnswers(t *testing.T) {
	for _, c := range []struct{ question, typed, want string }{
		{"where", "lower back", "low-back"},
		{"where", "my lower back", "low-back"},
		{"where", "It's my lower back", "low-back"},
		{"where", "in my left knee", "knee"},
		{"where", "my lower back and my left knee", "low-back, knee"},
		{"where", "pain in the neck", "neck"},
		{"where", "My neck hurts.", "neck"},
		{"where", "the right shoulder, and my neck", "neck, shoulder"},
		{"where", "a stiff neck", "neck"},
		{"where", "back pain", "!upper-back low-back whole-back"},
		{"where", "lowr back", "?low-back"},
		{"where", "my lowwer back", "?low-back"},
		{"where", "shoulder blade", "?upper-back"},
		{"where", "lower back when I sit", "?low-back"},
		{"where", "neck and shoulders since monday", "?neck, shoulder"},
		{"where", "not my neck", "!"},
		{"where", "everything but my neck", "!"},
		{"where", "nowhere", "none"},
		{"where", "nothing", "none"},
		{"where", "no", "?none"},
		{"where", "yes", "!"},
		{"where", "I don't know", "unsure"},
		{"where", "maybe my neck", "?open neck"},
		{"where", "wrsit", "?hand"},

		{"now", "no", "none"},
		{"now", "No.", "none"},
		{"now", "nope", "none"},
		{"now", "nothing", "none"},
		{"now", "none of these", "none"},
		{"now", "no, none of them", "none"},
		{"now", "I don't have any of these", "none"},
		{"now", "yes", "!"},
		{"now", "not sure", "unsure"},
		{"now", "I have a fever", "?fever"},
		{"now", "fever", "fever"},
		{"now", "no fever", "!"},
		{"now", "chest pain", "chest"},
		{"now", "slurred speech", "?stroke"},
		{"now", "suicide", "?self-harm"},
		{"now", "sudden", "!dizzy sight headache sudden-pain"},

		{"signs", "weak leg", "weak-leg"},
		{"signs", "my leg is weak", "?weak-leg"},
		{"signs", "numb", "!numb-leg tingling-hands"},
		{"signs", "a hot joint", "?hot-joint"},
		{"pace", "it is better", "better"},
		{"pace", "bet", "?better"},
		{"pace", "worse", "worse"},
		{"pace", "no", "!"},
		{"since-saddle", "2 days", "days"},
		{"since-saddle", "two months", "months"},
		{"since-saddle", "about 2 weeks", "weeks"},
		{"since-saddle", "for years", "?longer"},
		{"since-saddle", "usual", "?usual"},
		{"onset", "suddenly", "minutes"},
		{"onset", "slowly", "slowly"},
		{"strength", "no", "?none"},

		{"time", "3 weeks", "weeks-6"},
		{"time", "three weeks", "weeks-6"},
		{"time", "since yesterday", "days-3"},
		{"time", "a month", "weeks-6"},
		{"time", "two years", "longer"},
		{"time", "a few weeks", "?weeks-6"},
		{"time", "for years", "?longer"},
		{"time", "45", "!"},
		{"age", "45", "18-49"},
		{"age", "I'm 45", "18-49"},
		{"age", "forty-five", "18-49"},
		{"age", "45 years old", "18-49"},
		{"age", "17", "under-18"},
		{"age", "49", "18-49"},
		{"age", "50", "50-59"},
		{"age", "69", "65-69"},
		{"age", "70", "70-up"},
		{"age", "102", "70-up"},
		{"age", "999", "!"},
		{"age", "?1", "!"},
		{"age", "1.", "under-18"},
		{"age", "I am 5", "under-18"},
		{"age", "45 weeks", "!"},
		{"age", "almost 50", "?50-59"},
		{"age", "40 or 50", "!"},
		{"age", "no", "!"},

		{"cause", "desk", "posture"},
		{"cause", "sitting at a desk", "posture"},
		{"cause", "my desk job", "posture"},
		{"cause", "lifting", "lift"},
		{"cause", "nothing", "none"},
		{"cause", "no", "?none"},
		{"cause", "car accident", "crash"},
		{"risk", "warfarin", "?thinner"},
		{"risk", "aspirin", "!"},
		{"risk", "I am pregnant", "?pregnant"},
		{"risk", "I'm not pregnant", "!"},
		{"risk", "no", "none"},
		{"severity", "45", "!"},
		{"severity", "6", "6"},
		{"severity", "about 6", "6"},
		{"severity", "six out of ten", "6"},
		{"severity", "6/10", "6"},
		{"severity", "a 6 today", "6"},
		{"severity", "6 or 7", "!"},
		{"severity", "no pain", "?0"},
		{"severity", "nothing", "?0"},
		{"severity", "mild", "!"},
		{"severity", "-3", "!"},
		{"severity", "I don't know", "unsure"},
		{"before", "no", "first"},
		{"before", "yes", "!spells always different"},
		{"trend", "yes", "better"},
		{"trend", "no", "!"},
		{"trend", "the same", "same"},
		{"cleared", "yes", "!exam xray worse"},
		{"cleared", "nobody", "!"},
		{"relief", "nothing", "nothing"},
		{"wishes", "cheap", "cost"},
		{"wishes", "gentle", "gentle"},
		{"tried", "yoga", "!"},
		{"tried", "ibuprofen", "medicine"},
		{"in-mind", "no", "no"},
	} {
		q := whole(c.question)
		s := &session{Options: Options{Guide: g, Library: lib}, walk: newWalk(g.Start())}
		if got := shownReading(q, s.reading(q, guide.Answer{}, "", c.typed)); got != c.want {
			t.Errorf("%s: %q is %q, not %q", c.question, c.typed, got, c.want)
		}
	}
}

// shownReading is an answer as "neck, knee", an offer as "?neck", and a question back as "!" with the answers it names.
func shownReading(q guide.Asked, r reading) string {
	list := choices(q, guide.Answer{})
	switch {
	case r.offer == "unsure":
		return "?unsure"
	case r.offer != "" && q.Kind == knowledge.Scale:
		return "?" + r.offer
	case r.offer != "":
		var named []string
		for _, n := range strings.Fields(r.offer) {
			open := strings.HasPrefix(n, "?")
			at := atoi(strings.Trim(n, "?")) - 1
			word := list[at].option.ID
			if open {
				word = "open " + word
			}
			named = append(named, word)
		}
		return "?" + strings.Join(named, ", ")
	case r.problem != "":
		var named []string
		for i, c := range list {
			if c.option != nil && strings.Contains(r.problem, " "+strconv.Itoa(i+1)+". "+c.label) {
				named = append(named, c.option.ID)
			}
		}
		return "!" + strings.Join(named, " ")
	case r.answer.Unsure:
		return "unsure"
	case q.Kind == knowledge.Scale:
		return strconv.Itoa(r.answer.Value)
	}
	return strings.Join(r.answer.Options, ", ")
}

// A yes takes what was offered, a no takes nothing, and in a list it is not "none of these" either.
func TestYesToDidYouMean(t *testing.T) {
	for typed, want := range map[string]string{
		"lowr back\nyes": "low-back", "lowr back\nYes, exactly.": "low-back", "lowr back\nno\nneck": "neck", "lowr back\nno": "", "lowr back\nnone": "", "lowr back\nno\nnone": "none",
		"lowr back\nneck": "neck", "yes": "", "lowr back\n\nyes": "", "maybe neck\nyes\nnone": "none ?neck",
	} {
		outcome, err := Run(t.Context(), Options{Guide: g, Library: lib}, strings.NewReader(typed+"\n"), io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		a := outcome.Answers["where"]
		got := strings.Join(a.Options, " ")
		for _, o := range a.Open {
			got += " ?" + o
		}
		if got != want {
			t.Errorf("%q: %q, not %q", typed, got, want)
		}
	}
}

// No two answers of a question can be told apart by idle words alone, and every other word for an answer names just that.
func TestNamesTellAnswersApart(t *testing.T) {
	for _, question := range g.Knowledge().Questions {
		if question.Kind == knowledge.Scale {
			continue
		}
		q := whole(question.ID)
		n := newNamer(g, q, guide.Answer{}, lib)
		for i, c := range n.choices {
			for _, name := range n.names[i] {
				if got, ok := n.byCore(name); (!ok || got != c) && core(name, n.empty) != "" && !slices.Contains(n.names[i][:min(2, len(n.names[i]))], name) {
					t.Errorf("%s: %q names %q and not only %q", q.ID, name, got.label, c.label)
				}
			}
		}
	}
}

// An illness or a medicine that is named at the questions about health is looked up, and one find is taken by yes.
func TestIllnessNamedOutright(t *testing.T) {
	a, err := g.ParseLines([]string{"where: neck", "now: none", "signs: none", "onset: slowly", "time: weeks-2", "cause: none", "age: 18-49", "risk: none", "feel: ache", "severity: 4", "trend: same", "before: spells", "checked: no", "lately: none"})
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{"I have gout\nyes\n": "joint-flare-gout", "gout\n1\n": "joint-flare-gout", "gout\nno\n": "", "no gout\n": "", "gou\n": ""} {
		out, err := Run(t.Context(), Options{Guide: g, Library: lib, Answers: a}, strings.NewReader(typed), io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(out.Answers["history"].Options, " "); got != want {
			t.Errorf("%q: %q, not %q", typed, got, want)
		}
	}
}
