package content

import (
	"regexp"
	"strings"
	"unicode"

	"knead/guide"
	"knead/guide/knowledge"
)

// checkSources checks that every citation has a record, that every record is cited, and that every record is complete, was
// looked up, and comes from an issuer that a clinician would accept.
func (l *loader) checkSources() {
	k := &l.lib.Knowledge
	used := l.citations()
	rules := newSourceRules()
	for i := range k.Sources {
		s, p := &k.Sources[i], l.places.sources[i]
		l.checkID(p, s.ID)
		l.checkRecord(rules, s, p)
		l.checkAddress(rules, s, p)
		if !used[s.ID] && s.ID != "" && l.top(p) {
			l.at(p.field("id"), "the source %s is cited nowhere; cite it, or take it out", quoted(s.ID))
		}
	}
	l.texts(func(s spot, text string, p *place) {
		if s.owner != "Source" {
			return
		}
		if found := l.issuers.phrase(text); found != nil {
			l.at(p, "%s: %s is not allowed here, because %s; look the source up, or cite another one", s.name, quoted(found.Phrase), found.Why)
		}
	})
	l.checkTwins()
}

// citations reports which sources are cited, and every citation of a source that does not exist.
func (l *loader) citations() map[string]bool {
	var ids []string
	known, used := map[string]bool{}, map[string]bool{}
	for _, s := range l.lib.Knowledge.Sources {
		ids, known[s.ID] = append(ids, s.ID), true
	}
	cite := func(id string, p *place) {
		if !known[id] && !p.bad && !l.broken["sources.yaml"] {
			l.at(p, "%s is not a source; %s", quoted(id), guide.Nearest(id, ids))
		}
		used[id] = true
	}
	l.texts(func(s spot, text string, p *place) {
		if s.name == "sources" || s == (spot{"Guideline", "source"}) {
			cite(text, p)
		}
	})
	for i := range l.bodies {
		p := l.places.pages[i]
		for _, m := range l.bodies[i].prose.Marks {
			for _, id := range m.Cites {
				cite(id, l.bodies[i].place(p, m.At))
			}
		}
	}
	return used
}

// minNames is the smallest number of authors before "et al.". A shorter list was truncated when it was copied.
const minNames = 3

type sourceRules struct{ doi, volume, etAl *regexp.Regexp }

func newSourceRules() sourceRules {
	return sourceRules{
		doi:    regexp.MustCompile(`^10\.\d{4,9}/\S+$`),
		volume: regexp.MustCompile(`\d+\(\d+\)|\d+:[A-Za-z]?\d+`),
		etAl:   regexp.MustCompile(`(?i)\bet al\b|\band others\b`),
	}
}

// checkRecord checks that a record says who wrote it, where it was published, and when.
func (l *loader) checkRecord(rules sourceRules, s *knowledge.Source, p *place) {
	switch { // a field that is there but could not be read is not missing
	case !p.has("journal") && !p.has("publisher"):
		l.at(p, "has neither a journal nor a publisher; write where it was published")
	case s.Journal != "" && s.Publisher != "":
		l.at(p.field("publisher"), "a source has a journal or a publisher; keep one of the two")
	}
	switch {
	case s.Year != 0 && (s.Year < 1000 || s.Year > 9999):
		l.at(p.field("year"), "a year has four digits")
	case s.Year != 0 && s.Undated:
		l.at(p.field("undated"), "is called undated but has a year; keep one of the two")
	case !p.has("year") && !p.has("undated"):
		l.at(p, "has no year; write the year it shows, or undated: true for a page that shows none")
	case s.Undated && s.Journal != "":
		l.at(p.field("undated"), "a paper in a journal has a year; look it up")
	}
	if at := rules.etAl.FindStringIndex(s.Authors); at != nil && strings.Count(s.Authors[:at[0]], ",") < minNames {
		l.at(p.field("authors"), "the list of authors is cut short; name all of them, or at least %d before et al.", minNames)
	}
	if rules.volume.MatchString(s.Authors) {
		l.at(p.field("authors"), "names a volume or pages; they belong to the journal, and the people who wrote it here")
	}
	if day := l.day(s.Seen, p.field("seen")); !day.IsZero() && s.Year > day.Year() {
		l.at(p.field("seen"), "was seen before it was published; one of the two years is wrong")
	}
}

// checkAddress checks that a record can be found where its issuer keeps it.
func (l *loader) checkAddress(rules sourceRules, s *knowledge.Source, p *place) {
	if s.DOI != "" && !rules.doi.MatchString(s.DOI) {
		l.at(p.field("doi"), "%s is not a DOI; write it as 10.1000/182, without an address", quoted(s.DOI))
	}
	if s.URL == "" {
		if !p.has("doi") && !p.has("url") {
			l.at(p, "has neither a doi nor a url; write the DOI, or the address of the issuer's own page")
		}
		return
	}
	host, at := hostOf(s.URL), p.field("url")
	if host == "" {
		l.at(at, "an address begins with https://")
		return
	}
	if strings.HasSuffix(host, "doi.org") {
		l.at(at, "the address is a DOI; write it in the field doi, without https://doi.org/")
		return
	}
	if r := l.issuers.refusal(host); r != nil {
		l.at(at, "the host %s is refused as %s: %s; %s", shown(host), r.Is, r.Why, r.Instead)
		return
	}
	is := l.issuers.of(host)
	if is == nil {
		if !l.broken["issuers.yaml"] {
			l.at(at, "the host %s is not a known issuer; cite the page of the body that issued it, or add the host to issuers.yaml with what it is", shown(host))
		}
		return
	}
	var kinds []string
	for _, k := range is.Kinds {
		if k == s.Kind {
			return
		}
		kinds = append(kinds, string(k))
	}
	if s.Kind != "" && !p.field("kind").bad {
		l.at(p.field("kind"), "a page of %s is not cited as %s; %s", shown(host), quoted(string(s.Kind)), guide.Nearest(string(s.Kind), kinds))
	}
}

// checkTwins checks that no source is listed twice.
func (l *loader) checkTwins() {
	first := map[string]string{}
	for i := range l.lib.Knowledge.Sources {
		s, p := &l.lib.Knowledge.Sources[i], l.places.sources[i]
		for _, f := range []struct{ field, value string }{
			{"doi", strings.ToLower(s.DOI)}, {"url", sameAddress(s.URL)}, {"title", letters(s.Title)},
		} {
			if f.value == "" {
				continue
			}
			key := f.field + " " + f.value
			if other, ok := first[key]; ok {
				l.at(p.field(f.field), "has the same %s as %s; cite one record, and take the other out", f.field, shown(other))
				break
			}
			first[key] = s.ID
		}
	}
}

// sameAddress is an address without what does not change the page that it leads to.
func sameAddress(address string) string {
	address, _, _ = strings.Cut(strings.ToLower(address), "#")
	address = strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://")
	return strings.TrimRight(strings.TrimPrefix(address, "www."), "/")
}

// letters is a text without case, spaces and punctuation.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
