package line

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/fixture"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/web"
)

// browser shows the pages of the web edition, and knows of the guide what is on them: it fills in forms and presses buttons.
type browser struct {
	t        *testing.T
	app      *web.App
	page     web.Page
	controls []*field // of the page, in order
	buttons  []string
	text     string
	touches  bool // as the script does, it tells the guide of every control at once; else the form is sent as a whole
}

// field is a control of a form.
type field struct {
	name, value, kind string
	on                bool
}

func newBrowser(t *testing.T, touches bool) *browser {
	t.Helper()
	b := &browser{t: t, app: web.New(web.Options{Guide: g, Figure: lib.Figure(), Purpose: report.Purpose}), touches: touches}
	b.take(b.app.Start())
	return b
}

// take shows a page. Its markup must be well formed.
func (b *browser) take(p web.Page) {
	b.t.Helper()
	if p.HTML == "" {
		return
	}
	if b.page = p; p.Part != "" {
		return
	}
	b.controls, b.buttons, b.text = nil, nil, ""
	d := xml.NewDecoder(strings.NewReader(void.ReplaceAllString(string(p.HTML), "<$1/>")))
	var text strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			b.t.Fatalf("%v:\n%s", err, p.HTML)
		}
		switch x := token.(type) {
		case xml.CharData:
			text.Write(x)
		case xml.StartElement:
			text.WriteByte(' ')
			b.element(x)
		}
	}
	b.text = strings.Join(strings.Fields(text.String()), " ")
}

func (b *browser) element(x xml.StartElement) {
	attrs := map[string]string{}
	for _, a := range x.Attr {
		attrs[a.Name.Local] = a.Value
	}
	if do := attrs["data-do"]; do != "" {
		b.buttons = append(b.buttons, do)
	}
	switch x.Name.Local {
	case "button":
		if attrs["type"] == "submit" {
			b.buttons = append(b.buttons, attrs["value"])
		}
	case "input":
		_, on := attrs["checked"]
		b.controls = append(b.controls, &field{attrs["name"], attrs["value"], attrs["type"], on})
	}
}

func (b *browser) values() map[string][]string {
	out := map[string][]string{}
	for _, c := range b.controls {
		if c.on {
			out[c.name] = append(out[c.name], c.value)
		}
	}
	return out
}

// press presses a button of the page.
func (b *browser) press(do string) {
	b.t.Helper()
	if !slices.Contains(b.buttons, do) {
		b.t.Fatalf("there is no button %s; there are %q", do, b.buttons)
	}
	b.take(b.app.Do(web.Event{Do: do, Values: b.values()}))
}

// touch sets a control, as a finger does.
func (b *browser) touch(name, value string, on bool) {
	b.t.Helper()
	at := slices.IndexFunc(b.controls, func(c *field) bool { return c.name == name && c.value == value })
	if at < 0 {
		b.t.Fatalf("there is no control %s %s on %s", name, value, b.page.Title)
	}
	c := b.controls[at]
	if c.on == on {
		return
	}
	if c.kind == "radio" {
		for _, other := range b.controls {
			if other.name == name {
				other.on = false
			}
		}
	}
	c.on = on
	if !b.touches {
		return
	}
	b.take(b.app.Do(web.Event{Do: web.Mark, At: name, Value: value, Values: b.values()}))
	if slices.Contains(b.buttons, "accept") {
		b.press("accept")
	}
}

// asked is a question as the page puts it: from its controls.
func (b *browser) asked(q *knowledge.Question) guide.Asked {
	out := guide.Asked{Question: q}
	for _, c := range b.controls {
		if o := q.Option(c.value); c.name == q.ID && o != nil && q.Kind != knowledge.Scale {
			out.Shown = append(out.Shown, o)
		}
	}
	if q.Kind != knowledge.Scale {
		return out
	}
	low, high := q.Range()
	for n := low; n <= high; n++ {
		if !slices.ContainsFunc(b.controls, func(c *field) bool { return c.name == q.ID && c.value == strconv.Itoa(n) }) {
			b.t.Fatalf("%s does not offer %d", q.ID, n)
		}
	}
	for i := range q.Options {
		out.Shown = append(out.Shown, &q.Options[i])
	}
	return out
}

