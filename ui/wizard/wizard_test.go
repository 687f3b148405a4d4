package wizard_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/termtest"
	"knead/ui/theme"
	"knead/ui/wizard"
)

// Nothing is answered by Enter alone, on any page, whichever way one came there.
func TestEnterAloneAnswersNothing(t *testing.T) {
	starts := [][]string{nil}
	for n := range well("end") {
		starts = append(starts, well("end")[:n+1])
	}
	cause, you := "now: none|signs: none|onset: slowly|time: longer|cause: ", "now: none|signs: none|onset: slowly|time: longer|cause: posture|age: 50-59|risk: "
	for _, flags := range []string{
		"now: chest", "now: breath", "now: dizzy", "now: headache", "now: fever", "now: sudden-pain", "now: bleeding", "now: pregnancy",
		"now: none|signs: weak-leg, hot-joint, clumsy", "now: none|signs: unlike", cause + "crash", cause + "hands-on", cause + "surgery",
		you + "cancer", you + "pregnant", "now: none|signs: none|onset: slowly|time: longer|cause: posture|age: under-18|risk: none",
		you + "none|feel: shooting", you + "none|feel: ache|severity: 8", you + "none|feel: ache|severity: 2|trend: same|before: spells|checked: no|lately: night, mood",
	} {
		starts = append(starts, append([]string{"where: neck, whole-leg", "side-whole-leg: left"}, strings.Split(flags, "|")...))
	}
	for _, lines := range starts {
		m := at(t, lines...)
		if m.Interview().Finished() {
			continue
		}
		before, page := g.Lines(m.Interview().Answers()), m.Interview().Page()
		for range 40 {
			m, _ = press(t, m, "enter")
		}
		if after := g.Lines(m.Interview().Answers()); !slices.Equal(before, after) {
			t.Errorf("page %s: Enter answered: %v", page, after[len(before):])
		}
		if m.Interview().Page() != page {
			t.Errorf("Enter left page %s", page)
		}
		if m.Note() == "" {
			t.Errorf("page %s: Enter says nothing of what to do", page)
		}
	}
}

// On the review Enter shows the result and changes nothing; a change that Enter opens is closed by Enter again.
func TestEnterOnReview(t *testing.T) {
	m := at(t, well("end")...)
	before := g.Lines(m.Interview().Answers())
	_, out := press(t, m, "enter")
	if _, ok := out.(wizard.DoneMsg); !ok {
		t.Fatalf("Enter on the review gave %T", out)
	}
	m, _ = press(t, m, "down", "down", "enter")
	if title, _, _, _ := m.Header(); title == "Review" {
		t.Fatal("Enter on a line did not open it")
	}
	m, _ = press(t, m, "enter")
	if title, _, _, _ := m.Header(); title != "Review" {
		t.Errorf("Enter did not come back to the review: %s", title)
	}
	if after := g.Lines(m.Interview().Answers()); !slices.Equal(before, after) {
		t.Errorf("answers changed: %v", after)
	}
}

