package library_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"knead/content/builtin"
	"knead/ui/library"
	"knead/ui/termtest"
	"knead/ui/theme"
)

var (
	lib  = builtin.Library()
	dark = theme.New(theme.Dark, false)
)

// reader plays the library: commands run at once, and what they send outside is kept.
type reader struct {
	t    testing.TB
	m    library.Model
	sent []tea.Msg
}

func open(t testing.TB, w, h int) *reader {
	r := &reader{t: t, m: library.New(lib, dark, true)}
	r.m.SetClipboard(true)
	r.m.SetSize(w, h)
	return r
}

func browse(t testing.TB, w, h int) *reader {
	r := open(t, w, h)
	return r.do(r.m.Browse())
}

func read(t testing.TB, target string, w, h int) *reader {
	r := open(t, w, h)
	return r.do(r.m.Open(target))
}

func (r *reader) do(m library.Model, cmd tea.Cmd) *reader {
	r.m = m
	if cmd != nil {
		r.got(cmd())
	}
	return r
}

func (r *reader) got(msg tea.Msg) {
	switch v := reflect.ValueOf(msg); {
	case msg == nil:
	case v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]():
		for i := range v.Len() {
			if cmd := v.Index(i).Interface().(tea.Cmd); cmd != nil {
				r.got(cmd())
			}
		}
	default:
		r.sent = append(r.sent, msg)
		r.do(r.m.Update(msg))
	}
}

func (r *reader) keys(keys ...string) *reader {
	r.t.Helper()
	for _, k := range keys {
		r.do(r.m.Update(termtest.Key(k)))
	}
	return r
}

func (r *reader) type_(text string) *reader {
	for _, c := range text {
		r.do(r.m.Update(termtest.Key(string(c))))
	}
	return r
}

func (r *reader) rows() []string {
	rows := strings.Split(ansi.Strip(r.m.View()), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return rows
}

func (r *reader) screen() string { return strings.Join(r.rows(), "\n") }

func (r *reader) status() string { _, s, _, _ := r.m.Header(); return s }

// shows fails unless every text is on the screen.
func (r *reader) shows(texts ...string) *reader {
	r.t.Helper()
	for _, text := range texts {
		if !strings.Contains(r.screen(), text) {
			r.t.Fatalf("the screen lacks %q:\n%s", text, r.screen())
		}
	}
	return r
}

// on fails unless this page is open.
func (r *reader) on(title string) *reader {
	r.t.Helper()
	if !strings.HasPrefix(r.status(), title) {
		r.t.Fatalf("on %q, not on %q:\n%s", r.status(), title, r.screen())
	}
	return r
}

// at is the cell where a text starts.
func (r *reader) at(text string) (x, y int) {
	r.t.Helper()
	for y, row := range r.rows() {
		if before, _, ok := strings.Cut(row, text); ok {
			return ansi.StringWidth(before), y
		}
	}
	r.t.Fatalf("%q is not on the screen:\n%s", text, r.screen())
	return 0, 0
}

func (r *reader) click(text string) *reader {
	r.t.Helper()
	x, y := r.at(text)
	r.do(r.m.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}))
	return r
}

// The list holds every page under its group, and each opens.
func TestEveryPageOpens(t *testing.T) {
	r := browse(t, 60, 15)
	var all strings.Builder
	for range lib.Pages {
		all.WriteString(r.screen() + "\n")
		r.keys("down")
	}
	for _, p := range lib.Pages {
		if !strings.Contains(all.String(), p.Title) {
			t.Errorf("%s is not in the list", p.Title)
		}
		if s := read(t, p.ID, 60, 15); !strings.HasPrefix(s.status(), p.Title) || !strings.Contains(s.screen(), p.Title) {
			t.Errorf("%s does not open:\n%s", p.ID, s.screen())
		}
	}
	r.keys("home", "enter").on("Deep tissue massage").keys("esc").keys("end", "enter").on("Words explained")
}

