package page

import (
	"fmt"
	"testing"

	"knead/content/builtin"
	"knead/ui/theme"
)

func TestH(t *testing.T) {
	lib := builtin.Library()
	th := theme.New(theme.Dark, false)
	for _, id := range []string{"swedish", "thai-massage", "faq", "back-pain"} {
		src, urls := lib.Reading(lib.Page(id))
		d := Render(Key{id, 72, theme.Dark}, src, urls, th)
		for i, r := range d.Rows {
			_ = r
			fmt.Println(d.Plain[i])
		}
		fmt.Println(d.Sections, d.Links)
	}
}

func BenchmarkH(b *testing.B) {
	lib := builtin.Library()
	th := theme.New(theme.Dark, false)
	src, urls := lib.Reading(lib.Page("swedish"))
	b.Run("72", func(b *testing.B) {
	for b.Loop() {
		Render(Key{"swedish", 72, theme.Dark}, src, urls, th)
	}})
	b.Run("md72", func(b *testing.B) {
	for b.Loop() {
		th.Markdown(src, 72)
	}})
}
