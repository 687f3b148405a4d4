//go:build !windows

package cli

import (
	"context"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	"knead/ui"
)

// stop lets the screens give the terminal back before the program stops: at Ctrl+Z, and when SIGTSTP tells it to. Once it was
// asked for, that signal does not stop a Go program any more, whatever is reset; so SIGSTOP does it when the screens, having
// given the terminal back, signal themselves.
func stop(ctx context.Context) ui.Stop {
	signals, asked := make(chan os.Signal, 1), make(chan struct{})
	var stopping atomic.Bool
	signal.Notify(signals, syscall.SIGTSTP)
	go func() {
		defer signal.Stop(signals)
		for {
			select {
			case <-ctx.Done():
				return
			case <-signals:
			}
			if stopping.Load() {
				_ = syscall.Kill(0, syscall.SIGSTOP) // this process may signal itself
				continue
			}
			select {
			case <-ctx.Done():
				return
			case asked <- struct{}{}:
			}
		}
	}()
	return ui.Stop{Asked: asked, Set: stopping.Store}
}