// Beside the list stands the page under the cursor, as soon as there is room.
func TestPreview(t *testing.T) {
	r := browse(t, 120, 35).shows("Deep tissue massage", "Slow, firm pressure")
	r.keys("down").shows("A relaxing massage with smooth, heated stones")
	r.do(r.m.Update(tea.MouseWheelMsg{X: 8, Y: 5, Button: tea.MouseWheelDown})).shows("Slow, held stretching")
	r.click("Acupuncture").on("Acupuncture")
}

// A few letters in order are enough to jump to a page.
func TestFuzzyJump(t *testing.T) {
	for typed, title := range map[string]string{
		"swed": "Swedish massage", "trigpt": "Trigger point therapy", "mbsr": "Mindfulness (MBSR) and CBT", "neck p": "Neck pain", "tens": "TENS",
	} {
		r := browse(t, 80, 19).keys("/").type_(typed)
		if first := strings.TrimLeft(r.rows()[2], "▌ "); !strings.HasPrefix(first, title) {
			t.Errorf("%q finds first %q", typed, first)
			continue
		}
		r.keys("enter").on(title)
	}
}

// Letters that happen to be in a title, here and there, are not its name.
func TestNonsenseFindsNoPage(t *testing.T) {
	for _, typed := range []string{"zzzqq", "asdf", "lmao", "hjkl", "wasd", "qwe", "nthr", "gdpr", "asge"} {
		browse(t, 80, 19).keys("/").type_(typed).shows("No matches")
	}
	for typed, title := range map[string]string{
		"masage": "massage", "swedsh": "Swedish massage", "pilats": "Pilates", "chiro": "Chiropractic", "acpnct": "Acupuncture",
		"trig pt": "Trigger point therapy", "TENS": "TENS", "nck": "Neck pain", "dep tis": "Deep tissue massage", "stayng": "staying active",
	} {
		if r := browse(t, 80, 19).keys("/").type_(typed); !strings.Contains(r.rows()[2], title) {
			t.Errorf("%q finds first %q, want %q", typed, r.rows()[2], title)
		}
	}
}

// Every word that is looked for stands in the sentence that is shown, painted; Enter goes to it.
func TestFullTextSearch(t *testing.T) {
	r := browse(t, 80, 19).keys("/").type_("numb skin")
	if !r.m.Typing() {
		t.Fatal("not typing")
	}
	r.shows("Find  numb skin", "found")
	painted := false
	for i, row := range strings.Split(r.m.View(), "\n") {
		if i >= 2 && strings.Contains(row, "numb\x1b") {
			painted = true
		}
	}
	if !painted {
		t.Errorf("no word found is painted:\n%q", r.m.View())
	}
	hits := 0
	for i, row := range r.rows()[3:] {
		if i%2 == 0 && row != "" && strings.Contains(row, "numb") && strings.Contains(row, "skin") {
			hits++
		}
	}
	if hits == 0 {
		t.Errorf("no sentence shows both words:\n%s", r.screen())
	}
	r.keys("down", "enter")
	if r.m.Typing() {
		t.Error("still typing on the page")
	}
	r.shows("numb")
	if !strings.Contains(r.m.Note(), " of ") {
		t.Errorf("the note says %q", r.m.Note())
	}
	r.keys("esc", "esc").shows("Find  numb skin") // the hits are still there
	r.keys("esc").shows("Massages")
	browse(t, 80, 19).keys("/").type_("xyzzy").shows("No matches")
}

func TestSearchWithTheMouse(t *testing.T) {
	r := browse(t, 120, 35).keys("/").type_("bruise")
	x, y := r.at("bruise")
	_ = x
	r.do(r.m.Update(tea.MouseClickMsg{X: 100, Y: y + 3, Button: tea.MouseLeft})) // far to the right, where a page would be
	if strings.Contains(r.status(), "pages") {
		t.Errorf("a click on a hit did nothing: %q\n%s", r.status(), r.screen())
	}
}