func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		name     string
		page     string
		keys     string
		question string
		want     string
	}{
		{"space marks the row in focus", "now", "down space", "now", "chest"},
		{"space again lets it go", "now", "down space space", "now", ""},
		{"a digit marks the row of that number", "now", "3", "now", "dizzy"},
		{"0 is the tenth row", "now", "0", "now", "fever"},
		{"n says none", "now", "n", "now", "none"},
		{"none waits where there are signs", "now", "1 2 n", "now", "chest, breath"},
		{"and is said when one agrees", "now", "1 2 n y", "now", "none"},
		{"a sign clears none", "now", "n 1", "now", "chest"},
		{"u leaves a row open", "now", "down u", "now", "/chest: unsure"},
		{"u on a marked row unmarks it", "now", "1 u", "now", "/chest: unsure"},
		{"none keeps what is open", "now", "down u n", "now", "none /chest: unsure"},
		{"u above the rows leaves all open", "now", "u", "now", "unsure"},
		{"u again takes that back", "now", "u u", "now", ""},
		{"a mark takes the whole not sure back", "now", "u 1", "now", "chest"},
		{"the row beneath is not sure", "now", "end up space", "now", "unsure"},
		{"enter marks nothing in a list", "now", "down enter", "now", ""},
		{"but says none on its row", "now", "up enter", "signs", ""},
		{"enter on none takes no sign back", "now", "1 up up enter", "now", "chest"},
		{"home stays at the top", "onset", "home home enter", "onset", ""},
		{"page up as well", "onset", "pgup pgup enter", "onset", ""},
		{"up is round to none", "now", "up space", "now", "none"},
		{"up from a single answer's question is round to the last", "onset", "up up enter", "onset", "slowly"},
		{"enter picks the one row in focus", "onset", "down enter", "onset", "minutes"},
		{"space picks it as well", "onset", "down down space", "onset", "hours"},
		{"a digit picks, and the next question is next", "onset", "5 2", "time", "weeks-2"},
		{"a digit held down does not", "onset", "2 2 2", "time", ""},
		{"nor does u", "onset", "u u u", "time", ""},
		{"but after another key it does", "onset", "2 tab shift-tab 2", "time", "weeks-2"},
		{"none, and the next question is next", "in-mind", "1 n n", "tried", "none"},
		{"another pick replaces the first", "onset", "5 shift-tab 4", "onset", "slowly"},
		{"a number on the scale", "severity", "7", "severity", "7"},
		{"1 and 0 make 10", "severity", "1 0", "severity", "10"},
		{"1, a pause elsewhere, 0 makes 0", "severity", "1 up 0", "severity", "0"},
		{"a number, and the next question is next", "severity", "7 2", "limits", "work"},
		{"1 may become 10, and waits", "severity", "1 2", "severity", "2"},
		{"the first arrow begins in the middle", "severity", "right", "severity", "5"},
		{"arrows move", "severity", "right right right left", "severity", "6"},
		{"arrows stop at the ends", "severity", "1 0 tab shift-tab right", "severity", "10"},
		{"the scale can be left open", "severity", "u", "severity", "unsure"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := at(t, well(c.page)...)
			for _, k := range strings.Fields(c.keys) {
				if k == "shift-tab" {
					m, _ = m.Update(tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift})
					continue
				}
				m, _ = press(t, m, k)
			}
			if got := answer(m, c.question); got != c.want {
				t.Errorf("%s: %q, want %q", c.question, got, c.want)
			}
		})
	}
}

// Picking the last answer of a page with Enter goes on; with a digit it stays, so that one may look at it.
func TestGoingOn(t *testing.T) {
	m := at(t, well("before")...)
	m, _ = press(t, m, "3", "enter")
	if m.Interview().Page() != "bad" {
		t.Fatal("went on with a question of the page unanswered")
	}
	stay, _ := press(t, m, "2")
	if stay.Interview().Page() != "bad" {
		t.Error("a digit left the page")
	}
	m, _ = press(t, m, "down", "enter")
	if m.Interview().Page() == "bad" {
		t.Error("Enter on the last answer stayed")
	}
}

// A key that is held down does not run through the answers of the next question.
func TestHeldEnter(t *testing.T) {
	m := at(t, well("onset")...)
	m, _ = press(t, m, "down", "down", "down", "down", "enter", "enter", "enter", "enter", "enter", "enter")
	if got := answer(m, "time"); got != "" {
		t.Errorf("held Enter answered the next question: %s", got)
	}
}

func TestEscape(t *testing.T) {
	m := wizard.New(g.Start(), lib, dark)
	m.SetSize(80, 19)
	if _, out := press(t, m, "esc"); out != (wizard.LeaveMsg{}) {
		t.Errorf("esc on the first page gave %T", out)
	}
	m = at(t, well("signs")...)
	m, _ = press(t, m, "esc")
	if got := m.Interview().Page(); got != "now" {
		t.Errorf("esc went to %s", got)
	}
	if got := answer(m, "now"); got != "none" {
		t.Errorf("going back lost the answer: %q", got)
	}
}

func TestWhy(t *testing.T) {
	wide := at(t)
	wide.SetSize(120, 35)
	if wide, _ = press(t, wide, "w"); !strings.Contains(oneLine(wide.View()), "Why is this asked?") {
		t.Error("w says nothing on the map of a wide window")
	}
	for _, page := range []string{"where", "now", "onset", "severity", "health"} {
		m := at(t, well(page)...)
		q := m.Interview().Questions()[0]
		m, _ = press(t, m, "w")
		if view := oneLine(m.View()); !strings.Contains(view, "Why is this asked?") || !strings.Contains(view, q.Why) {
			t.Errorf("%s: w does not say why:\n%s", page, termtest.Plain(m.View()))
		}
		m, _ = press(t, m, "w")
		if strings.Contains(m.View(), "Why is this asked?") {
			t.Errorf("%s: w does not hide it again", page)
		}
		m, _ = press(t, m, "w", "esc")
		if strings.Contains(m.View(), "Why is this asked?") || m.Interview().Page() != q.Page() {
			t.Errorf("%s: esc does not close it", page)
		}
	}
}

