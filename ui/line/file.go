package line

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// File is answers as a file that "knead assess" can read; "" when nothing was said.
func File(g *guide.Guide, a guide.Answers) string {
	var b strings.Builder
	a = g.Explicit(a)
	for i := range g.Knowledge().Questions {
		q := &g.Knowledge().Questions[i]
		words, open := a[q.ID].Words(q)
		for i, w := range words {
			if q.Kind != knowledge.Scale {
				words[i] = scalar(w)
			}
		}
		switch {
		case len(words) == 0:
		case q.Kind == knowledge.Many && !slices.Equal(words, []string{guide.Unsure}):
			b.WriteString(q.ID + ": [" + strings.Join(words, ", ") + "]\n")
		default:
			b.WriteString(q.ID + ": " + words[0] + "\n")
		}
		for _, o := range open {
			b.WriteString(q.ID + "/" + o + ": " + guide.Unsure + "\n")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "# Answers for knead assess\n" + b.String()
}

// plain is a word that YAML reads as text without quotes, save for those that it reads as truth values or as nothing.
var plain = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

func scalar(word string) string {
	switch word {
	case "yes", "no", "on", "off", "true", "false", "y", "n", "null":
	default:
		if plain.MatchString(word) {
			return word
		}
	}
	return strconv.Quote(word)
}
