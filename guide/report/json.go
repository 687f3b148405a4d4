package report

import (
	"time"

	"knead/guide"
	"knead/guide/knowledge"
)

// JSON is the assessment as one object, for programs; assessment.schema.json describes it. The version is that of the
// content. The answers have the form of an answers file, so that they can be fed back.
func JSON(g *guide.Guide, a guide.Assessment, changes []guide.Change, version string) ([]byte, error) {
	out := assessment{
		Version: version,
		Triage:  triage{Level: a.Level, Concerns: []concern{}, Open: []open{}},
		Unasked: becauseOf(a.Unasked, ""), Aside: becauseOf(a.Aside, ""), Start: startOf(g, a), Asked: []string{}, Contradictions: []contradiction{}, Matches: []therapy{}, KeepOff: []keepOff{}, Changes: []change{}, Answers: answersOf(g, a.Answers),
	}
	for _, c := range a.Contradictions {
		out.Contradictions = append(out.Contradictions, contradictionOf(c))
	}
	if len(a.Outdated.Questions) > 0 {
		out.Outdated = outdatedOf(a.Outdated)
	}
	for _, c := range a.Concerns {
		advice := c.Flag.Advice
		if advice == "" {
			advice = g.Level(c.Flag.Level).Advice
		}
		out.Triage.Concerns = append(out.Triage.Concerns, concern{
			c.Flag.ID, c.Flag.Level, becauseOf(c.Because, ""), advice, list(c.Flag.Sources),
		})
	}
	for _, o := range a.Open {
		out.Triage.Open = append(out.Triage.Open, open{o.Flag.ID, o.Flag.Question, becauseOf(o.Because, ""), list(o.Flag.Sources)})
	}
	if a.Pattern != nil {
		out.Pattern = &pattern{a.Pattern.ID, a.Pattern.Label}
	}
	for _, t := range a.Asked {
		out.Asked = append(out.Asked, t.ID)
	}
	for i := range a.Matches {
		out.Matches = append(out.Matches, therapyOf(&a.Matches[i]))
	}
	for _, k := range a.KeepOff {
		out.KeepOff = append(out.KeepOff, keepOffOf(k, g))
	}
	for _, c := range changes {
		out.Changes = append(out.Changes, changeOf(c))
	}
	return Encode(out)
}

type assessment struct {
	Version        string          `json:"version"`
	Triage         triage          `json:"triage"`
	Unasked        []because       `json:"unasked"`
	Aside          []because       `json:"aside"`
	Contradictions []contradiction `json:"contradictions"`
	Pattern        *pattern        `json:"pattern"`
	Start          start           `json:"start"`
	Asked          []string        `json:"asked"` // the therapies that the person came to ask about
	Matches        []therapy       `json:"therapies"`
	KeepOff        []keepOff       `json:"keep-off"`
	Changes        []change        `json:"changes"`
	Answers        map[string]any  `json:"answers"`
	Outdated       *outdated       `json:"outdated"` // null where all answers are from today
}

// start is what the result opens with. The therapy is null where a clinician should look first, and where nothing fits.
type start struct {
	Therapy *string   `json:"therapy"`
	Because []because `json:"because"`
	Step    string    `json:"step"`
}

func startOf(g *guide.Guide, a guide.Assessment) start {
	out := start{Because: becauseOf(a.Start.Because, ""), Step: newBuilder(g, a).step()}
	if m := a.Start.Match; m != nil {
		out.Therapy = &m.Therapy.ID
	} else if held := a.Foremost(); len(held) > 0 {
		out.Because = becauseOf(held[0].Because, "")
	}
	return out
}

type triage struct {
	Level    knowledge.Level `json:"level"`
	Concerns []concern       `json:"concerns"`
	Open     []open          `json:"open"`
}

type concern struct {
	ID      string          `json:"id"`
	Level   knowledge.Level `json:"level"`
	Because []because       `json:"because"`
	Advice  string          `json:"advice"`
	Sources []string        `json:"sources"`
}

type open struct {
	ID       string    `json:"id"`
	Question string    `json:"question"`
	Because  []because `json:"because"`
	Sources  []string  `json:"sources"`
}

