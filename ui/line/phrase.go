package line

import (
	"slices"
	"strconv"
	"strings"
)

// reply is what a short everyday answer says, whatever the question is.
type reply uint8

const (
	noReply reply = iota
	yes
	no
	noneOf // nothing of the list
	unsure
)

// replies are short answers as people say them, plainly written and without idle words.
var replies = map[string]reply{
	"yes": yes, "y": yes, "yeah": yes, "yep": yes, "yup": yes, "correct": yes, "exactly": yes, "ok": yes, "okay": yes, "that right": yes,
	"no": no, "nope": no, "nah": no, "not really": no, "no thanks": no,
	"none": noneOf, "nothing": noneOf, "nothing at all": noneOf, "none at all": noneOf, "none of these": noneOf, "none of those": noneOf,
	"none of them": noneOf, "none of above": noneOf, "neither": noneOf, "neither of them": noneOf, "not any": noneOf, "dont any": noneOf,
	"dont any of these": noneOf, "none apply": noneOf, "nothing like that": noneOf, "nothing of sort": noneOf, "nothing else": noneOf,
	"unsure": unsure, "not sure": unsure, "dont know": unsure, "do not know": unsure, "dunno": unsure, "idk": unsure, "no idea": unsure,
	"no clue": unsure, "not certain": unsure, "cant tell": unsure, "cannot tell": unsure, "cant say": unsure, "hard to say": unsure,
	"maybe": unsure, "perhaps": unsure, "possibly": unsure, "dont remember": unsure, "cant remember": unsure, "not sure about that": unsure,
}

// idle are words that carry no answer: "it is in my lower back" says no more than "lower back".
var idle = map[string]bool{
	"a": true, "an": true, "the": true, "my": true, "i": true, "im": true, "ive": true, "am": true, "it": true,
	"its": true, "is": true, "are": true, "be": true, "this": true, "that": true, "thats": true, "have": true,
	"has": true, "had": true, "got": true, "get": true, "been": true, "in": true, "on": true, "at": true,
	"around": true, "about": true, "mostly": true, "mainly": true, "just": true, "really": true, "kind": true,
	"sort": true, "please": true, "well": true, "um": true, "so": true, "there": true,
}

// painful are words that say nothing more where the question is where it hurts.
var painful = map[string]bool{
	"pain": true, "pains": true, "painful": true, "hurt": true, "hurts": true, "hurting": true, "sore": true,
	"ache": true, "aches": true, "aching": true, "bad": true, "stiff": true,
}

func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// negating holds words that negate the words near them.
var negating = map[string]bool{
	"no": true, "not": true, "never": true, "without": true, "except": true, "but": true, "dont": true, "doesnt": true,
	"didnt": true, "isnt": true, "arent": true, "wasnt": true, "cant": true, "cannot": true, "wont": true, "nor": true,
	"neither": true, "none": true, "nothing": true, "nobody": true, "hardly": true,
}

// negates reports whether one of these words turns the meaning of the others.
func negates(list []string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return negating[w] })
}

// core is what is left of plainly written words without the idle ones.
func core(plain string, more map[string]bool) string {
	kept := slices.DeleteFunc(strings.Fields(plain), func(w string) bool { return idle[w] || more[w] })
	return strings.Join(kept, " ")
}

// replyOf reads a line as a short answer. "No, nothing" is one when all its parts are.
func replyOf(text string) reply {
	if r, ok := replies[core(plainly(text), nil)]; ok {
		return r
	}
	found := noReply
	for part := range strings.SplitSeq(text, ",") {
		r := replies[core(plainly(part), nil)]
		switch {
		case r == noReply:
			return noReply
		case found == noReply, found == no && r == noneOf:
			found = r
		case r != found && !(found == noneOf && r == no):
			return noReply
		}
	}
	return found
}

// hedged takes words such as "not sure about" or "maybe" off what they leave open.
func hedged(text string) (rest string, ok bool) {
	plain := plainly(text)
	for _, lead := range []string{"i am not sure about", "im not sure about", "not sure about", "unsure about", "i dont know about", "dont know about", "maybe", "perhaps", "possibly", "it might be", "might be", "could be"} {
		if rest, ok := strings.CutPrefix(plain, lead+" "); ok {
			return rest, true
		}
	}
	return "", false
}

var spelled = map[string]int{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
	"forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// numerals writes the numbers among plainly written words in digits: "forty five" becomes "45".
func numerals(plain string) []string {
	var out []string
	tens := false
	for _, w := range strings.Fields(plain) {
		n, ok := spelled[w]
		switch {
		case ok && tens && n > 0 && n < 10:
			before, _ := digits(out[len(out)-1])
			out[len(out)-1], tens = strconv.Itoa(before+n), false
		case ok:
			out, tens = append(out, strconv.Itoa(n)), n >= 20
		default:
			out, tens = append(out, w), false
		}
	}
	return out
}
