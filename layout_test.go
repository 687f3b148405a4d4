package main_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules of the repository, as tests. Everything here reads the source as it stands, for every system and build tag, and
// needs nothing that compiles.

// root is the folder of the module.
const root = "."

// layer says what a package may import. Arrows point one way only: guide ← content ← ui ← main.
type layer struct {
	ours    []string // packages of this module
	only    []string // the only packages of the standard library; nil: all but those that reach out of the process
	outside []string // the only other modules, by prefix
	system  bool     // files, processes and signals too
}

// network and system are what a package without leave for it must not import: what it knows it is told.
var (
	network = []string{"net", "net/http", "net/smtp", "net/rpc", "net/textproto", "crypto/tls"}
	system  = []string{"os", "os/exec", "os/signal", "os/user", "syscall", "plugin", "log", "log/slog", "io/ioutil", "testing"}
)

var charm = []string{"charm.land/", "github.com/charmbracelet/x/ansi", "github.com/charmbracelet/colorprofile"}

// layers are the packages that are no screen. A folder under ui that is not named here is a screen.
var layers = map[string]layer{
	".":               {ours: []string{"ui/cli"}, outside: []string{"github.com/spf13/cobra"}, system: true},
	"guide/knowledge": {ours: []string{"guide/find"}, only: []string{"slices", "strconv", "strings"}},
	"guide": {ours: []string{"guide/find", "guide/fold", "guide/knowledge"}, only: []string{
		"cmp", "context", "errors", "hash/fnv", "iter", "maps", "math", "math/bits", "math/rand/v2", "runtime", "slices", "strconv", "strings", "sync",
		"sync/atomic", "time", "unicode", "unicode/utf8",
	}},
	"guide/rules": {ours: []string{"guide/knowledge"}, only: []string{"slices", "strings"}},
	"guide/audit": {ours: []string{"guide", "guide/knowledge", "guide/rules"}, only: []string{
		"cmp", "context", "errors", "fmt", "math/bits", "math/rand/v2", "slices", "strings", "sync", "sync/atomic", "time",
	}},
	"guide/fold":      {only: []string{"strings", "syscall/js", "unicode", "unicode/utf8"}, outside: []string{"golang.org/x/text/unicode/norm"}},
	"guide/find":      {ours: []string{"guide/fold"}},
	"guide/matrix":    {ours: []string{"guide", "guide/knowledge"}},
	"guide/columns":   {outside: []string{"github.com/charmbracelet/x/ansi"}},
	"guide/markup":    {only: []string{"html", "slices", "strings"}},
	"guide/document":  {ours: []string{"guide/columns", "guide/markup"}, outside: []string{"github.com/yuin/goldmark/"}},
	"guide/evidence":  {ours: []string{"guide", "guide/knowledge", "guide/document"}, only: []string{"math", "strconv", "strings"}},
	"guide/condition": {ours: []string{"guide", "guide/knowledge"}, only: []string{"slices", "strings"}},
	"guide/report": {ours: []string{"guide", "guide/knowledge", "guide/condition", "guide/document", "guide/evidence"}, only: []string{
		"bytes", "cmp", "encoding/json", "errors", "maps", "slices", "strconv", "strings", "time", "unicode", "unicode/utf8",
	}},
	"guide/fhir": {ours: []string{"guide", "guide/knowledge", "guide/condition", "guide/document", "guide/report"}, only: []string{
		"errors", "iter", "slices", "strconv", "strings", "time",
	}},
	"guide/fixture":        {ours: []string{"guide", "guide/knowledge"}, system: true},                                               // for tests
	"guide/scenario":       {ours: []string{"guide", "guide/knowledge"}, outside: []string{"github.com/rogpeppe/go-internal/txtar"}}, // for tests
	"content":              {ours: []string{"guide", "guide/knowledge", "guide/rules", "guide/find", "guide/fold", "guide/matrix", "guide/document", "guide/evidence", "guide/report", "guide/fhir"}, outside: []string{"go.yaml.in/yaml/v4"}},
	"content/builtin":      {ours: []string{"guide", "guide/knowledge", "guide/matrix", "guide/document", "content", "content/builtin/core"}},
	"content/builtin/core": {ours: []string{"guide", "guide/knowledge", "guide/find", "guide/document", "guide/report"}, only: []string{}},
	"ui": {
		ours: []string{"guide", "guide/knowledge", "guide/columns", "guide/document", "guide/report", "content", "ui/*"}, outside: append([]string{
			"github.com/charmbracelet/ultraviolet", "github.com/charmbracelet/x/term", "github.com/muesli/cancelreader",
		}, charm...),
	},
	"ui/theme":     {ours: []string{"guide/columns", "guide/document"}, outside: append([]string{"github.com/lucasb-eyer/go-colorful", "github.com/yuin/goldmark/"}, charm...)},
	"ui/chart":     {ours: []string{"guide/document", "ui/theme"}, outside: []string{"rsc.io/qr"}},
	"ui/frame":     {ours: []string{"guide/columns"}, outside: charm},
	"ui/keymap":    {outside: charm},
	"ui/input":     {outside: charm},
	"ui/page":      {ours: []string{"guide/fold", "guide/document", "ui/theme", "ui/frame", "ui/chart"}, outside: append([]string{"github.com/yuin/goldmark/"}, charm...)},
	"ui/bodymap":   {ours: []string{"guide", "guide/knowledge", "content", "ui/theme", "ui/frame", "ui/keymap"}, outside: charm},
	"ui/line":      {ours: []string{"guide", "guide/knowledge", "guide/columns", "guide/document", "guide/fold", "guide/report", "content"}},
	"ui/web":       {ours: []string{"guide", "guide/knowledge", "guide/evidence", "guide/markup", "guide/document", "guide/report"}},
	"ui/web/build": {ours: []string{"guide/document", "guide/markup", "guide/report", "content", "content/builtin", "content/builtin/core", "ui/web"}, outside: []string{"github.com/andybalholm/brotli"}, system: true},
	"ui/web/wasm":  {ours: []string{"guide/report", "content/builtin/core", "ui/web"}},
	"ui/keep":      {ours: []string{"guide", "guide/knowledge"}, outside: []string{"github.com/adrg/xdg", "golang.org/x/sys/unix"}, system: true},
	"ui/handout": {
		ours:    []string{"guide", "guide/knowledge", "guide/document", "guide/report", "content", "ui/theme", "ui/frame", "ui/chart", "ui/keymap", "ui/page", "ui/keep"},
		outside: charm, system: true,
	},
	"ui/cli": {
		ours: []string{"guide", "guide/knowledge", "guide/audit", "guide/matrix", "guide/columns", "guide/document", "guide/fold", "guide/report", "guide/fhir", "content", "content/builtin", "ui", "ui/line", "ui/theme", "ui/keep"},
		outside: []string{
			"charm.land/bubbletea/v2", "github.com/spf13/", "github.com/charmbracelet/colorprofile", "github.com/charmbracelet/x/ansi", "github.com/charmbracelet/x/term", "go.yaml.in/yaml/v4", "golang.org/x/sys/unix",
		}, system: true,
	},
	"ui/cli/man":  {ours: []string{"ui/cli"}, outside: []string{"github.com/spf13/"}, system: true}, // for packages
	"ui/termtest": {ours: []string{"ui/keymap"}, outside: append([]string{"github.com/charmbracelet/", "github.com/creack/pty", "golang.org/x/sys/unix"}, charm...), system: true},
}

