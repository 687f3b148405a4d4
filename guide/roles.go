package guide

import "knead/guide/knowledge"

// Role returns the first question with the role, or nil.
func (g *Guide) Role(r knowledge.Role) *knowledge.Question {
	if at := g.roles[r]; len(at) > 0 {
		return &g.k.Questions[at[0]]
	}
	return nil
}

// WithRole returns every question with the role, in the order of asking.
func (g *Guide) WithRole(r knowledge.Role) []*knowledge.Question {
	out := make([]*knowledge.Question, 0, len(g.roles[r]))
	for _, qi := range g.roles[r] {
		out = append(out, &g.k.Questions[qi])
	}
	return out
}

// Has reports whether a question with the role has this ID.
func (g *Guide) Has(r knowledge.Role, id string) bool {
	q := g.Question(id)
	return q != nil && q.Role == r
}

// HistoryID is the ID of the history question, or "".
func (g *Guide) HistoryID() string {
	if g.history < 0 {
		return ""
	}
	return g.k.Questions[g.history].ID
}
