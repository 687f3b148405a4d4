package ui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
)

// The gate, message by message: what is shown, what comes, when, and what becomes of it.
func TestGate(t *testing.T) {
	t.Parallel()
	const ms = time.Millisecond
	now, signs := sight{page: "now", width: 80, height: 24, asks: true}, sight{page: "signs", width: 80, height: 24, asks: true}
	small, covered := now, now
	small.small, small.width = true, 59
	covered.covered, covered.asks, covered.page = true, false, "now/Leave Knead?"
	review := sight{page: "review", width: 80, height: 24, confirms: true}
	result := sight{page: "result", width: 80, height: 24}
	key := func(name string) tea.Msg { return press(name) }
	click := func(row int) tea.Msg { return tea.MouseClickMsg{X: 9, Y: row, Button: tea.MouseLeft} }
	wheel, motion, paste := tea.MouseWheelMsg{Button: tea.MouseWheelDown}, tea.MouseMotionMsg{}, tea.PasteMsg{Content: "n"}
	type event struct {
		after time.Duration
		msg   tea.Msg
		shown sight
		want  verdict
	}
	for name, events := range map[string][]event{
		"a person": {
			{900 * ms, key("n"), now, admit},
			{90 * ms, key("enter"), now, admit},
			{90 * ms, key("n"), signs, admit},
			{900 * ms, click(4), signs, admit},
			{300 * ms, click(5), signs, admit},
			{600 * ms, click(5), signs, admit},
		},
		"a small window": {
			{900 * ms, key("n"), small, refuse},
			{900 * ms, key("q"), small, refuse},
			{900 * ms, key("esc"), small, refuse},
			{900 * ms, click(3), small, refuse},
			{900 * ms, wheel, small, refuse},
			{900 * ms, motion, small, refuse},
			{900 * ms, paste, small, refuse},
			{900 * ms, key("ctrl+c"), small, admit},
			{0, tea.WindowSizeMsg{Width: 80, Height: 24}, small, admit},
		},
		"a dialog": {
			{900 * ms, click(3), covered, refuse},
			{900 * ms, motion, covered, refuse},
			{900 * ms, paste, covered, refuse},
			{900 * ms, key("y"), covered, admit},
			{900 * ms, wheel, covered, admit},
		},
		"a double click": {{900 * ms, click(3), now, admit}, {150 * ms, click(3), now, refuse}, {499 * ms, click(3), now, refuse}, {500 * ms, click(3), now, admit}},
		"a double click on Next": {
			{900 * ms, click(20), now, admit}, {150 * ms, click(20), signs, refuse}, {100 * ms, click(9), signs, refuse}, {500 * ms, click(9), signs, admit},
		},
		"a click after a key":  {{900 * ms, key("enter"), now, admit}, {0, nil, signs, admit}, {200 * ms, click(9), signs, refuse}},
		"a click after a size": {{900 * ms, nil, small, admit}, {0, nil, now, admit}, {200 * ms, click(9), now, refuse}},
		"a key held down": {
			{900 * ms, key("n"), covered, admit},
			{500 * ms, key("n"), now, mute},
			{33 * ms, key("n"), now, mute},
			{33 * ms, key("n"), now, mute},
			{33 * ms, key("n"), now, mute},
			{33 * ms, key("n"), now, refuse},
			{699 * ms, key("n"), now, mute},
			{700 * ms, key("n"), now, admit},
		},
		"Escape held down": {
			{900 * ms, key("esc"), signs, admit}, {500 * ms, key("esc"), now, mute}, {33 * ms, key("esc"), now, refuse}, {33 * ms, key("esc"), now, refuse},
		},
		"Escape pressed again and again": {{900 * ms, key("esc"), signs, admit}, {150 * ms, key("esc"), now, mute}, {900 * ms, key("esc"), now, admit}},
		"an arrow held down":             {{900 * ms, key("down"), now, admit}, {500 * ms, key("down"), signs, mute}, {33 * ms, key("down"), signs, mute}},
		"Enter held down up to the review": {
			{900 * ms, key("enter"), now, admit}, {500 * ms, key("enter"), review, refuse}, {33 * ms, key("enter"), review, refuse}, {700 * ms, key("enter"), review, admit},
		},
		"a key held down since before the dialog": {{900 * ms, key("enter"), result, admit}, {500 * ms, key("enter"), covered, refuse}, {900 * ms, key("enter"), covered, admit}},
		"another button":                         {{900 * ms, tea.MouseClickMsg{X: 9, Y: 3, Button: tea.MouseRight}, now, refuse}, {900 * ms, tea.MouseClickMsg{X: 9, Y: 3, Button: tea.MouseMiddle}, now, refuse}},
		"a click with a key":                     {{900 * ms, tea.MouseClickMsg{X: 9, Y: 3, Button: tea.MouseLeft, Mod: tea.ModCtrl}, now, refuse}},
		"a key held down where nothing is asked": {{900 * ms, key("?"), result, admit}, {33 * ms, key("?"), result, admit}},
		"two keys in turn":                       {{900 * ms, key("down"), now, admit}, {33 * ms, key("space"), now, admit}, {33 * ms, key("down"), now, admit}},
		"a repetition that says so":              {{900 * ms, key("n"), now, admit}, {900 * ms, tea.KeyPressMsg{Code: 'n', Text: "n", IsRepeat: true}, now, mute}},
	} {
		t.Run(name, func(t *testing.T) {
			clock := time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
			g := gate{now: func() time.Time { return clock }}
			g.settle(events[0].shown)
			for i, e := range events {
				clock = clock.Add(e.after)
				if g.shown != e.shown { // it came with the message before
					since := clock
					clock = clock.Add(-e.after)
					g.settle(e.shown)
					clock = since
				}
				if e.msg == nil {
					continue
				}
				if got := g.judge(e.msg, e.shown, guide.Answers{}); got != e.want {
					t.Fatalf("%d: %v on %s: %d, want %d", i, e.msg, e.shown.page, got, e.want)
				}
			}
		})
	}
}

// Input counts for a page only when it was read after the page was written to the terminal.
func TestGateUnseen(t *testing.T) {
	clock := time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
	f := &frames{marked: true}
	g := gate{now: func() time.Time { return clock }, frames: f}
	page := sight{page: "now", width: 80, height: 24, asks: true}
	read := func() { f.arrived = int64(f.seen()) }
	judge := func(what string, want verdict) {
		t.Helper()
		if got := g.judge(press("n"), page, nil); got != want {
			t.Errorf("%s: %d, want %d", what, got, want)
		}
		g.key = pressedKey{}
	}
	g.settle(page)
	read()
	judge("before the first frame", refuse)
	if g.judge(press("ctrl+c"), page, nil) != admit {
		t.Error("Ctrl+C must always pass")
	}
	f.started.Add(1)
	f.written.Add(1)
	judge("read before the frame, handled after it", refuse)
	read()
	judge("read after the frame", admit)
	page.page = "signs"
	g.settle(page)
	judge("in the same read, after the page changed", refuse)
	clock = clock.Add(noFrame)
	judge("a page that looks the same, so that nothing was written", admit)
	f.began.Store(time.Now().Add(-time.Minute).UnixNano())
	f.started.Add(1)
	read()
	judge("the terminal does not take the frame", refuse)
	f.written.Add(1)
	judge("it took the frame, but the key came before", refuse)
	read()
	judge("and one came after", admit)
	f.marked, f.arrived = false, 0
	judge("nobody says when it was read", admit)
}
