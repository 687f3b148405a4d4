package fhir_test

import (
	"encoding/json"
	"fmt"
	"go/constant"
	"go/token"
	"go/types"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"knead/content"
	"knead/content/builtin"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/fhir"
	"knead/guide/fixture"
	"knead/guide/knowledge"
)

// form is a questionnaire as another program reads it: by linkId, with the item above.
type form struct {
	items    map[string]*formItem
	displays map[string]string // by system and code
}

type formItem struct {
	LinkID         string `json:"linkId"`
	Text, Type     string
	Repeats        bool
	EnableWhen     []formWhen `json:"enableWhen"`
	EnableBehavior string     `json:"enableBehavior"`
	AnswerOption   []struct {
		Extension   []formExtension
		ValueCoding formCoding `json:"valueCoding"`
	} `json:"answerOption"`
	Extension []formExtension
	Item      []*formItem

	above *formItem
}

type formWhen struct {
	Question, Operator string
	AnswerCoding       *formCoding `json:"answerCoding"`
	AnswerInteger      *int        `json:"answerInteger"`
}

type formCoding struct{ System, Code, Display string }

type formExtension struct {
	URL                  string
	ValueInteger         *int                          `json:"valueInteger"`
	ValueBoolean         bool                          `json:"valueBoolean"`
	ValueCoding          *formCoding                   `json:"valueCoding"`
	ValueExpression      struct{ Expression string }   `json:"valueExpression"`
	ValueCodeableConcept struct{ Coding []formCoding } `json:"valueCodeableConcept"`
	Extension            []formExtension               `json:"extension"`
}

type filled struct {
	LinkID string `json:"linkId"`
	Text   string
	Answer []struct {
		ValueInteger *int        `json:"valueInteger"`
		ValueCoding  *formCoding `json:"valueCoding"`
	}
	Item []filled
}

func readForm(t *testing.T, g *guide.Guide) *form {
	t.Helper()
	data, err := fhir.Questionnaire(g, fhirVersion)
	if err != nil {
		t.Fatal(err)
	}
	var q formItem
	if err := json.Unmarshal(data, &q); err != nil {
		t.Fatal(err)
	}
	f := &form{items: map[string]*formItem{}, displays: map[string]string{}}
	var walk func(x *formItem)
	walk = func(x *formItem) {
		for _, y := range x.Item {
			if f.items[y.LinkID] != nil {
				t.Errorf("%s is there twice", y.LinkID)
			}
			f.items[y.LinkID], y.above = y, x
			walk(y)
		}
	}
	walk(&q)
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	for _, c := range codings(v) {
		key := c.System + "|" + c.Code
		if was, known := f.displays[key]; known && was != c.Display {
			t.Errorf("%s reads %q in one place, and %q in another", key, was, c.Display)
		}
		f.displays[key] = c.Display
	}
	return f
}

// codings finds every coding in a resource, wherever it is.
func codings(v any) (out []formCoding) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			out = append(out, codings(x)...)
		}
	case map[string]any:
		system, _ := v["system"].(string)
		code, isCoding := v["code"].(string)
		display, _ := v["display"].(string)
		if isCoding {
			out = append(out, formCoding{system, code, display})
		}
		for _, x := range v {
			out = append(out, codings(x)...)
		}
	}
	return out
}

