package report_test

import (
	"go/build"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/fixture"
	"knead/guide/report"
)

// TestInvariants holds what every document must keep to.
func TestInvariants(t *testing.T) {
	g := fixture.Guide(t)
	for _, answers := range fixture.Everybody(g) {
		a := g.Assess(answers)
		d := report.New(g, a, g.Changes(answers))
		words := d.Text(72)
		if !strings.Contains(strings.Join(strings.Fields(words), " "), report.Purpose) {
			t.Error("the purpose is missing")
		}
		if a.Level.Stops() {
			if d.Sections[0].ID != "now" || len(d.Sections) > 2 {
				t.Errorf("%v: an alarm tells more than what to do now and what was answered: %v", g.Lines(answers), ids(d))
			}
			for _, therapy := range g.Knowledge().Therapies {
				if strings.Contains(words, therapy.Name) {
					t.Errorf("%v: an alarm speaks of %s", g.Lines(answers), therapy.Name)
				}
			}
			continue
		}
		for _, m := range a.Matches {
			if n := strings.Count(words, m.Therapy.Name); n == 0 {
				t.Errorf("%v: nothing is said of %s", g.Lines(answers), m.Therapy.Name)
			}
		}
		for _, must := range []string{"now", "home", "ask", "sessions"} {
			if !slices.Contains(ids(d), must) {
				t.Errorf("%v: section %s is missing", g.Lines(answers), must)
			}
		}
		checkEntries(t, g, a, d)
	}
}

// checkEntries sees to it that every caution and every fit names the person's own answers and a source, or says that there
// is none.
func checkEntries(t *testing.T, g *guide.Guide, a guide.Assessment, d document.Document) {
	t.Helper()
	for _, s := range d.Sections {
		for _, block := range s.Blocks {
			e, ok := block.(document.Entry)
			if !ok {
				continue
			}
			for _, c := range e.Cautions {
				if !strings.Contains(c.Words, "“") {
					t.Errorf("%v: %s: a caution without an answer: %s", g.Lines(a.Answers), e.Name, c.Words)
				}
				if len(c.Sources) == 0 && !strings.Contains(c.Words, "no source") && !strings.Contains(c.Words, "See “") {
					t.Errorf("%v: %s: a caution without a source: %s", g.Lines(a.Answers), e.Name, c.Words)
				}
			}
			if e.Word == "fits well" || e.Word == "may suit" || e.Word == "with care" {
				if len(e.Because) == 0 && !strings.Contains(e.Research.Words, "“") {
					t.Errorf("%v: %s %s for no reason", g.Lines(a.Answers), e.Name, e.Word)
				}
			}
		}
	}
}

func ids(d document.Document) []string {
	var out []string
	for _, s := range d.Sections {
		out = append(out, s.ID)
	}
	return out
}

// TestSources checks that everything cited is listed, once, and everything listed is cited.
func TestSources(t *testing.T) {
	g := fixture.Guide(t)
	for person := range fixture.People() {
		d := report.New(g, g.Assess(fixture.Answers(t, g, person)), nil)
		words := d.Text(72)
		marks := regexp.MustCompile(`\[([0-9, \n]+)\]`).FindAllStringSubmatch(words, -1)
		seen := map[string]bool{}
		for _, m := range marks {
			for _, n := range strings.FieldsFunc(m[1], func(r rune) bool { return !unicode.IsDigit(r) }) {
				seen[n] = true
			}
		}
		if len(seen) != len(d.Sources) {
			t.Errorf("%s: %d sources are listed, %d cited", person, len(d.Sources), len(seen))
		}
		for _, s := range d.Sources {
			if s.Title == "" || s.Authors == "" {
				t.Errorf("%s: source %s is not told in full", person, s.ID)
			}
		}
	}
}

// TestWords keeps the words that promise or name an illness out of everything this package says by itself.
func TestWords(t *testing.T) {
	g := fixture.Guide(t)
	forbidden := regexp.MustCompile(`(?i)\b(recommend\w*|treats?|treated|treating|cures?|cured|best|safe|safely|safer|diagnos\w*|risk score\w*|detox\w*)\b`)
	for _, answers := range fixture.Everybody(g) {
		words := report.New(g, g.Assess(answers), g.Changes(answers)).Text(1 << 20)
		words = strings.ReplaceAll(words, report.Purpose, "")
		if found := forbidden.FindString(words); found != "" {
			t.Fatalf("a result says %q", found)
		}
	}
}

