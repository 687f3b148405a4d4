package content

import (
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/matrix"
)

// Library is everything Knead knows, checked: what the guide decides with, what a reader reads, whom the demo shows, and
// the figure. It never changes after loading.
type Library struct {
	Version   func() string // of the content: the day of the latest review, and a short sum over every file
	Block     string        // the question that ends the emergency block
	Knowledge knowledge.Base
	Pages     []Page
	Cases     []Case
	Places    []Place
	Figures   []Figure
	Pictures  []Picture
	Matrix    matrix.Matrix // the dangers, and what the rules must make of them
}

// Page is one explainer or topic.
type Page struct {
	ID       string `yaml:"id"`
	Title    string `yaml:"title"`
	Group    string `yaml:"group"` // massages, alternatives, self-help, good-to-know
	Summary  string `yaml:"summary"`
	Depth    string `yaml:"depth"` // full or short
	Reviewed string `yaml:"reviewed"`
	ReviewBy string `yaml:"review_by"`
	// Body is Markdown without the title. Citations are "[@key]", links between pages "[text](id#section)".
	Body string `yaml:"-"`
	// Fills are what the rules say in the place of the placeholders in Body.
	Fills []Fill `yaml:"-"`
	// Top is what the rules say of the therapy of the page, before its text.
	Top []document.Section `yaml:"-"`
}

// Case is a sample person for demonstrations.
type Case struct {
	ID    string `yaml:"id"`
	Name  string `yaml:"name"`
	Shows string `yaml:"shows"` // one line: what to watch for
	// Like names another sample person, whose answers count for every question that Answers leaves out. Loading completes
	// Answers from them, so that a new question touches that person only.
	Like    string          `yaml:"like,optional"`
	Answers []string        `yaml:"answers"`
	Level   knowledge.Level `yaml:"level"` // what must come out, checked by a test
	// Point is what a room should remember, in at most three lines of twelve letters; the first words of Shows when it is empty.
	Point string    `yaml:"point,optional"`
	Notes CaseNotes `yaml:"notes,optional"`
}

// CaseNotes are what a presenter may say or ask while a slide of a sample person shows.
type CaseNotes struct {
	Who    string `yaml:"who,optional"`
	Answer string `yaml:"answer,optional"`
	Proof  string `yaml:"proof,optional"`
	Held   string `yaml:"held,optional"`
	Point  string `yaml:"point,optional"`
}

// Place is one place of the figure: its letter in the masks, its option in the question of places, and its name.
type Place struct {
	Letter string `yaml:"letter"`
	Option string `yaml:"option"`
	Name   string `yaml:"name"`
	Sided  bool   `yaml:"sided,optional"` // has a left and a right side
	Lit    bool   `yaml:"lit,optional"`   // lit up on the first screen
	// Within are the options that are made of this place and others, such as the whole leg.
	Within []string `yaml:"within,optional"`
}

// Figure is the body drawn at one size. Art and mask have the same rows; a mask letter names the place of its cell: lower
// case is the person's left or the midline, upper case their right, "-" body without a place, "." outside.
type Figure struct {
	Size  string // the window it is drawn for, as "80x24"
	Front View
	Back  View
}

// Picture is a small drawing of a person being treated, by the name that a therapy's practice gives it.
type Picture struct {
	Name    string
	Drawing document.Picture
}

// View is the figure from one side.
type View struct {
	Art, Mask []string
}

// Page returns the page of this ID, or nil.
func (l *Library) Page(id string) *Page {
	for i := range l.Pages {
		if l.Pages[i].ID == id {
			return &l.Pages[i]
		}
	}
	return nil
}
