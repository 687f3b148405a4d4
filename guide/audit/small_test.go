package audit

import (
	"slices"

	"knead/guide/knowledge"
)

// small is a knowledge with one of everything that the audit looks at, and nothing wrong with it.
func small() *knowledge.Base {
	evidence := func(pattern string, direction knowledge.Direction) knowledge.Evidence {
		e := knowledge.Evidence{
			Pattern: pattern, Direction: direction, Effect: knowledge.Effects{PainShort: knowledge.EffectSmall, FunctionShort: knowledge.EffectSmall, LongTerm: knowledge.EffectUnknown}, Certainty: knowledge.CertaintyLow, CertaintyBy: knowledge.RatedBySource,
			Stance: knowledge.StanceConsider, Found: "A little less pain was found.", Sources: []string{"trial"},
		}
		if direction == knowledge.DirectionUnknown {
			e.Certainty, e.Stance, e.Found, e.Sources = knowledge.CertaintyNotRated, knowledge.StanceNoneFound, "Nobody has looked.", nil
		}
		return e
	}
	against := func(history string, v knowledge.Verdict) knowledge.Contraindication {
		c := knowledge.Contraindication{History: history, Verdict: v, Reason: "It can do harm.", Status: knowledge.StatusVerified, Sources: []string{"trial"}}
		if v == knowledge.Caution {
			c.Adaptation = "Ask for light pressure."
		}
		return c
	}
	on := func(region string, c knowledge.Contraindication) knowledge.Contraindication {
		c.Region = region
		return c
	}
	therapy := func(id string, kind knowledge.TherapyKind, evidence []knowledge.Evidence, verdicts ...knowledge.Contraindication) knowledge.Therapy {
		return knowledge.Therapy{
			ID: id, Name: id, Kind: kind, Summary: "A therapy.", HandsOn: kind != knowledge.SelfHelp,
			Glance: knowledge.Glance{Weak: "Short ease", Effort: "Low", Touch: "Light", Try: "Six", Cost: "Paid"}, Tell: []knowledge.Advice{{Text: "Name your illnesses."}},
			Indications: []knowledge.Indication{{When: knowledge.When{{"feel/tight"}}, Reason: "Common for tightness.", Sources: []string{"trial"}}},
			Wishes:      []knowledge.Wish{{Fact: "matters/heat", Meets: true, Reason: "It is warm."}},
			Evidence:    evidence, Verdicts: verdicts,
		}
	}
	options := func(ids ...string) (o []knowledge.Option) {
		for _, id := range ids {
			o = append(o, knowledge.Option{ID: id, Label: id})
		}
		return o
	}
	ask := func(id string, kind knowledge.Kind, when knowledge.When, o []knowledge.Option) knowledge.Question {
		return knowledge.Question{ID: id, Title: id + "?", Why: "It matters.", Kind: kind, Stage: "all", AskWhen: when, Options: o}
	}
	k := &knowledge.Base{
		Stages: []knowledge.Stage{{ID: "all", Title: "All"}},
		Questions: []knowledge.Question{
			ask("where", knowledge.Many, nil, options("neck", "low-back", "calf", "none")),
			ask("now", knowledge.Many, nil, options("chest", "ill", "numb", "none")),
			ask("chest", knowledge.One, knowledge.When{{"now/chest"}}, options("pressure", "breathing", "movement")),
			ask("ill", knowledge.Many, knowledge.When{{"now/ill"}}, options("fever", "cold", "none")),
			ask("time", knowledge.One, nil, options("days", "months")),
			ask("feel", knowledge.Many, nil, options("tight", "ache", "none")),
			ask("severity", knowledge.Scale, nil, []knowledge.Option{{ID: "mild", Label: "0 to 5", To: 5}, {ID: "severe", Label: "6 to 10", From: 6, To: 10}}),
			ask("health", knowledge.Many, nil, options("blood", "skin", "none")),
			ask("history", knowledge.Many, knowledge.When{{"health/blood"}, {"health/skin"}}, options("clot", "thinner", "veins", "rash", "none")),
			ask("matters", knowledge.Many, nil, options("heat", "cost", "none")),
		},
		Derived: []knowledge.Derived{
			{ID: "is/spine", Any: []string{"where/neck", "where/low-back"}},
			{ID: "is/two", AtLeast: 2, Of: []string{"now/numb", "where/calf", "time/months"}},
			{ID: "is/unasked", Unasked: true},
		},
		Regions: []knowledge.Region{{ID: "spine", Name: "the spine", Places: []string{"neck", "low-back"}}},
		Levels: []knowledge.LevelText{
			{Level: knowledge.SelfCare, Title: "You can start", Headline: "", Advice: "Keep moving.", Sources: nil},
			{Level: knowledge.ClinicianFirst, Title: "Ask first", Headline: "", Advice: "Let a clinician look.", Sources: nil},
			{Level: knowledge.Urgent, Title: "Today", Headline: "", Advice: "See a doctor today.", Sources: nil},
			{Level: knowledge.Emergency, Title: "Now", Headline: "", Advice: "Get help now.", Sources: nil},
		},
		RedFlags: []knowledge.RedFlag{
			{ID: "heart", Level: knowledge.Emergency, When: knowledge.When{{"now/chest", "chest/pressure"}}},
			{ID: "lung", Level: knowledge.Urgent, When: knowledge.When{{"chest/breathing"}}},
			{ID: "infection", Level: knowledge.Urgent, When: knowledge.When{{"is/spine", "ill/fever", "not ill/cold"}}},
			{ID: "cord", Level: knowledge.Urgent, When: knowledge.When{{"now/numb", "where/low-back"}, {"is/two", "severity/severe"}}},
			{ID: "numb", Level: knowledge.ClinicianFirst, When: knowledge.When{{"now/numb"}}},
			{ID: "stray", Level: knowledge.ClinicianFirst, When: knowledge.When{{"is/unasked"}}},
		},
		Patterns: []knowledge.Pattern{
			{ID: "new-pain", Label: "New pain", When: knowledge.When{{"is/spine", "time/days"}}, Home: []knowledge.Advice{{Text: "Stay active."}}},
			{ID: "old-pain", Label: "Old pain", When: knowledge.When{{"is/spine", "time/months"}, {"where/calf"}}, Home: []knowledge.Advice{{Text: "Stay active."}}},
		},
		Therapies: []knowledge.Therapy{
			therapy("firm", knowledge.Massage, []knowledge.Evidence{evidence("new-pain", knowledge.DirectionHelps), evidence("old-pain", knowledge.DirectionHelps)},
				against("clot", knowledge.Avoid), on("spine", against("thinner", knowledge.AskFirst)), against("veins", knowledge.AskFirst), against("rash", knowledge.Caution)),
			therapy("soft", knowledge.Massage, []knowledge.Evidence{evidence("new-pain", knowledge.DirectionUnknown), evidence("old-pain", knowledge.DirectionMixed)},
				against("clot", knowledge.Avoid), against("thinner", knowledge.Caution), against("veins", knowledge.Caution), against("rash", knowledge.OK)),
			therapy("walks", knowledge.SelfHelp, []knowledge.Evidence{evidence("new-pain", knowledge.DirectionNoClearBenefit), evidence("old-pain", knowledge.DirectionHelps)},
				against("clot", knowledge.AskFirst), against("thinner", knowledge.OK), against("veins", knowledge.OK), against("rash", knowledge.OK)),
		},
		Sources: []knowledge.Source{{ID: "trial", Title: "A trial", Year: 2020}},
	}
	k.Therapies[1].OnlyWhen = knowledge.When{{"where/neck"}, {"where/low-back"}, {"where/none"}}
	for i := range k.RedFlags {
		f := &k.RedFlags[i]
		f.Question, f.Meaning, f.Status, f.Sources = "Is it so?", "It can mean something.", knowledge.StatusVerified, []string{"trial"}
	}
	questionIn(k, "chest").IfUnsure = []string{"pressure"}
	questionIn(k, "chest").Option("movement").Settles = true
	questionIn(k, "ill").Option("cold").Settles = true
	for id, role := range map[string]knowledge.Role{"where": knowledge.RolePlace, "time": knowledge.RoleLength, "feel": knowledge.RoleFeel, "severity": knowledge.RolePain, "history": knowledge.RoleHistory, "matters": knowledge.RoleWishes} {
		questionIn(k, id).Role = role
	}
	history := questionIn(k, "history")
	for _, id := range []string{"clot", "thinner", "veins"} {
		history.Option(id).ShowWhen = knowledge.When{{"health/blood"}}
	}
	history.Option("rash").ShowWhen = knowledge.When{{"health/skin"}}
	history.Option("veins").Scope, history.Option("veins").Places = knowledge.ScopeLocal, []string{"where/calf"}
	return k
}

func questionIn(k *knowledge.Base, id string) *knowledge.Question {
	return &k.Questions[slices.IndexFunc(k.Questions, func(q knowledge.Question) bool { return q.ID == id })]
}

func flagIn(k *knowledge.Base, id string) *knowledge.RedFlag {
	return &k.RedFlags[slices.IndexFunc(k.RedFlags, func(f knowledge.RedFlag) bool { return f.ID == id })]
}
