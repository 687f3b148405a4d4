package builtin_test

import (
	"slices"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide/knowledge"
)

// told is a fact of the two articles that Knead began with, and where a reader finds it, in our own words.
type told struct {
	fact    string
	page    string
	section string
	says    []string // phrases that stand there
}

const (
	whatItIs = "What it is"
	session  = "What a session is like"
	usedFor  = "What it is used for"
	whoNot   = "Who should not, or should ask first"
	howMany  = "How many sessions, and afterwards"
	choose   = "How to choose a practitioner"
)

var toldFacts = []told{
	{"gentle, soothing, the go-to for relaxation", "swedish", whatItIs, []string{"gentle and soothing", "usual first choice for people who want to unwind"}},
	{"long, flowing, gliding strokes towards the heart", "swedish", whatItIs, []string{"long, flowing, gliding strokes", "follow the blood back to the heart"}},
	{"eases muscle tension, relaxes muscles, eases back tension and discomfort", "swedish", whatItIs, []string{"relax the muscles, ease tension", "comfort to a sore back"}},
	{"chosen for relaxation and a tense back", "swedish", usedFor, []string{"mainly to relax", "tight muscles, a tense back"}},

	{"slow, firm pressure on deeper muscle and connective tissue", "deep-tissue", whatItIs, []string{"slow, firm pressure", "deeper layers of muscle and connective tissue"}},
	{"specific areas of tension, knots, chronic tightness", "deep-tissue", whatItIs, []string{"specific areas of tension, knots, and long-lasting tightness"}},
	{"mobility, flexibility, range of motion", "deep-tissue", whatItIs, []string{"easier movement", "more flexibility", "wider range of motion"}},
	{"for lasting back pain in regular sessions; neck and back", "deep-tissue", usedFor, []string{"lasting back pain, in regular sessions", "neck and back pain together"}},
	{"releases stress", "deep-tissue", usedFor, []string{"let go of stress"}},
	{"some discomfort is usual, marked pain is not; tolerance and technique", "deep-tissue", session, []string{"some discomfort is normal, but it should not really hurt", "depends on your pain tolerance and on the therapist's technique"}},
	{"not with recent injury, fracture, osteoporosis, clot, pregnancy", "deep-tissue", whoNot, []string{"recent injury", "broken bone", "osteoporosis", "deep vein clot", "pregnancy"}},
	{"clotting disorder, slipped disc", "deep-tissue", whoNot, []string{"bleeding disorder", "slipped disc"}},
	{"any other illness: a healthcare provider first", "deep-tissue", whoNot, []string{"with any other illness, see a healthcare provider first", "how severe your pain is, hear your worries, and tell you what suits you"}},
	{"a regular series; severity and response; ask", "deep-tissue", howMany, []string{"a series of regular sessions is usual", "depends on how bad the pain is and how your body responds", "ask the therapist or a clinician"}},
	{"a practitioner trained in it", "deep-tissue", choose, []string{"ask about training in this style"}},

	{"pressure on specific tight, tender points", "trigger-point", whatItIs, []string{"pressing on specific points where a muscle is tight and tender", "myofascial trigger point"}},
	{"knots and spasms that hinder movement; pain and range of motion", "trigger-point", whatItIs, []string{"knots and spasms that get in the way of movement", "less pain, and more range of motion"}},

	{"works on the connective tissue (fascia)", "myofascial-release", whatItIs, []string{"works on the fascia", "connective tissue"}},
	{"tension and tightness, flexibility", "myofascial-release", whatItIs, []string{"release tension and tightness", "flexibility"}},
	{"posture and muscle imbalance", "myofascial-release", usedFor, []string{"work on posture and on muscles they see as out of balance"}},

	{"smooth heated stones on the back", "hot-stone", whatItIs, []string{"smooth, heated stones", "laid on the back"}},
	{"warmth with pressure; adds to the massage", "hot-stone", whatItIs, []string{"warmth and pressure come together", "add to the effect of the massage itself"}},
	{"loosens tight muscles, calm, relaxation", "hot-stone", whatItIs, []string{"loosen tight muscles", "help you relax"}},

	{"non-invasive: exercise, stretches, movement", "physical-therapy", whatItIs, []string{"exercise, stretching, and other movement", "non-invasive"}},
	{"strength, flexibility, mobility", "physical-therapy", whatItIs, []string{"more strength, more flexibility, and easier movement"}},
	{"a personal plan by a trained professional", "physical-therapy", whatItIs, []string{"trained, registered professional", "personal plan"}},
	{"muscles that support the spine; posture and body mechanics", "physical-therapy", usedFor, []string{"muscles that support the spine", "posture and body mechanics"}},
	{"for long-term relief", "physical-therapy", usedFor, []string{"long-term relief"}},

	{"thin needles at specific points", "acupuncture", whatItIs, []string{"thin needles through the skin at specific points"}},
	{"alone or combined with others", "acupuncture", whatItIs, []string{"on its own or together with other approaches"}},
	{"manual manipulation of the spine", "chiropractic", whatItIs, []string{"joints of the spine by hand", "manipulation"}},
	{"mobility and discomfort", "chiropractic", usedFor, []string{"less discomfort and easier movement"}},
	{"alone or combined with others", "chiropractic", whatItIs, []string{"alone or together with other approaches"}},

	{"cause: poor posture", "back-pain", "Where it comes from", []string{"poor posture"}},
	{"cause: muscle strain", "back-pain", "Where it comes from", []string{"muscle strain", "overworked"}},
	{"cause: injury", "back-pain", "Where it comes from", []string{"injury", "a fall, a blow, or a crash"}},
	{"cause: arthritis or a disc herniation", "back-pain", "Where it comes from", []string{"arthritis", "disc herniation"}},
	{"effect: discomfort, limited mobility", "back-pain", "What it does to daily life", []string{"discomfort", "bending, turning, and walking become limited"}},
	{"effect: routine tasks hard, less productive", "back-pain", "What it does to daily life", []string{"everyday things get hard", "less gets done"}},
	{"effect: private and working life suffer", "back-pain", "What it does to daily life", []string{"less time and energy for friends, family, hobbies, and the job"}},

	{"a healthcare provider first: condition and severity", "choosing-a-practitioner", "See a healthcare provider first if you can", []string{"look at the problem and judge how severe it is"}},
	{"history and concerns, personal advice", "choosing-a-practitioner", "See a healthcare provider first if you can", []string{"ask about your history", "hear your worries", "tell you what suits you and what to avoid"}},
	{"a practitioner trained in it", "choosing-a-practitioner", "See a healthcare provider first if you can", []string{"choose a practitioner who is trained in the exact method"}},

	{"which for back pain", "faq", "Which massage is “best” for back pain?", []string{"deep tissue massage", "no style has been shown to beat the others"}},
	{"which for neck and back", "faq", "Which for neck and back pain?", []string{"no massage stands out", "often suggested here too, without proof"}},
	{"what deep tissue does for the back", "faq", "What does deep tissue massage do for the back?", []string{"ease knots and free movement", "less stressed", "break up “adhesions”", "“root cause”"}},
	{"is it good for back pain", "faq", "Is it good for back pain?", []string{"often for a while", "no long-term benefit was shown", "no trial of firm pressure for a new strain"}},
	{"not with: injury, fracture, osteoporosis, clot, pregnancy", "faq", "When should you not get it?", []string{"a recent injury, or a broken bone", "osteoporosis", "deep vein thrombosis", "pregnancy"}},
	{"ask first: clotting disorder, disc, any other illness", "faq", "When should you not get it?", []string{"a clotting disorder or a herniated disc", "with any other illness, ask first"}},
	{"how painful", "faq", "How painful should it be?", []string{"some discomfort is normal", "on your pain tolerance and on the therapist's technique"}},
	{"how many", "faq", "How many massages are needed?", []string{"a series of regular sessions is usual", "how severe the pain is and on how your body responds", "ask the massage therapist or a clinician"}},
	{"can therapies be combined", "faq", "Can therapies be combined?", []string{"yes, often", "alone or with other care", "tell each practitioner about the others"}},
	{"a wellness routine", "faq", "How does it fit into a wellness routine?", []string{"a pleasant extra, not the base", "add a massage when you want one"}},
	{"the alternatives are “natural”", "faq", "Are the alternatives risk-free?", []string{"no approach is", "restore the body's balance", "a figure of speech"}},
	{"needles and thrusts with others", "combining", "Pairs that are common but hardly tested", []string{"alone or combined"}},
	{"the stones add to the massage", "combining", "Pairs that are common but hardly tested", []string{"add to the effect of the massage"}},
}

