package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"knead/guide"
	"knead/guide/audit"
	"knead/guide/document"
	"knead/guide/matrix"
)

// audit is "knead audit": the invariants, checked over the answer space.
func (r *run) audit() *cobra.Command {
	seed := parsed[uint64]{1, func(s string) (uint64, error) { return strconv.ParseUint(s, 10, 64) }, "N", "a whole number such as 7"}
	budget := parsed[time.Duration]{time.Minute, time.ParseDuration, "TIME", "a time such as 60s or 10m"}
	var only []string
	var out string
	var dangers bool
	format := choice{value: "markdown", words: []string{"markdown", "csv"}}
	cmd := &cobra.Command{
		Use:   "audit",
		Short: "Check the safety invariants over the whole answer space",
		Long: "Check the safety invariants over the answer space: danger first, no unsafe match, unknown is\n" +
			"not no, and so on. Prints the coverage and, for each failure, a counterexample as a file of\n" +
			"answers for knead assess. The exit code is 1 if anything fails.\n\n" +
			"Single options and pairs are always checked completely; triples, as far as the budget\n" +
			"allows. The same seed checks the same answers in the same order.\n\n" +
			"With --matrix, prints the danger matrix instead: the level that the rules give for every sign of\n" +
			"danger, by place, start, and risk. knead check rejects an empty cell, and one that is milder than\n" +
			"the content allows.",
		Example: "  knead audit\n  knead audit --seed 7 --budget 10m --out found\n  knead audit --content my-content --only red-flags,history\n" +
			"  knead audit --matrix --format csv > matrix.csv",
		Args: r.takes(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dangers {
				return r.matrix(format.value)
			}
			if cmd.Flags().Changed("format") {
				return errors.New("--format belongs to --matrix; add --matrix, or leave --format out")
			}
			_, g, err := r.rules()
			if err != nil {
				return err
			}
			for _, part := range only {
				if err := (&choice{words: audit.Phases()}).Set(part); err != nil {
					return fmt.Errorf("--only: %w", err)
				}
			}
			return r.searchHarm(g, audit.Options{Seed: seed.value, Budget: budget.value, Phases: only}, out)
		},
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.Var(&seed, "seed", "seed for the samples and for the order of triples")
	f.Var(&budget, "budget", "how long to check triples")
	f.StringVar(&out, "out", "", "write counterexamples into the folder `DIR`")
	f.StringSliceVar(&only, "only", nil, "check only these `PARTS`: "+strings.Join(audit.Phases(), ", "))
	fixed(cmd, "only", audit.Phases())
	f.BoolVar(&dangers, "matrix", false, "print the danger matrix")
	f.Var(&format, "format", "format of the danger matrix: markdown or csv")
	fixed(cmd, "format", format.words)
	_ = cmd.MarkFlagDirname("out") // fails only for a flag that is not there
	return cmd
}

// searchHarm runs the audit until it is done or interrupted, and prints what it covered and found.
func (r *run) searchHarm(g *guide.Guide, o audit.Options, out string) error {
	ctx, stop := untilSignal()
	defer stop()
	// This is the machine's clock, whatever r.Now returns: the budget needs one that runs.
	o.Workers, o.Now, o.Progress = runtime.GOMAXPROCS(0), time.Now, r.progress()
	result, err := audit.Run(ctx, g, o)
	r.progressDone()
	if err := r.print(auditText(result, o.Workers)); err != nil {
		return err
	}
	if err := r.counterexamples(result, out); err != nil {
		return err
	}
	switch {
	case len(result.Counterexamples) > 0:
		return checkError{errors.New(counted(len(result.Counterexamples), "counterexample"))}
	case err != nil:
		r.complain(errors.New("the audit was stopped before it finished"))
		return ended(ctx, err)
	}
	return nil
}

// matrix prints the danger matrix. What is wrong with it is for knead check to say.
func (r *run) matrix(format string) error {
	_, g, err := r.rules()
	if err != nil {
		return err
	}
	table, _ := matrix.Evaluate(g, &r.library.Matrix)
	if format == "csv" {
		text, err := table.CSV()
		if err != nil {
			return err
		}
		return r.print(document.CleanLines(text))
	}
	return r.print(document.CleanLines(table.Markdown()))
}

// progress shows how far the audit is, on one line of standard error that is overwritten, and only on a terminal.
func (r *run) progress() func(phase string, done, total int64) {
	if _, ok := terminal(r.err); !ok {
		return nil
	}
	return func(phase string, done, total int64) {
		fmt.Fprintf(r.err, "\r%s: %.1f %%%s", phase, 100*float64(done)/float64(max(total, 1)), ansi.EraseLineRight)
	}
}

func (r *run) progressDone() {
	if _, ok := terminal(r.err); ok {
		fmt.Fprintf(r.err, "\r%s", ansi.EraseLineRight)
	}
}

// auditText is what was covered, and how each invariant fared.
func auditText(a audit.Report, workers int) string {
	var s strings.Builder
	fmt.Fprintf(&s, "Seed %d, %s on %s: %s full assessments, %s a second; %s of them with reasons.\n\n",
		a.Seed, a.Elapsed.Round(100*time.Millisecond), counted(workers, "core"), grouped(a.Evaluations+a.Explained), grouped(int64(a.PerSecond())), grouped(a.Explained))
	s.WriteString("Coverage\n")
	for _, c := range a.Coverage {
		share := ""
		if c.Done < c.Total {
			share = fmt.Sprintf(" (%.1f %%)", 100*float64(c.Done)/float64(c.Total))
		}
		fmt.Fprintf(&s, "  %-58s %15s of %s%s\n", c.What, grouped(c.Done), grouped(c.Total), share)
	}
	s.WriteString("\nInvariants\n")
	for _, c := range a.Invariants {
		number, result := strconv.Itoa(c.Number), "holds"
		if c.Number == 0 {
			number = "-" // none of the ten: the means of the audit themselves
		}
		switch {
		case c.Failed > 0:
			result = "FAILS: " + counted(c.Failed, "counterexample")
		case c.Checks == 0:
			result = "not checked"
		}
		fmt.Fprintf(&s, "  %2s %-32s %15s checks  %s\n", number, c.Name, grouped(c.Checks), result)
	}
	return document.CleanLines(s.String())
}

// grouped writes a number with commas.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// counterexamples prints them, or writes a file for each into a folder and prints the names.
func (r *run) counterexamples(a audit.Report, dir string) error {
	if len(a.Counterexamples) == 0 {
		return nil
	}
	if dir != "" {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return fileError(dir, err)
		}
	}
	names := map[int]string{}
	for _, c := range a.Invariants {
		names[c.Number] = c.Name
	}
	var s strings.Builder
	if dir != "" {
		s.WriteString("\n")
	}
	for i, c := range a.Counterexamples {
		name := fmt.Sprintf("%02d-%s.yaml", i+1, strings.ReplaceAll(names[c.Invariant], " ", "-"))
		files := []struct{ name, text string }{{name, answersFile(c.Answers, names[c.Invariant], c.Problem)}}
		if c.Before != nil {
			files = append(files, struct{ name, text string }{"before-" + name, answersFile(c.Before, "compared with", name)})
		}
		for _, f := range files {
			if dir == "" {
				fmt.Fprintf(&s, "\n--- %s\n%s", f.name, f.text)
				continue
			}
			path := filepath.Join(dir, f.name)
			if err := os.WriteFile(path, []byte(f.text), 0o666); err != nil {
				return fileError(path, err)
			}
			fmt.Fprintf(&s, "%s: %s\n", path, document.Clean(c.Problem))
		}
	}
	return r.print(s.String())
}

// answersFile writes answers as knead assess reads them, under what is to be said of them.
func answersFile(lines []string, about, problem string) string {
	var s strings.Builder
	fmt.Fprintf(&s, "# %s: %s\n", about, document.Clean(problem))
	if len(lines) == 0 {
		s.WriteString("{} # no answers\n")
	}
	for _, line := range lines {
		question, answer, _ := strings.Cut(line, ": ")
		if strings.Contains(answer, ", ") {
			answer = "[" + answer + "]"
		}
		fmt.Fprintf(&s, "%s: %s\n", question, answer)
	}
	return s.String()
}

// parsed is a flag whose value is read from a word. It is a pflag.Value.
type parsed[T any] struct {
	value T
	parse func(string) (T, error)
	kind  string
	want  string
}

func (p *parsed[T]) String() string { return fmt.Sprint(p.value) }

// Type names the value in the help.
func (p *parsed[T]) Type() string { return p.kind }

// Set reads the value.
func (p *parsed[T]) Set(word string) (err error) {
	v, err := p.parse(word)
	if err != nil {
		return choiceError{fmt.Errorf("invalid value %q; use %s", word, p.want)}
	}
	p.value = v
	return nil
}
