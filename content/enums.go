package content

// enums are the words a field may hold, where guide knows them as text, and where it may hold only some of an enumeration's.
var enums = map[spot][]string{
	{"RedFlag", "status"}:             {"verified", "partly-verified", "unverified"},
	{"Contraindication", "elsewhere"}: {"ok", "caution", "clinician-first", "avoid"},
	{"Contraindication", "status"}:    {"verified", "partly-verified", "stricter", "judgement"},
	{"Source", "kind"}:                sourceKinds,
	{"Source", "read"}:                {"full text", "abstract", "main points", "relevant part", "relevant part quoted elsewhere"},
	{"sourceKind", "kind"}:            sourceKinds,
	{"issuer", "kinds"}:               sourceKinds,
	{"Page", "group"}:                 {"massages", "alternatives", "self-help", "good-to-know"},
	{"Page", "depth"}:                 {"full", "short"},
}

var sourceKinds = []string{
	"guideline", "systematic review", "trial", "observational study", "case report", "health service", "professional body",
	"regulator", "label",
}