// TestSameBytes renders every form twice.
func TestSameBytes(t *testing.T) {
	g := fixture.Guide(t)
	render := func(person string) string {
		a := fixture.Answers(t, g, person)
		d := report.New(g, g.Assess(a), g.Changes(a))
		html, err := d.HTML(document.Page{})
		if err != nil {
			t.Fatal(err)
		}
		data, err := report.JSON(g, g.Assess(a), g.Changes(a), "")
		if err != nil {
			t.Fatal(err)
		}
		return d.Text(60) + d.Markdown() + html + string(data)
	}
	for person := range fixture.People() {
		if first, second := render(person), render(person); first != second {
			t.Errorf("%s: two renderings differ", person)
		}
	}
}

// TestHostileContent puts markup into every word of the content: nothing of it may come out alive. Control characters cannot
// get this far, since the loader refuses them.
func TestHostileContent(t *testing.T) {
	k := fixture.Knowledge()
	poison(reflect.ValueOf(&k).Elem())
	g, err := guide.New(&k, "now")
	if err != nil {
		t.Fatal(err)
	}
	for person := range fixture.People() {
		a := fixture.Answers(t, g, person)
		d := report.New(g, g.Assess(a), g.Changes(a))
		html, err := d.HTML(document.Page{Version: hostile, Date: hostile, Language: hostile})
		if err != nil {
			t.Fatal(err)
		}
		data, err := report.JSON(g, g.Assess(a), g.Changes(a), hostile)
		if err != nil {
			t.Fatal(err)
		}
		questions, err := report.QuestionsJSON(g, hostile)
		if err != nil {
			t.Fatal(err)
		}
		for form, out := range map[string]string{
			"text": d.Text(72), "markdown": d.Markdown(), "html": html, "json": string(data),
			"questions": report.Questions(g).Text(72), "questions json": string(questions),
		} {
			for _, r := range out {
				if r != '\n' && (unicode.IsControl(r) || r >= 0x202A && r <= 0x202E) {
					t.Errorf("%s of %s holds the control character %U", form, person, r)
					break
				}
			}
			if form == "html" && (strings.Contains(out, "<img") || strings.Contains(out, "<script")) {
				t.Errorf("%s of %s holds live markup", form, person)
			}
			out = regexp.MustCompile(`\\.`).ReplaceAllString(out, "") // what is escaped is no markup
			if form == "markdown" && (strings.Contains(out, "<img") || strings.Contains(out, "](x)")) {
				t.Errorf("%s of %s holds live markup", form, person)
			}
		}
	}
}

const hostile = " <img src=x><script>x</script>[a](x)"

// poison appends hostile text to everything that is words, not a name.
func poison(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			switch name := v.Type().Field(i).Name; name {
			case "Title", "Hint", "Why", "There", "Unsure", "Expect", "Settle", "Label", "Help", "Headline", "Advice", "Question", "Meaning", "Say", "Usually",
				"Text", "Name", "Summary", "Weak", "Effort", "Touch", "Try", "Cost", "Reason", "Adaptation", "Found", "Says",
				"Authors", "Journal", "Publisher", "DOI", "URL":
				if f := v.Field(i); f.Kind() == reflect.String {
					f.SetString(f.String() + hostile)
				}
			case "Words", "Synonyms":
			default:
				poison(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i))
		}
	}
}

// TestNoClock keeps this package pure: values in, bytes out. A time is a value; a clock is not. What it may import is in the
// layout test.
func TestNoClock(t *testing.T) {
	p, err := build.ImportDir(".", 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range p.GoFiles {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if clock := regexp.MustCompile(`time\.(Now|Since|Until|After|Tick|New|Sleep)\w*\(`).Find(data); clock != nil {
			t.Errorf("%s asks a clock: %s", name, clock)
		}
	}
}
