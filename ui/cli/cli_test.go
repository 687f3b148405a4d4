package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"knead/guide/fixture"
	"knead/ui/cli"
)

// TestMain makes the program a command of the scripts: knead as it is, and screened, whose screens say what they were asked
// to show, on the script's terminal.
func TestMain(m *testing.M) {
	fixture.Prepare()
	testscript.Main(m, map[string]func(){
		"knead": func() { os.Exit(cli.Main(os.Args[1:], os.Environ(), os.Stdin, os.Stdout, os.Stderr)) },
		"screened": func() {
			tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
			if err != nil {
				panic(err)
			}
			os.Exit(screened.Main(os.Args[1:], os.Environ(), tty, tty, os.Stderr))
		},
	})
}

var screened = cli.Program{UI: func(s cli.Session) error {
	demo := ""
	if s.Demo != nil {
		demo = fmt.Sprintf(" demo=%s loop=%t stage=%t invite=%s", s.Demo.Case, s.Demo.Loop, s.Demo.Stage, s.Demo.Invite)
	}
	_, err := fmt.Fprintf(s.Out, "screens: reader=%t page=%q theme=%s no-color=%t plain=%t reduced-motion=%t questions=%d pages=%d%s\n",
		s.Reader, s.Page, s.Theme, s.NoColor, s.Plain, s.ReducedMotion, len(s.Guide().Knowledge().Questions), len(s.Library.Pages), demo)
	return err
}}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"matches": matches,
			"clean":   clean,
			"ascii":   ascii,
		},
	})
}

// exits CODE PROGRAM ARG… runs a program that must end with this exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARG…")
	}
	code := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = strconv.Itoa(exit.ExitCode())
	}
	if code != args[0] {
		ts.Fatalf("the exit code is %s, not %s", code, args[0])
	}
}

// matches SCHEMA FILE holds a JSON file against a schema of guide/report.
func matches(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: matches SCHEMA FILE")
	}
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(reportDir, args[0]))
	ts.Check(err)
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(ts.ReadFile(args[1])))
	ts.Check(err)
	ts.Check(schema.Validate(v))
}

// reportDir is where the schema is; scripts run elsewhere.
var reportDir, _ = filepath.Abs("../../guide/report")

// clean FILE fails when a file holds a control character that a terminal would obey.
func clean(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: clean FILE")
	}
	for _, r := range ts.ReadFile(args[0]) {
		if r != '\n' && (unicode.IsControl(r) || r >= 0x202A && r <= 0x202E) {
			ts.Fatalf("%s holds the control character %U", args[0], r)
		}
	}
}

// ascii FILE fails when a file holds anything but ASCII, and ! ascii when it holds nothing else.
func ascii(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: [!] ascii FILE")
	}
	at := strings.IndexFunc(ts.ReadFile(args[0]), func(r rune) bool { return r > unicode.MaxASCII })
	switch text := ts.ReadFile(args[0]); {
	case neg && at < 0:
		ts.Fatalf("%s is all ASCII", args[0])
	case !neg && at >= 0:
		ts.Fatalf("%s is not ASCII: %.60q", args[0], text[at:])
	}
}

// TestStreams shows that the program touches no stream but its own, and that many may run at once.
func TestStreams(t *testing.T) {
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			var out, errs bytes.Buffer
			code := cli.Main([]string{"assess", "-"}, nil, strings.NewReader("where: [neck]\n"), &out, &errs)
			if code != 0 || out.Len() == 0 || errs.Len() > 0 {
				t.Errorf("exit code %d, %d bytes, errors %q", code, out.Len(), errs.String())
			}
		})
	}
	all.Wait()
}

