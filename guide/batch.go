package guide

import (
	"knead/guide/knowledge"
)

// Batch assesses up to 64 sets of answers side by side: one bit of a word for each of them, so that a rule costs the same
// for all as for one. It concludes the same as Assess (level, open warnings, pattern, verdict and fit of every therapy, first choices)
// without the reasons, many hundred times as fast: the audit goes through the answer space with it, and Changes tries every other answer.
//
// Each of the 64 sets is a lane. Fill lanes with Set, call Run, then read them with Level, Pattern, and Match. A lane that was
// never set holds no answers. One Batch serves one goroutine; any number may come from one Guide.
//
// A caller that changes a little at a time may write Marks itself, Touch every question it changed, and Update: only what rests
// on those questions is worked out again. Facts are numbered by option, in the order of the questions, then come the derived
// facts; therapies and patterns have the numbers they have in the knowledge.
type Batch struct {
	g *Guide
	Marks
	Facts []Known
	flags []Known
	Conclusions
	Open      uint64     // lanes with an unsettled urgent or emergency sign
	Looks     []uint64   // by pattern: it holds
	Patterns  []uint64   // by pattern: it is the first that holds
	indicated []uint64   // by therapy: some indication holds
	speaks    [][]uint64 // by therapy and indication: it holds
	Fits      []Steps    // by therapy
	Unasked   []Known    // by question: a sign counts although it is not put
	worked    []uint64   // by region: hands would work on it
	ladder    []Known    // scratch for counting
	due       []uint64   // what rests on something that changed: a set of targets
	*code
}

// Conclusions are what answers are compared by: levels and verdicts.
type Conclusions struct {
	Levels   [knowledge.Emergency + 1]uint64 // lanes that are at least at a level
	Shown    []uint64                        // by therapy: it is made for this person
	Verdicts []Steps                         // by therapy
}

// Copy makes c the same as from, without keeping anything of it.
func (c *Conclusions) Copy(from *Conclusions) {
	c.Levels = from.Levels
	c.Shown = append(c.Shown[:0], from.Shown...)
	c.Verdicts = append(c.Verdicts[:0], from.Verdicts...)
}

// Width is the number of sets of answers that a batch evaluates at once.
const Width = 64

// EveryLane is all of them at once.
const EveryLane = ^uint64(0)

// Known is what the lanes know of a fact: the lanes where it is yes, and those where it is yes or unknown.
type Known struct{ Yes, Maybe uint64 }

// Steps holds, for an ordered value of four steps, the lanes that are at least at its second, third and fourth.
type Steps [3]uint64

func (s *Steps) at(lane int) (step uint8) {
	for _, lanes := range s {
		step += uint8(lanes >> lane & 1)
	}
	return step
}

// Marks is what was answered, as Answers hold it.
type Marks struct {
	Chosen, Left []uint64 // by option fact: chosen, or itself left open
	Given        []uint64 // by question: some option was chosen
	Unsure       []uint64 // by question
	Partial      []uint64 // by question: what was not chosen is unknown
}

// Batch returns 64 empty lanes.
func (g *Guide) Batch() *Batch {
	options, steepest := len(g.owner), 0
	for i := range g.derived {
		steepest = max(steepest, g.derived[i].atLeast)
	}
	l := &Batch{
		g:         g,
		code:      g.code(),
		ladder:    make([]Known, steepest+1),
		worked:    make([]uint64, len(g.areas)),
		Marks:     NewMarks(options, len(g.questions)),
		Facts:     make([]Known, len(g.names)),
		Unasked:   make([]Known, len(g.questions)),
		flags:     make([]Known, len(g.flags)),
		Looks:     make([]uint64, len(g.patterns)),
		Patterns:  make([]uint64, len(g.patterns)),
		indicated: make([]uint64, len(g.therapies)),
		speaks:    make([][]uint64, len(g.therapies)),
		Fits:      make([]Steps, len(g.therapies)),

		Conclusions: Conclusions{Shown: make([]uint64, len(g.therapies)), Verdicts: make([]Steps, len(g.therapies))},
	}
	for ti := range l.speaks {
		l.speaks[ti] = make([]uint64, len(g.therapies[ti].indications))
	}
	l.due = make([]uint64, l.words)
	return l
}

// NewMarks returns Marks without answers.
func NewMarks(options, questions int) Marks {
	return Marks{
		Chosen: make([]uint64, options), Left: make([]uint64, options),
		Given: make([]uint64, questions), Unsure: make([]uint64, questions), Partial: make([]uint64, questions),
	}
}

// Copy sets s to a copy of from.
func (s *Marks) Copy(from *Marks) {
	copy(s.Chosen, from.Chosen)
	copy(s.Left, from.Left)
	copy(s.Given, from.Given)
	copy(s.Unsure, from.Unsure)
	copy(s.Partial, from.Partial)
}

