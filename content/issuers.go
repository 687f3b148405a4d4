package content

import (
	"net/url"
	"path"
	"strings"

	"knead/guide/knowledge"
)

// issuersFile is issuers.yaml: which sources a sentence may rest on.
type issuersFile struct {
	Kinds   []sourceKind   `yaml:"kinds"`
	Issuers []issuer       `yaml:"issuers"`
	Refused []refusal      `yaml:"refused"`
	Phrases []loosePhrases `yaml:"phrases"`
}

// sourceKind is a kind of source: what counts as one, and why Knead accepts it.
type sourceKind struct {
	Kind  knowledge.SourceKind `yaml:"kind"`
	Title string               `yaml:"title"` // heading on the page that lists the sources
	Why   string               `yaml:"why"`
}

// issuer is a host whose own pages may be cited, and as what.
type issuer struct {
	Host  string                 `yaml:"host"` // covers the hosts below it
	Is    string                 `yaml:"is"`
	Kinds []knowledge.SourceKind `yaml:"kinds"`
}

// refusal is a pattern of hosts that must not be cited, even if one is listed as an issuer.
type refusal struct {
	Host    string `yaml:"host"` // "*" matches any characters
	Is      string `yaml:"is"`
	Why     string `yaml:"why"`
	Instead string `yaml:"instead"`
	Example string `yaml:"example"` // a host that the pattern refuses
}

// loosePhrases are words that admit that a record was not looked up.
type loosePhrases struct {
	Phrase string `yaml:"phrase"`
	Why    string `yaml:"why"`
}

type issuers struct {
	kinds   []sourceKind
	hosts   []issuer
	refused []refusal
	phrases []loosePhrases
	places  struct{ kinds, hosts, refused, phrases []*place }
}

// of returns the issuer that a host belongs to, or nil.
func (is *issuers) of(host string) *issuer {
	for i := range is.hosts {
		if h := is.hosts[i].Host; host == h || strings.HasSuffix(host, "."+h) {
			return &is.hosts[i]
		}
	}
	return nil
}

// refusal returns the pattern that refuses a host, or nil.
func (is *issuers) refusal(host string) *refusal {
	for i := range is.refused {
		if is.refused[i].matches(host) {
			return &is.refused[i]
		}
	}
	return nil
}

func (r *refusal) matches(host string) bool {
	ok, err := path.Match(r.Host, host) // a host has no slash, so * matches anything
	return ok && err == nil
}

// phrase returns the first phrase in a text that admits that nobody looked it up, or nil.
func (is *issuers) phrase(text string) *loosePhrases {
	text = strings.ToLower(text)
	for i := range is.phrases {
		if p := is.phrases[i].Phrase; p != "" && strings.Contains(text, p) {
			return &is.phrases[i]
		}
	}
	return nil
}

// hostOf returns the host of an address in lower case, without "www."; "" for what is not an https address.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// checkIssuers checks the lists themselves: every kind is explained, and every refusal refuses its example.
func (l *loader) checkIssuers() {
	is := &l.issuers
	explained := map[knowledge.SourceKind]bool{}
	for _, k := range is.kinds {
		explained[k.Kind] = true
	}
	if !l.broken["issuers.yaml"] {
		for _, k := range enums[spot{"Source", "kind"}] {
			if !explained[knowledge.SourceKind(k)] {
				l.at(l.whole("issuers.yaml"), "the kind of source %s is not explained; add it to kinds, with a title and why", k)
			}
		}
	}
	for i, h := range is.hosts {
		p := is.places.hosts[i]
		if r := is.refusal(h.Host); r != nil {
			l.at(p.field("host"), "the host %s is refused as %s: %s; %s", shown(h.Host), r.Is, r.Why, r.Instead)
		}
		if strings.Contains(h.Host, "/") || h.Host != strings.ToLower(strings.TrimPrefix(h.Host, "www.")) {
			l.at(p.field("host"), "the host %s is not written as example.org; leave out https://, www. and the path", quoted(h.Host))
		}
	}
	for i, r := range is.refused {
		if _, err := path.Match(r.Host, ""); err != nil || r.Example != "" && !r.matches(r.Example) {
			l.at(is.places.refused[i].field("example"), "the pattern %s does not refuse %s; correct one of the two", quoted(r.Host), quoted(r.Example))
		}
	}
}
