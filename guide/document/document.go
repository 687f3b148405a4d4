// Package document is a text in blocks and the renderers that turn it into plain text, Markdown, or HTML. Screens and line
// mode draw the same blocks themselves.
//
//   - [Document], [Section], and [Block] are the tree. Package report composes one for a result, package content one for a page.
//   - [Read] turns the Markdown of a content file into blocks. Nothing else in the program reads Markdown.
//   - Document.Text, Document.Markdown, and Document.HTML render.
//   - Text.Spans is what a renderer of its own walks over.
//
// What a block means (its tone, its links, the sources it cites) is a field and is never guessed from its words, so that
// every sentence may be worded differently without changing a sign or a color. A renderer chooses how a block looks and
// nothing else, so every form of a document says the same.
//
// Nothing here reads a file, asks a clock, or depends on the order of a map: the same document gives the same bytes.
package document

// Document is a text in sections. Its sources are cited by ID in the blocks and numbered by the renderers in the order in
// which they are first cited.
type Document struct {
	Title    string
	Purpose  string // the intended purpose; "" leaves it out
	Use      Use
	Alarm    bool // the first section is an emergency or urgent: it comes before everything else, the purpose included
	Sections []Section
	Sources  []Source // every source that is cited, in that order; renderers list them at the end
	End      []Block  // what follows the sources, such as the date of the last review
}

// Use is what somebody does with a document on paper.
type Use uint8

// The uses.
const (
	Result  Use = iota // to carry along: it must fit on two sheets
	Sheet              // to fill in
	Reading            // to read
	OnePage            // to take to a visit
)

// Section is a headed part of a document.
type Section struct {
	ID     string // for links, lower case
	Title  string // "" for a section without a heading
	Blocks []Block
	Minor  bool // may be left out where room is short, as on paper
	First  bool // it is read before anything else, the contents of the document included
	Count  int  // how many things it is about, where that is not the number of its points
}

// Block is one of Paragraph, Heading, List, Callout, Quote, Rows, Evidence, Entry, Form, Conditions, Glance, and Body.
type Block interface{ block() }

// Paragraph is a run of text. A Lead paragraph is what to read first.
type Paragraph struct {
	Text
	Lead  bool
	Minor bool // may be left out where room is short, as on paper
}

// Heading begins a part of a section.
type Heading struct {
	ID string // for links
	Text
}

// List is a list of points.
type List struct {
	Items []Item
	First int  // the number of the first point; 0 for a list without numbers
	Minor bool // may be left out where room is short, as on paper
}

// Item is one point of a list, with lines of its own below it.
type Item struct {
	Text
	Tone  Tone
	Sub   []Text
	Write bool // leave room to write next to it, on paper
}

// Callout is a highlighted block with its own title, which may be empty.
type Callout struct {
	Tone   Tone
	Title  string
	Blocks []Block
}

// Quote is words to read out to somebody, or words that somebody said.
type Quote struct{ Text }

// Rows is a table of terms and the texts about each.
type Rows struct {
	Head [2]string
	Rows []Row
}

// Row is one term of Rows.
type Row struct {
	Term Text
	Text []Text
}

func (Paragraph) block() {}
func (Heading) block()   {}
func (List) block()      {}
func (Callout) block()   {}
func (Quote) block()     {}
func (Rows) block()      {}
func (Entry) block()     {}
func (Form) block()      {}
