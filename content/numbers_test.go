package content

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/matrix"
)

// numberWords are the numbers that texts write out.
var numberWords = strings.NewReplacer(
	"two", "2", "three", "3", "four", "4", "five", "5", "six", "6", "eight", "8", "ten", "10", "twelve", "12", "one", "1",
)

var (
	aNumber = `(\d+(?:\.\d+)?)(?:\s*(?:to|–|or)\s*(\d+))?`
	// measured finds times and temperatures, aged the ages in what is left.
	measured = regexp.MustCompile(aNumber + `\s*(minute|hour|day|week|month|year|°\s?[cf])s?\b`)
	aged     = regexp.MustCompile(`\b(?:age|aged|are|you|under|over|from|am)\s+` + aNumber + `\b`)
	yearsOld = regexp.MustCompile(`(\d+) years? old`)
	// warns finds the sentences of a page that tell when to get help.
	warns = regexp.MustCompile(`(?i)get help|see a (clinician|doctor)|needs? a doctor|seek help|be seen|look(ed)? at|warning sign|wait with`)
)

// quantities are the numbers of a text as "6 week" or "50 age".
func quantities(text string) []string {
	text = yearsOld.ReplaceAllString(numberWords.Replace(strings.ToLower(text)), "age $1")
	var out []string
	add := func(unit string, numbers ...string) {
		for _, n := range numbers {
			if n != "" {
				out = append(out, n+" "+unit)
			}
		}
	}
	for _, m := range measured.FindAllStringSubmatch(text, -1) {
		add(strings.ReplaceAll(m[3], " ", ""), m[1], m[2])
	}
	for _, m := range aged.FindAllStringSubmatch(measured.ReplaceAllString(text, ""), -1) {
		add("age", m[1], m[2])
	}
	return out
}

// asked are the quantities that the questionnaire asks about, and the ages that its options part people by.
func asked(k *knowledge.Base) map[string]bool {
	known := map[string]bool{}
	add := func(text string) {
		for _, q := range quantities(text) {
			known[q] = true
		}
	}
	for i := range k.Questions {
		q := &k.Questions[i]
		add(q.Title + ". " + q.Hint)
		for j := range q.Options {
			add(q.Options[j].Label + ". " + q.Options[j].Help)
			for _, n := range regexp.MustCompile(`\b\d{2}\b`).FindAllString(q.Options[j].Label, -1) {
				known[n+" age"] = true
			}
		}
	}
	return known
}

func TestQuantities(t *testing.T) {
	got := strings.Join(quantities("Over four weeks, or 6 to 12 weeks at age 50; are you 65 or older? 100.4 °F."), ", ")
	if want := "4 week, 6 week, 12 week, 100.4 °f, 50 age, 65 age"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestNumbersInWarningsAreAsked holds every time, age, and temperature that a page or a red flag names in a warning to a number that the
// questionnaire asks about: another number would promise what no rule can tell.
func TestNumbersInWarningsAreAsked(t *testing.T) {
	l, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	known := asked(&l.Knowledge)
	check := func(where, text string) {
		for _, q := range quantities(text) {
			if !known[q] {
				t.Errorf("%s: no question asks about %q: %s", where, q, text)
			}
		}
	}
	for i := range l.Pages {
		p := &l.Pages[i]
		for _, section := range p.Prose() {
			for _, text := range document.Texts(section.Blocks) {
				for _, sentence := range regexp.MustCompile(`[.?!]\s`).Split(text.Words, -1) {
					if p.ID == "warning-signs" || warns.MatchString(sentence) {
						check(p.ID, sentence)
					}
				}
			}
		}
	}
	for _, f := range l.Knowledge.RedFlags {
		check(f.ID, f.Question)
		check(f.ID, f.Advice)
	}
	for _, level := range l.Knowledge.Levels {
		check(level.Level.String(), level.Advice)
	}
}

// TestWarningPageListsEverySign wants the page of warning signs to be filled with every level, and every danger on it.
func TestWarningPageListsEverySign(t *testing.T) {
	l, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	said := ""
	for _, section := range l.Page("warning-signs").Prose() {
		for _, text := range document.Texts(section.Blocks) {
			said += "\n" + text.Words
		}
	}
	for _, d := range l.Matrix.Dangers {
		if !strings.Contains(said, "\n"+d.Title+"\n") {
			t.Errorf("the page does not name the danger %q", d.Title)
		}
		for _, s := range d.Signs[min(1, len(d.Signs)-1):] {
			if !strings.Contains(said, "\n"+s.Title) && !slices.ContainsFunc(s.Least, func(x matrix.Least) bool { return x.Level == knowledge.SelfCare && len(x.Onsets) == 0 }) {
				t.Errorf("the page does not name the sign %q", s.Title)
			}
		}
	}
}
