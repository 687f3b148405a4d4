package cli

import (
	"regexp"
	"runtime/debug"
	"strings"
)

// unreleased is the version of a build that nobody released.
const unreleased = "unreleased"

// released is the version of a release. The linker writes it: go build -ldflags '-X knead/ui/cli.released=1.2.3'. Nothing else
// does.
var released = unreleased

// commitLetters are how many letters of a commit name it.
const commitLetters = 12

// programVersion names the program as it was built: its version, and the commit that its source is from. A build
// without them says so.
func programVersion(release string, info *debug.BuildInfo) string {
	if info == nil {
		info = &debug.BuildInfo{}
	}
	pseudo := regexp.MustCompile(`[.-]\d{14}-[0-9a-f]{12}(\+dirty)?$`) // what Go makes up for a commit without a tag
	if v := info.Main.Version; release == unreleased && v != "" && v != "(devel)" && !pseudo.MatchString(v) {
		release = v
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	commit := "unknown commit"
	if id := settings["vcs.revision"]; id != "" {
		commit = "commit " + id[:min(commitLetters, len(id))]
		if settings["vcs.modified"] == "true" {
			commit += " with changes"
		}
	}
	return strings.TrimPrefix(release, "v") + " (" + commit + ")"
}
