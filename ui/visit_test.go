package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"knead/content/builtin"
	"knead/guide"
	"knead/ui/demo"
	"knead/ui/wizard"
)

// A loop goes round for ever, calls out, and gives way to any key, with a session that knows nothing.
func TestLoop(t *testing.T) {
	t.Parallel()
	s := perform(t, Options{Demo: &Demo{Loop: true}, Keep: func(guide.Record) error { t.Error("something was kept"); return nil }}, 80, 24)
	seen := map[string]int{}
	s.until("the second round", func() bool {
		if !strings.Contains(s.foot(), demo.Invitation) {
			t.Fatalf("it does not call out:\n%s", s.screen())
		}
		if s.app.show.player.Ended() {
			seen[s.app.show.player.Person().ID]++
		}
		return seen["desk-neck"] > 1 && len(seen) == 10 || len(seen) == 10 && s.app.show.player.OnCard()
	})
	t.Logf("a round takes %s", s.passed)
	for _, name := range []string{"space", "enter", "down", "x", "tab", "?", "t", "p", "1"} {
		for range 40 {
			s.tick()
		}
		s.keys(name)
		if !s.app.show.visitor {
			t.Fatalf("%s does not take over", name)
		}
		s.fresh()
		if strings.Contains(s.screen(), demo.Invitation) {
			t.Errorf("the demo still shows:\n%s", s.screen())
		}
		s.keys("s", "enter", "down", "space", "enter")
		if app := s.app.show.app; len(app.wizard.Interview().Answers()) == 0 {
			t.Fatalf("the visitor cannot answer:\n%s", s.screen())
		}
		for n := range goneAfter {
			if strings.Contains(s.screen(), stillThere) != (n > warnAfter-1) {
				t.Errorf("beat %d:\n%s", n, s.screen())
			}
			s.send(beatMsg{s.app.show.session})
		}
		if s.app.show.visitor || !s.app.show.player.OnCard() || s.app.show.player.Person().ID != People(builtin.Library(), builtin.Guide())[0].ID {
			t.Fatalf("after a minute it is not back at the start:\n%s", s.screen())
		}
		s.fresh()
	}
	s.send(tea.MouseClickMsg{X: 10, Y: 10, Button: tea.MouseLeft})
	if !s.app.show.visitor {
		t.Error("a click does not take over")
	}
	s.fresh()
	s.keys("q")
	if s.quit || s.app.show.visitor {
		t.Error("a visitor who leaves ends the loop")
	}
}

// Only pressing Ctrl+C three times in a row ends the loop, wherever it is.
func TestLoopEndsOnPurposeOnly(t *testing.T) {
	t.Parallel()
	s := perform(t, Options{Demo: &Demo{Loop: true}}, 80, 24)
	for _, name := range []string{"q", "esc"} {
		s.keys(name)
		if s.quit || !s.app.show.visitor {
			t.Fatalf("%s on the sample person does not take over", name)
		}
		s.keys("q")
		if s.quit || s.app.show.visitor {
			t.Fatal("q on the first screen does not end the visit")
		}
	}
	for range 3 {
		s.keys("s", "ctrl+c")
		if s.quit || s.app.show.visitor {
			t.Fatal("Ctrl+C does not end the visit")
		}
		if !strings.Contains(s.screen(), "press Ctrl+C twice more") {
			t.Fatalf("it does not say how to end the loop:\n%s", s.screen())
		}
		s.keys("ctrl+c", "enter", "ctrl+c", "ctrl+c")
		if s.quit {
			t.Fatal("three times Ctrl+C, but not in a row, ended the loop")
		}
	}
	s.until("the next person", func() bool { return s.app.show.player.Person().ID != People(builtin.Library(), builtin.Guide())[0].ID })
	s.keys("ctrl+c")
	if s.quit {
		t.Fatal("Ctrl+C pressed for an earlier sample person counts")
	}
	s.keys("ctrl+c", "ctrl+c")
	if !s.quit {
		t.Error("Ctrl+C three times in a row does not end the loop")
	}
}

// fresh fails unless the session that shows is on its first screen, knows nothing, and can keep nothing.
func (s *stage) fresh() {
	s.t.Helper()
	app := s.app.show.app
	if app.screen != onWelcome || len(app.wizard.Interview().Answers()) != 0 || app.options.Keep != nil || app.options.Save != nil || app.options.Kept != nil {
		s.t.Errorf("the session is not fresh: screen %d, %v", app.screen, app.wizard.Interview().Answers())
	}
	if strings.TrimSpace(app.results.View()+app.handout.View()) != "" {
		s.t.Error("a result is still there")
	}
}

// A key shows that somebody is there, and "still there?" takes one that does nothing else. A mouse that is bumped does not.
func TestVisitorStays(t *testing.T) {
	t.Parallel()
	s := perform(t, Options{Demo: &Demo{Loop: true}}, 80, 24)
	s.keys("x", "s")
	for range 30 {
		for range warnAfter - 1 {
			s.send(beatMsg{s.app.show.session})
		}
		s.keys("down")
	}
	if !s.app.show.visitor {
		t.Fatal("somebody who presses keys was sent away")
	}
	for range warnAfter {
		s.send(beatMsg{s.app.show.session})
	}
	before := fmt.Sprint(s.app.show.app.wizard.Interview().Answers())
	s.keys("space")
	if strings.Contains(s.screen(), stillThere) || fmt.Sprint(s.app.show.app.wizard.Interview().Answers()) != before {
		t.Error("the answer to “still there?” was taken as an answer to the question")
	}
	for range goneAfter - 1 {
		s.send(beatMsg{s.app.show.session})
		s.send(tea.MouseMotionMsg{X: 3, Y: 3})
	}
	old := beatMsg{s.app.show.session}
	s.send(old)
	if s.app.show.visitor {
		t.Error("a mouse that only moves keeps the session")
	}
	s.keys("x")
	for range goneAfter {
		s.send(old)
	}
	if !s.app.show.visitor {
		t.Error("a clock of an earlier visit ended this one")
	}
}

// What a command of an earlier session answers is nothing to the one that shows.
func TestSessionsDoNotMix(t *testing.T) {
	t.Parallel()
	s := perform(t, Options{Demo: &Demo{Loop: true}}, 80, 24)
	s.until("a result", func() bool { return s.app.show.app.screen == onResults })
	old := s.app.show.session
	i := s.app.show.app.wizard.Interview()
	s.keys("x")
	late := ofSession{old, wizard.DoneMsg{Interview: i}}
	s.send(late)
	if s.app.show.app.screen != onWelcome {
		t.Errorf("the session before brought this one to screen %d", s.app.show.app.screen)
	}
}
