package columns

import "strings"

// inASCII lists the letters and signs that texts may contain, each with its replacement where there is only ASCII. A replacement
// is as wide as the original, so that no row changes its width.
const inASCII = `“"”"„"‘'’'‚'–-—-‐-‑-…..·-•-→>←<↑^↓v›>‹<«"»"×x½?¼?¾?°o■#□-●*○o◐+▲!◇?◆+✓x▌>│|─-━=▏|▸>` +
	`┃|┏#┓#┗#┛#┣#┫#╔#╗#╚#╝#║#═=╭+╮+╰+╯+┌+┐+└+┘+├|┤|┬+┴+┼+╸-╺-` + // frames
	`▁_▂-▃-▄=▅=▆#▇#█#▀"▐|▖.▗.▘'▝'▙\▟/▛/▜\▞/▚\░.▒:▓%▔-` + // blocks: an empty part of a bar and a full one stay two signs
	`ÀAÁAÂAÃAÄAÅAĀAĂAĄAÇCĆCĈCĊCČCĎDĐDÐDÈEÉEÊEËEĒEĔEĖEĘEĚEĜGĞGĠGĢGĤHĦHÌIÍIÎIÏIĨIĪIĬIĮIİIĴJĶKĹLĻLĽLĿLŁL` +
	`ÑNŃNŅNŇNÒOÓOÔOÕOÖOØOŌOŎOŐOŔRŖRŘRŚSŜSŞSŠSȘSŢTŤTŦTȚTÙUÚUÛUÜUŨUŪUŬUŮUŰUŲUŴWÝYŶYŸYŹZŻZŽZ` +
	`àaáaâaãaäaåaāaăaąaçcćcĉcċcčcďdđdðdèeéeêeëeēeĕeėeęeěeĝgğgġgģgĥhħhìiíiîiïiĩiīiĭiįiıiĵjķkĺlļlľlŀlłl` +
	`ñnńnņnňnòoóoôoõoöoøoōoŏoőoŕrŗrřrśsŝsşsšsșsßsţtťtŧtțtùuúuûuüuũuūuŭuůuűuųuŵwýyŷyÿyźzżzžz`

// ASCII writes every character outside ASCII with one inside it, column for column: for terminals and locales that have no more.
// A character that is not known becomes a question mark for each of its columns; one that takes no column is left out.
func ASCII(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		if at := strings.IndexRune(inASCII, r); at >= 0 {
			b.WriteByte(inASCII[at+len(string(r))])
			continue
		}
		b.WriteString(strings.Repeat("?", Width(string(r))))
	}
	return b.String()
}
