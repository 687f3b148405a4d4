package cli

import (
	"github.com/spf13/cobra"

	"knead/guide/report"
)

// questions is "knead questions": the questionnaire.
func (r *run) questions() *cobra.Command {
	format := choice{value: "text", words: []string{"text", "json", "fhir"}}
	cmd := &cobra.Command{
		Use:   "questions",
		Short: "Print every question, why and when it is asked, and its options",
		Long: "Print every question, why and when it is asked, and its options.\n\n" +
			"With --format fhir that is a FHIR R4 Questionnaire: other programs can put the questions,\n" +
			"and knead assess reads the QuestionnaireResponse that they make.",
		Example: "  knead questions\n  knead questions --format json\n  knead questions --format fhir > questionnaire.json",
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
			switch format.value {
			case "json":
				return r.data(report.QuestionsJSON(g, library.Version))
			case "fhir":
				return r.data(report.FHIRQuestionnaire(g, g.Sum()))
			}
			return r.document(report.Questions(g), format.value, library, false)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	cmd.Flags().Var(&format, "format", "text, json or fhir")
	fixed(cmd, "format", format.words)
	return cmd
}
