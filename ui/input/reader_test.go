package input

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// line is a terminal's line: it delivers what it is told to, and its clock goes when it is told to.
type line struct {
	clock time.Time
	bytes string
	due   time.Time
	rings func()
	sent  []string
	in    io.Reader
}

func newLine(slow bool) *line {
	l := &line{clock: time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)}
	l.in = New(l, Options{
		Slow: slow, Now: func() time.Time { return l.clock },
		Send: func(msg tea.Msg) { l.sent = append(l.sent, fmt.Sprint(msg)) },
		After: func(d time.Duration, do func()) func() bool {
			l.due, l.rings = l.clock.Add(d), do
			return func() bool { l.rings = nil; return true }
		},
	})
	return l
}

// Read makes a line what the Reader reads from.
func (l *line) Read(p []byte) (int, error) {
	n := copy(p, l.bytes)
	l.bytes = l.bytes[n:]
	return n, nil
}

// read delivers bytes, and returns what the Reader makes of them.
func (l *line) read(s string) string {
	l.bytes = s
	var out strings.Builder
	buf := make([]byte, 4096) // as Bubble Tea's
	for l.bytes != "" || out.Len() == 0 {
		n, _ := l.in.Read(buf)
		out.Write(buf[:n])
		if l.bytes == "" {
			break
		}
	}
	return out.String()
}

func (l *line) wait(d time.Duration) {
	l.clock = l.clock.Add(d)
	if ring := l.rings; ring != nil && !l.due.After(l.clock) {
		l.rings = nil
		ring()
	}
}

const (
	open, shut = ansi.BracketedPasteStart, ansi.BracketedPasteEnd
	ms         = time.Millisecond
)

// slowly is what comes byte by byte, as on a serial line.
type slowly string

