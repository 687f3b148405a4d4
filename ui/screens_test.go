package ui

import (
	"slices"

	"knead/content/builtin"
	"knead/guide"
	"knead/ui/wizard"
)

// shown is one screen of Knead, and how to get there from the first one.
type shown struct {
	name string
	open func(*driver)
}

// screens are all of them, each in a state that shows most of what it can.
func screens() []shown {
	return []shown{
		{"welcome", func(*driver) {}},
		{"where", func(d *driver) { d.keys("s", "down", "down", "down", "space", "down", "space") }},
		{"list", func(d *driver) {
			d.answered("where: low-back", "now: none", "signs: none")
			d.keys("down", "down", "down")
		}},
		{"signs", func(d *driver) {
			d.answered("where: low-back, whole-leg", "side-whole-leg: left", "now: none")
			d.keys("down", "down", "space", "down")
		}},
		{"scale", func(d *driver) { d.answered(before("severity")...); d.keys("6") }},
		{"history", func(d *driver) { d.answered(before("history")...); d.keys("down", "space", "down") }},
		{"filter", func(d *driver) { d.answered(before("history")...); d.keys("/", "b", "l", "o", "o", "d") }},
		{"review", func(d *driver) { d.answered(person("lasting-back")...); d.keys("down", "down") }},
		{"emergency", func(d *driver) { d.finish(person("numb-seat")) }},
		{"urgent", func(d *driver) { d.finish(person("after-the-crash")) }},
		{"result", func(d *driver) { d.finish(person("lasting-back")) }},
		{"result-doctor", func(d *driver) { d.finish(person("down-the-leg")) }},
		{"result-lower", func(d *driver) { d.finish(person("thin-bones")); d.keys("2", "]", "]", "]", "]") }},
		{"explanation", func(d *driver) { d.finish(person("thin-bones")); d.keys("2", "enter", "down", "down") }},
		{"approaches", func(d *driver) { d.finish(person("lasting-back")); d.keys("2", "down") }},
		{"tonight", func(d *driver) { d.finish(person("lasting-back")); d.keys("3") }},
		{"compare", func(d *driver) { d.finish(person("lasting-back")); d.keys("2", "c") }},
		{"compare-three", func(d *driver) {
			d.finish(person("lasting-back"))
			d.keys("2", "space", "down", "space", "]", "space", "c")
		}},
		{"what-if", func(d *driver) { d.finish(person("lasting-back")); d.change() }},
		{"handout", func(d *driver) { d.finish(person("lasting-back")); d.keys("s") }},
		{"code", func(d *driver) { d.finish(person("lasting-back")); d.keys("s", "f") }},
		{"library", func(d *driver) { d.keys("L", "down", "down") }},
		{"search", func(d *driver) { d.keys("L", "/", "b", "l", "o", "o", "d", "down") }},
		{"page", func(d *driver) { d.read("swedish") }},
		{"who", func(d *driver) { d.read("deep-tissue"); d.keys("w", "down", "down") }},
		{"condition", func(d *driver) { d.read("deep-tissue"); d.keys("w", "o", "s", "t", "e", "o") }},
		{"page-lower", func(d *driver) { d.read("swedish"); d.keys("]", "]", "]", "]", "]", "]", "tab") }},
		{"contents", func(d *driver) { d.read("swedish"); d.keys("]", "]", "c", "down") }},
		{"find", func(d *driver) { d.read("swedish"); d.keys("/", "b", "a", "c", "k", "enter", "n") }},
		{"help", func(d *driver) { d.finish(person("lasting-back")); d.keys("?") }},
		{"leave", func(d *driver) { d.finish(person("lasting-back")); d.keys("q") }},
	}
}

// show opens the screen of this name.
func (d *driver) show(name string) *driver {
	d.t.Helper()
	all := screens()
	at := slices.IndexFunc(all, func(s shown) bool { return s.name == name })
	if at < 0 {
		d.t.Fatalf("there is no screen %s", name)
	}
	all[at].open(d)
	return d
}

// person is how a sample person answers.
func person(id string) []string {
	for _, c := range builtin.Library().Cases {
		if c.ID == id {
			return c.Answers
		}
	}
	panic("no sample person " + id)
}

// before is how an ordinary person answers up to a question.
func before(question string) []string {
	all := []string{
		"where: low-back", "now: none", "signs: none", "onset: slowly", "time: months-3", "cause: lift", "age: 50-59", "risk: none",
		"feel: ache", "severity: 4", "limits: none", "trend: same", "before: spells", "checked: no", "lately: none", "health: heart, bones",
		"history: hypertension-controlled",
	}
	return all[:slices.IndexFunc(all, func(l string) bool { return len(l) > len(question) && l[:len(question)+1] == question+":" })]
}

// answered puts the App where these answers lead.
func (d *driver) answered(lines ...string) {
	d.t.Helper()
	a, err := d.app.options.Guide().ParseLines(lines)
	if err != nil {
		d.t.Fatal(err)
	}
	i := d.app.options.Guide().Resume(a)
	if i.Page() == guide.StopPage {
		d.send(wizard.StoppedMsg{Interview: i})
		return
	}
	d.app.begin(i)
}

// read opens a page of the library.
func (d *driver) read(target string) { d.t.Helper(); d.send(openMsg{target}) }

// change tries the first answer that can be tried in the result.
func (d *driver) change() {
	d.t.Helper()
	d.keys("5", "right")
}
