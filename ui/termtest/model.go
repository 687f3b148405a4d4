package termtest

import (
	"bytes"
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Run runs a model in this process until the test ends. The colors are those of the environment in the Options; further
// options of Bubble Tea come last and win.
func Run(t testing.TB, m tea.Model, o Options, more ...tea.ProgramOption) *Terminal {
	t.Helper()
	o = o.filled()
	x := newTerminal(t, o)
	ctx, cancel := context.WithCancel(context.Background())
	p := tea.NewProgram(m, append([]tea.ProgramOption{
		tea.WithContext(ctx), tea.WithInput(x.input), tea.WithOutput(newlines{x}), tea.WithWindowSize(o.Width, o.Height),
		tea.WithEnvironment(o.environ()), tea.WithColorProfile(colorprofile.Env(o.environ())), tea.WithoutSignals(),
	}, more...)...)
	model := &model{p: p, cancel: cancel, done: x.ended}
	x.program = model
	go func() {
		last, err := p.Run()
		model.last = last
		x.finish(outcome{err: err, code: exitCode(err)})
	}()
	t.Cleanup(model.stop)
	return x
}

func exitCode(err error) int {
	if err != nil {
		return 1
	}
	return 0
}

// model is a model in this process.
type model struct {
	p      *tea.Program
	cancel context.CancelFunc
	done   chan struct{}
	last   tea.Model // as it was in the end; read only when done
}

func (m *model) resize(width, height int) { m.p.Send(tea.WindowSizeMsg{Width: width, Height: height}) }

func (m *model) stop() {
	m.cancel()
	<-m.done
}

// Message hands the model a message that no terminal sends. It is for Run only.
func (x *Terminal) Message(msg tea.Msg) {
	x.t.Helper()
	m, ok := x.program.(*model)
	if !ok {
		x.t.Fatal("a process takes no messages")
	}
	m.p.Send(msg)
}

// Model waits for the end and returns the model as it was then. It is for Run only.
func (x *Terminal) Model() tea.Model {
	x.t.Helper()
	m, ok := x.program.(*model)
	if !ok {
		x.t.Fatal("a process has no model")
	}
	_ = x.Wait() // there is a last model however it ended
	return m.last
}

// newlines does what the line discipline of a real terminal does: without it, each row would start below the end of the
// one before.
type newlines struct{ x *Terminal }

func (n newlines) Write(p []byte) (int, error) {
	if _, err := n.x.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}
