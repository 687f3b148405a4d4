package builtin_test

import (
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