// TestFHIROneDisplay checks that each code reads the same wherever it is, that "not sure" reads so, and that lists are open.
func TestFHIROneDisplay(t *testing.T) {
	for name, g := range map[string]*guide.Guide{"small": fixture.Guide(t), "builtin": builtin.Guide()} {
		t.Run(name, func(t *testing.T) {
			f := readForm(t, g)
			if got := f.displays[fhir.SystemFacts+"|"+fhir.CodeUnsure]; got != "Not sure" {
				t.Errorf("not sure reads %q", got)
			}
			for _, q := range g.Knowledge().Questions {
				for _, o := range q.Options {
					if got := f.displays[fhir.SystemFacts+"|"+q.ID+"/"+o.ID]; q.Kind != knowledge.Scale && !o.Hidden && got != document.Clean(o.Label) {
						t.Errorf("%s/%s reads %q, not %q", q.ID, o.ID, got, o.Label)
					}
					help := f.items[q.ID+fhir.ItemHelp+o.ID]
					if help != nil && help.above.Type != "group" {
						t.Errorf("the help of %s/%s is inside of the question, where some forms do not show it", q.ID, o.ID)
					}
					if (help != nil) != (o.Help != "" && !o.Hidden) || help != nil && !strings.Contains(help.Text, document.Clean(o.Help)) {
						t.Errorf("the help of %s/%s is missing: %+v", q.ID, o.ID, help)
					}
				}
			}
			for id, x := range f.items {
				if x.Type != "choice" {
					continue
				}
				want := "radio-button"
				if x.Repeats {
					want = "check-box"
				}
				toggled := slices.ContainsFunc(x.Extension, func(e formExtension) bool { return strings.HasSuffix(e.URL, "ToggleExpression") })
				if toggled && len(x.Item) == 0 {
					t.Errorf("%s has toggles and nothing inside, so Smart Forms forgets its answers", id)
				}
				if !slices.ContainsFunc(x.Extension, func(e formExtension) bool {
					c := e.ValueCodeableConcept.Coding
					return len(c) == 1 && c[0].Code == want
				}) {
					t.Errorf("%s is no open list of %s", id, want)
				}
			}
		})
	}
}

// TestFHIRResponsesAreValid holds the answers of many people against the questionnaire: a form drops what it cannot hold.
func TestFHIRResponsesAreValid(t *testing.T) {
	g := builtin.Guide()
	f := readForm(t, g)
	for _, c := range builtin.Library().Cases {
		a, err := g.ParseLines(c.Answers)
		if err != nil {
			t.Fatal(err)
		}
		f.holds(t, g, c.ID, a, true)
	}
	random := rand.New(rand.NewPCG(7, 11))
	for i := range 300 {
		f.holds(t, g, fmt.Sprintf("anybody %d", i), fixture.Anybody(random, g), false)
		f.holds(t, g, fmt.Sprintf("walk %d", i), walked(random, g), false)
	}
	small := fixture.Guide(t)
	f = readForm(t, small)
	for i, a := range fixture.Everybody(small) {
		f.holds(t, small, fmt.Sprintf("everybody %d", i), a, false)
	}
}

// walked answers what is asked, as it is asked.
func walked(random *rand.Rand, g *guide.Guide) guide.Answers {
	i := g.Start()
	for !i.Finished() {
		for q := i.Missing(); q != nil; q = i.Missing() {
			for _, asked := range i.Questions() {
				if asked.ID != q.ID {
					continue
				}
				a := guide.Answer{Unsure: true}
				if o := asked.Shown[random.IntN(len(asked.Shown))]; random.IntN(6) > 0 {
					a = guide.Answer{Options: []string{o.ID}, Value: o.From}
				}
				if other := asked.Shown[random.IntN(len(asked.Shown))]; q.Kind == knowledge.Many && !a.Unsure && other.ID != knowledge.None && !a.Has(other.ID) && random.IntN(3) == 0 {
					a.Open = []string{other.ID}
				}
				i = i.Answer(q.ID, a)
			}
		}
		next, err := i.Next()
		if err != nil {
			panic(err)
		}
		i = next
	}
	return i.Answers()
}