func TestLinksBackAndForward(t *testing.T) {
	read(t, "swedish", 80, 19).keys("tab", "enter").shows("Who should not, or should ask first")                         // the first link of the page, to a part of it
	read(t, "swedish", 80, 19).keys("tab", "tab", "enter").on("Warning signs")                                           // and the next
	r := read(t, "swedish", 80, 19).keys("end", "shift+tab", "enter").on("Choosing a practitioner").keys("tab", "enter") // and the last
	third, _, _ := strings.Cut(r.status(), "  ")
	if third == "Choosing a practitioner" {
		t.Fatalf("the second link leads nowhere: %q", third)
	}
	r.keys("backspace").on("Choosing a practitioner").keys("backspace").on("Swedish massage")
	r.shows("choosing a practitioner") // where the link was, not the top
	r.keys("backspace").on("Swedish massage")
	r.keys("alt+right").on("Choosing a practitioner").keys("alt+right").on(third)
	r = read(t, "swedish", 80, 19).keys("tab", "tab").click("warning signs").on("Warning signs")
	r.keys("esc")
	if len(r.sent) == 0 || r.sent[len(r.sent)-1] != (library.CloseMsg{}) {
		t.Errorf("a page that was opened from elsewhere does not close: %v", r.sent)
	}
}

// A link to a part of a page opens it at that part, also on the page itself.
func TestLinkToAPart(t *testing.T) {
	r := read(t, "faq#how-many-massages-are-needed", 80, 19)
	if rows := r.rows(); !strings.Contains(rows[0], "How many massages are needed") {
		t.Errorf("the part is not on top:\n%s", r.screen())
	}
	if r := read(t, "swedish#no-such-part", 80, 19); !strings.Contains(r.rows()[0], "Swedish massage") {
		t.Errorf("a part that is not there:\n%s", r.screen())
	}
	read(t, "no-such-page", 80, 19) // nothing to see, and no panic
}

// Every page is left where one was, and found there again.
func TestRememberedPlace(t *testing.T) {
	r := browse(t, 60, 15).keys("enter").on("Deep tissue massage").keys("pgdown", "pgdown", "down")
	first := r.rows()[0]
	r.keys("esc", "down", "enter").on("Hot stone massage").keys("pgdown")
	second := r.rows()[0]
	r.keys("esc", "up", "enter").on("Deep tissue massage")
	if r.rows()[0] != first {
		t.Errorf("on top is %q, was %q", r.rows()[0], first)
	}
	r.keys("esc", "down", "enter")
	if r.rows()[0] != second {
		t.Errorf("on top is %q, was %q", r.rows()[0], second)
	}
}

func TestFindInPage(t *testing.T) {
	r := read(t, "swedish", 80, 19).keys("/").type_("back").keys("enter")
	var total, n int
	if _, err := fmt.Sscanf(r.m.Note(), "“back”: %d of %d", &n, &total); err != nil || n != 1 || total < 5 {
		t.Fatalf("the note says %q", r.m.Note())
	}
	for i := range total {
		if want := fmt.Sprintf("“back”: %d of %d", i+1, total); r.m.Note() != want {
			t.Fatalf("the note says %q, not %q", r.m.Note(), want)
		}
		r.shows("back")
		r.keys("n")
	}
	if want := fmt.Sprintf("“back”: 1 of %d", total); r.m.Note() != want { // round again
		t.Errorf("behind the last: %q", r.m.Note())
	}
	r.keys("N")
	if want := fmt.Sprintf("“back”: %d of %d", total, total); r.m.Note() != want {
		t.Errorf("before the first: %q", r.m.Note())
	}
	r.keys("esc").on("Swedish massage")
	if r.m.Note() != "" {
		t.Errorf("esc leaves the search: %q", r.m.Note())
	}
	r.keys("/").type_("zzz").keys("enter")
	if !strings.Contains(r.m.Note(), "was not found on this page") {
		t.Errorf("the note says %q", r.m.Note())
	}
}

