package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"knead/content"
	"knead/guide"
	"knead/guide/document"
	"knead/guide/fhir"
	"knead/guide/report"
)

// assess is "knead assess FILE": answers in, the assessment out.
func (r *run) assess() *cobra.Command {
	format := choice{value: "text", words: []string{"text", "markdown", "html", "json", "fhir"}}
	var large, page bool
	cmd := &cobra.Command{
		Use:   "assess FILE|-",
		Short: "Assess a file of answers",
		Long: "Print the result for a file of answers, without asking anything.\n\n" +
			"Answers are YAML or JSON, one line per question; knead questions lists the questions:\n\n" +
			"  where: [low-back]            any number of options\n" +
			"  time: longer                 one option\n" +
			"  severity: 6                  a number\n" +
			"  now: [none]                  you read them all, and none apply\n" +
			"  onset: unsure                not sure\n" +
			"  history/hernia: unsure       not sure of one option\n\n" +
			"Missing answers count as unknown, never as no. A FHIR R4 QuestionnaireResponse to the\n" +
			"questionnaire from knead questions --format fhir works too. --format fhir prints the answers\n" +
			"as such a response; for the result, use --format json.\n\n" +
			"Answers in YAML or JSON have no date and count as today's. So does a response without the\n" +
			"authored field. A dated response expires after a day, or after 30 days for answers that\n" +
			"last, such as an illness. Selected options still count then; everything else is unknown,\n" +
			"and the result lists the questions to ask again. The same happens when a response names\n" +
			"another version of the questionnaire.",
		Example: "  knead assess answers.yaml\n  knead assess --format html answers.yaml > result.html\n  echo 'where: [neck]' | knead assess --format json -",
		Args:    r.takes(1, 1, "one file of answers, or - for standard input"),
		RunE:    func(_ *cobra.Command, args []string) error { return r.assessFile(args[0], format.value, large, page) },
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	cmd.Flags().Var(&format, "format", "text, markdown, html, json, or fhir")
	cmd.Flags().BoolVar(&page, "page", false, "print the result on one page, to take to a visit; HTML has a body map")
	largePrint(cmd, &large)
	fixed(cmd, "format", format.words)
	return cmd
}

// assessFile reads answers, complains about those that do not go together or are too old, and prints what follows.
func (r *run) assessFile(file, format string, large, page bool) error {
	if page && (format == "json" || format == "fhir") {
		return fmt.Errorf("--page prints a page to read; leave it out with --format %s", format)
	}
	library, g, err := r.rules()
	if err != nil {
		return err
	}
	where, data, err := r.input(file)
	if err != nil {
		return err
	}
	given, err := content.ReadAnswers(g, where, data)
	if err != nil {
		return err
	}
	for _, c := range g.Contradictions(given.Answers) {
		r.complain(fmt.Errorf("warning: %s: %s: %s", where, c.Question.ID, report.Contradiction(c)))
	}
	answers, outdated := g.Today(given.Answers, r.past(given, g))
	if n := len(outdated.Questions); n > 0 {
		r.complain(fmt.Errorf("warning: %s: %s %s to be asked again", where, report.Earlier(outdated.Past), counted(n, "question is", "questions are")))
	}
	if words := report.Counts(g, g.Unasked(answers)); words != "" {
		r.complain(fmt.Errorf("warning: %s: %s", where, words))
	}
	if format == "fhir" {
		authored := given.On
		if authored.IsZero() {
			authored = r.Now()
		}
		return r.data(fhir.Response(g, answers, g.Sum(), authored))
	}
	a, changes := g.Assess(answers), g.Changes(answers)
	a.Outdated = outdated
	if format == "json" {
		return r.data(report.JSON(g, a, changes, library.Version()))
	}
	if page {
		return r.document(report.Handout(g, a, library.Figure()), format, library, large)
	}
	return r.document(report.New(g, a, changes), format, library, large)
}

// past is what a file says of when its answers were given, and to which questions. Where it does not say, they are those of
// today.
func (r *run) past(given content.Given, g *guide.Guide) guide.Past {
	p := guide.Past{On: given.On, Other: given.Version != "" && given.Version != g.Sum()}
	if !p.On.IsZero() {
		p.Age = r.Now().Sub(p.On)
	}
	return p
}

// largePrint is the flag for those who need larger letters on paper.
func largePrint(cmd *cobra.Command, large *bool) {
	cmd.Flags().BoolVar(large, "large", false, "large print, for --format html")
}

// data prints what another program reads. It is UTF-8 in every locale.
func (r *run) data(out []byte, err error) error {
	if err != nil {
		return err
	}
	return r.write(r.out, string(out))
}

// markdownWidth is the width of Markdown, which is read as it is where nothing renders it.
const markdownWidth = 80

// document prints a document in a format.
func (r *run) document(d document.Document, format string, library *content.Library, large bool) error {
	switch format {
	case "text":
		return r.print(d.Text(width(r.out)))
	case "markdown":
		return r.print(document.Fold(d.Markdown(), markdownWidth))
	case "html":
		page, err := d.HTML(document.Page{Version: library.Version(), Large: large})
		if err != nil {
			return err
		}
		return r.write(r.out, page)
	}
	return fmt.Errorf("unknown format %q", format)
}
