package content_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"knead/content/builtin"
	"knead/guide/document"
)

// grade is the Flesch-Kincaid grade of a text (Kincaid and others, 1975): 6 is an age of 11 to 12, 8 one of 13 to 14.
func grade(text string) (grade float64, words int) {
	sentences, syllables := 0, 0
	for _, s := range regexp.MustCompile(`[.!?:;]+(\s|$)|\n`).Split(text, -1) {
		in := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
		if len(in) == 0 {
			continue
		}
		sentences++
		words += len(in)
		for _, w := range in {
			syllables += syllablesOf(strings.ToLower(w))
		}
	}
	if words == 0 {
		return 0, 0
	}
	return 0.39*float64(words)/float64(sentences) + 11.8*float64(syllables)/float64(words) - 15.59, words
}

// syllablesOf counts groups of vowels; a silent e at the end is none.
func syllablesOf(word string) int {
	n, vowel := 0, false
	for _, r := range word {
		v := strings.ContainsRune("aeiouy", r)
		if v && !vowel {
			n++
		}
		vowel = v
	}
	if n > 1 && strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") {
		n--
	}
	return max(n, 1)
}

// Every text is readable at the age of 13, which is grade 8. There is no lower limit: it would reward odd short words.
func TestReadingAge(t *testing.T) {
	k := builtin.Library().Knowledge
	texts := map[string]*strings.Builder{}
	add := func(kind string, words ...string) {
		if texts[kind] == nil {
			texts[kind] = &strings.Builder{}
		}
		for _, w := range words {
			if w != "" {
				texts[kind].WriteString(w + "\n")
			}
		}
	}
	for _, q := range k.Questions {
		add("questions", q.Title, q.Hint, q.Why, q.Unsure)
		for _, o := range q.Options {
			if q.ID != "history" { // names of illnesses: the help says them in plain words
				add("questions", o.Label)
			}
			add("questions", o.Help)
		}
	}
	for _, f := range k.RedFlags {
		add("warnings", f.Question, f.Meaning, f.Advice, f.Say)
	}
	for _, p := range k.Patterns {
		add("results", p.Label, p.Usually)
		for _, h := range p.Home {
			add("results", h.Text)
		}
	}
	for _, th := range k.Therapies {
		add("results", th.Summary)
		for _, v := range th.Verdicts {
			add("reasons", v.Reason, v.Adaptation)
		}
		for _, e := range th.Evidence {
			add("research", e.Found)
		}
	}
	for _, p := range builtin.Library().Pages {
		for _, section := range p.Prose() {
			add("pages", section.Title)
			for _, t := range document.Texts(section.Blocks) {
				add("pages", t.Words)
			}
		}
	}
	const limit = 8
	for kind, text := range texts {
		g, words := grade(text.String())
		t.Logf("%-10s grade %.1f over %d words", kind, g, words)
		if g > limit || words < 500 {
			t.Errorf("%s read at grade %.1f over %d words; the limit is %d", kind, g, words, limit)
		}
	}
}

// No page and no question reads harder than grade 9, and half of them read at grade 7 or below. A question is read together with
// its hint, reason, and the help of its options.
func TestEachReadsEasily(t *testing.T) {
	l := builtin.Library()
	grades := map[string][]float64{}
	add := func(kind, id string, texts ...string) {
		var all strings.Builder
		for _, text := range texts {
			if text = strings.TrimSpace(text); text != "" {
				all.WriteString(document.Sentence(text) + " ")
			}
		}
		g, words := grade(all.String())
		if grades[kind] = append(grades[kind], g); g > 9 {
			t.Errorf("%s %s reads at grade %.1f over %d words; the limit is 9", kind, id, g, words)
		}
	}
	for i := range l.Knowledge.Questions {
		q := &l.Knowledge.Questions[i]
		texts := []string{q.Title, q.Hint, q.Why, q.Unsure}
		for j := range q.Options {
			texts = append(texts, q.Options[j].Help)
		}
		add("question", q.ID, texts...)
	}
	for i := range l.Pages {
		var texts []string
		for _, section := range l.Pages[i].Prose() {
			for _, text := range document.Texts(section.Blocks) {
				texts = append(texts, text.Words)
			}
		}
		add("page", l.Pages[i].ID, texts...)
	}
	for kind, all := range grades {
		slices.Sort(all)
		if median := all[len(all)/2]; median > 7 {
			t.Errorf("the median %s reads at grade %.1f; the limit is 7", kind, median)
		} else {
			t.Logf("%d of %s: median %.1f, highest %.1f", len(all), kind, median, all[len(all)-1])
		}
	}
}

// A word that not everybody knows is explained on the page of words.
func TestJargonIsExplained(t *testing.T) {
	words := strings.ToLower(builtin.Library().Page("words").Body)
	for _, term := range []string{
		"fascia", "trigger point", "manipulation", "mobilization", "certainty", "guideline", "placebo", "acute", "chronic", "disc",
		"blood thinner", "osteoporosis", "referred pain", "red flag", "nerve sign", "dvt", "clinician",
	} {
		if !strings.Contains(words, term) {
			t.Errorf("%q is not explained on the page of words", term)
		}
	}
}
