package content

import (
	"sync"
	"testing"

	"knead/guide/fixture"
)

func TestMain(m *testing.M) { fixture.Main(m) }

// loaded is the content, loaded once for all tests that only read it.
var loaded = sync.OnceValues(func() (*Library, error) { return Load(Files) })
