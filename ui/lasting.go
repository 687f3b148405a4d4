package ui

import (
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"knead/ui/handout"
)

// lasting runs the writes that the person asked for. Bubble Tea neither waits for commands when it ends nor promises to start
// them (not reported upstream); these are finished in any case.
type lasting struct {
	mu     sync.Mutex
	writes []tea.Cmd
	saved  atomic.Bool // a file was written that the person asked for
}

// noting is save, with a note of what it has written.
func (l *lasting) noting(save handout.Save) handout.Save {
	if save == nil {
		return nil
	}
	return func(name string, data []byte) (string, error) {
		path, err := save(name, data)
		if err == nil {
			l.saved.Store(true)
		}
		return path, err
	}
}

// patience is how long the end waits for a disk that does not answer.
const patience = 5 * time.Second

// add hands back a command that is done once, by Bubble Tea or by finish.
func (l *lasting) add(write tea.Cmd) tea.Cmd {
	if write == nil {
		return nil
	}
	once := sync.OnceValue(write)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.writes = append(l.writes, once)
	return once
}

// finish does what was not begun, and waits for what was.
func (l *lasting) finish() {
	l.mu.Lock()
	writes := l.writes
	l.mu.Unlock()
	if len(writes) == 0 {
		return
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, write := range writes {
			attempt(write)
		}
	}()
	select {
	case <-done:
	case <-time.After(patience):
	}
}

// attempt runs a command. A panic in it was reported when it occurred.
func attempt(cmd tea.Cmd) {
	defer func() { _ = recover() }()
	cmd()
}
