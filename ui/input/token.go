package input

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	escape     = "\x1b[27u" // the Escape key, spelled so that nothing after it can change what it is
	pasteStart = ansi.BracketedPasteStart
	pasteEnd   = ansi.BracketedPasteEnd
	interrupt  = '\x03' // Ctrl+C
	redraw     = '\x0c' // Ctrl+L

	// maxParameters is how many parameters of a sequence are let through. No key, click or report has more than a dozen, and
	// the decoder that Bubble Tea reads with breaks at the thirty-third, where no panic is caught; not reported upstream.
	maxParameters = 24
)

// next returns the length of the key or report at the front of b, and whether all of it is there.
func next(b []byte) (n int, whole bool) {
	if !utf8.FullRune(b) {
		return len(b), false
	}
	if b[0] == ansi.ESC {
		if len(b) == 1 {
			return 1, false
		}
		if n, whole, ok := escaped(b); ok {
			return n, whole
		}
	}
	if broken := disordered.Find(b); broken != nil {
		return len(broken), broken[len(broken)-1] >= '@'
	}
	_, _, n, state := ansi.DecodeSequence(b, ansi.NormalState, nil)
	n = max(n, 1)
	switch seq, at := b[:n], bytes.IndexFunc(b, isUrgent); {
	case state != ansi.NormalState && at > 0:
		return at, true // Ctrl+C ends any sequence
	case state != ansi.NormalState:
		return n, rxvt.Match(seq)
	case isString(seq) && !ended(seq) && string(b[n:]) == "\x1b": // the first half of its end
		return len(b), false
	case string(seq) == "\x1b[M": // a mouse report of the old kind has three more bytes
		return min(len(b), n+3), len(b) >= n+3
	case string(seq) == "\x1b[[": // a function key of the Linux console has one more
		return min(len(b), n+1), len(b) > n
	}
	return n, true
}

// rxvt spells keys with Shift without the end that the standard asks for.
var rxvt = regexp.MustCompile(`^\x1b\[\d+\$$`)

// disordered is a sequence with a sign where none may be, as of a click above the window in some terminals: ESC [ < 0 ; 5 ; - 3 M. The
// decoder would end it at the sign, and take the rest for typed text.
var disordered = regexp.MustCompile(`^\x1b\[[0-?]*[ -/]+[0-?][ -?]*(?:[@-~]|$)`)

// escaped is next for the nonstandard uses of Escape: another Escape, a key pressed with Alt, and the function keys of the
// VT100.
func escaped(b []byte) (n int, whole, ok bool) {
	switch c := b[1]; {
	case c == ansi.ESC && len(b) == 2: // two Escapes, or the beginning of a key with Alt
		return 2, false, true
	case isUrgent(rune(c)), c == ansi.ESC && b[2] != '[' && b[2] != 'O':
		return 1, true, true
	case c == ansi.ESC, c >= utf8.RuneSelf:
		n, whole := next(b[1:])
		return n + 1, whole, true
	case c <= '/' || c == ansi.DEL:
		return 2, true, true
	case c == 'O':
		n := 2
		for n < len(b) && b[n] >= '0' && b[n] <= '9' {
			n++
		}
		return min(n+1, len(b)), n < len(b), true
	}
	return 0, false, false
}

// isTyped reports whether a token can come from a paste: text, or a control character such as Enter. Sequences cannot, nor can
// the keys that must never be lost.
func isTyped(token []byte) bool {
	return token[0] != ansi.ESC && !isUrgent(rune(token[0])) && !ansi.HasCsiPrefix(token) && !isString(token)
}

// isUrgent reports whether a character is a key that is never lost in a paste or a broken sequence: Ctrl+C and Ctrl+L. They answer
// nothing, and a person presses them when something has gone wrong.
func isUrgent(c rune) bool { return c == interrupt || c == redraw }

// isString reports whether a token is a sequence with a text in it, as replies of the terminal are.
func isString(token []byte) bool {
	return ansi.HasOscPrefix(token) || ansi.HasDcsPrefix(token) || ansi.HasApcPrefix(token) || ansi.HasPmPrefix(token) || ansi.HasSosPrefix(token)
}

