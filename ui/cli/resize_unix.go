//go:build !windows

package cli

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// resized reports the first resize from now on. Bubble Tea asks for the size first and listens for signals afterwards: a resize
// in between, as from a tiling window manager, would go unnoticed; not reported upstream.
func resized(ctx context.Context) <-chan struct{} {
	signals, told := make(chan os.Signal, 1), make(chan struct{}, 1)
	signal.Notify(signals, syscall.SIGWINCH)
	go func() {
		defer signal.Stop(signals)
		select {
		case <-ctx.Done():
		case <-signals:
			told <- struct{}{}
		}
	}()
	return told
}
