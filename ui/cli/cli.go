// Package cli is the command line of Knead: its commands, their flags, and the exit codes that scripts rely on.
//
// [Main] is the whole program, as a function of its arguments, environment, and streams. main calls it, and so do tests.
//
// Standard output has the answer and nothing else. Errors go to standard error, in lower case after "knead: ". They say what is
// wrong, where, and how to fix it.
package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
	"time"

	"knead/content"
	"knead/guide"
	"knead/guide/document"
	"knead/ui"
)

// The exit codes. A run that a signal ends has 128 and the number of the signal, as shells have it.
const (
	done   = 0 // the answer was given
	failed = 1 // a check failed
	wrong  = 2 // bad input: nothing was answered
)

// Program is what the commands need from outside. The zero Program has no screens.
type Program struct {
	// UI shows the screens until the person leaves. Without it there are only the commands that print.
	UI func(Session) error
	// Now is the clock, for the review dates that check looks at; nil is the machine's.
	Now func() time.Time
}

// Session is what a command asks the screens to do.
type Session struct {
	Library *content.Library
	Guide   func() *guide.Guide // makes the rules
	Reader  bool                // open the library, not the questions
	Page    string              // the page to open; "" for the list
	Demo    *ui.Demo            // sample people play, and nobody is asked; nil otherwise

	Theme         string // auto, dark, light, contrast or plain
	NoColor       bool
	ASCII         bool // the terminal shows nothing else as it should be
	Plain         bool // line by line: requested, or the terminal can do no more
	ReducedMotion bool
	Width         int // columns of a line

	// Print writes an answer to the standard output of the program, which is Out unless the screens are elsewhere.
	Print func(answer string) error

	In  io.Reader
	Out io.Writer
	Err io.Writer
	Env []string
}

// Main runs the program and returns its exit code. Args are the arguments without the program's name; env has the form of
// os.Environ.
func Main(args, env []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return Program{}.Main(args, env, stdin, stdout, stderr)
}

// Main is Main with the screens of this Program.
func (p Program) Main(args, env []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if p.Now == nil {
		p.Now = time.Now
	}
	r := &run{Program: p, env: env, in: stdin, out: stdout, err: stderr}
	root := r.root()
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would read the process's own
	err := root.Execute()
	if err == nil {
		err = r.unhelped
	}
	var signaled signalError
	switch {
	case errors.As(err, &signaled):
		return signaled.code()
	case err == nil, errors.Is(err, errDone), broken(err):
		return done
	case errors.As(err, new(checkError)):
		r.complain(err)
		return failed
	}
	r.complain(err)
	return wrong
}

// run is one run of the program: its streams, its flags, and the content once it is loaded.
type run struct {
	Program
	env   []string
	in    io.Reader
	out   io.Writer
	err   io.Writer
	flags flags

	library *content.Library
	guide   *guide.Guide

	unhelped error // why help could not be printed
}

// errDone ends a run that has given its answer before its command began.
var errDone = errors.New("done")

// checkError reports that a check ran, and failed.
type checkError struct{ error }

// complain prints an error, with the program's name before every line. The error may quote files and arguments, so escape
// sequences are removed.
func (r *run) complain(err error) {
	fmt.Fprintf(shown{r, r.err}, "knead: %s\n", strings.ReplaceAll(document.CleanLines(err.Error()), "\n", "\nknead: "))
}

// print writes the whole answer at once, for people.
func (r *run) print(answer string) error { return r.write(shown{r, r.out}, answer) }

// helpOut is where help goes. Cobra prints an error of writing it, and then exits as if nothing were wrong; so the run keeps it.
type helpOut run

func (h *helpOut) Write(p []byte) (int, error) {
	r := (*run)(h)
	if err := r.print(string(p)); err != nil && r.unhelped == nil {
		r.unhelped = err
	}
	return len(p), nil
}

// write writes the whole answer at once.
func (r *run) write(out io.Writer, answer string) error {
	if _, err := io.WriteString(out, answer); err != nil {
		return fmt.Errorf("cannot write the output: %w", err)
	}
	return nil
}

// broken reports whether the reader of the output has gone, which is not an error: knead … | head.
func broken(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
