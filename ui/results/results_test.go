package results

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/report"
	"knead/ui/termtest"
	"knead/ui/theme"
)

var (
	g    = builtin.Guide()
	lib  = builtin.Library()
	dark = theme.New(theme.Dark, false)
)

// screen plays a result: commands run at once, and what they send outside is kept.
type screen struct {
	t    testing.TB
	m    Model
	sent []tea.Msg
}

func person(t testing.TB, id string) guide.Answers {
	t.Helper()
	for _, c := range lib.Cases {
		if c.ID == id {
			a, err := g.ParseLines(c.Answers)
			if err != nil {
				t.Fatal(err)
			}
			return a
		}
	}
	t.Fatalf("no sample person %s", id)
	return nil
}

func of(t testing.TB, a guide.Answers, w, h int) *screen {
	t.Helper()
	s := &screen{t: t, m: New(g, lib, a, dark)}
	s.m.SetSize(w, h)
	return s.do(s.m.Refresh())
}

func (s *screen) do(m Model, cmd tea.Cmd) *screen {
	s.m = m
	if cmd != nil {
		s.got(cmd())
	}
	return s
}

func (s *screen) got(msg tea.Msg) {
	switch v := reflect.ValueOf(msg); {
	case msg == nil:
	case v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]():
		for i := range v.Len() {
			if cmd := v.Index(i).Interface().(tea.Cmd); cmd != nil {
				s.got(cmd())
			}
		}
	default:
		s.sent = append(s.sent, msg)
		s.do(s.m.Update(msg))
	}
}

func (s *screen) keys(keys ...string) *screen {
	s.t.Helper()
	for _, k := range keys {
		s.do(s.m.Update(termtest.Key(k)))
	}
	return s
}

// on puts the cursor on a therapy.
func (s *screen) on(id string) *screen {
	s.t.Helper()
	s.keys("2")
	s.m.select_(id)
	if it := s.m.selected(); it == nil || it.id() != id {
		s.t.Fatalf("%s is not in the list:\n%s", id, s.text())
	}
	s.do(s.m.explain())
	return s.do(s.m.Refresh())
}

func (s *screen) text() string { return ansi.Strip(s.m.View()) }

func (s *screen) shows(texts ...string) *screen {
	s.t.Helper()
	for _, text := range texts {
		if !strings.Contains(s.text(), text) {
			s.t.Fatalf("the screen lacks %q:\n%s", text, s.text())
		}
	}
	return s
}

func (s *screen) title() string { title, _, _, _ := s.m.Header(); return title }

// Whoever it is: every therapy of the assessment stands in the list exactly once, under its group and with its word, and its
// explanation opens from there.
func TestEveryTherapyIsReachable(t *testing.T) {
	for _, c := range lib.Cases {
		a := person(t, c.ID)
		if g.Assess(a).Level.Stops() {
			continue
		}
		for _, size := range [][2]int{{60, 16}, {80, 19}, {120, 35}} {
			s := of(t, a, size[0], size[1])
			found := map[string]int{}
			s.unfold()
			for range 200 {
				it := s.m.selected()
				if it.match != nil {
					found[it.match.Therapy.ID]++
					first := strings.TrimSpace(ansi.Strip(it.rows[0]))
					name, _, _ := strings.Cut(it.match.Therapy.Name, " ")
					if !strings.Contains(first, name) || !strings.Contains(s.text(), name) {
						t.Errorf("%s at %v: the row of %s is %q", c.ID, size, it.match.Therapy.Name, first)
					}
					if p := s.m.open(); p == nil || !strings.Contains(p.Plain[0], strings.ToLower(name)) {
						t.Errorf("%s at %v: the explanation of %s is not there", c.ID, size, it.match.Therapy.Name)
					}
				}
				if s.m.next(s.m.cursor, 1) == s.m.cursor {
					break
				}
				s.keys("down")
			}
			for _, m := range s.m.own.Matches {
				if found[m.Therapy.ID] != 1 {
					t.Errorf("%s at %v: %s stands %d times in the list", c.ID, size, m.Therapy.Name, found[m.Therapy.ID])
				}
			}
		}
	}
}

