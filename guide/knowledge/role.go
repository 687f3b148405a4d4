package knowledge

// Role is the purpose of a question, so that code never names one. The zero value means that it has none.
type Role int8

// The roles. Questions made by Each share the role of the question they are made from.
const (
	_           Role = iota
	RolePlace        // where it hurts: the figure, and the groups of places
	RoleSide         // left, right, or both, once for each place
	RoleAlarm        // lists of warning signs
	RoleRisk         // what changes the meaning of a sign
	RolePain         // how bad it is, 0 to 10
	RoleLength       // how long it has lasted
	RoleFeel         // what it feels like
	RoleCourse       // better or worse
	RoleChecked      // whether a health professional has looked at it
	RoleDrawers      // groups of health items
	RoleHistory      // the health items that contraindications refer to
	RoleHere         // whether a local health item lies where it hurts, once for each
	RoleAsked        // the therapies the person came to ask about
	RoleWishes       // what matters to the person
	RoleTried        // what the person has tried
)

var roleNames = []string{"", "place", "side", "alarm", "risk", "pain", "length", "feel", "course", "checked", "drawers", "history", "here", "asked", "wishes", "tried"}

func (r Role) String() string { return nameOf(r, roleNames) }

// MarshalText returns the name; it never fails.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads a name.
func (r *Role) UnmarshalText(name []byte) error { return parse(r, name, roleNames) }