func TestContents(t *testing.T) {
	r := read(t, "swedish", 60, 15).keys("c").shows("What it is", "What research found", "Sources")
	r.keys("down", "down", "down", "down", "down", "enter")
	if !strings.Contains(r.rows()[0], "What can be unpleasant or go wrong") {
		t.Errorf("not at the part:\n%s", r.screen())
	}
	r.keys("c")
	if row := r.rows()[7]; !strings.Contains(row, "▌ What can be unpleasant") {
		t.Errorf("the cursor is not on the part one is in:\n%s", r.screen())
	}
	r.click("What research found")
	if !strings.Contains(r.rows()[0], "What research found") {
		t.Errorf("a click did not go to the part:\n%s", r.screen())
	}
	r.keys("c", "esc").shows("What research found").on("Swedish massage")
	r.keys("]")
	if !strings.Contains(r.rows()[0], "What is often said") {
		t.Errorf("] did not go to the next part:\n%s", r.screen())
	}
	r.keys("[", "[")
	if !strings.Contains(r.rows()[0], "What it is used for") {
		t.Errorf("[ did not go to the parts before:\n%s", r.screen())
	}
}

// Sources are numbered in the order in which they are cited, and every number stands in the list.
func TestSourcesAreNotes(t *testing.T) {
	for _, p := range lib.Pages {
		d := lib.Document(&p)
		text := d.Text(72)
		for n := range d.Sources {
			if !strings.Contains(text, fmt.Sprintf("\n  %d. ", n+1)) {
				t.Errorf("%s: source %d is not in the list", p.ID, n+1)
			}
		}
		if strings.Contains(text, fmt.Sprintf("[%d]", len(d.Sources)+1)) {
			t.Errorf("%s: a note without a source", p.ID)
		}
		if strings.Contains(text, "[@") {
			t.Errorf("%s: a citation is left", p.ID)
		}
	}
}

func TestHyperlinksOnlyWhereAllowed(t *testing.T) {
	for _, allowed := range []bool{true, false} {
		r := &reader{t: t, m: library.New(lib, dark, allowed)}
		r.m.SetSize(80, 19)
		r.do(r.m.Open("swedish")).keys("end")
		if got := strings.Contains(r.m.View(), "\x1b]8;"); got != allowed {
			t.Errorf("allowed %v, sent %v", allowed, got)
		}
	}
}

func TestCopy(t *testing.T) {
	clip := func(r *reader) (text, what string) {
		for _, msg := range r.sent {
			switch m := msg.(type) {
			case library.CopiedMsg:
				what = m.What
			default:
				if reflect.TypeOf(msg).String() == "tea.setClipboardMsg" {
					text = fmt.Sprint(msg)
				}
			}
		}
		return text, what
	}
	text, what := clip(read(t, "swedish", 80, 19).keys("y"))
	if what != "the page" || !strings.HasPrefix(text, "Swedish massage\n") || !strings.Contains(text, "Sources") || strings.Contains(text, "\x1b") {
		t.Errorf("the page: %q, %.200q", what, text)
	}
	if strings.Count(text, "Swedish massage\n") != 1 {
		t.Errorf("the title stands more than once: %.100q", text)
	}
	text, what = clip(read(t, "swedish", 80, 19).keys("]", "]", "]", "]", "]", "Y"))
	if what != "this part" || !strings.HasPrefix(text, "What a session is like\n") || strings.Contains(text, "What can be unpleasant") {
		t.Errorf("the part: %q, %.200q", what, text)
	}
	text, what = clip(read(t, "swedish", 80, 19).keys("s"))
	if what != "the sources" || !strings.HasPrefix(text, "Sources\n1. ") {
		t.Errorf("the sources: %q, %.200q", what, text)
	}
	r := read(t, "swedish", 80, 19)
	r.m.SetClipboard(false)
	if text, what = clip(r.keys("y")); text != "" || what != "" {
		t.Errorf("a terminal without a clipboard is sent %.50q, and told %q", text, what)
	}
}

