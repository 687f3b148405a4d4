package web_test

import (
	"testing"

	"knead/guide/fixture"
)

func TestMain(m *testing.M) { fixture.Main(m) }
