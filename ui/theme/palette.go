package theme

// Palette is the colours of one theme, as "#rrggbb", or as a number from 0 to 15 in a terminal with sixteen colours; an empty
// one leaves the terminal's own. The roles, their contrasts and
// the check for colour-blind readers are described beside each test in palette_test.go.
type Palette struct {
	Ground, Text, Muted, Faint string
	Accent, OnAccent           string
	Focus, OnFocus             string
	OK, Caution, Ask, NotNow   string
	Danger, Alarm, OnAlarm     string
	Found, OnFound             string
	Body, Line, Here           string
	Scale                      [3]string // at 0, 5 and 10; straight runs between
}

// palettes are the themes with colours. Dark and light paint no ground of their own: the reader's terminal stays theirs.
func palette(n Name) Palette {
	switch n {
	case Dark:
		return Palette{
			Text: "#dfe1e6", Muted: "#a3a8b5", Faint: "#4d5362", Accent: "#66cdf0", OnAccent: "#0c1a20",
			Focus: "#22384a", OnFocus: "#ffffff", OK: "#66cdf0", Caution: "#f0d67f", Ask: "#e5854f", NotNow: "#a79fab",
			Danger: "#ff8a80", Alarm: "#a3121c", OnAlarm: "#ffffff", Found: "#f0d67f", OnFound: "#1d1a0c",
			Body: "#636b7c", Line: "#434a59", Here: "#ffffff", Scale: [3]string{"#5f7f9c", "#c97f76", "#ffe2a0"},
		}
	case Light:
		return Palette{
			Text: "#23262d", Muted: "#5d626e", Faint: "#c3c6cc", Accent: "#00668f", OnAccent: "#ffffff",
			Focus: "#d6e8f0", OnFocus: "#0a1a22", OK: "#00668f", Caution: "#8f6500", Ask: "#85290a", NotNow: "#625b64",
			Danger: "#b3161e", Alarm: "#b3161e", OnAlarm: "#ffffff", Found: "#ffe08a", OnFound: "#1d1a0c",
			Body: "#8b92a0", Line: "#b9bec8", Here: "#15181e", Scale: [3]string{"#6f8fa8", "#b4552f", "#5c0f14"},
		}
	case Contrast:
		return Palette{
			Ground: "#000000", Text: "#ffffff", Muted: "#d0d4dc", Faint: "#9aa0ab", Accent: "#4fd0ff", OnAccent: "#000000",
			Focus: "#ffffff", OnFocus: "#000000", OK: "#4fd0ff", Caution: "#ffe45c", Ask: "#ff9a45", NotNow: "#e6dde6",
			Danger: "#ff9c94", Alarm: "#ffffff", OnAlarm: "#8f0010", Found: "#ffe45c", OnFound: "#000000",
			Body: "#7c8492", Line: "#000000", Here: "#ffffff", Scale: [3]string{"#7fa6c8", "#ff9a7a", "#fff2c4"},
		}
	}
	return Palette{}
}

// sixteen is the palette of a theme in a terminal with sixteen colours. What these look like is the terminal's choice, so only
// those are used that can be told from each other and read on black as on white: words are the terminal's own, grounds are
// dark with white on them, for a bold black is grey on many.
func sixteen(n Name) Palette {
	p := Palette{
		Faint: "8", Accent: "6", OnAccent: "0", Focus: "4", OnFocus: "15", OK: "6", Caution: "3", Ask: "1",
		Danger: "1", Alarm: "1", OnAlarm: "15", Found: "5", OnFound: "15", Body: "8", Line: "7", Here: "3",
		Scale: [3]string{"6", "3", "1"},
	}
	switch n {
	case Dark:
		p.Ask, p.Danger = "9", "9"
	case Contrast:
		p.Ground, p.Text, p.Muted, p.NotNow, p.Faint = "0", "15", "15", "15", "7"
		p.Accent, p.Focus, p.OK, p.Caution, p.Ask, p.Danger = "14", "4", "14", "11", "9", "9"
	}
	return p
}
