// Package core is the part of the built-in content that asks and decides, without the pages, the sample people, and the files
// behind them: for the web edition, whose visitors download all of it before the first question.
//
// Call [Guide] for the rules, ready to decide, and [Figure] for the figure to point at. [Knowledge] is what the rules are made of;
// package builtin has that and the rest.
package core

import (
	"knead/guide"
	"knead/guide/knowledge"
	"knead/guide/report"
)

// Block is the question that ends the emergency block.
const Block = block

// Knowledge returns what the guide knows. Its lists are shared and must not be changed.
func Knowledge() knowledge.Base {
	return knowledge.Base{
		Stages: stages, Questions: questions, Derived: derived, Regions: regions, Levels: levels, Bring: bring, Ask: ask, RedFlags: redFlags, Patterns: patterns,
		Therapies: therapies, Sources: sources, Terms: terms, Words: words,
	}
}

// Guide makes the rules ready to decide. That takes about a millisecond: make one, and keep it.
func Guide() *guide.Guide {
	k := Knowledge()
	g, err := guide.New(&k, Block)
	if err != nil { // content.Load has made one before the content was compiled
		panic("core: " + err.Error())
	}
	return g
}

// Figure returns the body to point at. It is shared and must not be changed.
func Figure() report.Figure { return report.Figure{Front: front, Back: back, Places: places} }
