package guide_test

import (
	"math/rand/v2"
	"testing"

	"knead/content/builtin"
	"knead/guide"
	"knead/guide/audit"
)

// people are the sample people of the content, and random answers for the hard cases.
func people(b *testing.B) []guide.Answers {
	var out []guide.Answers
	for _, c := range builtin.Library().Cases {
		a, err := full.ParseLines(c.Answers)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, a)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for len(out) < guide.Width {
		out = append(out, answerAny(r, full, r.IntN(8)))
	}
	return out
}

// One explained assessment of a typical person: below 100 µs.
func BenchmarkAssess(b *testing.B) {
	b.Run("person", func(b *testing.B) {
		a, err := full.ParseLines(typical)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			full.Assess(a)
		}
	})
	b.Run("nothing-said", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			full.Assess(nil)
		}
	})
	b.Run("random", func(b *testing.B) {
		sets := people(b)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			full.Assess(sets[i%len(sets)])
		}
	})
}

// The audit's inner loop on one core, where only what changed is assessed anew: every option in every base context. Above a
// million full assessments per second on two.
func BenchmarkAudit(b *testing.B) {
	var n int64
	for b.Loop() {
		r, err := audit.Run(b.Context(), full, audit.Options{Phases: []string{"alone"}})
		if err != nil || len(r.Counterexamples) > 0 {
			b.Fatal(err, r.Counterexamples)
		}
		n += r.Evaluations
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "assessments/s")
}

// All 64 lanes from scratch, with answers that have nothing in common.
func BenchmarkBatch(b *testing.B) {
	l := full.Batch()
	for lane, a := range people(b) {
		l.Set(lane, a)
	}
	n := 0
	for b.Loop() {
		l.Run()
		n += guide.Width
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "assessments/s")
}

var typical = []string{
	"where: low-back, leg", "side: left", "now: none", "signs: none", "start: lift", "time: weeks-6", "age: 50-59",
	"risk: thinner", "risk-more: none", "feel: ache, shooting", "spread: thigh", "severity: 5", "trend: better", "slow: none",
	"health: heart, spine, medicines", "history: hypertension-controlled, anticoagulants, spinal-stenosis", "matters: none", "tried: none",
}
