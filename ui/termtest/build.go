package termtest

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// Build compiles a command of this module, such as "knead", for Start, and returns the path of the program. It stays as
// long as the test runs: build once, and start it in subtests.
func Build(t testing.TB, pkg string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "program.exe") // Windows wants the ending, nobody else minds
	if out, err := exec.Command("go", "build", "-o", program, pkg).CombinedOutput(); err != nil {
		t.Fatalf("go build %s: %v\n%s", pkg, err, out)
	}
	return program
}
