//go:build linux || darwin

package termtest

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"reflect"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// Start runs a command in a pseudo-terminal of its own until the test ends. It is the leader of its session, so the
// terminal's signals reach it. Its home is an empty folder, and of this process's environment it gets PATH only.
func Start(t testing.TB, o Options, name string, args ...string) *Terminal {
	t.Helper()
	o = o.filled()
	p, err := start(t.TempDir(), o, name, args)
	if err != nil {
		t.Fatalf("starting %s: %v", name, err)
	}
	x := newTerminal(t, o)
	x.program = p
	p.ended = x.ended
	go p.feed(x.input)
	read := make(chan struct{})
	go func() {
		defer close(read)
		_, _ = io.Copy(x, p.master) // an error is how a pseudo-terminal ends
	}()
	go func() {
		err := p.cmd.Wait()
		settings := p.release() // the last one open, or nearly so: the reader comes to the end of the output
		select {
		case <-read:
		case <-time.After(2 * time.Second): // a child of the program holds the terminal
		}
		p.hangup()
		<-read
		x.finish(outcome{err: err, code: p.cmd.ProcessState.ExitCode(), settings: settings})
	}()
	t.Cleanup(p.stop)
	return x
}

// process is a command in a pseudo-terminal.
type process struct {
	cmd    *exec.Cmd
	master *os.File // our end
	before *term.State
	hangup func()
	ended  chan struct{}

	mu    sync.Mutex // the number of a file must not be asked for while the file is closed
	slave *os.File   // the program's end, kept open here so that its settings can be read when it is gone
}

func start(home string, o Options, name string, args []string) (*process, error) {
	blocking, slave, err := pty.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = blocking.Close() }() // there is another one below
	p := &process{slave: slave}
	p.resize(o.Width, o.Height)
	if p.before, err = term.GetState(slave.Fd()); err != nil {
		return nil, fmt.Errorf("reading the line settings: %w", err)
	}
	// A read on a blocking file holds up Close, and with it a hang-up.
	fd, err := syscall.Dup(int(blocking.Fd()))
	if err != nil {
		return nil, err
	}
	syscall.CloseOnExec(fd)
	if err := syscall.SetNonblock(fd, true); err != nil {
		return nil, err
	}
	p.master = os.NewFile(uintptr(fd), "pty")
	p.hangup = sync.OnceFunc(func() { _ = p.master.Close() })

	p.cmd = exec.Command(name, args...)
	p.cmd.Dir = o.Dir
	p.cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + home}, o.environ()...)
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = slave, slave, slave
	listen()
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := p.cmd.Start(); err != nil {
		p.hangup()
		_ = slave.Close()
		return nil, err
	}
	return p, nil
}

// feed sends what is written to the program until it ends. It goes on only when the program has read what came before, so that
// keys are read one by one, as they are from a person.
func (p *process) feed(input io.Reader) {
	b := make([]byte, 1<<16)
	for {
		n, err := input.Read(b)
		if err != nil {
			return
		}
		if _, err := p.master.Write(b[:n]); err != nil {
			return
		}
		for end := time.Now().Add(time.Second); p.unread() && time.Now().Before(end); { // a stopped program reads nothing
			time.Sleep(100 * time.Microsecond)
		}
	}
}

// unread reports whether there is something that the program has not read.
func (p *process) unread() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case <-p.ended:
		return false
	default:
	}
	n, err := unix.IoctlGetInt(int(p.slave.Fd()), inputQueue)
	return err == nil && n > 0
}

// listen makes sure that the program can be asked to end. The program would inherit a signal that this process ignores, as
// under nohup; a signal that is caught here has its default action there.
func listen() {
	for _, s := range []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTERM} {
		if signal.Ignored(s) {
			signal.Notify(make(chan os.Signal, 1), s)
		}
	}
}

// resize changes the size in the kernel, which notifies the program. It uses the program's end: asking our end for its number
// would make it block again. A terminal that is gone has no size.
func (p *process) resize(width, height int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	_ = pty.Setsize(p.slave, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)})
}

// release closes the program's end, and reports whether its settings have changed. In a terminal that was hung up there is
// nothing to compare.
func (p *process) release() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	after, err := term.GetState(p.slave.Fd())
	_ = p.slave.Close()
	return err == nil && !reflect.DeepEqual(p.before, after)
}

func (p *process) stop() {
	select {
	case <-p.ended:
	default:
		_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL) // and what it started; it may be gone by now
		<-p.ended
	}
}

// Signal sends the process a signal. It is for Start only.
func (x *Terminal) Signal(s os.Signal) {
	x.t.Helper()
	if err := x.process().cmd.Process.Signal(s); err != nil {
		x.t.Fatalf("sending %s: %v", s, err)
	}
}

// Hangup closes the terminal under the program, as closing the window does. It is for Start only.
func (x *Terminal) Hangup() {
	x.t.Helper()
	x.process().hangup()
}

// Pid is the number of the process. It is for Start only.
func (x *Terminal) Pid() int {
	x.t.Helper()
	return x.process().cmd.Process.Pid
}

func (x *Terminal) process() *process {
	x.t.Helper()
	p, ok := x.program.(*process)
	if !ok {
		x.t.Fatal("a model is no process")
	}
	return p
}