// Nothing medical is shown without the person's own answers behind it, nor a finding without its source.
func TestAlwaysABecause(t *testing.T) {
	for _, c := range lib.Cases {
		a := g.Assess(person(t, c.ID))
		for i := range a.Matches {
			m := &a.Matches[i]
			doc := report.Explain(g, a, m)
			own := slices.IndexFunc(doc.Sections, func(s document.Section) bool { return s.ID == "you" })
			if own < 0 {
				if m.Verdict >= knowledge.Caution || len(m.For) > 0 && m.Fit > knowledge.FitNone && m.Evidence == nil {
					t.Errorf("%s, %s (%s): nothing of the person's own", c.ID, m.Therapy.Name, m.Word())
				}
				continue
			}
			for _, it := range doc.Sections[own].Blocks[0].(document.List).Items {
				if !strings.Contains(it.Words, "“") && !strings.Contains(it.Words, "answers that matter") {
					t.Errorf("%s, %s: no answer in %q", c.ID, m.Therapy.Name, it.Words)
				}
				wish := strings.Contains(it.Words, "wish") || strings.Contains(it.Words, "tried")
				if len(it.Sources) == 0 && !wish && !strings.Contains(it.Words, "common practice") && !strings.Contains(it.Words, "own precaution") {
					t.Errorf("%s, %s: no source for %q", c.ID, m.Therapy.Name, it.Words)
				}
			}
			for _, s := range doc.Sections {
				if s.ID != "research" || m.Evidence == nil || m.Evidence.Direction == knowledge.DirectionUnknown {
					continue
				}
				if len(document.Cited([]document.Section{s})) == 0 {
					t.Errorf("%s, %s: no source for the research", c.ID, m.Therapy.Name)
				}
			}
		}
	}
}

// From 100 columns the explanation of what is selected stands beside the list; below, Enter opens it.
func TestExplanation(t *testing.T) {
	s := of(t, person(t, "lasting-back"), 120, 35).on("swedish").shows("╭─ Swedish massage ─", "Weak points")
	s.keys("down").shows("╭─ Deep tissue massage ─")
	s.keys("enter", "down", "down", "down")
	if !strings.Contains(s.text(), "━ 4–") {
		t.Errorf("the explanation does not scroll:\n%s", s.text())
	}
	s.keys("tab", "up").shows("╭─ Swedish massage ─")
	s = of(t, person(t, "lasting-back"), 80, 19)
	if strings.Contains(s.text(), "Because you told us") {
		t.Errorf("no room for both:\n%s", s.text())
	}
	s.on("swedish").keys("enter").shows("Swedish massage   ", "Because you told us")
	if _, status, _, _ := s.m.Header(); status != "Swedish massage" {
		t.Errorf("the status is %q", status)
	}
	s.keys("]").shows("Deep tissue massage   ").keys("[").shows("Swedish massage   ")
	s.keys("esc", "o")
	if got := s.sent[len(s.sent)-1]; got != (OpenMsg{"swedish"}) {
		t.Errorf("o asks for %v", got)
	}
}

func TestCompare(t *testing.T) {
	for _, size := range [][2]int{{60, 40}, {80, 60}, {120, 60}} {
		s := of(t, person(t, "lasting-back"), size[0], size[1])
		s.on("swedish").keys("space").on("hot-stone").keys("space").on("physical-therapy").keys("space", "space", "space", "c")
		if s.title() != "Compare" {
			t.Fatalf("on %q", s.title())
		}
		s.shows("Swedish massage", "Hot stone", "Physical")
		if size[0] > 60 {
			for _, row := range []string{"Pain, first weeks", "How sure", "Effort", "Pressure", "Cost", "Weeks until", "For you", "Weak points", "Guidelines"} {
				if strings.Count(s.text(), row) != 1 {
					t.Errorf("at %v the row %q stands %d times", size, row, strings.Count(s.text(), row))
				}
			}
		}
		s.keys("right").shows("Swedish massage", "Hot stone")
		if strings.Contains(s.text(), "Physical") {
			t.Error("→ does not change the last one")
		}
		s.keys("left").shows("Physical")
		s.keys("esc").shows("Fits well")
		if len(s.m.marked) != 0 || s.m.selected().match.Therapy.ID != "physical-therapy" {
			t.Errorf("back from comparing: marked %v, on %v", s.m.marked, s.m.selected().match.Therapy.ID)
		}
	}
	// without marks: the selected one and the best of the other kind
	s := of(t, person(t, "lasting-back"), 80, 60).on("swedish").keys("c").shows("Swedish massage")
	if len(s.m.marked) != 2 || g.Therapy(s.m.marked[1]).Kind == knowledge.Massage {
		t.Errorf("compared are %v", s.m.marked)
	}
	if strings.Contains(s.text(), "Hot stone") {
		t.Error("more than two")
	}
}

