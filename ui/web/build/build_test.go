package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"image/png"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/brotli"

	"knead/content/builtin"
	"knead/guide/document"
)

// quick builds without the compiler, which the tests in the browser run.
var quick = Options{Quick: true, Compile: func() (Binary, error) {
	return Binary{WASM: bytes.Repeat([]byte("program "), 100), Support: []byte("class Go {}\n")}, nil
}, Out: io.Discard}

// whole is the site as most tests look at it.
var whole = sync.OnceValues(func() (map[string]string, error) {
	dir, err := os.MkdirTemp("", "knead-web-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	if err := Build(dir, quick); err != nil {
		return nil, err
	}
	return read(dir)
})

func files(t *testing.T) map[string]string {
	t.Helper()
	all, err := whole()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func built(t *testing.T, dir string) map[string]string {
	t.Helper()
	if err := Build(dir, quick); err != nil {
		t.Fatal(err)
	}
	all, err := read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// read returns the files of a folder, by path with slashes.
func read(dir string) (map[string]string, error) {
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(data)
		return err
	})
	return files, err
}

func TestTwoBuildsAreTheSame(t *testing.T) {
	first, second := files(t), built(t, filepath.Join(t.TempDir(), "new", "folder"))
	if !maps.Equal(first, second) {
		t.Error("two builds differ")
	}
	if len(first) < 100 {
		t.Errorf("the site has %d files", len(first))
	}
}

// A build replaces an earlier one, with what that had and it has not, and nothing else.
func TestOnlyAnEarlierBuildIsReplaced(t *testing.T) {
	dir := t.TempDir()
	want := built(t, dir)
	put := func(name, words string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("knead.css", "changed")
	put("gone.html", "a page of an earlier version")
	put(list, want[list]+"gone.html\n")
	if got := built(t, dir); !maps.Equal(got, want) {
		t.Error("a second build leaves another site than the first")
	}
	put("diary.txt", "mine")
	switch err := Build(dir, quick); {
	case err == nil:
		t.Error("a folder with another file in it is built into")
	case !strings.Contains(err.Error(), "has diary.txt, which is not from an earlier build; name an empty folder or a new one"):
		t.Errorf("the error is %q", err)
	}
	if got, err := read(dir); err != nil || got["diary.txt"] != "mine" || len(got) != len(want)+1 {
		t.Error("a refused build changes the folder")
	}
	if err := Build(filepath.Join(dir, "diary.txt"), quick); err == nil || !strings.Contains(err.Error(), "is a file; name a folder") {
		t.Errorf("for a file the error is %v", err)
	}
}

func TestNothingIsWrittenWithoutAProgram(t *testing.T) {
	dir, broken := filepath.Join(t.TempDir(), "site"), errors.New("it does not compile")
	o := quick
	o.Compile = func() (Binary, error) { return Binary{}, broken }
	if err := Build(dir, o); !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a folder is there")
	}
}

// Every copy says what its file says, and every file that gets smaller has both.
func TestCopies(t *testing.T) {
	files := files(t)
	for name, text := range files {
		switch path.Ext(name) {
		case ".html", ".css", ".js", ".json", ".svg", ".wasm", ".webmanifest":
			unzipped, err := gzip.NewReader(strings.NewReader(files[name+".gz"]))
			if err != nil {
				t.Fatalf("%s.gz: %v", name, err)
			}
			for kind, r := range map[string]io.Reader{".gz": unzipped, ".br": brotli.NewReader(strings.NewReader(files[name+".br"]))} {
				if got, err := io.ReadAll(r); err != nil || string(got) != text {
					t.Errorf("%s%s is another file: %v", name, kind, err)
				}
			}
		case ".br", ".gz":
			if _, ok := files[strings.TrimSuffix(name, path.Ext(name))]; !ok {
				t.Errorf("%s is a copy of nothing", name)
			}
		}
	}
	if files[packed] != files["knead.wasm.gz"] {
		t.Error("what the page unpacks is not the program")
	}
}

