package line

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// A guess is never an answer: it is put to the person, who says yes or no to it, or picks one of several.

// mostGuesses is how many answers are worth naming when the words may mean any of them.
const mostGuesses = 5

// offer returns a reading that first asks whether the row is meant. A yes counts as if the person had entered typed.
func offer(typed, label string) reading {
	return reading{offer: typed, problem: "Did you mean “" + label + "”? Type yes or no."}
}

// offerRow offers a choice by its number.
func (n *namer) offerRow(at int, open bool) reading {
	if open {
		return offer("?"+strconv.Itoa(at+1), "not sure: "+n.choices[at].label)
	}
	return offer(strconv.Itoa(at+1), n.choices[at].label)
}

// offerAll offers answers of which one was named too briefly to be taken.
func (n *namer) offerAll(how string, got []named) reading {
	var typed, labels []string
	if how != "" {
		typed = append(typed, how)
	}
	for _, x := range got {
		r := n.offerRow(n.rowOf(x.choice.option), x.open)
		typed, labels = append(typed, r.offer), append(labels, x.choice.label)
	}
	return offer(strings.Join(typed, " "), strings.Join(labels, "; "))
}

// pickOne asks which of several rows is meant.
func (n *namer) pickOne(clip string, rows []int) reading {
	var list []string
	for _, at := range rows {
		list = append(list, fmt.Sprintf("%d. %s", at+1, n.choices[at].label))
	}
	return reading{problem: "“" + clip + "” could be one of these: " + strings.Join(list, "; ") + ". Type its number."}
}

// replied reads a short answer such as no, nothing, yes, or I don't know. A question that asks where or what is not answered
// by yes or no; there, and where "none" would calm a warning, the answer is offered and not taken.
func (s *session) replied(q guide.Asked, n *namer, text string) (reading, bool) {
	r := replyOf(text)
	none := slices.IndexFunc(n.choices, func(c choice) bool {
		return q.Kind == knowledge.Many && c.option != nil && c.option.ID == knowledge.None
	})
	switch {
	case r == noReply:
		return reading{}, false
	case r == unsure:
		return reading{answer: guide.Answer{Unsure: true}}, true
	case q.Kind == knowledge.One:
		return n.firstWord(r, text), true
	case r == yes && len(n.choices) == 3: // one sign, none of these, not sure
		return n.offerRow(0, false), true
	case r == yes || none < 0:
		return reading{problem: "Which of them? " + s.want(q)}, true
	case n.choices[none].option.Settles, r == no && asksWhich(q.Title):
		return n.offerRow(none, false), true
	}
	return reading{answer: guide.Answer{Options: []string{knowledge.None}}}, true
}

// firstWord is the answer that begins with yes, or with no.
func (n *namer) firstWord(r reply, text string) reading {
	begins := words("yes")
	if r != yes {
		begins = words("no none nothing never")
	}
	var rows []int
	for i, c := range n.choices {
		first, _, _ := strings.Cut(plainly(c.label), " ")
		if c.option != nil && begins[first] {
			rows = append(rows, i)
		}
	}
	switch {
	case len(rows) > 1:
		return n.pickOne(clip(text), rows)
	case len(rows) == 1 && !n.choices[rows[0]].option.Settles && r != noneOf:
		return reading{answer: guide.Answer{Options: []string{n.choices[rows[0]].option.ID}}}
	case len(rows) == 1:
		return n.offerRow(rows[0], false)
	}
	return reading{problem: "“" + clip(text) + "” fits none of the answers, or more than one. Type the number of the one that fits."}
}

// asksWhich reports whether a title asks for more than yes or no.
func asksWhich(title string) bool {
	return slices.ContainsFunc(strings.Fields(plainly(title)), func(w string) bool {
		return slices.Contains([]string{"where", "what", "which", "how", "when", "who"}, w)
	})
}

