package guide_test

import (
	"slices"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

// Every health item is found by its label: itself, or the question that decides it.
func TestFindFindsByLabel(t *testing.T) {
	for _, o := range full.Role(knowledge.RoleHistory).Options {
		if o.ID == knowledge.None || o.ID == "under-18" || o.ID == "unexplained-severe-pain" {
			continue
		}
		for _, query := range []string{o.Label, strings.ToUpper(o.Label), "  " + o.Label + " "} {
			found := full.Find(query)
			if len(found) == 0 || !leadsToItem(found[0], o.ID) || found[0].Near {
				t.Errorf("%q does not find %s first: %v", query, o.ID, found)
			}
		}
	}
}

// leadsToItem reports whether a find is the health item or, for one that is never offered, the question that makes it true.
func leadsToItem(f guide.Found, item string) bool {
	if f.Kind != guide.FoundAsked {
		return f.Kind == guide.FoundItem && f.ID() == item
	}
	o := full.Role(knowledge.RoleHistory).Option(item)
	return o != nil && o.Hidden && slices.ContainsFunc(o.Also, func(all []string) bool {
		return slices.ContainsFunc(all, func(fact string) bool { return strings.HasPrefix(fact, f.ID()+"/") })
	})
}

func TestSpan(t *testing.T) {
	for _, x := range []struct {
		text, query string
		from, to    int
	}{
		{"Blood thinner", "thin", 6, 10},
		{"Blood thinner", "BLOOD", 0, 5},
		{"hernia", "ern", 1, 4},
		{"gout", "xyz", 0, 0},
		{"gout", "", 0, 0},
		{"lithium and hernia", "her", 12, 15},
		{"Ménière", "iè", 4, 7},
	} {
		if from, to := guide.Span(x.text, x.query); from != x.from || to != x.to {
			t.Errorf("%q in %q: %d to %d, not %d to %d", x.query, x.text, from, to, x.from, x.to)
		}
	}
}

// walked is an interview on the page of the question, with these answers, all else calm.
func walked(t *testing.T, question string, lines ...string) guide.Interview {
	t.Helper()
	answers, err := full.ParseLines(lines)
	if err != nil {
		t.Fatal(err)
	}
	i := full.Start()
	for i.Page() != full.Question(question).Page() {
		for q := i.Missing(); q != nil; q = i.Missing() {
			a := answers[q.ID]
			if !a.Given() {
				a = guide.Answer{Unsure: true}
				if q.Kind == knowledge.Many {
					a = guide.Answer{Options: []string{knowledge.None}}
				}
			}
			i = i.Answer(q.ID, a)
		}
		next, err := i.Next()
		if err != nil || next.Finished() {
			t.Fatalf("never comes to %s: on %s, %v", question, next.Page(), err)
		}
		i = next
	}
	return i
}

var calm = []string{"where: low-back", "onset: slowly", "time: weeks-6", "age: 18-49", "severity: 3", "trend: same", "before: spells", "checked: explained"}

func TestTakeChoosesWhatTheItemNeeds(t *testing.T) {
	i := walked(t, "health", calm...)
	if !full.Searched("health") || !full.Searched("history") || full.Searched("where") {
		t.Error("the search belongs to health and history")
	}
	next, brought := i.Take("hypermobility-eds", false)
	if !slices.Equal(brought, []string{"risk/loose-joints"}) {
		t.Errorf("brought %v", brought)
	}
	got := full.Lines(next.Answers())
	for _, want := range []string{"risk: loose-joints", "history: hypermobility-eds"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is missing in %q", want, got)
		}
	}
	if strings.Contains(strings.Join(full.Lines(i.Answers()), " "), "loose-joints") {
		t.Error("the interview before it was changed")
	}
	again, brought := next.Take("hypermobility-eds", false)
	if len(brought) > 0 || !slices.Equal(full.Lines(again.Answers()), got) {
		t.Error("taken twice, it is not the same")
	}
	// An item that is offered already needs nothing; one left open brings its drawer, chosen.
	next, brought = next.Take("down-syndrome", true)
	if len(brought) > 0 || !slices.Contains(full.Lines(next.Answers()), "history/down-syndrome: unsure") {
		t.Errorf("brought %v, %q", brought, full.Lines(next.Answers()))
	}
	next, brought = next.Take("epilepsy", true)
	if !slices.Equal(brought, []string{"health/nerves"}) || !slices.Contains(full.Lines(next.Answers()), "history/epilepsy: unsure") {
		t.Errorf("brought %v, %q", brought, full.Lines(next.Answers()))
	}
}

