package content

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Problem is one thing that is wrong in a file, at a place, with what would be right. Message never holds a live control
// character, whatever the file holds.
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

// shown makes text from a file fit to be printed: what is not printable is escaped, and long text is cut.
func shown(s string) string {
	q := strconv.Quote(cut(s))
	return strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`)
}

// quoted is shown between quotation marks.
func quoted(s string) string { return strconv.Quote(cut(s)) }

func cut(s string) string {
	const most = 80
	if len(s) <= most {
		return s
	}
	end := most
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}
