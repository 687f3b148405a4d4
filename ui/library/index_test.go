package library_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// The index of all pages takes megabytes to make, so it is made when a search begins, not when the list opens.
func TestIndexIsMadeForASearch(t *testing.T) {
	const index = "library.indexedMsg"
	r := open(t, 80, 24)
	m, cmd := r.m.Browse()
	if got := messages(cmd); slices.Contains(got, index) {
		t.Errorf("opening the list makes the index: %q", got)
	}
	_, cmd = m.Update(tea.KeyPressMsg{Code: '/', Text: "/"})
	if got := messages(cmd); !slices.Contains(got, index) {
		t.Errorf("a search begins with %q and has no index", got)
	}
}

// messages runs a command and returns the types of what it sends.
func messages(cmd tea.Cmd) []string {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	v := reflect.ValueOf(msg)
	if msg == nil || v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return []string{fmt.Sprintf("%T", msg)}
	}
	var out []string
	for i := range v.Len() {
		out = append(out, messages(v.Index(i).Interface().(tea.Cmd))...)
	}
	return out
}
