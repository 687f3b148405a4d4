package document

import "strings"

// Conditions is who should not have a therapy, or should ask first: the conditions of the health list, by part of the body.
type Conditions struct {
	Groups []ConditionGroup
}

// ConditionGroup is a part of the body and what the therapy means for its conditions.
type ConditionGroup struct {
	Title string
	Items []Condition // strictest first
}

// Condition is what a therapy means for one condition.
type Condition struct {
	ID, Label string
	Tone      Tone   // NotNow, AskFirst, or WithCare
	Where     string // the part of the body that is left out, "the spine"; "" for the whole person, and for the place of the condition
	Basis     Basis
	Yours     bool // the person has said that they have it
}

// Basis is how a statement is related to its sources.
type Basis uint8

// The bases.
const (
	Sourced  Basis = iota // the sources say it
	Stricter              // the sources are milder
	Own                   // without a source
)

func (Conditions) block() {}

// Column is a column of the table of conditions.
type Column struct {
	Tone  Tone
	Title string
}

// Columns are the columns of the table, strictest first.
func (Conditions) Columns() []Column {
	return []Column{{NotNow, "Not for you"}, {AskFirst, "Ask a clinician first"}, {WithCare, "With care"}}
}

// Short is the title in fewer words.
func (c Column) Short() string { return strings.Replace(c.Title, "a clinician ", "", 1) }

// Count is how many conditions have this tone.
func (c Conditions) Count(tone Tone) int {
	n := 0
	for _, g := range c.Groups {
		n += len(g.Of(tone))
	}
	return n
}

// Legend explains the marks that follow conditions, one per line.
func (c Conditions) Legend() []string {
	var out []string
	for _, x := range []struct {
		basis Basis
		words string
	}{
		{Own, "is Knead's own precaution, without a source."},
		{Stricter, "means that Knead is stricter than its sources."},
	} {
		for _, g := range c.Groups {
			if g.has(x.basis) {
				out = append(out, x.basis.mark()+" "+x.words)
				break
			}
		}
	}
	return out
}

// Of lists the conditions of this tone.
func (g ConditionGroup) Of(tone Tone) []Condition {
	var out []Condition
	for _, c := range g.Items {
		if c.Tone == tone {
			out = append(out, c)
		}
	}
	return out
}

// Yours reports whether the person has one of the group.
func (g ConditionGroup) Yours() bool {
	for _, c := range g.Items {
		if c.Yours {
			return true
		}
	}
	return false
}

// Words are the conditions of this tone in one line.
func (g ConditionGroup) Words(tone Tone) string {
	var out []string
	for _, c := range g.Of(tone) {
		out = append(out, c.String())
	}
	return strings.Join(out, "; ")
}

func (g ConditionGroup) has(b Basis) bool {
	for _, c := range g.Items {
		if c.Basis == b {
			return true
		}
	}
	return false
}

// mark follows a condition whose basis the reader should know about.
func (b Basis) mark() string {
	switch b {
	case Own:
		return "*"
	case Stricter:
		return "+"
	case Sourced:
	}
	return ""
}

// String is the condition with the part of the body, its mark, and whether it is the person's own: "Osteoporosis (on the spine)* – yours".
func (c Condition) String() string {
	s := c.Label
	if c.Where != "" {
		s += " (on " + c.Where + ")"
	}
	s += c.Basis.mark()
	if c.Yours {
		s += " – yours"
	}
	return s
}
