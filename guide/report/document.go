// Package report turns an assessment into a document and a document into text, Markdown or HTML; the assessment itself
// also becomes JSON, for programs.
//
// New says what is told and in which order; it is the only place that chooses words. A renderer chooses how a block looks
// and nothing else, so every form of a result says the same. Blocks are data: the screens may lay them out themselves, and
// other documents (the questionnaire, an explainer) use the same renderers.
//
// Nothing here reads a file, asks a clock or depends on the order of a map: the same assessment gives the same bytes.
package report

// Purpose is the intended purpose. It stands on top of every document, word for word.
const Purpose = "Knead is an offline reading guide for adults who are curious about massage and related approaches for everyday" +
	" back, neck and muscle discomfort. It asks a few questions, points out answers that are reasons to speak to a health" +
	" professional first, and opens general explanations of approaches people commonly consider. It does not identify, rule out," +
	" predict, treat or track any illness, does not decide on care, and is not for emergencies, for children, or for clinicians" +
	" deciding care."

// Document is a text in sections. Its sources are cited by ID in the blocks and numbered by the renderers in the order in
// which they are first cited.
type Document struct {
	Title    string
	Purpose  string // the intended purpose; "" leaves it out
	Alarm    bool   // the first section is an emergency or urgent: it stands before everything else, the purpose included
	Sections []Section
	Sources  []Source // every source that is cited, in that order; renderers list them at the end
}

// Section is a headed part of a document.
type Section struct {
	ID     string // for links, lower case
	Title  string // "" for a document that has one section only
	Blocks []Block
	Minor  bool // may be left out where room is short, as on paper
	Count  int  // how many things it tells of, where that is not the number of its points
}

// Block is one of Paragraph, List, Callout, Quote, Entry and Rows.
type Block interface{ block() }

// Text is plain words and the sources behind them, by ID. It holds no markup.
type Text struct {
	Words   string
	Sources []string
}

// Paragraph is a run of text. A Lead paragraph is what to read first.
type Paragraph struct {
	Text
	Lead  bool
	Minor bool // may be left out where room is short, as on paper
}

// List is a bullet list.
type List struct {
	Items []Item
	Minor bool // may be left out where room is short, as on paper
}

// Item is one point of a list, with lines of its own below it.
type Item struct {
	Text
	Sub   []Text
	Write bool // leave room to write beside it, on paper
}

// Tone says how alarming or welcome something is. Renderers show it in shape and colour; the words say it as well.
type Tone string

// The tones.
const (
	Good       Tone = "good"
	Careful    Tone = "caution"
	Ask        Tone = "ask"
	UrgentTone Tone = "urgent"
	Alarming   Tone = "emergency"
	Quiet      Tone = "quiet"
)

// Callout is a block that stands out, with its own title.
type Callout struct {
	Tone   Tone
	Title  string
	Blocks []Block
}

// Quote is words to read out to somebody, or words that somebody said.
type Quote struct{ Text }

// Rows is a table of terms and what is said about each.
type Rows struct {
	Head [2]string
	Rows []Row
}

// Row is one term of Rows.
type Row struct {
	Term string
	Text []Text
}

// Entry is one therapy as it suits this person. What speaks against it stands first.
type Entry struct {
	ID, Name  string
	Word      string // "fits well", "with care", …
	Tone      Tone
	Summary   string // what it is
	Cautions  []Caution
	Weak      string // its weak points
	Research  Text   // direction and effect in words, and what was found
	Certainty Certainty
	Because   []Text // the person's own answers that speak for it
	Wishes    []Text // how it meets what matters to the person
	Advisers  []Text // what each guideline says
}

// Caution is what speaks against a therapy, and what to ask for.
type Caution struct {
	Text
	Adaptation string
}

// Certainty is how sure the research is: Steps of four filled boxes and a word. No steps and a word: not rated. The zero
// Certainty says nothing.
type Certainty struct {
	Steps int
	Word  string
	Own   bool // judged by the authors of the content, not by the source
}

// Boxes draws the certainty in four signs, or nothing when it was not rated.
func (c Certainty) Boxes() string {
	if c.Steps <= 0 || c.Steps > 4 {
		return ""
	}
	const full, empty = "■■■■", "□□□□"
	return full[:c.Steps*len("■")] + empty[c.Steps*len("□"):]
}

// String is the certainty in words, with its sign before them.
func (c Certainty) String() string {
	s := c.Word
	if c.Steps > 0 {
		s = c.Boxes() + " " + s
	}
	if c.Own && s != "" {
		s += ", rated by Knead"
	}
	return s
}

// Source is a citation as the list of sources shows it.
type Source struct {
	ID, Title, Authors, Where, Year, URL string // Where is the journal, or the publisher
}

func (Paragraph) block() {}
func (List) block()      {}
func (Callout) block()   {}
func (Quote) block()     {}
func (Rows) block()      {}
func (Entry) block()     {}
