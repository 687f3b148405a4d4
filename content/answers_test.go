package content

import (
	"errors"
	"strings"
	"testing"

	"knead/guide"
	"knead/guide/knowledge"
)

func smallGuide(t testing.TB) *guide.Guide {
	t.Helper()
	l, err := Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	for i := range l.Knowledge.Questions { // a question that is answered with yes or no
		if q := &l.Knowledge.Questions[i]; q.ID == "start" {
			q.Options = append(q.Options, knowledge.Option{ID: "yes", Label: "Yes"}, knowledge.Option{ID: "no", Label: "No"})
		}
	}
	g, err := guide.New(&l.Knowledge, l.Block)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestDecodeAnswers(t *testing.T) {
	g := smallGuide(t)
	for _, c := range []struct{ name, in, want string }{
		{"yaml", "where: [back, neck]\nstart: slowly\nseverity: 2\nhistory: [none]\n", "where: neck, back|start: slowly|severity: 2|history: none"},
		{"json", `{"where": ["neck"], "severity": 2, "history": "unsure"}`, "where: neck|severity: 2|history: unsure"},
		{"json with tabs", "{\n\t\"where\": \"neck\",\n\t\"severity\": \"1\"\n}", "where: neck|severity: 1"},
		{"windows", "\ufeffwhere: neck\r\nseverity: 0\r\n", "where: neck|severity: 0"},
		{"yes", "start: yes", "start: yes"},
		{"quoted", `start: 'no'`, "start: no"},
		{"true", `{"start": true}`, "start: yes"},
		{"false", "start: false", "start: no"},
		{"open option first", "history/fever: unsure\nhistory: thin-bones\n", "history: thin-bones|history/fever: unsure"},
		{"open option alone", "history/fever: unsure\n", "history/fever: unsure"},
		{"comments and blanks", "# me\n\nwhere:   neck   # here\n", "where: neck"},
		{"none at all", "{}", ""},
		{"a version of YAML", "%YAML 1.2\n---\nwhere: neck\n", "where: neck"},
		{"none beside a sign", "where: [none, neck]", "where: neck, none"},
		{"none beside a sign in JSON", `{"history": ["fever", "none"]}`, "history: fever, none"},
		{"not sure beside a sign", "where: [neck, unsure]", "where: neck, unsure"},
		{"not sure beside none", "where: [none, unsure]", "where: unsure, none"},
		{"chosen and left open", "history: fever\nhistory/fever: unsure", "history: fever|history/fever: unsure"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := DecodeAnswers(g, "me.yaml", []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(g.Lines(a), "|"); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestDecodeAnswersProblems(t *testing.T) {
	g := smallGuide(t)
	for _, c := range []struct{ name, in, want string }{
		{"empty", " \n", "me.yaml: is empty; write answers as question: option, one to a line"},
		{"only a comment", "# nothing\n", "me.yaml:1:1: is empty"},
		{"unknown question", "werhe: neck", `me.yaml:1:1: werhe is not a question; did you mean where?`},
		{"unknown option", "where: [neck, bakk]", `me.yaml:1:15: where: "bakk" is not an option; did you mean back?`},
		{"wide characters", "\"首\": x\nwhere: [neck, 背]", "me.yaml:1:1: \"首\" is not a question; use one of where, start, severity, history\n" +
			`me.yaml:2:15: where: "背" is not an option; use one of neck, back, arm, none`},
		{"several for one", "start: [fall, slowly]", `me.yaml:1:8: start: "fall, slowly" is more than one answer; this question takes one option`},
		{"twice in a list", "where: [neck, back, neck]", `me.yaml:1:21: where: "neck" is named twice; name it once`},
		{"truth in a list", "where: false", `me.yaml:1:8: where: "false" is not an option; a list is answered with the options that fit (neck, back, arm, none), or unsure`},
		{"on is not no", "start: on", `me.yaml:1:8: start: "on" is not an option; this question is answered with one of fall, slowly, other, yes, no, or unsure`},
		{"off the scale", "severity: 7", `me.yaml:1:11: severity: "7" is not on the scale; use a whole number from 0 to 2, or unsure`},
		{"not a whole number", `{"severity": 1.5}`, `me.yaml:1:14: severity: "1.5" is not on the scale; use a whole number from 0 to 2, or unsure`},
		{"truth on a scale", "severity: true", `me.yaml:1:11: severity: "true" is not on the scale; use a whole number from 0 to 2, or unsure`},
		{"no value", "where:\nstart: ~", "me.yaml:1:1: where has no answer; name an option, or unsure\nme.yaml:2:1: start has no answer; name an option, or unsure"},
		{"nested", "where: {neck: true}", "me.yaml:1:8: an answer is an option, a number, or a list of options, not fields (name: value)"},
		{"a list", "- where", "me.yaml:1:1: answers are written as question: option, one to a line, not as a list"},
		{"a word", "neck", `me.yaml:1:1: answers are written as question: option, one to a line, not as "neck"`},
		{"twice", "{\"where\": \"neck\",\n\"where\": \"back\"}", `me.yaml:2:1: "where" is answered twice; first on line 1`},
		{"option chosen by itself", "history/fever: yes", "me.yaml:1:16: here an option can only be unsure; to select it, list it under its question"},
		{"open option unknown", "history/fevr: unsure\nwhy/not: unsure", "me.yaml:1:1: history: \"fevr\" is not an option; did you mean fever?\n" +
			"me.yaml:2:1: why is not a question; use one of where, start, severity, history"},
		{"alias", "where: &x neck\nstart: *x", "me.yaml:1:8: an anchor (&name) is not allowed; write the value out where it is needed\n" +
			"me.yaml:2:8: an alias (*name) is not allowed; write the value out"},
		{"syntax", "where: [neck\nstart: fall\n", "me.yaml:2:6: is not YAML: did not find expected ',' or ']' while parsing a flow sequence that begins in line 1"},
		{"binary", "where: neck\nst\x00rt\x1b[31m", "me.yaml:2:3: holds the control character U+0000, which is not allowed; is it a text file?\n" +
			"me.yaml:2:6: holds the control character U+001B, which is not allowed; is it a text file?"},
		{"no UTF-8", "where: n\xe9ck", "me.yaml:1:9: is not UTF-8 here (byte E9); save it as UTF-8"},
		{"UTF-16", "\xff\xfew\x00h\x00", "me.yaml: is UTF-16; save it as UTF-8"},
		{"escaped control character", `where: "\u001b[31mneck"`, `me.yaml:1:8: where: "\x1b[31mneck" is not an option; use one of neck, back, arm, none`},
		{"control character in a name", `"\u001b[31m": neck`, `me.yaml:1:1: "\x1b[31m" is not a question; use one of where, start, severity, history`},
		{"hidden direction", "where: ne\u202eck", "me.yaml:1:10: holds the control character U+202E, which is not allowed; is it a text file?"},
		{"too large", strings.Repeat("#", maxBytes+1), "me.yaml: is larger than 1024 KiB"},
		{"too deep", strings.Repeat("[", 100000), "me.yaml:1:10001: is not YAML: exceeded max depth of 10000 while increasing flow level"},
		{"two documents", "where: neck\n---\nstart: fall\n", "me.yaml:2:1: a second document begins; write everything in one"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := DecodeAnswers(g, "me.yaml", []byte(c.in))
			ps := Problems(nil)
			if !errors.As(err, &ps) || a != nil {
				t.Fatalf("got answers %v, error %v; want problems", a, err)
			}
			if err.Error() != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", err, c.want)
			}
		})
	}
}
