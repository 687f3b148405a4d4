package document_test

import (
	"strings"
	"testing"

	"knead/guide/document"
)

var bones = document.Conditions{Groups: []document.ConditionGroup{
	{Title: "Bones", Items: []document.Condition{
		{ID: "thin", Label: "Thin <bones>", Tone: document.NotNow, Where: "the spine", Yours: true},
		{ID: "broken", Label: "Broken bone", Tone: document.NotNow, Basis: document.Own},
		{ID: "weak", Label: "Weak bones", Tone: document.WithCare, Basis: document.Stricter},
	}},
	{Title: "Skin", Items: []document.Condition{{ID: "rash", Label: "Rash", Tone: document.AskFirst}}},
}}

// Every form names each condition once, under its group and its verdict, and explains the marks.
func TestConditions(t *testing.T) {
	d := document.Document{Title: "Who", Sections: []document.Section{{ID: "who", Title: "Who", Blocks: []document.Block{bones}}}}
	page, err := d.HTML(document.Page{})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"text": {d.Text(72), []string{
			"  Bones\n    - Not for you: Thin <bones> (on the spine) – yours; Broken bone*\n    - With care: Weak bones+\n  Skin\n    - Ask a clinician first: Rash\n",
			"  * is Knead's own precaution, without a source.\n  + means that Knead is stricter than its sources.\n",
		}},
		"Markdown": {d.Markdown(), []string{
			"- **Bones**\n  - Not for you: Thin \\<bones\\> (on the spine) – yours; Broken bone\\*\n  - With care: Weak bones+\n- **Skin**\n  - Ask a clinician first: Rash\n",
		}},
		"HTML": {page, []string{
			`<th scope="col"><span class="word quiet">Not for you</span></th>`,
			`<tr class="yours"><th scope="row">Bones</th><td data-title="Not for you"><ul><li><b>Thin &lt;bones&gt; (on the spine) – yours</b></li><li>Broken bone*</li></ul></td><td></td><td data-title="With care"><ul><li>Weak bones+</li></ul></td></tr>`,
		}},
	} {
		for _, want := range c.want {
			if !strings.Contains(c.text, want) {
				t.Errorf("%s lacks %q:\n%s", name, want, c.text)
			}
		}
	}
	if n := bones.Count(document.NotNow); n != 2 {
		t.Errorf("%d conditions rule it out, not 2", n)
	}
	if texts := document.Texts([]document.Block{bones}); len(texts) != 3 || !strings.Contains(texts[2].Words, "Rash") {
		t.Errorf("a search finds %v", texts)
	}
}
