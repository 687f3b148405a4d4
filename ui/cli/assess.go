package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"knead/content"
	"knead/guide/report"
)

// assess is "knead assess FILE": answers in, the assessment out.
func (r *run) assess() *cobra.Command {
	format := choice{value: "text", words: []string{"text", "markdown", "html", "json"}}
	cmd := &cobra.Command{
		Use:   "assess FILE|-",
		Short: "Print what follows from a file of answers",
		Long: "Print what follows from a file of answers, without asking anything.\n\n" +
			"Answers are YAML or JSON, a line for each question; knead questions lists them:\n\n" +
			"  where: [low-back]            any number of options\n" +
			"  time: months                 one option\n" +
			"  severity: 6                  a number\n" +
			"  now: [none]                  read, and none of it fits\n" +
			"  slow: unsure                 not sure\n" +
			"  history/hernia: unsure       not sure of one option\n\n" +
			"What is missing counts as unknown, never as no.",
		Example: "  knead assess answers.yaml\n  knead assess --format html answers.yaml > result.html\n  echo 'where: [neck]' | knead assess --format json -",
		Args:    r.takes(1, 1, "one file of answers, or - for standard input"),
		RunE: func(_ *cobra.Command, args []string) error {
			library, err := r.load()
			if err != nil {
				return err
			}
			g, err := r.rules()
			if err != nil {
				return err
			}
			where, data, err := r.input(args[0])
			if err != nil {
				return err
			}
			answers, err := content.DecodeAnswers(g, where, data)
			if err != nil {
				return err
			}
			a, changes := g.Assess(answers), g.Changes(answers)
			if format.value == "json" {
				out, err := report.JSON(g, a, changes, library.Version)
				if err != nil {
					return err
				}
				return r.print(string(out))
			}
			return r.document(report.New(g, a, changes), format.value, library)
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	cmd.Flags().Var(&format, "format", "text, markdown, html or json")
	fixed(cmd, "format", format.words)
	return cmd
}

// document prints a document in a format.
func (r *run) document(d report.Document, format string, library *content.Library) error {
	switch format {
	case "text":
		return r.print(d.Text(r.width()))
	case "markdown":
		return r.print(d.Markdown())
	case "html":
		page, err := d.HTML(report.Page{Version: library.Version})
		if err != nil {
			return err
		}
		return r.print(page)
	}
	return fmt.Errorf("unknown format %q", format)
}
