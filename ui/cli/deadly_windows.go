package cli

import (
	"os"
	"syscall"
)

// deadly returns the signals that the system sends a program to end it.
func deadly() []os.Signal {
	return []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}
}