// Set replaces the answers of a lane. It ignores unknown options.
func (l *Batch) Set(lane int, a Answers) { l.fill(1<<lane, a) }

// SetAll puts the same answers into every lane.
func (l *Batch) SetAll(a Answers) { l.fill(EveryLane, a) }

// SetAnswer puts the answer to one question into a lane, in place of the lane's answer to it.
func (l *Batch) SetAnswer(lane int, question string, a Answer) {
	if qi, ok := l.g.byID[question]; ok {
		l.set(1<<lane, qi, a)
	}
}

// fill puts the same answers into some lanes.
func (l *Batch) fill(lanes uint64, a Answers) {
	for qi := range l.g.questions {
		l.set(lanes, qi, a[l.g.k.Questions[qi].ID])
	}
}

// set puts the answer to one question into some lanes.
func (l *Batch) set(lanes uint64, qi int, a Answer) {
	q, first := &l.g.k.Questions[qi], l.g.questions[qi].first
	l.clear(qi, lanes)
	switch {
	case a.Unsure:
		l.Unsure[qi] |= lanes
		return
	case len(a.Options) > 0:
		l.Given[qi] |= lanes
	}
	for _, id := range a.Options {
		switch oi := q.Index(id); {
		case oi < 0:
		case a.chosen(q, oi) == Yes:
			l.Chosen[first+oi] |= lanes
		default:
			l.Left[first+oi] |= lanes
		}
	}
	if a.Partial {
		l.Partial[qi] |= lanes
	}
	for _, id := range a.Open {
		if oi := q.Index(id); oi >= 0 {
			l.Left[first+oi] |= lanes
		}
	}
}

// clear takes the answers to a question out of some lanes.
func (l *Batch) clear(qi int, lanes uint64) {
	c := &l.g.questions[qi]
	l.Given[qi] &^= lanes
	l.Unsure[qi] &^= lanes
	l.Partial[qi] &^= lanes
	for f := c.first; f < c.first+len(c.options); f++ {
		l.Chosen[f] &^= lanes
		l.Left[f] &^= lanes
	}
}

// Answers reads a lane's answers back. A Scale's number is the lowest of its band.
func (l *Batch) Answers(lane int) Answers {
	a := Answers{}
	for qi := range l.g.questions {
		q, first := &l.g.k.Questions[qi], l.g.questions[qi].first
		var x Answer
		if l.Unsure[qi]>>lane&1 == 1 {
			x.Unsure = true
		} else {
			x.Partial = l.Partial[qi]>>lane&1 == 1
			for oi := range q.Options {
				if l.Chosen[first+oi]>>lane&1 == 1 {
					x.Options = append(x.Options, q.Options[oi].ID)
					x.Value = q.Options[oi].From
				}
				if l.Left[first+oi]>>lane&1 == 1 {
					x.Open = append(x.Open, q.Options[oi].ID)
				}
			}
		}
		if x.Given() {
			a[q.ID] = x
		}
	}
	return a
}

// Run assesses all lanes.
func (l *Batch) Run() {
	l.Everything()
	l.Update()
}

// Level is the triage level of a lane.
func (l *Batch) Level(lane int) knowledge.Level {
	for v := knowledge.Emergency; v > knowledge.SelfCare; v-- {
		if l.Levels[v]>>lane&1 == 1 {
			return v
		}
	}
	return knowledge.SelfCare
}

// Flag is what a lane knows of the red flag with this number.
func (l *Batch) Flag(lane, flag int) Truth { return l.flags[flag].at(lane) }

// Put gives the lanes, one to a bit, in which an option is put to the person, or may be.
func (l *Batch) Put(question, option string) uint64 {
	qi, ok := l.g.byID[question]
	if !ok {
		return 0
	}
	oi := l.g.k.Questions[qi].Index(option)
	if oi < 0 {
		return 0
	}
	return l.PutFact(qi, l.g.questions[qi].first+oi)
}

// Pattern is a lane's pattern, or nil.
func (l *Batch) Pattern(lane int) *knowledge.Pattern {
	for i, lanes := range l.Patterns {
		if lanes>>lane&1 == 1 {
			return &l.g.k.Patterns[i]
		}
	}
	return nil
}

// Match is a lane's verdict and fit for the therapy with this number, if it is shown. Where the level stops none is.
func (l *Batch) Match(lane, therapy int) (v knowledge.Verdict, f knowledge.Fit, shown bool) {
	shown = (l.Shown[therapy]&^l.Levels[knowledge.Urgent])>>lane&1 == 1
	return knowledge.Verdict(l.Verdicts[therapy].at(lane)), knowledge.Fit(l.Fits[therapy].at(lane)), shown
}

func (k Known) at(lane int) Truth { return Truth(k.Yes>>lane&1 + k.Maybe>>lane&1) }