// Every section of the report is told: in the list of approaches, in a part of its own, or behind an entry of the answer.
func TestEverySectionIsReachable(t *testing.T) {
	for _, c := range lib.Cases {
		a := person(t, c.ID)
		s := of(t, a, 80, 200)
		if s.m.own.Level.Stops() {
			continue
		}
		told := map[string]bool{answerSection: true, "notices": true}
		for _, x := range s.m.grouped {
			told[x.ID] = true
		}
		for _, p := range s.m.parts {
			if r, ok := p.section.(reading); ok {
				for _, x := range r.doc.Sections {
					told[x.ID] = true
				}
				if len(r.doc.Sections) == 1 && len(r.doc.Sections[0].Blocks) == 0 {
					t.Errorf("%s: %q is empty", c.ID, p.name)
				}
			}
		}
		for i := range s.m.items {
			if it := &s.m.items[i]; it.sect != "" && it.focus != nil && !told[it.sect] {
				told[it.sect] = true
				s.keys("1")
				s.m.cursor = i
				s.keys("enter")
				if p := s.m.open(); it.sect != openSection && (p == nil || len(p.Rows) < 2) {
					t.Errorf("%s: %q opens nothing", c.ID, it.sect)
				}
				s.keys("1")
			}
		}
		for _, section := range report.New(g, s.m.own, nil).Sections {
			if !told[section.ID] {
				t.Errorf("%s: %q is told nowhere", c.ID, section.Title)
			}
		}
	}
}

// The numbers lead to the parts, from everywhere and back, and the head has the one that shows.
func TestParts(t *testing.T) {
	for _, size := range [][2]int{{40, 16}, {60, 16}, {80, 19}, {120, 35}, {200, 55}} {
		for _, id := range []string{"lasting-back", "not-sure"} {
			s := of(t, person(t, id), size[0], size[1])
			seen := map[string]bool{}
			for i, p := range s.m.parts {
				s.keys(strconv.Itoa(i + 1))
				view := s.text()
				if seen[view] || strings.TrimSpace(view) == "" {
					t.Errorf("%s at %v: %d shows what another part does, or nothing:\n%s", id, size, i+1, view)
				}
				seen[view] = true
				head := s.m.Head(size[0] - 4)
				if len(head) != 2 {
					t.Fatalf("the head is %q", head)
				}
				row, rule := ansi.Strip(head[0]), ansi.Strip(head[1])
				name := strconv.Itoa(i+1) + " " + p.name
				at := strings.Index(row, name)
				if at < 0 || ansi.StringWidth(row) > size[0]-4 || ansi.StringWidth(rule) != size[0]-4 {
					t.Errorf("%s at %v: the head lacks %q, or is too wide: %q", id, size, name, row)
					continue
				}
				if heavy := strings.Index(rule, dark.Signs.Thick) / len(dark.Signs.Rule); heavy != at || strings.Count(rule, dark.Signs.Thick) != len(name) {
					t.Errorf("%s at %v: the heavy rule is not under %q:\n%s\n%s", id, size, name, row, rule)
				}
			}
			if s.keys("esc"); s.m.at != answerPart {
				t.Errorf("%s at %v: Esc leads to part %d", id, size, s.m.at+1)
			}
		}
	}
}

func TestMouse(t *testing.T) {
	s := of(t, person(t, "lasting-back"), 120, 35).keys("2")
	click := func(text string) {
		t.Helper()
		for y, row := range strings.Split(s.text(), "\n") {
			if before, _, ok := strings.Cut(row, text); ok {
				s.do(s.m.Update(tea.MouseClickMsg{X: ansi.StringWidth(before), Y: y, Button: tea.MouseLeft}))
				return
			}
		}
		t.Fatalf("%q is not on the screen:\n%s", text, s.text())
	}
	click("Acupuncture")
	s.shows("╭─ Acupuncture ─")
	s.do(s.m.Update(tea.MouseWheelMsg{X: 100, Y: 10, Button: tea.MouseWheelDown}))
	if s.shows("─ 4–"); s.m.offset != 3 {
		t.Error("the wheel does not scroll the explanation")
	}
	s = of(t, person(t, "lasting-back"), 80, 35)
	s.on("swedish")
	click("Deep tissue massage")
	s.shows("Deep tissue massage   ", "Because you told us")
}

