package document

import (
	"strings"
	"testing"
)

// small is a body of a head, a left and a right arm, and a back, with its spine.
func small(marks map[rune]BodyMark) Body {
	art, mask := []string{" █ ", "▐│▌"}, []string{".h.", "alA"}
	return Body{
		Said: List{Items: []Item{{Text: Text{Words: `It hurts: "<Back>".`}}}},
		Sides: []BodySide{
			{Name: "front", Left: "right", Right: "left", Art: art, Mask: mask, Marks: marks},
			{Name: "back", Back: true, Left: "left", Right: "right", Art: art, Mask: mask, Marks: marks},
		},
	}
}

func TestBodySVG(t *testing.T) {
	for _, c := range []struct {
		name                string
		marks               map[rune]BodyMark
		hurts, off, crosses int // paths of each class; crosses on what hurts
	}{
		{name: "nothing"},
		{name: "it hurts", marks: map[rune]BodyMark{'l': {Hurts: true}}, hurts: 2},
		{name: "hands off an arm", marks: map[rune]BodyMark{'a': {Off: AllOver}}, off: 2},
		{name: "hands off the spine, which is at the back", marks: map[rune]BodyMark{'l': {Off: SpineOnly}, 'h': {Off: SpineOnly}}, off: 2},
		{name: "it hurts, and hands off", marks: map[rune]BodyMark{'l': {Hurts: true, Off: AllOver}}, hurts: 2, off: 2, crosses: 2},
	} {
		b := small(c.marks)
		svg := string(b.SVG())
		count := func(s string) int { return strings.Count(svg, s) }
		if count(`class="hurts"`) != c.hurts || count(`class="off"`) != c.off || count(`url(#hurts-off)`) != c.crosses || count(`class="place"`)+c.hurts != 8 {
			t.Errorf("%s: %s", c.name, svg)
		}
		if b.Hurts() != (c.hurts > 0) || b.Off() != (c.off > 0) {
			t.Errorf("%s: the key has %t and %t", c.name, b.Hurts(), b.Off())
		}
		const words = "The body from the front and from behind. It hurts: &#34;&lt;Back&gt;&#34;."
		if count("<title>"+words+"</title>") != 1 || count(`aria-label="`+words+`"`) != 1 {
			t.Errorf("%s: no description in %s", c.name, svg)
		}
	}
}

// A form without pictures says what the map shows, and nothing is drawn where there is nothing to show.
func TestBodyInEveryForm(t *testing.T) {
	for _, marks := range []map[rune]BodyMark{nil, {'l': {Hurts: true, Off: AllOver}}} {
		d := Document{Title: "Body", Sections: []Section{{ID: "body", Title: "Where", Blocks: []Block{small(marks)}}}}
		page, err := d.HTML(Page{})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := strings.Contains(page, "<figure"), marks != nil; got != want {
			t.Errorf("drawn: %t, want %t", got, want)
		}
		if marks != nil && (!strings.Contains(page, "</svg> hurts") || !strings.Contains(page, "</svg> hands off")) {
			t.Error("the key is missing")
		}
		for form, text := range map[string]string{"text": d.Text(70), "Markdown": d.Markdown()} {
			if !strings.Contains(text, "- It hurts: ") || strings.Contains(text, "\n\n\n") {
				t.Errorf("%s:\n%s", form, text)
			}
		}
	}
}
