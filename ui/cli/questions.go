package cli

import (
	"github.com/spf13/cobra"

	"knead/guide/report"
)

// questions is "knead questions": the questionnaire.
func (r *run) questions() *cobra.Command {
	format := choice{value: "text", words: []string{"text", "json"}}
	cmd := &cobra.Command{
		Use:     "questions",
		Short:   "Print every question, why and when it is asked, and its options",
		Example: "  knead questions\n  knead questions --format json",
		Args:    r.takes(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			library, err := r.load()
			if err != nil {
				return err
			}
			g, err := r.rules()
			if err != nil {
				return err
			}
			if format.value == "json" {
				out, err := report.QuestionsJSON(g, library.Version)
				if err != nil {
					return err
				}
				return r.print(string(out))
			}
			return r.document(report.Questions(g), format.value, library)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	cmd.Flags().Var(&format, "format", "text or json")
	fixed(cmd, "format", format.words)
	return cmd
}
