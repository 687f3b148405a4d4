package ui

import (
	"strings"

	"knead/ui/frame"
)

// inASCII are letters and signs that texts hold, with what stands for each in a terminal that has ASCII only. Every one is as
// wide as what stands for it, so that no row changes its width. The signs of the screens themselves are the theme's.
const inASCII = `“"”"„"‘'’'‚'–-—-‐-…..·-→>←<↑^↓v›>‹<×x½?¼?¾?°o■#□-●*○o◐+▲!◇?◆+✓x▌>│|─-━=▏|▸>` +
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
