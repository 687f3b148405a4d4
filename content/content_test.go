package content

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"knead/guide/knowledge"
)

func TestFilesLoad(t *testing.T) {
	l, err := loaded()
	if err != nil {
		t.Fatalf("the content has problems:\n%v", err)
	}
	if len(l.Cases) < 10 {
		t.Errorf("%d sample people, want ten", len(l.Cases))
	}
	for level := knowledge.SelfCare; level <= knowledge.Emergency; level++ {
		found := false
		for _, c := range l.Cases {
			found = found || c.Level == level
		}
		if !found {
			t.Errorf("no sample person ends at %s", level)
		}
	}
	if l.Cases[0].Level != knowledge.SelfCare || l.Cases[len(l.Cases)-1].Level != knowledge.Emergency {
		t.Error("the sample people do not go from the ordinary to the alarming")
	}
	for _, p := range l.Pages {
		if strings.Contains(l.Document(&p).Markdown(), "{{") {
			t.Errorf("the page %s has a placeholder that was not filled", p.ID)
		}
	}
}

// TestTwoFilesAddATherapy is the promise of the package's documentation.
func TestTwoFilesAddATherapy(t *testing.T) {
	base, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	var evidence strings.Builder
	for _, p := range base.Knowledge.Patterns {
		evidence.WriteString("  - pattern: " + p.ID + `
    direction: unknown
    effect: {pain_short: unknown, function_short: unknown, long_term: unknown}
    certainty: not-rated
    certainty_by: not-rated
    basis: none
    stance: none-found
    found: We found no good studies of this.
`)
	}
	page, err := fs.ReadFile(Files, "therapies/thai-massage.md")
	if err != nil {
		t.Fatal(err)
	}
	pack := fstest.MapFS{
		"therapies/lomi-lomi.yaml": {Data: []byte(`id: lomi-lomi
name: Lomi Lomi
kind: massage
summary: Long strokes with hands and forearms, from Hawaii.
hands_on: true
force: 1
begin: Book one session.
nearest: swedish
glance:
  weak: Hardly studied.
  effort: You lie still.
  touch: Much, with oil.
  try: Once, then judge.
  cost: A session fee.
practice:
  pressure: {from: 1, to: 3}
  effort: 1
  pay: 3
  tries: {from: 1, to: 1, unit: sessions}
  judge_weeks: {from: 1, to: 1}
  session: [{text: Talk}, {text: Long strokes, hands: true}, {text: Rest}]
evidence:
` + evidence.String())},
		"therapies/lomi-lomi.md": {Data: []byte(strings.Replace(string(page), "id: thai-massage", "id: lomi-lomi", 1))},
		"README.md":              {Data: []byte("What this folder is.")},
	}
	l, err := Load(Overlay(Files, Within("pack", pack)))
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Knowledge.Therapies) != len(base.Knowledge.Therapies)+1 || l.Page("lomi-lomi") == nil {
		t.Error("the therapy was not added")
	}
	if l.Version() == base.Version() {
		t.Error("the version does not tell the two apart")
	}
	if len(l.Page("lomi-lomi").Fills) == 0 {
		t.Error("the page does not list the verdicts of the nearest therapy")
	}
}

func TestOverlayMergesLists(t *testing.T) {
	pack := fstest.MapFS{
		"sources.yaml": {Data: []byte(`sources:
  - {id: ada2020, title: A better trial, authors: Ada A, journal: Rubbing, year: 2021, doi: 10.1000/better, seen: 2026-11-20, kind: trial, read: abstract}
  - {id: cy2022, title: A third, authors: Cy C, journal: Rubbing, year: 2022, doi: 10.1000/third, seen: 2026-11-20, kind: trial, read: abstract}
`)},
		"topics/pain.md": {Data: []byte(`---
id: pain
title: Pain, told anew
group: good-to-know
summary: What pain is.
depth: full
reviewed: 2026-11-21
review_by: 2027-11-21
---

Pain is a signal [@cy2022].

## When it is more

Get help.
`)},
	}
	base := small(t)
	l, err := Load(Overlay(base, pack))
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, s := range l.Knowledge.Sources {
		titles = append(titles, s.Title)
	}
	if got := strings.Join(titles, "; "); got != "A better trial; Best practice in kneading; A third" {
		t.Errorf("sources: %s", got)
	}
	if l.Page("pain").Title != "Pain, told anew" {
		t.Error("the page was not replaced")
	}
	if !strings.HasPrefix(l.Version(), "2026-11-21-") {
		t.Errorf("version %s: the latest review counts", l.Version())
	}
	if err := fstest.TestFS(Overlay(base, pack), "sources.yaml", "topics/pain.md", "therapies/rubbing.md"); err != nil {
		t.Error(err)
	}
}

func TestCheckLooksAtTheCalendar(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	if _, err := Check(small(t), day("2027-11-20")); err != nil {
		t.Errorf("on the last day: %v", err)
	}
	_, err := Check(small(t), day("2027-11-22"))
	ps := Problems(nil)
	if !errors.As(err, &ps) || len(ps) != 4 || ps[3].Line != 8 {
		t.Errorf("after it: %v", err)
	}
}

// TestEveryTherapyKindHasAGroup keeps the groups of the library's pages in step with the kinds of therapy.
func TestEveryTherapyKindHasAGroup(t *testing.T) {
	for _, k := range knowledge.TherapyKinds() {
		if groups[k] == "" {
			t.Errorf("therapy kind %s has no group of pages", k)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(Files); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		read(Files)
	}
}
