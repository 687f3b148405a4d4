package line

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"knead/guide"
)

// number reads a number of a scale, in digits or in words. Words of the scale itself are offered as their number.
func (s *session) number(q guide.Asked, text string) reading {
	r := replyOf(text)
	if r == unsure {
		return reading{answer: guide.Answer{Unsure: true}}
	}
	low, high := q.Range()
	plain := strings.Join(numerals(plainly(strings.ReplaceAll(text, "/", " of "))), " ")
	for _, of := range []string{" out of ", " of "} {
		plain = strings.TrimSuffix(plain, of+strconv.Itoa(high))
	}
	var numbers []int
	for _, w := range strings.Fields(core(plain, words("today now right level pain like nearly almost maybe probably"))) {
		n, ok := digits(w)
		if !ok {
			return s.wordOfScale(q, r, text)
		}
		numbers = append(numbers, n)
	}
	switch {
	case len(numbers) == 0:
		return s.wordOfScale(q, r, text)
	case len(numbers) > 1:
		return reading{problem: "This takes one number. " + s.want(q)}
	case strings.Contains(text, "-"), numbers[0] < low, numbers[0] > high:
		return reading{problem: fmt.Sprintf("“%s” is not on this scale. ", clip(text)) + s.want(q)}
	}
	return reading{answer: guide.Answer{Options: []string{q.Band(numbers[0]).ID}, Value: numbers[0]}}
}

// wordOfScale offers the number whose words were typed: "no pain". A band such as "mild" has several.
func (s *session) wordOfScale(q guide.Asked, r reply, text string) reading {
	low, _ := q.Range()
	step := func(at int) reading {
		return offer(strconv.Itoa(low+at), strconv.Itoa(low+at)+": "+strings.TrimRight(q.Words[at], "."))
	}
	if len(q.Words) > 0 && (r == no || r == noneOf) {
		return step(0)
	}
	typed := strings.Fields(core(plainly(text), nil))
	for _, o := range q.Shown {
		if len(typed) > 0 && (o.ID == strings.Join(typed, " ") || strings.HasPrefix(plainly(o.Label), strings.Join(typed, " ")+" ")) {
			return reading{problem: fmt.Sprintf("That is %d to %d. ", o.From, o.To) + s.want(q)}
		}
	}
	var fits []int
	for at, w := range q.Words {
		all := strings.Fields(plainly(w))
		if len(typed) > 0 && negates(all) == negates(typed) && !slices.ContainsFunc(typed, func(t string) bool { return !slices.Contains(all, t) }) {
			fits = append(fits, at)
		}
	}
	if len(fits) == 1 {
		return step(fits[0])
	}
	return reading{problem: s.stray(text, nil, s.want(q))}
}
