package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/report"
	"knead/ui"
	"knead/ui/keep"
	"knead/ui/line"
	"knead/ui/theme"
)

// screensGC keeps the heap of a program that stays open small: pages leave much behind that is garbage at once.
const screensGC = 50

// Screens shows a session: on the whole screen, or line by line.
func Screens(s Session) error {
	ctx, cancel := untilSignal()
	defer cancel()
	if err := enoughFiles(mostFiles); err != nil {
		return err
	}
	if s.Demo == nil { // a demo for the public keeps nothing
		defer sweep(keep.Default(""))()
	}
	s.Guide = afterStart(s.Guide)
	if s.Plain {
		return lines(ctx, s)
	}
	o := ui.Options{
		Library: s.Library, Guide: s.Guide, Purpose: report.Purpose, Theme: theme.Name(s.Theme), Plain: s.NoColor,
		Background: background(s.Env), ASCII: s.ASCII, Hyperlinks: hyperlinks(s.Env), Bare: bare(s.Env),
		Save: func(name string, data []byte) (string, error) {
			path, err := keep.New(".", name, data)
			return path, brief(err)
		},
	}
	o.Stop, o.Resized = stop(ctx), resized(ctx)
	if s.Demo != nil && s.Demo.Loop { // visitors have no shell to resume it from
		o.Stop.Resumable = nil
	}
	if s.Reader {
		o.Read = s.Page
		if o.Read == "" {
			o.Read = "/"
		}
	}
	o.Demo, o.ReducedMotion = s.Demo, s.ReducedMotion
	if s.Demo != nil { // nobody's answers: nothing to go on with, and nothing to keep
		return ended(ctx, ui.Run(ctx, o, s.In, s.Out, s.Env))
	}
	store := keep.Default("")
	if store.Path() != "" {
		o.Keep = func(r guide.Record) error { return brief(store.Keep(s.Library.Version(), r)) }
		o.Forget = func() error { _, err := store.Forget(); return brief(err) }
	}
	switch kept, err := store.Load(); {
	case err == nil:
		o.Kept = &ui.Kept{Record: kept.Record, Saved: kept.Saved, Same: kept.Content == s.Library.Version()}
	case !errors.Is(err, keep.ErrNothing):
		o.KeptProblem = "Your kept answers cannot be used: " + brief(err).Error()
	}
	return ended(ctx, ui.Run(ctx, o, s.In, s.Out, s.Env))
}

// afterStart sets the limit of the heap when the rules are made, which is done while the first screen is read: to collect garbage
// before that would delay it.
func afterStart(rules func() *guide.Guide) func() *guide.Guide {
	return func() *guide.Guide {
		debug.SetGCPercent(screensGC)
		return rules()
	}
}

// mostFiles is more than a session ever has open at once: it waits for input, reads the kept answers, and saves.
const mostFiles = 16

// sweep removes what interrupted saves have left, next to the answers and in the working folder. That folder may hold a great
// many files, so the first screen does not wait for it; wait does.
func sweep(store keep.Store) (wait func()) {
	store.Sweep()
	done := make(chan struct{})
	go func() {
		defer close(done)
		keep.Sweep(".", keep.Result)
	}()
	return func() { <-done }
}

// brief is an error for the one row that a screen has for it.
func brief(err error) error {
	if err == nil {
		return nil
	}
	return errors.New(document.Clean(keep.Reason(err)))
}

// environ looks a variable up; the last one counts.
func environ(env []string, name string) string {
	value := ""
	for _, pair := range env {
		if rest, ok := strings.CutPrefix(pair, name+"="); ok {
			value = rest
		}
	}
	return value
}

// background returns the terminal's background according to the environment, and "" if it is not known. COLORFGBG holds the
// numbers of two of the sixteen colors, the background last: the first seven and dark gray are dark. The Linux console is
// black.
func background(env []string) theme.Name {
	fields := strings.Split(environ(env, "COLORFGBG"), ";")
	switch n, err := strconv.Atoi(fields[len(fields)-1]); {
	case len(fields) < 2 || err != nil || n < 0 || n > 15:
	case n < 7 || n == 8:
		return theme.Dark
	default:
		return theme.Light
	}
	if environ(env, "TERM") == "linux" {
		return theme.Dark
	}
	return ""
}

