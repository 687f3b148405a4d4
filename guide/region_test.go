package guide_test

import (
	"slices"
	"strings"
	"testing"

	"knead/guide"

	"knead/guide/knowledge"
)

// regional is small, with a leg as a region: what is said of bones speaks of it alone.
func regional(spoil func(*knowledge.Base)) *knowledge.Base {
	k := small()
	k.Questions[0].Role = knowledge.RolePlace
	k.Questions[0].Options = append(k.Questions[0].Options[:2:2], knowledge.Option{ID: "foot", Label: "foot"}, knowledge.Option{ID: knowledge.None, Label: "none"})
	k.Regions = []knowledge.Region{{ID: "leg", Name: "the leg", Places: []string{"leg"}, Also: []string{"foot"}}}
	k.Therapies[0].Verdicts[0].Region = "leg"
	if spoil != nil {
		spoil(k)
	}
	return k
}

// A verdict on a region counts in full where hands work there, or may; elsewhere it is a caution, or what it says itself.
func TestRegion(t *testing.T) {
	softer := func(elsewhere string) func(*knowledge.Base) {
		return func(k *knowledge.Base) { k.Therapies[0].Verdicts[0].Elsewhere = elsewhere }
	}
	for _, test := range []struct {
		lines string
		spoil func(*knowledge.Base)
		want  knowledge.Verdict
		local guide.Local
	}{
		{"history: bones; where: leg", nil, knowledge.Avoid, guide.Here},
		{"history: bones; where: leg, arm", nil, knowledge.Avoid, guide.Here},
		{"history: bones; where: arm", nil, knowledge.Caution, guide.Elsewhere},
		{"history: bones; where: foot", nil, knowledge.Avoid, guide.Here}, // which brings hands to it
		{"history: bones; where: none", nil, knowledge.Caution, guide.Elsewhere},
		{"history: bones; where: unsure", nil, knowledge.Avoid, guide.Here},
		{"history: bones; where:", nil, knowledge.Avoid, guide.Here},
		{"history: bones; where/leg: unsure", nil, knowledge.Avoid, guide.Here},
		{"history/bones: unsure; where: leg", nil, knowledge.Caution, guide.Here},
		{"history/bones: unsure; where: arm", nil, knowledge.OK, 0}, // a yes would be a caution there
		{"history: bones; where: arm", softer("clinician-first"), knowledge.AskFirst, guide.Elsewhere},
		{"history/bones: unsure; where: arm", softer("clinician-first"), knowledge.Caution, guide.Elsewhere},
		{"history: bones; where: arm", softer("ok"), knowledge.OK, 0},
		{"history: bones; where: leg", softer("ok"), knowledge.Avoid, guide.Here},
	} {
		g := compiled(t, regional(test.spoil))
		m := matchOf(t, g.Assess(well(t, g, strings.Split(test.lines, "; ")...)), "rub")
		if m.Verdict != test.want {
			t.Errorf("%s: got %s, want %s", test.lines, m.Verdict, test.want)
		}
		if test.want == knowledge.OK {
			continue
		}
		if c := m.Cautions[0]; c.Local != test.local || c.Part == nil || c.Part.ID != "leg" || c.Item.ID != "bones" {
			t.Errorf("%s: told as %d of %v, for %v", test.lines, c.Local, c.Part, c.Item)
		}
	}
}

// Whoever draws the body is told what to keep off, for which item and which therapies.
func TestKeepOff(t *testing.T) {
	for _, test := range []struct {
		lines string
		want  []string
	}{
		{"history: none", nil},
		{"history: bones; where: arm", []string{"leg [leg] bones avoid false rub knead"}},
		{"history: bones; where: leg", []string{"leg [leg] bones avoid false rub knead"}},
		{"history/bones: unsure; where: leg", []string{"leg [leg] bones avoid true rub knead"}},
		{"history: skin; where: leg, arm", []string{"here [leg arm] skin clinician-first false rub knead"}},
		{"history: skin; where: arm", []string{"here [] skin clinician-first false rub walk knead"}},
		{"history: skin, bones; where: leg", []string{"leg [leg] bones avoid false rub knead", "here [leg] skin clinician-first false rub knead"}},
		{"history: skin; where: leg; signs: weak", nil}, // nothing is offered
	} {
		g := compiled(t, regional(nil))
		var got []string
		for _, k := range g.Assess(well(t, g, strings.Split(test.lines, "; ")...)).KeepOff {
			for _, x := range k.Items {
				words := []string{k.Region, "[" + strings.Join(k.Places, " ") + "]", x.Item.ID, x.Verdict.String(), map[bool]string{true: "true", false: "false"}[x.Open]}
				for _, id := range []string{"rub", "walk", "knead"} {
					if slices.ContainsFunc(x.Therapies, func(t *knowledge.Therapy) bool { return t.ID == id }) {
						words = append(words, id)
					}
				}
				got = append(got, strings.Join(words, " "))
			}
		}
		slices.Sort(got)
		slices.Sort(test.want)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.lines, got, test.want)
		}
	}
}

// A verdict may nowhere be milder than that of the nearest therapy, and a region must be one that hands can come to.
func TestRegionRefused(t *testing.T) {
	own := func(region, elsewhere string, v knowledge.Verdict) func(*knowledge.Base) {
		return func(k *knowledge.Base) {
			k.Therapies[2].Verdicts = []knowledge.Contraindication{{History: "bones", Verdict: v, Region: region, Elsewhere: elsewhere}}
		}
	}
	for name, test := range map[string]struct {
		spoil func(*knowledge.Base)
		want  string
	}{
		"as strict":              {own("leg", "", knowledge.Avoid), ""},
		"stricter elsewhere":     {own("whole", "", knowledge.Avoid), ""},
		"milder there":           {own("leg", "", knowledge.AskFirst), "milder"},
		"milder elsewhere":       {own("leg", "ok", knowledge.Avoid), "milder"},
		"milder in the region":   {own("whole", "", knowledge.AskFirst), "milder"},
		"a place of its own":     {own("here", "", knowledge.Avoid), "milder"},
		"unknown":                {own("moon", "", knowledge.Avoid), "unknown region"},
		"no verdict":             {own("leg", "perhaps", knowledge.Avoid), "is not one of"},
		"stricter than in it":    {own("leg", "avoid", knowledge.AskFirst), "stricter elsewhere"},
		"without a place":        {func(k *knowledge.Base) { k.Questions[0].Role = 0 }, "no answer brings hands there"},
		"of a place there isn't": {func(k *knowledge.Base) { k.Regions[0].Places = []string{"tail"} }, "unknown fact"},
	} {
		_, err := guide.New(regional(test.spoil), "")
		if got := ""; err != nil {
			got = err.Error()
			if test.want == "" || !strings.Contains(got, test.want) {
				t.Errorf("%s: got %v, want %q", name, got, test.want)
			}
		} else if test.want != "" {
			t.Errorf("%s: is not refused", name)
		}
	}
}
