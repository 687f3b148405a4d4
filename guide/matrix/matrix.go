// Package matrix shows the triage level that the rules give for every danger.
//
// [Evaluate] returns a [Table]: for each sign of a danger, wherever it hurts, however it started, and whoever the person is, the
// level that comes out, or why the sign is not asked there. It also returns what is milder than the content allows.
//
// The content names the signs and the mildest level of each ([Matrix]). The levels come from the rules, through the assessment
// that a person gets.
package matrix

import "knead/guide/knowledge"

// Matrix is the rows and columns of the table, as content/dangers.yaml holds them. The places are the options of the question
// with the role place.
type Matrix struct {
	Base    []string // the answers of someone with ordinary pain and no sign; "since-*: days" answers every question of an each
	Places  []Places // names for places that rules take together
	Onsets  []Column
	Risks   []Column // the first is a person without any risk
	Dangers []Danger
}

// Places is a name for places that rules take together, as floors and pages use it: "the spine".
type Places struct {
	ID    string   `yaml:"id"`
	Title string   `yaml:"title"`
	Of    []string `yaml:"of"`
}

// Column is a way for pain to start, or a group of people.
type Column struct {
	ID      string   `yaml:"id"`
	Title   string   `yaml:"title"`
	Answers []string `yaml:"answers,optional"` // what these people answer differently from Base
	// NotAsked is why the answers of this column are not asked for at some places. It is required where that happens.
	NotAsked string `yaml:"not_asked,optional"`
	// Until and From say a start to the person, up to this column ("in the past 2 weeks") and from it on ("for over 2 weeks"); If says
	// a risk ("you take a blood thinner").
	Until string `yaml:"until,optional"`
	From  string `yaml:"from,optional"`
	If    string `yaml:"if,optional"`
}

// Danger is what a warning is about: "Clot in a leg".
type Danger struct {
	ID       string   `yaml:"id"`
	Title    string   `yaml:"title"`
	Evidence []string `yaml:"evidence"` // the red flags of this danger, by their evidence entry
	Signs    []Sign   `yaml:"signs"`
}

// Sign is one typical way in which a danger shows, as the answers of a person who has it.
type Sign struct {
	ID       string   `yaml:"id"`
	Title    string   `yaml:"title"`
	Answers  []string `yaml:"answers,optional"`
	NotAsked string   `yaml:"not_asked,optional"` // why the sign is not asked for at some places, or of some people
	Least    []Least  `yaml:"least"`
}

// Least is the mildest level that a sign may get in some cells. The last entry that a cell is part of counts for the cell; a list
// that is left out means all.
type Least struct {
	Level   knowledge.Level `yaml:"level"`
	Places  []string        `yaml:"places,optional"` // options, or names of several
	Onsets  []string        `yaml:"onsets,optional"`
	Risks   []string        `yaml:"risks,optional"`
	Why     string          `yaml:"why,optional"` // for a floor that no source states
	Sources []string        `yaml:"sources,optional"`
}

// Cell is one place, onset, and risk of a sign. A cell that is not asked has the reason instead of a level.
type Cell struct {
	Asked  bool
	Level  knowledge.Level
	Rule   string // the ID of the red flag that the level comes from; "" for none
	Reason string

	own    bool // the rule is one of the danger's
	untold bool // it is the risk that is not asked for here
}

// Table is the evaluated matrix.
type Table struct {
	Matrix *Matrix
	Places []*knowledge.Option
	Blocks []Block // one for each sign, in the order of the content
}

// Block is the cells of one sign.
type Block struct {
	Danger *Danger
	Sign   *Sign
	cells  []Cell // by place, then onset, then risk
	onsets int
	risks  int
}

// Cell returns the cell of a place, an onset, and a risk, each by its number.
func (b *Block) Cell(place, onset, risk int) Cell {
	return b.cells[(place*b.onsets+onset)*b.risks+risk]
}
