package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"knead/content"
	"knead/guide"
	"knead/ui/handout"
	"knead/ui/theme"
)

// Options say how to start.
type Options struct {
	Library *content.Library
	// Guide makes the rules. It is called once, and not before the first screen stands.
	Guide   func() *guide.Guide
	Purpose string // the intended purpose, for the first screen
	Theme   theme.Name
	// Background is Dark or Light where the environment says what the terminal's background is. The terminal's own answer counts
	// for more.
	Background theme.Name
	ASCII      bool // signs in ASCII only
	Plain      bool // a terminal without colours
	Colours    int  // that the terminal has, 16 or 256; 0 is as many as there are, until it says otherwise
	// Hyperlinks says that the terminal may be given addresses as links (OSC 8).
	Hyperlinks bool
	// Bare says that the terminal knows no operating system commands (OSC): it has no clipboard, and tells no colours.
	Bare bool
	// Keep writes answers down for the next time; nil where there is no place for it. It is called in a command.
	Keep func(guide.Record) error
	// Forget erases what was kept; nil where nothing can be.
	Forget func() error
	// Save writes a new file that the person asked for, and returns its path; nil where nothing can be written.
	Save handout.Save
	// Kept is what was kept the last time, nil for nothing, and KeptProblem why it cannot be used.
	Kept        *Kept
	KeptProblem string
	// Now is the clock, for the age of what was kept and for what the gate takes for an accident; nil is the machine's.
	Now func() time.Time
	// Read opens the library at once: on a page, or on its list for "/".
	Read string
	// Demo lets sample people go through the screens, instead of a person; nil for a person.
	Demo *Demo
	// ReducedMotion says that nothing may move on its way.
	ReducedMotion bool
	// Wait hands a message back after a time; nil is a clock.
	Wait func(time.Duration, tea.Msg) tea.Cmd
	// Stop is how the program is stopped and goes on, as with Ctrl+Z in a shell.
	Stop Stop
	// Resized yields when the window was resized while the program started.
	Resized <-chan struct{}
}

// Kept is answers that were kept on this machine.
type Kept struct {
	guide.Record
	Saved time.Time
	Same  bool // they were given to the content of today
}

// colours takes in what the terminal can show.
func (o *Options) colours(p colorprofile.Profile) {
	switch {
	case p <= colorprofile.ASCII:
		o.Plain = true
	case p == colorprofile.ANSI:
		o.Colours = 16
	case p == colorprofile.ANSI256:
		o.Colours = 256
	default:
		o.Colours = 0
	}
}

// look is a theme with the signs and colours that the terminal has.
func (o Options) look(name theme.Name) *theme.Theme { return theme.NewIn(o.Colours, name, o.ASCII) }
