package input

import (
	"strings"
	"unicode"
)

// Latin returns what the key with a character on it has on an American keyboard: "c" for the Cyrillic es. Programs that are
// worked with letters are worked with the same keys in every layout, and hardly any terminal reports which key it was.
//
// It is a guess: scripts have more than one layout, and the one most people use is in the table. A character that is on
// different keys in two widespread layouts is left out, if one of them would answer a question.
func Latin(r rune) (latin rune, ok bool) {
	if r < 0x80 {
		return r, false
	}
	if d, ok := digit(r); ok {
		return d, true
	}
	if r >= '！' && r <= '～' { // full-width, as an input method for Chinese or Japanese leaves them
		return r - '！' + '!', true
	}
	lower := unicode.ToLower(r)
	for _, l := range layouts {
		if at := strings.IndexRune(l.has, lower); at >= 0 {
			latin = rune(l.keys[len([]rune(l.has[:at]))])
			if lower != r {
				latin = unicode.ToUpper(latin)
			}
			return latin, true
		}
	}
	return 0, false
}

// digit returns the digit of any script.
func digit(r rune) (rune, bool) {
	for _, block := range unicode.Nd.R16 { // each has its digits in order, from zero
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return '0' + (r-rune(block.Lo))%10, true
		}
	}
	return 0, false
}

// layout is the characters of a keyboard, and the keys that they are on.
type layout struct{ has, keys string }

// The layouts, by script. An earlier one counts where two have a character.
var layouts = [...]layout{
	{"йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"}, // Russian
	{"іїєўљњјћџѕ", "s]'oqwj'xz"},                               // Ukrainian, Belarusian, Serbian, Macedonian
	{"ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"}, // Greek
	{"έύίόάήώϋϊΰΐ", "eyioahvyiyi"},
	{"קראטוןםפשדגכעיחלךזסבהנמצ", "ertyuiopasdfghjklzxcvbnm"}, // Hebrew
	{"ضصثقفغعهخحشسيبلاتنئءؤرىة", "qwertyuiopasdfghjkzxcvnm"}, // Arabic
	{"یمز", "dlc"}, // Arabic and Persian
	{"ๆไำพะัีรนยฟหกดเ้่าสผปแอิืทๅภถุึคตจ", "qwertyuiopasdfghjklzxcvbnm14567890"}, // Thai
	{"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm"},                 // Korean
	{"ქწერტყუიოპასდფგჰჯკლზხცვბნმ", "qwertyuiopasdfghjklzxcvbnm"},                 // Georgian
	{"ौैाीूबहगदजोे्िुपरकतॆंमनवलस", "qwertyuiopasdfghjklzxcvbnm"},                 // Hindi
}
