package main_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide/knowledge"
)

// alsoWords are IDs that mean something else in a file.
var alsoWords = map[string]string{
	"guide/knowledge/level.go: self-care": "the name of a triage level",
	"content/decode.go: history":          "a field of the content's files, by which an entry is found",
}

// idNames are what parameters and fields are called that hold the ID of a question, an option, or a therapy.
var idNames = []string{
	"id", "question", "option", "options", "open", "therapy", "item", "fact", "facts", "history", "nearest", "each", "of", "places", "ifunsure", "from",
}

// TestCodeNamesNoID holds that no code names a question, an option, or a therapy: a role or a field of the content says what is
// special about it. Else renaming one would pass every check and change what the program does.
//
// An ID with a hyphen or a slash is refused anywhere. One that is a word, such as "now", is refused where an ID is expected: as an
// argument for a parameter that holds an ID, next to a field that does, in a literal of a type of the knowledge, and as a key; by
// itself or as a constant, a variable, or the elements of a list.
func TestCodeNamesNoID(t *testing.T) {
	packages := parse(t)
	s := idSearch{known: idsOfContent(), takes: map[string][]int{}}
	for _, p := range packages {
		for _, f := range p.files {
			s.declared(f.tree)
		}
	}
	for dir, p := range packages {
		if strings.HasPrefix(dir, "content/builtin") || dir == "guide/fixture" || dir == "ui/termtest" { // the last two are for tests
			continue
		}
		for _, found := range s.search(p) {
			t.Errorf("%s; give the question a role in content/questions.yaml, or the option a field, and ask for that", found)
		}
	}
}

// TestNamedIDsAreFound holds that every way to name an ID in code is found.
func TestNamedIDsAreFound(t *testing.T) {
	for code, want := range map[string]int{
		`func f() { g.Question("now") }`:                                                   1,
		`const urgent = "now"; func f() { g.Question(urgent) }`:                            1,
		`func f() { for _, id := range []string{"neck", "shoulder"} { q.Option(id) } }`:    2,
		`var lit = []string{"neck"}; func f() { for _, x := range lit { a.Has(x) } }`:      1,
		`func f() { if q.ID == "where" { } }`:                                              1,
		`func f() { switch q.ID { case "where", "now": } }`:                                2,
		`func f() { return answers["severity"] }`:                                          1,
		`var x = guide.Answer{Options: []string{"left"}}`:                                  1,
		`func f() { id := "where"; return g.Question(id) }`:                                1,
		`func f() { slices.Contains(a.Options, "left") }`:                                  1,
		`var facts = "history/osteoporosis"`:                                               1,
		`var x = "side-knee"`:                                                              1,
		`func f() { return key.String() == "left" }; var s = []string{"time", "moderate"}`: 0,
		`func f() { k := map[string]string{}; k["left"] = "x" }`:                           1,
	} {
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, "x.go", "package x\n"+code, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		s := idSearch{known: idsOfContent(), takes: map[string][]int{"Question": {0}, "Option": {0}, "Has": {0}}}
		if got := s.search(&source{set: set, files: []file{{"x.go", tree}}}); len(got) != want {
			t.Errorf("%s\nfinds %d IDs %q instead of %d", code, len(got), got, want)
		}
	}
}

// idsOfContent are the IDs of every question, option and therapy of the content, and what each is.
func idsOfContent() map[string]string {
	out, k := map[string]string{}, builtin.Library().Knowledge
	for i := range k.Therapies {
		out[k.Therapies[i].ID] = "a therapy"
	}
	for i := range k.Questions {
		q := &k.Questions[i]
		for _, o := range q.Options {
			out[o.ID], out[q.ID+"/"+o.ID] = "an option of "+q.ID, "an option of "+q.ID
		}
	}
	for i := range k.Questions {
		out[k.Questions[i].ID] = "a question"
	}
	delete(out, knowledge.None)
	return out
}

type idSearch struct {
	known map[string]string
	takes map[string][]int           // by name of a function: the parameters that hold an ID
	value map[string][]*ast.BasicLit // what a name of the package stands for
	set   *token.FileSet
	found map[token.Pos]string
}

// declared learns which functions take an ID.
func (s *idSearch) declared(f *ast.File) {
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		at := 0
		for _, p := range fn.Type.Params.List {
			if kind, ok := p.Type.(*ast.Ident); ok && kind.Name == "string" {
				for i, name := range p.Names {
					if holdsID(name.Name) && !slices.Contains(s.takes[fn.Name.Name], at+i) {
						s.takes[fn.Name.Name] = append(s.takes[fn.Name.Name], at+i)
					}
				}
			}
			at += max(len(p.Names), 1)
		}
	}
}

