package content

// enums are the words a field may hold, where guide knows them as text.
var enums = map[spot][]string{
	{"Question", "kind"}: {"one", "many", "scale"},
	{"Question", "role"}: {
		"place", "side", "alarm", "risk", "length", "feel", "pain", "course", "checked", "drawers", "history", "here", "asked",
		"wishes", "tried",
	},
	{"Option", "scope"}:              {"local", "whole"},
	{"LevelText", "id"}:              {"self-care", "clinician-first", "urgent", "emergency"},
	{"RedFlag", "status"}:            {"verified", "partly-verified", "unverified"},
	{"Therapy", "kind"}:              {"massage", "alternative", "self-help"},
	{"Contraindication", "status"}:   {"verified", "partly-verified", "stricter", "judgement"},
	{"Evidence", "direction"}:        {"helps", "no-clear-benefit", "mixed", "harms", "unknown"},
	{"EffectSize", "pain_short"}:     sizes,
	{"EffectSize", "function_short"}: sizes,
	{"EffectSize", "long_term"}:      sizes,
	{"Evidence", "certainty"}:        {"high", "moderate", "low", "very-low", "not-rated"},
	{"Evidence", "certainty_by"}:     {"source", "author-judged", "not-rated"},
	{"Evidence", "basis"}:            {"direct", "class", "indirect", "none"},
	{"Evidence", "stance"}: {
		"recommend", "consider", "package-only", "do-not", "conflicting", "avoid-as-precaution", "none-found",
	},
	{"Source", "kind"}:     sourceKinds,
	{"Source", "read"}:     {"full text", "abstract", "main points", "relevant part", "relevant part quoted elsewhere"},
	{"sourceKind", "kind"}: sourceKinds,
	{"issuer", "kinds"}:    sourceKinds,
	{"Page", "group"}:      {"massages", "alternatives", "self-help", "good-to-know"},
	{"Page", "depth"}:      {"full", "short"},
	{"Case", "level"}:      {"self-care", "clinician-first", "urgent", "emergency"},
}

var (
	sourceKinds = []string{
		"guideline", "systematic review", "trial", "observational study", "case report", "health service", "professional body",
		"regulator", "label",
	}
	sizes = []string{"none", "small", "moderate", "large", "unknown"}
)
