package guide

import "knead/guide/knowledge"

// Fill returns a person's answers completed from a similar person: every question that the interview asks, and that the person
// leaves out, gets the other's answer. Questions that neither answers stay unanswered, and questions that are never asked of
// this person, because they do not apply or a warning ends the questions first, stay out. It is for sample people and tests,
// which then list only what makes a person different; an interview with a real person never calls it.
func (g *Guide) Fill(own, other Answers) Answers {
	filled := Answers{}
	for q, a := range own {
		if a.Given() {
			filled[q] = a
		}
	}
	tries := map[string]int{}
	for i := g.Start(); !i.Finished(); {
		for q := i.Missing(); q != nil; q = i.Missing() {
			a := own[q.ID]
			if !a.Given() && other[q.ID].Given() {
				a = other[q.ID]
				filled[q.ID] = a
			}
			if !a.Given() || tries[q.ID] > 0 {
				a = pass(q) // only to see what would be asked next
			}
			if tries[q.ID]++; tries[q.ID] > 2 {
				return filled // no answer is enough
			}
			i = i.Answer(q.ID, a)
		}
		next, err := i.Next()
		if err != nil {
			break
		}
		i = next
	}
	return filled
}

// pass is the answer that leaves a question without raising anything.
func pass(q *knowledge.Question) Answer {
	if q.Kind == knowledge.Many {
		return Answer{Options: []string{knowledge.None}}
	}
	return Answer{Unsure: true}
}
