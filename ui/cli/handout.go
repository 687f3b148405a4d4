package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"knead/guide/report"
)

// handout is "knead handout --blank": the questions on paper.
func (r *run) handout() *cobra.Command {
	format := choice{value: "text", words: []string{"text", "markdown", "html"}}
	var blank, large bool
	cmd := &cobra.Command{
		Use:   "handout --blank",
		Short: "Print a blank sheet: every question, with boxes to check on paper",
		Long: "Print a blank sheet: every question, with boxes to check on paper, to fill in before a visit.\n\n" +
			"For a handout of a result, use knead assess --page --format html FILE. For a handout of\n" +
			"an explainer, use knead read --format html ID.",
		Example: "  knead handout --blank --format html > sheet.html\n  knead handout --blank --format html --large > sheet.html\n  knead handout --blank | lpr",
		Args:    r.takes(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			if !blank {
				return errors.New("handout needs --blank; for a handout of a result, use knead assess --page --format html FILE")
			}
			library, g, err := r.rules()
			if err != nil {
				return err
			}
			return r.document(report.Intake(g), format.value, library, large)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	cmd.Flags().BoolVar(&blank, "blank", false, "print the sheet without answers")
	cmd.Flags().Var(&format, "format", "text, markdown, or html")
	largePrint(cmd, &large)
	fixed(cmd, "format", format.words)
	return cmd
}
