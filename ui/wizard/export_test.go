package wizard

import "fmt"

// Focus tells one row in focus from another.
func (m Model) Focus() string { return fmt.Sprint(m.focus, m.held) }

// Composed is how often a page was written so far.
func (m Model) Composed() int { return m.composed }
