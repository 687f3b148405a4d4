package theme

// Palette is the colours of one theme, as "#rrggbb"; an empty one leaves the terminal's own. The roles, their contrasts and
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
