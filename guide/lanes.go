package guide

import (
	"math/bits"

	"knead/guide/knowledge"
)

// Lanes assesses up to 64 sets of answers side by side: one bit of a word for each of them, so that a rule costs the same
// for all as for one. It concludes the same as Assess (level, open warnings, pattern, verdict and fit of every therapy, first choices)
// without the reasons, many hundred times as fast: Audit goes through the answer space with it, and Changes tries every other answer.
//
// Fill lanes with Set, call Run, then read them. A lane that was never set holds no answers. One Lanes serves one
// goroutine; any number may come from one Guide.
type Lanes struct {
	g *Guide
	spoken
	facts []known
	flags []known
	conclusions
	open      uint64     // lanes with an unsettled urgent or emergency sign
	looks     []uint64   // by pattern: it holds
	patterns  []uint64   // by pattern: it is the first that holds
	indicated []uint64   // by therapy: some indication holds
	speaks    [][]uint64 // by therapy and indication: it holds
	fits      []steps    // by therapy
	unasked   []known    // by question: a sign counts although it is not put
	ladder    []known    // scratch for counting
	due       []uint64   // what rests on something that changed: a set of targets
	*code
}

// conclusions is what answers are compared by: levels and verdicts.
type conclusions struct {
	level    [knowledge.Emergency + 1]uint64 // lanes that are at least at a level
	shown    []uint64                        // by therapy: it is made for this person
	verdicts []steps                         // by therapy
}

// Width is how many sets of answers stand side by side.
const Width = 64

// all lanes at once.
const everyLane = ^uint64(0)

// known is what the lanes know of a fact: the lanes where it is yes, and those where it is yes or unknown.
type known struct{ yes, maybe uint64 }

// steps holds, for an ordered value of four steps, the lanes that are at least at its second, third and fourth.
type steps [3]uint64

func (s *steps) at(lane int) (step uint8) {
	for _, lanes := range s {
		step += uint8(lanes >> lane & 1)
	}
	return step
}

// spoken is what was answered, as Answers hold it.
type spoken struct {
	chosen, left []uint64 // by option fact: chosen, or left open by itself
	given        []uint64 // by question: some option was chosen
	unsure       []uint64 // by question
	partial      []uint64 // by question: what was not chosen is unknown
}

// Lanes returns 64 empty lanes.
func (g *Guide) Lanes() *Lanes {
	options, steepest := len(g.owner), 0
	for i := range g.derived {
		steepest = max(steepest, g.derived[i].atLeast)
	}
	l := &Lanes{
		g:         g,
		code:      g.code(),
		ladder:    make([]known, steepest+1),
		spoken:    newSpoken(options, len(g.questions)),
		facts:     make([]known, len(g.names)),
		unasked:   make([]known, len(g.questions)),
		flags:     make([]known, len(g.flags)),
		looks:     make([]uint64, len(g.patterns)),
		patterns:  make([]uint64, len(g.patterns)),
		indicated: make([]uint64, len(g.therapies)),
		speaks:    make([][]uint64, len(g.therapies)),
		fits:      make([]steps, len(g.therapies)),

		conclusions: conclusions{shown: make([]uint64, len(g.therapies)), verdicts: make([]steps, len(g.therapies))},
	}
	for ti := range l.speaks {
		l.speaks[ti] = make([]uint64, len(g.therapies[ti].indications))
	}
	l.due = make([]uint64, l.words)
	return l
}

func newSpoken(options, questions int) spoken {
	return spoken{
		chosen: make([]uint64, options), left: make([]uint64, options),
		given: make([]uint64, questions), unsure: make([]uint64, questions), partial: make([]uint64, questions),
	}
}

func (s *spoken) copy(from *spoken) {
	copy(s.chosen, from.chosen)
	copy(s.left, from.left)
	copy(s.given, from.given)
	copy(s.unsure, from.unsure)
	copy(s.partial, from.partial)
}

// Set puts answers into a lane, in place of what it held. Options that are no options say nothing.
func (l *Lanes) Set(lane int, a Answers) { l.fill(1<<lane, a) }

// SetAll puts the same answers into every lane.
func (l *Lanes) SetAll(a Answers) { l.fill(everyLane, a) }

