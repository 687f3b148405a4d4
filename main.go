// Knead is an offline guide in the terminal to massage and its alternatives, for people whose back, neck, shoulders or
// limbs hurt.
package main

import (
	"os"

	"github.com/spf13/cobra"

	"knead/ui/cli"
)

func main() {
	os.Exit(run(os.Args[1:]))
}

// run runs the program on the streams of this process.
func run(args []string) int {
	// Cobra would tell a person who double-clicks the program on Windows that it is a command line tool, and end it. The setting is
	// one of the process, so it is set here, once.
	cobra.MousetrapHelpText = ""
	return cli.Program{UI: cli.Screens}.Main(args, os.Environ(), os.Stdin, os.Stdout, os.Stderr)
}
