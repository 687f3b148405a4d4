package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"knead/guide"
)

// choice is a flag that takes one of some words. It is a pflag.Value.
type choice struct {
	value string
	words []string
}

func (c *choice) String() string { return c.value }

// Type names the value in the help.
func (c *choice) Type() string { return "NAME" }

// Set takes one of the words.
func (c *choice) Set(word string) error {
	for _, w := range c.words {
		if w == word {
			c.value = w
			return nil
		}
	}
	return choiceError{fmt.Errorf("unknown value %q; %s", word, guide.Nearest(word, c.words))}
}

type choiceError struct{ error }

// fixed completes a flag with words.
func fixed(cmd *cobra.Command, flag string, words []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)) // fails only for a flag that is not there
}
