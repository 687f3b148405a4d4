package report_test

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/guide/scenario"
)

// glued are the marks of a sentence that was put together from parts that do not go together.
var glued = []struct {
	name string
	mark *regexp.Regexp
}{
	{"doubled punctuation", regexp.MustCompile(`[^.]\.\.($|[^.])|,,|;;|: ?:|[?!;:,]\.|\.,| [,.;:]|[“”]{2}| {2}`)},
	{"a before a vowel", regexp.MustCompile(`\b[Aa] [aeio]`)},
	{"an before a consonant", regexp.MustCompile(`\b[Aa]n [bcdfgjklmnpqrstvwxyz]`)},
	{"a sentence that begins small", regexp.MustCompile(`(^|[a-z”)][.!?] )[a-z]`)},
	{"a label after a label", regexp.MustCompile(`(^|[.!?] )[^“”.!?:]{1,60}: [^“”.!?:]{1,60}: `)},
	{"a condition after a condition", regexp.MustCompile(`\b(Once|After|If|Until)\b[^.!?“”]*: (Once|After|If|Until|Only|Ask)\b`)},
	{"a format that is not filled in", regexp.MustCompile(`%!|<nil>|\bnil\b`)},
	{"singular and plural", regexp.MustCompile(`\b(one|1) more (places|warnings|approaches)\b|\b(is|are) (is|are)\b|\band and\b|\bthe the\b`)},
	{"effect and certainty mixed", regexp.MustCompile(`(?i)\b(very low|low|moderate|high) gain|helps (clearly|a lot)|clear certainty|with (very low|low|moderate|high) certainty`)},
	{"a count that says nothing", regexp.MustCompile(`\b\d+ answers\b`)},
}

// faults lists what is wrong with a text; "“" and "”" mark the words of others, which are not held to these rules.
func faults(words string) []string {
	var out []string
	for _, g := range glued {
		if m := g.mark.FindString(words); m != "" {
			out = append(out, g.name+" ("+m+")")
		}
	}
	return out
}

func TestFaults(t *testing.T) {
	for words, want := range map[string]string{
		"By Smith et al..": "doubled punctuation", "Is it new? .": "doubled punctuation", "A , b.": "doubled punctuation",
		"Book a apple.": "a before a vowel", "Take an break.": "an before a consonant",
		"It eases. it comes back.":                             "a sentence that begins small",
		"Until you know: With care: slowly.":                   "a label after a label",
		"Once your midwife agrees: Once it is over, try it.":   "a condition after a condition",
		"1 more places are named.":                             "singular and plural",
		"Heat helps clearly.":                                  "effect and certainty mixed",
		"It helps a little, with low certainty.":               "effect and certainty mixed",
		"172 answers are still open.":                          "a count that says nothing",
		"Physical therapy helped a little in studies.":         "",
		"Not sure: “A weak leg”. Keep your leg still for now.": "",
	} {
		got := strings.Join(faults(words), "; ")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

// words gathers every text of a document.
func words(v reflect.Value, add func(string)) {
	switch v.Kind() {
	case reflect.Struct:
		if x, ok := v.Interface().(document.Text); ok {
			add(x.Words)
			return
		}
		for _, field := range v.Fields() {
			words(field, add)
		}
	case reflect.Slice:
		for i := range v.Len() {
			words(v.Index(i), add)
		}
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			words(v.Elem(), add)
		}
	}
}

// reader reports each wrong text once.
type reader struct {
	t    *testing.T
	seen map[string]bool
}

func (r reader) read(who string, x any) {
	words(reflect.ValueOf(x), func(words string) {
		if words == "" || r.seen[words] {
			return
		}
		r.seen[words] = true
		for _, fault := range faults(words) {
			r.t.Errorf("%s: %s: %q", who, fault, words)
		}
	})
}

// TestSentences renders what is said of every therapy for every health item, chosen or not sure, in one of three places, and for
// many of the scenarios: each sentence is put together from parts, and none may read as if it were.
func TestSentences(t *testing.T) {
	g := builtin.Guide()
	r := reader{t, map[string]bool{}}
	read := func(who string, a guide.Answers) {
		x := g.Assess(a)
		d := report.New(g, x, nil)
		d.Sources = nil
		r.read(who, d)
	}
	people, err := scenarios()
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range people {
		if i%8 == 0 {
			read(p.Name, p.Answers)
		}
	}
	calm := named(t, g, "desk-neck")
	history, place := g.Role(knowledge.RoleHistory), g.Role(knowledge.RolePlace)
	for i, o := range history.Options {
		if o.ID == knowledge.None || !fixture.Thorough() && i%4 > 0 {
			continue
		}
		for j, where := range []string{"neck", "low-back", "lower-leg"} {
			if i%3 != j { // every item in one place is enough; the words of places are few
				continue
			}
			a := calm.With(place.ID, guide.Answer{Options: []string{where}})
			read(o.ID, a.With(history.ID, guide.Answer{Options: []string{o.ID}}))
			if i%2 == 0 {
				read(o.ID+", not sure", a.With(history.ID, guide.Answer{Open: []string{o.ID}}))
			}
		}
	}
}

// named are the answers of somebody usual.
func named(t *testing.T, g *guide.Guide, name string) guide.Answers {
	t.Helper()
	people, err := scenario.Read(os.DirFS("../testdata/usual"), g)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		if strings.HasSuffix(p.Name, name) {
			return p.Answers
		}
	}
	t.Fatalf("nobody is called %s", name)
	return nil
}

