//go:build !windows

package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"knead/ui/termtest"
)

// TestCompletionNeedsNoPackage presses TAB in shells that have loaded nothing: no bash-completion, no compinit.
func TestCompletionNeedsNoPackage(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(self, filepath.Join(bin, "knead")); err != nil { // which TestMain makes the program
		t.Fatal(err)
	}
	for _, shell := range []struct {
		name, load string
		args       []string
	}{
		{"bash", "source <(knead completion bash)", []string{"--norc", "--noprofile", "-i"}},
		{"zsh", "source <(knead completion zsh)", []string{"-f", "-i"}},
		{"fish", "knead completion fish | source", []string{"--no-config", "-i"}},
	} {
		t.Run(shell.name, func(t *testing.T) {
			t.Parallel()
			if _, err := exec.LookPath(shell.name); err != nil {
				t.Skip(err)
			}
			dir := t.TempDir()
			for _, name := range []string{"my answers.yaml", "my notes.odt"} {
				if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			x := termtest.Start(t, termtest.Options{
				Width: 120, Height: 40, Dir: dir, Env: []string{"PATH=" + bin + ":" + os.Getenv("PATH"), "PS1=ready> ", "HOME=" + dir},
			}, shell.name, shell.args...)
			x.Type(shell.load + "; echo load''ed")
			x.Press("enter")
			x.WaitFor("loaded")
			for _, c := range []struct{ typed, want string }{
				{"knead rea", "knead read"},
				{"knead read swe", "knead read swedish"},
				{"knead assess --format mar", "knead assess --format markdown"},
				{"knead assess --format=mar", "knead assess --format=markdown"},
				{"knead assess my", `knead assess my\ answers.yaml`},
			} {
				if shell.name != "bash" && c.want == `knead assess my\ answers.yaml` {
					continue // these complete files by themselves
				}
				x.Type(c.typed)
				x.Press("tab")
				x.WaitFor(c.want)
				x.Press("ctrl+u")
			}
		})
	}
}
