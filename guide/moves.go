package guide

import (
	"slices"

	"knead/guide/knowledge"
)

// Moves is where the therapies go between two assessments, each list in the order of the first. It is empty where one of the
// two offers none.
type Moves struct {
	Up, Down []Move               // therapies that suit better, and worse
	Stay     []*knowledge.Therapy // therapies that suit as before
	Gone     []*knowledge.Therapy // therapies that only the first assessment shows
	New      []*knowledge.Therapy // therapies that only the second one shows
}

// Move is a therapy that suits differently.
type Move struct {
	Therapy       *knowledge.Therapy
	Before, After Suitability
}

// MovesBetween compares how the therapies suit in two assessments.
func MovesBetween(before, after Assessment) Moves {
	var out Moves
	if before.Level.Stops() || after.Level.Stops() {
		return out
	}
	suits := make(map[*knowledge.Therapy]Suitability, len(after.Matches))
	for i := range after.Matches {
		suits[after.Matches[i].Therapy] = after.Matches[i].Suits()
	}
	for i := range before.Matches {
		m := &before.Matches[i]
		is, shown := suits[m.Therapy]
		delete(suits, m.Therapy)
		switch was := m.Suits(); {
		case !shown:
			out.Gone = append(out.Gone, m.Therapy)
		case is < was:
			out.Up = append(out.Up, Move{m.Therapy, was, is})
		case is > was:
			out.Down = append(out.Down, Move{m.Therapy, was, is})
		default:
			out.Stay = append(out.Stay, m.Therapy)
		}
	}
	for i := range after.Matches {
		if _, left := suits[after.Matches[i].Therapy]; left {
			out.New = append(out.New, after.Matches[i].Therapy)
		}
	}
	return out
}

// Alternatives returns, for each question that an interview with these answers asks and that has one, the other answers that
// differ from the person's own in a single option. For a question of many options these are the ones in changes, so that a long
// list is reduced to what matters; for any other question they are all its options.
func (g *Guide) Alternatives(a Answers, changes []Change) []Alternative {
	var out []Alternative
	for _, line := range g.Resume(a).Review() {
		x := Alternative{Line: line}
		if line.Kind != knowledge.Many {
			for _, o := range line.Shown {
				other := Answer{Options: []string{o.ID}, Value: o.From}
				if !line.Answer.Has(o.ID) {
					x.Others = append(x.Others, Other{other, o, true})
				}
			}
		} else {
			for _, c := range changes {
				if c.Question == line.ID && (c.Was != WasAbsent || len(x.Others) < mostAdded) {
					x.Others = append(x.Others, Other{c.Answers[c.Question], line.Option(c.Option), c.Chosen})
				}
			}
		}
		x.Matters = slices.ContainsFunc(changes, func(c Change) bool { return c.Question == line.ID })
		if len(x.Others) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// mostAdded is how many options that were not chosen may be tried in a list: a page of them would hide the answers given.
const mostAdded = 9

// Alternative is a question with the person's answer and the others that can be tried.
type Alternative struct {
	Line
	Others  []Other
	Matters bool // one of them changes the result
}

// Other is another answer to a question: the option in which it differs, and whether it is chosen in it.
type Other struct {
	Answer Answer
	Option *knowledge.Option
	Chosen bool
}
