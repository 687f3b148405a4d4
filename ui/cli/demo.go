package cli

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/spf13/cobra"

	"knead/content"
	"knead/guide/document"
	"knead/guide/report"
	"knead/ui"
)

// demo is "knead demo [CASE]": sample people go through the screens automatically. Without screens, it prints their results.
func (r *run) demo() *cobra.Command {
	var list, loop, stage bool
	var invite string
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
			"n shows or hides the presenter's notes.\n\n" +
			"With --invite, the first and the last slide also show a web address, and where there is room,\n" +
			"a code that the people in the room can scan. i inverts the code.",
		Example: "  knead demo --list\n  knead demo desk-neck\n  knead demo --stage thin-bones\n  knead demo --invite https://example.org/knead/\n  knead demo --loop --theme contrast",
		Args:    r.takes(0, 1, "the ID of one sample person"),
		RunE: func(cmd *cobra.Command, args []string) error {
			people, err := r.people()
			if err != nil {
				return err
			}
			if cmd.Flags().Changed("invite") {
				if err := invitable(invite); err != nil {
					return err
				}
				stage = true
			}
			d := ui.Demo{Loop: loop, Stage: stage, Invite: invite}
			if len(args) > 0 {
				d.Case = args[0]
			}
			switch {
			case len(people) == 0:
				return errors.New("the content has no sample people; add some under cases/")
			case d.Case != "" && (list || loop):
				return fmt.Errorf("demo with --list or --loop takes no sample person, but %q was given", d.Case)
			case stage && (list || loop):
				return errors.New("--stage and --invite show slides; leave out --list and --loop")
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
			return r.retell(people, invite)
		},
		ValidArgsFunction: r.completePeople,
	}
	cmd.Flags().BoolVar(&list, "list", false, "list the sample people and what each one shows")
	cmd.Flags().BoolVar(&loop, "loop", false, "repeat until a key is pressed, then resume")
	cmd.Flags().BoolVar(&stage, "stage", false, "show the sample people as slides for a projector")
	cmd.Flags().StringVar(&invite, "invite", "", "show slides, the first and the last with `URL` as a code to scan")
	return cmd
}

// completePeople offers the IDs of the sample people to a shell.
func (r *run) completePeople(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	people, err := r.people()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var words []string
	for _, p := range people {
		words = append(words, p.ID+"\t"+p.Name)
	}
	return words, cobra.ShellCompDirectiveNoFileComp
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

// longestInvite is how many characters an address may have: a code of more is too fine for the back of a room.
const longestInvite = 120

// invitable returns an error unless phones can open the address.
func invitable(address string) error {
	u, err := url.Parse(address)
	switch {
	case strings.ContainsFunc(address, func(c rune) bool { return c <= ' ' || c > '~' }):
		return fmt.Errorf("--invite: %s has a character that is not allowed in a web address; write it as %%XX", document.Quoted(address))
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		return fmt.Errorf("--invite: %s is not a web address; write one such as https://example.org/knead/", document.Quoted(address))
	case u.User != nil:
		return errors.New("--invite: the address has a name or a password in it, which the whole room would see; leave it out")
	case len(address) > longestInvite:
		return fmt.Errorf("--invite: the address has %d characters; use one of at most %d, so that a phone can read the code", len(address), longestInvite)
	}
	return nil
}

// retell prints who the people are and what follows for them, and the address of an invitation.
func (r *run) retell(people []content.Case, invite string) error {
	var all []string
	if invite != "" {
		all = append(all, "On your phone: "+invite+"\n")
	}
	for _, p := range people {
		answers, err := r.guide.ParseLines(p.Answers)
		if err != nil {
			return fmt.Errorf("case %s: %w", p.ID, err)
		}
		d := report.New(r.guide, r.guide.Assess(answers), nil)
		d.Title = p.Name + ". " + p.Shows
		all = append(all, d.Text(width(r.out)))
	}
	return r.print(strings.Join(all, "\n"))
}