// TestNobodyReads: a reader that went away is no fault, a full disk is.
func TestNobodyReads(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{syscall.EPIPE, 0, ""},
		{&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}, 0, ""},
		{io.ErrClosedPipe, 0, ""},
		{errors.New("no space left on device"), 2, "knead: cannot write the output: no space left on device\n"},
	} {
		for _, args := range [][]string{{"questions"}, {"read", "swedish"}, {"--version"}, {"assess", "-"}, {"completion", "bash"}, {"--help"}, {"help", "read"}, {"assess", "-h"}} {
			var errs bytes.Buffer
			if code := cli.Main(args, nil, strings.NewReader("where: [neck]"), brokenWriter{c.err}, &errs); code != c.code || errs.String() != c.says {
				t.Errorf("%v with %v: exit code %d, errors %q", args, c.err, code, errs.String())
			}
		}
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

// TestNothingIsAnsweredByItself: no arguments are not the process's own, and no input is no answer.
func TestNothingIsAnsweredByItself(t *testing.T) {
	var out, errs bytes.Buffer
	if code := cli.Main(nil, nil, strings.NewReader(""), &out, &errs); code != 2 || out.Len() > 0 || !strings.HasPrefix(errs.String(), "knead: ") {
		t.Errorf("exit code %d, %q, errors %q", code, out.String(), errs.String())
	}
}

// TestArgumentsAreClean: an escape sequence in an argument does not reach the terminal.
func TestArgumentsAreClean(t *testing.T) {
	const hostile = "\x1b]0;x\a\u009b31m"
	for _, args := range [][]string{
		{hostile},
		{"read", hostile},
		{"assess", hostile},
		{"assess", "-", hostile},
		{"--" + hostile},
		{"-" + hostile},
		{"--theme", hostile},
		{"--plain=" + hostile},
		{"--content", hostile, "read"},
		{"check", hostile},
		{"help", hostile},
		{"completion", hostile},
		{"--=" + hostile},
	} {
		var out, errs bytes.Buffer
		if code := cli.Main(args, nil, strings.NewReader(""), &out, &errs); code != 2 {
			t.Errorf("%q: exit code %d", args, code)
		}
		for _, r := range out.String() + errs.String() {
			if r != '\n' && unicode.IsControl(r) {
				t.Errorf("%q: the control character %U came out", args, r)
			}
		}
	}
}

// TestPagesAreClean: an escape sequence that a page spells as an entity of HTML does not reach the terminal, nor does one that
// is looked up.
func TestPagesAreClean(t *testing.T) {
	dir := t.TempDir()
	page := "---\nid: own\ntitle: Own page\ngroup: good-to-know\nsummary: A page of one's own.\ndepth: short\nreviewed: 2026-11-20\nreview_by: 2027-11-20\n---\n\n" +
		"Red &#27;[31m and &#x9b;31m and `&#27;` words.\n"
	if err := os.MkdirAll(filepath.Join(dir, "topics"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "topics", "own.md"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"--content", dir, "read", "own"},
		{"--content", dir, "read", "--format", "html", "own"},
		{"--content", dir, "--plain", "read", "own"},
		{"questions", "--find", "\x1b]0;x\a\u009b31m"},
		{"questions", "--find", "\x1b]0;x\a", "--format", "json"},
	} {
		var out, errs bytes.Buffer
		cli.Main(args, nil, strings.NewReader(""), &out, &errs)
		if out.Len()+errs.Len() == 0 {
			t.Errorf("%q prints nothing", args)
		}
		for _, r := range out.String() + errs.String() {
			if r != '\n' && unicode.IsControl(r) {
				t.Errorf("%q: the control character %U came out", args, r)
				break
			}
		}
	}
}

// FuzzAssess feeds anything as answers: an answer or a complaint, never a panic, never a live escape.
func FuzzAssess(f *testing.F) {
	f.Add("where: [neck]\nseverity: 6\n")
	f.Add(`{"where": ["low-back"], "now": "unsure", "history/hernia": "unsure"}`)
	f.Add("\x1b[31m: [\u009b]\n- }{")
	f.Fuzz(func(t *testing.T, answers string) {
		var out, errs bytes.Buffer
		code := cli.Main([]string{"assess", "-"}, nil, strings.NewReader(answers), &out, &errs)
		if code != 0 && code != 2 || (code == 0) != (out.Len() > 0) || (code == 2) != (errs.Len() > 0) {
			t.Errorf("exit code %d with %d bytes and errors %q", code, out.Len(), errs.String())
		}
		for _, r := range out.String() + errs.String() {
			if r != '\n' && unicode.IsControl(r) {
				t.Fatalf("the control character %U came out", r)
			}
		}
	})
}
