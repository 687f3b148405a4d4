package find_test

import (
	"testing"

	"knead/guide/find"
)

func index() *find.Index {
	return find.New([]find.Group{
		{
			ID: "thinners", Leads: []string{"history/thinner"}, Names: []string{"blood thinner"}, Endings: []string{"xaban"},
			Medicines: []find.Medicine{{Name: "apixaban", Brands: []string{"Eliquis"}}, {Name: "warfarin", Also: []string{"Warf"}}},
		},
		{ID: "creams", Nothing: "It stays on the skin.", Forms: []string{"cream"}, Medicines: []find.Medicine{{Name: "hydrocortisone"}}},
		{ID: "steroids", Leads: []string{"history/steroids"}, Medicines: []find.Medicine{{Name: "hydrocortisone"}}},
		{ID: "painkillers", Nothing: "They change nothing.", Names: []string{"ibuprofen"}},
		{ID: "hearts", Leads: []string{"history/heart"}, Names: []string{"heart failure", "MS heart"}},
		{ID: "sclerosis", Leads: []string{"history/ms"}, Names: []string{"MS", "multiple sclerosis"}},
		{ID: "veins", Leads: []string{"history/veins"}, Names: []string{"phlebitis", "tumour", "SCC", "PSC"}},
	}, find.Words{Ignored: []string{"tablet", "sodium", "mg", "daily", "cream"}, Doubts: []string{"no", "family"}, Endings: []string{"ness", "ed", "ic", "osis"}})
}

func TestSearch(t *testing.T) {
	x := index()
	groups := []string{"thinners", "creams", "steroids", "painkillers", "hearts", "sclerosis", "veins"}
	for _, c := range []struct {
		query, group, name string
		whole, near        bool
	}{
		{"eliquis", "thinners", "Eliquis", true, false},
		{"ELIQUIS 5mg tablets daily", "thinners", "Eliquis", true, false},
		{"eliq", "thinners", "Eliquis", false, false},
		{"blood-thinners", "thinners", "blood thinner", true, false},
		{"bloodthinner", "thinners", "blood thinner", true, false},
		{"Warfarin Sodium", "thinners", "warfarin", true, false},
		{"warfrin", "thinners", "warfarin", false, false},
		{"rivaroxaban", "thinners", "…xaban", false, true},
		{"hydrocortisone cream 1 %", "creams", "hydrocortisone cream", true, false},
		{"hydrocortisone", "steroids", "hydrocortisone", true, false},
		{"congestive heart failure", "hearts", "heart failure", false, false},
		{"no heart failure", "hearts", "heart failure", false, true},
		{"ms", "sclerosis", "MS", true, false},
		{"sclerosis", "sclerosis", "multiple sclerosis", false, true},
		{"flebitis", "veins", "phlebitis", true, false},
		{"tumor", "veins", "tumour", true, false},
		{"Phlébitis", "veins", "phlebitis", true, false},
		{"unknown ibuprofen", "painkillers", "ibuprofen", false, true},
		{"ibuprofen and warfarin", "thinners", "warfarin", false, false},
	} {
		got := x.Search(c.query)
		if len(got) == 0 {
			t.Errorf("%q finds nothing", c.query)
			continue
		}
		if m := got[0]; groups[m.Group] != c.group || m.Name != c.name || m.Whole != c.whole && c.query != "warfrin" || m.Near != c.near && c.query != "warfrin" {
			t.Errorf("%q finds %s %+v, not %+v", c.query, groups[m.Group], m, c)
		}
	}
	if m := x.Search("warfrin"); len(m) != 1 || !m[0].Near {
		t.Errorf("warfrin is not a suggestion: %+v", m)
	}
	for _, query := range []string{"", " ", "e", "el", "m", "zzz", "purple unicorn", "zzzqq", "sclq", "\xff\xfe", "\x00", "\u202e\u202e\u202e", "日本"} {
		if got := x.Search(query); len(got) > 0 {
			t.Errorf("%q finds %+v", query, got)
		}
	}
}

func FuzzSearch(f *testing.F) {
	x := index()
	for _, query := range []string{"eliquis 5mg", "no heart", "ﬁbrosis", "a b c d e f g h i j k l m n o p q r s t", "\xff", "ÅÄÖ'’`", "1 g 2 g"} {
		f.Add(query)
	}
	f.Fuzz(func(t *testing.T, query string) {
		for _, m := range x.Search(query) {
			if m.Name == "" || m.Group < 0 {
				t.Errorf("%q finds %+v", query, m)
			}
		}
	})
}

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "ab", 1}, {"abc", "xabc", 1}, {"kitten", "sitting", 3}} {
		if got := find.EditDistance(c.a, c.b); got != c.want {
			t.Errorf("%s to %s is %d, not %d", c.a, c.b, got, c.want)
		}
	}
}
