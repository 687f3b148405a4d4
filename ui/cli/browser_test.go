package cli_test

import (
	"bytes"
	"encoding/base64"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"knead/content/builtin"
	"knead/ui/cli"
)

// paper is a sheet in inches.
type paper struct {
	name          string
	width, height float64
}

var papers = []paper{{"A4", 8.27, 11.69}, {"Letter", 8.5, 11}}

// crowded is a person with much to be told: many illnesses, and answers left open.
const crowded = `
where: [low-back, neck, whole-leg]
side-whole-leg: left
now: none
signs: none
onset: slowly
time: longer
cause: none
age: 70-up
risk: [bones, steroids, thinner]
risk-more: none
feel: [ache, stiff, shooting]
spread: unsure
severity: 7
limits: [work, walking]
trend: same
before: always
relief: well
checked: explained
lately: [morning, night]
night: position
morning: none
health: [heart, bones, nerves, inside, skin]
history: [pacemaker-icd, hypertension-controlled, osteoarthritis, varicose-veins]
here-pacemaker-icd: away
history/spinal-stenosis: unsure
history/herniated-disc: unsure
in-mind: 'yes'
asked: [deep-tissue, acupuncture]
wishes: [gentle, cost, lasting]
tried: [exercise, massage]
tried-how-exercise: short
tried-how-massage: helped
`

// TestPagesInABrowser opens every kind of page as a reader would. It must be whole by itself, be readable by everybody, fit
// a narrow window, be printed in letters of 10 points or more, and, being a result, go on four sheets of paper. What axe finds is checked where AXE_CORE names its file
// (axe.min.js of the npm package axe-core).
func TestPagesInABrowser(t *testing.T) {
	c := startChromium(t)
	axe := axeCore(t)
	results := map[string]string{"crowded": strings.TrimSpace(crowded), "nothing answered": "{}"}
	for _, sample := range builtin.Library().Cases {
		results[sample.ID] = strings.Join(sample.Answers, "\n")
	}
	pages := map[string][]byte{
		"sheet":     run(t, "", "handout", "--blank", "--format", "html"),
		"explainer": run(t, "", "read", "swedish", "--format", "html"),
		"topic":     run(t, "", "read", "words", "--format", "html"),
	}
	for name, lines := range results {
		pages[name] = run(t, asYAML(lines), "assess", "--format", "html", "-")
	}
	dir := t.TempDir()
	for name, page := range pages {
		t.Run(name, func(t *testing.T) {
			c.t = t
			address := save(t, dir, name, page)
			c.open(address)
			for _, problem := range c.complaints(address) {
				t.Error(problem)
			}
			fitsNarrow(t, c)
			for _, scheme := range []string{"light", "dark"} {
				c.ask("Emulation.setEmulatedMedia", map[string]any{"features": []any{map[string]string{"name": "prefers-color-scheme", "value": scheme}}}, nil)
				accessible(t, c, axe, scheme)
			}
			legible(t, c, 10)
			nested(t, c)
			if _, isResult := results[name]; !isResult {
				return
			}
			for _, p := range papers {
				if n := printed(t, c, p); n > 4 {
					t.Errorf("it takes %d pages of %s", n, p.name)
				}
			}
		})
	}
}

// legible fails where any text is printed in smaller letters than so many points.
func legible(t *testing.T, c *chromium, points float64) {
	t.Helper()
	c.ask("Emulation.setEmulatedMedia", map[string]any{"media": "print"}, nil)
	defer c.ask("Emulation.setEmulatedMedia", map[string]any{"media": ""}, nil)
	var small []string
	c.evaluate(`(() => {
		const out = new Set(), all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
		for (let n = all.nextNode(); n; n = all.nextNode()) {
			const e = n.parentElement
			if (!n.data.trim() || !e.getClientRects().length || e.closest("svg")) continue
			const size = parseFloat(getComputedStyle(e).fontSize) * 72 / 96
			if (size < `+strconv.FormatFloat(points, 'f', -1, 64)+` - 0.01) out.add(size + " pt: " + n.data.trim().slice(0, 40))
		}
		return [...out].slice(0, 5)
	})()`, &small)
	for _, s := range small {
		t.Errorf("printed in %s", s)
	}
}

// nested fails where HTML does not allow what stands inside something else, or a link has no words.
func nested(t *testing.T, c *chromium) {
	t.Helper()
	var wrong []string
	c.evaluate(`[...document.querySelectorAll("span ul, span ol, span div, span p, p ul, p div, a a"),
		...[...document.querySelectorAll("a")].filter(a => !a.textContent.trim())].slice(0, 5).map(e => e.parentElement.outerHTML.slice(0, 120))`, &wrong)
	for _, w := range wrong {
		t.Errorf("HTML does not allow this: %s", w)
	}
}

