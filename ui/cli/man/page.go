package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Page is a manual page.
type Page struct {
	Name string // of its file, as in "knead-assess.1"
	Text string
}

// row is an entry of a list: a code or a name, and what it means.
type row struct{ term, meaning string }

// exits are the exit codes, which every command shares.
var exits = []row{
	{"0", "The answer was given, or the person left."},
	{"1", "A check failed, or the audit found a counterexample."},
	{"2", "The input was invalid, or something could not be read or written. Nothing was answered."},
	{"129, 130, 131, 143", "A signal ended the program: SIGHUP, SIGINT, SIGQUIT, or SIGTERM. The code is 128 and the number of the signal. " +
		"Ctrl+C on a screen is an ordinary way to leave, so the code is 0 there."},
}

// variables are the environment variables that the program looks at.
var variables = []row{
	{"NO_COLOR", "Disables color unless it is empty, as the option --no-color does."},
	{"CLICOLOR", "Disables color if it is 0."},
	{"CLICOLOR_FORCE", "Allows color on a screen that seems to have none, unless it is 0. NO_COLOR comes first."},
	{"COLORTERM", "Says that the terminal has true color, as in truecolor."},
	{"COLORFGBG", "Says whether the background of the terminal is dark or light, where the terminal does not."},
	{"TERM", "Names the terminal. With dumb, Knead asks line by line. Old terminals get ASCII only."},
	{"TMUX", "Says that tmux draws the terminal, so that a TERM beginning with screen does not mean GNU screen."},
	{"RUNEWIDTH_EASTASIAN", "If it is 1, the terminal draws some signs two columns wide, and Knead draws with ASCII only."},
	{"LC_ALL, LC_CTYPE, LANG", "Name the locale; the first that is set counts. Without UTF-8 in it, Knead draws with ASCII only."},
	{"XDG_STATE_HOME", "The folder for the answers that you asked Knead to keep. By default ~/.local/state on Linux, " +
		"~/Library/Application Support on macOS, and %LOCALAPPDATA% on Windows."},
}

// Pages makes a page for the program, and one for each command that its help shows, in order.
func Pages(root *cobra.Command) []Page {
	root.InitDefaultHelpCmd()
	pages := []Page{page(root)}
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() || c.Name() == "help" {
			pages = append(pages, page(c))
		}
	}
	return pages
}

// name is what the page of a command is called.
func name(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

func page(c *cobra.Command) Page {
	c.InitDefaultHelpFlag()
	r := &roff{}
	r.macro("TH", strings.ToUpper(name(c)), "1", "", "Knead", "User Commands")
	r.macro("SH", "NAME")
	r.line(name(c) + " - " + strings.ToLower(c.Short[:1]) + c.Short[1:])
	r.macro("SH", "SYNOPSIS")
	r.WriteString(`\fB` + escaped(c.CommandPath()) + `\fR`)
	_, args, _ := strings.Cut(c.Use, " ")
	if c.HasSubCommands() {
		args = "[COMMAND]"
	}
	r.line(strings.TrimRight(" "+args, " ") + " [OPTION]...")
	r.macro("SH", "DESCRIPTION")
	long := c.Long
	if long == "" {
		long = c.Short + "."
	}
	r.prose(long)
	commands(r, c)
	if own := c.NonInheritedFlags(); own.HasAvailableFlags() {
		r.macro("SH", "OPTIONS")
		options(r, own)
	}
	if all := c.InheritedFlags(); all.HasAvailableFlags() {
		r.macro("SH", "OPTIONS OF EVERY COMMAND")
		options(r, all)
	}
	if c.Example != "" {
		r.macro("SH", "EXAMPLES")
		r.macro("nf")
		r.lines(c.Example)
		r.macro("fi")
	}
	r.macro("SH", "EXIT STATUS")
	rows(r, exits)
	r.macro("SH", "ENVIRONMENT")
	rows(r, variables)
	related(r, c)
	return Page{name(c) + ".1", r.String()}
}

// commands lists the commands below one, with the page of each.
func commands(r *roff, c *cobra.Command) {
	if !c.HasAvailableSubCommands() {
		return
	}
	r.macro("SH", "COMMANDS")
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			_, args, _ := strings.Cut(sub.Use, " ")
			r.item(sub.CommandPath(), args, sub.Short+". See "+name(sub)+"(1).")
		}
	}
}

// options lists flags: how each is written, what it does, and what it is without being given.
func options(r *roff, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = "-" + f.Shorthand + ", " + term
		}
		usage = strings.ToUpper(usage[:1]) + usage[1:] + "."
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
			usage += " The default is " + f.DefValue + "."
		}
		r.item(term, value, usage)
	})
}

func rows(r *roff, all []row) {
	for _, x := range all {
		r.item(x.term, "", x.meaning)
	}
}

// related names the other pages.
func related(r *roff, c *cobra.Command) {
	r.macro("SH", "SEE ALSO")
	var names []string
	if c.HasParent() {
		names = append(names, name(c.Parent())+"(1)")
	}
	for _, other := range c.Root().Commands() {
		if other != c && other.IsAvailableCommand() {
			names = append(names, name(other)+"(1)")
		}
	}
	r.line(strings.Join(names, ", "))
}