// claims are told as claims: what is said on the left of a table, what was found on the right.
var claims = []struct{ fact, page, said, found string }{
	{"raises the oxygen level", "swedish", "oxygen level", "no study showing this was found"},
	{"circulation", "swedish", "improves the circulation", "flow in the leg's main artery did not"},
	{"relaxes muscles, eases back tension", "swedish", "relaxes muscles and eases back tension", "long-term effect was not shown"},
	{"blood flow", "deep-tissue", "more blood flow", "not in the leg's main artery"},
	{"less inflammation", "deep-tissue", "inflammation", "not shown"},
	{"adhesions and scar tissue", "deep-tissue", "breaks up adhesions, knots, and scar tissue", "could not stretch firm tissue"},
	{"root cause, for long", "deep-tissue", "root cause and lasts", "benefits fade within months"},
	{"“the best”, for the back and for the neck", "deep-tissue", "best massage for back pain, and for neck and back", "no style has beaten the others"},
	{"studies confirm it", "deep-tissue", "studies confirm it", "the certainty low or very low"},
	{"knots and spasms", "trigger-point", "releases knots and spasms", "unclear"},
	{"pain", "trigger-point", "relieves back pain", "mostly about neck and shoulder"},
	{"range of motion", "trigger-point", "mobility and range of motion", "for the back this was not shown"},
	{"posture and muscle imbalance", "myofascial-release", "improves posture by evening out muscle imbalance", "no study was found"},
	{"flexibility", "myofascial-release", "restores flexibility", "not shown"},
	{"tension and tightness", "myofascial-release", "tension and tightness", "hardly measured"},
	{"eases back pain", "myofascial-release", "eases back pain", "in one review, but not in the other"},
	{"healing", "myofascial-release", "helps the tissue heal", "not shown"},
	{"soothes back pain", "hot-stone", "soothes back pain", "half a point out of 10"},
	{"less inflammation", "physical-therapy", "calms inflammation", "not shown"},
	{"circulation", "hot-stone", "heat improves circulation", "not in the leg's main artery"},
	{"adds to the massage", "hot-stone", "adds to the benefits of massage", "was not compared"},
	{"loosens tight muscles", "hot-stone", "loosens tight muscles", "was not measured"},
	{"calm", "hot-stone", "brings deep calm", "worry scores did not change"},
	{"posture", "physical-therapy", "fixes your posture", "no strong proof"},
	{"supports the spine", "physical-therapy", "strengthens the muscles that support the spine", "certainty is mostly very low"},
	{"long-term relief", "physical-therapy", "gives long-term relief", "if you keep it up"},
	{"root cause", "physical-therapy", "removes the root cause", "no single clear cause"},
	{"energy flow", "acupuncture", "moves your energy flow", "no such flow has been measured"},
	{"relaxation, tension", "acupuncture", "relaxes you and releases tension", "no study"},
	{"circulation", "acupuncture", "improves your circulation", "not what the pain trials showed"},
	{"nerve irritation", "acupuncture", "irritated nerves", "not shown"},
	{"inflammation", "acupuncture", "nerves and inflammation", "not shown"},
	{"natural balance", "acupuncture", "restores the body's balance", "a figure of speech"},
	{"alignment", "chiropractic", "back into alignment", "it had not moved"},
	{"nerve irritation", "chiropractic", "irritated nerves", "not shown"},
	{"relaxation, circulation", "chiropractic", "relaxes, improves circulation", "not what the trials measured"},
	{"inflammation", "chiropractic", "calms inflammation", "not what the trials measured"},
	{"natural balance, root causes", "chiropractic", "restores the body's balance and gets to the root", "a figure of speech"},
	{"poor posture", "back-pain", "poor posture causes back pain", "no strong proof"},
	{"root causes", "back-pain", "removes the root cause", "mostly small and fade"},
}

