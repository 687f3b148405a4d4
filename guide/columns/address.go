//go:build !js

package columns

import (
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

var (
	webAddress = regexp.MustCompile(`https?://\S+`)
	sequence   = regexp.MustCompile(`\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]`)
)

// tied replaces a hyphen at which an address must not be broken. It is a private-use character, one column wide.
const tied = "\uE004"

// tie keeps the addresses in a text in one piece: one that fits a row is not broken at its hyphens, and one that does not is
// broken behind a sign between its words. Escape sequences, which may hold an address that does not show, stay as they are.
func tie(s string, width int) string {
	if !strings.Contains(s, "://") {
		return s
	}
	words := func(text string) string {
		return webAddress.ReplaceAllStringFunc(text, func(url string) string {
			if len(url) > width {
				return "\n" + strings.Join(pieces(url, width), "\n")
			}
			return strings.ReplaceAll(url, "-", tied)
		})
	}
	var out strings.Builder
	for {
		at := sequence.FindStringIndex(s)
		if at == nil {
			break
		}
		out.WriteString(words(s[:at[0]]) + s[at[0]:at[1]])
		s = s[at[1]:]
	}
	out.WriteString(words(s))
	return strings.TrimPrefix(strings.ReplaceAll(out.String(), " \n", "\n"), "\n")
}

func untie(s string) string { return strings.ReplaceAll(s, tied, "-") }

// pieces cuts an address into rows of at most width columns, each but the last up to a sign between words where there is one.
func pieces(url string, width int) []string {
	var out []string
	for Width(url) > width {
		head := ansi.Truncate(url, width, "")
		if at := strings.LastIndexAny(head, "/?&=#-_."); at > len("https://") {
			head = head[:at+1]
		}
		if head == "" {
			break
		}
		out, url = append(out, head), url[len(head):]
	}
	return append(out, url)
}
