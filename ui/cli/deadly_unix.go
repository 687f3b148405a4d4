//go:build !windows

package cli

import (
	"os"
	"syscall"
)

// deadly returns the signals that end a program which does not expect them. Those that report a fault of the program itself are
// caught only when they come from elsewhere; a fault is still a panic. SIGXFSZ is missing: a file that may not grow is an error
// of the write, which is reported where the file is written.
func deadly() []os.Signal {
	return []os.Signal{
		os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGALRM, syscall.SIGUSR1, syscall.SIGUSR2,
		syscall.SIGVTALRM, syscall.SIGXCPU, syscall.SIGSYS, syscall.SIGTRAP,
		syscall.SIGSEGV, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGILL,
	}
}