// SetAnswer puts the answer to one question into a lane, in place of the lane's answer to it.
func (l *Lanes) SetAnswer(lane int, question string, a Answer) {
	if qi, ok := l.g.byID[question]; ok {
		l.set(1<<lane, qi, a)
	}
}

// fill puts the same answers into some lanes.
func (l *Lanes) fill(lanes uint64, a Answers) {
	for qi := range l.g.questions {
		l.set(lanes, qi, a[l.g.k.Questions[qi].ID])
	}
}

// set puts the answer to one question into some lanes.
func (l *Lanes) set(lanes uint64, qi int, a Answer) {
	q, first := &l.g.k.Questions[qi], l.g.questions[qi].first
	l.clear(qi, lanes)
	switch {
	case a.Unsure:
		l.unsure[qi] |= lanes
		return
	case len(a.Options) > 0:
		l.given[qi] |= lanes
	}
	for _, id := range a.Options {
		switch oi := q.Index(id); {
		case oi < 0:
		case a.chosen(q, oi) == Yes:
			l.chosen[first+oi] |= lanes
		default:
			l.left[first+oi] |= lanes
		}
	}
	if a.Partial {
		l.partial[qi] |= lanes
	}
	for _, id := range a.Open {
		if oi := q.Index(id); oi >= 0 {
			l.left[first+oi] |= lanes
		}
	}
}

// clear takes the answers to a question out of some lanes.
func (l *Lanes) clear(qi int, lanes uint64) {
	c := &l.g.questions[qi]
	l.given[qi] &^= lanes
	l.unsure[qi] &^= lanes
	l.partial[qi] &^= lanes
	for f := c.first; f < c.first+len(c.options); f++ {
		l.chosen[f] &^= lanes
		l.left[f] &^= lanes
	}
}

// Answers reads a lane's answers back. A Scale's number is the lowest of its band.
func (l *Lanes) Answers(lane int) Answers {
	a := Answers{}
	for qi := range l.g.questions {
		q, first := &l.g.k.Questions[qi], l.g.questions[qi].first
		var x Answer
		if l.unsure[qi]>>lane&1 == 1 {
			x.Unsure = true
		} else {
			x.Partial = l.partial[qi]>>lane&1 == 1
			for oi := range q.Options {
				if l.chosen[first+oi]>>lane&1 == 1 {
					x.Options = append(x.Options, q.Options[oi].ID)
					x.Value = q.Options[oi].From
				}
				if l.left[first+oi]>>lane&1 == 1 {
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
func (l *Lanes) Run() {
	l.everything()
	l.update()
}

// Level is the triage level of a lane.
func (l *Lanes) Level(lane int) knowledge.Level {
	for v := knowledge.Emergency; v > knowledge.SelfCare; v-- {
		if l.level[v]>>lane&1 == 1 {
			return v
		}
	}
	return knowledge.SelfCare
}

// Flag is what a lane knows of the red flag with this number.
func (l *Lanes) Flag(lane, flag int) Truth { return l.flags[flag].at(lane) }

// Put gives the lanes, one to a bit, in which an option is put to the person, or may be.
func (l *Lanes) Put(question, option string) uint64 {
	qi, ok := l.g.byID[question]
	if !ok {
		return 0
	}
	oi := l.g.k.Questions[qi].Index(option)
	if oi < 0 {
		return 0
	}
	return l.put(qi, l.g.questions[qi].first+oi)
}

// Pattern is a lane's pattern, or nil.
func (l *Lanes) Pattern(lane int) *knowledge.Pattern {
	for i, lanes := range l.patterns {
		if lanes>>lane&1 == 1 {
			return &l.g.k.Patterns[i]
		}
	}
	return nil
}

// Match is a lane's verdict and fit for the therapy with this number, if it is shown. Where the level stops none is.
func (l *Lanes) Match(lane, therapy int) (v knowledge.Verdict, f knowledge.Fit, shown bool) {
	shown = (l.shown[therapy]&^l.level[knowledge.Urgent])>>lane&1 == 1
	return knowledge.Verdict(l.verdicts[therapy].at(lane)), knowledge.Fit(l.fits[therapy].at(lane)), shown
}

func (k known) at(lane int) Truth { return Truth(k.yes>>lane&1 + k.maybe>>lane&1) }

// lane is the number of the first of some lanes.
func lane(lanes uint64) int { return bits.TrailingZeros64(lanes) }