// An emergency ends the questions at once.
func TestStop(t *testing.T) {
	m := at(t, "where: low-back", "now: none")
	m, _ = press(t, m, "down", "space", "enter") // numb between the legs
	if got := m.Interview().Page(); got != "since" {
		t.Fatalf("on page %s", got)
	}
	m, out := press(t, m, "down", "enter", "down", "down", "down", "enter")
	stopped, ok := out.(wizard.StoppedMsg)
	if !ok {
		t.Fatalf("got %T", out)
	}
	if stopped.Interview.Level() != knowledge.Emergency {
		t.Errorf("level %s", stopped.Interview.Level())
	}
	m = m.Return()
	if view := termtest.Plain(m.View()); strings.Contains(view, "Not answered") || !strings.Contains(view, "Numbness around the genitals") {
		t.Errorf("the review after a stop should show what was asked, and only that:\n%s", view)
	}
	if _, out = press(t, m, "esc"); out == nil {
		t.Error("esc does not go back to the stop")
	}
	// an answer that is put right lets the questions go on
	m, _ = press(t, m, "up", "enter")
	if got := m.Interview().Page(); got != "since" {
		t.Fatalf("changing the last answer went to %s", got)
	}
	m, out = press(t, m, "5", "enter")
	if out != nil || m.Interview().Page() != "start" {
		t.Errorf("went to %s, %T", m.Interview().Page(), out)
	}
}

func TestChangeTellsWhatFollows(t *testing.T) {
	m := at(t, well("end")...)
	line := func(m wizard.Model, question string) wizard.Model {
		for range 30 {
			m, _ = press(t, m, "down")
			n, _ := press(t, m, "enter")
			if qs := n.Interview().Questions(); len(qs) > 0 && qs[0].ID == question {
				return n
			}
		}
		t.Fatalf("no line for %s", question)
		return m
	}
	c := line(m, "health")
	c, _ = press(t, c, "tab", "2", "enter", "enter") // high blood pressure, not controlled; and nothing of the spine
	if title, _, _, _ := c.Header(); title != "Review" {
		t.Fatalf("not back on the review: %s, %s", title, c.Interview().Page())
	}
	if !strings.Contains(c.Note(), "This changes the result") {
		t.Errorf("the note says %q", c.Note())
	}
	c = line(m, "feel")
	c, _ = press(t, c, "enter")
	if c.Note() != "The result stays as it was." {
		t.Errorf("the note says %q", c.Note())
	}
}

// A list that grows after "none of these" has to be looked at again.
func TestGrownList(t *testing.T) {
	m := at(t, append([]string{"where: chest", "now: none", "chest-kind: movement", "chest-effort: no-link", "chest-with: none", "signs: none"}, well("end")[4:]...)...)
	m = m.Return()
	m, _ = press(t, m, "down", "enter")
	if m.Interview().Page() != "where" {
		t.Fatal(m.Interview().Page())
	}
	m, _ = press(t, m, "L", "space", "enter") // and the low back
	if got := m.Interview().Page(); got != "signs" {
		t.Fatalf("went to %s, not to the list that has grown", got)
	}
	if got := answer(m, "signs"); got != "" {
		t.Errorf("“none of these” still stands: %s", got)
	}
	m, _ = press(t, m, "n", "enter")
	if got := m.Interview().Page(); got != "start" { // a period: asked for the low back only
		t.Fatalf("went to %s", got)
	}
	m, _ = press(t, m, "enter")
	if got := m.Interview().Page(); got != "lately" { // leg pain on walking: asked for the low back only
		t.Fatalf("went to %s", got)
	}
	m, _ = press(t, m, "n", "enter")
	if title, _, _, _ := m.Header(); title != "Review" {
		t.Errorf("went to %s", m.Interview().Page())
	}
}

func TestZeroModel(t *testing.T) {
	var m wizard.Model
	m.SetSize(80, 19)
	m.SetTheme(dark)
	m, _ = m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	m.Header()
	m.Note()
	m.ShortHelp()
	m.FullHelp()
	if m.View() != "" && strings.TrimSpace(m.View()) != "" {
		t.Errorf("an empty wizard shows %q", m.View())
	}
	m.Return()
}

