package report

import (
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/document"
	"knead/guide/knowledge"
)

// Figure is the body that a map is drawn on, from the front and from behind. The zero Figure draws none.
type Figure struct {
	Front, Back document.BodySide
	Places      []FigurePlace
}

// FigurePlace is a place of the figure, by its letters in the masks.
type FigurePlace struct {
	Left, Right rune     // the same where the place has no sides
	Option      string   // of the question of places
	Within      []string // the options that this place is a part of
}

// covers reports whether options name the place, or what it is a part of.
func (p FigurePlace) covers(options []string) bool {
	return slices.Contains(options, p.Option) || slices.ContainsFunc(p.Within, func(w string) bool { return slices.Contains(options, w) })
}

// body says where it hurts and where hands stay off, and draws it on the figure.
func (b builder) body(f Figure) document.Section {
	s := document.Section{ID: "body", Title: "Where it hurts, and where hands stay off"}
	if !b.hurts() {
		s.Title = "Where hands stay off"
	}
	list := b.bodyWords()
	if len(list.Items) == 0 {
		return s
	}
	s.Blocks = []document.Block{document.Body{Said: list, Sides: b.bodySides(f)}}
	return s
}

// hurts reports whether something hurts somewhere, as far as is known: somebody who said "nowhere" came for another reason.
func (b builder) hurts() bool {
	q := b.g.Role(knowledge.RolePlace)
	return q == nil || !b.a.Answers[q.ID].Has(knowledge.None)
}

// like is whom or what research would have to be about to say something about this person.
func (b builder) like() string {
	if b.hurts() {
		return "pain like yours"
	}
	return "people like you"
}

// LikeYours is whom or what the research on the approaches is about: "pain like yours".
func LikeYours(g *guide.Guide, a guide.Assessment) string { return newBuilder(g, a).like() }

// mostOff is how many places to keep off one page has room for.
const mostOff = 3

// bodyWords says in words what a body map shows.
func (b builder) bodyWords() document.List {
	list := document.List{}
	if q := b.g.Role(knowledge.RolePlace); q != nil {
		var names []string
		for _, o := range q.Options {
			if b.a.Answers[q.ID].Has(o.ID) && o.ID != knowledge.None {
				names = append(names, b.sided(&o))
			}
		}
		if len(names) > 0 {
			list.Items = append(list.Items, document.Item{Text: text("It hurts: " + strings.Join(names, ", ") + ".")})
		}
	}
	for i, k := range b.a.KeepOff {
		if left := len(b.a.KeepOff) - i; b.onePage && i >= mostOff && left > 1 {
			words := "Hands off: " + count(left, "more place", "more places") + ", named in the full result."
			list.Items = append(list.Items, document.Item{Text: text(words), Tone: document.WithCare})
			break
		}
		list.Items = append(list.Items, document.Item{Text: text("Hands off: " + b.notThere(k)), Tone: document.WithCare})
	}
	return list
}

// notThere says where hands stay off, and why.
func (b builder) notThere(k guide.KeepOff) string {
	where := there(k.Items[0].Item)
	if r := b.g.Region(k.Region); r != nil {
		where = "on " + r.Name
	}
	return document.Join("not "+where+".", b.because(k.Items[0].Because))
}

// HandsOff says where hands stay off and why, a text for each place: "Not on the spine. You said …".
func HandsOff(g *guide.Guide, a guide.Assessment) []string {
	var out []string
	b := builder{g: g, a: a, speaker: speaker{g, a.Answers}}
	for _, k := range a.KeepOff {
		out = append(out, document.Upper(b.notThere(k)))
	}
	return out
}

// sided is a place with its side, where one was said.
func (b builder) sided(o *knowledge.Option) string {
	if _, side := b.side(o.ID); side != nil {
		return o.Label + " (" + strings.ToLower(side.Label) + ")"
	}
	return o.Label
}

// side is which side of a place was chosen, and its place among the options: left, right, both. Nil where none was.
func (b builder) side(place string) (int, *knowledge.Option) {
	for _, q := range b.g.WithRole(knowledge.RoleSide) {
		if q.Of[0] != place {
			continue
		}
		for i := range q.Options {
			if b.a.Answers[q.ID].Has(q.Options[i].ID) {
				return i, &q.Options[i]
			}
		}
	}
	return 0, nil
}

// bodySides marks the figure. A place whose side is not known hurts on both.
func (b builder) bodySides(f Figure) []document.BodySide {
	marks := map[rune]document.BodyMark{}
	hurting, everywhere := b.hurting(f)
	for _, p := range f.Places {
		hurts := [2]bool{everywhere, everywhere}
		for _, option := range hurting {
			if p.covers([]string{option}) {
				at, side := b.side(option)
				hurts[0] = hurts[0] || side == nil || at != 1
				hurts[1] = hurts[1] || side == nil || at != 0
			}
		}
		off := document.Nowhere
		for _, k := range b.a.KeepOff {
			if !p.covers(k.Places) {
				continue
			}
			if r := b.g.Region(k.Region); r != nil && r.Midline {
				off = max(off, document.SpineOnly)
			} else {
				off = document.AllOver
			}
		}
		for i, letter := range [2]rune{p.Left, p.Right} {
			m := marks[letter]
			marks[letter] = document.BodyMark{Hurts: m.Hurts || hurts[i], Off: max(m.Off, off)}
		}
	}
	f.Front.Marks, f.Back.Marks = marks, marks
	return []document.BodySide{f.Front, f.Back}
}

// hurting lists the places that were chosen, and reports whether one of them is the whole body: neither a place of the figure nor
// made of such places.
func (b builder) hurting(f Figure) (options []string, everywhere bool) {
	q := b.g.Role(knowledge.RolePlace)
	if q == nil {
		return nil, false
	}
	for _, o := range q.Options {
		if o.ID == knowledge.None || !b.a.Answers[q.ID].Has(o.ID) {
			continue
		}
		options = append(options, o.ID)
		everywhere = everywhere || !slices.ContainsFunc(f.Places, func(p FigurePlace) bool { return p.covers([]string{o.ID}) })
	}
	return options, everywhere
}