// The service worker keeps every file of the site, each with the sum of its bytes, and changes with any of them.
func TestWorkerKeepsEveryFile(t *testing.T) {
	files := files(t)
	listed := regexp.MustCompile(`(?s)files = (\{.*?\}), prefix`).FindStringSubmatch(files["sw.js"])
	if listed == nil {
		t.Fatalf("sw.js has no list of files:\n%s", files["sw.js"])
	}
	var kept map[string]string
	if err := json.Unmarshal([]byte(listed[1]), &kept); err != nil {
		t.Fatal(err)
	}
	stamp := regexp.MustCompile(`\?v=[0-9a-f]{12}`).FindString(files["index.html"])
	for name, text := range files {
		switch {
		case name == "sw.js", name == list, name == "knead.wasm", strings.HasSuffix(name, ".br"), strings.HasSuffix(name, ".gz"):
			continue
		case path.Base(name) == "index.html":
			name = "./" + strings.TrimSuffix(name, "index.html")
		case slices.Contains([]string{".css", ".js", ".json", ".bin"}, path.Ext(name)):
			name += stamp
		}
		sum := sha256.Sum256([]byte(text))
		if want := "sha256-" + base64.StdEncoding.EncodeToString(sum[:]); kept[name] != want {
			t.Errorf("%s is kept as %q, not %q", name, kept[name], want)
		}
		delete(kept, name)
	}
	for name := range kept {
		t.Errorf("%s is kept, and there is no such file", name)
	}
	version := func(s site) string {
		if err := s.addWorker("?v=1"); err != nil {
			t.Fatal(err)
		}
		return regexp.MustCompile(`version = "[0-9a-f]{12}"`).FindString(string(s["sw.js"]))
	}
	a, b := version(site{"x": []byte("1")}), version(site{"x": []byte("2")})
	if a == "" || a == b {
		t.Errorf("versions of two sites: %q and %q", a, b)
	}
}

var (
	address = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	ids     = regexp.MustCompile(`\bid="([^"]*)"`)
	hidden  = regexp.MustCompile(`(?s)<template.*?</template>`) // its parts are none of the page until a script puts them there
)

// Every address on every page leads to a file of the site and to a part that it has, or is the address of a source.
func TestLinksLeadSomewhere(t *testing.T) {
	files := files(t)
	parts := map[string]map[string]bool{}
	for name, text := range files {
		parts[name] = map[string]bool{}
		for _, m := range ids.FindAllStringSubmatch(hidden.ReplaceAllString(text, ""), -1) {
			if parts[name][m[1]] && path.Ext(name) == ".html" {
				t.Errorf("%s has two parts called %q", name, m[1])
			}
			parts[name][m[1]] = true
		}
	}
	links, sections := 0, 0
	check := func(from, link string) {
		file, part, _ := strings.Cut(link, "#")
		file, _, _ = strings.Cut(file, "?")
		to := from
		if file != "" {
			to = path.Join(path.Dir(from), file)
		}
		links++
		if _, ok := files[to]; !ok {
			t.Errorf("%s: %s leads nowhere", from, link)
			return
		}
		if part != "" {
			if sections++; !parts[to][part] {
				t.Errorf("%s: %s: %s has no such part", from, link, to)
			}
		}
	}
	for name, text := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		for _, m := range address.FindAllStringSubmatch(text, -1) {
			if strings.HasPrefix(m[1], "tel:") || strings.HasPrefix(m[1], "https://") && strings.Contains(text, `<a href="`+m[1]) {
				continue
			}
			check(name, m[1])
		}
	}
	var passages [][3]string
	if err := json.Unmarshal([]byte(files["library/search.json"]), &passages); err != nil {
		t.Fatal(err)
	}
	for _, p := range passages {
		check("library/index.html", p[0])
	}
	if links < 1000 || sections < 100 || len(passages) < 1000 {
		t.Errorf("only %d links, %d to a part, and %d passages to search", links, sections, len(passages))
	}
}

// The library is there as a whole: every page with its text and its sources, and all of them in the list.
func TestLibraryIsWhole(t *testing.T) {
	files, l := files(t), builtin.Library()
	for i := range l.Pages {
		p := &l.Pages[i]
		page, d := files["library/"+p.ID+".html"], l.Document(p)
		for _, want := range []string{`<html lang="en">`, `<meta http-equiv="Content-Security-Policy"`, "<main", "<header", "<footer", "<nav", `rel="stylesheet" href="../knead.css?v=`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s has no %s", p.ID, want)
			}
		}
		if strings.Contains(page, "<script") || strings.Contains(page, `style="`) || strings.Contains(page, "<style") {
			t.Errorf("%s has a script or a style of its own", p.ID)
		}
		if n := strings.Count(page, `id="source-`); n != len(d.Sources) {
			t.Errorf("%s lists %d of %d sources", p.ID, n, len(d.Sources))
		}
		for _, s := range d.Sections {
			if s.Title != "" && !strings.Contains(page, ` id="`+document.Anchor(s.Title)+`"`) {
				t.Errorf("%s has no section %q", p.ID, s.Title)
			}
		}
		if !strings.Contains(files["library/index.html"], `href="`+p.ID+`.html"`) {
			t.Errorf("the list leaves out %s", p.ID)
		}
	}
	if n := strings.Count(files["library/swedish.html"], "<svg"); n < 3 {
		t.Errorf("the page on Swedish massage has %d pictures", n)
	}
}

