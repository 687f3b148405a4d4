package theme

import (
	"strings"

	"knead/guide/document"
)

// Signs are the shapes that repeat what the words say. All are one column wide and none has an emoji form, so the ASCII
// set changes no layout.
type Signs struct {
	ASCII                                bool
	FitsWell, MaySuit, WithCare          string
	AskFirst, NotNow, Little             string
	Chosen, NotChosen                    string // one of several that may be chosen
	Picked, NotPicked                    string // the one that is chosen; also "none of these"
	Unsure, Mark, HereMark               string
	Hurts                                string // on the figure; nothing that also means that all is well
	Bar, Pane, Thick, Rule               string
	Opens, Below, Above, Bullet, Arrow   string
	Full, Empty                          string // certainty
	Left, Right, Up, Down                string
	TopLeft, TopRight, BotLeft, BotRight string
	Side                                 string
	Heavy                                [6]string // of a frame: the corners from the top left clockwise, across, and down
	Body, BodyHere, BodyChosen           string    // the figure without color
	BodyOff                              string    // chosen, and hands off
	Dash, Ellipsis, Dot                  string
}

func signs(ascii bool) Signs {
	if ascii {
		return Signs{
			ASCII: true, FitsWell: "*", MaySuit: "+", WithCare: "!", AskFirst: "?", NotNow: "x", Little: "-",
			Chosen: "#", NotChosen: "-", Picked: "*", NotPicked: "o", Unsure: "?", Mark: "x", HereMark: "+", Hurts: "*",
			Bar: ">", Pane: "|", Thick: "=", Rule: "-", Opens: ">", Below: "v", Above: "^", Bullet: "-", Arrow: ">",
			Full: "#", Empty: "-", Left: "<", Right: ">", Up: "^", Down: "v",
			TopLeft: "+", TopRight: "+", BotLeft: "+", BotRight: "+", Side: "|",
			Heavy: [6]string{"#", "#", "#", "#", "=", "|"}, Body: ":", BodyHere: "+", BodyChosen: "#", BodyOff: "%",
			Dash: "-", Ellipsis: "...", Dot: "|",
		}
	}
	return Signs{
		FitsWell: "●", MaySuit: "◐", WithCare: "▲", AskFirst: "◇", NotNow: "×", Little: "○",
		Chosen: "■", NotChosen: "□", Picked: "●", NotPicked: "○", Unsure: "?", Mark: "✓", HereMark: "◆", Hurts: "*",
		Bar: "▌", Pane: "│", Thick: "━", Rule: "─", Opens: "›", Below: "↓", Above: "↑", Bullet: "·", Arrow: "→",
		Full: "■", Empty: "□", Left: "←", Right: "→", Up: "↑", Down: "↓",
		TopLeft: "╭", TopRight: "╮", BotLeft: "╰", BotRight: "╯", Side: "│",
		Heavy: [6]string{"┏", "┓", "┛", "┗", "━", "┃"}, Body: "░", BodyHere: "▒", BodyChosen: "█", BodyOff: "▓",
		Dash: "–", Ellipsis: "…", Dot: "·",
	}
}

// Certainty draws how sure research is as four boxes, of which so many are filled.
func (s Signs) Certainty(filled int) string {
	return strings.Repeat(s.Full, filled) + strings.Repeat(s.Empty, 4-filled)
}

// Tone returns the sign and the ink of a tone.
func (t *Theme) Tone(tone document.Tone) (string, Ink) {
	//exhaustive:enforce
	switch tone {
	case document.FitsWell:
		return t.Signs.FitsWell, t.OK
	case document.MaySuit:
		return t.Signs.MaySuit, t.OK
	case document.WithCare:
		return t.Signs.WithCare, t.Caution
	case document.AskFirst:
		return t.Signs.AskFirst, t.Ask
	case document.Little:
		return t.Signs.Little, t.Muted
	case document.NotNow:
		return t.Signs.NotNow, t.NotNow
	case document.Urgent, document.Emergency:
		return t.Signs.WithCare, t.Danger
	case document.Plain, document.Note:
	}
	return t.Signs.Bullet, t.Accent
}

// Band returns the ink of the answer that a result opens with. What stops has the ground of an alarm.
func (t *Theme) Band(tone document.Tone) Ink {
	//exhaustive:enforce
	switch tone {
	case document.Urgent, document.Emergency:
		return t.Alarm
	case document.AskFirst:
		return t.AskBand
	case document.Plain, document.Note, document.FitsWell, document.MaySuit, document.WithCare, document.Little, document.NotNow:
	}
	return t.OwnBand
}
