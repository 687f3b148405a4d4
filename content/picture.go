package content

import (
	"slices"
	"strings"
	"unicode/utf8"

	"knead/guide"
	"knead/guide/document"
)

// The room that a page has for a picture.
const (
	pictureWidth  = 44
	pictureHeight = 8
)

// picturesFile is the archive of small pictures in the folder body. Each has three members: NAME.words says what it shows,
// NAME.art draws it, and NAME.mask says of every cell what it is a part of.
const picturesFile = "pictograms"

// readPictures reads and checks the pictures.
func (l *loader) readPictures(d decoder, data []byte) {
	a := readArchive(string(data))
	for _, member := range a.order {
		name, kind, _ := strings.Cut(member, ".")
		at := &place{file: d.file, line: a.lines[member], column: 1, layer: d.layer}
		if !slices.Contains([]string{"words", "art", "mask"}, kind) {
			l.at(at, "%s is not a part of a picture; use NAME.words, NAME.art, NAME.mask", quoted(member))
		}
		if kind != "art" {
			continue
		}
		x := Picture{name, document.Picture{
			Words: strings.TrimSpace(strings.Join(a.members[name+".words"], " ")),
			Art:   trimmed(a.members[member]), Mask: trimmed(a.members[name+".mask"]),
		}}
		if x.Drawing.Words == "" {
			l.at(at, "the picture has no words; say in a member %s.words what it shows", shown(name))
		}
		l.checkPicture(x.Drawing, at, a.lines[name+".mask"])
		l.lib.Pictures = append(l.lib.Pictures, x)
	}
}

// trimmed are rows without the empty ones at the end.
func trimmed(rows []string) []string {
	for len(rows) > 0 && rows[len(rows)-1] == "" {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// checkPicture checks that a picture fits its room, and that the mask covers what is drawn and nothing else.
func (l *loader) checkPicture(p document.Picture, at *place, mask int) {
	if len(p.Art) > pictureHeight {
		l.at(at, "the picture has %d rows; there is room for %d", len(p.Art), pictureHeight)
	}
	if len(p.Mask) != len(p.Art) {
		l.at(at, "the picture has %d rows, and its mask %d", len(p.Art), len(p.Mask))
		return
	}
	for y, row := range p.Art {
		if n := utf8.RuneCountInString(row); n > pictureWidth {
			l.at(&place{file: at.file, line: at.line + y, column: pictureWidth + 1, layer: at.layer}, "the row has %d columns; there is room for %d", n, pictureWidth)
		}
		roles := []rune(p.Mask[y])
		cells := []rune(row)
		for x := range max(len(roles), len(cells)) {
			role, drawn := '.', x < len(cells) && cells[x] != ' '
			if x < len(roles) {
				role = roles[x]
			}
			if drawn != (role != '.') || !strings.ContainsRune(".bth", role) {
				l.at(&place{file: at.file, line: mask + y, column: x + 1, layer: at.layer}, "the mask does not fit the picture here; write b (the person), t (table or floor), or h (hands or tools) where something is drawn, and . elsewhere")
				break
			}
		}
	}
}

// checkPictureName checks that a therapy names a picture that there is.
func (l *loader) checkPictureName(name string, p *place) {
	if name == "" || l.picture(name) >= 0 {
		return
	}
	var names []string
	for _, x := range l.lib.Pictures {
		names = append(names, x.Name)
	}
	if len(names) == 0 {
		l.at(p, "%s is not a picture: there are none; add them in body/pictograms.txtar", quoted(name))
		return
	}
	l.at(p, "%s is not a picture; %s", quoted(name), guide.Nearest(name, names))
}
