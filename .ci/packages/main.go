// Packages makes the .deb and the .rpm for this machine as a release does, from the same .goreleaser.yaml, without GoReleaser,
// whose installation takes longer than everything else here. It builds the program and both packages twice and fails if a byte
// differs.
//
//	go run ./.ci/packages -nfpm PATH -out DIR
//
// It prints the path of each package.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"text/template"
	"time"

	"go.yaml.in/yaml/v4"
)

// config is what is used of .goreleaser.yaml.
type config struct {
	Project string `yaml:"project_name"`
	Before  struct{ Hooks []string }
	Builds  []struct {
		Main, Binary        string
		Env, Flags, Ldflags []string
		Timestamp           string `yaml:"mod_timestamp"`
	}
	Packages []map[string]any `yaml:"nfpms"`
	Snapshot struct {
		Version string `yaml:"version_template"`
	}
}

func main() {
	nfpm, out := flag.String("nfpm", "nfpm", "path of nfpm"), flag.String("out", "", "folder to write to")
	flag.Parse()
	if err := run(*nfpm, *out); err != nil {
		fmt.Fprintf(os.Stderr, "packages: %v\n", err)
		os.Exit(1)
	}
}

func run(nfpm, out string) error {
	text, err := os.ReadFile(".goreleaser.yaml")
	if err != nil {
		return err
	}
	var c config
	if err := yaml.Unmarshal(text, &c); err != nil {
		return fmt.Errorf(".goreleaser.yaml: %w", err)
	}
	if len(c.Builds) != 1 || len(c.Packages) != 1 || out == "" {
		return errors.New("wants one build and one entry of nfpms in .goreleaser.yaml, and -out DIR")
	}
	fill, err := values(c)
	if err != nil {
		return err
	}
	for _, hook := range c.Before.Hooks {
		if err := command(nil, strings.Fields(hook)...); err != nil {
			return err
		}
	}
	var made [2][]string
	for i := range made {
		if made[i], err = once(c, fill, nfpm, filepath.Join(out, strconv.Itoa(i+1))); err != nil {
			return err
		}
	}
	for i, path := range made[0] {
		if err := same(path, made[1][i]); err != nil {
			return err
		}
		if i > 0 { // the first is the program
			fmt.Println(path)
		}
	}
	return nil
}

// values are what the templates of a snapshot are filled with.
func values(c config) (func(string) (string, error), error) {
	commit, seconds := "unknown", "0" // a checkout without its history, as from an archive
	if out, err := exec.Command("git", "log", "-1", "--format=%h %ct").Output(); err == nil {
		commit, seconds, _ = strings.Cut(strings.TrimSpace(string(out)), " ")
	}
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("git log: the time of the commit: %w", err)
	}
	data := map[string]string{
		"ProjectName": c.Project, "Version": "0.0.0", "ShortCommit": commit, "CommitTimestamp": seconds,
		"CommitDate": time.Unix(n, 0).UTC().Format(time.RFC3339), "ConventionalFileName": "", "Os": "linux", "Arch": runtime.GOARCH,
	}
	functions := template.FuncMap{"incpatch": func(string) string { return "0.0.1" }}
	fill := func(text string) (string, error) {
		t, err := template.New("").Funcs(functions).Option("missingkey=error").Parse(text)
		if err != nil {
			return "", err
		}
		var b strings.Builder
		err = t.Execute(&b, data)
		return b.String(), err
	}
	data["Version"], err = fill(c.Snapshot.Version)
	return fill, err
}

// once builds the program and the packages, and returns their paths.
func once(c config, fill func(string) (string, error), nfpm, dir string) ([]string, error) {
	b := c.Builds[0]
	program := filepath.Join(dir, b.Binary)
	ldflags, err := fill(strings.Join(b.Ldflags, " "))
	if err != nil {
		return nil, err
	}
	args := append([]string{"go", "build", "-o", program, "-ldflags", ldflags}, b.Flags...)
	if exec.Command("git", "status").Run() != nil { // Go would not build what it cannot name the commit of
		args = append(args, "-buildvcs=false")
	}
	if err := command(append(b.Env, "GOOS=linux", "GOARCH="+runtime.GOARCH), append(args, b.Main)...); err != nil {
		return nil, err
	}
	p, err := filled(c.Packages[0], fill)
	if err != nil {
		return nil, err
	}
	settings, _ := p.(map[string]any)
	formats, _ := settings["formats"].([]any)
	contents, _ := settings["contents"].([]any)
	settings["name"], settings["platform"], settings["arch"] = settings["package_name"], "linux", runtime.GOARCH
	if settings["version"], err = fill("{{ .Version }}"); err != nil {
		return nil, err
	}
	settings["contents"] = append(contents, map[string]any{
		"src": program, "dst": fmt.Sprint(settings["bindir"]) + "/" + b.Binary, "file_info": map[string]any{"mode": 0o755, "mtime": settings["mtime"]},
	})
	for _, only := range []string{"id", "package_name", "formats", "bindir", "file_name_template"} { // GoReleaser's own
		delete(settings, only)
	}
	text, err := yaml.Marshal(settings)
	if err != nil {
		return nil, err
	}
	file := filepath.Join(dir, "nfpm.yaml")
	if err := os.WriteFile(file, text, 0o644); err != nil {
		return nil, err
	}
	made := []string{program}
	for _, format := range formats {
		path := filepath.Join(dir, fmt.Sprintf("%s.%s", c.Project, format))
		if err := command(nil, nfpm, "package", "--config", file, "--packager", fmt.Sprint(format), "--target", path); err != nil {
			return nil, err
		}
		made = append(made, path)
	}
	return made, nil
}

// filled fills every template of a setting.
func filled(v any, fill func(string) (string, error)) (any, error) {
	var err error
	switch v := v.(type) {
	case string:
		return fill(v)
	case []any:
		all := make([]any, len(v))
		for i := range v {
			if all[i], err = filled(v[i], fill); err != nil {
				return nil, err
			}
		}
		return all, nil
	case map[string]any:
		all := make(map[string]any, len(v))
		for key := range v {
			if all[key], err = filled(v[key], fill); err != nil {
				return nil, fmt.Errorf("%s: %w", key, err)
			}
		}
		return all, nil
	}
	return v, nil
}

func same(a, b string) error {
	x, err := os.ReadFile(a)
	if err != nil {
		return err
	}
	y, err := os.ReadFile(b)
	if err == nil && !bytes.Equal(x, y) {
		err = fmt.Errorf("%s and %s are of the same source, and differ", a, b)
	}
	return err
}

func command(env []string, args ...string) error {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return nil
}
