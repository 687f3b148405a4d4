package termtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// modes reads what a program writes and remembers what it changed in the terminal. It is apart from the emulator, so that
// what the emulator does not know is noticed too.
type modes struct {
	parser      *ansi.Parser
	private     map[int]bool // what the program set or reset with CSI ? n h and l
	keyboard    [2][]int     // kitty keyboard flags, pushed on the main and on the alternate screen
	otherKeys   int          // xterm's modifyOtherKeys
	keypad      bool
	cursorStyle int
	colors      map[int]bool // OSC 10, 11, 12: the terminal's own ink, ground and cursor
	progress    bool         // OSC 9;4: a progress bar in the title
}

func newModes() *modes {
	m := &modes{parser: ansi.NewParser()}
	m.reset()
	m.parser.SetHandler(ansi.Handler{HandleCsi: m.csi, HandleEsc: m.esc, HandleOsc: m.osc})
	return m
}

func (m *modes) reset() {
	*m = modes{parser: m.parser, private: map[int]bool{}, colors: map[int]bool{}}
}

func (m *modes) feed(p []byte) { m.parser.Parse(p) }

func (m *modes) on(mode int) bool { return m.private[mode] }

// opening reports whether the program has entered the alternate screen, but has not yet said how it wants keys and pastes. Knead draws
// some milliseconds before Bubble Tea says so; a person takes longer to press the first key.
func (m *modes) opening() bool {
	_, said := m.private[bracketed]
	return m.on(1049) && !said
}

// hidden reports whether the cursor is hidden: it shows unless it was reset.
func (m *modes) hidden() bool { return m.unset(25) }

func (m *modes) unset(mode int) bool {
	on, touched := m.private[mode]
	return touched && !on
}

func (m *modes) csi(cmd ansi.Cmd, p ansi.Params) {
	first, _, _ := p.Param(0, 0)
	switch cmd {
	case ansi.Cmd(ansi.Command('?', 0, 'h')), ansi.Cmd(ansi.Command('?', 0, 'l')):
		for _, mode := range p {
			m.private[mode.Param(0)] = cmd.Final() == 'h'
		}
	case ansi.Cmd(ansi.Command(0, '!', 'p')): // soft reset
		for _, mode := range []int{1, 6, 7, 25} {
			delete(m.private, mode)
		}
		m.keypad = false
	case ansi.Cmd(ansi.Command(0, ' ', 'q')):
		m.cursorStyle = first
	case ansi.Cmd(ansi.Command('>', 0, 'm')):
		if first == 4 {
			m.otherKeys, _, _ = p.Param(1, 0)
		}
	case ansi.Cmd(ansi.Command('>', 0, 'u')):
		flags := m.flags()
		*flags = append(*flags, first)
	case ansi.Cmd(ansi.Command('<', 0, 'u')):
		flags := m.flags()
		*flags = (*flags)[:max(0, len(*flags)-max(1, first))]
	case ansi.Cmd(ansi.Command('=', 0, 'u')):
		m.setFlags(first, p)
	}
}

// flags is the stack of the screen in use.
func (m *modes) flags() *[]int {
	if m.on(1049) || m.on(1047) || m.on(47) {
		return &m.keyboard[1]
	}
	return &m.keyboard[0]
}

func (m *modes) setFlags(flags int, p ansi.Params) {
	stack := m.flags()
	if len(*stack) == 0 {
		*stack = []int{0}
	}
	top := &(*stack)[len(*stack)-1]
	switch how, _, _ := p.Param(1, 1); how {
	case 2:
		*top |= flags
	case 3:
		*top &^= flags
	default:
		*top = flags
	}
}

func (m *modes) esc(cmd ansi.Cmd) {
	switch cmd.Final() {
	case '=':
		m.keypad = true
	case '>':
		m.keypad = false
	case 'c':
		m.reset()
	}
}

func (m *modes) osc(cmd int, data []byte) {
	_, value, _ := strings.Cut(string(data), ";")
	switch {
	case cmd >= 10 && cmd <= 12 && value != "?":
		m.colors[cmd] = true
	case cmd >= 110 && cmd <= 112:
		delete(m.colors, cmd-100)
	case cmd == 9 && strings.HasPrefix(value, "4;"):
		m.progress = value != "4;0" && !strings.HasPrefix(value, "4;0;")
	}
}

// left names what is not as a shell expects it, in a fixed order.
func (m *modes) left() []string {
	var left []string
	for mode, name := range map[int]string{
		1: "application cursor keys", 6: "origin mode", 9: "mouse (9)", 47: "alternate screen (47)", 1000: "mouse clicks",
		1001: "mouse highlights", 1002: "mouse drags", 1003: "mouse motion", 1004: "focus reports", 1005: "mouse in UTF-8",
		1006: "mouse in SGR", 1015: "mouse in urxvt", 1016: "mouse in pixels", 1047: "alternate screen (1047)",
		1049: "alternate screen", 2004: "bracketed paste", 2026: "synchronised output", 2027: "grapheme clusters",
		2031: "color scheme reports", 2048: "size reports",
	} {
		if m.on(mode) {
			left = append(left, name)
		}
	}
	if m.hidden() {
		left = append(left, "cursor hidden")
	}
	if m.unset(7) {
		left = append(left, "no line wrap")
	}
	if stack := m.keyboard[0]; len(stack) > 0 && stack[len(stack)-1] != 0 {
		left = append(left, "kitty keyboard")
	}
	if m.otherKeys != 0 {
		left = append(left, "modifyOtherKeys")
	}
	if m.keypad {
		left = append(left, "application keypad")
	}
	if m.cursorStyle > 1 {
		left = append(left, "cursor style")
	}
	for c := range m.colors {
		left = append(left, fmt.Sprintf("color (OSC %d)", c))
	}
	if m.progress {
		left = append(left, "progress bar")
	}
	slices.Sort(left)
	return left
}
