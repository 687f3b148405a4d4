package audit

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"knead/guide/knowledge"
)

// knowledge checks what does not depend on answers: that every therapy has the same detail as the others, and its evidence as
// graded by its sources.
func (a *audit) knowledge(_ context.Context, p *phase) {
	w := a.worker()
	defer w.settle()
	for i := range a.g.k.Therapies {
		t := &a.g.k.Therapies[i]
		for j := range a.g.k.Patterns {
			w.counts[10]++
			w.evidence(t, a.g.k.Patterns[j].ID)
		}
		for name, v := range w.ref.verdicts[t.ID] {
			w.counts[10]++
			switch {
			case v.Reason == "" || v.Status == 0:
				w.reportProblem(10, fmt.Sprintf("%s, %s: the verdict has no reason or no status", t.ID, name))
			case v.Verdict == knowledge.Caution && v.Adaptation == "":
				w.reportProblem(10, fmt.Sprintf("%s, %s: a caution without an adaptation", t.ID, name))
			case v.Status == knowledge.StatusVerified && !w.stands(v.Sources):
				w.reportProblem(10, fmt.Sprintf("%s, %s: called verified, and no verified source supports it", t.ID, name))
			}
		}
		w.counts[10]++
		if lacks := w.lacks(t); lacks != "" {
			w.reportProblem(10, fmt.Sprintf("%s has no %s, and others have", t.ID, lacks))
		}
	}
	p.cover("therapies × patterns, graded as in their sources", int64(len(a.g.k.Therapies)*len(a.g.k.Patterns)), int64(len(a.g.k.Therapies)*len(a.g.k.Patterns)))
}

func (w *worker) evidence(t *knowledge.Therapy, pattern string) {
	i := slices.IndexFunc(t.Evidence, func(e knowledge.Evidence) bool { return e.Pattern == pattern })
	if w.unstudied(t) {
		return
	}
	if i < 0 {
		w.reportProblem(10, fmt.Sprintf("%s says nothing about %s", t.ID, pattern))
		return
	}
	e := &t.Evidence[i]
	for _, x := range []struct {
		name  string
		grade interface{ Known() bool }
	}{
		{"direction", e.Direction},
		{"certainty", e.Certainty},
		{"stance", e.Stance},
		{"effect on pain", e.Effect.PainShort},
		{"effect on function", e.Effect.FunctionShort},
		{"effect in the long term", e.Effect.LongTerm},
	} {
		if !x.grade.Known() {
			w.reportProblem(10, fmt.Sprintf("%s, %s: the %s is %q, which is not a grade", t.ID, pattern, x.name, x.grade))
		}
	}
	switch {
	case e.Found == "":
		w.reportProblem(10, fmt.Sprintf("%s, %s: the result leaves out what was found", t.ID, pattern))
	case e.Direction != knowledge.DirectionUnknown && !w.stands(e.Sources):
		w.reportProblem(10, fmt.Sprintf("%s, %s: a finding without a verified source", t.ID, pattern))
	}
	for _, says := range e.Guidelines {
		if w.g.Source(says.Source) == nil || says.Says == "" {
			w.reportProblem(10, fmt.Sprintf("%s, %s: what %s says has no source or no words", t.ID, pattern, says.Name))
		}
	}
}

// unstudied reports whether a therapy has no evidence at all and relies on its nearest.
func (w *worker) unstudied(t *knowledge.Therapy) bool { return len(t.Evidence) == 0 && t.Nearest != "" }

// stands reports whether there is at least one source, and all of them are known.
func (w *worker) stands(ids []string) bool {
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return w.g.Source(id) == nil })
}

// lacks names the required parts that a therapy does not have.
func (w *worker) lacks(t *knowledge.Therapy) string {
	var missing []string
	for _, field := range []struct{ name, value string }{
		{"summary", t.Summary},
		{"bad points", t.Glance.Weak},
		{"effort", t.Glance.Effort},
		{"touch", t.Glance.Touch},
		{"number to try", t.Glance.Try},
		{"cost", t.Glance.Cost},
	} {
		if field.value == "" {
			missing = append(missing, field.name)
		}
	}
	if len(t.Tell) == 0 && slices.ContainsFunc(w.g.k.Therapies, func(o knowledge.Therapy) bool { return len(o.Tell) > 0 }) {
		missing = append(missing, "what to tell the practitioner")
	}
	if len(t.Wishes) == 0 && slices.ContainsFunc(w.g.k.Therapies, func(o knowledge.Therapy) bool { return len(o.Wishes) > 0 }) {
		missing = append(missing, "how it meets wishes")
	}
	return strings.Join(missing, ", ")
}