// plain is a text without line breaks, emphasis, citations and capitals.
func plain(s string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "[@")
		b.WriteString(before)
		if !found {
			break
		}
		_, s, _ = strings.Cut(after, "]")
	}
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "**", "")), " "))
}

// section returns one section of a page, and whether it is there.
func section(t *testing.T, page, title string) (string, bool) {
	t.Helper()
	p := builtin.Library().Page(page)
	if p == nil {
		t.Errorf("there is no page %s", page)
		return "", false
	}
	_, body, found := strings.Cut("\n"+p.Body, "\n## "+title+"\n")
	if !found {
		t.Errorf("%s has no section %q", page, title)
	}
	body, _, _ = strings.Cut(body, "\n## ")
	return body, found
}

func TestEveryFactIsTold(t *testing.T) {
	for _, f := range toldFacts {
		body, ok := section(t, f.page, f.section)
		for _, phrase := range f.says {
			if ok && !strings.Contains(plain(body), strings.ToLower(phrase)) {
				t.Errorf("%s, %s, %s: %q is not there", f.fact, f.page, f.section, phrase)
			}
		}
	}
}

func TestClaimsAreToldAsClaims(t *testing.T) {
	for _, c := range claims {
		title := "What is often said, and what was found"
		if c.page == "back-pain" {
			title = "Where it comes from"
		}
		body, _ := section(t, c.page, title)
		told := false
		for row := range strings.Lines(body) {
			cells := strings.Split(plain(row), " | ")
			if len(cells) == 2 && strings.Contains(cells[0], "“") && strings.Contains(cells[0], strings.ToLower(c.said)) {
				told = strings.Contains(cells[1], c.found)
				if !told {
					t.Errorf("%s, %s: against %q stands %q", c.fact, c.page, c.said, cells[1])
				}
			}
		}
		if !told {
			t.Errorf("%s, %s: the claim %q is not told with what was found", c.fact, c.page, c.said)
		}
	}
}