// set gives an answer on the page. Where the form is sent as a whole, the controls that would contradict it are cleared.
func (b *browser) set(q *knowledge.Question, a guide.Answer) {
	b.t.Helper()
	if q.Kind == knowledge.Scale && !a.Unsure {
		b.touch(q.ID, strconv.Itoa(a.Value), true)
		return
	}
	var on, off []field
	for _, c := range b.controls {
		want := a.Has(c.value)
		switch {
		case c.name == q.ID && c.value == guide.Unsure:
			want = a.Unsure
		case c.name == q.ID+"/open":
			want = slices.Contains(a.Open, c.value)
		case c.name != q.ID:
			continue
		}
		if want {
			on = append(on, *c)
		} else if c.kind == "checkbox" {
			off = append(off, *c)
		}
	}
	blanket := a.Unsure || a.Has(knowledge.None)
	if !blanket || !b.touches { // a blanket answer clears the others by itself, after it has asked
		for _, c := range off {
			b.touch(c.name, c.value, false)
		}
	}
	for _, c := range on {
		b.touch(c.name, c.value, true)
	}
	if b.touches && blanket {
		for _, c := range off {
			b.touch(c.name, c.value, false)
		}
	}
}

// next goes on from the page. It agrees with whatever waits for that, and is told once what it left out.
func (b *browser) next() {
	b.t.Helper()
	page := b.app.Interview().Page()
	for range 3 {
		b.press("next")
		if slices.Contains(b.buttons, "accept") {
			b.press("accept")
		}
		if b.app.Interview().Page() != page || b.app.Interview().Missing() != nil {
			return
		}
	}
	b.t.Fatalf("there is no way on from %s: %s", page, b.text)
}

// byForms makes a trip in the browser.
func byForms(t *testing.T, p trip, touches bool) (journey, *browser) {
	t.Helper()
	b := newBrowser(t, touches)
	b.press("start")
	var j journey
	var asked []string
	for turn, step := 0, 0; ; step++ {
		if step > 400 {
			t.Fatalf("seed %d: the pages come to no end", p.seed)
		}
		i := b.app.Interview()
		if i.Page() == guide.StopPage {
			j.ending = "stop"
			break
		}
		if i.Page() == guide.ReviewPage {
			if len(p.changes) == 0 {
				j.ending = "result"
				b.press("result")
				break
			}
			lines := i.Review()
			q := lines[p.changes[0]%len(lines)].Question
			p.changes = p.changes[1:]
			b.press("change:" + q.ID)
			turn++
			b.set(q, p.answer(b.asked(q), turn))
			b.sent()
			continue
		}
		q := i.Missing()
		if q == nil {
			b.next()
			continue
		}
		if to, ok := p.backs[len(asked)]; ok {
			delete(p.backs, len(asked))
			back := g.Question(asked[to])
			if slices.ContainsFunc(i.Review(), func(l guide.Line) bool { return l.ID == back.ID }) {
				for b.app.Interview().Page() != back.Page() && b.page.Title != "Knead" {
					b.press("back")
				}
				turn++
				b.set(back, p.answer(b.asked(back), turn))
				b.sent()
				continue
			}
		}
		put := b.asked(q)
		j.events = append(j.events, eventOf(i.Page(), put))
		asked = append(asked, q.ID)
		b.set(q, p.answer(put, turn))
		b.sent()
	}
	j.answers = g.Lines(b.app.Interview().Answers())
	return j, b
}

// sent sends the form of a page where something is missing still; a page that is complete is left by the trip itself.
func (b *browser) sent() {
	b.t.Helper()
	if b.touches {
		return
	}
	b.press("next")
	if slices.Contains(b.buttons, "accept") {
		b.press("accept")
	}
}