// TestLargePrint prints larger letters, on at most three times as many sheets.
func TestLargePrint(t *testing.T) {
	c := startChromium(t)
	dir := t.TempDir()
	plain := run(t, asYAML(crowded), "assess", "--format", "html", "-")
	large := run(t, asYAML(crowded), "assess", "--format", "html", "--large", "-")
	sizes, sheets := map[string]float64{}, map[string]int{}
	for name, page := range map[string][]byte{"plain": plain, "large": large} {
		c.open(save(t, dir, name, page))
		c.ask("Emulation.setEmulatedMedia", map[string]any{"media": "print"}, nil)
		var size float64
		c.evaluate(`parseFloat(getComputedStyle(document.querySelector("main li")).fontSize)`, &size)
		sizes[name] = size
		c.ask("Emulation.setEmulatedMedia", map[string]any{"media": ""}, nil)
		sheets[name] = printed(t, c, papers[1])
	}
	if sizes["large"] < 16*96/72 || sizes["plain"] >= sizes["large"] {
		t.Errorf("letters are %v px high", sizes)
	}
	if sheets["large"] > 3*sheets["plain"] {
		t.Errorf("sheets of paper: %v", sheets)
	}
}

// run runs the program, which must succeed.
func run(t *testing.T, in string, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if code := cli.Main(args, nil, strings.NewReader(in), &out, &errs); code != 0 {
		t.Fatalf("knead %s: exit code %d: %s", strings.Join(args, " "), code, errs.String())
	}
	return out.Bytes()
}

// asYAML writes the lines of a sample person, "where: neck, arm", as an answers file has them.
func asYAML(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		question, words, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			b.WriteString(line)
			continue
		}
		if strings.Contains(words, ",") && !strings.HasPrefix(words, "[") {
			words = "[" + words + "]"
		}
		b.WriteString(question + ": " + words + "\n")
	}
	return b.String()
}

func save(t *testing.T, dir, name string, page []byte) (address string) {
	t.Helper()
	path := filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".html")
	if err := os.WriteFile(path, page, 0o600); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// fitsNarrow shows the page as wide as a small phone: nothing may stand out at the side.
func fitsNarrow(t *testing.T, c *chromium) {
	t.Helper()
	c.ask("Emulation.setDeviceMetricsOverride", map[string]any{"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": true}, nil)
	var wide int
	c.evaluate(`document.documentElement.scrollWidth`, &wide)
	if wide > 320 {
		t.Errorf("at 320 pixels the page is %d wide", wide)
	}
	c.ask("Emulation.clearDeviceMetricsOverride", nil, nil)
}

func axeCore(t *testing.T) string {
	t.Helper()
	path := os.Getenv("AXE_CORE")
	if path == "" {
		t.Log("AXE_CORE names no file: what axe-core would find is not looked for")
		return ""
	}
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}

// accessible lets axe look at the page; nothing may be wrong by any of its rules.
func accessible(t *testing.T, c *chromium, axe, scheme string) {
	t.Helper()
	if axe == "" {
		return
	}
	c.evaluate(axe, nil)
	var found struct {
		Violations []struct {
			ID, Help string
			Nodes    []struct{ HTML, FailureSummary string }
		}
		Passes []struct{ ID string }
	}
	c.evaluate(`axe.run(document)`, &found)
	if len(found.Passes) < 10 {
		t.Errorf("%s: axe looked at %d rules only", scheme, len(found.Passes))
	}
	for _, v := range found.Violations {
		for i, n := range v.Nodes {
			if i < 3 {
				t.Errorf("%s: %s (%s): %s: %s", scheme, v.Help, v.ID, n.HTML, n.FailureSummary)
			}
		}
	}
}

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

// printed prints the page and returns the number of sheets.
func printed(t *testing.T, c *chromium, p paper) int {
	t.Helper()
	var out struct{ Data string }
	c.ask("Page.printToPDF", map[string]any{"paperWidth": p.width, "paperHeight": p.height}, &out)
	pdf, err := base64.StdEncoding.DecodeString(out.Data)
	if err != nil {
		t.Fatal(err)
	}
	n := len(pdfPage.FindAll(pdf, -1))
	if n == 0 {
		t.Fatal("no page is printed")
	}
	return n
}

// TestTheBrowserWouldTell shows that the checks above find something where there is something to find.
func TestTheBrowserWouldTell(t *testing.T) {
	c := startChromium(t)
	axe := axeCore(t)
	page := `<!doctype html><html><title>x</title><body><main><h1 style="color:#ccc;background:#fff">Pale words</h1><img src="https://example.org/x.png">
		<script>console.log("x"); throw new Error("x")</script><p style="height:30in;width:900px">x</p></main></body></html>`
	address := save(t, t.TempDir(), "bad", []byte(page))
	c.open(address)
	said := strings.Join(c.complaints(address), "\n")
	for _, want := range []string{"it asks for https://example.org/x.png", "the console says something", "a script fails", "the browser says"} {
		if !strings.Contains(said, want) {
			t.Errorf("not told: %s; told is\n%s", want, said)
		}
	}
	if n := printed(t, c, papers[0]); n < 3 {
		t.Errorf("thirty inches take %d pages", n)
	}
	if axe != "" {
		c.evaluate(axe, nil)
		var ids []string
		c.evaluate(`axe.run(document).then(r => r.violations.map(v => v.id))`, &ids)
		for _, want := range []string{"image-alt", "color-contrast", "html-has-lang"} {
			if !slices.Contains(ids, want) {
				t.Errorf("axe does not find %s, only %v", want, ids)
			}
		}
	}
}