// Whatever the window does, the part that was read stays on top.
func TestResizeKeepsThePart(t *testing.T) {
	r := read(t, "swedish", 80, 19).keys("]", "]", "]", "]", "]", "]", "]")
	for _, size := range [][2]int{{120, 35}, {60, 16}, {200, 55}, {80, 19}, {1, 1}, {80, 19}} {
		r.m.SetSize(size[0], size[1])
		r.do(r.m.Refresh())
		if size[0] > 1 && !strings.Contains(r.screen(), "Who should not, or should ask first") {
			t.Errorf("at %v on top is:\n%s", size, r.screen())
		}
	}
}

func TestKeysThatDoNothing(t *testing.T) {
	r := open(t, 80, 19)
	r.keys("enter", "n", "N", "c", "y", "Y", "s", "tab", "]", "[", "backspace", "alt+right", "/", "enter", "esc", "G", "g", "esc")
	r.m.SetTheme(theme.New(theme.Plain, true))
	r.do(r.m.Refresh())
	r.m.ShortHelp()
	r.m.FullHelp()
}

// One key and the screen after it.
func BenchmarkKey(b *testing.B) {
	for name, r := range map[string]*reader{
		"list": browse(b, 120, 35), "page": read(b, "swedish", 120, 35), "found": read(b, "swedish", 120, 35).keys("/").type_("the").keys("enter"),
		"hits": browse(b, 120, 35).keys("/").type_("the"), "contents": read(b, "swedish", 120, 35).keys("c"),
	} {
		b.Run(name, func(b *testing.B) {
			keys := []tea.KeyPressMsg{termtest.Key("down"), termtest.Key("down"), termtest.Key("up")}
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				m, _ := r.m.Update(keys[n%3])
				r.m = m
				_ = r.m.View()
			}
		})
	}
	b.Run("typing", func(b *testing.B) {
		r := browse(b, 120, 35).keys("/").type_("b")
		keys := []tea.KeyPressMsg{termtest.Key("a"), termtest.Key("backspace")}
		b.ReportAllocs()
		for n := 0; b.Loop(); n++ {
			m, _ := r.m.Update(keys[n%2])
			r.m = m
			_ = r.m.View()
		}
	})
}

// Opening a page that was not rendered before, to the finished view.
func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		read(b, "swedish", 120, 35)
	}
}

// Where there is room the contents of a page that was opened by itself stand beside it, the part being read marked; a click
// and c work on them.
func TestOutline(t *testing.T) {
	r := read(t, "swedish", 120, 35).shows("On this page", "gentle massage", "What research found")
	r.click("What research found")
	if !strings.Contains(r.rows()[0], "│ What research found ─") {
		t.Errorf("a click did not go to the part:\n%s", r.screen())
	}
	r.shows("▌ What research found")
	r.keys("c", "up").shows("▌ What it is used for", "very low certainty") // the text stays beside it
	r.keys("enter")
	if !strings.Contains(r.rows()[0], "│ What it is used for ─") {
		t.Errorf("enter did not go to the part:\n%s", r.screen())
	}
	if narrow := read(t, "swedish", 100, 35); strings.Contains(narrow.screen(), "On this page") {
		t.Errorf("the outline takes the text's room:\n%s", narrow.screen())
	}
}

// A page that was opened by itself, in the whole width, stands beside the list as any other when the list is opened.
func TestListAfterASinglePage(t *testing.T) {
	for _, w := range []int{60, 80, 99, 100, 120, 200} {
		got := read(t, "swedish", w, 19).keys("esc")
		got.do(got.m.Browse())
		want := browse(t, w, 19)
		for range 40 {
			if strings.Contains(want.bar(), "Swedish") {
				break
			}
			want.keys("down")
		}
		if got.bar() != want.bar() || got.screen() != want.screen() {
			t.Errorf("%d columns wide it is\n%s\nand not\n%s", w, got.screen(), want.screen())
		}
	}
}