// In a browser, the same trip with the same turns brings up the same questions with the same options, in the same order, and ends
// with the same answers and the same result as on the screen.
func TestTheWebIsTheSameAsTheScreen(t *testing.T) {
	n := 12
	if fixture.Thorough() {
		n = 24
	}
	for seed := range uint64(n) {
		t.Run(fmt.Sprintf("seed-%d", seed), func(t *testing.T) {
			t.Parallel()
			want := byKeys(t, newTrip(seed))
			got, b := byForms(t, newTrip(seed), true)
			name := fmt.Sprintf("%v, %v:", newTrip(seed).backs, newTrip(seed).changes)
			same(t, name+" questions", strings.Join(strs(got.events), "\n"), strings.Join(strs(want.events), "\n"))
			same(t, name+" endings", got.ending, want.ending)
			same(t, name+" answers", strings.Join(got.answers, "\n"), strings.Join(want.answers, "\n"))
			b.tells(b.app.Interview().Assess())
		})
	}
}

// Everybody is asked the same in a browser as by the interview, whether or not the page tells of every touch, and is told the same.
func TestTheWebIsTheSameAsTheInterview(t *testing.T) {
	for name, answers := range people(t) {
		if !fixture.Thorough() && len(name)%8 > 0 {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			inBrowser(t, says(answers), len(name)%16 == 0)
		})
	}
	seeds := uint64(24)
	if fixture.Thorough() {
		seeds = 80
	}
	for seed := range seeds {
		t.Run(fmt.Sprintf("seed-%d", seed), func(t *testing.T) {
			t.Parallel()
			inBrowser(t, thrown(seed, 0), seed%2 == 0)
		})
	}
}

func inBrowser(t *testing.T, p person, touches bool) {
	t.Helper()
	want, i := byInterview(t, p)
	b := newBrowser(t, touches)
	b.press("start")
	var events []event
	for range 200 {
		now := b.app.Interview()
		if now.Finished() {
			break
		}
		q := now.Missing()
		if q == nil {
			b.next()
			continue
		}
		put := b.asked(q)
		events = append(events, eventOf(now.Page(), put))
		b.set(q, p(put))
		if !b.touches {
			b.next()
		}
	}
	if b.app.Interview().Page() == guide.ReviewPage {
		events = append(events, "result")
		b.press("result")
	}
	same(t, "questions", strings.Join(strs(events), "\n"), strings.Join(strs(want), "\n"))
	same(t, "answers", g.Lines(b.app.Interview().Answers()), g.Lines(i.Answers()))
	b.tells(i.Assess())
}

// tells holds that the page says everything that the report says.
func (b *browser) tells(a guide.Assessment) {
	b.t.Helper()
	d := report.New(g, a, nil)
	if a.Level.Stops() {
		d = document.Document{Sections: d.Sections[:1]}
	}
	var text []string
	for _, s := range d.Sections {
		for _, x := range document.Texts(s.Blocks) {
			text = append(text, x.Words)
		}
	}
	if a.Level.Stops() {
		text = []string{g.Level(a.Level).Headline, g.Level(a.Level).Advice}
		for _, c := range a.Foremost() {
			if c.Flag.Level == a.Level {
				text = append(text, c.Flag.Advice, c.Flag.Meaning)
			}
		}
	}
	all := squeezed(b.text)
	for _, words := range text {
		if !strings.Contains(all, squeezed(words)) {
			b.t.Fatalf("the page does not say %q:\n%s", words, b.text)
		}
	}
}

// squeezed is text without blanks, marks of sources, and the stops that a heading goes without.
func squeezed(s string) string { return marksAndBlanks.ReplaceAllString(s, "") }

// void are the elements of HTML that have no end.
var void = regexp.MustCompile(`<((?:input|br)\b[^>]*)>`)

var marksAndBlanks = regexp.MustCompile(`[ .]|\[\d+\]`)
