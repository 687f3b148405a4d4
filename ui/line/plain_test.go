package line

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"knead/content"
	"knead/guide/document"
	"knead/guide/fixture"
)

// Whatever the width, nothing is wider, nothing is drawn, and ASCII is ASCII: the questions, the result, every page.
func TestTidyAtEveryWidth(t *testing.T) {
	people := everyQuestion(t)
	for i, width := range []int{0, 1, 20, 31, 40, 60, 72, 80, 132} {
		for _, r := range []recorded{people[i%len(people)], people[(i*7+3)%len(people)]} {
			lines := slices.Clone(r.lines[:len(r.lines)-1])
			for _, p := range lib.Pages {
				lines = append(lines, "read "+p.ID)
			}
			for _, k := range lib.Knowledge.Therapies {
				lines = append(lines, "why "+k.ID)
			}
			lines = append(lines, "read", "short", "help", "result", "quit")
			for _, ascii := range []bool{false, true} {
				_, text := run(t, Options{Width: width, ASCII: ascii}, strings.NewReader(strings.Join(lines, "\n")+"\n"))
				want := max(width, 24) // the least width of a document
				if width <= 0 {
					want = defaultWidth
				}
				tidy(t, text, want)
				for _, c := range text {
					if ascii && c > 0x7e {
						t.Fatalf("width %d: %q in ASCII", width, c)
					}
				}
			}
		}
	}
}

// A page keeps every word, and no mark of Markdown.
func TestPagesAreReadWhole(t *testing.T) {
	for i := range lib.Pages {
		d := lib.Document(&lib.Pages[i])
		var b strings.Builder
		out := newPrinter(&b, 72, false)
		out.page(d)
		got, words := b.String(), plainly(b.String())
		for _, mark := range []string{"**", "](", "[@", "[!", "|", "##", "{{"} {
			if strings.Contains(got, mark) {
				t.Errorf("%s: %q is left", d.Title, mark)
			}
		}
		for _, s := range d.Sections {
			if !strings.Contains("\n"+got, "\n"+s.Title+"\n") && s.Title != "" && len(s.Title) < 72 {
				t.Errorf("%s: the heading %q does not stand alone", d.Title, s.Title)
			}
			for _, x := range document.Texts(s.Blocks) {
				for _, word := range strings.Fields(plainly(x.Words)) {
					if !strings.Contains(words, word) {
						t.Errorf("%s: %q is lost", d.Title, word)
					}
				}
			}
		}
	}
}

func TestFileIsReadBack(t *testing.T) {
	all := people(t)
	for seed := range uint64(fixture.Times(50, 300)) {
		_, i := byInterview(t, thrown(seed, 0))
		all["dice "+strconv.FormatUint(seed, 10)] = i.Answers()
	}
	for name, answers := range all {
		if len(answers) == 0 {
			continue
		}
		back, err := content.DecodeAnswers(g, name, []byte(File(g, answers)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		same(t, name, g.Lines(back), g.Lines(answers))
	}
	if File(g, nil) != "" {
		t.Error("nothing said is a file")
	}
}
