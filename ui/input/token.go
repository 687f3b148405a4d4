package input

import (
	"bytes"
	"regexp"
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
	_, _, n, state := ansi.DecodeSequence(b, ansi.NormalState, nil)
	n = max(n, 1)
	switch seq := b[:n]; {
	case state != ansi.NormalState && bytes.IndexByte(b, interrupt) > 0:
		return bytes.IndexByte(b, interrupt), true // Ctrl+C ends any sequence
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

// escaped is next for the nonstandard uses of Escape: another Escape, a key pressed with Alt, and the function keys of the
// VT100.
func escaped(b []byte) (n int, whole, ok bool) {
	switch c := b[1]; {
	case c == interrupt, c == ansi.ESC && (len(b) == 2 || b[2] != '[' && b[2] != 'O'):
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

// isTyped reports whether a token can come from a paste: text, or a control character such as Enter. Ctrl+C and sequences
// cannot.
func isTyped(token []byte) bool {
	return token[0] != ansi.ESC && token[0] != interrupt && !ansi.HasCsiPrefix(token) && !isString(token)
}

// isString reports whether a token is a sequence with a text in it, as replies of the terminal are.
func isString(token []byte) bool {
	return ansi.HasOscPrefix(token) || ansi.HasDcsPrefix(token) || ansi.HasApcPrefix(token) || ansi.HasPmPrefix(token) || ansi.HasSosPrefix(token)
}

func ended(seq []byte) bool {
	return bytes.HasSuffix(seq, []byte{ansi.BEL}) || bytes.HasSuffix(seq, []byte{ansi.ST}) || bytes.HasSuffix(seq, []byte("\x1b\\"))
}

// meaningless reports whether a token is nothing that a terminal means: broken off, no UTF-8, too long for the decoder, the end of a
// paste that never began, a key that only the Linux console has, or the Reader's own mark.
func meaningless(token []byte) bool {
	if bytes.HasPrefix(token, []byte("\x1b\x1b")) { // a key pressed with Alt
		token = token[1:]
	}
	switch {
	case isString(token):
		return !ended(token) || ansi.HasDcsPrefix(token) && separators(token) > maxParameters
	case string(token) == pasteEnd, string(token) == "\x1b[", bytes.HasPrefix(token, []byte("\x1b[[")), marks.Match(token):
		return true
	case ansi.HasCsiPrefix(token):
		end := token[len(token)-1]
		return (end < '@' || end > '~') && !rxvt.Match(token) && !bytes.HasPrefix(token, []byte("\x1b[M")) ||
			separators(token) > maxParameters
	}
	return !utf8.Valid(token)
}

func separators(token []byte) int {
	return bytes.Count(token, []byte(";")) + bytes.Count(token, []byte(":"))
}

var marks = regexp.MustCompile(`^(?:\x1b\[|\x9b)\?\d{7,};\d*\$y$`)

// opens reports whether b goes on with a sequence that an Escape before it began.
func opens(b []byte) bool {
	return b[0] == '[' || b[0] == 'O' || len(b) > 1 && strings.IndexByte("]P_^X", b[0]) >= 0
}

// isTail reports whether b is the rest of a sequence that lost its Escape. A person cannot type that many characters at once.
func isTail(b []byte) bool { return tail.Match(b) }

var tail = regexp.MustCompile(`^(?:\[[0-9:;<=>?]*[@-~A-Za-z]|\[[0-9;<=>?]|O[A-DFHP-Sj-yM]|\]\d|[P_^X][0-9>!+=G])`)

// onlyInterrupts reports whether the input is Ctrl+C, in any encoding.
func onlyInterrupts(b []byte) bool { return interrupts.Match(b) }

var interrupts = regexp.MustCompile(`^(?:\x03|\x1b\[(?:99|\d+:\d*:99)(?:;5(?::1)?)u)+$`)

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
