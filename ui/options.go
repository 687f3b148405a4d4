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

// Options set how to start.
type Options struct {
	Library *content.Library
	// Guide makes the rules. It is called once, and only after the first screen is shown.
	Guide   func() *guide.Guide
	Purpose string // the intended purpose, for the first screen
	Theme   theme.Name
	// Background is Dark or Light if the environment specifies the terminal's background. The terminal's own answer takes
	// precedence.
	Background theme.Name
	ASCII      bool // signs in ASCII only
	Plain      bool // a terminal without colors
	Colors     int  // that the terminal has, 16 or 256; 0 is as many as there are, until it says otherwise
	// Hyperlinks is whether addresses may be sent to the terminal as links (OSC 8).
	Hyperlinks bool
	// Bare is whether the terminal knows no operating system commands (OSC): it has no clipboard, and does not report colors.
	Bare bool
	// Keep saves answers for the next time. It is nil if they cannot be saved. It is called in a command.
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
	// ReducedMotion turns off all animation.
	ReducedMotion bool
	// Wait hands a message back after a time; nil is a clock.
	Wait func(time.Duration, tea.Msg) tea.Cmd
	// Stop is how the program is stopped and goes on, as with Ctrl+Z in a shell.
	Stop Stop
	// Resized yields when the window was resized while the program started.
	Resized <-chan struct{}

	blanks bool // the terminal does not erase in color, so blanks are written
}

// Kept is answers that were kept on this machine.
type Kept struct {
	guide.Record
	Saved time.Time
	Same  bool // they were given to the content of today
}

// colors takes in what the terminal can show.
func (o *Options) colors(p colorprofile.Profile) {
	switch {
	case p <= colorprofile.ASCII:
		o.Plain = true
	case p == colorprofile.ANSI:
		o.Colors = 16
	case p == colorprofile.ANSI256:
		o.Colors = 256
	default:
		o.Colors = 0
	}
}

// look is a theme with the signs and colors that the terminal has.
func (o Options) look(name theme.Name) *theme.Theme { return theme.NewIn(o.Colors, name, o.ASCII) }