// about is the person asking about one therapy.
func about(g *guide.Guide, a guide.Answers, therapy string) guide.Answers {
	for _, q := range g.WithRole(knowledge.RoleAsked) {
		if option := "yes"; q.Option(therapy) != nil {
			a = a.With(q.ID, guide.Answer{Options: []string{therapy}})
		} else if q.Option(option) != nil {
			a = a.With(q.ID, guide.Answer{Options: []string{option}})
		}
	}
	return a
}

// TestOpenings renders the opening of every pattern, for somebody who needs nobody first and for somebody who does, without an
// approach in mind and with one of each verdict.
func TestOpenings(t *testing.T) {
	g := builtin.Guide()
	people, err := scenarios()
	if err != nil {
		t.Fatal(err)
	}
	r := reader{t, map[string]bool{}}
	type kind struct {
		pattern string
		level   knowledge.Level
		verdict string
	}
	seen := map[kind]bool{}
	verdicts := map[string]bool{}
	open := func(name string, a guide.Answers) {
		x := g.Assess(a)
		if x.Pattern == nil || x.Level.Stops() || seen[kind{x.Pattern.ID, x.Level, ""}] && name != "all" {
			return
		}
		seen[kind{x.Pattern.ID, x.Level, ""}] = true
		checkOpening(t, r, name, g, x)
		for i := range x.Matches {
			m := &x.Matches[i]
			k := kind{x.Pattern.ID, x.Level, m.Word()}
			if seen[k] {
				continue
			}
			seen[k], verdicts[m.Word()] = true, true
			checkOpening(t, r, name+", who asks about "+m.Therapy.ID, g, g.Assess(about(g, a, m.Therapy.ID)))
		}
	}
	history := g.Role(knowledge.RoleHistory).ID
	now := g.Role(knowledge.RoleAlarm).ID
	for _, p := range people {
		if len(verdicts) == 6 && complete(func(pattern string, level knowledge.Level) bool { return seen[kind{pattern, level, ""}] }) {
			break
		}
		open(p.Name, p.Answers)
		open(p.Name+", who is not sure about warnings", p.Answers.With(now, guide.Answer{Unsure: true}))
		open(p.Name+", with thin bones", p.Answers.With(history, guide.Answer{Options: []string{"osteoporosis"}}))
	}
	for _, p := range builtin.Library().Knowledge.Patterns {
		for _, level := range []knowledge.Level{knowledge.SelfCare, knowledge.ClinicianFirst} {
			if !seen[kind{p.ID, level, ""}] {
				t.Errorf("nobody opens with the pattern %s at %s", p.ID, level)
			}
		}
	}
	if len(verdicts) < 6 {
		t.Errorf("only these verdicts were asked for: %v", verdicts)
	}
}

// complete reports whether every pattern was seen at both levels.
func complete(seen func(pattern string, level knowledge.Level) bool) bool {
	for _, p := range builtin.Library().Knowledge.Patterns {
		if !seen(p.ID, knowledge.SelfCare) || !seen(p.ID, knowledge.ClinicianFirst) {
			return false
		}
	}
	return true
}

