// Knead is an offline guide in the terminal to massage and its alternatives, for people whose back, neck, shoulders or
// limbs hurt.
package main

import (
	"os"

	"knead/ui/cli"
)

func main() {
	os.Exit(cli.Program{UI: cli.Screens}.Main(os.Args[1:], os.Environ(), os.Stdin, os.Stdout, os.Stderr))
}
