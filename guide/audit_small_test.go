package guide

import "slices"

// small is a knowledge with one of everything that the audit looks at, and nothing wrong with it.
func small() *Knowledge {
	evidence := func(pattern, direction string) Evidence {
		e := Evidence{
			Pattern: pattern, Direction: direction, Effect: EffectSize{"small", "small", "unknown"}, Certainty: "low", CertaintyBy: "source",
			Stance: "consider", Found: "A little less pain was found.", Sources: []string{"trial"},
		}
		if direction == "unknown" {
			e.Certainty, e.Stance, e.Found, e.Sources = "not-rated", "none-found", "Nobody has looked.", nil
		}
		return e
	}
	against := func(history string, v Verdict) Contraindication {
		c := Contraindication{History: history, Verdict: v, Reason: "It can do harm.", Status: "verified", Sources: []string{"trial"}}
		if v == Caution {
			c.Adaptation = "Ask for light pressure."
		}
		return c
	}
	therapy := func(id string, kind TherapyKind, evidence []Evidence, verdicts ...Contraindication) Therapy {
		return Therapy{
			ID: id, Name: id, Kind: kind, Summary: "A therapy.", HandsOn: kind != SelfHelp,
			Glance: Glance{"Short ease", "Low", "Light", "Six", "Paid"}, Tell: []Advice{{Text: "Name your illnesses."}},
			Indications: []Indication{{When: When{{"feel/tight"}}, Reason: "Common for tightness.", Sources: []string{"trial"}}},
			Wishes:      []Wish{{Fact: "matters/heat", Meets: true, Reason: "It is warm."}},
			Evidence:    evidence, Verdicts: verdicts,
		}
	}
	options := func(ids ...string) (o []Option) {
		for _, id := range ids {
			o = append(o, Option{ID: id, Label: id})
		}
		return o
	}
	ask := func(id string, kind Kind, when When, o []Option) Question {
		return Question{ID: id, Title: id + "?", Why: "It matters.", Kind: kind, Stage: "all", AskWhen: when, Options: o}
	}
	k := &Knowledge{
		Stages: []Stage{{"all", "All"}},
		Questions: []Question{
			ask("where", Many, nil, options("neck", "low-back", "calf", "none")),
			ask("now", Many, nil, options("chest", "ill", "numb", "none")),
			ask("chest", One, When{{"now/chest"}}, options("pressure", "breathing", "movement")),
			ask("ill", Many, When{{"now/ill"}}, options("fever", "cold", "none")),
			ask("time", One, nil, options("days", "months")),
			ask("feel", Many, nil, options("tight", "ache", "none")),
			ask("severity", Scale, nil, []Option{{ID: "mild", Label: "0 to 5", To: 5}, {ID: "severe", Label: "6 to 10", From: 6, To: 10}}),
			ask("health", Many, nil, options("blood", "skin", "none")),
			ask("history", Many, When{{"health/blood"}, {"health/skin"}}, options("clot", "thinner", "veins", "rash", "none")),
			ask("matters", Many, nil, options("heat", "cost", "none")),
		},
		Derived: []Derived{
			{ID: "is/spine", Any: []string{"where/neck", "where/low-back"}},
			{ID: "is/two", AtLeast: 2, Of: []string{"now/numb", "where/calf", "time/months"}},
			{ID: "is/unasked", Unasked: true},
		},
		Levels: []LevelText{
			{"self-care", "You can start", "", "Keep moving.", nil},
			{"clinician-first", "Ask first", "", "Let a clinician look.", nil},
			{"urgent", "Today", "", "See a doctor today.", nil},
			{"emergency", "Now", "", "Get help now.", nil},
		},
		RedFlags: []RedFlag{
			{ID: "heart", Level: Emergency, When: When{{"now/chest", "chest/pressure"}}},
			{ID: "lung", Level: Urgent, When: When{{"chest/breathing"}}},
			{ID: "infection", Level: Urgent, When: When{{"is/spine", "ill/fever", "not ill/cold"}}},
			{ID: "cord", Level: Urgent, When: When{{"now/numb", "where/low-back"}, {"is/two", "severity/severe"}}},
			{ID: "numb", Level: ClinicianFirst, When: When{{"now/numb"}}},
			{ID: "stray", Level: ClinicianFirst, When: When{{"is/unasked"}}},
		},
		Patterns: []Pattern{
			{ID: "new-pain", Label: "New pain", When: When{{"is/spine", "time/days"}}, Home: []Advice{{Text: "Stay active."}}},
			{ID: "old-pain", Label: "Old pain", When: When{{"is/spine", "time/months"}, {"where/calf"}}, Home: []Advice{{Text: "Stay active."}}},
		},
		Therapies: []Therapy{
			therapy("firm", Massage, []Evidence{evidence("new-pain", "helps"), evidence("old-pain", "helps")},
				against("clot", Avoid), against("thinner", AskFirst), against("veins", AskFirst), against("rash", Caution)),
			therapy("soft", Massage, []Evidence{evidence("new-pain", "unknown"), evidence("old-pain", "mixed")},
				against("clot", Avoid), against("thinner", Caution), against("veins", Caution), against("rash", OK)),
			therapy("walks", SelfHelp, []Evidence{evidence("new-pain", "no-clear-benefit"), evidence("old-pain", "helps")},
				against("clot", AskFirst), against("thinner", OK), against("veins", OK), against("rash", OK)),
		},
		Sources: []Source{{ID: "trial", Title: "A trial", Year: 2020}},
	}
	k.Therapies[1].OnlyWhen = When{{"where/neck"}, {"where/low-back"}, {"where/none"}}
	for i := range k.RedFlags {
		f := &k.RedFlags[i]
		f.Question, f.Meaning, f.Status, f.Sources = "Is it so?", "It can mean something.", "verified", []string{"trial"}
	}
	k.question("chest").IfUnsure = []string{"pressure"}
	k.question("chest").Option("movement").Settles = true
	k.question("ill").Option("cold").Settles = true
	for id, role := range map[string]Role{"where": RolePlace, "time": RoleLength, "feel": RoleFeel, "severity": RolePain, "history": RoleHistory, "matters": RoleWishes} {
		k.question(id).Role = role
	}
	history := k.question("history")
	for _, id := range []string{"clot", "thinner", "veins"} {
		history.Option(id).ShowWhen = When{{"health/blood"}}
	}
	history.Option("rash").ShowWhen = When{{"health/skin"}}
	history.Option("veins").Scope, history.Option("veins").Places = "local", []string{"where/calf"}
	return k
}

func (k *Knowledge) question(id string) *Question {
	return &k.Questions[slices.IndexFunc(k.Questions, func(q Question) bool { return q.ID == id })]
}

func (k *Knowledge) flag(id string) *RedFlag {
	return &k.RedFlags[slices.IndexFunc(k.RedFlags, func(f RedFlag) bool { return f.ID == id })]
}
