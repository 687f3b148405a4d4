package cli

import (
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersionNamesTheCommit(t *testing.T) {
	built := func(version string, settings ...string) *debug.BuildInfo {
		info := &debug.BuildInfo{Main: debug.Module{Version: version}}
		for i := 0; i < len(settings); i += 2 {
			info.Settings = append(info.Settings, debug.BuildSetting{Key: settings[i], Value: settings[i+1]})
		}
		return info
	}
	const id = "3035a7913035a7913035a7913035a7913035a791"
	for _, c := range []struct {
		release string
		info    *debug.BuildInfo
		want    string
	}{
		{unreleased, nil, "unreleased (unknown commit)"},
		{unreleased, built("(devel)"), "unreleased (unknown commit)"},
		{unreleased, built("v1.2.3"), "1.2.3 (unknown commit)"}, // go install knead@v1.2.3
		{unreleased, built("v1.2.3", "vcs.revision", id), "1.2.3 (commit 3035a7913035)"},
		{unreleased, built("v0.0.0-20261129074103-3035a7913035", "vcs.revision", id, "vcs.modified", "false"), "unreleased (commit 3035a7913035)"},
		{unreleased, built("v1.2.4-0.20261129074103-3035a7913035+dirty", "vcs.revision", id, "vcs.modified", "true"), "unreleased (commit 3035a7913035 with changes)"},
		{"1.2.3", built("(devel)", "vcs.revision", id), "1.2.3 (commit 3035a7913035)"},
		{"v1.2.3", built("v1.2.2"), "1.2.3 (unknown commit)"},
		{"1.2.3-rc.1", built("v0.0.0-20261129074103-3035a7913035", "vcs.revision", "abc"), "1.2.3-rc.1 (commit abc)"},
	} {
		if got := programVersion(c.release, c.info); got != c.want {
			t.Errorf("%s, %+v: %s, want %s", c.release, c.info, got, c.want)
		}
	}
}

// TestVersionOfBuilds builds the program as a release does, and as somebody without git does.
func TestVersionOfBuilds(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	for _, c := range []struct{ want, flags string }{
		{"knead unreleased (unknown commit), content 2", "-buildvcs=false"},
		{"knead 1.2.3 (unknown commit), content 2", "-buildvcs=false -ldflags=-X=knead/ui/cli.released=1.2.3"},
	} {
		program := filepath.Join(t.TempDir(), "knead.exe")
		args := append([]string{"build", "-o", program}, strings.Fields(c.flags)...)
		if out, err := exec.Command("go", append(args, "knead")...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		out, err := exec.Command(program, "--version").Output()
		if err != nil || !strings.HasPrefix(string(out), c.want) {
			t.Errorf("%s: %q (%v), want %s…", c.flags, out, err, c.want)
		}
	}
}