// After an update no page runs with a style or a script from before, which a host may let the browser use for a while.
func TestPagesNameTheFilesOfTheirBuild(t *testing.T) {
	asks := regexp.MustCompile(`(?:src|href)="([^"]*\.(?:css|js)(\?[^"]*)?)"`)
	stampOf := func(files map[string]string) string {
		stamp := ""
		for name, text := range files {
			for _, m := range asks.FindAllStringSubmatch(text, -1) {
				if path.Ext(name) != ".html" {
					continue
				}
				if stamp == "" {
					stamp = m[2]
				}
				if m[2] == "" || m[2] != stamp {
					t.Errorf("%s asks for %s, not for one with %s", name, m[1], stamp)
				}
			}
		}
		return stamp
	}
	o := quick
	o.Compile = func() (Binary, error) {
		return Binary{WASM: []byte("another program"), Support: []byte("class Go {}\n")}, nil
	}
	dir := t.TempDir()
	if err := Build(dir, o); err != nil {
		t.Fatal(err)
	}
	other, err := read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := stampOf(files(t)), stampOf(other); a == "" || a == b {
		t.Errorf("the stamps of two builds are %q and %q", a, b)
	}
}

// Whatever is linked is fetched over a slow network: without these packages the program is a seventh smaller.
func TestProgramDoesWithoutLargePackages(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "knead/ui/web/wasm")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	linked := strings.Fields(string(out))
	if !slices.Contains(linked, "knead/guide") {
		t.Fatalf("it does not even link the guide: %v", linked)
	}
	for _, name := range []string{"fmt", "os", "reflect", "regexp", "encoding/json", "embed", "html/template", "golang.org/x/text/unicode/norm", "go.yaml.in/yaml/v4"} {
		if slices.Contains(linked, name) {
			t.Errorf("the program for the browser links %s; go list -deps shows which package imports it: give that package a file for js without it", name)
		}
	}
}

// At most a hundred lines of JavaScript are our own.
func TestLittleJavaScript(t *testing.T) {
	lines := 0
	for name, text := range files(t) {
		if path.Ext(name) == ".js" && name != "wasm_exec.js" && name != "sw.js" {
			lines += strings.Count(text, "\n")
		}
	}
	if lines += bytes.Count(worker, []byte("\n")); lines > 100 {
		t.Errorf("%d lines of JavaScript", lines)
	}
}

func TestIconsAndManifest(t *testing.T) {
	files := files(t)
	var m struct {
		Name  string `json:"name"`
		Start string `json:"start_url"`
		Icons []struct{ Src, Sizes, Type, Purpose string }
	}
	if err := json.Unmarshal([]byte(files["knead.webmanifest"]), &m); err != nil {
		t.Fatal(err)
	}
	if m.Name != "Knead" || m.Start != "./" || len(m.Icons) < 5 {
		t.Errorf("the manifest says %+v", m)
	}
	for _, icon := range m.Icons {
		if icon.Type != "image/png" {
			continue
		}
		img, err := png.Decode(strings.NewReader(files[icon.Src]))
		if err != nil {
			t.Errorf("%s: %v", icon.Src, err)
			continue
		}
		size := img.Bounds().Dx()
		if want, _, _ := strings.Cut(icon.Sizes, "x"); want != map[int]string{192: "192", 512: "512"}[size] {
			t.Errorf("%s is %d wide, not %s", icon.Src, size, want)
		}
		_, _, _, corner := img.At(0, 0).RGBA()
		if (corner == 0xffff) != (icon.Purpose == "maskable") {
			t.Errorf("%s, %s: its corner is %d", icon.Src, icon.Purpose, corner)
		}
	}
}
