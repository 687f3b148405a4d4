package fold

import "syscall/js"

// A browser knows the forms of Unicode. The tables of them would make the program 50 KB larger to fetch.

// nfkc returns the text in the Unicode form of that name.
func nfkc(s string) string { return normalize(s, "NFKC") }

// nfkd returns the text in the Unicode form of that name.
func nfkd(s string) string { return normalize(s, "NFKD") }

// normalize is String.prototype.normalize. A string that was passed has no methods in syscall/js, so the function is called on it.
func normalize(s, form string) string {
	return js.Global().Get("String").Get("prototype").Get("normalize").Call("call", s, form).String()
}
