package content

import (
	"strings"
	"testing"
)

func TestPlaceholders(t *testing.T) {
	l, err := Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ page, want string }{
		{"rubbing", "Thin bones need care.\n\n- **Other conditions**\n  - Not for you: Fever now\\*\n  - With care: Thin bones\n"},
		{"pressing", "\n  - Not for you: Thin bones+; Fever now\\*\n\n\\* is Knead's own precaution, without a source.\n\n\\+ means that Knead is stricter than its sources.\n\nWhere nothing is known about this approach itself, the advice for [Rubbing](rubbing) is used instead.\n"},
		{"rubbing", "```text\n           no little clear large\nNeck pain    │    ●    ·     ·    helps a little   ■■□□ low certainty\n```\n"},
	} {
		if text := l.Document(l.Page(c.page)).Markdown(); !strings.Contains(text, c.want) {
			t.Errorf("%s lacks %q:\n%s", c.page, c.want, text)
		}
	}
}

// A page of a topic draws what research found about each therapy for a kind of pain, and says in words what has no mark.
func TestStudied(t *testing.T) {
	files := small(t)
	page := files["topics/pain.md"]
	page.Data = []byte(strings.Replace(string(page.Data), "## Which is best?", "{{studied neck-pain}}\n\n{{studied other-pain}}\n\n## Which is best?", 1))
	l, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	text := l.Document(l.Page("pain")).Markdown()
	for _, want := range []string{"\nRubbing ", "\nPressing ", "■■□□ low\n", "Not studied enough for this: Pressing, Rolling, Rubbing.\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q:\n%s", want, text)
		}
	}
}
