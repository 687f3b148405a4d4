package knowledge

// Role is what a question is for, so that code never names a question.
type Role string

// The roles. Questions made by Each share the role of the question they are made from.
const (
	RolePlace   Role = "place"   // where it hurts: the figure, and the groups of places
	RoleSide    Role = "side"    // left, right, or both, once for each place
	RoleAlarm   Role = "alarm"   // lists of warning signs
	RoleRisk    Role = "risk"    // what changes the meaning of a sign
	RolePain    Role = "pain"    // how bad it is, 0 to 10
	RoleLength  Role = "length"  // how long it has lasted
	RoleFeel    Role = "feel"    // what it feels like
	RoleCourse  Role = "course"  // better or worse
	RoleChecked Role = "checked" // whether a health professional has looked at it
	RoleDrawers Role = "drawers" // groups of health items
	RoleHistory Role = "history" // the health items that contraindications speak of
	RoleHere    Role = "here"    // whether a local health item lies where it hurts, once for each
	RoleAsked   Role = "asked"   // the therapies the person came to ask about
	RoleWishes  Role = "wishes"  // what matters to the person
	RoleTried   Role = "tried"   // what the person has tried
)
