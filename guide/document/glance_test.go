package document_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"knead/guide/document"
)

// Every form says the facts and the parts of a session; the picture is described for those who do not see it.
func TestGlance(t *testing.T) {
	g := document.Glance{
		Picture: document.Picture{Words: "Lying <down>", Art: []string{" ▟", "▀▀"}, Mask: []string{".h", "tt"}},
		Facts:   []document.Fact{{Label: "Pressure", Words: "firm to deep", Gauge: document.PressureGauge, From: 3, To: 4}},
		Session: []document.Step{{Text: "Talk"}, {Text: "Slow work", Hands: true}},
	}
	d := document.Document{Title: "Glance", Sections: []document.Section{{ID: "g", Title: "G", Blocks: []document.Block{g}}}}
	page, err := d.HTML(document.Page{})
	if err != nil {
		t.Fatal(err)
	}
	for form, c := range map[string]struct{ text, want string }{
		"text":     {d.Text(72), "  Position: Lying <down>\n  Pressure: firm to deep\n\n  A session, step by step\n  1. Talk\n  2. Slow work (hands on)\n"},
		"Markdown": {d.Markdown(), "- Position: Lying \\<down\\>\n- Pressure: firm to deep\n\nA session, step by step:\n\n1. Talk\n2. Slow work (hands on)\n"},
		"HTML":     {page, `<dt>Pressure</dt><dd>firm to deep</dd>`},
		"session":  {page, `<li class="hands">Slow work <span class="about">(hands on)</span></li>`},
		"picture":  {page, `<svg class="pictogram" role="img" viewBox="0 0 4 8"><title>Lying &lt;down&gt;</title><path class="table" d="M0 4h1v2h-1zM1 4h1v2h-1zM2 4h1v2h-1zM3 4h1v2h-1z"/><path class="hands" d="M3 0h1v2h-1zM2 2h1v2h-1zM3 2h1v2h-1z"/></svg>`},
	} {
		if !strings.Contains(c.text, c.want) {
			t.Errorf("%s lacks %s:\n%s", form, c.want, c.text)
		}
	}
	for x := xml.NewDecoder(strings.NewReader(string(g.Picture.SVG()))); ; {
		if _, err := x.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal("the picture is not well formed:", err)
		}
	}
}
