package ui

import (
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/guide"
	"knead/ui/frame"
	"knead/ui/input"
)

// Thousands of random keys, clicks and resizes: no panic, nothing wider or higher than the window, and every screen can
// be left. Nothing is answered by accident: not on a page that was not wholly on the screen when the key was read, not by a
// paste, the second half of a double click, a drag or a torn arrow key, and not by a key that is held down. Keys come from layouts of
// other scripts too, with and without Caps Lock. The terminal's cursor is always in the window, and going back to the start keeps the
// answers.
// A million of them is the soak: KNEAD_SOAK=1000000 go test ./ui -run Random.
func TestRandomKeys(t *testing.T) {
	n, walks := 4_000, 2
	if s := os.Getenv("KNEAD_SOAK"); s != "" {
		walks = 8
		if _, err := fmt.Sscan(s, &n); err != nil {
			t.Fatal(err)
		}
	}
	if testing.Short() {
		n /= 10
	}
	seen := make([]map[string]int, walks)
	t.Run("walks", func(t *testing.T) {
		for seed := range walks {
			t.Run(fmt.Sprint(seed), func(t *testing.T) {
				t.Parallel()
				seen[seed] = randomKeys(t, uint64(seed), n/walks)
			})
		}
	})
	must := []string{"answered", "answered at once", "refused"}
	for s := onWelcome; s <= onLibrary; s++ {
		must = append(must, fmt.Sprint("screen ", s))
	}
	for _, what := range must {
		if !testing.Short() && !t.Failed() && !slices.ContainsFunc(seen, func(of map[string]int) bool { return of[what] > 0 }) {
			t.Errorf("%s never happened", what)
		}
	}
}

// randomKeys walks for n steps, in visits of 250: from the first screen, from where a sample person would arrive, and from a
// page of questions. It returns how often each screen was on, and what else happened.
func randomKeys(t *testing.T, seed uint64, n int) map[string]int {
	r := rand.New(rand.NewPCG(seed, 2))
	y := newTypist(t, 80, 24)
	counts := map[string]int{}
	for i, visits := 0, 0; i < n; i++ {
		y.step(r)
		counts[fmt.Sprint("screen ", int(y.app.screen))]++
		y.fits(fmt.Sprintf("step %d, %s", i, y.doing))
		if c := y.app.View().Cursor; c == nil || c.X < 0 || c.Y < 0 || c.X >= max(y.app.width, 1) || c.Y >= max(y.app.height, 1) {
			t.Fatalf("step %d, %s: the cursor is at %v in a window of %d×%d", i, y.doing, c, y.app.width, y.app.height)
		}
		if y.quit || i%250 == 249 {
			for what, n := range y.counts {
				counts[what] += n
			}
			y.app.gate.frames = nil
			y.leave()
			y = newTypist(t, y.app.width, y.app.height)
			cases, before := builtin.Library().Cases, before("history")
			switch visits++; visits % 3 {
			case 0:
				y.finish(cases[(visits+int(seed))%len(cases)].Answers)
			case 1:
				y.answered(before[:1+r.IntN(len(before)-1)]...)
			}
			y.app.gate.settle(y.app.sight())
		}
	}
	return counts
}

