package ui

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"knead/content"
	"knead/content/builtin"
	"knead/guide"
	"knead/guide/fixture"
	"knead/guide/report"
)

// words are what an author of another country may write, and what no author should.
var words = map[string]string{
	"long":      strings.Repeat("Schulterblattmuskelverspannung", 4),
	"wide":      "肩甲骨の間の筋肉のこわばり、漢字",
	"right":     "كتفي الأيسر يؤلمني כתף שמאל",
	"combining": strings.Repeat("a\u0301\u0323e\u0308", 12),
	"emoji":     "❤️ 👍🏽 👨‍👩‍👧 ⚠️",
	"hyphens":   strings.Repeat("a-b–c/d", 20),
}

// TestForeignWords shows every screen, at every size, with content whose every text has such words in it: no row is wider
// than the window, and none is missing. Every word is tried at one size only, another for each, unless the tests are to be thorough.
func TestForeignWords(t *testing.T) {
	sizes := [][2]int{{60, 20}, {80, 24}, {120, 40}}
	for i, name := range slices.Sorted(maps.Keys(words)) {
		word, sizes := words[name], sizes
		if !fixture.Thorough() {
			sizes = sizes[i%len(sizes):][:1]
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := respelled(builtin.Library(), word)
			g, err := guide.New(&l.Knowledge, l.Block)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range screens() {
				for _, size := range sizes {
					o := saves()
					o.Library, o.Guide, o.Purpose = l, func() *guide.Guide { return g }, report.Purpose
					d := drive(t, o, size[0], size[1])
					s.open(d)
					d.fits(fmt.Sprintf("%s at %v", s.name, size))
				}
			}
		})
	}
}

// respelled is a copy of a library with a word in every text that people read.
func respelled(l *content.Library, word string) *content.Library {
	texts := []string{
		"Label", "Help", "Title", "Hint", "Why", "Unsure", "Headline", "Advice", "Meaning", "Say", "Usually", "Text", "Name", "Summary", "Weak",
		"Effort", "Touch", "Try", "Cost", "Reason", "Adaptation", "Found", "Says", "Authors", "Shows",
	}
	var respell func(v reflect.Value, name string) reflect.Value
	respell = func(v reflect.Value, name string) reflect.Value {
		switch v.Kind() {
		case reflect.String:
			switch text := v.String(); {
			case text == "":
			case name == "Body":
				return reflect.ValueOf(strings.ReplaceAll(text, " the ", " "+word+" ")).Convert(v.Type())
			case slices.Contains(texts, name):
				return reflect.ValueOf(word + " " + text).Convert(v.Type())
			}
		case reflect.Slice:
			if v.IsNil() {
				return v
			}
			out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			for i := range v.Len() {
				out.Index(i).Set(respell(v.Index(i), ""))
			}
			return out
		case reflect.Struct:
			out := reflect.New(v.Type()).Elem()
			for i := range v.NumField() {
				out.Field(i).Set(respell(v.Field(i), v.Type().Field(i).Name))
			}
			return out
		}
		return v
	}
	out := respell(reflect.ValueOf(*l), "").Interface().(content.Library)
	return &out
}
