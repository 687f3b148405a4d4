package matrix

import (
	"encoding/csv"
	"slices"
	"strings"
)

// CSV returns the table as comma-separated values: one line for each row, with the rules behind its level.
func (t *Table) CSV() (string, error) {
	var s strings.Builder
	w := csv.NewWriter(&s)
	lines := [][]string{{"danger", "sign", "place", "onset", "risk", "level", "rules", "not asked"}}
	for _, r := range t.Rows() {
		lines = append(lines, []string{r.Danger, r.Sign, r.Place, r.Onset, r.Risk, r.Cell.level(), strings.Join(r.Rules, "; "), r.Cell.Reason})
	}
	err := w.WriteAll(lines)
	return s.String(), err
}

// Markdown returns the table for a reader: one row for places and onsets that agree, with the level of a person without a risk, and
// the people who get another level.
func (t *Table) Markdown() string {
	var s strings.Builder
	s.WriteString("# Danger matrix\n\n" + t.intro())
	danger := ""
	for i := 0; i < len(t.Blocks); i++ {
		b := &t.Blocks[i]
		if b.Danger.ID != danger {
			danger = b.Danger.ID
			heads := append([]string{"sign", "place"}, ids(t.Matrix.Onsets, func(c Column) string { return c.Title })...)
			s.WriteString("\n## " + b.Danger.Title + "\n\n" + tableRow(append(heads, "others")))
			s.WriteString(strings.Repeat("|---", len(heads)+1) + "|\n")
		}
		signs := b.Sign.Title
		for i+1 < len(t.Blocks) && t.Blocks[i+1].Danger == b.Danger && sameLines(t.lines(b), t.lines(&t.Blocks[i+1])) {
			i++
			signs += "; " + t.Blocks[i].Sign.Title
		}
		for _, l := range t.lines(b) {
			s.WriteString(tableRow(append(append([]string{signs, l.place}, l.levels...), l.others)))
		}
	}
	return s.String()
}

// intro explains how to read the table, and whom the risks are not asked about.
func (t *Table) intro() string {
	s := "Each level is what the rules give to a person with this sign and moderate pain. The columns are how long ago and how it started. " +
		"“Others” are the people who get another level. People with a risk that is not named there get the level of the sign, or that of " +
		"their risk alone (the first table), whichever is higher.\n"
	for i := range t.Matrix.Risks {
		if c := &t.Matrix.Risks[i]; c.NotAsked != "" {
			s += "\n- " + c.Title + ", where not asked: " + c.NotAsked
		}
	}
	return s + "\n"
}

func sameLines(a, b []line) bool {
	return slices.EqualFunc(a, b, func(x, y line) bool {
		return x.place == y.place && x.others == y.others && slices.Equal(x.levels, y.levels)
	})
}

// tableRow is one row of a table. A bar in a text would end the cell.
func tableRow(cells []string) string {
	escaped := make([]string, len(cells))
	for i, c := range cells {
		escaped[i] = strings.ReplaceAll(c, "|", `\|`)
	}
	return "| " + strings.Join(escaped, " | ") + " |\n"
}
