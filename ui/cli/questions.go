package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"knead/guide/document"
	"knead/guide/fhir"
	"knead/guide/report"
)

// questions is "knead questions": the questionnaire.
func (r *run) questions() *cobra.Command {
	format := choice{value: "text", words: []string{"text", "json", "fhir"}}
	var find string
	cmd := &cobra.Command{
		Use:   "questions",
		Short: "Print every question, why and when it is asked, and its options",
		Long: "Print every question, why and when it is asked, and its options.\n\n" +
			"With --format fhir, prints a FHIR R4 Questionnaire: other programs can ask the questions,\n" +
			"and knead assess reads the QuestionnaireResponse that they produce.\n\n" +
			"With --find, prints what the health list finds when you type an illness or a medicine, the\n" +
			"most likely match first.",
		Example: "  knead questions\n  knead questions --format json\n  knead questions --format fhir > questionnaire.json\n" +
			"  knead questions --find eliquis",
		Args: r.takes(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("find") {
				return r.find(find, format.value)
			}
			library, g, err := r.rules()
			if err != nil {
				return err
			}
			switch format.value {
			case "json":
				return r.data(report.QuestionsJSON(g, library.Version()))
			case "fhir":
				return r.data(fhir.Questionnaire(g, g.Sum()))
			}
			return r.document(report.Questions(g), format.value, library, false)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	cmd.Flags().Var(&format, "format", "text, json, or fhir")
	cmd.Flags().StringVar(&find, "find", "", "look up `TEXT`, such as an illness or a medicine")
	fixed(cmd, "format", format.words)
	return cmd
}

// find prints what typing the text into the health list finds.
func (r *run) find(text, format string) error {
	_, g, err := r.rules()
	if err != nil {
		return err
	}
	found := g.Find(text)
	switch format {
	case "json":
		return r.data(report.FoundJSON(found))
	case "fhir":
		return errors.New("--find has no FHIR form; use --format text or --format json")
	}
	return r.print(report.FoundText(document.Clean(text), found))
}