// A claim is answered by a source, or by the plain words that nothing was found or measured.
func TestWhatWasFoundHasASource(t *testing.T) {
	candid := []string{
		"not shown", "not a finding", "not what the", "a figure of speech", "a metaphor", "a traditional picture", "debated", "hardly measured", "not compared",
		"no such flow", "no study", "was not measured", "gas in the joint", "no trial", "not tested",
	}
	rows := 0
	for i := range builtin.Library().Pages {
		page := &builtin.Library().Pages[i]
		for _, table := range strings.Split(page.Body, "| Often said | What was found |")[1:] {
			table, _, _ = strings.Cut(table, "\n\n")
			for row := range strings.Lines(table) {
				cells := strings.Split(row, " | ")
				if len(cells) != 2 || !strings.Contains(cells[0], "“") {
					continue
				}
				rows++
				found := strings.ToLower(cells[1])
				if !strings.Contains(found, "[@") && !slices.ContainsFunc(candid, func(words string) bool { return strings.Contains(found, words) }) {
					t.Errorf("%s: nothing stands behind %q", page.ID, cells[1])
				}
			}
		}
	}
	if rows < 50 {
		t.Errorf("only %d claims were looked at", rows)
	}
}

// Each question has its answer in the first sentence, a source behind it, and a way on to a page.
func TestAnswersComeFirst(t *testing.T) {
	for _, q := range []string{
		"Which massage is “best” for back pain?", "Which for neck and back pain?", "What does deep tissue massage do for the back?",
		"Is it good for back pain?", "When should you not get it?", "How painful should it be?", "How many massages are needed?",
		"Can therapies be combined?", "How does it fit into a wellness routine?", "Are the alternatives risk-free?", "What can I do tonight?",
	} {
		body, ok := section(t, "faq", q)
		if !ok {
			continue
		}
		first, _, _ := strings.Cut(strings.TrimSpace(plain(body)), ". ")
		if n := len(strings.Fields(first)); n == 0 || n > 20 {
			t.Errorf("%s the first sentence has %d words: %q", q, n, first)
		}
		if !strings.Contains(body, "[@") {
			t.Errorf("%s the answer has no source", q)
		}
		if !strings.Contains(body, "](") {
			t.Errorf("%s the answer leads to no page", q)
		}
	}
}

// What the articles warn of stands in the rules as well, at least as strictly.
func TestWarningsOfTheArticlesAreRules(t *testing.T) {
	least := map[string]knowledge.Verdict{
		"recent-injury-72h": knowledge.Avoid, "recent-fracture": knowledge.Avoid, "osteoporosis": knowledge.Avoid, "dvt-pe-current": knowledge.Avoid,
		"pregnancy-first-trimester": knowledge.Avoid, "pregnancy-later": knowledge.Avoid, "pregnancy-high-risk": knowledge.Avoid,
		"bleeding-disorder": knowledge.AskFirst, "anticoagulants": knowledge.AskFirst, "low-platelets": knowledge.AskFirst, "herniated-disc": knowledge.AskFirst,
	}
	for _, r := range builtin.Guide().Rulings("deep-tissue") {
		if r.Verdict < least[r.History.ID] {
			t.Errorf("deep tissue with %s is %s, and the articles say %s", r.History.ID, r.Verdict, least[r.History.ID])
		}
		delete(least, r.History.ID)
	}
	if len(least) > 0 {
		t.Errorf("no verdict for %v", least)
	}
}
