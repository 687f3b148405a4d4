//go:build !js

package fold

import "golang.org/x/text/unicode/norm"

// nfkc returns the text in the Unicode form of that name.
func nfkc(s string) string { return norm.NFKC.String(s) }

// nfkd returns the text in the Unicode form of that name.
func nfkd(s string) string { return norm.NFKD.String(s) }
