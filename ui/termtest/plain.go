package termtest

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Plain is what a view says: without styles, the blanks at the ends of its rows cut.
func Plain(view string) string {
	rows := strings.Split(ansi.Strip(view), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "\n")
}
