package line

import (
	"math"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/knowledge"
)

// amount is a number with its unit, or without one: "3 weeks", "45".
type amount struct {
	n     float64 // days where there is a unit of time
	timed bool
	years bool // the unit is years, as in an age
	loose bool // "a few weeks" says no exact number
}

// inDays are units of time.
var inDays = map[string]float64{
	"hour": 1.0 / 24, "hours": 1.0 / 24, "day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30.4, "months": 30.4, "year": 365, "years": 365, "yr": 365, "yrs": 365,
}

// loosely holds words for an uncounted number.
var loosely = map[string]float64{"few": 3, "couple": 2, "several": 4, "some": 3, "many": 10}

// beside holds words around a number that do not change it.
var beside = map[string]bool{
	"old": true, "aged": true, "age": true, "for": true, "since": true, "now": true, "ago": true, "of": true,
	"last": true, "past": true, "almost": true, "nearly": true, "roughly": true, "over": true,
}

// amountIn reads words that say an amount and nothing else.
func amountIn(text string) (amount, bool) {
	list := numerals(plainly(text))
	switch core(strings.Join(list, " "), beside) {
	case "today", "yesterday", "since yesterday":
		return amount{n: 1, timed: true}, true
	}
	var a amount
	counted, article := false, false
	for _, w := range list {
		n, isNumber := digits(w)
		rough, isRough := loosely[w]
		days, isUnit := inDays[w]
		switch {
		case isNumber && counted, isUnit && a.timed:
			return a, false
		case isNumber:
			a.n, counted = float64(n), true
		case isRough:
			a.n, a.loose, counted = rough, true, true
		case isUnit && !counted && (article || w == "week" || w == "month" || w == "year"):
			a.n, a.timed, a.years, counted = days, true, days == inDays["year"], true
		case isUnit && !counted: // "for years"
			a.n, a.timed, a.loose, counted = 2*days, true, true, true
		case isUnit:
			a.n, a.timed, a.years = a.n*days, true, days == inDays["year"]
		case w == "almost", w == "nearly", w == "roughly", w == "over":
			a.loose = true
		case w == "a", w == "an":
			article = true
		case !idle[w] && !beside[w]:
			return a, false
		}
	}
	return a, counted
}

// band is the range that a label speaks of: "18–49", "Up to 6 weeks", "70 or over", "Longer".
type band struct {
	from, to float64 // to is not in it
	timed    bool
	whole    bool // the label says nothing but the range
}

// bandOf reads the range of a label. Longer is where the ranges before it end.
func bandOf(label string, longer float64) (band, bool) {
	head, rest, more := strings.Cut(label, ",")
	list := strings.Fields(plainly(head))
	b := band{whole: !more || rest == ""}
	var numbers []float64
	unit := 0.0
	for _, w := range list {
		if n, ok := digits(w); ok {
			numbers = append(numbers, float64(n))
		} else if days, ok := inDays[w]; ok {
			unit = days
		} else if w == "few" {
			numbers = append(numbers, loosely[w])
		}
	}
	step := 1.0
	if unit > 0 {
		b.timed, step = true, unit
	}
	says := func(begin ...string) bool { return len(list) >= len(begin) && slices.Equal(list[:len(begin)], begin) }
	const openEnd = math.MaxFloat64
	switch {
	case says("longer") && longer > 0:
		b.from, b.to, b.timed = longer, openEnd, true
		b.whole = b.whole && len(list) == 1
	case says("today"):
		b.to, b.timed = 2, true
	case len(numbers) == 1 && b.timed && says("over"):
		b.from, b.to = numbers[0]*step+step/1000, openEnd
	case len(numbers) == 1 && says("under"):
		b.to = numbers[0] * step
	case len(numbers) == 1 && (says("up", "to") || says("the", "past") || says("in", "the", "past")):
		b.to = numbers[0]*step + step/1000
	case len(numbers) == 1 && (strings.HasSuffix(strings.Join(list, " "), "or over") || strings.HasSuffix(strings.Join(list, " "), "or more")):
		b.from, b.to = numbers[0]*step, openEnd
		if !b.timed {
			b.to = 2 * b.from // nobody is 999 years old
		}
	case len(numbers) == 2 && numbers[0] < numbers[1] && !slices.ContainsFunc(list, func(w string) bool { return w == "or" }):
		b.from, b.to = numbers[0]*step, (numbers[1]+1)*step
	default:
		return b, false
	}
	return b, true
}

// byAmount finds the answer in whose range an amount lies: the narrowest. It is sure when the label says nothing but its range,
// and the amount was counted.
func byAmount(q guide.Asked, text string) (found *knowledge.Option, sure bool) {
	a, ok := amountIn(text)
	if !ok || q.Kind != knowledge.One {
		return nil, false
	}
	longer, narrowest := 0.0, math.MaxFloat64
	for _, o := range q.Shown {
		b, ok := bandOf(o.Label, longer)
		if !ok {
			continue
		}
		if b.timed && b.to < math.MaxFloat64 {
			longer = max(longer, b.to)
		}
		n := a.n
		if a.years && !b.timed {
			n = a.n / inDays["year"]
		}
		if b.timed != a.timed && !(a.years && !b.timed) || n < b.from || n >= b.to || b.to-b.from > narrowest {
			continue
		}
		found, sure, narrowest = o, b.whole && !a.loose, b.to-b.from
	}
	return found, sure
}

// amount reads an age or a time as the answer in whose range it lies. One that nobody counted is only offered.
func (n *namer) amount(q guide.Asked, text string) (reading, bool) {
	if at, isRow := digits(strings.Trim(text, " .):")); isRow && at <= len(n.choices) || strings.ContainsAny(text, "?+=*/") || strings.HasPrefix(text, "-") {
		return reading{}, false // a row, or no amount of anything
	}
	o, sure := byAmount(q, text)
	switch {
	case o == nil:
		return reading{}, false
	case sure:
		return reading{answer: guide.Answer{Options: []string{o.ID}}}, true
	}
	return n.offerRow(n.rowOf(o), false), true
}
