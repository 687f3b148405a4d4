package guide_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/guide"
)

// term is what somebody types, and what should be found.
type term struct {
	text       string
	want, fine []string // what belongs first; what may stand there as well
}

func terms(t testing.TB, name string) []term {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "terms", name))
	if err != nil {
		t.Fatal(err)
	}
	var out []term
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(fields) != 3 {
			t.Fatalf("%s: %q has %d fields, not 3", name, line, len(fields))
		}
		want, fine, _ := strings.Cut(fields[2], "+")
		out = append(out, term{fields[0], strings.Split(want, ","), strings.Split(fine, ",")})
	}
	return out
}

// leadsTo is a find as the lists of terms write it.
func leadsTo(f guide.Found) string {
	switch f.Kind {
	case guide.FoundNothing:
		return "N"
	case guide.FoundAsked:
		return "E:" + f.ID()
	}
	return f.ID()
}

func (x term) right(f guide.Found) bool {
	return slices.ContainsFunc(slices.Concat(x.want, x.fine), func(place string) bool { return leadsTo(f) == place || leadsToItem(f, place) })
}

// What forms and medicine lists say leads to the right place first, never to a wrong one, and from three letters on.
func TestTermsLeadToTheRightPlace(t *testing.T) {
	for _, file := range []string{"forms.tsv", "memory.tsv"} {
		all := terms(t, file)
		right, first, shown, long := 0, 0, 0, 0
		for _, x := range all {
			found := full.Find(x.text)
			switch {
			case len(found) == 0:
				t.Logf("%s: %q finds nothing, not %v", file, x.text, x.want)
			case x.right(found[0]):
				right++
			default:
				t.Errorf("%s: %q finds %s first, not %v", file, x.text, leadsTo(found[0]), x.want)
			}
			letters := []rune(x.text)
			if len(letters) < 3 || len(found) == 0 {
				continue
			}
			long++
			at := slices.IndexFunc(full.Find(string(letters[:3])), x.right)
			if at == 0 {
				first++
			}
			if at >= 0 && at < 9 {
				shown++
			}
		}
		t.Logf("%s: %d of %d terms right; after three letters of %d, %d first and %d among the first nine", file, right, len(all), long, first, shown)
		if 100*right < 95*len(all) {
			t.Errorf("%s: only %d of %d terms lead to the right place", file, right, len(all))
		}
		if 10*shown < 9*long {
			t.Errorf("%s: three letters are enough for only %d of %d terms", file, shown, long)
		}
	}
}

// Doses, salts, forms, makers and extra words change nothing; nor do case, accents, apostrophes, hyphens and plurals.
func TestTermsAreReadAsPeopleWriteThem(t *testing.T) {
	for query, want := range map[string]string{
		"RAMIPRIL 5MG": "hypertension-controlled", "ramipril 2.5 mg twice daily": "hypertension-controlled", "apixaban 5 mg bd": "anticoagulants",
		"Eliquis (apixaban)": "anticoagulants", "warfarin sodium": "anticoagulants", "Warfarin Teva tablets": "anticoagulants", "I take eliquis": "anticoagulants",
		"lisinopril/HCTZ": "hypertension-controlled", "co codamol 30/500": "strong-painkillers-sedatives", "cocodamol": "strong-painkillers-sedatives",
		"Tylenol with codeine": "strong-painkillers-sedatives", "paracetamol and tramadol": "strong-painkillers-sedatives", "Advil PM": "strong-painkillers-sedatives",
		"athlete's foot": "contagious-skin", "athlete’s foot": "contagious-skin", "athletes foot": "contagious-skin", "Sjo\u0308gren": "autoimmune-flare",
		"Sjögren’s": "autoimmune-flare", "Ｅｌｉｑｕｉｓ": "anticoagulants", "pre eclampsia": "pregnancy-high-risk", "preeclampsia": "pregnancy-high-risk",
		"haemophilia": "bleeding-disorder", "hemophilia": "bleeding-disorder", "leukaemia": "cancer-current-treatment", "slipped disks": "herniated-disc",
		"Hodgkins lymphoma": "cancer-past", "gallbladder carcinoma": "cancer-past", "history of breast cancer": "cancer-past", "clots": "dvt-pe-history",
		"severe congestive heart failure": "heart-failure", "epileptic": "epilepsy", "cyclosporine": "immunosuppression", "sulphasalazine": "rheumatoid-arthritis",
		"zarelto": "anticoagulants", "bloodthinners": "anticoagulants", "pace maker": "pacemaker-icd", "atrial fibrilation": "heart-rhythm",
		"insulin glargine 20 units at bedtime": "diabetes", "hydrocortisone tablets 10mg": "long-term-steroids",
	} {
		found := full.Find(query)
		if len(found) == 0 || !leadsToItem(found[0], want) || found[0].Near {
			t.Errorf("%q finds %v, not %s", query, found, want)
		}
	}
	for query, want := range map[string]string{
		"ibuprofen gel": "N", "Ibuprofen 400 mg tablets": "N", "hydrocortisone cream 1%": "N", "statin": "N", "HRT": "E:risk", "frozen shoulder": "E:where",
		"sciatica": "E:feel", "shortness of breath": "E:now", "under 18": "E:age",
	} {
		if found := full.Find(query); len(found) == 0 || leadsTo(found[0]) != want || found[0].Near {
			t.Errorf("%q finds %v, not %s", query, found, want)
		}
	}
}

