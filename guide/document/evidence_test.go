package document_test

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"knead/guide/columns"
	"knead/guide/document"
)

// pictures are results of every kind: marked or not, with and without an interval, in short labels and long ones.
func pictures() document.Document {
	known := func(at float64) document.Meter { return document.Meter{Known: true, At: at} }
	lanes := document.Evidence{Results: []document.Finding{
		{Label: "Pain, first weeks", Meter: known(15), Word: "clear", Said: "Pain in the first weeks: a clear benefit."},
		{Label: "Daily life", Meter: document.Meter{Known: true, At: 7.5, Differ: true}, Word: "results differ", Said: "Daily life: results differ."},
		{Label: "Months later", Word: "not studied", Said: "Months later: not studied."},
	}}
	numbers := document.Evidence{Results: []document.Finding{{
		Label: "Pain", Meter: document.Meter{Known: true, At: 12, Interval: true, Low: 6, High: 18}, Word: "1.2 of 10 points",
		Text: document.Text{Words: "1.2 points less <pain> & `more`.", Sources: []string{"a"}},
	}, {
		Label: "Daily life", Meter: document.Meter{Known: true, At: 10, Interval: true, Low: -20, High: 80}, Word: "1 of 10 points", Text: document.Text{Words: "1 point."},
	}}}
	long := document.Evidence{Results: []document.Finding{{
		Label: "Long-lasting low back pain without nerve signs", Meter: known(24), Word: "helps a lot",
		Certainty: document.Certainty{Steps: 2, Word: "low certainty"}, Said: "It helped a lot in studies.", Text: document.Text{Words: "Found in two trials."},
	}}}
	return document.Document{
		Title: "Evidence", Sections: []document.Section{{ID: "e", Title: "What research found", Blocks: []document.Block{lanes, numbers, long}}},
		Sources: []document.Source{{ID: "a", Title: "A trial"}},
	}
}

func TestEvidenceAsText(t *testing.T) {
	const want = `Evidence

What research found
                      none  a little  clear     large
  Pain, first weeks     │       ·       ●         ·     clear
  Daily life            │       ○       ·         ·     results differ
  Months later          │       ·       ·         ·     not studied

                none   a little   clear     large
  Pain            │      ━━━━━━━●━━━━━━━      ·      1.2 of 10 points
      1.2 points less <pain> & ` + "`more`" + `. [1]
  Daily life  ←━━━━━━━━━━━━━━━●━━━━━━━━━━━━━━━━━━━→  1 of 10 points
      1 point.

     none  a little  clear     large
  Long-lasting low back pain without nerve signs
       │       ·       ·         ●     helps a lot   ■■□□ low certainty
      Found in two trials.

Sources
  1. A trial.
`
	if got := pictures().Text(72); got != want {
		t.Errorf("got\n%s\nwanted\n%s", got, want)
	}
	for width := 24; width < 100; width++ {
		for line := range strings.Lines(pictures().Text(width)) {
			if n := columns.Width(strings.TrimRight(line, "\n")); n > width {
				t.Errorf("%d columns in a text of %d: %s", n, width, line)
			}
		}
	}
}

// TestEvidenceSaid holds that a reader who hears a text hears sentences, and nothing that is drawn.
func TestEvidenceSaid(t *testing.T) {
	said := pictures().Said(72)
	if strings.ContainsAny(said, "│●○━·←→") {
		t.Errorf("something is drawn:\n%s", said)
	}
	for _, words := range []string{"Pain in the first weeks: a clear benefit.", "Months later: not studied.", "Pain: 1.2 points less <pain>", "It helped a lot in studies.", "Found in two trials."} {
		if !strings.Contains(said, words) {
			t.Errorf("%q is not said:\n%s", words, said)
		}
	}
}

func TestEvidenceAsMarkdown(t *testing.T) {
	text := pictures().Markdown()
	for _, want := range []string{
		"```text\n                     none   a little   clear     large\nPain, first weeks      │        ·        ●         ·      clear\n",
		"- **Pain:** 1\\.2 points less \\<pain\\> \\& \\`more\\`. [1]",
		"- **Long-lasting low back pain without nerve signs:** Found in two trials.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

// TestEvidenceAsHTML holds that every picture is well-formed, names itself in one title and to readers of the screen, is in the
// inks of the page, fetches nothing, and draws a line for an interval only.
func TestEvidenceAsHTML(t *testing.T) {
	page, err := pictures().HTML(document.Page{})
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?s)<svg .*?</svg>`).FindAllString(page, -1)
	if len(found) != 6 {
		t.Fatalf("%d pictures instead of 6:\n%s", len(found), page)
	}
	intervals := 0
	for _, svg := range found {
		elements := map[string]int{}
		var title, label, role string
		for d := xml.NewDecoder(strings.NewReader(svg)); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%v in %s", err, svg)
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			elements[start.Name.Local]++
			for _, a := range start.Attr {
				switch a.Name.Local {
				case "aria-label":
					label = a.Value
				case "role":
					role = a.Value
				case "href", "src", "style", "fill", "stroke":
					t.Errorf("%s=%q in %s", a.Name.Local, a.Value, svg)
				}
			}
			if start.Name.Local == "title" {
				if err := d.DecodeElement(&title, &start); err != nil {
					t.Fatal(err)
				}
			}
		}
		if elements["title"] != 1 || title == "" || title != label || role != "img" {
			t.Errorf("%d titles, %q, labeled %q, as %q: %s", elements["title"], title, label, role, svg)
		}
		intervals += strings.Count(svg, `<line class="interval"`)
	}
	if intervals != 2 {
		t.Errorf("%d lines for 2 intervals", intervals)
	}
	for _, class := range []string{"axis", "step", "interval", "mark", "differ"} {
		if !regexp.MustCompile(`\.meter \.` + class + `\{[^}]*var\(--`).MatchString(page) {
			t.Errorf("the ink of %s does not change with the page", class)
		}
	}
}

// TestNothingKnownIsNotNoGain holds that the zero value is not drawn as a result.
func TestNothingKnownIsNotNoGain(t *testing.T) {
	if got := (document.Meter{}).Draw(30); strings.ContainsAny(got, "●○━") {
		t.Errorf("drawn as %q", got)
	}
	if got := string((document.Meter{}).SVG("Nothing.")); strings.Contains(got, `class="mark"`) {
		t.Errorf("drawn as %s", got)
	}
}
