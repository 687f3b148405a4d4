package web_test

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"knead/content/builtin/core"
	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/web"
)

var g = core.Guide()

// visit is somebody in front of the pages.
type visit struct {
	*testing.T
	app  *web.App
	page web.Page
}

func begin(t *testing.T) *visit {
	v := &visit{T: t, app: web.New(web.Options{Guide: g, Figure: core.Figure(), Purpose: report.Purpose})}
	v.see(v.app.Start())
	v.press("start")
	return v
}

// see checks what must hold of every page.
func (v *visit) see(p web.Page) {
	v.Helper()
	if p.HTML == "" {
		return
	}
	v.page = p
	s := string(p.HTML)
	for _, no := range []string{" style=", "<script", "javascript:", " onclick=", " src="} {
		if strings.Contains(s, no) {
			v.Errorf("%s: the page has %q, which its policy forbids", p.Title, no)
		}
	}
	ids := map[string]bool{"sources": true}
	for _, m := range idOf.FindAllStringSubmatch(s, -1) {
		if ids[m[1]] && m[1] != "sources" {
			v.Errorf("%s: two elements have the ID %s", p.Title, m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range refersTo.FindAllStringSubmatch(s, -1) {
		for id := range strings.FieldsSeq(m[1]) {
			if !ids[id] {
				v.Errorf("%s: something refers to %s, which is not on the page", p.Title, id)
			}
		}
	}
	if p.Part == "" && strings.Count(s, "<h1") != 1 {
		v.Errorf("%s: the page has %d main headings", p.Title, strings.Count(s, "<h1"))
	}
	if p.Focus != "" && !ids[p.Focus] {
		v.Errorf("%s: %s shall get the focus, and is not on the page", p.Title, p.Focus)
	}
}

var (
	idOf     = regexp.MustCompile(` id="([^"]+)"`)
	refersTo = regexp.MustCompile(` (?:for|aria-labelledby|aria-describedby|form)="([^"]+)"`)
)

func (v *visit) press(do string, values ...string) {
	v.Helper()
	v.see(v.app.Do(web.Event{Do: do, Values: form(values)}))
}

// touch says that a control was touched, in a form with these names and values.
func (v *visit) touch(name, value string, values ...string) web.Page {
	v.Helper()
	p := v.app.Do(web.Event{Do: web.Mark, At: name, Value: value, Values: form(values)})
	v.see(p)
	return p
}

// form is what a form holds: "name=value".
func form(pairs []string) map[string][]string {
	out := map[string][]string{}
	for _, pair := range pairs {
		name, value, _ := strings.Cut(pair, "=")
		out[name] = append(out[name], value)
	}
	return out
}

func (v *visit) says(words string) {
	v.Helper()
	if !strings.Contains(html.UnescapeString(string(v.page.HTML)), words) {
		v.Fatalf("%s: the page does not say %q", v.page.Title, words)
	}
}

// to goes to the page of a question, with an answer to everything before it that says nothing.
func (v *visit) to(question *knowledge.Question) {
	v.Helper()
	for range 40 {
		if v.app.Interview().Page() == question.Page() {
			return
		}
		v.press("next", v.nothing()...)
	}
	v.Fatalf("there is no way to %s", question.ID)
}

// nothing is a form that says as little as can be said: none of these, the mildest number, or the last answer.
func (v *visit) nothing() []string {
	var out []string
	for _, q := range v.app.Interview().Questions() {
		last := q.Shown[len(q.Shown)-1].ID
		switch q.Kind {
		case knowledge.Many:
			last = knowledge.None
		case knowledge.Scale:
			last = "0"
		}
		if q.Role == knowledge.RolePlace {
			last = q.Shown[slices.IndexFunc(q.Shown, func(o *knowledge.Option) bool { return o.ID == core.Figure().Places[2].Option })].ID
		}
		out = append(out, q.ID+"="+last)
	}
	return out
}

func alarm() *knowledge.Question { return g.Role(knowledge.RoleAlarm) }

// No page has an answer that nobody gave, and no page is left without one.
func TestNothingIsAnswered(t *testing.T) {
	v := begin(t)
	for range 30 {
		if v.app.Interview().Finished() {
			return
		}
		if strings.Contains(string(v.page.HTML), ` checked=""`) {
			t.Fatalf("%s: something is chosen from the start", v.page.Title)
		}
		before := v.app.Interview().Page()
		v.press("next")
		if v.app.Interview().Page() != before {
			t.Fatalf("%s was left without an answer", before)
		}
		v.says("class=\"problem\"")
		if v.page.Say == "" || !strings.HasSuffix(v.page.Focus, "problem") {
			t.Errorf("%s: nobody hears what is missing: focus %q, said %q", before, v.page.Focus, v.page.Say)
		}
		for range 4 {
			if v.app.Interview().Page() == before {
				v.press("next", v.nothing()...)
			}
		}
	}
	t.Fatal("the questions come to no end")
}

// A form that says two things at once is not taken, in whatever order its controls are.
func TestContradictionsAreAsked(t *testing.T) {
	v := begin(t)
	v.to(alarm())
	q := alarm()
	sign := q.Options[0].ID
	for _, values := range [][]string{
		{q.ID + "=" + sign, q.ID + "=" + knowledge.None},
		{q.ID + "=" + sign, q.ID + "=" + guide.Unsure},
		{q.ID + "=" + knowledge.None, q.ID + "=" + guide.Unsure},
		{q.ID + "=" + sign, q.ID + "/open=" + sign},
	} {
		v.press("next", values...)
		v.says("Clear one of them.")
		if v.app.Interview().Answers()[q.ID].Given() {
			t.Errorf("%v was taken as %+v", values, v.app.Interview().Answers()[q.ID])
		}
	}
	v.press("next", q.ID+"=no-such-sign")
	if v.app.Interview().Answers()[q.ID].Given() {
		t.Error("an answer that is not offered was taken")
	}
}

// “None of these” that comes with an answer that makes its own list longer does not deny what nobody has read.
func TestNoneOfAListThatGrows(t *testing.T) {
	tried := 0
	for _, q := range g.Knowledge().Questions {
		var triggers []string // options on the same page that make the list longer
		of := (*knowledge.Question)(nil)
		for _, o := range q.Options {
			for _, fact := range slices.Concat(o.ShowWhen...) {
				id, option, _ := strings.Cut(fact, "/")
				x := g.Question(id)
				if x != nil && x.Kind == knowledge.Many && q.Kind == knowledge.Many && x.Page() == q.Page() && !slices.Contains(triggers, option) {
					of, triggers = x, append(triggers, option)
				}
			}
		}
		for i := range max(len(triggers)-1, 0) {
			v := begin(t)
			v.to(of)
			one, two := of.ID+"="+triggers[i], of.ID+"="+triggers[i+1]
			v.touch(of.ID, triggers[i], one)
			short := strings.Count(string(v.page.HTML), `name="`+q.ID+`"`)
			v.press("next", one, two, q.ID+"="+knowledge.None)
			if long := strings.Count(string(v.page.HTML), `name="`+q.ID+`"`); short == 0 || long <= short {
				continue
			}
			tried++
			if v.app.Interview().Answers()[q.ID].Given() {
				t.Errorf("%s: none of a list that has grown by %s counts", q.ID, triggers[i+1])
			}
		}
	}
	if tried == 0 {
		t.Fatal("no list grows on its own page")
	}
}

// A touch that the page shows already changes nothing on it. One that contradicts an answer clears that, or asks first.
func TestTouches(t *testing.T) {
	v := begin(t)
	q := alarm()
	v.to(q)
	sign, name := q.Options[0].ID, q.ID
	answer := func() guide.Answer { return v.app.Interview().Answers()[name] }
	if p := v.touch(name, sign, name+"="+sign); p.HTML != "" || !answer().Has(sign) {
		t.Errorf("the page is written again for what it shows: %+v", answer())
	}
	v.touch(name, knowledge.None, name+"="+sign, name+"="+knowledge.None)
	v.says("Remove that and choose")
	if !answer().Has(sign) {
		t.Fatal("a sign was dropped before the person agreed")
	}
	v.press("keep", name+"="+sign)
	if !answer().Has(sign) {
		t.Fatal("a sign was dropped although the person kept it")
	}
	v.touch(name, knowledge.None, name+"="+sign, name+"="+knowledge.None)
	v.press("accept", name+"="+sign)
	if !answer().Has(knowledge.None) || answer().Has(sign) {
		t.Errorf("after a yes: %+v", answer())
	}
	v.touch(name, sign, name+"="+sign, name+"="+knowledge.None)
	if answer().Has(knowledge.None) || !answer().Has(sign) {
		t.Errorf("a sign after none: %+v", answer())
	}
	v.touch(name+"/open", sign, name+"="+sign, name+"/open="+sign)
	if answer().Has(sign) || !slices.Contains(answer().Open, sign) {
		t.Errorf("not sure of a sign: %+v", answer())
	}
}

// A danger sign leads to the one thing to do, with numbers to call, and back to the questions only by changing an answer.
func TestStop(t *testing.T) {
	v := begin(t)
	for _, f := range g.Knowledge().RedFlags {
		if f.Level != knowledge.Emergency || len(f.Say) == 0 {
			continue
		}
		answers, err := g.ParseLines(f.Examples[0].Answers)
		if err != nil {
			t.Fatal(err)
		}
		v = begin(t)
		for range 60 {
			i := v.app.Interview()
			if i.Finished() {
				break
			}
			var values []string
			for at, q := range i.Questions() {
				words, open := answers[q.ID].Words(q.Question)
				if len(words) == 0 {
					words = []string{strings.SplitN(v.nothing()[at], "=", 2)[1]}
				}
				for _, w := range words {
					values = append(values, q.ID+"="+w)
				}
				for _, o := range open {
					values = append(values, q.ID+"/open="+o)
				}
			}
			v.press("next", values...)
		}
		if v.app.Interview().Page() == guide.StopPage && v.app.Interview().Level() == knowledge.Emergency {
			break
		}
	}
	level := g.Level(knowledge.Emergency)
	v.says(level.Headline)
	for _, n := range level.Numbers {
		v.says(`href="tel:` + n.Call + `"`)
		v.says(n.Where)
	}
	v.press("review")
	v.says("Is this right?")
	v.press("result")
	v.says(level.Headline)
	v.press("back")
	if i := v.app.Interview(); i.Finished() || i.Missing() != nil {
		t.Errorf("back from the stop is %s", i.Page())
	}
}

// Pointing at a place of the figure selects it with its side; pointing again clears both.
func TestFigure(t *testing.T) {
	v := begin(t)
	where := g.Role(knowledge.RolePlace)
	for _, p := range core.Figure().Places {
		side := g.WithRole(knowledge.RoleSide)
		at := slices.IndexFunc(side, func(q *knowledge.Question) bool { return q.Of[0] == p.Option })
		answers := func() (guide.Answer, guide.Answer) {
			a := v.app.Interview().Answers()
			if at < 0 {
				return a[where.ID], guide.Answer{}
			}
			return a[where.ID], a[side[at].ID]
		}
		v.press("point:" + string(p.Right))
		place, which := answers()
		if !place.Has(p.Option) || at >= 0 && !which.Has(side[at].Options[1].ID) {
			t.Errorf("pointing at %c is %+v, %+v", p.Right, place, which)
		}
		v.says(`class="place on" data-do="point:` + string(p.Right) + `"`)
		if at >= 0 {
			v.press("point:" + string(p.Left))
			if _, which = answers(); !which.Has(side[at].Options[2].ID) {
				t.Errorf("pointing at both sides of %s is %+v", p.Option, which)
			}
			v.press("point:" + string(p.Left))
		}
		v.press("point:" + string(p.Right))
		if place, which = answers(); place.Given() || which.Given() {
			t.Errorf("pointing again at %c leaves %+v, %+v", p.Right, place, which)
		}
	}
}

// A health item that is found by its name can be chosen, left open, and taken back. What was typed is only ever words.
func TestFind(t *testing.T) {
	v := begin(t)
	v.to(g.Role(knowledge.RoleDrawers))
	var item *knowledge.Option
	for i := range g.Role(knowledge.RoleHistory).Options {
		if o := &g.Role(knowledge.RoleHistory).Options[i]; !o.Hidden && len(o.ShowWhen) > 0 {
			item = o
			break
		}
	}
	v.press(web.Find, "find="+item.Label)
	if v.page.Part == "" || !strings.HasSuffix(v.page.Say, "found") {
		t.Errorf("a search is shown in %q and said as %q", v.page.Part, v.page.Say)
	}
	v.says(`data-do="take:` + item.ID + `"`)
	v.press("take:" + item.ID)
	if !v.app.Interview().Items().Has(item.ID) {
		t.Fatal("what was found is not chosen")
	}
	v.press("open:" + item.ID)
	if !slices.Contains(v.app.Interview().Items().Open, item.ID) {
		t.Error("what was found is not left open")
	}
	v.press("open:" + item.ID)
	if x := v.app.Interview().Items(); x.Has(item.ID) || slices.Contains(x.Open, item.ID) {
		t.Error("what was found cannot be taken back")
	}
	v.press(web.Find, "find=<b onmouseover=x>")
	if strings.Contains(string(v.page.HTML), "<b on") {
		t.Errorf("what was typed is markup: %s", v.page.HTML)
	}
	v.press("take:no-such-item")
}

// Starting over asks before it erases answers. Leaving the first page keeps them.
func TestStartOver(t *testing.T) {
	v := begin(t)
	where := g.Role(knowledge.RolePlace)
	v.press("next", v.nothing()...)
	v.press("back")
	v.press("back")
	if !v.page.First {
		t.Fatal("before the first page is not the welcome")
	}
	v.press("start")
	if !v.app.Interview().Answers()[where.ID].Given() {
		t.Fatal("the answers were erased without a question")
	}
	v.press("start")
	if len(v.app.Interview().Answers()) > 0 {
		t.Error("the answers were not erased")
	}
}

// Whatever the page sends, in whatever order, it is answered.
func FuzzDo(f *testing.F) {
	f.Add("start", "next", "mark", "a", "b", "c=d")
	f.Fuzz(func(t *testing.T, one, two, three, at, value, pair string) {
		app := web.New(web.Options{Guide: g, Figure: core.Figure(), Purpose: report.Purpose})
		for _, do := range []string{"start", one, two, "next", three, "result", "compare", "handout", one} {
			p := app.Do(web.Event{Do: do, At: at, Value: value, Values: form([]string{pair})})
			if p.HTML == "" && do != web.Mark && do != one && do != two && do != three {
				t.Fatalf("%s shows nothing", do)
			}
		}
	})
}

// BenchmarkAnswer is a touch and the next page.
func BenchmarkAnswer(b *testing.B) {
	where := g.Role(knowledge.RolePlace)
	for b.Loop() {
		app := web.New(web.Options{Guide: g, Figure: core.Figure()})
		app.Do(web.Event{Do: "start"})
		place := []string{where.Options[2].ID}
		app.Do(web.Event{Do: web.Mark, At: where.ID, Value: place[0], Values: map[string][]string{where.ID: place}})
		app.Do(web.Event{Do: "next", Values: map[string][]string{where.ID: place}})
	}
}
