package matrix

import (
	"fmt"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// floors checks the cells of a sign: that none is empty, and that none is milder than the content allows.
type floors struct {
	e         *evaluator
	di, si    int
	danger    *Danger
	sign      *Sign
	needed    bool // the reason of the sign
	used      []bool
	empty     failures
	floorless failures
	unset     failures
	milder    []failures // by entry of least
}

// failures are cells with the same thing wrong: the first of them, and how many.
type failures struct {
	first string
	n     int
}

func (f *failures) add(format string, args ...any) {
	if f.n++; f.n == 1 {
		f.first = fmt.Sprintf(format, args...)
	}
}

func (f failures) String() string {
	if f.n < 2 {
		return f.first
	}
	return fmt.Sprintf("%s (and %d more)", f.first, f.n-1)
}

func newFloors(e *evaluator, di, si int) *floors {
	d := &e.table.Matrix.Dangers[di]
	s := &d.Signs[si]
	f := &floors{e: e, di: di, si: si, danger: d, sign: s, used: make([]bool, len(s.Least)), milder: make([]failures, len(s.Least))}
	for i := range s.Least {
		f.names(i, "places", s.Least[i].Places, append(ids(e.table.Places, func(o *knowledge.Option) string { return o.ID }),
			ids(e.table.Matrix.Places, func(p Places) string { return p.ID })...))
		f.names(i, "onsets", s.Least[i].Onsets, ids(e.table.Matrix.Onsets, func(c Column) string { return c.ID }))
		f.names(i, "risks", s.Least[i].Risks, ids(e.table.Matrix.Risks, func(c Column) string { return c.ID }))
	}
	return f
}

func ids[T any](list []T, id func(T) string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = id(list[i])
	}
	return out
}

// names reports the names in a floor that are not columns.
func (f *floors) names(least int, field string, names, known []string) {
	for _, n := range names {
		if !slices.Contains(known, n) {
			f.e.report(f.di, f.si, least, "%s: unknown column %q; %s", field, n, guide.Nearest(n, known))
		}
	}
}

// open reports an assessment that is not settled: its level would come from what the matrix leaves out.
func (f *floors) open(flag *knowledge.RedFlag, a guide.Answers) {
	facts := ""
	if f.unset.n == 0 { // only the first is reported
		for _, o := range f.e.g.Assess(a).Open {
			if o.Flag.ID == flag.ID && len(o.Because) > 0 {
				facts = " because of " + o.Because[0].Fact
			}
		}
	}
	f.unset.add("the red flag %s stays open%s; answer that in base, in the column, or in the sign", flag.ID, facts)
}

func (f *floors) cell(c Cell, place, onset, risk string) {
	where := strings.Join([]string{place, onset, risk}, ", ")
	if !c.Asked {
		if c.Reason == "" {
			f.empty.add("the cell (%s) is empty, because the sign is not asked there; say why in not_asked of the sign or of the column", where)
		}
		return
	}
	at := -1
	for i, l := range f.sign.Least {
		if f.e.table.Matrix.inPlaces(l.Places, place) && in(l.Onsets, onset) && in(l.Risks, risk) {
			at = i
		}
	}
	if at < 0 {
		f.floorless.add("the cell (%s) has no floor; name its mildest level in least", where)
		return
	}
	f.used[at] = true
	if least := f.sign.Least[at].Level; c.Level < least {
		f.milder[at].add("the cell (%s) is %s, and %s is the mildest that it may be; a rule is missing or too narrow", where, c.Level, least)
	}
}

// inPlaces reports whether a place is in a list of places and of names for several. An empty list has all.
func (m *Matrix) inPlaces(list []string, place string) bool {
	return in(list, place) || slices.ContainsFunc(m.Places, func(p Places) bool {
		return slices.Contains(list, p.ID) && slices.Contains(p.Of, place)
	})
}

func in(list []string, id string) bool { return len(list) == 0 || slices.Contains(list, id) }

// end reports what was found.
func (f *floors) end() {
	for _, x := range []failures{f.empty, f.floorless, f.unset} {
		if x.n > 0 {
			f.e.report(f.di, f.si, -1, "%s", x)
		}
	}
	for i, x := range f.milder {
		switch {
		case x.n > 0:
			f.e.report(f.di, f.si, i, "%s", x)
		case !f.used[i]:
			f.e.report(f.di, f.si, i, "no cell takes its floor from this entry; leave it out, or put it after the entry that hides it")
		}
	}
	if f.sign.NotAsked != "" && !f.needed {
		f.e.report(f.di, f.si, -1, "not_asked is never needed, because the sign is asked everywhere; leave it out")
	}
}
