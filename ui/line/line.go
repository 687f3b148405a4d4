// Package line asks the same questions line by line: for screen readers, for simple terminals, and for pipes.
//
// [Run] asks, reads answers from a reader, prints the result to a writer, and returns how it ended. Questions, order, and words
// are those of the full screen, since both ask through guide.Interview.
//
// The output is plain text in lines of limited width: no color, no cursor movement, no boxes. An empty line, a word that is not
// understood, and the end of the input answer no question.
package line

import (
	"context"
	"errors"
	"io"

	"knead/content"
	"knead/guide"
)

// Options say what is asked, and how it is written.
type Options struct {
	Guide   *guide.Guide
	Library *content.Library
	Purpose string // the intended purpose, printed first
	Width   int    // columns of a line; 72 when it is not positive
	// Echo writes down what was read, without control characters: for an input that no terminal shows, such as a pipe.
	Echo bool
	// Ahead drops what the terminal has received but nobody has read yet, and reports whether that was anything. It is called before
	// each prompt: a line that was entered before its question was written, as when several are pasted, answers nothing. Nil takes
	// every line, as from a pipe.
	Ahead func() bool
	// ASCII writes signs that are not in ASCII with those that are.
	ASCII bool
	// Answers were given earlier, and the questions continue after them. Nil starts from the beginning.
	Answers guide.Answers

	// prompted is for tests: what is put, a question or, without one, the page that is none.
	prompted func(w *walk, q guide.Asked)
}

// Ending says how a session ended.
type Ending uint8

// How a session ends.
const (
	Finished    Ending = iota // the result was printed
	Stopped                   // a warning ended the questions, and was printed
	Left                      // the person left before that
	EndOfInput                // the input ended before that; the answers so far were written as a file of answers
	Interrupted               // the context ended before that; the answers so far were written as a file of answers
)

// Outcome is how a session ended, and what was said until then.
type Outcome struct {
	Ending  Ending
	Answers guide.Answers
}

// Run asks the questions and prints the result, until the person leaves, the input ends, or ctx is done. It returns an error
// only if reading or writing fails. The end of the input is not an error.
//
// Input is read in a separate goroutine, so that an interruption does not wait for a line. That goroutine ends with the input,
// so after an interruption it may keep reading from in until then.
func Run(ctx context.Context, o Options, in io.Reader, out io.Writer) (Outcome, error) {
	if o.Width <= 0 {
		o.Width = defaultWidth
	}
	lines := listen(in)
	defer lines.stop()
	s := &session{Options: o, in: lines, out: newPrinter(out, o.Width, o.ASCII)}
	ending, err := s.run(ctx)
	if s.out.err != nil {
		err = s.out.err
	}
	return Outcome{ending, s.walk.Answers()}, err
}

const defaultWidth = 72

// Why a session goes no further.
var (
	errLeft        = errors.New("left")
	errEnd         = errors.New("end of input")
	errInterrupted = errors.New("interrupted")
)

// session is one run.
type session struct {
	Options
	in   *lines
	out  *printer
	walk *walk

	told   Ending // how far it has come: Finished or Stopped after that was printed, Left before
	page   string // the page whose header was written last
	before guide.Answers
	offer  string // the line that "yes" to "did you mean" is short for
}

func (s *session) run(ctx context.Context) (Ending, error) {
	s.begin(s.Answers)
	s.introduce()
	for {
		switch err := s.step(ctx); {
		case err == nil:
		case errors.Is(err, errLeft):
			return s.told, nil
		case errors.Is(err, errInterrupted):
			if s.told == Left {
				s.hand("You stopped before the questions ended, and nothing more was answered.")
				return Interrupted, nil
			}
			return s.told, nil
		case errors.Is(err, errEnd):
			if s.told == Left {
				s.hand("The input ended before the questions did, and nothing more was answered.")
				return EndOfInput, nil
			}
			return s.told, nil
		default:
			return Interrupted, err
		}
	}
}

// begin starts the questions, or goes on behind answers given earlier.
func (s *session) begin(answers guide.Answers) {
	i := s.Guide.Start()
	if len(answers) > 0 {
		i = s.Guide.Resume(answers)
	}
	s.walk = newWalk(i)
	s.told, s.page, s.before = Left, "", nil
}

// step does what comes next: a question, the review, or the end of the questions.
func (s *session) step(ctx context.Context) error {
	switch s.walk.Page() {
	case guide.StopPage:
		return s.stop(ctx)
	case guide.ReviewPage:
		return s.review(ctx)
	}
	q, ok := s.walk.current()
	if !ok {
		return s.walk.forward()
	}
	return s.question(ctx, q)
}

// read waits for a line. A line that was probably entered by mistake, such as an arrow key, is reported, and read waits again.
// A yes to "did you mean" counts as the suggested line, and a no answers nothing.
func (s *session) read(ctx context.Context, prompt string) (string, error) {
	offer := s.offer
	s.offer = ""
	for {
		if s.Ahead != nil && s.in.drop(s.Ahead) {
			s.out.para("What you entered before this was written was not taken.")
		}
		s.out.prompt(prompt)
		if s.out.err != nil {
			return "", s.out.err
		}
		in, err := s.in.next(ctx)
		if err != nil {
			s.out.newline()
			return "", err
		}
		if s.Echo {
			s.out.echo(in.text)
		}
		switch reply := replyOf(in.text); {
		case in.problem != "":
			s.out.para(in.problem)
		case offer != "" && reply == yes:
			return offer, nil
		case offer != "" && (reply == no || reply == noneOf):
			s.out.para("Not that, then. Say it in other words, or type its number.")
			offer = ""
		default:
			return in.text, nil
		}
	}
}

// prompts reports to a test which questions are asked.
func (s *session) prompts(q guide.Asked) {
	if s.prompted != nil {
		s.prompted(s.walk, q)
	}
}

// introduce says what this is for and how to answer.
func (s *session) introduce() {
	p := s.out
	p.para("Knead, line by line")
	if s.Purpose != "" {
		p.blank()
		p.para(s.Purpose)
	}
	p.blank()
	p.para("One question at a time. Type the number of an answer and press Enter; several as 1 3 7. Type help to hear what else can be typed, and quit to leave. Nothing you type is kept.")
	if n := len(s.walk.Given()); n > 0 {
		p.blank()
		p.para(sentence(counted(n, "earlier answer is kept", "earlier answers are kept")) + " Type review to hear them.")
	}
}

// counted is a number of things in words.
func counted(n int, one, many string) string {
	if n == 1 {
		return guide.Number(n) + " " + one
	}
	return guide.Number(n) + " " + many
}

// hand writes what was said so far as a file of answers, after the reason for it.
func (s *session) hand(why string) {
	p := s.out
	p.blank()
	p.para(why)
	file := File(s.Guide, s.walk.Answers())
	if file == "" {
		return
	}
	p.para("Your answers so far are below, in the format “knead assess” reads.")
	p.blank()
	p.verbatim(file)
}
