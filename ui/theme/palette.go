package theme

import "slices"

// Palette is the colors of one theme, as "#rrggbb", or as a number from 0 to 15 in a terminal with sixteen colors; an empty one
// leaves the terminal's own. The roles, their contrasts, and the check for colorblind readers are described at each test in
// palette_test.go.
type Palette struct {
	Ground, Text, Muted, Faint string
	Accent, OnAccent           string
	Focus, OnFocus             string
	OK, Caution, Ask, NotNow   string
	Danger, Alarm, OnAlarm     string
	Found, OnFound             string
	Band, OnBand               string // under the answer of a result
	BandAsk, OnBandAsk         string // the same while somebody should be asked first
	Body, Line, Here, Off      string
	Scale                      []string // of pain: at 0, 5 and 10, with straight runs between; or all eleven
}

// palette is the palette of a theme with colors. Dark and light paint no ground of their own: the reader's terminal stays theirs.
// Auto does not know the ground, so its words are in the terminal's own color, and each of its colors can be read on black and on
// white.
func palette(n Name) Palette {
	switch n {
	case Auto:
		return Palette{
			Faint: "#808080", Accent: "#0678c6", OnAccent: "#ffffff",
			Focus: "#005f87", OnFocus: "#ffffff", OK: "#0678c6", Caution: "#9f6c00", Ask: "#b75a45",
			Danger: "#d93824", Alarm: "#b3161e", OnAlarm: "#ffffff", Found: "#ffe08a", OnFound: "#1d1a0c",
			Band: "#1f4b60", OnBand: "#ffffff", BandAsk: "#643017", OnBandAsk: "#ffffff",
			Body: "#767676", Line: "#949494", Here: "#b0529c", Off: "#ffffff", Scale: []string{"#7394ac", "#b7633c", "#b3161e"},
		}
	case Dark:
		return Palette{
			Text: "#e4e4e4", Muted: "#a8a8a8", Faint: "#4d5362", Accent: "#66cdf0", OnAccent: "#0c1a20",
			Focus: "#22384a", OnFocus: "#ffffff", OK: "#66cdf0", Caution: "#f0d67f", Ask: "#e5854f", NotNow: "#a79fab",
			Danger: "#ff8a80", Alarm: "#a3121c", OnAlarm: "#ffffff", Found: "#f0d67f", OnFound: "#1d1a0c",
			Band: "#1f4b60", OnBand: "#ffffff", BandAsk: "#643017", OnBandAsk: "#ffffff",
			Body: "#6c6c6c", Line: "#444444", Here: "#ffffff", Off: "#ffefb3", Scale: []string{"#5f7f9c", "#c97f76", "#ffe2a0"},
		}
	case Light:
		return Palette{
			Text: "#262626", Muted: "#5f5f5f", Faint: "#c3c6cc", Accent: "#00668f", OnAccent: "#ffffff",
			Focus: "#d6e8f0", OnFocus: "#0a1a22", OK: "#00668f", Caution: "#8f6500", Ask: "#85290a", NotNow: "#625b64",
			Danger: "#b3161e", Alarm: "#b3161e", OnAlarm: "#ffffff", Found: "#ffe08a", OnFound: "#1d1a0c",
			Band: "#d6ebf4", OnBand: "#0a1a22", BandAsk: "#f7e1d6", OnBandAsk: "#3a1204",
			Body: "#8a8a8a", Line: "#bcbcbc", Here: "#121212", Off: "#2b1c00", Scale: []string{"#6f8fa8", "#b4552f", "#5c0f14"},
		}
	case Contrast:
		return Palette{
			Ground: "#000000", Text: "#ffffff", Muted: "#d0d0d0", Faint: "#9aa0ab", Accent: "#4fd0ff", OnAccent: "#000000",
			Focus: "#ffffff", OnFocus: "#000000", OK: "#4fd0ff", Caution: "#ffe45c", Ask: "#ff9a45", NotNow: "#e6dde6",
			Danger: "#ff9c94", Alarm: "#ffffff", OnAlarm: "#8f0010", Found: "#ffe45c", OnFound: "#000000",
			Band: "#ffffff", OnBand: "#000000", BandAsk: "#ff9a45", OnBandAsk: "#000000",
			Body: "#808080", Line: "#000000", Here: "#ffffff", Off: "#000000", Scale: []string{"#7fa6c8", "#ff9a7a", "#fff2c4"},
		}
	}
	return Palette{}
}