// bare reports whether the terminal knows no operating system commands, and may show them as rubbish.
func bare(env []string) bool {
	term := environ(env, "TERM")
	return term == "" || term == "dumb" || simple(term)
}

// simple reports whether a terminal of this name is an old or a small one: ASCII only, and no operating system commands.
func simple(term string) bool {
	return term == "linux" || strings.HasPrefix(term, "vt") || term == "ansi" || term == "cygwin"
}

// hyperlinks reports whether the terminal may be given addresses as links.
func hyperlinks(env []string) bool {
	return !bare(env) && !strings.HasPrefix(environ(env, "TERM"), "screen")
}

// errEnded reports that the input ended before the questions did.
var errEnded = errors.New("the input ended before the questions did; your answers so far are printed above, in the format knead assess reads")

// lines runs the guide line by line. A pipe shows nothing of what was read, so that is written down with it. A person whose output
// goes elsewhere, as with "knead > file", is asked on the terminal, and only the result goes where the output goes.
func lines(ctx context.Context, s Session) error {
	o := line.Options{Guide: s.Guide(), Library: s.Library, Purpose: report.Purpose, Width: s.Width, ASCII: s.ASCII}
	_, typing := terminal(s.In)
	o.Echo = !typing
	if fd, ok := terminal(s.In); ok {
		o.Ahead = func() bool { return dropInput(fd) }
	}
	_, seen := terminal(s.Out)
	if !typing || seen {
		outcome, err := line.Run(ctx, o, s.In, s.Out)
		if err == nil && outcome.Ending == line.EndOfInput {
			return errEnded
		}
		return ended(ctx, err)
	}
	screen, done, err := otherwise(s.Err)
	if err != nil {
		return err
	}
	defer done()
	o.Width, o.Purpose = width(screen), elsewhere+" "+o.Purpose
	outcome, err := line.Run(ctx, o, s.In, screen)
	if err == nil {
		err = s.Print(leftOver(o.Guide, outcome, width(s.Out)))
	}
	if err == nil && outcome.Ending == line.EndOfInput {
		err = errEnded
	}
	return ended(ctx, err)
}

// elsewhere is said where the output of the program is not what the person sees.
const elsewhere = "The output goes to a file or another program, so the questions are asked here, and only the result goes there."

// otherwise returns the terminal where the output is not one: standard error, or the terminal of the process.
func otherwise(errors io.Writer) (screen io.Writer, done func(), err error) {
	if _, ok := terminal(errors); ok {
		return errors, func() {}, nil
	}
	in, out, err := tea.OpenTTY()
	if err != nil {
		return nil, nil, fmt.Errorf("the output is not a terminal, so no one would see the questions; run knead without > and |, or use knead assess FILE: %w", err)
	}
	return out, func() { _, _ = in.Close(), out.Close() }, nil // nothing is left to write
}

// leftOver is what a session has to say to a file: the result, or the answers where it was broken off.
func leftOver(g *guide.Guide, o line.Outcome, width int) string {
	switch o.Ending {
	case line.Finished, line.Stopped:
		a := g.Assess(o.Answers)
		return report.New(g, a, g.Changes(o.Answers)).Text(width)
	case line.EndOfInput, line.Interrupted:
		return line.File(g, o.Answers)
	case line.Left:
	}
	return ""
}

// forget shows what is kept, and erases it together with what interrupted saves have left here.
func (r *run) forget() error {
	store := keep.Default("")
	kept, err := store.Load()
	nothing := errors.Is(err, keep.ErrNothing)
	switch {
	case nothing:
	case err != nil: // report it, and erase it all the same
		r.complain(err)
	default:
		out := fmt.Sprintf("Kept on %s in %s:\n", kept.Saved.Format("January 2, 2006 15:04"), store.Path())
		for _, line := range kept.Answers {
			out += "  " + document.Clean(line) + "\n"
		}
		if err := r.print(out); err != nil {
			return err
		}
	}
	erased, err := store.Forget()
	out := ""
	for _, path := range erased {
		out += "Erased: " + document.Clean(path) + "\n"
	}
	for _, path := range keep.Sweep(".", keep.Result) {
		out += "Erased, left by an interrupted save: " + document.Clean(path) + "\n"
	}
	if nothing && out == "" && err == nil {
		out = "Nothing is kept.\n"
	}
	return errors.Join(r.print(out), err)
}
