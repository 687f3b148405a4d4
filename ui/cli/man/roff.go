package main

import "strings"

// roff writes a manual page in the macros of man(7), which groff and mandoc read alike.
type roff struct{ strings.Builder }

// marks are what roff takes for something else in running text. A hyphen would come out as a typographic one, which nobody can
// paste into a shell.
var marks = strings.NewReplacer(
	`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`, "“", `\(lq`, "”", `\(rq`, "→", `\(->`, "←", `\(<-`, "…", "...",
)

// escaped is running text as roff reads it. A line that begins with a dot would be a macro.
func escaped(text string) string {
	text = marks.Replace(text)
	if strings.HasPrefix(text, ".") {
		text = `\&` + text
	}
	return text
}

// macro writes a line with a macro and its arguments, each in quotation marks.
func (r *roff) macro(name string, args ...string) {
	r.WriteString("." + name)
	for _, a := range args {
		r.WriteString(` "` + strings.ReplaceAll(escaped(a), `"`, `\(dq`) + `"`)
	}
	r.WriteString("\n")
}

// line writes a line of running text.
func (r *roff) line(text string) { r.WriteString(escaped(text) + "\n") }

// prose writes text as the help prints it: paragraphs are filled again, and indented lines stay as they are.
func (r *roff) prose(text string) {
	fresh := true // a heading or a macro has begun the paragraph
	for _, block := range strings.Split(strings.Trim(text, "\n"), "\n\n") {
		if strings.HasPrefix(block, " ") {
			r.verbatim(block)
		} else {
			if !fresh {
				r.macro("PP")
			}
			for line := range strings.Lines(block) {
				r.line(strings.TrimRight(line, " \n"))
			}
		}
		fresh = false
	}
}

// verbatim writes lines as they are, indented.
func (r *roff) verbatim(text string) {
	r.macro("PP")
	r.macro("nf")
	r.macro("RS", "2n")
	r.lines(text)
	r.macro("RE")
	r.macro("fi")
}

// lines writes indented lines without their indent.
func (r *roff) lines(text string) {
	for line := range strings.Lines(text) {
		r.line(strings.TrimPrefix(strings.TrimRight(line, " \n"), "  "))
	}
}

// item writes a term in bold, then what it means.
func (r *roff) item(term, rest, meaning string) {
	r.macro("TP")
	r.WriteString(`\fB` + escaped(term) + `\fR`)
	if rest != "" {
		r.WriteString(` \fI` + escaped(rest) + `\fR`)
	}
	r.WriteString("\n")
	r.line(meaning)
}