// TestReads delivers reads with pauses between them. "esc" in what is wanted is the Escape key, which comes by its own way.
func TestReads(t *testing.T) {
	for name, c := range map[string]struct {
		slow  bool
		reads []any // strings, and times between them
		want  string
	}{
		"a key":                                {reads: []any{"n"}, want: "n"},
		"a letter and Enter together":          {reads: []any{"n\r"}, want: "n\r"},
		"keys one by one":                      {reads: []any{"n", "\r", "n", "\r"}, want: "n\rn\r"},
		"three at once":                        {reads: []any{"n\rn"}, want: open + "n\rn" + shut},
		"wide letters":                         {reads: []any{"漢字é"}, want: open + "漢字é" + shut},
		"one letter of many bytes":             {reads: []any{"漢"}, want: "漢"},
		"a letter torn apart":                  {reads: []any{"\xe6\xbc", 60 * ms, "\xa2"}, want: "漢"},
		"arrow keys together":                  {reads: []any{"\x1b[B\x1b[B\x1b[B\x1bOB"}, want: "\x1b[B\x1b[B\x1b[B\x1bOB"},
		"arrow keys, a letter, Enter":          {reads: []any{"\x1b[B\x1b[Bn\r"}, want: "\x1b[B\x1b[Bn\r"},
		"replies, then keys":                   {reads: []any{"\x1b]11;rgb:0000/0000/0000\x07\x1b[?2026;2$yn\r"}, want: "\x1b]11;rgb:0000/0000/0000\x07\x1b[?2026;2$yn\r"},
		"a paste and its end":                  {reads: []any{"n\rn\r", 50 * ms, "n\r"}, want: open + "n\rn\r" + shut + open + "n\r" + shut},
		"a paste, and a key later":             {reads: []any{"n\rn\r", 150 * ms, "n"}, want: open + "n\rn\r" + shut + "n"},
		"a paste with Ctrl+C":                  {reads: []any{"n\rn\x03"}, want: "\x03" + open + "n\rn" + shut},
		"Escape":                               {reads: []any{"\x1b", 150 * ms}, want: "esc"},
		"Escape on a slow line":                {slow: true, reads: []any{"\x1b", 499 * ms, 1 * ms}, want: "esc"},
		"Escape spelled out":                   {reads: []any{"\x1b[27u"}, want: "\x1b[27u"},
		"Escape, then a letter":                {reads: []any{"\x1b", 20 * ms, "n"}, want: "\x1b[27un"},
		"Escape twice":                         {reads: []any{"\x1b", 20 * ms, "\x1b", 150 * ms}, want: "escesc"},
		"Escape twice, then a letter":          {reads: []any{"\x1b", 20 * ms, "\x1b", 20 * ms, "n"}, want: "\x1b[27u\x1b[27un"},
		"Escape twice, then an arrow":          {reads: []any{"\x1b", 20 * ms, "\x1b", 20 * ms, "\x1b[B"}, want: "\x1b[27u\x1b[27u\x1b[B"},
		"Escape held down":                     {reads: []any{"\x1b", 30 * ms, "\x1b", 30 * ms, "\x1b", 30 * ms, "\x1b", 150 * ms}, want: "\x1b[27u\x1b[27uescesc"},
		"Escape twice at once":                 {reads: []any{"\x1b\x1b", 150 * ms, "n"}, want: "escn"},
		"Alt and an arrow, byte by byte":       {reads: []any{slowly("\x1b\x1b[An")}, want: "\x1b\x1b[An"},
		"a color, byte by byte":                {reads: []any{slowly("\x1b]11;rgb:0000/1111/2222\x1b\\n")}, want: "\x1b]11;rgb:0000/1111/2222\x1b\\n"},
		"a color with a bell, byte by byte":    {reads: []any{slowly("\x1b]11;rgb:0000/1111/2222\an")}, want: "\x1b]11;rgb:0000/1111/2222\an"},
		"the clipboard, byte by byte":          {reads: []any{slowly("\x1b]52;c;bg==\an")}, want: "\x1b]52;c;bg==\an"},
		"a setting, byte by byte":              {reads: []any{slowly("\x1bP1$r0m\x1b\\n")}, want: "\x1bP1$r0m\x1b\\n"},
		"a name, byte by byte":                 {reads: []any{slowly("\x1bP>|xterm(390)\x1b\\n")}, want: "\x1bP>|xterm(390)\x1b\\n"},
		"a picture, byte by byte":              {reads: []any{slowly("\x1b_Gi=1;OK\x1b\\n")}, want: "\x1b_Gi=1;OK\x1b\\n"},
		"a color without an end, byte by byte": {reads: []any{slowly("\x1b]11;rgb:"), 4000 * ms, "n"}, want: "n"},
		"a click, byte by byte":                {reads: []any{slowly("\x1b[<0;20;11Mn")}, want: "\x1b[<0;20;11Mn"},
		"Alt and ], and a digit":               {reads: []any{"\x1b]", 60 * ms, "1", 60 * ms, "n"}, want: "n"},
		"Escape, then a part":                  {reads: []any{"\x1b", 20 * ms, "]", 150 * ms, "n"}, want: "esc]n"},
		"Escape and Ctrl+C":                    {reads: []any{"\x1b\x03"}, want: "\x1b[27u\x03"},
		"Alt and a letter":                     {reads: []any{"\x1bn"}, want: "\x1bn"},
		"Alt and Enter":                        {reads: []any{"\x1b\r"}, want: "\x1b\r"},
		"Alt and an arrow, as rxvt":            {reads: []any{"\x1b\x1b[A"}, want: "\x1b\x1b[A"},
		"Shift and Home, as rxvt":              {reads: []any{"\x1b[7$", "n"}, want: "\x1b[7$n"},
		"an arrow torn after Escape":           {reads: []any{"\x1b", 60 * ms, "[C"}, want: "\x1b[C"},
		"an arrow in three pieces":             {reads: []any{"\x1b", 60 * ms, "[", 200 * ms, "C"}, want: "\x1b[C"},
		"an arrow torn on a slow line":         {slow: true, reads: []any{"\x1b", 450 * ms, "[C"}, want: "\x1b[C"},
		"an arrow torn for too long":           {reads: []any{"\x1b", 300 * ms, "[C", 1000 * ms, "n"}, want: "escn"},
		"its rest torn too":                    {reads: []any{"\x1b", 300 * ms, "[1;", 100 * ms, "5C", "n"}, want: "escn"},
		"as on the VT100":                      {reads: []any{"\x1b", 300 * ms, "OA", "n"}, want: "escn"},
		"a reply torn for too long":            {reads: []any{"\x1b", 300 * ms, "]11;rgb:00", "00/0000/0000\x1b\\", "n"}, want: "escn"},
		"a bracket after Escape":               {reads: []any{"\x1b", 300 * ms, "[", "n"}, want: "esc[n"},
		"a mouse report torn":                  {reads: []any{"\x1b[<0;1", 60 * ms, "0;5M"}, want: "\x1b[<0;10;5M"},
		"a mouse report of the old":            {reads: []any{"\x1b[M", 60 * ms, " 1", 60 * ms, "1n"}, want: "\x1b[M 11n"},
		"a reply torn":                         {reads: []any{"\x1b]11;rgb:ffff/ffff", 60 * ms, "/ffff\x1b", 60 * ms, "\\n"}, want: "\x1b]11;rgb:ffff/ffff/ffff\x1b\\n"},
		"a reply without an end":               {reads: []any{"\x1b]11;rgb:ffff", 4000 * ms, "n"}, want: "n"},
		"Ctrl+C in such a reply":               {reads: []any{"\x1b]11;rgb:ffff", "\x03"}, want: "\x03"},
		"Ctrl+C in a torn key":                 {reads: []any{"\x1b[1;", "\x03"}, want: "\x03"},
		"Alt and ], then a letter":             {reads: []any{"\x1b]", 60 * ms, "n"}, want: "n"},
		"function keys of Linux":               {reads: []any{"\x1b[[A", "\x1b[[", "En"}, want: "\x1bOP\x1b[15~n"},
		"a key that Linux has not":             {reads: []any{"\x1b[[Fn"}, want: "n"},
		"a bracketed paste":                    {reads: []any{open + "n\rn\r" + shut, 100 * ms, "\r"}, want: open + "n\rn\r" + shut + "\r"},
		"one that holds an end":                {reads: []any{open + "a" + shut + "n\r" + shut, 100 * ms, "n"}, want: open + "a" + shut + open + "n\r" + shut + "n"},
		"one that holds an end, byte by byte":  {reads: []any{slowly(open + "a" + shut + "n\r"), 100 * ms, "n"}, want: open + "a" + shut + open + "n" + shut + open + "\r" + shut + "n"},
		"one in pieces":                        {reads: []any{"\x1b[200", 60 * ms, "~ab", "cd\x1b[2", 200 * ms, "01~", 100 * ms, "n"}, want: open + "abcd" + shut + "n"},
		"one that acts":                        {reads: []any{open + "a\x1b[27u\x1b]52;c;?\x07\u009bb\x7fc" + shut}, want: open + "a[27u]52;c;?bc" + shut},
		"one without an end":                   {reads: []any{open + "blood", "n", 4000 * ms, "n"}, want: open + "bloodn" + shut + "n"},
		"Ctrl+C in it":                         {reads: []any{open + "blood", "n", "\x03"}, want: open + "bloodn" + shut + "\x03"},
		"Ctrl+C in it, as kitty":               {reads: []any{open + "blood", "\x1b[99;5u"}, want: open + "blood" + shut + "\x1b[99;5u"},
		"Ctrl+C in it, in Cyrillic":            {reads: []any{open + "blood", "\x1b[1089::99;5u"}, want: open + "blood" + shut + "\x1b[1089::99;5u"},
		"Ctrl+C in it, in Cyrillic, as xterm":  {reads: []any{open + "blood", "\x1b[27;5;1089~"}, want: open + "blood" + shut + "\x1b[27;5;1089~"},
		"Ctrl+C in it, without a base":         {reads: []any{open + "blood", "\x1b[968;5u"}, want: open + "blood" + shut + "\x1b[968;5u"},
		"Ctrl+C in it, with Caps Lock":         {reads: []any{open + "blood", "\x1b[99;69u"}, want: open + "blood" + shut + "\x1b[99;69u"},
		"Ctrl+C in it, as Dvorak":              {reads: []any{open + "blood", "\x1b[99::105;5u"}, want: open + "blood" + shut + "\x1b[99::105;5u"},
		"Ctrl+J in it, as Dvorak":              {reads: []any{open + "blood", "\x1b[106::99;5u", shut}, want: open + "blood[106::99;5u" + shut},
		"Ctrl+L after a paste":                 {reads: []any{"n\rn\r", 50 * ms, "\x0c"}, want: open + "n\rn\r" + shut + "\x0c"},
		"Ctrl+L in a paste":                    {reads: []any{"heat\x0c"}, want: "\x0c" + open + "heat" + shut},
		"Ctrl+L in a torn key":                 {reads: []any{"\x1b[1;", "\x0cn"}, want: "\x0cn"},
		"Escape and Ctrl+L":                    {reads: []any{"\x1b\x0c"}, want: "\x1b[27u\x0c"},
		"an end without a paste":               {reads: []any{shut + "n"}, want: "n"},
		"two pastes and a key":                 {reads: []any{open + "a" + shut + open + "b" + shut, 100 * ms, "n"}, want: open + "a" + shut + open + "b" + shut + "n"},
		"more parameters than a decoder takes": {reads: []any{"\x1b[" + strings.Repeat("1;", 40) + "m\x1bP" + strings.Repeat("1;", 40) + "q\x1b\\n"}, want: "n"},
		"a click above the window":             {reads: []any{"\x1b[<0;5;-3Mn"}, want: "n"},
		"a drag to the left of it":             {reads: []any{"\x1b[<32;-1;7M", "\x1b[<0;-1;7m", "n"}, want: "n"},
		"the same, byte by byte":               {reads: []any{slowly("\x1b[<0;5;-3Mn")}, want: "n"},
		"a negative number":                    {reads: []any{"\x1b[-1un"}, want: "n"},
		"a forged mark":                        {reads: []any{"\x1b[?1000009;0$yn"}, want: "n"},
	} {
		t.Run(name, func(t *testing.T) {
			l := newLine(c.slow)
			got := ""
			for _, r := range c.reads {
				switch r := r.(type) {
				case string:
					got += l.read(r)
				case slowly:
					for i := range len(r) {
						got += l.read(string(r[i : i+1]))
						l.wait(15 * ms)
					}
				case time.Duration:
					l.wait(r)
				}
				for _, key := range l.sent {
					got += key
				}
				l.sent = nil
			}
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// Before each read stands how much had been written to the screen when it came.
func TestFrames(t *testing.T) {
	frames := 7
	in := New(strings.NewReader("n"), Options{Frames: func() int { return frames }})
	buf := make([]byte, 4096)
	n, _ := in.Read(buf)
	if got := string(buf[:n]); got != "\x1b[?1000007;0$yn" {
		t.Errorf("got %q", got)
	}
	for msg, want := range map[tea.Msg]int{
		tea.ModeReportMsg{Mode: ansi.DECMode(1000007)}: 7, tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput}: -1, tea.KeyPressMsg{}.Code: -1,
	} {
		if got, ok := Frames(msg); ok != (want >= 0) || ok && got != want {
			t.Errorf("%v: %d, %t", msg, got, ok)
		}
	}
}

// A paste of ten megabytes is read, and kept as far as any field takes it.
func TestLargePaste(t *testing.T) {
	l := newLine(false)
	got := l.read(open + strings.Repeat("pain ", 2<<20) + shut)
	l.wait(100 * ms)
	got += l.read("n")
	if !strings.HasPrefix(got, open+"pain ") || !strings.HasSuffix(got, shut+"n") || len(got) > maxPaste+20 {
		t.Errorf("%d bytes: %.40q … %q", len(got), got, got[max(len(got)-20, 0):])
	}
}

// The end of the input comes through, after what came before it.
func TestEnd(t *testing.T) {
	got, err := io.ReadAll(New(io.MultiReader(strings.NewReader("n"), strings.NewReader("\x1b[")), Options{}))
	if string(got) != "n" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	small := make([]byte, 2)
	in := New(strings.NewReader("abcdef"), Options{})
	var all bytes.Buffer
	for {
		n, err := in.Read(small)
		all.Write(small[:n])
		if err == io.EOF {
			break
		}
	}
	if all.String() != "abcdef" { // one by one, which is how they were read
		t.Errorf("%q", all.String())
	}
}

// Whatever comes, one read passes on whole keys, and no more typed characters than count as typed; and Ctrl+C ends it.
func FuzzReader(f *testing.F) {
	for _, s := range []string{"n\rn\r", "\x1b", "[C", open, shut, "\x1b]11;", "\x1b[1;5", "\x1bP1;2", "\x9b1", "\xe6", "\x1b\x1b\x1b", "\x1b[M", "\x1bO5"} {
		f.Add(s, "n", uint16(60))
	}
	f.Fuzz(func(t *testing.T, first, second string, pause uint16) {
		l := newLine(false)
		for _, s := range []string{first, second} {
			out := l.read(s)
			if len(s) < 2000 && len(out) > 4096 {
				t.Errorf("%q became %d bytes", s, len(out))
			}
			typed := 0
			for b := []byte(withoutPastes(t, out)); len(b) > 0; {
				n, whole := next(b)
				if !whole && !isString(b) {
					t.Fatalf("%q became %q, which ends within a key", s, out)
				}
				if isTyped(b[:n]) {
					typed++
				}
				b = b[n:]
			}
			if typed > MaxTyped {
				t.Errorf("%q became %q", s, out)
			}
			l.wait(time.Duration(pause) * ms)
		}
		if out := l.read("\x03"); !strings.HasSuffix(out, "\x03") {
			t.Errorf("after %q and %q Ctrl+C became %q", first, second, out)
		}
	})
}

func withoutPastes(t *testing.T, s string) string {
	t.Helper()
	for {
		before, after, ok := strings.Cut(s, open)
		if !ok {
			return s
		}
		_, rest, ok := strings.Cut(after, shut)
		if !ok {
			t.Fatalf("a paste has no end: %q", s)
		}
		s = before + rest
	}
}
