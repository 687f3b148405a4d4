package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"knead/content"
	"knead/guide/report"
	"knead/ui"
)

// demo is "knead demo [CASE]": sample people go through the screens automatically. Without screens, it prints their results.
func (r *run) demo() *cobra.Command {
	var list, loop, stage bool
	cmd := &cobra.Command{
		Use:   "demo [CASE]",
		Short: "Play a sample session, showing each key",
		Long: "Play sample sessions automatically, at a pace a room can follow, and show each key that is\n" +
			"pressed: all of them one after the other, or only CASE.\n\n" +
			"Space pauses, → takes one step, + and - change the pace, enter jumps to the result, tab goes\n" +
			"to the next person, and q quits.\n\n" +
			"With --loop, it repeats until someone presses a key, then lets them try it. After a minute\n" +
			"without a key, it clears their answers and starts over. Nothing is saved. This is for a\n" +
			"workshop table: press Ctrl+C three times in a row to end it.\n\n" +
			"With --stage, the sample people are shown on slides in large letters, for a projector: one\n" +
			"idea per slide, and less than a minute per person. Space pauses, → and ← change slides, and\n" +
			"n shows or hides the presenter's notes.",
		Example: "  knead demo --list\n  knead demo desk-neck\n  knead demo --stage thin-bones\n  knead demo --loop --theme contrast",
		Args:    r.takes(0, 1, "the ID of one sample person"),
		RunE: func(_ *cobra.Command, args []string) error {
			people, err := r.people()
			if err != nil {
				return err
			}
			d := ui.Demo{Loop: loop, Stage: stage}
			if len(args) > 0 {
				d.Case = args[0]
			}
			switch {
			case len(people) == 0:
				return errors.New("the content has no sample people; add some under cases/")
			case d.Case != "" && (list || loop):
				return fmt.Errorf("demo with --list or --loop takes no sample person, but %q was given", d.Case)
			case stage && (list || loop):
				return errors.New("--stage shows slides; leave out --list and --loop")
			case list:
				return r.print(peopleList(people))
			}
			if people, err = chosen(people, d.Case); err != nil {
				return err
			}
			if r.UI != nil && !r.plainly() {
				return r.open(Session{Demo: &d})
			}
			if loop {
				return errors.New("--loop needs a terminal that can show the screens")
			}
			return r.retell(people)
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			people, err := r.people()
			if err != nil || len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var words []string
			for _, p := range people {
				words = append(words, p.ID+"\t"+p.Name)
			}
			return words, cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().BoolVar(&list, "list", false, "list the sample people and what each one shows")
	cmd.Flags().BoolVar(&loop, "loop", false, "repeat until a key is pressed, then resume")
	cmd.Flags().BoolVar(&stage, "stage", false, "show the sample people as slides for a projector")
	return cmd
}

// people are the sample people, in the order in which they play.
func (r *run) people() ([]content.Case, error) {
	library, g, err := r.rules()
	if err != nil {
		return nil, err
	}
	var cases []content.Case
	for _, p := range ui.People(library, g) {
		cases = append(cases, p.Case)
	}
	return cases, nil
}

// chosen is the one person asked for, or all.
func chosen(people []content.Case, id string) ([]content.Case, error) {
	if id == "" {
		return people, nil
	}
	var ids []string
	for i, p := range people {
		if p.ID == id {
			return people[i : i+1], nil
		}
		ids = append(ids, p.ID)
	}
	return nil, fmt.Errorf("%w (knead demo --list lists them)", unknown("sample person", id, ids))
}

// peopleList is a line for each person: the ID, the name, and what to watch for.
func peopleList(people []content.Case) string {
	id, name := 0, 0
	for _, p := range people {
		id, name = max(id, len(p.ID)), max(name, len([]rune(p.Name)))
	}
	var b strings.Builder
	for _, p := range people {
		fmt.Fprintf(&b, "%-*s  %-*s  %s\n", id, p.ID, name, p.Name, p.Shows)
	}
	return b.String()
}

// retell prints who the people are and what follows for them.
func (r *run) retell(people []content.Case) error {
	var all []string
	for _, p := range people {
		answers, err := r.guide.ParseLines(p.Answers)
		if err != nil {
			return fmt.Errorf("case %s: %w", p.ID, err)
		}
		d := report.New(r.guide, r.guide.Assess(answers), nil)
		d.Title = p.Name + ". " + p.Shows
		all = append(all, d.Text(r.width()))
	}
	return r.print(strings.Join(all, "\n"))
}
