package ui_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/report"
	"knead/ui"
	"knead/ui/termtest"
)

// Whatever stands where answers are kept, and whatever the disk says: Knead starts, tells what is wrong where it matters, and
// the answers stay in the window.
func TestWhereAnswersCannotBeKept(t *testing.T) {
	t.Parallel()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	const kept = `{"format": 1, "content": "x", "saved": "2026-11-20T08:30:00Z", "answers": ["where: leg"]}`
	for name, c := range map[string]struct {
		make    func(file string) error // what stands there before
		env     []string
		command []string
		first   string // what the first screen says
		keeping string // what comes of keeping; "" where it is not offered
	}{
		"no home":     {env: []string{"HOME=", "XDG_STATE_HOME="}},
		"no writing":  {env: []string{"HOME=/dev/null"}, keeping: "Not kept: not a directory"},
		"disk full":   {command: []string{"bash", "-c", `ulimit -f 0; exec "$0"`}, keeping: "Not kept: file too large"},
		"folder":      {make: func(f string) error { return os.MkdirAll(filepath.Join(f, "x"), 0o700) }, first: "cannot be used: not a file", keeping: "Not kept: not a file"},
		"damaged":     {make: text(`{"format": 1, "ans`), first: "cannot be used: damaged", keeping: "ended"},
		"newer":       {make: text(`{"format": 99, "answers": ["a: b"]}`), first: "cannot be used: written by a newer Knead", keeping: "ended"},
		"hostile":     {make: text(`{"format": 1, "answers": ["\u001b[31mwhere: neck\u202e", "nonsense", "where: leg"]}`), first: "the answers you kept", keeping: "ended"},
		"as it was":   {make: text(kept), first: "the answers you kept", keeping: "ended"},
		"interrupted": {make: text(kept + "{"), first: "cannot be used: damaged", keeping: "ended"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			state := t.TempDir()
			file := filepath.Join(state, "knead", "answers.json")
			if c.make != nil {
				if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), c.make(file)); err != nil {
					t.Fatal(err)
				}
			}
			env := append([]string{"XDG_STATE_HOME=" + state}, c.env...)
			if name == "no writing" {
				env = c.env
			}
			command := append(c.command, path)
			s := session{termtest.Start(t, termtest.Options{Env: env, Width: 100}, command[0], command[1:]...), t}
			s.WaitFor("Start", c.first)
			s.step("s", "Where does it bother you?")
			s.to("Neck")
			s.step("space", "1 chosen")
			s.step("q", "Leave Knead?")
			switch {
			case c.keeping == "":
				if strings.Contains(s.Screen(), "keep them") {
					t.Error("keeping is offered where there is no place for it")
				}
				s.step("esc", "1 chosen")
				s.Press("ctrl+c")
			case c.keeping == "ended":
				s.Press("k")
				if s.Exit() != 0 {
					t.Errorf("exit code %d", s.Exit())
				}
				if data, err := os.ReadFile(file); err != nil || !strings.Contains(string(data), `"where: neck"`) {
					t.Errorf("the file holds %q, %v", data, err)
				}
			default:
				s.Press("k")
				s.WaitFor(c.keeping, "1 chosen")
				s.Press("ctrl+c")
			}
			s.Restored()
		})
	}
}

func text(data string) func(string) error {
	return func(file string) error { return os.WriteFile(file, []byte(data), 0o600) }
}

// An end right behind the key that keeps, however it comes: what was chosen is kept.
func TestChosenIsKeptWhateverEndsIt(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(session){
		"ctrl+c":  func(s session) { s.Press("ctrl+c") },
		"SIGTERM": func(s session) { s.Signal(syscall.SIGTERM) },
		"SIGHUP":  func(s session) { s.Signal(syscall.SIGHUP) },
		"closed":  func(s session) { s.Hangup() },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for range 3 {
				state := t.TempDir()
				s := start(t, termtest.Options{Env: []string{"XDG_STATE_HOME=" + state}})
				s.where("Neck")
				s.step("q", "keep them")
				s.Press("k")
				end(s)
				_ = s.Wait() // keeping may have ended it already
				entries, _ := os.ReadDir(filepath.Join(state, "knead"))
				for _, e := range entries {
					if e.Name() != "answers.json" {
						t.Errorf("%s is left", e.Name())
					}
				}
				data, err := os.ReadFile(filepath.Join(state, "knead", "answers.json"))
				if name != "closed" && name != "SIGTERM" && name != "SIGHUP" || err == nil { // a signal may be faster than the key
					if err != nil || !strings.Contains(string(data), `"where: neck"`) {
						t.Errorf("the file holds %q, %v", data, err)
					}
				}
			}
		})
	}
}

// A disk that is slow: the program that was told to end waits for what was chosen, and for nothing else.
func TestEndWaitsForTheDisk(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	in, keys := io.Pipe()
	t.Cleanup(func() { _ = keys.Close() })
	out := &watched{changed: make(chan struct{}, 1)}
	began, release, done := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	wrote := false
	go func() {
		o := ui.Options{Library: builtin.Library(), Guide: builtin.Guide, Purpose: report.Purpose}
		o.Keep = func(guide.Record) error {
			close(began)
			<-release
			wrote = true
			return nil
		}
		done <- ui.Run(ctx, o, in, out, []string{"TERM=xterm-256color"})
	}()
	for _, step := range [][2]string{{"Start", "s"}, {"bother", "q"}, {"Leave", "k"}} {
		out.waitFor(t, step[0])
		if _, err := keys.Write([]byte(step[1])); err != nil {
			t.Fatal(err)
		}
	}
	select {
	case <-began:
	case err := <-done:
		t.Fatal("nothing is kept: ", err)
	}
	cancel()
	select {
	case err := <-done:
		t.Fatalf("it ended while the answers were being written: %v", err)
	case <-time.After(100 * time.Millisecond): // long enough for an end that does not wait
	}
	close(release)
	if err := <-done; err != nil || !wrote {
		t.Errorf("%v, written: %v", err, wrote)
	}
}

// watched is output that can be waited for.
type watched struct {
	mu      sync.Mutex
	text    []byte
	changed chan struct{}
}

func (w *watched) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.text = append(w.text, p...)
	select {
	case w.changed <- struct{}{}:
	default:
	}
	return len(p), nil
}

func (w *watched) waitFor(t *testing.T, word string) {
	t.Helper()
	limit := time.After(time.Minute)
	for {
		w.mu.Lock()
		there := bytes.Contains(w.text, []byte(word))
		w.mu.Unlock()
		if there {
			return
		}
		select {
		case <-w.changed:
		case <-limit:
			t.Fatalf("%q does not come", word)
		}
	}
}
