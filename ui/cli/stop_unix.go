//go:build !windows

package cli

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"knead/ui"
)

// stop lets the screens give the terminal back before the program stops: at Ctrl+Z, and when it is told to by SIGTSTP. While
// they stop it the signal has its usual effect.
func stop(ctx context.Context) ui.Stop {
	signals, asked := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(signals, syscall.SIGTSTP)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-signals:
			}
			select {
			case <-ctx.Done():
				return
			case asked <- struct{}{}:
			}
		}
	}()
	return ui.Stop{Asked: asked, Set: func(stopping bool) {
		if stopping {
			signal.Reset(syscall.SIGTSTP)
		} else {
			signal.Notify(signals, syscall.SIGTSTP)
		}
	}}
}