// contradiction is an answer that says two things at once, and what became of it, in words.
type contradiction struct {
	Question string   `json:"question"`
	Counts   []string `json:"counts"`  // options; "unsure" where none was chosen
	Dropped  []string `json:"dropped"` // "none", "unsure", or chosen options that were left open as well
	Text     string   `json:"text"`
}

func contradictionOf(c guide.Contradiction) contradiction {
	return contradiction{c.Question.ID, c.Counts, c.Dropped, Contradiction(c)}
}

// outdated are the questions to be asked again. Of their answers only what was chosen counts.
type outdated struct {
	On        string   `json:"on"`            // the day they were answered, or ""
	Other     bool     `json:"other_version"` // they were answers to another version of the questions
	Questions []string `json:"questions"`
}

func outdatedOf(o guide.Outdated) *outdated {
	out := &outdated{Other: o.Other, Questions: []string{}}
	if !o.On.IsZero() {
		out.On = o.On.Format(time.DateOnly)
	}
	for _, q := range o.Questions {
		out.Questions = append(out.Questions, q.ID)
	}
	return out
}

type pattern struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// because is one of the person's answers, and what it speaks for where that is not plain from its place. Answer is what was
// answered; Option is the option that matters, whether or not it was chosen.
type because struct {
	Fact     string `json:"fact"`
	Question string `json:"question"`
	Option   string `json:"option"`
	Said     string `json:"said"` // chosen, careful, not-sure or not-answered
	Answer   string `json:"answer"`
	CountsAs string `json:"counts_as,omitempty"` // the fact that it makes true, where it is another one
	Text     string `json:"text,omitempty"`
}

type therapy struct {
	ID       string            `json:"id"`
	Name     string            `json:"name"`
	Kind     string            `json:"kind"`
	Verdict  knowledge.Verdict `json:"verdict"`
	Fit      knowledge.Fit     `json:"fit"`
	Rank     int               `json:"rank"`
	Asked    bool              `json:"asked"` // the person came to ask about it
	Because  []because         `json:"because"`
	Cautions []caution         `json:"cautions"`
	Evidence *findings         `json:"evidence"`
}

type caution struct {
	Because    []because         `json:"because"`
	Verdict    knowledge.Verdict `json:"verdict"`
	Open       bool              `json:"open"`   // the answer behind it is "not sure", or missing
	Local      string            `json:"local"`  // whole, here or elsewhere
	Region     string            `json:"region"` // of which it speaks: a part of the body, or as local
	Reason     string            `json:"reason"`
	Adaptation string            `json:"adaptation"`
	Status     knowledge.Status  `json:"status"`
	Sources    []string          `json:"sources"`
	From       string            `json:"from"`           // the therapy whose verdict is used instead, or ""
	Flag       string            `json:"flag"`           // the warning that holds it back, or ""
	Also       []string          `json:"also,omitempty"` // further open warnings that hold it back, which Triage.Open describes
}

type findings struct {
	Direction knowledge.Direction `json:"direction"`
	Effect    effects             `json:"effect"`
	Certainty knowledge.Certainty `json:"certainty"`
	Stance    knowledge.Stance    `json:"stance"`
	Sources   []string            `json:"sources"`
}

type effects struct {
	PainShort     knowledge.Effect `json:"pain_short"`
	FunctionShort knowledge.Effect `json:"function_short"`
	LongTerm      knowledge.Effect `json:"long_term"`
}

type change struct {
	Question string       `json:"question"`
	Option   string       `json:"option"`
	Chosen   bool         `json:"chosen"`
	Was      string       `json:"was"` // open, given or absent
	Effects  []difference `json:"effects"`
}

type difference struct {
	What    string `json:"what"`
	Therapy string `json:"therapy"`
	From    string `json:"from"`
	To      string `json:"to"`
}

