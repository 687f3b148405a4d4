package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"knead/guide/knowledge"
	"knead/ui/keymap"
)

// spelled delivers keys as a terminal spells them, and what they are on every keyboard.
func (d *driver) spelled(bytes string) {
	d.t.Helper()
	for _, msg := range decode(d.t, []byte(bytes)) {
		d.send(msg)
	}
}

// Commands work in any layout: the keys that are n, q, and so on, on an American keyboard, whatever is written on them. Terminals
// send the character alone, or with the key that it is on.
func TestLayouts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ n, u, q, help, digit string }{
		"American":          {n: "n", u: "u", q: "q", help: "w", digit: "2"},
		"Russian":           {n: "т", u: "г", q: "й", help: "ц", digit: "2"},
		"Russian as kitty":  {n: "\x1b[1090::110u", u: "\x1b[1075::117u", q: "\x1b[1081::113u", help: "\x1b[1094::119u", digit: "2"},
		"Ukrainian":         {n: "т", u: "г", q: "й", help: "ц", digit: "2"},
		"Greek":             {n: "ν", u: "θ", q: "\x1b[59::113u", help: "ς", digit: "2"},
		"Hebrew":            {n: "מ", u: "ו", q: "\x1b[1511::113u", help: "\x1b[39::119u", digit: "2"},
		"Arabic":            {n: "ى", u: "ع", q: "ض", help: "ص", digit: "٢"},
		"Persian":           {u: "ع", q: "ض", help: "ص", digit: "۲"},
		"Thai":              {n: "ื", u: "ี", q: "ๆ", help: "ไ", digit: "๒"},
		"Korean":            {n: "ㅜ", u: "ㅕ", q: "ㅂ", help: "ㅈ", digit: "2"},
		"Georgian":          {n: "ნ", u: "უ", q: "ქ", help: "წ", digit: "2"},
		"Hindi":             {n: "ल", u: "ह", q: "ौ", help: "ै", digit: "२"},
		"full width":        {n: "ｎ", u: "ｕ", q: "ｑ", help: "ｗ", digit: "２"},
		"Caps Lock":         {n: "N", u: "U", q: "Q", help: "W", digit: "2"},
		"Caps, as kitty":    {n: "\x1b[110;65u", u: "\x1b[117;65u", q: "\x1b[113;65u", help: "\x1b[119;65u", digit: "\x1b[50;65u"},
		"Caps in Cyrillic":  {n: "Т", u: "Г", q: "Й", help: "Ц", digit: "2"},
		"AZERTY, unshifted": {digit: "\x1b[233::50u"},
		"AZERTY, shifted":   {n: "\x1b[110::110u", u: "u", q: "\x1b[113::97u", help: "\x1b[119::122u", digit: "\x1b[233:50:50;2u"},
		"AZERTY as xterm":   {digit: "\x1b[27;2;50~"},
		"QWERTZ as kitty":   {n: "\x1b[110::110u", digit: "\x1b[50::50u"},
		"keypad of kitty":   {digit: "\x1b[57401u"},
	} {
		t.Run(name, func(t *testing.T) {
			d := drive(t, Options{}, 80, 24)
			d.answered("where: low-back")
			page := d.app
			alarm := d.app.wizard.Interview().Page()
			try := func(bytes, what string, ok func() bool) {
				t.Helper()
				d.app = page
				if d.spelled(bytes); bytes != "" && !ok() {
					t.Errorf("%q is not %s:\n%s", bytes, what, d.screen())
				}
			}
			answer := func() (guideAnswer string) { return fmt.Sprint(d.app.wizard.Interview().Answers()[alarm].Options) }
			try(c.n, "n", func() bool { return answer() == fmt.Sprint([]string{knowledge.None}) })
			try(c.u, "u", func() bool { return d.app.wizard.Interview().Answers()[alarm].Unsure })
			try(c.q, "q", func() bool { return d.app.dialog.title == "Leave Knead?" })
			try(c.help, "w", func() bool { return strings.Contains(d.screen(), "Why is this asked?") })
			second := d.app.options.Guide().Question(alarm).Options[1].ID
			try(c.digit, "2", func() bool { return answer() == fmt.Sprint([]string{second}) })
		})
	}
}

