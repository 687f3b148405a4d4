package content

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// The hosts are not the examples of issuers.yaml: whoever is not known to stand behind what they publish is refused, and
// somebody who only looks like a known issuer is not one.
func TestWeakHostsAreRefused(t *testing.T) {
	hosts := []string{
		"independent.co.uk", "bbc.com", "washingtonpost.com", // newspapers
		"mybackdiary.blogspot.de", "bodyinmind.wordpress.com", "dr-bob.tumblr.com", // blogs
		"mayoclinic.org", "harleystreetosteopaths.co.uk", "backpaincenters.com", // clinics
		"urbanspa.co.uk", "hotspringspas.eu", "massageenvy.com", // spas and shops
		"pdfcoffee.com", "sci-hub.se", "europepmc.org.proxy.example", "epdf.tips", "cdn.who.int.mirror.example", // mirrors
		"notnhs.uk", "nhs.uk.example.com", "fakenice.org.uk", "whoint.org", // look-alikes
	}
	base, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	var records strings.Builder
	for i, host := range hosts {
		fmt.Fprintf(&records, "  - {id: %s, title: Weak source %d, authors: Somebody, publisher: Somebody, undated: true, url: https://www.%s/page, seen: 2026-11-20, kind: health service, read: full text}\n",
			base.Knowledge.Sources[i].ID, i, host)
	}
	_, err = Load(Overlay(Files, fstest.MapFS{"sources.yaml": {Data: []byte("sources:\n" + records.String())}}))
	if err == nil {
		t.Fatal("all were accepted")
	}
	for _, host := range hosts {
		if !strings.Contains(err.Error(), "the host "+shown(host)+" is ") {
			t.Errorf("%s was accepted", host)
		}
	}
}