// guess offers what words may mean that name no answer: a part of a name, a name among other words, a word of the
// explanation, or a slip. It is not ok when nothing comes near.
func (n *namer) guess(q guide.Asked, text string) (reading, bool) {
	bare := strings.TrimSpace(strings.Trim(text, "?"))
	open := bare != strings.TrimSpace(text) && q.Kind == knowledge.Many
	typed := strings.Fields(core(plainly(bare), n.empty))
	if rest, ok := hedged(bare); ok {
		if q.Kind != knowledge.Many {
			return offer("unsure", "Not sure"), true
		}
		open, typed = true, strings.Fields(core(rest, n.empty))
	}
	if len(typed) == 0 || len(typed) > 40 {
		return reading{}, false
	}
	for _, search := range []func([]string) []int{n.partOf, n.explained, n.misspelled} {
		switch rows := search(typed); {
		case len(rows) == 1:
			return n.offerRow(rows[0], open), true
		case len(rows) > 1 && len(rows) <= mostGuesses:
			return n.pickOne(clip(bare), rows), true
		}
	}
	rows := n.among(typed)
	switch {
	case len(rows) == 0 || len(rows) > mostGuesses:
		return reading{}, false
	case len(rows) > 1 && (open || q.Kind != knowledge.Many):
		return n.pickOne(clip(bare), rows), true
	case len(rows) == 1:
		return n.offerRow(rows[0], open), true
	}
	var got []named
	for _, at := range rows {
		got = append(got, named{choice: n.choices[at]})
	}
	return n.offerAll("", got), true
}

// rows are the answers of which a test holds.
func (n *namer) rows(fits func(i int, c choice) bool) []int {
	var out []int
	for i, c := range n.choices {
		if c.option != nil && c.option.ID != knowledge.None && fits(i, c) {
			out = append(out, i)
		}
	}
	return out
}

// partOf finds the answers of whose names all these words are a part, without turning the meaning.
func (n *namer) partOf(typed []string) []int {
	return n.rows(func(i int, _ choice) bool {
		return slices.ContainsFunc(n.names[i], func(name string) bool {
			all := strings.Fields(name)
			return negates(all) == negates(typed) && !slices.ContainsFunc(typed, func(w string) bool {
				return len(w) < leastLetters || !slices.ContainsFunc(all, func(x string) bool { return stem(x) == stem(w) })
			})
		})
	})
}

// explained finds the answers whose explanation lists these words: "Warfarin, apixaban". What an explanation leaves out, it
// says in a sentence of its own, which begins with not.
func (n *namer) explained(typed []string) []int {
	want := stems(typed)
	return n.rows(func(_ int, c choice) bool {
		for sentence := range strings.SplitSeq(c.option.Help, ".") {
			if list := strings.Fields(plainly(sentence)); negates(list) {
				continue
			}
			for item := range strings.SplitSeq(strings.ReplaceAll(sentence, " or ", ","), ",") {
				list := slices.DeleteFunc(strings.Fields(core(plainly(item), n.empty)), func(w string) bool {
					return w == "also" || w == "including" || w == "includes" || w == "or" || w == "such" || w == "as"
				})
				if len(list) > 0 && stems(list) == want {
					return true
				}
			}
		}
		return false
	})
}

// misspelled finds the answers with a name that a slip or two keep from these words, the nearest alone.
func (n *namer) misspelled(typed []string) []int {
	written := strings.Join(typed, " ")
	place, _, _ := n.cutSide(written)
	nearest := 1 + len(place)/6
	var rows []int
	for i, c := range n.choices {
		if c.option == nil || len(place) < leastLetters+1 {
			continue
		}
		for _, name := range n.names[i] {
			d, ok := guide.Slips(place, core(name, n.empty))
			if d > nearest || !ok {
				continue
			}
			if d < nearest {
				rows = nil
			}
			if nearest = d; !slices.Contains(rows, i) {
				rows = append(rows, i)
			}
		}
	}
	return rows
}

// among finds the answers whose names occur among these words. If one of the other words is a negation, it finds none.
func (n *namer) among(typed []string) []int {
	used := make([]bool, len(typed))
	rows := n.rows(func(i int, _ choice) bool {
		found := false
		for _, name := range n.names[i] {
			list := strings.Fields(core(name, n.empty))
			for at := 0; len(list) > 0 && len(name) > leastLetters && at+len(list) <= len(typed); at++ {
				if stems(typed[at:at+len(list)]) == stems(list) {
					found = true
					for k := range list {
						used[at+k] = true
					}
				}
			}
		}
		return found
	})
	for at, w := range typed {
		if !used[at] && negating[w] {
			return nil
		}
	}
	return rows
}

// stem is a word without the s of several.
func stem(w string) string {
	if len(w) > leastLetters {
		return strings.TrimSuffix(w, "s")
	}
	return w
}

func stems(list []string) string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = stem(w)
	}
	return strings.Join(out, " ")
}