// Ctrl and a letter is the same in every layout, with every lock, and as every terminal spells it.
func TestChords(t *testing.T) {
	t.Parallel()
	for _, bytes := range []string{
		"\x03", "\x1b[99;5u", "\x1b[1089::99;5u", "\x1b[1089;5u", "\x1b[27;5;99~", "\x1b[27;5;1089~", "\x1b[968;5u", "\x1b[27;5;968~",
		"\x1b[1489;5u", "\x1b[1572;5u", "\x1b[3649;5u", "\x1b[12618;5u", // c in Greek, Hebrew, Arabic, Thai, Korean
		"\x1b[27;5;67~", "\x1b[99;69u", "\x1b[1089::99;69u", "\x1b[99;133u", // Caps Lock and Num Lock
		"\x1b[99::105;5u", // Dvorak has it on another key
	} {
		d := drive(t, Options{}, 80, 24)
		d.answered("where: low-back")
		if d.spelled(bytes); !d.quit {
			t.Errorf("%q is not Ctrl+C", bytes)
		}
	}
	d := drive(t, Options{}, 80, 24)
	d.answered("where: low-back")
	if d.spelled("\x1b[106::99;5u"); d.quit {
		t.Error("Ctrl+J on the key where an American keyboard has C is Ctrl+C")
	}
}

// Backspace goes back whichever of its two characters the terminal sends.
func TestBackspace(t *testing.T) {
	t.Parallel()
	for _, bytes := range []string{"\x7f", "\b", "\x1b[127u", "\x1b[104;5u"} {
		d := drive(t, Options{}, 80, 24)
		d.answered("where: low-back")
		before := d.app.wizard.Interview().Page()
		if d.spelled(bytes); d.app.wizard.Interview().Page() == before {
			t.Errorf("%q does not go back", bytes)
		}
	}
}

// F3 with Ctrl, Alt, or Shift, which xterm spells as the reply that the cursor is in the first row, does not change the signs.
func TestF3IsNoReply(t *testing.T) {
	t.Parallel()
	d := drive(t, Options{}, 80, 24)
	for column := range 16 {
		if d.send(tea.CursorPositionMsg{X: column}); d.app.options.ASCII {
			t.Fatalf("CSI 1;%d R is taken for the width of signs", column+1)
		}
	}
	if d.send(tea.CursorPositionMsg{X: 10, Y: 1}); !d.app.options.ASCII {
		t.Error("wide signs are not noticed")
	}
}

// A dialog that asks is answered by the arrows and Enter. Enter alone never discards anything, and a letter of another script, of
// which the layout is only guessed, is not done at once.
func TestDialogsWithoutLetters(t *testing.T) {
	t.Parallel()
	leave := func() *driver {
		d := drive(t, saves(), 80, 24)
		d.answered("where: low-back", "now: none")
		d.keys("q")
		return d
	}
	d := leave()
	if d.keys("enter"); d.app.dialog.open() || d.quit || d.app.given() == 0 {
		t.Error("Enter alone does not stay")
	}
	for presses, gone := range map[string]func(*driver) bool{
		"up enter":                  func(d *driver) bool { return !d.quit && d.app.given() == 0 && d.app.screen == onWelcome },
		"shift+tab shift+tab enter": func(d *driver) bool { return d.quit },
		"up up down down enter":     func(d *driver) bool { return !d.quit && !d.app.dialog.open() && d.app.given() > 0 },
		"y":                         func(d *driver) bool { return d.quit },
		"н":                         func(d *driver) bool { return !d.quit && d.app.dialog.open() && d.app.given() > 0 },
		"н enter":                   func(d *driver) bool { return d.quit },
		"т":                         func(d *driver) bool { return !d.quit && !d.app.dialog.open() && d.app.given() > 0 },
		"Y":                         func(d *driver) bool { return d.quit },
	} {
		d := leave()
		for _, name := range strings.Fields(presses) {
			d.keys(name)
		}
		if !gone(d) {
			t.Errorf("%s: quit %t, %d answers:\n%s", presses, d.quit, d.app.given(), d.screen())
		}
	}
	d = drive(t, saves(), 80, 24)
	d.answered("where: low-back", "now: none")
	d.keys("esc", "esc", "esc", "down", "enter")
	if d.app.dialog.title != "Start over?" {
		t.Fatalf("no dialog:\n%s", d.screen())
	}
	if d.keys("enter"); d.app.given() == 0 {
		t.Error("Enter alone starts over")
	}
	if d.keys("enter", "up", "enter"); d.app.given() != 0 || d.app.screen != onWizard {
		t.Errorf("an arrow and Enter do not start over:\n%s", d.screen())
	}
}

