package content

import (
	"strings"
	"testing"

	"knead/guide/document"
	"knead/guide/knowledge"
)

func TestPlaceholders(t *testing.T) {
	l, err := Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ page, want string }{
		{"rubbing", "Thin bones need care.\n\n- **Not for you with:** Fever now.\n- **With care with:** Thin bones.\n"},
		{"pressing", "- **Not for you with:** Thin bones; Fever now.\n\nKnead is stricter than its sources: Thin bones.\n\nKnead's own precaution, without a source: Fever now.\n\nWhere nothing is known about this approach itself, the advice for [Rubbing](rubbing) is used instead.\n"},
		{"rubbing", "- **Neck pain:** helps a little. ■■□□ low certainty. Pain was a little less. [1]\n\nNot studied enough: Other pain.\n"},
	} {
		if text := l.Document(l.Page(c.page)).Markdown(); !strings.Contains(text, c.want) {
			t.Errorf("%s lacks %q:\n%s", c.page, c.want, text)
		}
	}
}

// The tone of a verdict is a field of its point, whatever its words are.
func TestVerdictsHaveTones(t *testing.T) {
	l, err := Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	var tones []document.Tone
	for _, s := range l.Page("rubbing").Prose() {
		for _, b := range s.Blocks {
			if list, ok := b.(document.List); ok {
				for _, item := range list.Items {
					tones = append(tones, item.Tone)
				}
			}
		}
	}
	if len(tones) < 2 || tones[0] != document.NotNow || tones[1] != document.WithCare {
		t.Errorf("the tones are %v", tones)
	}
}

func TestCertainty(t *testing.T) {
	for grade, want := range map[knowledge.Certainty]string{
		knowledge.CertaintyHigh: "■■■■ high certainty", knowledge.CertaintyModerate: "■■■□ moderate certainty",
		knowledge.CertaintyLow: "■■□□ low certainty", knowledge.CertaintyVeryLow: "■□□□ very low certainty",
		knowledge.CertaintyNotRated: "□□□□ certainty not rated",
	} {
		if got := certainty(grade); got != want {
			t.Errorf("%s: got %s, want %s", grade, got, want)
		}
	}
}
