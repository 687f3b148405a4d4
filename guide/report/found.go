package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"knead/guide"
)

// FoundLabel says what an illness or a medicine that was looked for leads to: the item's label, or a sentence.
func FoundLabel(f guide.Found) string {
	switch f.Kind {
	case guide.FoundItem:
		return f.Option.Label
	case guide.FoundAsked:
		return "“" + f.Question.Title + "” covers " + f.Name + ". Go back if you left it out."
	}
	return "No precaution is linked to " + f.Name + ". You can go on."
}

// NothingFound says what to do when nobody knows the name that was typed.
func NothingFound(query string) string {
	letters := 0
	for _, r := range query {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters++
		}
	}
	if letters < 3 {
		return "Type at least three letters."
	}
	if n := utf8.RuneCountInString(query); n > 40 {
		query = string([]rune(query)[:40]) + "…"
	}
	return "Knead does not know “" + query + "”: try another name for it, or tell the practitioner before you start."
}

// FoundText lists what a text typed into the health list finds, a line each: the ID and what it is.
func FoundText(query string, found []guide.Found) string {
	if len(found) == 0 {
		return NothingFound(query) + "\n"
	}
	var b strings.Builder
	if found[0].Near {
		b.WriteString("No match for that name. Did you mean:\n")
	}
	for _, f := range found {
		words := FoundLabel(f)
		if f.Kind == guide.FoundItem && f.Name != "" {
			words += " (" + f.Name + ")"
		}
		if f.Reason != "" {
			words += " " + f.Reason
		}
		b.WriteString(f.ID() + strings.Repeat(" ", max(32-len(f.ID()), 1)) + words + "\n")
	}
	return b.String()
}

// FoundJSON is what a text typed into the health list finds, for programs.
func FoundJSON(found []guide.Found) ([]byte, error) {
	type entry struct {
		ID      string          `json:"id"`
		Label   string          `json:"label"`
		Matched string          `json:"matched"`
		Kind    guide.FoundKind `json:"kind"`
	}
	out := []entry{}
	for _, f := range found {
		label := FoundLabel(f)
		matched := f.Name
		if matched == "" {
			matched = label
		}
		out = append(out, entry{f.ID(), label, matched, f.Kind})
	}
	return Encode(out)
}
