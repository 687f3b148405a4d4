package main_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// contributing is the text and the first picture of the house rules.
func contributing(t *testing.T) (text, picture string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, ".github", "CONTRIBUTING.md"))
	if err != nil {
		t.Fatal(err)
	}
	text = string(data)
	_, rest, _ := strings.Cut(text, "```\n")
	picture, _, found := strings.Cut(rest, "```\n")
	if !found {
		t.Fatal("CONTRIBUTING.md has no picture of the layout")
	}
	return text, picture
}

func TestContributingNamesPathsThatExist(t *testing.T) {
	text, _ := contributing(t)
	path := regexp.MustCompile(`(?:main\.go|NOTICE|\.?/?\.(?:ci|github)/[\w./-]+|\b(?:guide|content|ui)(?:/[\w.-]+)*/?)`)
	found := path.FindAllString(text, -1)
	if len(found) < 60 {
		t.Fatalf("only %d paths found: %q", len(found), found)
	}
	for _, name := range found {
		name = strings.TrimRight(name, ".")
		if strings.HasPrefix(name, "guide.") {
			continue
		}
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(name))); err != nil {
			t.Errorf("CONTRIBUTING.md names %s, which does not exist", name)
		}
	}
}

func TestContributingShowsEveryPackage(t *testing.T) {
	_, picture := contributing(t)
	var shown []string
	for line := range strings.Lines(picture) {
		shown = append(shown, strings.TrimSuffix(strings.Fields(line)[0], "/"))
	}
	for _, dir := range slices.Sorted(maps.Keys(parse(t))) {
		if dir != "." && !slices.Contains(shown, dir) {
			t.Errorf("the picture in CONTRIBUTING.md leaves out the package %s", dir)
		}
	}
}
