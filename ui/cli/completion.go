package cli

import (
	"bytes"
	_ "embed"
	"strings"

	"github.com/spf13/cobra"
)

// completion is "knead completion SHELL": the script that makes a shell complete commands, flags and pages.
func (r *run) completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish"}
	return &cobra.Command{
		Use:   "completion bash|zsh|fish",
		Short: "Print a script that lets your shell complete commands, flags, and pages",
		Long: "Print a script that lets your shell complete commands, flags, and pages. Packages of Knead for\n" +
			"Linux install it already.",
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
			return r.write(r.out, alone(args[0], b.String()))
		},
	}
}

// bashAlone is what the script for Bash needs of the package bash-completion.
//
//go:embed completion.bash
var bashAlone string

// alone makes a script work in a shell that has loaded nothing else. The one for Bash calls functions of the package
// bash-completion, which not every system has. The one for zsh calls compdef, which is there only after compinit.
func alone(shell, script string) string {
	switch shell {
	case "bash":
		return bashAlone + "\n" + strings.NewReplacer(
			`_get_comp_words_by_ref "$@" cur prev words cword`, "__knead_words",
			"_filedir", "__knead_files",
		).Replace(script)
	case "zsh":
		const register = "\ncompdef _knead knead\n"
		return strings.Replace(script, register, "\n(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }"+register, 1)
	}
	return script
}
