package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"knead/content"
	"knead/guide/fold"
	"knead/guide/report"
)

// read is "knead read [ID]": on a terminal the library opens, elsewhere the page, or the list of pages, is printed.
func (r *run) read() *cobra.Command {
	format := choice{value: "markdown", words: []string{"markdown", "html"}}
	var large bool
	var condition string
	cmd := &cobra.Command{
		Use:   "read [ID]",
		Short: "Read the explainers: what each approach is, its weak points, and what research found",
		Long: "Read the explainers: what each approach is, its weak points, and what research found.\n\n" +
			"On a terminal this opens the library, or the page with this ID. Elsewhere it prints the\n" +
			"list of pages, or the page as Markdown with its sources. With --format, the page is printed\n" +
			"even on a terminal; html is a page to print or share.\n\n" +
			"With --condition, prints what one illness or medicine means for the approach: whether it is\n" +
			"ruled out, why, what to ask for, and the sources.",
		Example: "  knead read\n  knead read acupuncture\n  knead read walking | less\n  knead read --format html swedish > swedish.html\n  knead read deep-tissue --condition osteoporosis",
		Args:    r.takes(0, 1, "the ID of one page"),
		RunE: func(cmd *cobra.Command, args []string) error {
			library, err := r.load()
			if err != nil {
				return err
			}
			id := ""
			if len(args) > 0 {
				p := called(library, args[0])
				if p == nil {
					return fmt.Errorf("%w (knead read lists them)", unknown("page", args[0], pageIDs(library)))
				}
				id = p.ID
			}
			if cmd.Flags().Changed("condition") {
				return r.checkCondition(library, id, condition, format.value, large)
			}
			named := cmd.Flags().Changed("format") || large
			if named && id == "" {
				return fmt.Errorf("--format is for one page; name its ID (knead read lists them)")
			}
			if format.value == "html" {
				return r.explainer(library, library.Page(id), large)
			}
			if _, ok := terminal(r.out); ok && !named && r.UI != nil && !r.plainly() {
				return r.show(true, id)
			}
			if id == "" {
				return r.print(pageList(library))
			}
			return r.document(library.Document(library.Page(id)), "markdown", library, large)
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			library, err := r.load()
			if err != nil || len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var pages []string
			for i := range library.Pages {
				pages = append(pages, library.Pages[i].ID+"\t"+library.Pages[i].Title)
			}
			return pages, cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().Var(&format, "format", "markdown or html")
	cmd.Flags().StringVar(&condition, "condition", "", "print what `NAME`, an illness or a medicine, means for the approach")
	largePrint(cmd, &large)
	fixed(cmd, "format", format.words)
	return cmd
}

// checkCondition prints what the approach of a page means for an illness or a medicine.
func (r *run) checkCondition(library *content.Library, id, condition, format string, large bool) error {
	_, g, err := r.rules()
	if err != nil {
		return err
	}
	t := g.Therapy(id)
	if t == nil {
		return fmt.Errorf("--condition needs the ID of an approach, such as knead read %s --condition gout", library.Knowledge.Therapies[0].ID)
	}
	found := g.Find(condition)
	if len(found) == 0 {
		return fmt.Errorf("%s (knead questions --find looks names up)", strings.TrimSuffix(report.NothingFound(condition), "."))
	}
	return r.document(report.CheckFound(g, t, condition, found), format, library, large)
}

// explainer prints a page of the library as a page to print.
func (r *run) explainer(library *content.Library, p *content.Page, large bool) error {
	_, g, err := r.rules()
	if err != nil {
		return err
	}
	return r.document(report.Explainer(g, library.Document(p)), "html", library, large)
}

// pageList is a line for each page: its ID, then what it is.
func pageList(l *content.Library) string {
	widest := 0
	for i := range l.Pages {
		widest = max(widest, len(l.Pages[i].ID))
	}
	var b strings.Builder
	for i := range l.Pages {
		p := &l.Pages[i]
		fmt.Fprintf(&b, "%-*s  %s. %s\n", widest, p.ID, strings.TrimRight(p.Title, "."), p.Summary)
	}
	return b.String()
}

// called returns the page with this ID or title, or nil. Case, accents, and the kind of letters do not matter.
func called(l *content.Library, name string) *content.Page {
	if p := l.Page(name); p != nil {
		return p
	}
	for i := range l.Pages {
		if p, plain := &l.Pages[i], fold.Plain(strings.TrimSpace(name)); plain == fold.Plain(p.ID) || plain == fold.Plain(p.Title) {
			return p
		}
	}
	return nil
}

func pageIDs(l *content.Library) []string {
	ids := make([]string, len(l.Pages))
	for i := range l.Pages {
		ids[i] = l.Pages[i].ID
	}
	return ids
}
