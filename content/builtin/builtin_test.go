package builtin_test

import (
	"bytes"
	"io/fs"
	"reflect"
	"testing"

	"knead/content"
	"knead/content/builtin"
)

func TestCompiledIsWhatTheFilesSay(t *testing.T) {
	l, err := content.Load(content.Files)
	if err != nil {
		t.Fatalf("the content does not load:\n%v", err)
	}
	if !reflect.DeepEqual(l, builtin.Library()) {
		t.Error("the files in content have changed; run go generate ./content/builtin")
	}
}

func BenchmarkGuide(b *testing.B) {
	for b.Loop() {
		builtin.Guide()
	}
}

func TestPackedAreTheFiles(t *testing.T) {
	packed, n := builtin.Sources(), 0
	err := fs.WalkDir(content.Files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		n++
		want, err := fs.ReadFile(content.Files, path)
		if err != nil {
			return err
		}
		if got, err := fs.ReadFile(packed, path); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is stale (%v); run go generate ./content/builtin", path, err)
		}
		return nil
	})
	if err != nil || n == 0 {
		t.Fatalf("%d files, %v", n, err)
	}
}
