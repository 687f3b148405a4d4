package main

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
)

//go:embed sw.js
var worker []byte

// notKept are the files that no visit needs offline: knead.wasm is for browsers that cannot unpack the packed one, and those are
// few.
var notKept = []string{"knead.wasm"}

// addWorker adds the service worker. It names every file to keep with the sum of its bytes, so that a kept site is always of one
// version, and its own version is the sum of all.
func (s site) addWorker(stamp string) error {
	files := map[string]string{}
	all := sha256.New()
	for _, name := range s.names() {
		if slices.Contains(notKept, name) {
			continue
		}
		sum := sha256.Sum256(s[name])
		files[asked(name, stamp)] = "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
		all.Write([]byte(name + "\n"))
		all.Write(sum[:])
	}
	listed, err := json.MarshalIndent(files, "", " ")
	if err != nil {
		return err
	}
	script := worker
	for mark, value := range map[string][]byte{`"VERSION"`: []byte(`"` + hex.EncodeToString(all.Sum(nil))[:12] + `"`), `"FILES"`: listed} {
		if bytes.Count(script, []byte(mark)) != 1 {
			return errors.New("sw.js: there must be one " + mark + " to fill in")
		}
		script = bytes.Replace(script, []byte(mark), value, 1)
	}
	s["sw.js"] = script
	return nil
}
