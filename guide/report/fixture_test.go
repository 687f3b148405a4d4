package report_test

import (
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// backKnowledge is a small guide with one of everything that a document tells.
func backKnowledge() knowledge.Base {
	options := func(pairs ...string) []knowledge.Option {
		var out []knowledge.Option
		for i := 0; i < len(pairs); i += 2 {
			out = append(out, knowledge.Option{ID: pairs[i], Label: pairs[i+1]})
		}
		return out
	}
	history := options("osteoporosis", "Osteoporosis", "herniated-disc", "Slipped disc", "burn", "Burn or wound", "clot", "Blood clot now", "none", "None of these")
	history[2].Scope, history[2].Places, history[2].There = knowledge.ScopeLocal, []string{"where/neck"}, "where the burn is"
	history[3].Also = knowledge.When{{"now/swollen"}}
	verdicts := func(bone, disc, burn knowledge.Verdict) []knowledge.Contraindication {
		return []knowledge.Contraindication{
			{History: "osteoporosis", Verdict: bone, Reason: "Thin bones can crack under strong pressure", Adaptation: "Light pressure, nothing on the spine.", Status: knowledge.StatusVerified, Sources: []string{"bones"}},
			{History: "herniated-disc", Verdict: disc, Reason: "A disc can press on a nerve.", Adaptation: "Stay away from where the pain shoots.", Status: knowledge.StatusUnverified},
			{History: "burn", Verdict: burn, Reason: "Broken skin must heal first.", Adaptation: "Leave a hand's width free.", Status: knowledge.StatusStricter, Sources: []string{"skin"}},
			{History: "clot", Verdict: knowledge.Avoid, Reason: "A clot can come loose.", Status: knowledge.StatusVerified, Sources: []string{"clots"}},
		}
	}
	studied := knowledge.Evidence{
		Pattern: "chronic-low-back", Direction: knowledge.DirectionHelps, Effect: knowledge.Effects{PainShort: knowledge.EffectSmall, FunctionShort: knowledge.EffectNone, LongTerm: knowledge.EffectNone},
		Certainty: knowledge.CertaintyLow, CertaintyBy: knowledge.RatedBySource, Basis: knowledge.BasisDirect, Stance: knowledge.StanceConflicting, Found: "After ten weekly sessions people had a little less pain than others.",
		Guidelines: []knowledge.Guideline{{Source: "who", Name: "WHO", Says: "may be offered"}, {Source: "nice", Name: "NICE", Says: "only together with exercise"}},
		Sources:    []string{"trial", "review"},
	}
	unstudied := knowledge.Evidence{
		Pattern: "chronic-low-back", Direction: knowledge.DirectionUnknown, Effect: knowledge.Effects{PainShort: knowledge.EffectUnknown, FunctionShort: knowledge.EffectUnknown, LongTerm: knowledge.EffectUnknown},
		Certainty: knowledge.CertaintyNotRated, CertaintyBy: knowledge.RatedByNobody, Basis: knowledge.BasisNone, Stance: knowledge.StanceNoneFound, Found: "No study of this was found.",
	}
	movement := knowledge.Evidence{
		Pattern: "chronic-low-back", Direction: knowledge.DirectionHelps, Effect: knowledge.Effects{PainShort: knowledge.EffectModerate, FunctionShort: knowledge.EffectSmall, LongTerm: knowledge.EffectSmall},
		Certainty: knowledge.CertaintyModerate, CertaintyBy: knowledge.RatedByAuthor, Basis: knowledge.BasisDirect, Stance: knowledge.StanceRecommend, Found: "Moving more eased pain, and the gain lasted.", Sources: []string{"review"},
	}
	glance := knowledge.Glance{Weak: "The gain fades.", Effort: "You lie still.", Touch: "Hands with oil on the skin.", Try: "Four to six sessions, then judge.", Cost: "You pay per session."}
	return knowledge.Base{
		Stages: []knowledge.Stage{{ID: "all", Title: "All"}},
		Questions: []knowledge.Question{
			{ID: "where", Role: knowledge.RolePlace, Title: "Where does it hurt?", Why: "It leads on.", Kind: knowledge.Many, Stage: "all", Options: options("neck", "Neck", "low-back", "Low back", "none", "Nowhere now")},
			{ID: "now", Role: knowledge.RoleAlarm, Title: "Any of these, now or since yesterday?", Why: "These come first.", Unsure: "Ask someone to look.", Kind: knowledge.Many, Stage: "all", Options: options("bladder", "Trouble holding pee", "swollen", "Calf swollen and warm", "fever", "Fever or shivers", "none", "None of these")},
			{ID: "time", Role: knowledge.RoleLength, Title: "How long this time?", Why: "It matters.", Kind: knowledge.One, Stage: "all", Options: options("weeks", "Under 12 weeks", "months", "Over 12 weeks")},
			{ID: "trend", Role: knowledge.RoleCourse, Title: "Which way is it going?", Why: "It matters.", Kind: knowledge.One, Stage: "all", IfUnsure: []string{"worse"}, Options: options("better", "Better", "worse", "Worse")},
			{ID: "severity", Role: knowledge.RolePain, Title: "How bad, from 0 to 10?", Why: "It matters.", Kind: knowledge.Scale, Stage: "all", Options: []knowledge.Option{{ID: "mild", Label: "0–3", From: 0, To: 3}, {ID: "severe", Label: "4–10", From: 4, To: 10}}, Words: []string{"none", "", "", "", "", "", "", "", "", "", "worst"}},
			{ID: "history", Role: knowledge.RoleHistory, Title: "Which of these do you have?", Why: "Each has its own advice.", Unsure: "Look at a letter from your doctor.", Kind: knowledge.Many, Stage: "all", Options: history},
			{ID: "side", Title: "Which side?", Why: "It matters.", Kind: knowledge.One, Stage: "all", AskWhen: knowledge.When{{"where/neck"}}, Options: options("left", "Left", "right", "Right")},
			{ID: "matters", Role: knowledge.RoleWishes, Title: "What matters to you?", Why: "It changes the order.", Kind: knowledge.Many, Stage: "all", Options: options("light", "Light pressure", "dressed", "Staying dressed", "none", "No preference")},
		},
		Derived: []knowledge.Derived{{ID: "is/spine", Any: []string{"where/neck", "where/low-back"}}},
		Levels: []knowledge.LevelText{
			{Level: knowledge.SelfCare, Title: "Look after yourself", Headline: "Keep moving, a little more each week.", Advice: "See a doctor if it gets worse.", Sources: []string{"who"}},
			{Level: knowledge.ClinicianFirst, Title: "Talk to a clinician first", Headline: "See a doctor before anybody works on you.", Advice: "Some days are soon enough.", Sources: []string{"nice"}},
			{Level: knowledge.Urgent, Title: "Get help today", Headline: "See a doctor today.", Advice: "Book nothing else.", Sources: []string{"nice"}},
			{Level: knowledge.Emergency, Title: "Get help now", Headline: "Call 911, 112, or your local emergency number.", Advice: "Do not wait for an appointment.", Sources: []string{"nice"}},
		},
		RedFlags: []knowledge.RedFlag{
			{ID: "nerves", Level: knowledge.Emergency, Question: "Is there new trouble holding your pee?", Meaning: "The two together can mean pressed nerves.", Advice: "Hours matter.", Say: "I have back pain and cannot hold my pee.", When: knowledge.When{{"now/bladder", "is/spine"}}, Status: knowledge.StatusVerified, Sources: []string{"nerves"}},
			{ID: "clot", Level: knowledge.Urgent, Question: "Is one calf swollen?", Meaning: "It can mean a clot.", When: knowledge.When{{"now/swollen"}}, Status: knowledge.StatusVerified, Sources: []string{"clots"}},
			{ID: "worse", Level: knowledge.ClinicianFirst, Question: "Is it getting worse?", Meaning: "Pain that grows is worth a look.", Judgement: true, When: knowledge.When{{"trend/worse"}}},
		},
		Patterns: []knowledge.Pattern{{
			ID: "chronic-low-back", Label: "long-lasting low back pain", Headline: "It comes in spells.", Tonight: []knowledge.Advice{{Text: "Walk a little."}}, Usually: "It comes in spells; moving helps more than rest.", When: knowledge.When{{"where/low-back", "time/months"}},
			Home:    []knowledge.Advice{{Text: "Walk a little every day", Sources: []string{"review"}}, {Text: "Use warmth if it feels good."}},
			Sources: []string{"review"},
		}},
		Therapies: []knowledge.Therapy{
			{
				ID: "swedish", Name: "Swedish massage", Kind: knowledge.Massage, Summary: "Long gliding strokes.", Begin: "Book one session.", HandsOn: true, Glance: glance,
				Tell:        []knowledge.Advice{{Text: "Say “lighter” at any time."}, {Text: "Ask how they were trained.", Sources: []string{"who"}}},
				Indications: []knowledge.Indication{{When: knowledge.When{{"severity/mild"}}, Reason: "It is gentle enough for mild pain."}},
				Wishes:      []knowledge.Wish{{Fact: "matters/light", Meets: true, Reason: "The strokes are light."}, {Fact: "matters/dressed", Meets: false, Reason: "You undress in part."}},
				Verdicts:    verdicts(knowledge.Caution, knowledge.AskFirst, knowledge.Avoid), Evidence: []knowledge.Evidence{studied},
			},
			{ID: "deep-tissue", Name: "Deep tissue massage", Kind: knowledge.Massage, Summary: "Firm, slow pressure.", Begin: "Book one session.", HandsOn: true, Glance: glance, Verdicts: verdicts(knowledge.Avoid, knowledge.Avoid, knowledge.Avoid), Evidence: []knowledge.Evidence{unstudied}},
			{ID: "shiatsu", Name: "Shiatsu", Kind: knowledge.Massage, Summary: "Pressing through clothes.", Begin: "Book one session.", HandsOn: true, Nearest: "swedish", Glance: glance},
			{ID: "exercise", Name: "Exercise", Kind: knowledge.Alternative, Summary: "A plan of movement.", Begin: "Book one session.", Glance: glance, Verdicts: verdicts(knowledge.OK, knowledge.Caution, knowledge.OK), Evidence: []knowledge.Evidence{movement}},
			{ID: "walking", Name: "Walking", Kind: knowledge.SelfHelp, Summary: "Regular walks.", Begin: "Book one session.", Glance: glance, Verdicts: verdicts(knowledge.OK, knowledge.OK, knowledge.OK), Evidence: []knowledge.Evidence{unstudied}},
		},
		Sources: []knowledge.Source{
			{ID: "bones", Title: "Massage and thin bones", Authors: "Bone Society", Year: 2020, URL: "https://example.org/bones", Kind: "charity", Read: "the page"},
			{ID: "skin", Title: "Broken skin", Authors: "Skin Group", Year: 2019, Kind: "charity", Read: "the page"},
			{ID: "clots", Title: "Clots and massage", Authors: "A. Author", Year: 2018, Journal: "Journal of Clots", URL: "https://example.org/clots?a=1&b=2", Kind: "case-report", Read: "abstract"},
			{ID: "nerves", Title: "Pressed nerves", Authors: "B. Author", URL: "https://example.org/nerves", Kind: "guideline", Read: "summary"},
			{ID: "trial", Title: "A trial of massage for the back", Authors: "C. Author", Year: 2011, Journal: "Annals", URL: "https://example.org/trial", Kind: "trial", Read: "abstract"},
			{ID: "review", Title: "What helps the back?", Authors: "D. Author", Year: 2022, URL: "https://example.org/review", Kind: "review", Read: "abstract"},
			{ID: "who", Title: "Guideline for low back pain", Authors: "World Health Organization", Year: 2023, URL: "https://example.org/who", Kind: "guideline", Read: "summary"},
			{ID: "nice", Title: "Low back pain and sciatica", Authors: "NICE", Year: 2016, URL: "https://example.org/nice", Kind: "guideline", Read: "summary"},
		},
	}
}

// people are the answers behind the golden files.
var people = map[string][]string{
	"quiet":     {"where: low-back", "now: none", "time: months", "trend: better", "severity: 2", "history: none", "matters: light, dressed"},
	"care":      {"where: low-back", "now: none", "time: months", "trend: better", "severity: 6", "history: osteoporosis, burn", "history/herniated-disc: unsure", "side: left", "matters: none"},
	"clinician": {"where: low-back", "now: none", "time: months", "trend: unsure", "severity: 6", "history: none", "matters: none"},
	"open":      {"where: low-back", "now: unsure"},
	"urgent":    {"where: neck", "now: swollen", "side: right"},
	"emergency": {"where: low-back", "now: bladder, swollen"},
	"nothing":   {"where: none", "now: none", "time: weeks", "trend: better", "severity: 1", "history: none", "matters: none"},
}

func compile(t testing.TB) *guide.Guide {
	t.Helper()
	k := backKnowledge()
	g, err := guide.New(&k, "now")
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func answers(t testing.TB, g *guide.Guide, person string) guide.Answers {
	t.Helper()
	a, err := g.ParseLines(people[person])
	if err != nil {
		t.Fatal(err)
	}
	return a
}
