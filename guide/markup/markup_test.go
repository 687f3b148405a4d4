package markup_test

import (
	"testing"

	"knead/guide/markup"
)

func TestWriter(t *testing.T) {
	var w markup.Writer
	w.In("p", markup.Attrs{"class", `a"b`, "", "left out"}.If(false, "id", "x").If(true, "title", "<&"), func() {
		w.Text("1 < 2 & 'so'")
		w.Void("br", nil)
		w.Put("b", "bold")
		w.Put("i", "")
		w.Raw("<i>as it is</i>")
	})
	const want = `<p class="a&#34;b" title="&lt;&amp;">1 &lt; 2 &amp; &#39;so&#39;<br><b>bold</b><i>as it is</i></p>`
	if got := string(w.HTML()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Attributes that are added under a condition must not end up in another list that began the same.
func TestAttrsAreNotShared(t *testing.T) {
	base := make(markup.Attrs, 2, 8)
	base[0], base[1] = "type", "radio"
	on, off := base.If(true, "checked", ""), base.If(true, "disabled", "")
	if on[2] != "checked" || off[2] != "disabled" {
		t.Errorf("%q, %q", on, off)
	}
}