func ended(seq []byte) bool {
	return bytes.HasSuffix(seq, []byte{ansi.BEL}) || bytes.HasSuffix(seq, []byte{ansi.ST}) || bytes.HasSuffix(seq, []byte("\x1b\\"))
}

// meaningless reports whether a token is nothing that a terminal means: broken off, no UTF-8, too long for the decoder, the end of a
// paste that never began, a key that is unknown even on the Linux console, or the Reader's own mark.
func meaningless(token []byte) bool {
	if bytes.HasPrefix(token, []byte("\x1b\x1b")) { // a key pressed with Alt
		token = token[1:]
	}
	switch {
	case isString(token):
		return !ended(token) || ansi.HasDcsPrefix(token) && separators(token) > maxParameters
	case disordered.Match(token), string(token) == pasteEnd, string(token) == "\x1b[", bytes.HasPrefix(token, []byte("\x1b[[")) && consoleKey(token) == string(token), marks.Match(token):
		return true
	case ansi.HasCsiPrefix(token):
		end := token[len(token)-1]
		return (end < '@' || end > '~') && !rxvt.Match(token) && !bytes.HasPrefix(token, []byte("\x1b[M")) ||
			separators(token) > maxParameters
	}
	return !utf8.Valid(token)
}

// consoleKey spells the function keys of the Linux console, F1 to F5, as every other terminal does.
func consoleKey(token []byte) string {
	if len(token) == 4 && bytes.HasPrefix(token, []byte("\x1b[[")) && token[3] >= 'A' && token[3] <= 'E' {
		return [...]string{"\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~"}[token[3]-'A']
	}
	return string(token)
}

func separators(token []byte) int {
	return bytes.Count(token, []byte(";")) + bytes.Count(token, []byte(":"))
}

var marks = regexp.MustCompile(`^(?:\x1b\[|\x9b)\?\d{7,};\d*\$y$`)

// opens reports whether b goes on with a sequence that an Escape before it began.
func opens(b []byte) bool { return strings.IndexByte("[O]P_^X", b[0]) >= 0 || string(b) == "\x1b" }

// isReport reports whether b is, or begins, a report that terminals send as a string: of a color or the clipboard, of a setting,
// a capability, or a name, or of a picture.
func isReport(b []byte) bool { return reports.Match(b) }

var reports = regexp.MustCompile(`(?s)^\x1b(?:\](?:\d*|\d+;.*)|P[0-9>!+=$].*|_G.*)$`)

// isTail reports whether b is the rest of a sequence that lost its Escape. A person cannot type that many characters at once.
func isTail(b []byte) bool { return tail.Match(b) }

var tail = regexp.MustCompile(`^(?:\[[0-9:;<=>?]*[@-~A-Za-z]|\[[0-9;<=>?]|O[A-DFHP-Sj-yM]|\]\d|[P_^X][0-9>!+=G])`)

// onlyInterrupts reports whether the input is Ctrl+C, in any encoding and from any keyboard.
func onlyInterrupts(b []byte) bool {
	for len(b) > 0 {
		n, whole := next(b)
		if !whole || !isInterrupt(b[:n]) {
			return false
		}
		b = b[n:]
	}
	return true
}

func isInterrupt(token []byte) bool {
	if token[0] == interrupt {
		return true
	}
	m := controlled.FindSubmatch(token)
	if m == nil {
		return false
	}
	key, base := codeOf(m[1], m[3]), codeOf(m[2])
	if latin, ok := Latin(key); ok {
		key = latin
	}
	return key == 'c' || key >= utf8.RuneSelf && base == 'c'
}

// controlled is a key pressed with Ctrl, whatever locks are on: as kitty spells it, with the same key of an American keyboard as
// the third number, or as xterm does.
var controlled = regexp.MustCompile(`^\x1b\[(?:(\d+)(?::\d*(?::(\d+))?)?;(?:5|69|133|197)(?::[12])?u|27;(?:5|69|133|197);(\d+)~)$`)

// codeOf is the character with the first of these codes that is there.
func codeOf(codes ...[]byte) rune {
	for _, code := range codes {
		if n, err := strconv.Atoi(string(code)); err == nil && n <= unicode.MaxRune {
			return rune(n)
		}
	}
	return 0
}

// textOf is what a paste says, without what would act rather than be read.
func textOf(b []byte) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return r
		}
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(string(b), ""))
}