// indexed is the palette of a theme in a terminal with 256 colors: of its fixed ones, the nearest that keep the contrasts and
// the quiet of the original. The nearest by number would make the figure purple and the row in focus green.
func indexed(n Name) Palette {
	switch n {
	case Auto:
		return Palette{
			Faint: "#808080", Accent: "#0087af", OnAccent: "#080808",
			Focus: "#005f87", OnFocus: "#ffffff", OK: "#0087af", Caution: "#af5f00", Ask: "#d7005f",
			Danger: "#d70000", Alarm: "#af0000", OnAlarm: "#ffffff", Found: "#ffd787", OnFound: "#080808",
			Band: "#005f5f", OnBand: "#ffffff", BandAsk: "#875f00", OnBandAsk: "#ffffff",
			Body: "#767676", Line: "#949494", Here: "#d700af", Off: "#ffffff",
			Scale: mildToSevere("#0087af", "#af5f00", "#d70000"),
		}
	case Dark:
		return Palette{
			Text: "#e4e4e4", Muted: "#a8a8a8", Faint: "#585858", Accent: "#5fd7ff", OnAccent: "#080808",
			Focus: "#005f87", OnFocus: "#ffffff", OK: "#5fd7ff", Caution: "#ffd787", Ask: "#ff875f", NotNow: "#9e9e9e",
			Danger: "#ff8787", Alarm: "#af0000", OnAlarm: "#ffffff", Found: "#ffd787", OnFound: "#080808",
			Band: "#005f5f", OnBand: "#ffffff", BandAsk: "#875f00", OnBandAsk: "#ffffff",
			Body: "#6c6c6c", Line: "#444444", Here: "#ffffff", Off: "#ffffd7",
			Scale: []string{"#5f87af", "#8787af", "#af8787", "#af87af", "#d78787", "#ff875f", "#ff8787", "#ffaf5f", "#ffaf87", "#ffd787", "#ffd7af"},
		}
	case Light:
		return Palette{
			Text: "#262626", Muted: "#5f5f5f", Faint: "#c6c6c6", Accent: "#005f87", OnAccent: "#ffffff",
			Focus: "#afd7ff", OnFocus: "#080808", OK: "#005f87", Caution: "#875f00", Ask: "#870000", NotNow: "#626262",
			Danger: "#af0000", Alarm: "#af0000", OnAlarm: "#ffffff", Found: "#ffd787", OnFound: "#080808",
			Band: "#d7ffff", OnBand: "#080808", BandAsk: "#ffd7af", OnBandAsk: "#121212",
			Body: "#8a8a8a", Line: "#bcbcbc", Here: "#121212", Off: "#080808",
			Scale: []string{"#8787af", "#878787", "#87875f", "#af5f87", "#af5f5f", "#af5f00", "#d70000", "#af0000", "#870000", "#5f0000", "#1c1c1c"},
		}
	case Contrast:
		return Palette{
			Ground: "#000000", Text: "#ffffff", Muted: "#d0d0d0", Faint: "#9e9e9e", Accent: "#5fd7ff", OnAccent: "#000000",
			Focus: "#ffffff", OnFocus: "#000000", OK: "#5fd7ff", Caution: "#ffff5f", Ask: "#ff8700", NotNow: "#e4e4e4",
			Danger: "#ffafaf", Alarm: "#ffffff", OnAlarm: "#870000", Found: "#ffff5f", OnFound: "#000000",
			Band: "#ffffff", OnBand: "#000000", BandAsk: "#ff8700", OnBandAsk: "#000000",
			Body: "#808080", Line: "#000000", Here: "#ffffff", Off: "#000000",
			Scale: []string{"#87afd7", "#afafd7", "#d7afaf", "#d7afd7", "#ffaf5f", "#ffaf87", "#ffafaf", "#ffd787", "#ffd7af", "#ffffaf", "#ffffd7"},
		}
	}
	return Palette{}
}

// sixteen is the palette of a theme in a terminal with sixteen colors. The terminal defines how these look, so it uses only
// those that can be distinguished and read on the theme's ground in today's terminals. Text uses the terminal's default color.
// Grounds are dark with white text, because bold black is gray in many terminals. On white, cyan and yellow cannot be read.
func sixteen(n Name) Palette {
	p := Palette{
		Faint: "8", Accent: "6", OnAccent: "0", Focus: "4", OnFocus: "15", OK: "6", Caution: "3", Ask: "1",
		Danger: "1", Alarm: "1", OnAlarm: "15", Found: "5", OnFound: "15",
		Band: "6", OnBand: "0", BandAsk: "3", OnBandAsk: "0", Body: "8", Line: "7", Here: "3", Off: "15",
		Scale: mildToSevere("6", "3", "1"),
	}
	switch n {
	case Auto: // the ground may be white or black: only red and magenta can be read on both
		p.Accent, p.OnAccent, p.OK, p.Caution, p.Here, p.Scale = "5", "15", "5", "5", "1", mildToSevere("8", "5", "1")
	case Light:
		p.Accent, p.OnAccent, p.OK, p.Caution, p.Here, p.Scale = "4", "15", "4", "5", "5", mildToSevere("4", "5", "1")
	case Dark:
		p.Ask, p.Danger, p.Scale = "9", "9", mildToSevere("6", "3", "9")
	case Contrast:
		p.Ground, p.Text, p.Muted, p.NotNow, p.Faint = "0", "15", "15", "15", "7"
		p.Accent, p.Focus, p.OK, p.Caution, p.Ask, p.Danger = "14", "4", "14", "11", "9", "9"
	}
	return p
}

// mildToSevere is a scale with a color for each of three steps: mild up to 3, moderate up to 6, and severe.
func mildToSevere(mild, moderate, severe string) []string {
	return slices.Concat(slices.Repeat([]string{mild}, 4), slices.Repeat([]string{moderate}, 3), slices.Repeat([]string{severe}, 4))
}