// aScreen stands on what the screens share and on nothing of another screen.
var aScreen = layer{
	ours:    []string{"guide", "guide/knowledge", "guide/fold", "guide/document", "guide/evidence", "guide/report", "content", "ui/theme", "ui/frame", "ui/chart", "ui/keymap", "ui/page", "ui/bodymap"},
	outside: append([]string{"github.com/sahilm/fuzzy"}, charm...),
}

// notForApp are the packages that the App, which owns the screens, must not know.
var notForApp = []string{"ui/cli", "ui/line", "ui/termtest", "ui/web"}

func TestImportsPointOneWay(t *testing.T) {
	packages := parse(t)
	for _, dir := range slices.Sorted(maps.Keys(packages)) {
		rule, known := layers[dir]
		if !known && path.Dir(dir) == "ui" {
			rule, known = aScreen, true
		}
		if !known {
			t.Errorf("%s: no rule says what this package may import; if it belongs, add one to layers", dir)
			continue
		}
		for _, f := range packages[dir].files {
			for _, spec := range f.tree.Imports {
				if name, _ := strconv.Unquote(spec.Path.Value); !rule.allows(dir, name) {
					t.Errorf("%s: package %s must not import %s", f.name, dir, name)
				}
			}
		}
	}
}

func (l layer) allows(dir, name string) bool {
	if ours, ok := strings.CutPrefix(name, "knead/"); ok {
		if dir == "ui" && slices.Contains(notForApp, ours) {
			return false
		}
		return slices.ContainsFunc(l.ours, func(p string) bool { ok, _ := path.Match(p, ours); return ok })
	}
	if first, _, _ := strings.Cut(name, "/"); strings.Contains(first, ".") {
		return slices.ContainsFunc(l.outside, func(p string) bool { return strings.HasPrefix(name, p) })
	}
	switch {
	case l.only != nil:
		return slices.Contains(l.only, name)
	case slices.Contains(network, name):
		return false
	case slices.Contains(system, name):
		return l.system
	}
	return true
}

