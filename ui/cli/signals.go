package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"knead/ui"
)

// signalError is the signal that ended a run.
type signalError struct{ signal syscall.Signal }

func (e signalError) Error() string { return fmt.Sprintf("ended by signal: %v", e.signal) }

// code is the exit code that shells give a program that a signal ended.
func (e signalError) code() int { return 128 + int(e.signal) }

// untilSignal returns a context that ends when a signal asks the program to end; the signal is its cause. Every signal that can
// be caught and would end the program is one of them, since what happens otherwise would leave the terminal in raw mode. A
// signal that was ignored when the program started, as by nohup, stays ignored.
func untilSignal() (_ context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	for _, s := range deadly() {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	go func() {
		select {
		case <-ctx.Done():
		case s := <-signals:
			if s, ok := s.(syscall.Signal); ok {
				cancel(signalError{s})
			}
		}
	}()
	return ctx, func() { // until then a second signal does not end it with the terminal in raw mode
		signal.Stop(signals)
		cancel(nil)
	}
}

// ended returns the signal that ended the context, if one did, and otherwise err. A terminal that goes away counts as one that
// hangs up, whether or not it sends the signal.
func ended(ctx context.Context, err error) error {
	if s := (signalError{}); errors.As(context.Cause(ctx), &s) {
		return s
	}
	if errors.Is(err, ui.ErrGone) {
		return signalError{syscall.SIGHUP}
	}
	return err
}
