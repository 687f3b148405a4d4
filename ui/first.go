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

// firstScreen is the App, with its first screen written before Bubble Tea writes it. Bubble Tea draws on a clock and is some
// ten milliseconds later (charmbracelet/bubbletea#1776 would draw at once); its own first frame then replaces this one with the
// same content.
//
// When a page is opened or a demo plays, there is nothing to show yet. A terminal that may not have an alternate screen, or
// that must be asked to use it first, is left to Bubble Tea.
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

// opening is the App until its first update. Bubble Tea calls Init after it begins to read raw keys, so that the first key is
// not lost, and before its own first frame. If writing fails, Bubble Tea reports it, because it uses the same output.
type opening struct {
	App
	show func()
}

func (o opening) Init() tea.Cmd {
	o.show()
	return o.App.Init()
}