func holdsID(name string) bool { return slices.Contains(idNames, strings.ToLower(name)) }

// search lists the IDs that a package names.
func (s *idSearch) search(p *source) []string {
	s.set, s.value, s.found = p.set, map[string][]*ast.BasicLit{}, map[token.Pos]string{}
	for range 2 { // a name may stand for another name
		for _, f := range p.files {
			ast.Inspect(f.tree, func(n ast.Node) bool { s.names(n); return true })
		}
	}
	for _, f := range p.files {
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if _, ok := n.(*ast.ImportSpec); ok {
				return false
			}
			s.node(n)
			return true
		})
	}
	var out []string
	for _, words := range s.found {
		out = append(out, words)
	}
	slices.Sort(out)
	return out
}

// names learns what constants and variables stand for.
func (s *idSearch) names(n ast.Node) {
	learn := func(name, value ast.Expr) {
		if id, ok := name.(*ast.Ident); ok && id.Name != "_" {
			for _, lit := range s.literals(value) {
				if !slices.Contains(s.value[id.Name], lit) {
					s.value[id.Name] = append(s.value[id.Name], lit)
				}
			}
		}
	}
	switch n := n.(type) {
	case *ast.ValueSpec:
		for i, v := range n.Values {
			learn(n.Names[min(i, len(n.Names)-1)], v)
		}
	case *ast.AssignStmt:
		for i, v := range n.Rhs {
			learn(n.Lhs[min(i, len(n.Lhs)-1)], v)
		}
	case *ast.RangeStmt:
		learn(n.Value, n.X)
	}
}

// literals are the strings that an expression stands for.
func (s *idSearch) literals(e ast.Expr) []*ast.BasicLit {
	switch e := e.(type) {
	case *ast.BasicLit:
		return []*ast.BasicLit{e}
	case *ast.Ident:
		return s.value[e.Name]
	case *ast.ParenExpr:
		return s.literals(e.X)
	case *ast.CompositeLit:
		if a, ok := e.Type.(*ast.ArrayType); ok && fmt.Sprint(a.Elt) == "string" {
			var out []*ast.BasicLit
			for _, x := range e.Elts {
				out = append(out, s.literals(x)...)
			}
			return out
		}
	}
	return nil
}

// node reports the IDs at one place.
func (s *idSearch) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if id := s.id(n); strings.ContainsAny(id, "-/") {
			s.report(n)
		}
	case *ast.CallExpr:
		name := lastName(n.Fun)
		for _, at := range s.takes[name] {
			if at < len(n.Args) {
				s.report(n.Args[at])
			}
		}
		if (name == "Contains" || name == "Index") && len(n.Args) == 2 && (holdsID(lastName(n.Args[0])) || holdsID(lastName(n.Args[1]))) {
			s.report(n.Args...)
		}
	case *ast.BinaryExpr:
		if n.Op == token.EQL || n.Op == token.NEQ || n.Op == token.ADD {
			if holdsID(lastName(n.X)) || holdsID(lastName(n.Y)) {
				s.report(n.X, n.Y)
			}
		}
	case *ast.SwitchStmt:
		if n.Tag != nil && holdsID(lastName(n.Tag)) {
			for _, c := range n.Body.List {
				s.report(c.(*ast.CaseClause).List...)
			}
		}
	case *ast.IndexExpr:
		s.report(n.Index)
	case *ast.CompositeLit:
		if name := lastName(n.Type); slices.Contains([]string{"Answer", "Answers", "Said", "Question", "Option", "Therapy", "When"}, name) {
			for _, e := range n.Elts {
				if pair, ok := e.(*ast.KeyValueExpr); ok {
					if name == "Answers" || name == "When" {
						s.report(pair.Key)
					}
					if holdsID(lastName(pair.Key)) {
						s.report(pair.Value)
					}
				}
			}
		}
	}
}

// id is the ID that a literal names, or "".
func (s *idSearch) id(lit *ast.BasicLit) string {
	if id, err := strconv.Unquote(lit.Value); err == nil && lit.Kind == token.STRING && s.known[id] != "" {
		return id
	}
	return ""
}

func (s *idSearch) report(where ...ast.Expr) {
	for _, e := range where {
		for _, lit := range s.literals(e) {
			at := s.set.Position(lit.Pos())
			if id := s.id(lit); id != "" && alsoWords[at.Filename+": "+id] == "" {
				s.found[lit.Pos()] = fmt.Sprintf("%s: %q is %s", at, id, s.known[id])
			}
		}
	}
}

// lastName is what a name, a selector, or a call ends in.
func lastName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.StarExpr:
		return lastName(e.X)
	}
	return ""
}