// The note of the answer says how many approaches suit how, that of the list what its signs mean and what lies below the window.
func TestNote(t *testing.T) {
	s := of(t, person(t, "lasting-back"), 80, 19)
	if note := s.m.Note(); !strings.HasPrefix(note, "Press 2 to see ") || !strings.Contains(note, "fits well") {
		t.Errorf("the note says %q", note)
	}
	s.keys("2")
	s.m.SetSize(80, 12)
	s.keys("]")
	if row, _, _ := strings.Cut(strings.TrimSpace(s.text()), "\n"); !strings.HasPrefix(row, "◐ May suit") {
		t.Errorf("] does not bring the beginning of the group: %q", row)
	}
	if note := s.m.Note(); !strings.HasPrefix(note, "● where studies point") || !strings.Contains(note, "↓ Little support") {
		t.Errorf("the note says %q", note)
	}
	s.keys("end")
	if note := s.m.Note(); strings.Contains(note, "↓") {
		t.Errorf("at the end the note says %q", note)
	}
	s.keys("home", "space")
	if note := s.m.Note(); !strings.Contains(note, "1 marked") {
		t.Errorf("the note says %q", note)
	}
}

func TestZeroModel(t *testing.T) {
	var m Model
	m.SetSize(80, 19)
	m.SetTheme(dark)
	m, _ = m.Refresh()
	m, _ = m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	m.Header()
	m.Note()
	m.ShortHelp()
	m.FullHelp()
	_ = m.View()
}

// What leads to another screen does so from the list and from an explanation alike, as the help says.
func TestKeysToOtherScreens(t *testing.T) {
	for mode, keys := range map[string][]string{"list": nil, "text": {"enter"}} {
		for key, want := range map[string]reflect.Type{"o": reflect.TypeFor[OpenMsg](), "r": reflect.TypeFor[ReviewMsg](), "s": reflect.TypeFor[TakeMsg]()} {
			s := of(t, person(t, "lasting-back"), 80, 19).on("swedish").keys(keys...)
			before := len(s.sent)
			s.keys(key)
			if len(s.sent) == before || reflect.TypeOf(s.sent[len(s.sent)-1]) != want {
				t.Errorf("%s, %s: it asks for %T, want %v", mode, key, s.sent[before:], want)
			}
		}
	}
}

// One key and the screen after it.
func BenchmarkKey(b *testing.B) {
	for name, keys := range map[string][]string{"list": nil, "text": {"enter"}, "compare": {"c"}} {
		for size, wh := range map[string][2]int{"80x24": {80, 19}, "120x40": {120, 35}} {
			b.Run(name+" "+size, func(b *testing.B) {
				s := of(b, person(b, "lasting-back"), wh[0], wh[1]).keys("2").keys(keys...)
				msgs := []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyDown}, {Code: tea.KeyUp}}
				b.ReportAllocs()
				for n := 0; b.Loop(); n++ {
					m, _ := s.m.Update(msgs[n%3])
					s.m = m
					_ = m.View()
				}
			})
		}
	}
}

// From the answers to the finished first screen: assess, lay out, explain the first therapy.
func BenchmarkShow(b *testing.B) {
	a := person(b, "lasting-back")
	for b.Loop() {
		m := New(g, lib, a, dark)
		m.SetSize(120, 35)
		_ = m.View()
	}
}

// What is compared stays named while one scrolls, by rows, by pages, to the end, and with the wheel.
func TestCompareScrolls(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 19}, {100, 20}} {
		s := of(t, person(t, "lasting-back"), size[0], size[1]).on("swedish").keys("space").on("hot-stone").keys("space", "c")
		first := s.text()
		if !s.m.more {
			t.Fatalf("at %v there is nothing to scroll:\n%s", size, first)
		}
		for _, key := range []string{"down", "pgdown", "end"} {
			for range 60 {
				s.keys(key)
			}
			if s.m.more || s.text() == first {
				t.Errorf("at %v %s does not come to the end:\n%s", size, key, s.text())
			}
			s.shows("Swedish massage", "Hot stone massage", "In short")
			if got := s.keys("home").text(); got != first {
				t.Errorf("at %v home is not the beginning:\n%s", size, got)
			}
		}
		s.keys("down", "down", "down", "down", "down")
		at := s.m.offset
		s.got(tea.MouseWheelMsg{X: 10, Y: 5, Button: tea.MouseWheelDown})
		if s.m.offset <= at {
			t.Errorf("at %v the wheel does not scroll", size)
		}
	}
}
