package ui

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"knead/guide/knowledge"
)

// focused is the row with the bar: a text behind it, for the outline of the figure has the same half blocks.
func (d *driver) focused() string {
	if m := regexp.MustCompile(`▌ ([\pL\pN].*)`).FindStringSubmatch(d.screen()); m != nil {
		return m[1]
	}
	return ""
}

// Every place of the map has a key: the digit that stands before it, or a letter, a capital where the small one has another use. So the help is true.
func TestEveryPlaceHasAKey(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{40, 20}, {60, 20}, {80, 24}, {120, 40}} {
		d := drive(t, Options{}, size[0], size[1])
		d.app.begin(d.app.options.Guide().Start())
		page := d.app
		reached := map[string]bool{}
		for _, key := range strings.Split("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "") {
			d.app = page
			numbered := regexp.MustCompile(`(?m)(?:^| )` + key + ` (\pL[^□○\n]*?) +[□○]`).FindStringSubmatch(d.screen())
			d.keys(key)
			row := d.focused()
			if d.app.screen != onWizard || d.app.dialog.open() || d.app.wizard.Interview().Page() != "where" {
				continue
			}
			if numbered != nil && !strings.HasPrefix(row, numbered[1]) {
				t.Errorf("%v: %s stands before %q and goes to %q", size, key, numbered[1], row)
			}
			for range 4 { // a letter goes on to the next place with it
				for _, o := range d.app.options.Guide().Question("where").Options {
					if strings.HasPrefix(d.focused(), o.Label) {
						reached[o.ID] = true
					}
				}
				if key >= "A" && d.app.screen == onWizard && !d.app.dialog.open() {
					d.keys(key)
				}
			}
		}
		for _, o := range d.app.options.Guide().Question("where").Options {
			if !reached[o.ID] {
				t.Errorf("%v: no key leads to %s", size, o.Label)
			}
		}
	}
}

// The key that stands before an answer chooses it, on every kind of question; where keys mean something else, none stands there.
func TestKeysBeforeAnswers(t *testing.T) {
	t.Parallel()
	key := regexp.MustCompile(`^ *(\w) [□○◐] +(.*?)(  .*)?$`)
	g := drive(t, Options{}, 80, 24).app.options.Guide()
	for _, lines := range [][]string{
		{"where: low-back"},
		{"where: low-back", "now: none", "signs: none"},
		{"where: low-back", "now: none", "signs: none", "onset: slowly", "time: months-3", "cause: lift"},
		{"where: low-back", "now: none", "signs: none", "onset: slowly", "time: months-3", "cause: lift", "age: 50-59", "risk: none", "feel: ache"},
		{"where: low-back", "now: none", "signs: none", "onset: slowly", "time: months-3", "cause: lift", "age: 50-59", "risk: none", "feel: ache", "severity: 4", "limits: none", "trend: same", "before: spells", "checked: no", "lately: none"},
	} {
		a, err := g.ParseLines(lines)
		if err != nil {
			t.Fatal(err)
		}
		d := drive(t, Options{}, 120, 60)
		d.app.begin(d.app.options.Guide().Resume(a))
		page, found := d.app, 0
		for _, row := range strings.Split(d.screen(), "\n") {
			m := key.FindStringSubmatch(ansi.Strip(row))
			if m == nil {
				continue
			}
			found++
			d.app = page
			d.keys(m[1])
			if !chosenNow(d, m[2]) {
				t.Errorf("%s: %q does not choose %q:\n%s", d.app.wizard.Interview().Page(), m[1], m[2], d.screen())
			}
		}
		if found == 0 {
			t.Errorf("%s: no keys stand before the answers:\n%s", page.wizard.Interview().Page(), d.screen())
		}
		if d.app = page; strings.Contains(d.screen(), "Find  ") {
			d.keys("/")
			for _, row := range strings.Split(d.screen(), "\n") {
				if m := key.FindStringSubmatch(row); m != nil {
					t.Errorf("while the search is open %q stands before %q", m[1], m[2])
				}
			}
		}
	}
}

// chosenNow reports whether an answer with these words was chosen.
func chosenNow(d *driver, words string) bool {
	for id, a := range d.app.wizard.Interview().Answers() {
		q := d.app.options.Guide().Question(id)
		for _, o := range a.Options {
			if strings.HasPrefix(words, q.Option(o).Label) || o == knowledge.None && strings.HasPrefix(words, "None") {
				return true
			}
		}
		if a.Unsure && strings.HasPrefix(words, "Not sure") {
			return true
		}
	}
	return false
}