// holds writes answers as a response, checks that the form can hold it, and reads it back. Whole says that nothing may be
// left aside.
func (f *form) holds(t *testing.T, g *guide.Guide, name string, a guide.Answers, whole bool) {
	t.Helper()
	data, err := fhir.Response(g, a, fhirVersion, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if aside := f.accepts(t, fmt.Sprintf("%s (%q)", name, g.Lines(a)), data, true); whole && aside > 0 {
		t.Errorf("%s: %d answers are left aside", name, aside)
	}
	back, err := content.DecodeAnswers(g, "response.json", data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if got, want := g.Lines(back), g.Lines(a); !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %q was read back as %q", name, want, got)
	}
}

// accepts checks a response against the form: its items, their conditions, and their answers. It returns how many extensions
// the response has. Alone says that an option that stands alone must.
func (f *form) accepts(t *testing.T, name string, data []byte, alone bool) (extensions int) {
	t.Helper()
	var r struct {
		Extension []formExtension
		Item      []filled
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	given := map[string]filled{}
	var walk func(items []filled, above string)
	walk = func(items []filled, above string) {
		for _, x := range items {
			switch q := f.items[x.LinkID]; {
			case q == nil:
				t.Errorf("%s: %s is not an item of the questionnaire", name, x.LinkID)
			case q.above.LinkID != above || q.Text != x.Text:
				t.Errorf("%s: %s %q is in %q, not in %q as %q", name, x.LinkID, x.Text, above, q.above.LinkID, q.Text)
			}
			given[x.LinkID] = x
			walk(x.Item, x.LinkID)
		}
	}
	walk(r.Item, "")
	for id, x := range given {
		for q := f.items[id]; q != nil && q.LinkID != ""; q = q.above {
			if !q.enabled(t, given) {
				t.Errorf("%s: %s is answered, but %s is not enabled", name, id, q.LinkID)
			}
		}
		if problem := f.allows(t, f.items[id], x, given, alone); problem != "" {
			t.Errorf("%s: %s: %s", name, id, problem)
		}
	}
	return len(r.Extension)
}

// TestClientResponsesAreValid holds what real clients wrote against the questionnaire. The clients need a browser: .ci/run fhir
// fills the folder, and calls this.
func TestClientResponsesAreValid(t *testing.T) {
	folder := os.Getenv("KNEAD_FHIR_RESPONSES")
	if folder == "" {
		t.Skip("no folder of responses; .ci/run fhir makes one")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no responses in %s: %v", folder, err)
	}
	f := readForm(t, builtin.Guide())
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// Clients let a person choose "none of these" and a sign; that is read as a contradiction.
		f.accepts(t, filepath.Base(file), data, false)
	}
}

// allows says what is wrong with the answers to an item, or "".
func (f *form) allows(t *testing.T, q *formItem, x filled, given map[string]filled, alone bool) string {
	switch {
	case len(x.Answer) == 0:
		return ""
	case len(x.Answer) > 1 && !q.Repeats:
		return "several answers"
	}
	for _, a := range x.Answer {
		if q.Type == "integer" {
			if a.ValueInteger == nil || a.ValueCoding != nil {
				return "no number"
			}
			for _, e := range q.Extension {
				if strings.HasSuffix(e.URL, "minValue") && *a.ValueInteger < *e.ValueInteger || strings.HasSuffix(e.URL, "maxValue") && *a.ValueInteger > *e.ValueInteger {
					return "the number is out of range"
				}
			}
			continue
		}
		if a.ValueCoding == nil {
			return "no coding"
		}
		at := -1
		for i, o := range q.AnswerOption {
			if o.ValueCoding == *a.ValueCoding {
				at = i
			}
		}
		if at < 0 {
			return fmt.Sprintf("%+v is not an option", *a.ValueCoding)
		}
		if e := q.AnswerOption[at].Extension; alone && len(e) > 0 && e[0].ValueBoolean && len(x.Answer) > 1 {
			return a.ValueCoding.Code + " stands alone"
		}
		for _, e := range q.Extension {
			of := func(y formExtension) bool { return y.ValueCoding != nil && *y.ValueCoding == *a.ValueCoding }
			if strings.HasSuffix(e.URL, "ToggleExpression") && slices.ContainsFunc(e.Extension, of) && !evaluate(t, e.Extension[len(e.Extension)-1].ValueExpression.Expression, given) {
				return a.ValueCoding.Code + " is not offered"
			}
		}
	}
	return ""
}

// enabled reports whether an item is put, given these items of the response.
func (x *formItem) enabled(t *testing.T, given map[string]filled) bool {
	for _, e := range x.Extension {
		if strings.HasSuffix(e.URL, "enableWhenExpression") && !evaluate(t, e.ValueExpression.Expression, given) {
			return false
		}
	}
	met := 0
	for _, w := range x.EnableWhen {
		for _, a := range given[w.Question].Answer {
			if w.AnswerCoding != nil && a.ValueCoding != nil && *w.AnswerCoding == *a.ValueCoding ||
				w.AnswerInteger != nil && a.ValueInteger != nil && (w.Operator == ">=" && *a.ValueInteger >= *w.AnswerInteger || w.Operator == "<=" && *a.ValueInteger <= *w.AnswerInteger) {
				met++
				break
			}
		}
	}
	return len(x.EnableWhen) == 0 || met == len(x.EnableWhen) || met > 0 && x.EnableBehavior == "any"
}

var (
	atom    = regexp.MustCompile(`%resource\.item\.item\.where\(linkId = '([^']+)'\)\.answer\.value\.where\((code = '[^']+'|code in \([^)]+\)|\$this >= -?\d+ and \$this <= -?\d+)\)\.exists\(\)`)
	negated = regexp.MustCompile(`(true|false|\([^()]*\))\.not\(\)`)
	iif     = regexp.MustCompile(`iif\(([^,]+), 1, 0\)`)
)

// evaluate works out the FHIRPath that is used here: once its atoms are true or false, it reads almost as Go.
func evaluate(t *testing.T, path string, given map[string]filled) bool {
	t.Helper()
	path = atom.ReplaceAllStringFunc(path, func(s string) string {
		m := atom.FindStringSubmatch(s)
		var low, high int
		_, notRange := fmt.Sscanf(m[2], "$this >= %d and $this <= %d", &low, &high)
		return strconv.FormatBool(slices.ContainsFunc(given[m[1]].Answer, func(a struct {
			ValueInteger *int        `json:"valueInteger"`
			ValueCoding  *formCoding `json:"valueCoding"`
		},
		) bool {
			if notRange == nil {
				return a.ValueInteger != nil && *a.ValueInteger >= low && *a.ValueInteger <= high
			}
			return a.ValueCoding != nil && strings.Contains(m[2], "'"+a.ValueCoding.Code+"'")
		}))
	})
	path = strings.NewReplacer(" and ", " && ", " or ", " || ").Replace(path)
	path = negated.ReplaceAllString(path, "!$1")
	calculate := func(s string) bool {
		v, err := types.Eval(token.NewFileSet(), nil, token.NoPos, s)
		if err != nil || v.Value == nil || v.Value.Kind() != constant.Bool {
			t.Fatalf("cannot evaluate %s: %v", s, err)
		}
		return constant.BoolVal(v.Value)
	}
	path = iif.ReplaceAllStringFunc(path, func(s string) string {
		if calculate(iif.FindStringSubmatch(s)[1]) {
			return "1"
		}
		return "0"
	})
	return calculate(path)
}

// A hidden option is never offered, so no form has it; what rests on it rests on the answers that make it true.
func TestFHIRHiddenOption(t *testing.T) {
	k := fixture.Knowledge()
	for i := range k.Questions {
		switch q := &k.Questions[i]; q.ID {
		case "now":
			hidden := knowledge.Option{ID: "sore", Label: "Sore", Help: "Never read.", Hidden: true, ShowWhen: knowledge.When{{"is/never"}}, Also: knowledge.When{{"where/neck"}}}
			q.Options = append([]knowledge.Option{hidden}, q.Options...)
		case "side":
			q.AskWhen = knowledge.When{{"now/sore"}}
		}
	}
	k.Derived = append([]knowledge.Derived{{ID: "is/never", AtLeast: 2, Of: []string{"where/none"}}}, k.Derived...)
	g, err := guide.New(&k, "now")
	if err != nil {
		t.Fatal(err)
	}
	f := readForm(t, g)
	if display, ok := f.displays[fhir.SystemFacts+"|now/sore"]; ok || f.items["now"+fhir.ItemHelp+"sore"] != nil {
		t.Errorf("the hidden option is in the form as %q", display)
	}
	if w := f.items["side"].above.EnableWhen; len(w) != 1 || w[0].AnswerCoding == nil || w[0].AnswerCoding.Code != "where/neck" {
		t.Errorf("what rests on the hidden option is asked when %+v", w)
	}
	for _, lines := range [][]string{{"where: neck", "now: sore", "side: left"}, {"where: low-back", "now: sore, fever", "side: left"}, {"where: neck", "now/sore: unsure"}} {
		a, err := g.ParseLines(lines)
		if err != nil {
			t.Fatal(err)
		}
		f.holds(t, g, strings.Join(lines, "|"), a, false)
	}
}