// step does something: most often what a careful person does, and otherwise an accident.
func (y *typist) step(r *rand.Rand) {
	keys := []string{
		"\r", "\r", "\r", " ", " ", "\x1b[B", "\x1b[B", "\x1b[B", "\x1b[A", "\x1b[C", "\x1b[D", "\t", "\x1b[27u", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F",
		"n", "u", "w", "?", "/", "t", "m", "c", "r", "o", "g", "G", "]", "[", "k", "j", "h", "l", "L", "q", "1", "5", "0", "x", "é", "漢", "\x7f", "y", "Y", "s", "N", "b",
		"т", "г", "н", "й", "Т", "ν", "מ", "ى", "ื", "Ｎ", "U", "Q", "٢", "\x1b[1090::110u", "\x1b[110;65u", "\x1b[27;5;1076~", "\x1bOP", "\x1bOP",
	}
	sizes := [][2]int{{80, 24}, {60, 20}, {120, 40}, {200, 60}, {1, 1}, {0, 0}, {61, 21}, {500, 200}, {99, 24}, {100, 30}, {20, 50}, {40, 20}, {39, 24}, {80, 19}}
	some := func(of []string) string { return of[r.IntN(len(of))] }
	answering := []string{"n", "1", "2", " ", "u", "\r", "y"}
	x, row := r.IntN(max(y.app.width, 1)+2)-1, r.IntN(max(y.app.height, 1)+2)-1
	click := ansi.MouseSgr(ansi.EncodeMouseButton(ansi.MouseLeft, false, false, false, false), max(x, 0), max(row, 0), false)
	switch k := r.IntN(100); {
	case k < 70:
		y.slowly()
		y.types("a key", some(keys))
	case k < 74:
		y.slowly()
		y.types("a click", click)
	case k < 77:
		y.slowly()
		y.types("a double click", click)
		y.look()
		y.wait(100 * time.Millisecond)
		y.unanswered(func() { y.types("its second half", click) })
	case k < 79:
		y.types("two keys in one read", some(keys)+some(answering))
	case k < 81:
		y.types("a key soon after", some(answering))
	case k < 84:
		y.slowly()
		text := []string{"n\rn\r", "1\r1\r1\r", "no pain at all\nnone\n", "\r\r\rn", " \r \r", "yes", "u\rn"}
		y.unanswered(func() { y.types("an unbracketed paste", some(text)) })
		y.wait(20 * time.Millisecond)
		y.unanswered(func() { y.types("the end of a paste", some([]string{"n", "\r", "n\r"})) })
	case k < 85:
		y.slowly()
		y.unanswered(func() { y.types("a paste", "\x1b[200~n\rblood thinner\n1\x1b[201~") })
	case k < 88:
		y.slowly()
		y.torn(r, some([]string{"\x1b[B", "\x1b[1;5C", "\x1bOA", "\x1b[5~", "\x1b[<35;10;12M"}))
	case k < 91:
		y.slowly()
		if r.IntN(3) == 0 { // the key that closes a dialog
			y.types("a dialog", "q")
			y.slowly()
			y.hold("n")
			break
		}
		y.hold(some(append(answering, "\x1b[27u", "\x7f")))
	case k < 92 && r.IntN(2) == 0:
		y.slowly()
		y.drags(click, x, row)
	case k < 92:
		y.slowly()
		y.types("the mouse", ansi.MouseSgr(ansi.EncodeMouseButton(ansi.MouseNone, true, false, false, false), max(x, 0), max(row, 0), false))
	case k < 94:
		y.slowly()
		y.types("the wheel", ansi.MouseSgr([]byte{64, 65}[r.IntN(2)], max(x, 0), max(row, 0), false))
	case k < 96:
		y.slowly()
		y.types("a dialog", some([]string{"?", "q"}))
		y.slowly()
		if y.app.dialog.open() {
			y.unanswered(func() { y.types("a click on it", click) })
		}
	default:
		size := sizes[r.IntN(len(sizes))]
		y.doing = fmt.Sprintf("size %v", size)
		y.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	}
}

// drags presses the button and moves the mouse, which answers nothing.
func (y *typist) drags(click string, x, row int) {
	page := y.visible().page
	y.unanswered(func() {
		y.types("a press", click)
		if y.visible().page != page || y.app.dialog.open() { // it led away
			return
		}
		y.types("and a drag", ansi.MouseSgr(ansi.EncodeMouseButton(ansi.MouseLeft, true, false, false, false), min(x+4, 200), max(row, 0), false))
	})
}

// typist plays the App as a terminal does: bytes go in, cut up as a line cuts them, frames come out, and time passes.
type typist struct {
	*driver
	clock  time.Time
	in     io.Reader
	chunk  string
	rings  func() // when nothing has followed an Escape
	at     time.Time
	shown  visible // on the last frame
	read   visible // on the last frame before the input at hand was read
	doing  string
	counts map[string]int
}

