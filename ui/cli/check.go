package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"knead/content"
	"knead/content/builtin"
	"knead/guide/document"
)

// check is "knead check [DIR]": whether a content folder, laid over the built-in one, holds what it must.
func (r *run) check() *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check a content folder on top of the built-in content",
		Long: "Check a content folder on top of the built-in content, or only the built-in content if no\n" +
			"folder is given. Every problem is listed with its file, line, and column, and then the exit\n" +
			"code is 1.",
		Example: "  knead check\n  knead check my-content",
		Args:    r.takes(0, 1, "one content folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			var folder fs.FS = builtin.Sources()
			dir := r.flags.content
			if len(args) > 0 {
				dir = args[0]
			}
			where := "the built-in content"
			if dir != "" {
				where = dir
				var err error
				if folder, err = overlay(dir); err != nil {
					return err
				}
			}
			library, err := content.Check(folder, r.Now())
			var problems content.Problems
			switch {
			case errors.As(err, &problems):
				if err := r.print(document.CleanLines(problems.Error()) + "\n"); err != nil {
					return err
				}
				return checkError{fmt.Errorf("%s in %s", counted(len(problems), "problem"), where)}
			case err != nil:
				return err
			}
			k := &library.Knowledge
			return r.print(strings.Join([]string{
				where + ": OK: " + counted(len(k.Questions), "question"), counted(len(k.RedFlags), "warning"), counted(len(k.Patterns), "pattern"),
				counted(len(k.Therapies), "therapy", "therapies"), counted(len(library.Pages), "page"), counted(len(k.Sources), "source"),
			}, ", ") + ".\n")
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
}

// counted is a number of things: the plural is the word with an s, or its own.
func counted(n int, word string, plural ...string) string {
	switch {
	case n == 1:
	case len(plural) > 0:
		word = plural[0]
	default:
		word += "s"
	}
	return fmt.Sprintf("%d %s", n, word)
}
