package ui_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"knead/content"
	"knead/content/builtin"
	"knead/guide"
	"knead/ui/termtest"
)

// keptBy writes the answers of a sample person as kept at a time, and returns the folder they are kept in.
func keptBy(t *testing.T, person string, saved time.Time) string {
	t.Helper()
	g := builtin.Guide()
	var record guide.Record
	for _, c := range builtin.Library().Cases {
		if c.ID == person {
			a, err := g.ParseLines(c.Answers)
			if err != nil {
				t.Fatal(err)
			}
			record = g.Resume(a).Record()
		}
	}
	data, err := json.Marshal(map[string]any{
		"format": 2, "content": builtin.Library().Version(), "saved": saved.UTC(), "answers": record.Answers, "put": record.Put,
	})
	if err != nil {
		t.Fatal(err)
	}
	return keptFile(t, string(data))
}

func keptFile(t *testing.T, data string) string {
	t.Helper()
	state := t.TempDir()
	if err := os.MkdirAll(filepath.Join(state, "knead"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(state, "knead", "answers.json"), []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return state
}

// Answers of another day are not those of today, whatever day that is: what is about now is asked again, and what lasts is not.
func TestOldAnswersAreAskedAgain(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		saved time.Time
		lasts bool // so do the age and the illnesses
	}{
		"1970":       {time.Unix(0, 0), false},
		"2020":       {time.Date(2020, 2, 29, 12, 0, 0, 0, time.UTC), false},
		"2099":       {time.Date(2099, 12, 31, 12, 0, 0, 0, time.UTC), false},
		"last week":  {time.Now().AddDate(0, 0, -7), true},
		"last month": {time.Now().AddDate(0, 0, -40), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			date := c.saved.In(time.Local).Format("Jan 2, 2006")
			s := start(t, termtest.Options{Env: []string{"XDG_STATE_HOME=" + keptBy(t, "thin-bones", c.saved)}, Height: 40})
			s.WaitFor("Resume", "the answers you kept on "+date)
			s.step("enter", "Where does it bother you?", "Answers from "+date, "is asked again")
			if strings.Contains(s.Screen(), "1 chosen") {
				t.Error("the old place is still chosen")
			}
			s.to("Lower back")
			s.step("space", "1 chosen")
			s.step("enter", "Do you have any of these today?")
			s.step("enter", "Do you have any of these today?") // nothing is chosen, so it does not go on
			s.step("n enter", "Is any of this new or worse?")
			s.step("n enter", "How did it start?")
			s.step("4", "How long this time?")
			if !c.lasts { // else what brought it on, and all about the person, stands
				s.step("5", "What brought it on?") // the same key again would count as held
				s.step("n enter", "How old are you?")
			}
			s.Press("ctrl+c")
			s.Restored()
		})
	}
}

// Answers of today are taken over, with the time they were given.
func TestAnswersOfTodayAreTakenOver(t *testing.T) {
	t.Parallel()
	saved := time.Now().Add(-time.Minute)
	s := start(t, termtest.Options{Env: []string{"XDG_STATE_HOME=" + keptBy(t, "thin-bones", saved)}})
	s.WaitFor("Resume", "the answers you kept ", saved.Format("15:04"))
	s.step("enter", "Is this right?", "Lower back", saved.Format("15:04"))
	s.Press("ctrl+c")
	s.Restored()
}

// What an older Knead has kept does not say how the questions were put: where the content is another, all is asked again.
func TestAnswersOfAnOlderKnead(t *testing.T) {
	t.Parallel()
	old := `{"format": 1, "content": "2025-01-01-00000000", "saved": "` + time.Now().UTC().Format(time.RFC3339) + `", "answers": ["where: low-back", "now: none"]}`
	s := start(t, termtest.Options{Env: []string{"XDG_STATE_HOME=" + keptFile(t, old)}})
	s.WaitFor("Resume")
	s.step("enter", "Where does it bother you?", "Questions that have changed are asked again.")
	s.Press("ctrl+c")
	s.Restored()
}

// "None of these" to ten signs says nothing of an eleventh: the list is asked again, with nothing chosen.
func TestLongerListIsAskedAgain(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	s := start(t, termtest.Options{Env: []string{"XDG_STATE_HOME=" + state}})
	s.where("Lower back")
	s.step("n enter", "Is any of this new or worse?")
	s.step("n enter", "How did it start?")
	s.step("q", "keep them")
	s.Press("k")
	s.Restored()

	s = start(t, termtest.Options{Env: []string{"XDG_STATE_HOME=" + state}, Height: 40}, "--content", withSign(t))
	s.WaitFor("Resume")
	s.step("enter", "Do you have any of these today?", "An eleventh sign", "Questions that have changed are asked again.")
	s.step("enter", "Do you have any of these today?")
	s.step("n enter", "How did it start?") // the places and the other signs stand
	s.Press("ctrl+c")
	s.Restored()
}

// withSign is a content folder with one more sign in the first list.
func withSign(t *testing.T) string {
	t.Helper()
	data, err := content.Files.ReadFile("questions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const id, first = "  - id: now\n", "    options:\n"
	_, rest, _ := strings.Cut(string(data), id)
	question, _, _ := strings.Cut(rest, "\n\n")
	head, options, ok := strings.Cut(question, first)
	if !ok {
		t.Fatal("there is no such list")
	}
	dir := t.TempDir()
	text := "questions:\n" + id + head + first + "      - id: eleventh\n        label: An eleventh sign\n" + options + "\n"
	if err := os.WriteFile(filepath.Join(dir, "questions.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}