// The mouse does what keys do.
func TestMouse(t *testing.T) {
	m := at(t, well("now")...)
	m.SetSize(80, 35)
	click := func(m wizard.Model, word string) (wizard.Model, tea.Msg) {
		for y, row := range strings.Split(termtest.Plain(m.View()), "\n") {
			if before, _, ok := strings.Cut(row, word); ok {
				return send(m, tea.MouseClickMsg{X: len([]rune(before)), Y: y, Button: tea.MouseLeft})
			}
		}
		t.Fatalf("no %q on the screen", word)
		return m, nil
	}
	m, _ = click(m, "None of these")
	if got := answer(m, "now"); got != "none" {
		t.Errorf("a click on the row said %q", got)
	}
	m, _ = click(m, "Next")
	if m.Interview().Page() != "signs" {
		t.Errorf("a click on Next went to %s", m.Interview().Page())
	}
	m = at(t, well("severity")...)
	m, _ = click(m, "    6")
	if got := answer(m, "severity"); got == "" {
		t.Error("a click on the scale did nothing")
	}
	m = at(t, well("end")...)
	if _, out := click(m, "See the result"); out == nil {
		t.Error("a click on the result did nothing")
	}
	m, _ = click(m, "Lower back")
	if m.Interview().Page() != "where" {
		t.Error("a click on a line did not open it")
	}
}

func TestThemes(t *testing.T) {
	for _, name := range theme.Names() {
		for _, ascii := range []bool{false, true} {
			m := at(t, well("severity")...)
			m.SetTheme(theme.New(name, ascii))
			m, _ = press(t, m, "6")
			fits(t, m.View(), 80, 19)
			if ascii {
				for _, r := range termtest.Plain(m.View()) {
					if r > 126 {
						t.Fatalf("%s: %q is not ASCII", name, r)
					}
				}
			}
		}
	}
}

func oneLine(s string) string {
	s = strings.ReplaceAll(termtest.Plain(s), "│ ", "")
	return strings.Join(strings.Fields(s), " ")
}

// Going back lands on the last question of the page before: that is where one was.
func TestBackLandsOnTheLastQuestion(t *testing.T) {
	for page, want := range map[string]string{"age": "What brought it on?", "feel": "Do you have any of these?", "end": "What have you tried?"} {
		m := at(t, well(page)...)
		m, _ = press(t, m, "esc")
		bar := ""
		for _, row := range strings.Split(termtest.Plain(m.View()), "\n") {
			if strings.Contains(row, dark.Signs.Bar+" ") {
				bar = row
			}
		}
		if !strings.Contains(bar, want) {
			t.Errorf("back from %s the focus is on %q, not on %q:\n%s", page, bar, want, termtest.Plain(m.View()))
		}
	}
}

// Going on after the questions were left: on the page that wants an answer, on the review when none does, and never past a warning.
func TestGoOn(t *testing.T) {
	for _, c := range []struct {
		name, page string
		lines      []string
	}{
		{"half way", "feel", well("feel")},
		{"all answered", guide.ReviewPage, well("end")},
		{"a warning", guide.StopPage, []string{"where: low-back", "now: stroke"}},
	} {
		m := at(t, c.lines...)
		i := m.Interview()
		for i.Back().Page() != i.Page() {
			i = i.Back()
		}
		m = wizard.New(i, lib, dark)
		m.SetSize(80, 19)
		m, cmd := m.GoOn()
		if m.Interview().Page() != c.page || !slices.Equal(g.Lines(m.Interview().Answers()), g.Lines(i.Answers())) {
			t.Errorf("%s: on %s with %q", c.name, m.Interview().Page(), g.Lines(m.Interview().Answers()))
		}
		stopped := false
		if cmd != nil {
			_, stopped = cmd().(wizard.StoppedMsg)
		}
		if stopped != (c.page == guide.StopPage) {
			t.Errorf("%s: stopped: %v", c.name, stopped)
		}
	}
}

// While the reason for the question covers the map, a key brings the map back and chooses nothing on it.
func TestNothingIsChosenUnderTheReason(t *testing.T) {
	for _, key := range []string{"space", "1", "u", "enter", "left"} {
		m := at(t)
		m, _ = press(t, m, "down", "w")
		covered := termtest.Plain(m.View())
		m, _ = press(t, m, key)
		if got := answer(m, "where"); got != "" || m.Interview().Page() != "where" || termtest.Plain(m.View()) == covered {
			t.Errorf("%s: where is %q:\n%s", key, got, termtest.Plain(m.View()))
		}
		if m, _ = press(t, m, "space"); answer(m, "where") == "" {
			t.Errorf("%s: the map cannot be used afterwards", key)
		}
	}
}