// visible is what a person saw: a page of questions, or nothing that can be answered.
type visible struct {
	page    string
	answers bool
}

func newTypist(t *testing.T, w, h int) *typist {
	y := &typist{clock: time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC), counts: map[string]int{}}
	y.driver = drive(t, Options{}, w, h)
	f := &frames{}
	y.app.gate.now = func() time.Time { return y.clock }
	y.app.gate.frames, y.app.gate.needs, y.app.gate.since = f, f.next(), y.clock
	y.in = input.New(y.bytes(), input.Options{
		Now: func() time.Time { return y.clock }, Frames: f.seen, Send: y.deliver,
		After: func(d time.Duration, do func()) func() bool {
			y.at, y.rings = y.clock.Add(d), do
			return func() bool { y.rings = nil; return true }
		},
	})
	return y
}

func (y *typist) bytes() io.Reader {
	return readerFunc(func(p []byte) (int, error) { return copy(p, y.chunk), nil })
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// visible is worked out without the gate.
func (y *typist) visible() visible {
	a := &y.app
	if c := a.dialog.here(); c != nil && a.wizard.Waiting() && c.key == "y" && a.screen == onWizard && !a.tooSmall() {
		return visible{a.wizard.Interview().Page(), true} // the dialog says what a yes does
	}
	if a.screen != onWizard || !a.wizard.Asking() || a.dialog.open() || a.width < frame.MinWidth || a.height < frame.MinHeight {
		return visible{page: fmt.Sprint(a.screen, a.wizard.Interview().Page())}
	}
	return visible{a.wizard.Interview().Page(), true}
}

// look shows the person a frame.
func (y *typist) look() {
	y.app.gate.frames.started.Add(1)
	y.app.gate.frames.written.Add(1)
	y.shown = y.visible()
}

func (y *typist) wait(d time.Duration) {
	y.clock = y.clock.Add(d)
	if ring := y.rings; ring != nil && !y.at.After(y.clock) {
		y.rings = nil
		ring()
	}
}

// slowly is how a person goes on: looks, and thinks.
func (y *typist) slowly() {
	y.look()
	y.wait(time.Second)
	y.look()
}

// types sends bytes that come in one read.
func (y *typist) types(what, bytes string) {
	y.doing = fmt.Sprintf("%s, %q", what, bytes)
	y.chunk = bytes
	buf := make([]byte, 4096)
	n, _ := y.in.Read(buf)
	for _, msg := range decode(y.t, buf[:n]) {
		if !y.quit {
			y.deliver(msg)
		}
	}
}

// deliver hands the App a message, and fails if that answered what the person had not seen.
func (y *typist) deliver(msg tea.Msg) {
	f := y.app.gate.frames
	if _, ok := input.Frames(msg); ok {
		f.filter(nil)(nil, msg)
		y.read = y.shown
		return
	}
	page, was, from := y.visible(), y.app.wizard.Interview().Answers(), y.app.screen
	asked := y.app.dialog.open()
	y.send(msg)
	if now := y.app.wizard.Interview().Answers(); from == onWizard && y.app.screen == onWelcome && !asked && !maps.EqualFunc(was, now, same) {
		y.t.Fatalf("%s: going back to the start changed %v to %v", y.doing, was, now)
	}
	changed := given(was, y.app.wizard.Interview().Answers())
	switch {
	case y.app.screen != onWizard && y.app.screen != onStop && y.app.screen != onResults || page.page == fmt.Sprint(onWelcome, y.app.wizard.Interview().Page()):
	case len(changed) > 0 && (!page.answers || y.read != page):
		y.t.Fatalf("%s: %v was answered by %v on page %v, and the person saw %v", y.doing, changed, msg, page, y.read)
	case len(changed) > 0 && strings.Contains(y.doing, "soon after"):
		y.counts["answered at once"]++
	case len(changed) > 0:
		y.counts["answered"]++
	case page.answers && y.read != page:
		y.counts["refused"]++
	}
}

// same reports whether two answers to a question are the same.
func same(a, b guide.Answer) bool { return reflect.DeepEqual(a, b) }

// given lists the questions that have another answer now.
func given(was, is guide.Answers) (changed []string) {
	for id, a := range is {
		if a.Given() && !reflect.DeepEqual(a, was[id]) {
			changed = append(changed, id)
		}
	}
	return changed
}

// unanswered fails if anything is answered.
func (y *typist) unanswered(do func()) {
	was := y.app.wizard.Interview().Answers()
	do()
	if now := y.app.wizard.Interview().Answers(); y.app.screen == onWizard && !maps.EqualFunc(was, now, same) && !y.quit {
		y.t.Fatalf("%s answered: %v, and now %v", y.doing, was, now)
	}
}

// torn sends a sequence in two reads. It is not Escape, unless the second is very late; and even then the rest is no keys.
func (y *typist) torn(r *rand.Rand, sequence string) {
	at := func() string { return fmt.Sprint(y.app.screen, y.app.wizard.Interview().Page()) }
	cut, page := 1+r.IntN(len(sequence)-1), at()
	late := r.IntN(4) == 0
	y.unanswered(func() {
		y.types("torn", sequence[:cut])
		y.wait(60 * time.Millisecond)
		if late {
			y.wait(time.Second)
			y.look()
		}
		y.types(fmt.Sprintf("torn after %d, late %t", cut, late), sequence[cut:])
	})
	if now := at(); now != page && (cut > 1 || !late) {
		y.t.Fatalf("%s: from page %s to %s", y.doing, page, now)
	}
}

// hold holds a key down. Once it has brought another page it must not answer anymore; and it must not take back what it gave.
func (y *typist) hold(key string) {
	page, was := y.visible().page, y.app.wizard.Interview().Answers()
	y.types("a key held down", key)
	pages, at := 1, page
	gave := len(given(was, y.app.wizard.Interview().Answers())) > 0
	gap := 500 * time.Millisecond
	for range 8 {
		y.look()
		y.wait(gap)
		y.look()
		gap = 33 * time.Millisecond
		again := func() { y.types("still held down", key) }
		if y.quit {
			return
		}
		if y.visible().page != page {
			y.unanswered(again)
		} else {
			again()
		}
		if now := y.visible().page; now != at {
			pages, at = pages+1, now
		}
		if pages > 3 && key == "\x1b[27u" || pages > 7 {
			y.t.Fatalf("%s went through %d pages", y.doing, pages)
		}
		if gave && y.visible().page == page && reflect.DeepEqual(was, y.app.wizard.Interview().Answers()) {
			y.t.Fatalf("%s takes back what it gave", y.doing)
		}
	}
}

// decode reads bytes as Bubble Tea does.
func decode(t testing.TB, b []byte) (msgs []tea.Msg) {
	t.Helper()
	var d uv.EventDecoder
	for len(b) > 0 {
		if text, ok := strings.CutPrefix(string(b), ansi.BracketedPasteStart); ok {
			text, rest, ok := strings.Cut(text, ansi.BracketedPasteEnd)
			if !ok {
				t.Fatalf("a paste without an end: %q", b)
			}
			msgs, b = append(msgs, tea.PasteMsg{Content: text}), []byte(rest)
			continue
		}
		n, e := d.Decode(b)
		b = b[n:]
		switch e := e.(type) {
		case uv.KeyPressEvent:
			msgs = append(msgs, tea.KeyPressMsg(e))
		case uv.MouseClickEvent:
			msgs = append(msgs, tea.MouseClickMsg(e))
		case uv.MouseMotionEvent:
			msgs = append(msgs, tea.MouseMotionMsg(e))
		case uv.MouseWheelEvent:
			msgs = append(msgs, tea.MouseWheelMsg(e))
		case uv.ModeReportEvent:
			msgs = append(msgs, tea.ModeReportMsg(e))
		default:
			t.Fatalf("%q became %T", b, e)
		}
	}
	return msgs
}
