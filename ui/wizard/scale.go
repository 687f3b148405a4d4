package wizard

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"knead/guide"
	"knead/guide/knowledge"
	"knead/ui/frame"
	"knead/ui/theme"
)

// scale writes a scale as rising bars: the steps up to the number are filled, and the number is said in words.
func (s *sheet) scale(q guide.Asked, a guide.Answer) {
	m := s.m
	n, focus := s.begin(target{kind: onScale, question: q.ID})
	low, high := q.Range()
	steps, value := high-low+1, -1
	if len(a.Options) > 0 {
		value = a.Value - low
	}
	const roomy = 6
	rows := 3
	if m.box.Height < 14 {
		rows = 1
	}
	column := max(s.width/max(steps, 1), 2)
	s.addIf(needs{air: afterHint}, n, m.barRows(roomy, steps, column, value)...)
	s.addIf(needs{below: afterHint}, n, m.barRows(rows, steps, column, value)...)
	s.add(n, s.scaleRow(focus, m.numbers(steps, column, low, value)))
	rule, words := m.bands(q, column, low, value)
	s.add(n, m.box.Row(rule), m.box.Row(words))
	s.end()
	s.addIf(needs{air: afterHint}, -1, "")
	s.add(-1, m.inWords(q, low, value, s.width)...)
	s.addIf(needs{air: afterHint}, -1, "")
}

// numbersOf is the range of a scale in words: "0 to 10".
func numbersOf(q guide.Asked) string {
	low, high := q.Range()
	return strconv.Itoa(low) + " to " + strconv.Itoa(high)
}

// scaleRow puts the bar of the focus before the numbers.
func (s *sheet) scaleRow(focus bool, row string) string {
	if !focus {
		return s.m.box.Row(row)
	}
	return s.m.box.BarRow(s.m.theme.FocusBar.Text(s.m.theme.Signs.Bar), row)
}

// barRows draws the bars, highest row first, in half rows.
func (m *Model) barRows(rows, steps, column, value int) []string {
	out := make([]string, rows)
	wide := column - 1
	for r := range rows {
		var b strings.Builder
		level := rows - 1 - r // from the ground up
		for i := range steps {
			halves := (i + 1) * (2*rows - 1) / max(steps, 1)
			halves = max(halves, 1)
			var cell string
			switch {
			case halves >= 2*level+2:
				cell = m.full(i, i <= value, wide)
			case halves == 2*level+1:
				cell = m.half(i, i <= value, wide)
			default:
				cell = strings.Repeat(" ", wide)
			}
			b.WriteString(cell)
			b.WriteByte(' ')
		}
		out[r] = m.box.Row(strings.TrimRight(b.String(), " "))
	}
	return out
}

func (m *Model) full(i int, reached bool, wide int) string {
	t := m.theme
	switch {
	case !t.Colored() && reached:
		return t.Bold.Text(strings.Repeat(t.Signs.BodyChosen, wide))
	case !t.Colored():
		return strings.Repeat(t.Signs.Body, wide)
	case reached:
		return m.bars[min(i, 10)].Text(strings.Repeat(" ", wide))
	}
	return m.bar.Text(strings.Repeat(" ", wide))
}

func (m *Model) half(i int, reached bool, wide int) string {
	t := m.theme
	sign := "▄"
	if t.Signs.ASCII {
		sign = "_"
	}
	switch {
	case !t.Colored() && reached:
		return t.Bold.Text(strings.Repeat(sign, wide))
	case !t.Colored():
		return strings.Repeat(strings.Replace(t.Signs.Body, ":", ".", 1), wide)
	case reached:
		return t.Scale[min(i, 10)].Text(strings.Repeat(sign, wide))
	}
	return t.Faint.Text(strings.Repeat(sign, wide))
}

// numbers writes the numbers under the bars, the chosen one in brackets.
func (m *Model) numbers(steps, column, low, value int) string {
	var b strings.Builder
	for i := range steps {
		text, ink := strconv.Itoa(low+i), m.theme.Muted
		if i == value {
			text, ink = "["+text+"]", m.theme.AccentBold
		}
		lead := max((column-1-frame.Width(text))/2, 0)
		b.WriteString(strings.Repeat(" ", lead))
		b.WriteString(ink.Text(text))
		b.WriteString(strings.Repeat(" ", max(column-lead-frame.Width(text), 0)))
	}
	return b.String()
}

// bands writes what the steps are called: a rule over each band, and its name under it.
func (m *Model) bands(q guide.Asked, column, low, value int) (rule, words string) {
	t := m.theme
	var r, w strings.Builder
	at := 0
	for _, o := range q.Options {
		from, wide := (o.From-low)*column, (o.To-o.From+1)*column-1
		sign, line, ink := t.Signs.Rule, t.Rule, t.Muted
		if value >= o.From-low && value <= o.To-low {
			sign, line, ink = t.Signs.Thick, t.Accent, t.AccentBold
		}
		name := bandName(o)
		lead := max((wide-frame.Width(name))/2, 0)
		r.WriteString(strings.Repeat(" ", max(from-at, 0)) + line.Text(strings.Repeat(sign, max(wide, 0))))
		w.WriteString(strings.Repeat(" ", max(from-at, 0)+lead) + ink.Text(name) + strings.Repeat(" ", max(wide-lead-frame.Width(name), 0)))
		at = from + wide
	}
	return r.String(), w.String()
}

// bandName is a band without its numbers: "Mild (0 to 3)" is "mild".
func bandName(o knowledge.Option) string {
	name, _, _ := strings.Cut(o.Label, " (")
	return strings.ToLower(name)
}

// inWords describes the meaning of the number, always in the same number of rows.
func (m *Model) inWords(q guide.Asked, low, value, width int) []string {
	t := m.theme
	put := func(ink theme.Ink, s string) string {
		return m.box.Row(ink.Text(ansi.Truncate(s, width, t.Signs.Ellipsis)))
	}
	if value < 0 {
		return []string{put(t.Muted, "Nothing is chosen yet."), put(t.Muted, "There is no wrong number. It is not a score.")}
	}
	head := strconv.Itoa(low + value)
	for _, o := range q.Options {
		if o.From <= low+value && low+value <= o.To {
			head += ", " + bandName(o)
		}
	}
	words := ""
	if value < len(q.Words) {
		words = q.Words[value]
	}
	return []string{put(t.Bold, head), put(t.Text, words)}
}

// turnScale moves the number, or starts in the middle.
func (m *Model) turnScale(q guide.Asked, by int) {
	low, high := q.Range()
	a := m.i.Answers()[q.ID]
	n := (low + high) / 2
	if len(a.Options) > 0 {
		n = max(min(a.Value+by, high), low)
	}
	m.set(q.ID, step(q, n))
}

// typeScale takes a digit, and goes on to the next question, where the note explains the number. A 1 may be the beginning of a
// 10, and waits.
func (m *Model) typeScale(q guide.Asked, digit int) {
	low, high := q.Range()
	n := digit
	if m.tens && digit == 0 {
		n = 10
	}
	m.tens = digit == 1 && high >= 10
	if n < low || n > high {
		return
	}
	m.set(q.ID, step(q, n))
	if at := m.missing; at >= 0 && m.asked[at].ID != q.ID && !m.tens {
		m.focus = target{kind: onTitle, question: m.asked[at].ID}
		if n < len(q.Words) {
			m.message = strconv.Itoa(n) + ": " + q.Words[n]
		}
	}
}