// TestOneWidthAndOneReader holds that text is measured and wrapped in guide/columns only, and that Markdown is read in
// guide/document only: two of either would disagree.
func TestOneWidthAndOneReader(t *testing.T) {
	measures := regexp.MustCompile(`\b(ansi\.(StringWidth\w*|Wrap\w*|Wordwrap\w*|Hardwrap\w*)|lipgloss\.(Width|Wrap)|runewidth\.\w+|uniseg\.\w+)\(`)
	reads := regexp.MustCompile(`"github\.com/yuin/goldmark/(parser|extension)"|\bgoldmark\.(New|Convert)\(|glamour\.\w+\(`)
	eachGoFile(t, func(name string, source []byte) {
		if strings.HasSuffix(name, "_test.go") || strings.Contains(name, "ui/termtest/") {
			return
		}
		if found := measures.Find(source); found != nil && !strings.Contains(name, "guide/columns/") {
			t.Errorf("%s: %s measures or wraps text; use package columns", name, found)
		}
		if found := reads.Find(source); found != nil && !strings.Contains(name, "guide/document/") {
			t.Errorf("%s: %s reads Markdown; use document.Read", name, found)
		}
	})
}

func TestTopLevel(t *testing.T) {
	allowed := []string{"main.go", "ui", "content", "guide", "go.mod", "go.sum", "README.md", "LICENSE", "NOTICE"}
	names := tracked(t)
	for _, name := range names {
		if !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, "_test.go") && !slices.Contains(allowed, name) {
			t.Errorf("%s does not belong at the top: only %s, tests of the whole repository, and dot-files do", name, strings.Join(allowed, ", "))
		}
	}
	for _, name := range allowed {
		if !slices.Contains(names, name) {
			t.Errorf("%s is missing", name)
		}
	}
}

// tracked are the names at the top that belong to the project; without git, all that are there.
func tracked(t *testing.T) []string {
	t.Helper()
	var names []string
	out, err := exec.Command("git", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard").Output()
	if err == nil {
		for line := range strings.Lines(string(out)) {
			first, _, _ := strings.Cut(strings.TrimSpace(line), "/")
			if _, gone := os.Stat(filepath.Join(root, first)); gone == nil {
				names = append(names, first)
			}
		}
		slices.Sort(names)
		return slices.Compact(names)
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestFilesAreShort(t *testing.T) {
	generated := regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)
	eachGoFile(t, func(name string, source []byte) {
		if n := bytes.Count(source, []byte("\n")); n > 500 && !generated.Match(source) {
			t.Errorf("%s has %d lines: more than 500 are more than one idea", name, n)
		}
	})
}

// TestFunctionsAreShort counts the lines of functions. In a test the rows of its tables do not count: they are data.
func TestFunctionsAreShort(t *testing.T) {
	eachGoFile(t, func(name string, source []byte) {
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, name, source, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			return
		}
		lines := func(n ast.Node) int { return set.Position(n.End()).Line - set.Position(n.Pos()).Line }
		for _, d := range tree.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := lines(f) + 1
			if strings.HasSuffix(name, "_test.go") {
				ast.Inspect(f, func(node ast.Node) bool {
					table, ok := node.(*ast.CompositeLit)
					if ok {
						n -= lines(table)
					}
					return !ok
				})
			}
			if n > 70 {
				t.Errorf("%s: %s has %d lines; split it where it goes on to something else, so that none has more than 70", set.Position(f.Pos()), f.Name.Name, n)
			}
		}
	})
}

