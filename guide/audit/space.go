package audit

import (
	"slices"

	"knead/guide"
	"knead/guide/knowledge"
)

// space is the answer space, as the audit goes through it.
type space struct {
	facts    []delta        // every option of a question that is not part of a context
	contexts []contextBlock // the base contexts, 64 at a time: for options alone, then for pairs and triples
	few      int            // the block where those for pairs and triples begin
	alone    int            // how many base contexts there are for options alone
	together int            // and for pairs and triples
	settles  []int          // the facts that may lower a level
	calm     []int          // by question: the option of a single choice that alarms least, -1 for the others
	alarm    []int          // by question: the one that alarms most
}

// contextBlock is what up to 64 lanes say of the context's questions, and which lanes are in use.
type contextBlock struct {
	guide.Marks
	used uint64
}

// delta is an option together with the answers that bring it up.
type delta struct {
	fact   int
	single bool  // of a single choice
	first  bool  // the first of its single choice: represents "not sure" to it
	needs  []int // facts that must be yes for it to be offered, outside the context
}

// The questions that make a base context. Options alone meet every place × duration × severity band, pairs and triples every
// place × duration; the questions behind take turns.
var contextRoles = []knowledge.Role{knowledge.RolePlace, knowledge.RoleLength, knowledge.RolePain, knowledge.RoleFeel}

// baseline is how the questions are answered that are neither of the context nor of the options under test.
type baseline uint8

// Calm chooses none of these, and the least alarming option of a single choice; alarming chooses the most alarming option, for
// questions that follow a sign; silent answers nothing.
const (
	calm baseline = iota
	alarming
	silent
)

func newSpace(g *numbered) *space {
	s := &space{calm: make([]int, len(g.Questions)), alarm: make([]int, len(g.Questions))}
	weights := weightsOf(g)
	for qi := range g.Questions {
		q, first := &g.k.Questions[qi], g.Questions[qi].First
		s.calm[qi], s.alarm[qi] = -1, -1
		for oi := range q.Options {
			if q.Options[oi].Settles {
				s.settles = append(s.settles, first+oi)
			}
			if q.Kind == knowledge.Many {
				continue
			}
			w := weights[first+oi]
			if c := s.calm[qi]; c < 0 || w < weights[first+c] {
				s.calm[qi] = oi
			}
			if c := s.alarm[qi]; c < 0 || w > weights[first+c] {
				s.alarm[qi] = oi
			}
		}
	}
	for qi := range g.Questions {
		q, first := &g.k.Questions[qi], g.Questions[qi].First
		inContext := slices.Contains(contextRoles, q.Role)
		for oi := range q.Options {
			if inContext && q.Kind != knowledge.Many || q.Options[oi].ID == knowledge.None {
				continue
			}
			a := delta{fact: first + oi, single: q.Kind != knowledge.Many, first: q.Kind != knowledge.Many && oi == 0}
			for _, f := range prerequisites(g, a.fact) {
				if !slices.Contains(contextRoles, g.k.Questions[g.Owner[f]].Role) {
					a.needs = append(a.needs, f)
				}
			}
			s.facts = append(s.facts, a)
		}
	}
	s.alone = s.fill(g, 3)
	s.few = len(s.contexts)
	s.together = s.fill(g, 2)
	return s
}

// weightsOf returns how alarming each option is: how often the red flags ask for it, with emergencies weighted more. An option
// that settles has the least weight, but more than zero, because a calm answer should not settle anything.
func weightsOf(g *numbered) []int {
	weights := make([]int, len(g.Owner))
	var add func(f, w int)
	add = func(f, w int) {
		if f < len(g.Owner) {
			weights[f] += w
			return
		}
		for _, m := range g.Derived[f-len(g.Owner)].Of {
			add(m, w)
		}
	}
	for i, w := range g.flags {
		for _, all := range w {
			for _, l := range all {
				if l&1 == 0 {
					add(int(l>>1), 2*int(g.k.RedFlags[i].Level))
				}
			}
		}
	}
	for f, qi := range g.Owner {
		if g.k.Questions[qi].Options[f-g.Questions[qi].First].Settles {
			weights[f] = 1
		}
	}
	return weights
}

// fill makes the base contexts, in blocks, and returns how many they are: every combination of one option of each question of
// the first so many roles of the context. The others take turns, so that each of their options meets many combinations.
func (s *space) fill(g *numbered, combined int) (count int) {
	var questions []int
	count = 1
	for i, role := range contextRoles {
		for qi := range g.k.Questions {
			if g.k.Questions[qi].Role != role {
				continue
			}
			questions = append(questions, qi)
			if i < combined {
				count *= len(g.Questions[qi].Options)
			}
		}
	}
	for n := range count {
		if n%guide.Width == 0 {
			s.contexts = append(s.contexts, contextBlock{Marks: guide.NewMarks(len(g.Owner), len(g.Questions))})
		}
		c, bit, turn := &s.contexts[len(s.contexts)-1], uint64(1)<<(n%guide.Width), 0
		c.used |= bit
		for i, qi := range questions {
			options, oi := len(g.Questions[qi].Options), n
			if !slices.Contains(contextRoles[:combined], g.k.Questions[qi].Role) {
				oi = turn
			}
			oi %= options
			c.Given[qi] |= bit
			c.Chosen[g.Questions[qi].First+oi] |= bit
			n /= options
			turn += (2*i + 1) * oi
		}
	}
	return count
}

