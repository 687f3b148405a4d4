package main

import (
	"testing"

	"github.com/spf13/cobra"
)

// Windows opens a terminal for a program that is double-clicked. Knead must run in it, and not ask for a command line.
func TestDoubleClickRuns(t *testing.T) {
	if code := run([]string{"--version"}); code != 0 || cobra.MousetrapHelpText != "" {
		t.Errorf("exit code %d; cobra would stop a double-click with %q", code, cobra.MousetrapHelpText)
	}
}
