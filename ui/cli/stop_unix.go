//go:build !windows

package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"

	"golang.org/x/sys/unix"

	"knead/ui"
)

// stop lets the screens restore the terminal before the program is suspended, by Ctrl+Z or SIGTSTP. Once a Go program has asked
// for SIGTSTP, that signal no longer suspends it, even after a reset; so the screens, after restoring the terminal, send it
// SIGSTOP.
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
	return ui.Stop{Asked: asked, Set: stopping.Store, Resumable: resumable}
}

// resumable reports whether the process group has a parent in the same session but in another group: in practice, a shell with
// job control. The kernel calls a group without such a parent orphaned, and never stops it at a terminal's request. Between this
// process and that parent there may be others of the same group, such as a script.
func resumable() bool {
	group, err := syscall.Getpgid(0)
	if err != nil {
		return false
	}
	session, err := unix.Getsid(0)
	if err != nil {
		return false
	}
	for pid := os.Getppid(); pid > 1; pid = parent(pid) {
		if s, err := unix.Getsid(pid); err != nil || s != session {
			return false
		}
		if g, err := syscall.Getpgid(pid); err != nil || g != group {
			return err == nil
		}
	}
	return false
}

// parent returns the parent of a process, or 0 where the system does not show it in /proc.
func parent(pid int) int {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	// The name of the program, in parentheses, may hold anything.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	if len(fields) < 2 {
		return 0
	}
	ppid, err := strconv.Atoi(fields[1])
	if err != nil {
		return 0
	}
	return ppid
}