func therapyOf(m *guide.Match) therapy {
	t := therapy{
		ID: m.Therapy.ID, Name: m.Therapy.Name, Kind: m.Therapy.Kind.String(), Verdict: m.Verdict, Fit: m.Fit, Rank: m.Rank, Asked: m.Asked,
		Because: []because{}, Cautions: []caution{},
	}
	for _, r := range m.For {
		t.Because = append(t.Because, becauseOf(r.Because, r.Text)...)
	}
	for _, r := range m.Wishes {
		if !r.Against {
			t.Because = append(t.Because, becauseOf(r.Because, r.Text)...)
		}
	}
	// Open warnings hold all hands-on therapies back alike, and there may be a hundred of them, each with many answers. So a
	// therapy names them in one caution, that of the most alarming.
	held := -1
	for _, c := range m.Cautions {
		unsettled := c.Flag != "" && c.Open
		if unsettled && held >= 0 {
			t.Cautions[held].Also = append(t.Cautions[held].Also, c.Flag)
			continue
		}
		if unsettled {
			held = len(t.Cautions)
		}
		t.Cautions = append(t.Cautions, caution{
			Because: becauseOf(c.Because, ""), Verdict: c.Verdict, Open: c.Open, Local: localNames[min(int(c.Local), len(localNames)-1)], Region: regionID(c),
			Reason: c.Reason, Adaptation: c.Adaptation, Status: c.Status, Sources: list(c.Sources), From: c.From, Flag: c.Flag,
		})
	}
	if e := m.Evidence; e != nil {
		t.Evidence = &findings{
			e.Direction, effects{e.Effect.PainShort, e.Effect.FunctionShort, e.Effect.LongTerm}, e.Certainty, e.Stance, list(e.Sources),
		}
	}
	return t
}

var (
	localNames = [...]string{guide.Whole: "whole", guide.Here: "here", guide.Elsewhere: "elsewhere"}
	wasNames   = [...]string{guide.WasOpen: "open", guide.WasGiven: "given", guide.WasAbsent: "absent"}
)

func changeOf(c guide.Change) change {
	out := change{c.Question, c.Option, c.Chosen, wasNames[min(int(c.Was), len(wasNames)-1)], []difference{}}
	e := c.Effects
	if e.Before != e.After {
		out.Effects = append(out.Effects, difference{"level", "", e.Before.String(), e.After.String()})
	}
	for _, f := range e.Firsts {
		out.Effects = append(out.Effects, difference{"first", f.Kind.String(), idOf(f.Before), idOf(f.After)})
	}
	for _, v := range e.Verdicts {
		out.Effects = append(out.Effects, difference{"verdict", v.Therapy.ID, v.Before.String(), v.After.String()})
	}
	return out
}

func idOf(t *knowledge.Therapy) string {
	if t == nil {
		return ""
	}
	return t.ID
}

func becauseOf(said []guide.Said, text string) []because {
	out := []because{}
	for _, s := range said {
		out = append(out, because{s.Fact, s.Question, s.Option, s.How.String(), answerWords(s), s.For, text})
	}
	return out
}

// answerWords is what was answered, in the words of an answer.
func answerWords(s guide.Said) string {
	//exhaustive:enforce
	switch s.How {
	case guide.Chosen:
		return s.Option
	case guide.Careful, guide.NotSure:
		return "not sure"
	case guide.Unanswered:
		return "not answered"
	}
	return ""
}

// answersOf writes answers as an answers file has them.
func answersOf(g *guide.Guide, a guide.Answers) map[string]any {
	out := map[string]any{}
	a = g.Explicit(a)
	for i := range g.Knowledge().Questions {
		q := &g.Knowledge().Questions[i]
		x := a[q.ID]
		words, open := x.Words(q)
		switch {
		case len(words) == 0:
		case q.Kind == knowledge.Scale && !x.Unsure:
			out[q.ID] = x.Value
		case q.Kind == knowledge.Many && (!x.Unsure || len(words) > 1):
			out[q.ID] = words
		default:
			out[q.ID] = words[0]
		}
		for _, o := range open {
			out[q.ID+"/"+o] = guide.Unsure
		}
	}
	return out
}

// list is never null.
func list(ids []string) []string {
	if ids == nil {
		return []string{}
	}
	return ids
}
