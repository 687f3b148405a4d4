package ui

import (
	"fmt"
	"testing"

	"knead/content/builtin"
	"knead/guide/report"
)

func TestH(t *testing.T) {
	g := builtin.Guide()
	for _, c := range builtin.Library().Cases {
		a, _ := g.ParseLines(c.Answers)
		x := g.Assess(a)
		s, b := report.Short(g, x, false), report.Brief(g, x)
		fmt.Println(c.ID, len(s), len(report.Short(g, x, true)), len(b), b)
		if c.ID == "lasting-back" { fmt.Println(s) }
	}
}