// TestPackagesSayWhatTheyAre wants a comment that says which call a reader wants: it links to a name of the package, as in
// "[New] makes the screen", and every such link leads somewhere.
func TestPackagesSayWhatTheyAre(t *testing.T) {
	link := regexp.MustCompile(`\[([A-Z]\w*)[\w.]*\]`)
	for dir, p := range parse(t) {
		var comment string
		names := map[string]bool{}
		for _, f := range p.files {
			if head := f.tree.Doc.Text(); strings.HasPrefix(head, "Package "+f.tree.Name.Name+" ") || f.tree.Name.Name == "main" {
				comment += head
			}
			for _, d := range f.tree.Decls {
				for _, name := range declared(d) {
					names[name] = true
				}
			}
		}
		links := link.FindAllStringSubmatch(comment, -1)
		switch {
		case comment == "":
			t.Errorf("%s has no package comment", dir)
		case len(links) == 0 && p.files[0].tree.Name.Name != "main":
			t.Errorf("%s: the package comment names no call; say first what a reader calls, as [New]", dir)
		}
		for _, l := range links {
			if !names[l[1]] {
				t.Errorf("%s: the package comment links to %s, which the package does not have", dir, l[1])
			}
		}
	}
}

// declared returns the names that a declaration brings to the package.
func declared(d ast.Decl) []string {
	var names []string
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			names = append(names, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				names = append(names, s.Name.Name)
			case *ast.ValueSpec:
				for _, n := range s.Names {
					names = append(names, n.Name)
				}
			}
		}
	}
	return names
}

// TestNoHiddenState holds that packages start empty: nothing runs before main, and what stands at package level is an error,
// an expression, a file, or a table that nobody writes to.
func TestNoHiddenState(t *testing.T) {
	for dir, p := range parse(t) {
		for _, f := range p.files {
			for _, d := range f.tree.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					if d.Recv == nil && d.Name.Name == "init" {
						t.Errorf("%s has an init function", p.set.Position(d.Pos()))
					}
				case *ast.GenDecl:
					for _, spec := range d.Specs {
						v, ok := spec.(*ast.ValueSpec)
						if ok && d.Tok == token.VAR && !constant(v) && !embeds(d, v) {
							t.Errorf("%s: variable %s: at package level stand errors, expressions and tables only", p.set.Position(v.Pos()), v.Names[0].Name)
						}
					}
				}
			}
		}
		for _, at := range p.writes() {
			t.Errorf("%s: package %s writes to a variable of the package", at, dir)
		}
	}
}

// constant reports whether a variable is one only because Go has no such constants.
func constant(v *ast.ValueSpec) bool {
	if v.Names[0].Name == "_" {
		return v.Type != nil // "this type has these methods"; without a type it would only hide an unused import
	}
	for _, value := range v.Values {
		switch e := value.(type) {
		case *ast.CompositeLit:
		case *ast.Ident, *ast.BinaryExpr: // derived from another
		case *ast.CallExpr:
			if !slices.Contains([]string{
				"errors.New", "fmt.Errorf", "regexp.MustCompile", "strings.NewReplacer", "template.Must", "append", "slices.Concat",
				"reflect.TypeFor",
			}, called(e.Fun)) {
				return false
			}
		default:
			return false
		}
	}
	return len(v.Values) > 0
}

func called(fun ast.Expr) string {
	switch f := fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return called(f.X) + "." + f.Sel.Name
	case *ast.IndexExpr:
		return called(f.X)
	}
	return ""
}

func embeds(d *ast.GenDecl, v *ast.ValueSpec) bool {
	for _, doc := range []*ast.CommentGroup{d.Doc, v.Doc} {
		if doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//go:embed ") }) {
			return true
		}
	}
	return false
}

// source is one package as it is written, for every system at once.
type source struct {
	set   *token.FileSet
	files []file
}

type file struct {
	name string
	tree *ast.File
}

// writes finds where a variable of the package gets another value.
func (p *source) writes() []token.Position {
	trees := make([]*ast.File, len(p.files))
	for i, f := range p.files {
		trees[i] = f.tree
	}
	info := types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Error: func(error) {}} // imports are not followed, so there are errors; names of the package resolve
	own, _ := config.Check("p", p.set, trees, &info)
	var found []token.Position
	note := func(e ast.Expr) {
		for {
			switch x := e.(type) {
			case *ast.IndexExpr:
				e = x.X
				continue
			case *ast.SelectorExpr:
				e = x.X
				continue
			case *ast.ParenExpr:
				e = x.X
				continue
			case *ast.Ident:
				if v, ok := info.Uses[x].(*types.Var); ok && v.Parent() == own.Scope() {
					found = append(found, p.set.Position(x.Pos()))
				}
			}
			return
		}
	}
	for _, tree := range trees {
		ast.Inspect(tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, left := range n.Lhs {
					note(left)
				}
			case *ast.IncDecStmt:
				note(n.X)
			case *ast.CallExpr:
				if name := called(n.Fun); (name == "delete" || name == "clear") && len(n.Args) > 0 {
					note(n.Args[0])
				}
			}
			return true
		})
	}
	return found
}