// begin puts a block of base contexts into the worker's lanes, with the other questions answered as the baseline says.
func (w *worker) begin(block int, m baseline) uint64 {
	c := &w.space.contexts[block]
	w.l.Marks.Copy(&c.Marks)
	w.log = w.log[:0]
	w.l.Everything()
	if m == silent {
		return c.used
	}
	for qi := range w.g.Questions {
		q, first := &w.g.k.Questions[qi], w.g.Questions[qi].First
		if c.Given[qi] != 0 {
			continue
		}
		oi := q.Index(knowledge.None)
		if q.Kind != knowledge.Many {
			if oi = w.space.calm[qi]; m == alarming && len(q.AskWhen) > 0 {
				oi = w.space.alarm[qi]
			}
		}
		if oi >= 0 {
			w.l.Given[qi], w.l.Chosen[first+oi] = guide.EveryLane, guide.EveryLane
		}
	}
	return c.used
}

// changed is a word of what is said, as it was, and the question it belongs to.
type changed struct {
	word     *uint64
	was      uint64
	question int
}

func (w *worker) put(qi int, word *uint64, now uint64) {
	if *word != now {
		w.log = append(w.log, changed{word, *word, qi})
		*word = now
		w.try.touch(w.l, qi)
	}
}

// undo takes back what was said since a mark (a length of the log).
func (w *worker) undo(mark int) {
	for len(w.log) > mark {
		last := w.log[len(w.log)-1]
		*last.word = last.was
		w.try.touch(w.l, last.question)
		w.log = w.log[:len(w.log)-1]
	}
}

// choose answers yes to an option in every lane. It reports whether that only added something: the question was answered
// before, no single choice was replaced, and nothing that settles was said.
func (w *worker) choose(f int) (added bool) {
	qi := w.g.Owner[f]
	q, c := &w.g.k.Questions[qi], &w.g.Questions[qi]
	added = !q.Options[f-c.First].Settles && w.l.Given[qi] == guide.EveryLane && w.l.Unsure[qi] == 0
	if q.Kind != knowledge.Many {
		added = added && w.l.Chosen[f] == guide.EveryLane
		for o := c.First; o < c.First+len(c.Options); o++ {
			w.put(qi, &w.l.Chosen[o], 0)
		}
	} else if none := q.Index(knowledge.None); none >= 0 {
		w.put(qi, &w.l.Chosen[c.First+none], 0)
	}
	w.put(qi, &w.l.Unsure[qi], 0)
	w.put(qi, &w.l.Left[f], 0)
	w.put(qi, &w.l.Chosen[f], guide.EveryLane)
	w.put(qi, &w.l.Given[qi], guide.EveryLane)
	return added
}

// setUnsure leaves an option open in every lane that does not say it; of a single choice, the whole question.
func (w *worker) setUnsure(f int) {
	qi := w.g.Owner[f]
	c := &w.g.Questions[qi]
	if w.g.k.Questions[qi].Kind == knowledge.Many {
		w.put(qi, &w.l.Left[f], ^w.l.Chosen[f])
		return
	}
	for o := c.First; o < c.First+len(c.Options); o++ {
		w.put(qi, &w.l.Chosen[o], 0)
	}
	w.put(qi, &w.l.Given[qi], 0)
	w.put(qi, &w.l.Unsure[qi], guide.EveryLane)
}

// add says an option in every lane, yes or unknown, together with what brings it up. What the options that were added
// before say of a single choice stays: they came first. It reports whether it only added something.
func (w *worker) add(x *delta, known guide.Truth, before ...*delta) (added bool) {
	added = true
	for _, f := range x.needs {
		if !taken(w.g, f, before) {
			added = w.choose(f) && added
		}
	}
	if known == guide.Yes {
		return w.choose(x.fact) && added
	}
	w.setUnsure(x.fact)
	return added && !x.single
}

// taken reports whether options that were added before have answered a fact's single choice.
func taken(g *numbered, f int, before []*delta) bool {
	qi := g.Owner[f]
	if g.k.Questions[qi].Kind == knowledge.Many {
		return false
	}
	for _, b := range before {
		if g.Owner[b.fact] == qi || slices.ContainsFunc(b.needs, func(n int) bool { return g.Owner[n] == qi }) {
			return true
		}
	}
	return false
}
