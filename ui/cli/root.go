package cli

import (
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/report"
)

// flags are those of every command.
type flags struct {
	content       string
	theme         choice
	noColor       bool
	ascii         bool
	plain         bool
	reducedMotion bool
	version       bool
}

const examples = `  knead                                   answer the questions, read the result
  knead read                              browse the explainers
  knead read swedish > swedish.md         keep one of them
  knead questions --format json           the questionnaire, for a program
  knead assess answers.yaml               answers in, the result out
  knead assess --format html - < a.yaml   the same as a page to print
  knead handout --blank                   the questions on paper, to fill in by hand
  knead demo                              watch sample people go through it
  knead check my-content                  validate your own content folder`

// root makes the command tree. Nothing is read and nothing is decided here.
func (r *run) root() *cobra.Command {
	root := &cobra.Command{
		Use:               "knead",
		Short:             "An offline guide to massage and its alternatives for sore backs, necks, and muscles",
		Long:              document.Document{Title: report.Purpose}.Text(78) + "\nWithout a command, knead asks the questions.",
		Example:           examples,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE: func(*cobra.Command, []string) error { return r.before() },
		RunE:              func(*cobra.Command, []string) error { return r.wizard() },
	}
	root.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknown("command", args[0], commandNames(cmd))
		}
		return nil
	}
	root.SetIn(r.in)
	root.SetOut((*helpOut)(r))
	root.SetErr(shown{r, r.err})
	root.SetFlagErrorFunc(flagError)
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")

	r.flags.theme = choice{value: "auto", words: []string{"auto", "dark", "light", "contrast", "plain"}}
	f := root.PersistentFlags()
	f.SortFlags = false
	f.StringVar(&r.flags.content, "content", "", "use the content folder `DIR` on top of the built-in content")
	f.Var(&r.flags.theme, "theme", "colors: auto, dark, light, contrast, or plain")
	f.BoolVar(&r.flags.noColor, "no-color", false, "disable color (or set the NO_COLOR variable)")
	f.BoolVar(&r.flags.ascii, "ascii", false, "write text and signs in ASCII only")
	f.BoolVar(&r.flags.plain, "plain", false, "ask line by line, for screen readers and simple terminals")
	f.BoolVar(&r.flags.reducedMotion, "reduced-motion", false, "disable animation")
	f.BoolVar(&r.flags.version, "version", false, "print the versions of the program and its content")
	f.BoolP("help", "h", false, "print this help")
	fixed(root, "theme", r.flags.theme.words)
	_ = root.MarkPersistentFlagDirname("content") // fails only for a flag that is not there

	root.AddCommand(r.read(), r.questions(), r.assess(), r.handout(), r.demo(), r.check(), r.audit(), r.forgetting(), r.completion())
	root.SetHelpCommand(r.help())
	return root
}

// before runs before every command.
func (r *run) before() error {
	if !r.flags.version {
		return nil
	}
	library, err := r.load()
	if err != nil {
		return err
	}
	info, _ := debug.ReadBuildInfo() // nil where there is none
	if err := r.print("knead " + programVersion(released, info) + ", content " + library.Version() + "\n"); err != nil {
		return err
	}
	return errDone
}

// wizard opens the questions.
func (r *run) wizard() error {
	if r.UI == nil {
		return errors.New("this build has no screens; use knead assess FILE, or knead read")
	}
	return r.show(false, "")
}

// show opens the screens: the questions, or the library.
func (r *run) show(reader bool, page string) error {
	return r.open(Session{Reader: reader, Page: page})
}

// open opens the screens for what a session asks, with the flags and streams of this run.
func (r *run) open(s Session) (err error) {
	if s.Library, err = r.load(); err != nil {
		return err
	}
	s.Guide = r.compiled
	s.Theme, s.NoColor, s.ReducedMotion = r.flags.theme.value, r.colorless(), r.flags.reducedMotion
	s.Plain, s.Width, s.ASCII, s.Print = r.plainly(), width(r.out), r.asciiScreen(), r.print
	s.In, s.Out, s.Err, s.Env = r.in, r.out, r.err, colored(r.env, s.NoColor)
	return r.UI(s)
}

// help is "knead help COMMAND".
func (r *run) help() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Print help for a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			if len(args) == 0 {
				return root.Help()
			}
			for _, c := range root.Commands() {
				if c.Name() == args[0] {
					return c.Help()
				}
			}
			return unknown("command", args[0], commandNames(root))
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(cmd.Root()), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

func commandNames(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// takes checks the number of arguments; what describes them in the error. The version flag needs none.
func (r *run) takes(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case r.flags.version:
			return nil
		case len(args) < least:
			return fmt.Errorf("%s needs %s; see knead %s --help", cmd.Name(), what, cmd.Name())
		case len(args) > most && most == 0:
			return fmt.Errorf("%s takes no argument, but %q was given", cmd.Name(), args[0])
		case len(args) > most:
			return fmt.Errorf("%s takes %s, but %q was given too", cmd.Name(), what, args[most])
		}
		return nil
	}
}

// unknown is the error for a word that is not known, with the nearest one that is.
func unknown(kind, word string, words []string) error {
	return fmt.Errorf("unknown %s %q; %s", kind, word, guide.Nearest(word, words))
}

// flagError rewords an error about a flag.
func flagError(cmd *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &missing) && missing.GetSpecifiedShortnames() != "":
		return fmt.Errorf("unknown flag %q; long flags start with two dashes, see knead --help", "-"+missing.GetSpecifiedShortnames())
	case errors.As(err, &missing):
		return unknown("flag", "--"+missing.GetSpecifiedName(), flagNames(cmd))
	case errors.As(err, &bare):
		_, what := pflag.UnquoteUsage(bare.GetFlag())
		return fmt.Errorf("--%s needs a value: %s", bare.GetFlag().Name, what)
	case errors.As(err, &bad) && errors.As(err, new(choiceError)):
		return fmt.Errorf("--%s: %w", bad.GetFlag().Name, bad.Unwrap())
	case errors.As(err, &bad):
		return fmt.Errorf("--%s: invalid value %q; leave it out, or use true or false", bad.GetFlag().Name, bad.GetValue())
	}
	return err
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return names
}

// forgetting is the command that shows and erases what was kept.
func (r *run) forgetting() *cobra.Command {
	return &cobra.Command{
		Use:   "forget",
		Short: "Show the answers kept on this machine, and erase them",
		Long: "Show the answers that you asked Knead to keep, and where they are, and erase them. Nothing is\n" +
			"kept unless you ask for it when you leave.\n\n" +
			"This also erases anything left by an interrupted save, there and in the current folder. Pages\n" +
			"that you saved yourself stay.",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return r.forget() },
	}
}
