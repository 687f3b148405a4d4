package main_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestTheWebEditionStaysSmall holds that a visitor downloads the questions and the rules, and neither the pages of the library, nor
// what draws a terminal, nor what could reach a network, nor what reads templates or Markdown when it runs.
func TestTheWebEditionStaysSmall(t *testing.T) {
	cmd := exec.Command("go", "list", "-deps", "./ui/web/wasm")
	cmd.Dir, cmd.Env = root, append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := strings.Fields(string(out))
	for _, pkg := range packages {
		if slices.Contains([]string{"net", "html/template", "text/template", "knead/content", "knead/content/builtin", "knead/ui/theme"}, pkg) {
			t.Errorf("the web edition links %s", pkg)
		}
		if strings.Contains(pkg, ".") && !strings.HasPrefix(pkg, "golang.org/x/text/") && !strings.HasPrefix(pkg, "vendor/") {
			t.Errorf("the web edition links %s; its visitors download that before the first question", pkg)
		}
	}
	if len(packages) < 20 {
		t.Fatalf("only %d packages", len(packages))
	}
}
