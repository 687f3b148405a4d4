package ui

import (
	"bytes"
	"io"
	"runtime"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// firstScreen is the App, with its first screen shown before Bubble Tea does, which draws on a clock and is some ten
// milliseconds later (charmbracelet/bubbletea#1776 would draw at once): its own first frame then replaces this one by the same.
//
// There is nothing to show yet where a page is opened or a demo plays; and where the terminal may not know the alternate
// screen, or must be told first that it is to be used, it is left to Bubble Tea.
func (a App) firstScreen(out io.Writer, profile colorprofile.Profile) tea.Model {
	f, ok := out.(term.File)
	if !ok || a.options.Read != "" || a.options.Demo != nil || a.options.Bare || runtime.GOOS == "windows" {
		return a
	}
	width, height, err := term.GetSize(f.Fd())
	if err != nil || width <= 0 || height <= 0 {
		return a
	}
	first := a
	first.environment(tea.WindowSizeMsg{Width: width, Height: height})
	first.fitNote()
	a.gate.settle(first.sight()) // Bubble Tea's first frame brings nothing new
	var b bytes.Buffer
	b.WriteString(ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + ansi.EraseEntireScreen + ansi.CursorHomePosition)
	rows := colorprofile.Writer{Forward: &b, Profile: profile}
	_, _ = rows.WriteString(strings.ReplaceAll(first.View().Content, "\n", "\r\n")) // a Buffer takes everything
	return opening{a, func() { _, _ = f.Write(b.Bytes()) }}
}

// opening is the App until it is first updated. Bubble Tea calls Init when keys are read raw already, or the first could be
// lost, and before its own first frame. What cannot be written is told by Bubble Tea, which has the same output.
type opening struct {
	App
	show func()
}

func (o opening) Init() tea.Cmd {
	o.show()
	return o.App.Init()
}
