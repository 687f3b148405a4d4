package content

import (
	"knead/guide"
)

// check looks at everything that was read together. Every problem is reported.
func (l *loader) check() {
	f := l.facts()
	l.checkQuestions(f)
	l.checkRoles()
	l.checkRegions(f)
	l.checkLevels()
	l.checkDeadlines()
	l.checkRules(f)
	l.checkTherapies(f)
	l.checkTerms(f)
	l.checkDangers()
	if rules := l.compile(); rules != nil {
		l.checkExamples(rules)
		l.checkCases(rules)
		l.checkReach(rules)
		l.checkMatrix(rules)
	}
	l.checkPages()
	l.checkIssuers()
	l.checkSources()
	l.checkFigures()
	l.checkWording()
}

// compile makes the guide, and another without therapies, so that rules can be tried although a therapy is wrong. What
// keeps a guide from being made has been reported before; should the checks have missed it, it is reported without its
// place.
func (l *loader) compile() (rules *guide.Guide) {
	before := len(l.problems)
	k := l.lib.Knowledge
	k.Therapies = nil
	rules, err := guide.New(&k, l.lib.Block)
	if err == nil {
		l.guide, err = guide.New(&l.lib.Knowledge, l.lib.Block)
	}
	if err != nil && before == 0 {
		l.at(&place{file: l.layers[len(l.layers)-1].file(".")}, "is inconsistent: %s", shown(err.Error()))
	}
	return rules
}

// top is the highest layer. What is only unbalanced (a page's length, a source without use) is reported there alone: it
// would be no fault of an author if a lower folder came out of balance.
func (l *loader) top(p *place) bool { return p.layer == len(l.layers)-1 }

// whole is a place for what a file lacks.
func (l *loader) whole(name string) *place { return &place{file: l.layers[0].file(name)} }
