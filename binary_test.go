package main_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What the program is made of, and what its parts cost before its first line runs.

func TestModules(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	needs := map[string]struct{ version, comment string }{}
	for line := range strings.Lines(string(text)) {
		words, comment, _ := strings.Cut(strings.TrimSpace(line), "//")
		if f := strings.Fields(strings.TrimPrefix(words, "require ")); len(f) == 2 && strings.Contains(f[0], ".") {
			needs[f[0]] = struct{ version, comment string }{f[1], comment}
		}
		if strings.HasPrefix(words, "replace ") || strings.HasPrefix(words, "exclude ") {
			t.Errorf("go.mod: %s: modules are used as they were published", strings.TrimSpace(line))
		}
	}
	for module, old := range map[string]string{
		"charm.land/bubbletea/v2": "github.com/charmbracelet/bubbletea",
		"charm.land/bubbles/v2":   "github.com/charmbracelet/bubbles",
		"charm.land/glamour/v2":   "github.com/charmbracelet/glamour",
	} {
		switch need := needs[module]; {
		case need.version == "":
			t.Errorf("go.mod: %s is missing", module)
		case !strings.Contains(need.comment, "the current major version of "+old):
			t.Errorf("go.mod: beside %s stands no word that it is the current major version of %s", module, old)
		}
	}
	width := needs["github.com/mattn/go-runewidth"]
	patch, err := strconv.Atoi(strings.TrimPrefix(width.version, "v0.0."))
	if err != nil || patch < 28 {
		t.Errorf("go.mod: go-runewidth is %q; before v0.0.28 it builds a table of 2 MB at every start, 30 ms", width.version)
	}
	if !strings.Contains(width.comment, "start") {
		t.Error("go.mod: beside go-runewidth stands no word why it is pinned")
	}
}

// TestTestsStayOutOfTheProgram holds that nothing is linked that only tests or the web edition need, nor any package that speaks
// to a network.
func TestTestsStayOutOfTheProgram(t *testing.T) {
	for _, pkg := range run(t, "go", "list", "-deps", "-f", "{{.ImportPath}}", ".") {
		for _, no := range []string{
			"testing", "knead/ui/termtest", "github.com/creack/pty", "github.com/charmbracelet/x/vt", "github.com/rogpeppe/go-internal",
			"pgregory.net/rapid", "github.com/santhosh-tekuri/jsonschema", "net/http", "crypto/tls",
			"knead/ui/web", "syscall/js", "github.com/andybalholm/brotli", // the web edition, and what makes its site
		} {
			if pkg == no || strings.HasPrefix(pkg, no+"/") {
				t.Errorf("the program links %s", pkg)
			}
		}
	}
}

// TestOnlyFlagsKnowAddresses holds that nothing in the program imports package net, except the flags, for the form of an address.
func TestOnlyFlagsKnowAddresses(t *testing.T) {
	var importers []string
	for _, line := range run(t, "go", "list", "-deps", "-f", "{{.ImportPath}}{{range .Imports}} {{.}}{{end}}", ".") {
		if f := strings.Fields(line); slices.Contains(f[1:], "net") {
			importers = append(importers, f[0])
		}
	}
	if !slices.Equal(importers, []string{"github.com/spf13/pflag"}) {
		t.Errorf("package net is imported by %q; only pflag may, which needs it for the form of an address", importers)
	}
}

// TestNoNetwork looks into the linked program: what opens a connection, or waits for one, must not be there. A package may
// import net for the form of an address, as pflag does; the linker leaves out what nobody calls.
func TestNoNetwork(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	dials := regexp.MustCompile(
		`^(net\.(socket|dial|Dial\w*|Listen\w*|\(\*Dialer\)\.\w+|\(\*ListenConfig\)\.\w+)|(syscall|golang\.org/x/sys/unix)\.([Cc]onnect|[Ll]isten|[Ss]ocket))$`)
	symbols := run(t, "go", "tool", "nm", build(t))
	if len(symbols) < 1000 {
		t.Fatalf("the program has %d symbols: are they stripped?", len(symbols))
	}
	for _, line := range symbols {
		if f := strings.Fields(line); len(f) > 0 && dials.MatchString(f[len(f)-1]) {
			t.Errorf("the program can reach a network: it has %s", f[len(f)-1])
		}
	}
}

// TestPackagesStartFast fails when a package of the program takes more than 2 ms before main. It looks at the fastest of
// several starts, which is what a package takes when nobody disturbs it; on a slow machine chroma, which is known
// (alecthomas/chroma#438 and #956), is slow as well, and gives the measure.
func TestPackagesStartFast(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	const (
		styles, lexers = "github.com/alecthomas/chroma/v2/styles", "github.com/alecthomas/chroma/v2/lexers"
		stylesTake     = 6300 * time.Microsecond // where the limit of 2 ms was set
	)
	program := build(t)
	fastest := map[string]time.Duration{}
	for range 9 {
		cmd := exec.Command(program, "--version")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("knead --version: %v\n%s", err, out)
		}
		for line := range strings.Lines(string(out)) {
			name, took, ok := initTrace(line)
			if before, seen := fastest[name]; ok && (!seen || took < before) {
				fastest[name] = took
			}
		}
	}
	if len(fastest) < 10 {
		t.Fatalf("only %d packages say what they take", len(fastest))
	}
	slow := max(1, float64(fastest[styles])/float64(stylesTake))
	limit := time.Duration(slow * float64(2*time.Millisecond))
	var total time.Duration
	for name, took := range fastest {
		total += took
		if took > limit && name != styles && name != lexers && name != "runtime" {
			t.Errorf("%s takes %s before main; the limit is %s here", name, took, limit)
		}
	}
	t.Logf("%d packages take %s before main, chroma %s of it", len(fastest), total, fastest[styles]+fastest[lexers])
}

// initTrace reads a line such as "init errors @0.27 ms, 0.009 ms clock, 0 bytes, 0 allocs".
func initTrace(line string) (name string, took time.Duration, ok bool) {
	f := strings.Fields(line)
	if len(f) < 7 || f[0] != "init" || f[5] != "ms" || f[6] != "clock," {
		return "", 0, false
	}
	took, err := time.ParseDuration(f[4] + "ms")
	return f[1], took, err == nil
}

// build compiles the program.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "knead.exe") // Windows wants the ending, nobody else minds
	run(t, "go", "build", "-o", program, ".")
	return program
}

// run runs a command at the top and returns the lines of its output.
func run(t *testing.T, name string, args ...string) []string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		detail := ""
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			detail = string(exit.Stderr)
		}
		t.Fatalf("%s: %v\n%s", strings.Join(append([]string{name}, args...), " "), err, detail)
	}
	return strings.Split(strings.ReplaceAll(strings.TrimSpace(string(out)), "\r\n", "\n"), "\n")
}
