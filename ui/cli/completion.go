package cli

import (
	"bytes"

	"github.com/spf13/cobra"
)

// completion is "knead completion SHELL": the script that makes a shell complete commands, flags and pages.
func (r *run) completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish"}
	return &cobra.Command{
		Use:   "completion bash|zsh|fish",
		Short: "Print a script that lets your shell complete commands, flags, and pages",
		Example: "  source <(knead completion bash)\n" +
			"  knead completion zsh > \"${fpath[1]}/_knead\"\n" +
			"  knead completion fish > ~/.config/fish/completions/knead.fish",
		Args:      r.takes(1, 1, "one shell: bash, zsh, or fish"),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			var b bytes.Buffer
			var err error
			switch args[0] {
			case "bash":
				err = cmd.Root().GenBashCompletionV2(&b, true)
			case "zsh":
				err = cmd.Root().GenZshCompletion(&b)
			case "fish":
				err = cmd.Root().GenFishCompletion(&b, true)
			default:
				return unknown("shell", args[0], shells)
			}
			if err != nil {
				return err
			}
			return r.write(r.out, b.String())
		},
	}
}
