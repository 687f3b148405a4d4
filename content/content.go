// Package content reads what Knead knows from files: questions, rules, therapies, pages, and sources.
//
// To use the built-in content, call builtin.Library instead; nothing is read then. To read a folder, call [Load]. To lay a
// folder of your own over the built-in one, pass [Overlay] to Load. To show an author everything that is wrong, call [Check]: it
// also reports overdue reviews. To read a person's answers, call [ReadAnswers].
//
// Load reads every file, checks each and all together, and returns [Problems]: every mistake with file, line, and column,
// and how to fix it. A [Library] that it returns has passed all checks.
//
// # A folder
//
//	questions.yaml   the questions, in the order of asking, and the stages of the journey
//	facts.yaml       named sets of facts, and the parts of the body that verdicts speak of
//	dangers.yaml     what the warnings are about, and the mildest level that each may get
//	triage.yaml      what is said at each level
//	patterns.yaml    what answers look like; the first that holds counts
//	sources.yaml     every source, once
//	issuers.yaml     who may be cited, and who may not
//	wording.yaml     words that no text uses, and what to write instead
//	red-flags/       TOPIC.yaml the warnings
//	therapies/       ID.yaml what the rules need of a therapy, ID.md its page
//	topics/          ID.md pages that are not about one therapy
//	cases/           ID.yaml sample people
//	body/            the figure: places.yaml and one archive for each size
//	terms/           what people call their illnesses and medicines: words.yaml and any number of lists
//
// The fields of the YAML files are the yaml tags of the structs in guide/knowledge, guide/find, guide/matrix, and library.go. A
// field must be present and must not be empty, unless its tag says "optional".
//
// # A page
//
// A page is CommonMark with tables of two columns, read by document.Read, the only reader of Markdown in the program. "[@key]"
// or "[@key; @key]" cites sources, "[words](id#section)" leads to another page, and a quotation begins with its tone, as in
// "> [!urgent] Call at once." A placeholder such as "{{verdicts}}", alone on a line, is filled with blocks that are made from
// the rules: they never become Markdown.
//
// # A folder laid over another
//
// [Overlay] combines two folders of the same shape. A file in a subfolder replaces the file of the same name, or is added. The
// lists at the top are merged by id instead: an entry with a known id replaces that entry in its place, and a new one is added
// at the end. Such a file may leave out the lists that it does not change. So a therapy is two files, therapies/lomi-lomi.yaml
// and therapies/lomi-lomi.md, and a source for it is a sources.yaml with that one source.
package content

import (
	"embed"
	"io/fs"
	"time"
)

// Files holds every source file of this folder.
//
//go:embed *.yaml red-flags/*.yaml therapies/*.yaml therapies/*.md topics/*.md cases/*.yaml body/*.yaml body/*.txtar terms/*.yaml
var Files embed.FS

// Load reads and checks a folder, or several laid over each other. The error is Problems: everything that is wrong.
func Load(fsys fs.FS) (*Library, error) {
	l := read(fsys)
	l.check()
	if err := l.err(); err != nil {
		return nil, err
	}
	return l.finish(), nil
}

// Check is Load for authors: it also names the pages that should have been reviewed by now.
func Check(fsys fs.FS, now time.Time) (*Library, error) {
	l := read(fsys)
	l.check()
	l.checkReviews(now)
	if err := l.err(); err != nil {
		return nil, err
	}
	return l.finish(), nil
}
