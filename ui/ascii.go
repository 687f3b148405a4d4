package ui

import (
	"strings"

	"knead/ui/frame"
)

// inASCII lists the letters and signs that texts may contain, each with its replacement in a terminal that only has ASCII. A
// replacement is as wide as the original, so that no row changes its width. The theme has the signs of the screens themselves.
const inASCII = `“"”"„"‘'’'‚'–-—-‐-…..·-→>←<↑^↓v›>‹<×x½?¼?¾?°o■#□-●*○o◐+▲!◇?◆+✓x▌>│|─-━=▏|▸>` +
	`┃|┏#┓#┗#┛#┣#┫#╔#╗#╚#╝#║#═=╭+╮+╰+╯+┌+┐+└+┘+├|┤|┬+┴+┼+╸-╺-` + // frames
	`▁_▂-▃-▄=▅=▆#▇#█#▀"▐|▖.▗.▘'▝'▙\▟/▛/▜\▞/▚\░.▒:▓%▔-` + // blocks: an empty part of a bar and a full one stay two signs
	`ÀAÁAÂAÃAÄAÅAÇCÈEÉEÊEËEÌIÍIÎIÏIÑNÒOÓOÔOÕOÖOØOÙUÚUÛUÜUÝY` +
	`àaáaâaãaäaåaçcèeéeêeëeìiíiîiïiñnòoóoôoõoöoøoùuúuûuüuýyÿyßs`

// asciiOnly writes every character outside ASCII with one inside it, column for column.
func asciiOnly(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		at := strings.IndexRune(inASCII, r)
		switch {
		case r < 0x80:
			b.WriteRune(r)
		default:
			if at >= 0 {
				b.WriteByte(inASCII[at+len(string(r))])
				continue
			}
			b.WriteString(strings.Repeat("?", frame.Width(string(r))))
		}
	}
	return b.String()
}
