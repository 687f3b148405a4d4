package content

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"knead/guide/document"
)

// Problem is one mistake in a file, with its position and how to fix it. Message never contains a raw control character, even
// if the file does.
type Problem struct {
	File         string // slash-separated, as the folder names it; Within puts the folder's name before it
	Line, Column int    // from 1, a column is a character; 0 when the whole file is meant
	Message      string
}

func (p Problem) String() string {
	file := shown(p.File)
	if p.Line == 0 {
		return file + ": " + p.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", file, p.Line, p.Column, p.Message)
}

// Problems is every problem that was found, in the order of files, lines and columns. It is the error of Load.
type Problems []Problem

// Error lists the problems, one to a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// report collects problems while files are read and checked.
type report struct{ problems Problems }

func (r *report) at(p *place, format string, args ...any) {
	r.problems = append(r.problems, Problem{p.file, p.line, p.column, fmt.Sprintf(format, args...)})
}

// err returns the problems in order, each once, or nil.
func (r *report) err() error {
	if len(r.problems) == 0 {
		return nil
	}
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.Compact(r.problems)
}

func shown(s string) string  { return document.Shown(s) }
func quoted(s string) string { return document.Quoted(s) }
