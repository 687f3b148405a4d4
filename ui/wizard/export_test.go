package wizard

import "fmt"

// Focus tells one row in focus from another.
func (m Model) Focus() string { return fmt.Sprint(m.focus, m.held) }
