package content

// enums are the words a field may hold, where guide knows them as text.
var enums = map[spot][]string{
	{"Question", "kind"}:             {"one", "many", "scale"},
	{"Option", "scope"}:              {"local", "whole"},
	{"LevelText", "id"}:              {"self-care", "clinician-first", "urgent", "emergency"},
	{"RedFlag", "status"}:            statuses,
	{"Therapy", "kind"}:              {"massage", "alternative", "self-help"},
	{"Contraindication", "status"}:   statuses,
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
	{"Page", "group"}: {"massages", "alternatives", "self-help", "good-to-know"},
	{"Page", "depth"}: {"full", "short"},
	{"Case", "level"}: {"self-care", "clinician-first", "urgent", "emergency"},
}

var (
	statuses = []string{"verified", "verified-low-quality", "partly-verified", "unverified"}
	sizes    = []string{"none", "small", "moderate", "large", "unknown"}
)
