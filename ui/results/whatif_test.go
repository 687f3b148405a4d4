package results

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// Another answer is tried in its own part, which shows at once where the approaches go; undoing it, or Esc, leads back to the
// person's own, and the result itself never changes.
func TestWhatIf(t *testing.T) {
	for _, c := range lib.Cases {
		a := person(t, c.ID)
		if g.Assess(a).Level.Stops() {
			continue
		}
		for _, size := range [][2]int{{60, 16}, {80, 19}, {120, 35}} {
			s := of(t, a, size[0], size[1])
			before := s.text()
			s.keys("5", "g")
			section := func() whatIf { return s.m.parts[whatIfPart].section.(whatIf) }
			start := s.text()
			n := len(section().answers)
			if n == 0 {
				t.Fatalf("%s: nothing to try", c.ID)
			}
			for i := range n {
				if section().cursor != i {
					t.Fatalf("%s: on question %d, not %d", c.ID, section().cursor, i)
				}
				s.keys("right").shows("With this")
				if !strings.Contains(s.m.Note(), "not your result") {
					t.Errorf("%s: try %d: the note says %q", c.ID, i, s.m.Note())
				}
				s.keys("s")
				if take, ok := s.sent[len(s.sent)-1].(TakeMsg); !ok || !reflect.DeepEqual(take.Assessment.Answers, a) {
					t.Errorf("%s: what is taken along is not the own result", c.ID)
				}
				if i%2 == 0 {
					s.keys("u")
				} else {
					s.keys("esc")
				}
				if section().trial != nil {
					t.Fatalf("%s: the try is still there", c.ID)
				}
				s.keys("down")
			}
			if again := s.keys("g").text(); again != start {
				t.Errorf("%s: the part is not as it was:\n%s\nwas\n%s", c.ID, again, start)
			}
			if after := s.keys("1").text(); after != before {
				t.Errorf("%s: the own result is not as it was:\n%s\nwas\n%s", c.ID, after, before)
			}
		}
	}
}

// Every other answer of a question comes up in turn, and then the person's own.
func TestWhatIfGoesRound(t *testing.T) {
	s := of(t, person(t, "lasting-back"), 120, 35).keys("5", "g")
	section := func() whatIf { return s.m.parts[whatIfPart].section.(whatIf) }
	for range section().answers {
		at := section().cursor
		for i := range section().answers[at].Others {
			if s.keys("right"); section().chosen[at] != i {
				t.Fatalf("answer %d is tried, not %d", section().chosen[at], i)
			}
		}
		if s.keys("right"); section().chosen[at] != own || section().trial != nil {
			t.Fatalf("%s: not back at the own answer", section().answers[at].ID)
		}
		s.keys("down")
	}
}

// From the key that tries another answer to the finished screen.
func BenchmarkWhatIf(b *testing.B) {
	for size, wh := range map[string][2]int{"80x24": {80, 19}, "120x40": {120, 35}, "200x60": {200, 55}} {
		b.Run(size, func(b *testing.B) {
			s := of(b, person(b, "lasting-back"), wh[0], wh[1]).keys("5", "down")
			for b.Loop() {
				m, _ := s.m.Update(tea.KeyPressMsg{Code: tea.KeyRight})
				s.m = m
				_ = m.View()
			}
		})
	}
}
