package web

import (
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
	"knead/guide/markup"
	"knead/guide/report"
)

const reviewTitle = "Is this right?"

// review writes every answer that counts, by stage, each with a way to change it.
func (w *writer) review() {
	a := w.a
	w.title(reviewTitle)
	w.Put("p", "Change anything. Your result depends only on these answers.", "class", "hint")
	w.note()
	stage := ""
	open := false
	for _, l := range a.i.Review() {
		if !l.Answer.Given() && a.i.Page() == guide.StopPage {
			continue
		}
		if l.Stage != stage {
			if open {
				w.Raw("</dl>")
			}
			stage, open = l.Stage, true
			w.Put("h2", a.stageTitle(stage))
			w.Raw(`<dl class="review">`)
		}
		w.In("div", nil, func() {
			w.Put("dt", l.Title)
			w.Put("dd", document.Upper(a.said(l)))
			w.In("dd", nil, func() {
				w.In("button", markup.Attrs{"type", "button", "class", "quiet", "data-do", "change:" + l.ID}, func() {
					w.Text("Change")
					w.Put("span", ": "+l.Title, "class", "unseen")
				})
			})
		})
	}
	if open {
		w.Raw("</dl>")
	}
	if n := len(a.i.Left()); n > 0 {
		w.Put("p", document.Upper(guide.AreOpen(n))+". An open answer is neither yes nor no. Anything a yes would rule out is on hold until you find out.", "class", "note")
	}
	w.In("div", markup.Attrs{"class", "onward"}, func() {
		if a.i.Page() != guide.StopPage {
			w.button("main", "result", "See the result")
		} else {
			w.button("main", "result", "Go on")
		}
		w.button("quiet", "back", "Back")
	})
}

func (a *App) said(l guide.Line) string {
	if l.Role == knowledge.RoleHistory && l.Answer.Has(knowledge.None) && len(a.i.Unnamed()) > 0 {
		return guide.NotListed
	}
	return report.Given(a.Guide, a.i.Answers(), l.Question)
}

func (a *App) stageTitle(id string) string {
	for _, s := range a.Guide.Knowledge().Stages {
		if s.ID == id {
			return s.Title
		}
	}
	return ""
}

// tellChange says how a change moved the result, when one comes back to the review.
func (a *App) tellChange() {
	before := a.was
	a.was = nil
	if before == nil {
		return
	}
	x, y := before.Assess(), a.i.Assess()
	if x.Level != y.Level {
		a.message = "This changes the result: from “" + strings.TrimSuffix(a.Guide.Level(x.Level).Title, ".") + "” to “" + strings.TrimSuffix(a.Guide.Level(y.Level).Title, ".") + "”."
		return
	}
	a.message = "The result stays as it was."
	if e := guide.Compare(x, y); len(e.Firsts) > 0 || len(e.Verdicts) > 0 {
		a.message = "This changes the result. " + a.effects(e)
	}
}

// effects names what is first now, and the verdicts that are new, three at most.
func (a *App) effects(e guide.Effects) string {
	kinds := map[knowledge.TherapyKind]string{knowledge.Massage: "first massage", knowledge.Alternative: "first alternative", knowledge.SelfHelp: "first self-help"}
	var parts []string
	for _, c := range e.Firsts {
		name := "none"
		if c.After != nil {
			name = c.After.Name
		}
		parts = append(parts, kinds[c.Kind]+": "+name)
	}
	for _, c := range e.Verdicts {
		parts = append(parts, c.Therapy.Name+": "+guide.VerdictWord(c.After))
	}
	const most = 3
	words := "Now " + strings.Join(parts[:min(len(parts), most)], "; ")
	if more := len(parts) - most; more > 0 {
		words += "; and " + guide.Number(more) + " more"
	}
	return words + "."
}
