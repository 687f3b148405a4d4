package results

import (
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"knead/guide/document"
	"knead/guide/fixture"
	"knead/guide/report"
	"knead/ui/page"
	"knead/ui/stop"
	"knead/ui/theme"
)

// verdictPhrases are the words that say how something suits, or how alarming it is.
var verdictPhrases = []string{
	"not for you now", "not for you", "ask a clinician first", "ask first", "with care", "fits well", "may suit", "little support",
	"get help", "good to know", "in an emergency", "not held back", "weak points", "for it", "your wishes",
}

// viewsTo names the file that the reworded program writes its views to.
const viewsTo = "KNEAD_REWORDED_VIEWS"

// TestWordsDecideNothing builds the program with other words in every such phrase, in the content and where the code chooses
// words, and runs this test with it. With the words put back, everything that it shows must be the same to the byte: no sign, no color, no
// class, and no section hangs on what a line says.
func TestWordsDecideNothing(t *testing.T) {
	views := allViews(t)
	if path := os.Getenv(viewsTo); path != "" {
		if err := os.WriteFile(path, []byte(views), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !fixture.Thorough() {
		t.Skip("builds the program with other words; set KNEAD_THOROUGH")
	}
	t.Parallel()
	path := filepath.Join(t.TempDir(), "views")
	cmd := exec.Command("go", "test", "-count=1", "-vet=off", "-overlay", reworded(t), "-run", "^TestWordsDecideNothing$", ".")
	cmd.Env = append(os.Environ(), viewsTo+"="+path)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, phrase := range verdictPhrases {
		before, after := strings.Count(strings.ToLower(views), phrase), strings.Count(strings.ToLower(string(got)), phrase)
		if before > 0 && after >= before {
			t.Errorf("%q was not reworded", phrase)
		}
	}
	want, have := strings.Split(views, "\n"), strings.Split(restored(string(got)), "\n")
	for i := range min(len(want), len(have)) {
		if want[i] != have[i] {
			t.Fatalf("row %d hangs on its words:\n%q\n%q", i, want[i], have[i])
		}
	}
	if len(want) != len(have) {
		t.Errorf("%d rows became %d", len(want), len(have))
	}
}

// reworded writes an overlay of the program in which every phrase has other words of the same length.
func reworded(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	var overlay struct{ Replace map[string]string }
	overlay.Replace = map[string]string{}
	phrases := regexp.MustCompile(`(?i)\b(` + strings.Join(verdictPhrases, "|") + `)\b`)
	words := regexp.MustCompile(`\pL+`)
	for _, folder := range []string{"guide", "content"} { // where words are chosen; what shows them must not know them
		err := filepath.WalkDir(filepath.Join(root, folder), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			other := phrases.ReplaceAllStringFunc(string(source), func(p string) string { return words.ReplaceAllStringFunc(p, nonsense) })
			if other == string(source) {
				return nil
			}
			to := filepath.Join(dir, strings.ReplaceAll(strings.TrimPrefix(path, root), string(filepath.Separator), "_"))
			overlay.Replace[path] = to
			return os.WriteFile(to, []byte(other), 0o600)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	data, err := json.Marshal(overlay)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

// nonsense is a word of as many letters that is in no text: its letters ð and þ count its place among the words of its length.
func nonsense(word string) string {
	at := slices.Index(wordsOf(len(word)), strings.ToLower(word))
	out := []rune(word)
	for i := range out {
		r := []rune("ðþ")[at>>i&1]
		if unicode.IsUpper(out[i]) {
			r = unicode.ToUpper(r)
		}
		out[i] = r
	}
	return string(out)
}

// restored puts the words back.
func restored(s string) string {
	return regexp.MustCompile(`[ðþÐÞ]+`).ReplaceAllStringFunc(s, func(token string) string {
		for _, w := range wordsOf(utf8.RuneCountInString(token)) {
			for _, form := range []string{w, strings.ToUpper(w[:1]) + w[1:], strings.ToUpper(w)} {
				if nonsense(form) == token {
					return form
				}
			}
		}
		return token
	})
}

// wordsOf are the words of the phrases that have this many letters.
func wordsOf(letters int) []string {
	var out []string
	for w := range strings.FieldsSeq(strings.Join(verdictPhrases, " ")) {
		if len(w) == letters && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// allViews is what every front end shows of some people, and of the pages with verdicts and callouts.
func allViews(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	for _, c := range lib.Cases {
		a := person(t, c.ID)
		x := g.Assess(a)
		d := report.New(g, x, g.Changes(a))
		html, err := d.HTML(document.Page{})
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(d.Text(72) + d.Markdown() + html + report.Short(g, x, true))
		if x.Level.Stops() {
			m := stop.New(x, g, dark)
			m.SetSize(100, 30)
			out.WriteString(m.View())
			continue
		}
		s := of(t, a, 120, 35).keys("home")
		for {
			out.WriteString(s.m.View())
			before := s.m.cursor
			if s.keys("down"); s.m.cursor == before {
				break
			}
		}
		out.WriteString(s.keys("c").m.View())
	}
	for _, id := range []string{"swedish", "dry-needling", "combining", "warning-signs", "choosing-a-practitioner"} {
		p := page.Render(page.Key{ID: id, Width: 72, Theme: theme.Dark}, lib.Document(lib.Page(id)), true, dark)
		out.WriteString(strings.Join(p.Rows, "\n"))
	}
	return out.String()
}
