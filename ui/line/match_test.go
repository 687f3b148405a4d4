package line

import (
	"strconv"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// whole is a question with all its options, whatever they wait for.
func whole(id string) guide.Asked {
	q := guide.Asked{Question: g.Question(id)}
	for i := range q.Options {
		q.Shown = append(q.Shown, &q.Options[i])
	}
	return q
}

// Every answer is read by its number, its label and its ID; a beginning of its label is read as it, or as nothing.
func TestEveryAnswerIsReadByItsNames(t *testing.T) {
	for _, question := range g.Knowledge().Questions {
		if question.Kind == knowledge.Scale {
			continue
		}
		q := whole(question.ID)
		n := newNamer(g, q, guide.Answer{}, lib)
		for i, c := range n.choices {
			names := []string{strconv.Itoa(i + 1), strconv.Itoa(i+1) + ".", c.label, strings.ToUpper(c.label)}
			if c.option != nil {
				names = []string{strconv.Itoa(i + 1), c.option.Label, c.option.ID, strings.ToUpper(c.option.Label)}
			}
			for _, name := range names {
				if _, ok := digits(name); ok && i+1 != atoi(name) {
					continue
				}
				for _, open := range []string{"", "?"} {
					got, stray := n.read(open + name)
					if stray != "" || len(got) != 1 || got[0].choice != c || got[0].open != (open != "") {
						t.Errorf("%s: %q is read as %+v, %q", q.ID, open+name, got, stray)
					}
				}
			}
			if c.option == nil {
				continue
			}
			for end := range c.option.Label {
				if _, ok := digits(strings.TrimSpace(c.option.Label[:end])); ok { // a number is a row
					continue
				}
				got, stray := n.read(c.option.Label[:end])
				if stray == "" && len(got) == 1 && got[0].choice != c {
					if other := got[0].choice.option; other == nil || plainly(other.Label) != plainly(c.option.Label[:end]) && plainly(other.ID) != plainly(c.option.Label[:end]) && n.places[plainly(c.option.Label[:end])] != other {
						t.Errorf("%s: %q is read as %q", q.ID, c.option.Label[:end], got[0].choice.label)
					}
				}
			}
		}
	}
}

func atoi(s string) int {
	n, _ := digits(s)
	return n
}

// No command, nor the beginning of one, is read as an answer; but an answer may be called like one.
func TestCommandsAreNoAnswers(t *testing.T) {
	for _, question := range g.Knowledge().Questions {
		if question.Kind == knowledge.Scale {
			continue
		}
		n := newNamer(g, whole(question.ID), guide.Answer{}, lib)
		for word := range commands {
			for end := 1; end <= len(word); end++ {
				begin := word[:end]
				got, stray := n.read(begin)
				if stray != "" || len(got) == 0 {
					continue
				}
				c := got[0].choice
				exact := c.option != nil && (c.option.ID == begin || plainly(c.option.Label) == plainly(begin)) || c.option == nil && plainly(c.label) == begin
				if !exact {
					t.Errorf("%s: %q is read as %q", question.ID, begin, c.label)
				}
			}
		}
	}
}

func TestPlacesAreReadByName(t *testing.T) {
	q := whole("where")
	for text, want := range map[string]string{
		"left shoulder":               "shoulder left",
		"shoulder left":               "shoulder left",
		"Left Shoulder, right knee":   "shoulder left, knee right",
		"left shoulder and left hand": "shoulder left, hand left",
		"left shoulder elbow":         "shoulder left, elbow",
		"both shoulders":              "shoulder both",
		"left knee, right knee":       "knee both",
		"knees":                       "knee",
		"right knee; neck":            "neck, knee right",
		"neck low back left hip":      "neck, low-back, hip left",
		"lower back":                  "low-back",
		"wrist":                       "hand",
		"face":                        "jaw",
		"shin, right ankle":           "lower-leg, foot right",
		"whole left leg":              "",
		"left whole leg":              "whole-leg left",
		"side":                        "side",
		"right side":                  "side right",
		"ribs at the side":            "ribs",
		"Elbow or forearm":            "elbow",
		"left neck":                   "neck", // a neck has no sides
		"upper back":                  "upper-back",
		"nearly":                      "all-over",
		"1 3 7":                       "head, neck, hand",
		"1,3,7":                       "head, neck, hand",
		"1 and 3":                     "head, neck",
		"neck + chest":                "neck, chest",
		"1 ?3":                        "head, ?neck",
		"1 3?":                        "head, ?neck",
		"?left shoulder, neck":        "neck, ?shoulder",
		"none":                        "none",
		"n ?3":                        "none, ?neck",
		"nowhere":                     "none",
		"unsure":                      "unsure",
		"not sure":                    "unsure",
		"shoulder " + strings.Repeat("neck ", 30): "neck, shoulder",
	} {
		s := &session{Options: Options{Guide: g, Library: lib}, walk: newWalk(g.Start())}
		r := s.reading(q, guide.Answer{}, "", text)
		if r.problem != "" && want != "" {
			t.Errorf("%q: %s", text, r.problem)
			continue
		}
		var got []string
		for _, o := range r.answer.Options {
			got = append(got, strings.TrimSpace(o+" "+map[side]string{left: "left", right: "right", both: "both"}[r.sides[o]]))
		}
		for _, o := range r.answer.Open {
			got = append(got, "?"+o)
		}
		if r.answer.Unsure {
			got = append(got, "unsure")
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}

func TestWhatIsNoPlace(t *testing.T) {
	q := whole("where")
	s := &session{Options: Options{Guide: g, Library: lib}, walk: newWalk(g.Start())}
	for _, text := range []string{"left", "right", "both", "back", "no neck", "not neck", "neck none", "1 99", "low", "l shoulder", "neck?!x", "shoulder but not neck", strings.Repeat("neck ", 60)} {
		if r := s.reading(q, guide.Answer{}, "", text); r.problem == "" && text != "low" {
			t.Errorf("%q is %+v", text, r.answer)
		}
	}
}

// A list that was answered keeps its answers until it is told otherwise, and what is not offered now in any case.
func TestJoined(t *testing.T) {
	q := whole("history")
	q.Shown = q.Shown[:6] // the first five are offered, and the last is not
	list := func(at ...int) (out []string) {
		for _, i := range at {
			out = append(out, q.Options[i].ID)
		}
		return out
	}
	none := []string{knowledge.None}
	for _, c := range []struct {
		name      string
		was       guide.Answer
		how       string
		next      guide.Answer
		want      guide.Answer
		isProblem bool
	}{
		{"nothing yet", guide.Answer{}, "", guide.Answer{Options: list(1)}, guide.Answer{Options: list(1)}, false},
		{"more of the same", guide.Answer{Options: list(1)}, "", guide.Answer{Options: list(1, 2)}, guide.Answer{Options: list(1, 2)}, false},
		{"less by accident", guide.Answer{Options: list(1)}, "", guide.Answer{Options: list(2)}, guide.Answer{}, true},
		{"none by accident", guide.Answer{Options: list(1)}, "", guide.Answer{Options: none}, guide.Answer{}, true},
		{"unsure by accident", guide.Answer{Options: list(1)}, "", guide.Answer{Unsure: true}, guide.Answer{}, true},
		{"add", guide.Answer{Options: list(1), Open: list(3)}, "add", guide.Answer{Options: list(3, 2)}, guide.Answer{Options: list(1, 2, 3)}, false},
		{"add what is open", guide.Answer{Options: list(1)}, "add", guide.Answer{Open: list(1, 2)}, guide.Answer{Open: list(1, 2)}, false},
		{"add none", guide.Answer{Options: list(1)}, "add", guide.Answer{Options: none}, guide.Answer{}, true},
		{"add unsure", guide.Answer{Options: list(1)}, "add", guide.Answer{Unsure: true}, guide.Answer{}, true},
		{"add to unsure", guide.Answer{Unsure: true}, "add", guide.Answer{Options: list(2)}, guide.Answer{Options: list(2), Open: list(0, 1, 3, 4, 5)}, false},
		{"add to none", guide.Answer{Options: none}, "add", guide.Answer{Options: list(2)}, guide.Answer{Options: list(2)}, false},
		{"drop", guide.Answer{Options: list(1, 2), Open: list(3)}, "drop", guide.Answer{Options: list(2, 3)}, guide.Answer{Options: list(1)}, false},
		{"only", guide.Answer{Options: list(1, 2), Open: list(3)}, "only", guide.Answer{Options: list(4)}, guide.Answer{Options: list(4)}, false},
		{"only none", guide.Answer{Options: list(1)}, "only", guide.Answer{Options: none}, guide.Answer{Options: none}, false},
		{"only unsure", guide.Answer{Options: list(1)}, "only", guide.Answer{Unsure: true}, guide.Answer{Unsure: true}, false},
		{"none of the others", guide.Answer{Open: list(3)}, "", guide.Answer{Options: none}, guide.Answer{Options: none, Open: list(3)}, false},
		{"none, then a sign", guide.Answer{Options: none, Open: list(3)}, "", guide.Answer{Options: list(2)}, guide.Answer{Options: list(2), Open: list(3)}, false},
		{"not offered stays", guide.Answer{Options: list(1, 9), Open: list(11)}, "only", guide.Answer{Options: list(2)}, guide.Answer{Options: list(2, 9), Open: list(11)}, false},
		{"not offered is not lost", guide.Answer{Options: list(9)}, "", guide.Answer{Options: list(2)}, guide.Answer{Options: list(2, 9)}, false},
		{"not offered, and only none", guide.Answer{Options: list(1, 9), Open: list(2, 11)}, "only", guide.Answer{Options: none}, guide.Answer{Options: none, Open: list(11)}, false},
		{"not offered, and none", guide.Answer{Options: list(9), Open: list(11)}, "", guide.Answer{Options: none}, guide.Answer{Options: none, Open: list(11)}, false},
	} {
		got, problem := joined(q, c.was, c.how, c.next)
		if (problem != "") != c.isProblem {
			t.Errorf("%s: problem %q", c.name, problem)
			continue
		}
		if x, y := show(got), show(c.want); !c.isProblem && x != y {
			t.Errorf("%s: %s, want %s", c.name, x, y)
		}
	}
}

func show(a guide.Answer) string {
	return strings.Join(a.Options, ",") + " ?" + strings.Join(a.Open, ",") + " " + strconv.FormatBool(a.Unsure)
}
