package content

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The list of refused words also holds for what the program itself says: every string in Go that has more than one word, and the
// README. A string that a reader never sees, such as a pattern or a style, has no refused words either.
func TestWordingOfTheProgram(t *testing.T) {
	l := read(Files)
	if err := l.err(); err != nil {
		t.Fatal(err)
	}
	words := newLexicon(l.refused)
	quotation := regexp.MustCompile("“[^”]*”|`[^`]*`")
	check := func(at, text string) {
		hidden := quotation.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
		for _, f := range words.find(hidden) {
			t.Errorf("%s: %q is not used here: %s; write %s", at, text[f.at:f.end], f.entry.Why, f.entry.Instead)
		}
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(readme), "\n") {
		check("README.md:"+strconv.Itoa(i+1), line)
	}
	texts := 0
	err = filepath.WalkDir("..", func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && (e.Name() == "testdata" || e.Name() == "termtest" || strings.HasPrefix(e.Name(), ".") && e.Name() != ".."):
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(e.Name(), "compiled_"):
			return nil
		}
		files := token.NewFileSet()
		tree, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if field, ok := n.(*ast.Field); ok {
				field.Tag = nil
			}
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				text, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				if strings.Contains(strings.TrimSpace(text), " ") {
					texts++
					check(files.Position(literal.Pos()).String(), text)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if texts < 500 {
		t.Errorf("only %d texts were found", texts)
	}
}
