package page

import (
	"testing"
	"strings"
	"regexp"

	"knead/content/builtin"
	"knead/ui/theme"
)

func BenchmarkH(b *testing.B) {
	lib := builtin.Library()
	th := theme.New(theme.Dark, false)
	src, urls := lib.Reading(lib.Page("swedish"))
	b.Run("72", func(b *testing.B) {
	for b.Loop() {
		Render(Key{"swedish", 72, theme.Dark}, src, urls, th)
	}})
	b.Run("md0", func(b *testing.B) {
	for b.Loop() {
		th.Markdown(src, 0)
	}})
	nosrc, _, _ := strings.Cut(src, "\n## Sources")
	b.Run("md0nosources", func(b *testing.B) {
	for b.Loop() {
		th.Markdown(nosrc, 0)
	}})
	flat := tablesToPairs(nosrc, "→")
	flat = regexp.MustCompile(`(?m)^( *)(- |\d\. )`).ReplaceAllString(flat, "\n\uE003")
	flat = markdownLink.ReplaceAllString(flat, "$1")
	b.Run("flat", func(b *testing.B) {
	for b.Loop() {
		th.Markdown(flat, 0)
	}})
}
