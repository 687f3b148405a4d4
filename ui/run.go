package ui

import (
	"context"
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"
)

// framesPerSecond is the largest rate that Bubble Tea accepts. The first frame and the answer to a key wait for the next
// tick, so twice the default rate halves both, for some milliseconds of processor time in an idle second.
const framesPerSecond = 120

// Run shows the App until the person leaves, or ctx ends. Whatever happens, the terminal is restored before it returns. Being
// interrupted is a way to leave, not an error.
func Run(ctx context.Context, o Options, in io.Reader, out io.Writer, env []string) error {
	p := tea.NewProgram(
		New(o), tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithEnvironment(env), tea.WithFPS(framesPerSecond),
	)
	_, err := p.Run()
	if errors.Is(err, tea.ErrInterrupted) || ctx.Err() != nil {
		return nil
	}
	return err
}
