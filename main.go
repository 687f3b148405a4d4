// Knead is an offline guide in the terminal to massage and its alternatives, for people whose back, neck, shoulders or
// limbs hurt.
package main

import (
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"knead/ui/cli"
)

// commandGC lets the heap of a command that prints and ends grow to about twenty megabytes before garbage is collected: that
// takes a third off its processor time. The screens, which stay, set a tighter one.
const commandGC = 400

func main() {
	debug.SetGCPercent(commandGC)
	os.Exit(run(os.Args[1:]))
}

// run runs the program on the streams of this process.
func run(args []string) int {
	// Cobra would tell a person who double-clicks the program on Windows that it is a command line tool, and end it. The setting is
	// one of the process, so it is set here, once.
	cobra.MousetrapHelpText = ""
	return cli.Program{UI: cli.Screens}.Main(args, os.Environ(), os.Stdin, os.Stdout, os.Stderr)
}
