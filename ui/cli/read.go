package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"knead/content"
	"knead/guide/report"
)

// read is "knead read [ID]": on a terminal the library opens, elsewhere the page, or the list of pages, is printed.
func (r *run) read() *cobra.Command {
	return &cobra.Command{
		Use:   "read [ID]",
		Short: "Read the explainers: what each approach is, its weak points, what research found",
		Long: "Read the explainers: what each approach is, its weak points, what research found.\n\n" +
			"On a terminal this opens the library, or the page with this ID. Elsewhere it prints the\n" +
			"list of pages, or the page as Markdown with its sources.",
		Example: "  knead read\n  knead read acupuncture\n  knead read walking | less",
		Args:    r.takes(0, 1, "the ID of one page"),
		RunE: func(_ *cobra.Command, args []string) error {
			library, err := r.load()
			if err != nil {
				return err
			}
			id := ""
			if len(args) > 0 {
				id = args[0]
				if library.Page(id) == nil {
					return fmt.Errorf("%w (knead read lists them)", unknown("page", id, pageIDs(library)))
				}
			}
			if _, ok := terminal(r.out); ok && r.UI != nil && !r.plainly() {
				return r.show(true, id)
			}
			if id == "" {
				return r.print(pageList(library))
			}
			text, _ := library.Reading(library.Page(id))
			return r.print(report.CleanLines(text))
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			library, err := r.load()
			if err != nil || len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var pages []string
			for i := range library.Pages {
				pages = append(pages, library.Pages[i].ID+"\t"+report.Clean(library.Pages[i].Title))
			}
			return pages, cobra.ShellCompDirectiveNoFileComp
		},
	}
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
		fmt.Fprintf(&b, "%-*s  %s. %s\n", widest, p.ID, strings.TrimRight(report.Clean(p.Title), "."), report.Clean(p.Summary))
	}
	return b.String()
}

func pageIDs(l *content.Library) []string {
	ids := make([]string, len(l.Pages))
	for i := range l.Pages {
		ids[i] = l.Pages[i].ID
	}
	return ids
}