// An item that is never offered itself is taken, left open, shown as said, and dropped where it follows from.
func TestHiddenItems(t *testing.T) {
	i := walked(t, "health", calm...)
	has := func(i guide.Interview, want string) bool { return slices.Contains(full.Lines(i.Answers()), want) }
	if i.Items().Has("osteoporosis") {
		t.Error("nobody said so")
	}
	yes, brought := i.Take("osteoporosis", false)
	if !slices.Equal(brought, []string{"risk/bones"}) || !has(yes, "risk: bones") || !yes.Items().Has("osteoporosis") {
		t.Errorf("brought %v, items %v", brought, yes.Items())
	}
	open, brought := yes.Take("osteoporosis", true)
	if len(brought) > 0 || !has(open, "risk/bones: unsure") || !slices.Contains(open.Items().Open, "osteoporosis") || open.Items().Has("osteoporosis") {
		t.Errorf("brought %v, items %v", brought, open.Items())
	}
	for _, said := range []guide.Interview{yes, open} {
		none, gone := said.Drop("osteoporosis")
		if !slices.Equal(gone, []string{"risk/bones"}) || none.Answers()["risk"].Given() || none.Items().Has("osteoporosis") {
			t.Errorf("dropped %v, and %v is left", gone, full.Lines(none.Answers()))
		}
	}
	two, _ := yes.Take("hypermobility-eds", false)
	if one, gone := two.Drop("hypermobility-eds"); len(gone) > 0 || one.Items().Has("hypermobility-eds") || !one.Items().Has("osteoporosis") {
		t.Errorf("dropped %v, and %v is left", gone, one.Items())
	}
}

// What a person cannot say here is not found, and not taken: it follows from an answer of another kind.
func TestTakeLeavesWhatCannotBeSaid(t *testing.T) {
	i := walked(t, "health", append(calm, "age: 65-69")...)
	for _, item := range []string{"under-18", "unexplained-severe-pain", "pregnancy-later", knowledge.None, "no-such-item"} {
		if next, brought := i.Take(item, false); len(brought) > 0 || !slices.Equal(full.Lines(next.Answers()), full.Lines(i.Answers())) {
			t.Errorf("%s was taken", item)
		}
	}
	for _, f := range i.Find("pregnan") {
		if strings.HasPrefix(f.ID(), "pregnancy") {
			t.Errorf("%s is found at 65", f.ID())
		}
	}
	if len(full.Find("pregnan")) == 0 {
		t.Error("pregnancy is found for nobody")
	}
}

// "Not sure" of a whole list stays so for every option but the one that is taken.
func TestTakeKeepsWhatIsNotSure(t *testing.T) {
	i := walked(t, "health", append(calm, "risk: unsure")...)
	next, _ := i.Take("hypermobility-eds", false)
	risk := next.Answers()["risk"]
	if !slices.Equal(risk.Options, []string{"loose-joints"}) || risk.Unsure {
		t.Errorf("risk: %+v", risk)
	}
	shown := 0
	for _, l := range i.Review() {
		if l.ID == "risk" {
			shown = len(l.Shown)
		}
	}
	if len(risk.Open) != shown-2 || slices.Contains(risk.Open, "loose-joints") || slices.Contains(risk.Open, knowledge.None) {
		t.Errorf("open: %v, of %d shown", risk.Open, shown)
	}
}
