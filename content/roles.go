package content

import "knead/guide/knowledge"

// needed are the roles without which results would silently lose something: where it hurts, when to get help, how bad it is, and
// what therapies must respect. A test holds that the built-in questionnaire has the others too.
var needed = []knowledge.Role{knowledge.RolePlace, knowledge.RoleAlarm, knowledge.RolePain, knowledge.RoleHistory}

// several are the roles that more than one question may have.
var several = map[knowledge.Role]bool{knowledge.RoleAlarm: true, knowledge.RoleTried: true, knowledge.RoleAsked: true}

// checkRoles wants each role at least once, and once only where code looks for one question. A question made by each counts
// once with its siblings.
func (l *loader) checkRoles() {
	first := map[knowledge.Role]knowledge.Question{}
	for i, q := range l.lib.Knowledge.Questions {
		if q.Role == 0 {
			continue
		}
		if q.Role == knowledge.RoleSide && len(q.Options) != 3 {
			l.at(l.places.questions[i].field("options"), "a question of sides has three options: left, right, and both, in this order")
		}
		if before, ok := first[q.Role]; !ok {
			first[q.Role] = q
		} else if !several[q.Role] && (q.Each == "" || q.Each != before.Each) {
			l.at(l.places.questions[i].field("role"), "%s has the role %s already; give it to one question", before.ID, q.Role)
		}
	}
	if l.broken["questions.yaml"] {
		return
	}
	for _, r := range needed {
		if _, ok := first[r]; !ok {
			l.at(l.whole("questions.yaml"), "no question has the role %s", r)
		}
	}
}

// role is the ID of the first question with a role, or "".
func (l *loader) role(r knowledge.Role) string {
	for _, q := range l.lib.Knowledge.Questions {
		if q.Role == r {
			return q.ID
		}
	}
	return ""
}