// A name that is only like what was typed, or that other words may turn around, is a suggestion; far-fetched ones do not come.
func TestSuggestionsAreMarked(t *testing.T) {
	for query, want := range map[string]string{
		"warfrin": "anticoagulants", "osteoperosis": "osteoporosis", "epillapsy": "epilepsy", "metropolol": "hypertension-controlled", "xyzapril": "hypertension-controlled",
		"bluxiparin": "anticoagulants", "family history of breast cancer": "cancer-past", "no diabetes": "diabetes",
	} {
		found := full.Find(query)
		if len(found) == 0 || !leadsToItem(found[0], want) || !found[0].Near {
			t.Errorf("%q finds %v, not %s as a suggestion", query, found, want)
		}
	}
	for _, query := range []string{"", " ", "zz", "zzzzzz", "purple unicorn", "\x1b[2J", "☃☃☃", "-", "''"} {
		if found := full.Find(query); len(found) > 0 {
			t.Errorf("%q finds %v", query, found)
		}
	}
}

// Nothing that could matter is waved through because one of its words needs nothing.
func TestNothingNeededTakesTheWholeName(t *testing.T) {
	for _, query := range []string{
		"vitamin k antagonist", "nurofen plus", "folic acid antagonist", "ibuprofen and codeine", "statin muscle damage", "iron overload", "unknowndrug ibuprofen",
		"thyroid cancer", "depression with psychosis", "aspirin and ibuprofen", "acid burn", "calcium channel blocker", "magnesium xyzumab",
	} {
		if found := full.Find(query); len(found) > 0 && found[0].Kind == guide.FoundNothing && !found[0].Near {
			t.Errorf("%q is said to need nothing: %s", query, found[0].Name)
		}
	}
}

// A name leads to where it is written, first. Every seventh is tried.
func TestNamesAreFound(t *testing.T) {
	k := full.Knowledge()
	n := 0
	for i := range k.Terms {
		g := &k.Terms[i]
		for _, name := range g.AllNames() {
			if n++; n%7 != 0 {
				continue
			}
			found := full.Find(name)
			if len(found) == 0 || found[0].Near {
				t.Errorf("%s: %q is not found", g.ID, name)
				continue
			}
			if f := found[0]; f.Group != g.ID && !(f.Group == "" && slices.Contains(g.Leads, whole.HistoryID()+"/"+f.ID())) {
				t.Errorf("%s: %q leads to %s %s first", g.ID, name, f.Group, f.ID())
			}
		}
	}
	if n < 5000 {
		t.Errorf("only %d names", n)
	}
}

func BenchmarkFind(b *testing.B) {
	i := full.Start()
	for _, query := range []string{"pre", "ramipril 5mg", "miocardial infarction", "nothing like it whatsoever", "no idea what those little white ones are called"} {
		i.Find(query)
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				i.Find(query)
			}
		})
	}
}

// BenchmarkFindFirst is the first search of a guide, which makes the index.
func BenchmarkFindFirst(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		g := builtin.Guide()
		b.StartTimer()
		g.Find("ramipril")
	}
}
