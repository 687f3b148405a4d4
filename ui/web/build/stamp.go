package main

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"strings"
)

// own are the style and the scripts as pages name them.
var own = regexp.MustCompile(`((?:src|href)="(?:\.\./)?[a-z_]+\.(?:css|js))"`)

// stamp has every page name its style and its scripts with the sum of the site, and returns what it adds. Hosts let a browser use
// what it has for some minutes without asking: a page that was loaded again after an update would run with the scripts from before.
func (s site) stamp() string {
	all := sha256.New()
	for _, name := range s.names() {
		sum := sha256.Sum256(s[name])
		all.Write([]byte(name + "\n"))
		all.Write(sum[:])
	}
	stamp := "?v=" + hex.EncodeToString(all.Sum(nil))[:12]
	for _, name := range s.names() {
		if path.Ext(name) == ".html" {
			s[name] = own.ReplaceAll(s[name], []byte(`${1}`+stamp+`"`))
		}
	}
	return stamp
}

// asked is how a page asks for a file: what goes with it by its stamp, all else by its name.
func asked(name, stamp string) string {
	switch path.Ext(name) {
	case ".css", ".js", ".json", ".bin":
		return name + stamp
	}
	if base := path.Base(name); base == "index.html" { // hosts serve it as the folder
		return "./" + strings.TrimSuffix(name, base)
	}
	return name
}
