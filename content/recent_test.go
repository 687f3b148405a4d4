package content

import (
	"testing"

	"knead/guide/knowledge"
)

// An answer that a warning rests on, also through a derived fact, is about now unless the file says that it lasts.
func TestRecent(t *testing.T) {
	l, err := Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, q := range l.Knowledge.Questions {
		got[q.ID] = q.Recent
	}
	for id, want := range map[string]bool{"where": true, "start": true, "severity": true, "history": false} {
		if got[id] != want {
			t.Errorf("%s is about now: %t", id, got[id])
		}
	}
	if l, err = loaded(); err != nil {
		t.Fatal(err)
	}
	for _, q := range l.Knowledge.Questions {
		if q.Role == knowledge.RoleAlarm && !q.Recent {
			t.Errorf("the warning signs of %s last", q.ID)
		}
	}
}
