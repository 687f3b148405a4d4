package line

import (
	"regexp"
	"strconv"
	"strings"

	"knead/guide"
)

// File is answers as a file that "knead assess" can read; "" when nothing was said.
func File(g *guide.Guide, a guide.Answers) string {
	var b strings.Builder
	for i := range g.Knowledge().Questions {
		q := &g.Knowledge().Questions[i]
		x := a[q.ID]
		switch {
		case x.Unsure:
			b.WriteString(q.ID + ": " + guide.Unsure + "\n")
		case len(x.Options) == 0:
		case q.Kind == guide.Scale:
			b.WriteString(q.ID + ": " + strconv.Itoa(x.Value) + "\n")
		case q.Kind == guide.One:
			b.WriteString(q.ID + ": " + scalar(x.Options[0]) + "\n")
		default:
			words := make([]string, len(x.Options))
			for i, o := range x.Options {
				words[i] = scalar(o)
			}
			b.WriteString(q.ID + ": [" + strings.Join(words, ", ") + "]\n")
		}
		for _, o := range x.Open {
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