func checkOpening(t *testing.T, r reader, who string, g *guide.Guide, a guide.Assessment) {
	t.Helper()
	o := report.Opening(g, a)
	r.read(who, o)
	if n := utf8.RuneCountInString(strings.TrimSuffix(o.Headline, ".")); n == 0 || n > 60 {
		t.Errorf("%s: the headline has %d characters: %q", who, n, o.Headline)
	}
	rows, all := map[string]report.AnswerRow{}, ""
	for _, row := range o.Rows {
		if _, twice := rows[row.Label]; twice {
			t.Errorf("%s: two rows are called %s", who, row.Label)
		}
		rows[row.Label], all = row, all+row.Words+"\n"
		for _, room := range []struct {
			room report.Room
			most int
		}{{report.Narrow, 300}, {report.Usual, 420}} {
			if said := row.In(room.room); utf8.RuneCountInString(said) > room.most {
				t.Errorf("%s: %s has %d characters, and room for %d: %q", who, row.Label, utf8.RuneCountInString(said), room.most, said)
			}
		}
	}
	for _, label := range []string{"Do", "Why", "Expect"} {
		if rows[label].Words == "" {
			t.Errorf("%s: nothing says %q: %q", who, label, all)
		}
	}
	if len(a.Asked) > 0 && (o.Rows[0].Label != "Asked" || !strings.Contains(o.Rows[0].Words, a.Asked[0].Name)) {
		t.Errorf("%s: the first row is %s: %q", who, o.Rows[0].Label, o.Rows[0].Words)
	}
	for _, once := range []string{"pain like yours", "How sure", "If that is not enough"} {
		if strings.Count(rows["Do"].Words+rows["Expect"].Words, once) > 1 {
			t.Errorf("%s: %q is said twice: %q", who, once, all)
		}
	}
	if m := a.Start.Match; m != nil && strings.Contains(rows["Do"].Words, m.Therapy.Begin[1:]) && m.Suits() > guide.SuitsWithCare {
		t.Errorf("%s: it begins with %s, which is %s", who, m.Therapy.Name, m.Word())
	}
}

// TestNothingHeldBack gives every health item to somebody with each pattern: no row, nothing for tonight, and nothing for home
// amounts to an approach that their verdicts hold back.
func TestNothingHeldBack(t *testing.T) {
	g := builtin.Guide()
	people, err := scenarios()
	if err != nil {
		t.Fatal(err)
	}
	history := g.Role(knowledge.RoleHistory)
	done, left := map[string]bool{}, 0
	for _, p := range people {
		a := g.Assess(p.Answers)
		if a.Pattern == nil || a.Level.Stops() || done[a.Pattern.ID] {
			continue
		}
		done[a.Pattern.ID] = true
		for _, item := range history.Options {
			x := g.Assess(p.Answers.With(history.ID, guide.Answer{Options: []string{item.ID}}))
			if x.Level.Stops() || x.Pattern == nil {
				continue
			}
			held := map[string]knowledge.Verdict{}
			for i := range x.Matches {
				held[x.Matches[i].Therapy.ID] = x.Matches[i].Verdict
			}
			o := report.Opening(g, x)
			said := ""
			for _, row := range o.Rows {
				said += row.Words + "\n"
			}
			for _, line := range o.Tonight {
				said += line.Words + "\n"
			}
			care := slices.ContainsFunc(o.Rows, func(r report.AnswerRow) bool { return r.Label == "Care" })
			for i, advice := range append([]knowledge.Advice{x.Pattern.Plan.Do}, x.Pattern.Tonight...) {
				for _, id := range advice.Uses {
					if held[id] < knowledge.Caution {
						continue
					}
					left++
					first := i == 0 && held[id] == knowledge.Caution && care // it comes with the care that it needs
					if strings.Contains(said, advice.Text) && !first {
						t.Errorf("%s with %s: %q, but %s is %s", p.Name, item.ID, advice.Text, id, held[id])
					}
				}
			}
		}
	}
	if left == 0 {
		t.Error("nothing was held back from anybody")
	}
}

// TestAdviceNamesWhatItUses finds advice that amounts to an approach and does not say so.
func TestAdviceNamesWhatItUses(t *testing.T) {
	uses := map[string]*regexp.Regexp{
		"heat":         regexp.MustCompile(`(?i)\b(warm|warmth|heat wrap|heat pack)\b`),
		"walking":      regexp.MustCompile(`(?i)\bwalks?\b`),
		"self-massage": regexp.MustCompile(`(?i)\b(foam rolling|soft ball)\b`),
		"tai-chi":      regexp.MustCompile(`(?i)\btai chi\b`),
	}
	fine := regexp.MustCompile(`^(Ask your midwife before|Wear shoes|After a fall|If standing still)`)
	for _, p := range builtin.Library().Knowledge.Patterns {
		for _, x := range slices.Concat(p.Home, p.Tonight, []knowledge.Advice{p.Plan.Do}) {
			for id, about := range uses {
				if about.MatchString(x.Text) && !fine.MatchString(x.Text) && !slices.Contains(x.Uses, id) {
					t.Errorf("%s: %q does not name %s under uses", p.ID, x.Text, id)
				}
			}
		}
	}
}

// TestBeginNamesTheTherapy holds that the order to begin with a therapy can stand alone: nothing else says what it is about.
func TestBeginNamesTheTherapy(t *testing.T) {
	for _, x := range builtin.Library().Knowledge.Therapies {
		named := slices.ContainsFunc(strings.Fields(x.Name), func(word string) bool {
			return len(word) >= 3 && word != "and" && strings.Contains(strings.ToLower(x.Begin), strings.ToLower(word[:min(len(word), 4)]))
		})
		if !named {
			t.Errorf("%s: %q does not name it", x.Name, x.Begin)
		}
	}
}
