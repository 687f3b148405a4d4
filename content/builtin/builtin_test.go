package builtin_test

import (
	"reflect"
	"testing"

	"knead/content"
	"knead/content/builtin"
)

func TestCompiledIsWhatTheFilesSay(t *testing.T) {
	loaded, err := content.Load(content.Files)
	if err != nil {
		t.Fatalf("the content does not load:\n%v", err)
	}
	compiled := *builtin.Library()
	if want, got := loaded.Version(), compiled.Version(); got != want {
		t.Errorf("the program gives its content the version %s; loaded, the same files have %s", got, want)
	}
	loaded.Version, compiled.Version = nil, nil // functions cannot be compared
	if !reflect.DeepEqual(loaded, &compiled) {
		t.Error("the files in content have changed; run go generate ./content/builtin")
	}
}

func BenchmarkGuide(b *testing.B) {
	for b.Loop() {
		builtin.Guide()
	}
}