// Everything a key does can be done without a letter: with a key that every keyboard has, from the list of keys that F1 opens, or,
// for an answer, on its row.
func TestEverythingWithoutLetters(t *testing.T) {
	all := screens()
	all = append(all,
		shown{"demo", func(d *driver) { d.send(press("w")) }},
		shown{"stage", func(d *driver) {
			d.app = drive(d.t, Options{Demo: &Demo{Stage: true}}, d.app.width, d.app.height).app
		}},
	)
	for _, s := range all {
		if s.name == "help" || s.name == "leave" || s.name == "code" {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			d := drive(t, saves(), 80, 24)
			s.open(d)
			page := d.app
			bindings := append(page.everywhere(), slices.Concat(page.full()...)...)
			if page.stage == nil {
				bindings = append(bindings, page.visible().ShortHelp()...)
			}
			onPage := page.onPage() // TestAnswersWithoutLetters
			for _, b := range bindings {
				if !b.Enabled() || len(b.Keys()) == 0 || slices.ContainsFunc(b.Keys(), keymap.Letterless) || onPage[b.Keys()[0]] {
					continue
				}
				for d.app = page; d.app.visible().Typing(); { // letters are text there; Esc comes first
					d.keys("esc")
				}
				d.send(tea.KeyPressMsg{Code: tea.KeyF1})
				found := false
				for range 60 {
					if c := d.app.dialog.here(); c != nil && c.key == b.Keys()[0] {
						found = true
						break
					}
					d.keys("down")
				}
				if !found {
					t.Errorf("%s (%s) needs a letter:\n%s", b.Keys()[0], b.Help().Desc, d.screen())
					continue
				}
				// Enter does what the key does.
				d.keys("enter")
				was, quit := d.screen(), d.quit
				d.quit = false
				for d.app = page; d.app.visible().Typing(); {
					d.keys("esc")
				}
				d.keys(b.Keys()[0])
				if again := strings.Replace(d.screen(), "Already saved", "Saved", 1); again != was || d.quit != quit {
					t.Errorf("%s from the list of keys:\n%s\nwith the key:\n%s", b.Keys()[0], was, d.screen())
				}
				d.quit = false
			}
		})
	}
}

// Every answer of every question can be given with the arrows and space, "none of these" and "not sure" included, and so can the
// result be opened.
func TestAnswersWithoutLetters(t *testing.T) {
	t.Parallel()
	for _, question := range []string{"where", "now", "signs", "severity", "health"} {
		d := drive(t, Options{}, 80, 24)
		if question == "where" {
			d.app.begin(d.app.options.Guide().Start())
		} else {
			d.answered(before(question)...)
		}
		id, here := question, d.app
		none, unsure := false, false
		for range 90 {
			d.keys("space")
			a := d.app.wizard.Interview().Answers()[id]
			none, unsure = none || a.Has(knowledge.None), unsure || a.Unsure
			d.app = here
			d.keys("down")
			here = d.app
		}
		if q := d.app.options.Guide().Question(id); q.Kind == knowledge.Many && !none || !unsure {
			t.Errorf("%s: none of these %t, not sure %t", id, none, unsure)
		}
	}
	d := drive(t, Options{}, 80, 24)
	d.answered(person("lasting-back")...)
	if d.keys("enter"); d.app.screen != onResults {
		t.Errorf("Enter does not open the result:\n%s", d.screen())
	}
}

// What waits for a y can be agreed to from the list of keys, which says what the y does. A letter of another script does not agree.
func TestConsentWithoutLetters(t *testing.T) {
	t.Parallel()
	d := drive(t, Options{}, 80, 24)
	d.answered("where: low-back")
	d.keys("1", "n")
	chosen := func() string { return fmt.Sprint(d.app.wizard.Interview().Answers()["now"].Options) }
	was := chosen()
	if !d.app.wizard.Waiting() {
		t.Fatalf("nothing waits:\n%s", d.screen())
	}
	if d.keys("н"); chosen() != was || !d.app.wizard.Waiting() {
		t.Errorf("a Cyrillic letter agreed, or took the question away: %s", chosen())
	}
	d.send(tea.KeyPressMsg{Code: tea.KeyF1})
	if d.keys("down"); !strings.Contains(d.screen(), "▌ y             remove it and say “None of these") {
		t.Fatalf("the list of keys does not say what y does:\n%s", d.screen())
	}
	if d.keys("enter"); chosen() != "[none]" {
		t.Errorf("the answer is %s, and was %s", chosen(), was)
	}
}

// Slides are left with Ctrl+C as everything else is, and the list of their keys is theirs.
func TestSlides(t *testing.T) {
	t.Parallel()
	d := drive(t, Options{Demo: &Demo{Stage: true}}, 80, 24)
	d.keys("?")
	if s := d.screen(); !strings.Contains(s, "show or hide notes") || strings.Contains(s, "the library") {
		t.Errorf("the keys of the slides:\n%s", s)
	}
	if d.keys("esc", "ctrl+c"); !d.quit {
		t.Error("Ctrl+C does not end the slides")
	}
}
