package guide

import "math/bits"

// Lanes assesses up to 64 sets of answers side by side: one bit of a word for each of them, so that a rule costs the same
// for all as for one. It concludes the same as Assess (level, open warnings, pattern, verdict and fit of every therapy)
// without the reasons, many hundred times as fast, and is what Audit goes through the answer space with.
//
// Fill lanes with Set, call Run, then read them. A lane that was never set holds no answers. One Lanes serves one
// goroutine; any number may come from one Guide.
type Lanes struct {
	g *Guide
	spoken
	facts    []known
	applies  []known // by question
	flags    []known
	level    [Emergency + 1]uint64 // lanes that are at least at a level
	open     uint64                // lanes with an unsettled urgent or emergency sign
	patterns []uint64              // the first that holds
	verdicts []steps               // by therapy
	fits     []steps
	items    []item    // by history option
	grades   [][]Grade // by therapy and pattern
	ladder   []known   // scratch for counting
}

// item is a history option, with the numbers of the therapies that it speaks against.
type item struct {
	local   bool
	against [Avoid + 1][]int
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
}

// Lanes returns 64 empty lanes.
func (g *Guide) Lanes() *Lanes {
	options, steepest := len(g.owner), 0
	for i := range g.derived {
		steepest = max(steepest, g.derived[i].atLeast)
	}
	return &Lanes{
		g:        g,
		items:    g.items(),
		grades:   g.grades(),
		ladder:   make([]known, steepest+1),
		spoken:   newSpoken(options, len(g.questions)),
		facts:    make([]known, len(g.names)),
		applies:  make([]known, len(g.questions)),
		flags:    make([]known, len(g.flags)),
		patterns: make([]uint64, len(g.patterns)),
		verdicts: make([]steps, len(g.therapies)),
		fits:     make([]steps, len(g.therapies)),
	}
}

func (g *Guide) items() []item {
	if g.history < 0 {
		return nil
	}
	options := g.k.Questions[g.history].Options
	items := make([]item, len(options))
	for oi := range items {
		items[oi].local = options[oi].Scope == "local"
		for ti := range g.therapies {
			if v := g.therapies[ti].verdicts[oi]; v != nil {
				items[oi].against[v.Verdict] = append(items[oi].against[v.Verdict], ti)
			}
		}
	}
	return items
}

func (g *Guide) grades() [][]Grade {
	grades := make([][]Grade, len(g.therapies))
	for ti := range grades {
		for _, e := range g.therapies[ti].evidence {
			grades[ti] = append(grades[ti], e.grade())
		}
	}
	return grades
}

func newSpoken(options, questions int) spoken {
	return spoken{
		chosen: make([]uint64, options), left: make([]uint64, options),
		given: make([]uint64, questions), unsure: make([]uint64, questions),
	}
}

func (s *spoken) copy(from *spoken) {
	copy(s.chosen, from.chosen)
	copy(s.left, from.left)
	copy(s.given, from.given)
	copy(s.unsure, from.unsure)
}

// Set puts answers into a lane, in place of what it held. Options that are no options say nothing.
func (l *Lanes) Set(lane int, a Answers) {
	for qi := range l.g.questions {
		l.set(lane, qi, a[l.g.k.Questions[qi].ID])
	}
}

func (l *Lanes) set(lane, qi int, a Answer) {
	q, first, bit := &l.g.k.Questions[qi], l.g.questions[qi].first, uint64(1)<<lane
	l.clear(qi, bit)
	switch {
	case a.Unsure:
		l.unsure[qi] |= bit
		return
	case len(a.Options) > 0:
		l.given[qi] |= bit
	}
	for _, id := range a.Options {
		if oi := q.optionIndex(id); oi >= 0 {
			l.chosen[first+oi] |= bit
		}
	}
	for _, id := range a.Open {
		if oi := q.optionIndex(id); oi >= 0 {
			l.left[first+oi] |= bit
		}
	}
}

// clear takes the answers to a question out of some lanes.
func (s *Lanes) clear(qi int, lanes uint64) {
	c := &s.g.questions[qi]
	s.given[qi] &^= lanes
	s.unsure[qi] &^= lanes
	for f := c.first; f < c.first+len(c.options); f++ {
		s.chosen[f] &^= lanes
		s.left[f] &^= lanes
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
func (l *Lanes) Run() { l.runFrom(0) }

// runFrom is Run after a change that touched no question before this one.
func (l *Lanes) runFrom(question int) {
	l.know(question)
	l.triage()
	l.recognise()
	l.rule()
}

// Level is the triage level of a lane.
func (l *Lanes) Level(lane int) Level {
	for v := Emergency; v > SelfCare; v-- {
		if l.level[v]>>lane&1 == 1 {
			return v
		}
	}
	return SelfCare
}

// Flag is what a lane knows of the red flag with this number.
func (l *Lanes) Flag(lane, flag int) Truth { return l.flags[flag].at(lane) }

// Pattern is a lane's pattern, or nil.
func (l *Lanes) Pattern(lane int) *Pattern {
	for i, lanes := range l.patterns {
		if lanes>>lane&1 == 1 {
			return &l.g.k.Patterns[i]
		}
	}
	return nil
}

// Match is a lane's verdict and fit for the therapy with this number. Where the level stops it says nothing.
func (l *Lanes) Match(lane, therapy int) (Verdict, Fit) {
	return Verdict(l.verdicts[therapy].at(lane)), Fit(l.fits[therapy].at(lane))
}

func (k known) at(lane int) Truth { return Truth(k.yes>>lane&1 + k.maybe>>lane&1) }

// lane is the number of the first of some lanes.
func lane(lanes uint64) int { return bits.TrailingZeros64(lanes) }
