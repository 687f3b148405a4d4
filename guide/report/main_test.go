package report_test

import (
	"os"
	"sync"
	"testing"

	"knead/content/builtin"
	"knead/guide/fixture"
	"knead/guide/scenario"
)

func TestMain(m *testing.M) { fixture.Main(m) }

// scenarios are the people of the guide's tests, read once. Nobody changes their answers: With and Without copy them.
var scenarios = sync.OnceValues(func() ([]scenario.Scenario, error) {
	return scenario.Read(os.DirFS("../testdata/scenarios"), builtin.Guide())
})
