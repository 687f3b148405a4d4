package content

import (
	"errors"
	"strings"
	"testing"
	"time"

	"knead/guide"
	"knead/guide/fhir"
)

// response makes a QuestionnaireResponse of these items, in lines that are counted from 1 at the first item.
func response(items string) string {
	return `{"resourceType": "QuestionnaireResponse", "status": "completed", "item": [
` + strings.NewReplacer(
		"FACTS", `"system": "`+fhir.SystemFacts+`"`, "ABSENT", `"system": "`+fhir.SystemAbsent+`"`,
	).Replace(items) + "]}"
}

const unsureNumber = `{"_valueInteger": {"extension": [{"url": "` + fhir.ExtensionAbsent + `", "valueCode": "asked-unknown"}]}}`

func TestDecodeFHIR(t *testing.T) {
	g := smallGuide(t)
	aside := `{"resourceType": "QuestionnaireResponse", "status": "completed", "extension": [
		{"url": "https://example.org/other", "valueString": "where: nonsense"},
		{"url": "` + fhir.ExtensionAside + `", "valueString": "history: thin-bones"},
		{"url": "` + fhir.ExtensionAside + `", "valueString": "history/fever: unsure"},
		{"url": "` + fhir.ExtensionAside + `", "valueString": "severity: 2"}]}`
	for _, c := range []struct{ name, in, want string }{
		{"nothing", `{"resourceType": "QuestionnaireResponse", "status": "in-progress"}`, ""},
		{"one", response(`{"linkId": "start", "answer": [{"valueCoding": {FACTS, "code": "start/slowly"}}]}`), "start: slowly"},
		{"many, in any order", response(`{"linkId": "where", "answer": [{"valueCoding": {FACTS, "code": "where/back"}}, {"valueCoding": {FACTS, "code": "where/neck"}}]}`), "where: neck, back"},
		{"number", response(`{"linkId": "severity", "answer": [{"valueInteger": 2}]}`), "severity: 2"},
		{"not sure", response(`{"linkId": "where", "answer": [{"valueCoding": {ABSENT, "code": "asked-unknown"}}]}`), "where: unsure"},
		{"number not known", response(`{"linkId": "severity", "answer": [` + unsureNumber + `]}`), "severity: unsure"},
		{"number not known, as a code", response(`{"linkId": "severity", "answer": [{"valueCoding": {ABSENT, "code": "asked-unknown"}}]}`), "severity: unsure"},
		{"not sure, in Knead's own code", response(`{"linkId": "where", "answer": [{"valueCoding": {FACTS, "code": "asked-unknown", "display": "Not sure"}}]}`), "where: unsure"},
		{"no number", response(`{"linkId": "severity.unsure", "answer": [{"valueCoding": {FACTS, "code": "asked-unknown"}}]}`), "severity: unsure"},
		{"a number, and no number: nothing is ruled out", response(`{"linkId": "severity", "answer": [{"valueInteger": 2}]}, {"linkId": "severity.unsure", "answer": [{"valueCoding": {FACTS, "code": "asked-unknown"}}]}`), "severity: 2|severity/mild: unsure"},
		{"words beside", response(`{"linkId": "where.about", "item": [{"linkId": "where.help.neck", "text": "x"}]}, {"linkId": "where.why"}, {"linkId": "where.open.why"}, {"linkId": "severity.unsure"}`), ""},
		{"open option", response(`{"linkId": "history.open", "answer": [{"valueCoding": {FACTS, "code": "history/fever"}}]}`), "history/fever: unsure"},
		{"in groups, with words", response(`{"linkId": "screen.where", "text": "x", "item": [{"linkId": "where.hint", "text": "y"},
			{"linkId": "where", "text": "z", "_text": {"id": "1"}, "answer": [{"id": "2", "valueCoding": {FACTS, "code": "where/neck", "display": "Neck \ud83d\ude00 \\ud83d"}}]}]}`), "where: neck"},
		{"below an answer", response(`{"linkId": "start", "answer": [{"valueCoding": {FACTS, "code": "start/fall"}, "item": [{"linkId": "severity", "answer": [{"valueInteger": 1}]}]}]}`), "start: fall|severity: 1"},
		{"none beside a sign", response(`{"linkId": "where", "answer": [{"valueCoding": {FACTS, "code": "where/none"}}, {"valueCoding": {FACTS, "code": "where/neck"}}]}`), "where: neck, none"},
		{
			"not sure beside a sign", response(`{"linkId": "history", "answer": [{"valueCoding": {FACTS, "code": "history/fever"}}, {"valueCoding": {ABSENT, "code": "asked-unknown"}}]}`),
			"history: fever, unsure",
		},
		{
			"open and chosen", response(`{"linkId": "history", "answer": [{"valueCoding": {FACTS, "code": "history/fever"}}]}, {"linkId": "history.open", "answer": [{"valueCoding": {FACTS, "code": "history/fever"}}]}`),
			"history: fever|history/fever: unsure",
		},
		{"aside", aside, "severity: 2|history: thin-bones|history/fever: unsure"},
		{"what FHIR has besides", `{"resourceType": "QuestionnaireResponse", "id": "1", "meta": {"tag": [{"code": "x"}]}, "language": "en", "text": {"status": "generated", "div": "<div/>"},
			"subject": {"reference": "Patient/1"}, "authored": "2026-11-20", "author": {"display": "Somebody"}, "source": {"reference": "Patient/1"}, "identifier": {"value": "7"},
			"questionnaire": "` + fhir.Canonical + `|2020-01-01", "status": "amended", "_status": {"id": "s"}, "item": []}`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for name, decode := range map[string]func(*guide.Guide, string, []byte) (guide.Answers, error){"DecodeFHIR": DecodeFHIR, "DecodeAnswers": DecodeAnswers} {
				a, err := decode(g, "r.json", []byte(c.in))
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if got := strings.Join(g.Lines(a), "|"); got != c.want {
					t.Errorf("%s: got %s, want %s", name, got, c.want)
				}
			}
		})
	}
}

func TestDecodeFHIRProblems(t *testing.T) {
	g := smallGuide(t)
	deep := strings.Repeat(`{"linkId": "screen.where", "item": [`, 9) + strings.Repeat("]}", 9)
	names := 0
	for strings.Contains(deep, `"screen.where"`) { // each its own
		deep = strings.Replace(deep, `"screen.where"`, `"`+[]string{"where", "start", "severity", "history", "where.hint", "start.hint", "severity.hint", "history.hint", "where.why"}[names]+`"`, 1)
		names++
	}
	for _, c := range []struct{ name, in, want string }{
		{"no resource", `{"where": "neck"}`, `r.json:1:1: is not a FHIR resource; a QuestionnaireResponse begins with "resourceType"`},
		{"no object", `[]`, `r.json:1:1: is not a FHIR resource; a QuestionnaireResponse begins with "resourceType"`},
		{"another resource", `{"resourceType": "Questionnaire", "status": "active"}`, `r.json:1:18: "Questionnaire" holds no answers; a QuestionnaireResponse does`},
		{"resource is no text", `{"resourceType": 1}`, `r.json:1:18: a text in quotation marks belongs here, not the number 1`},
		{"no status", `{"resourceType": "QuestionnaireResponse"}`, `r.json:1:1: the field status is missing; write completed, or in-progress`},
		{"unknown status", `{"resourceType": "QuestionnaireResponse", "status": "complete"}`, `r.json:1:53: status: "complete" is unknown; did you mean completed?`},
		{"in error", `{"resourceType": "QuestionnaireResponse", "status": "entered-in-error"}`, `r.json:1:53: these answers are marked as entered in error, and are not read`},
		{
			"another questionnaire", `{"resourceType": "QuestionnaireResponse", "status": "completed", "questionnaire": "https://example.org/q|1"}`,
			`r.json:1:83: this answers another questionnaire, "https://example.org/q"; the one of this guide is ` + fhir.Canonical,
		},
		{"unknown field", `{"resourceType": "QuestionnaireResponse", "status": "completed", "items": []}`, `r.json:1:66: "items" is not a field of the response; did you mean item?`},
		{"twice", `{"resourceType": "QuestionnaireResponse", "status": "completed", "status": "completed"}`, `r.json:1:66: the field "status" is written twice; first on line 1`},
		{
			"changes the meaning", `{"resourceType": "QuestionnaireResponse", "status": "completed", "implicitRules": "x", "modifierExtension": []}`,
			"r.json:1:83: implicitRules would change what the answers mean, and are not known here\nr.json:1:88: a modifierExtension would change what the answers mean, and is not known here",
		},
		{"items are no list", `{"resourceType": "QuestionnaireResponse", "status": "completed", "item": {}}`, `r.json:1:74: item is a list in brackets, not fields (name: value)`},
		{"item is no object", response(`"where"`), `r.json:2:1: an item is an object in braces, not "where"`},
		{"no linkId", response(`{"text": "where"}`), `r.json:2:1: an item has no linkId`},
		{"unknown item", response(`{"linkId": "wehre"}`), `r.json:2:12: "wehre" is not an item of the questionnaire; did you mean where?`},
		{"unknown part of an item", response(`{"linkId": "where.more"}`), `r.json:2:12: "where.more" is not an item of the questionnaire; did you mean where?`},
		{"open options of a single answer", response(`{"linkId": "start.open"}`), `r.json:2:12: "start.open" is not an item of the questionnaire; did you mean start?`},
		{"help of an unknown option", response(`{"linkId": "where.help.nose"}`), `r.json:2:12: "where.help.nose" is not an item of the questionnaire; use one of where, start, severity, history`},
		{"no number for a choice", response(`{"linkId": "start.unsure"}`), `r.json:2:12: "start.unsure" is not an item of the questionnaire; did you mean start?`},
		{"a number for no number", response(`{"linkId": "severity.unsure", "answer": [{"valueInteger": 1}]}`), `r.json:2:59: severity.unsure takes the code asked-unknown only; a number belongs in the item severity`},
		{"unknown screen", response(`{"linkId": "screen.x"}`), `r.json:2:12: "screen.x" is not an item of the questionnaire; use one of where, start, severity, history`},
		{"item twice", response("{\"linkId\": \"where\"},\n{\"linkId\": \"where\"}"), `r.json:3:12: "where" is answered twice; first on line 2`},
		{"words with an answer", response(`{"linkId": "where.hint", "answer": [{"valueInteger": 1}]}`), `r.json:2:36: "where.hint" holds questions or words, and takes no answer`},
		{"unknown option", response(`{"linkId": "where", "answer": [{"valueCoding": {FACTS, "code": "where/neckk"}}]}`), `where: "neckk" is not an option; did you mean neck?`},
		{"option of another question", response(`{"linkId": "where", "answer": [{"valueCoding": {FACTS, "code": "history/fever"}}]}`), `"history/fever" is not an answer to where; its codes begin with where/`},
		{"bare option", response(`{"linkId": "where", "answer": [{"valueCoding": {FACTS, "code": "neck"}}]}`), `"neck" is not an answer to where; its codes begin with where/`},
		{"no system", response(`{"linkId": "where", "answer": [{"valueCoding": {"code": "where/neck"}}]}`), `r.json:2:48: valueCoding has no system; the answers of this guide have ` + fhir.SystemFacts},
		{"unknown system", response(`{"linkId": "where", "answer": [{"valueCoding": {"system": "http://loinc.org", "code": "1"}}]}`), `r.json:2:59: the code system "http://loinc.org" is not known here; the answers of this guide have ` + fhir.SystemFacts},
		{"no code", response(`{"linkId": "where", "answer": [{"valueCoding": {FACTS}}]}`), `valueCoding has no code`},
		{"code is a number", response(`{"linkId": "where", "answer": [{"valueCoding": {FACTS, "code": 7}}]}`), `a text in quotation marks belongs here, not the number 7`},
		{"declined", response(`{"linkId": "where", "answer": [{"valueCoding": {ABSENT, "code": "asked-declined"}}]}`), `"asked-declined" is not known here; not sure is asked-unknown`},
		{
			"two for one", response(`{"linkId": "start", "answer": [{"valueCoding": {FACTS, "code": "start/fall"}}, {"valueCoding": {FACTS, "code": "start/slowly"}}]}`),
			`start: "fall, slowly" is more than one answer; this question takes one option`,
		},
		{"off the scale", response(`{"linkId": "severity", "answer": [{"valueInteger": 11}]}`), `r.json:2:52: severity: "11" is not on the scale; use a whole number from 0 to 2, or unsure`},
		{"no whole number", response(`{"linkId": "severity", "answer": [{"valueInteger": 1.5}]}`), `r.json:2:52: valueInteger: the number 1.5 is not a whole number; write one from 0 to 2`},
		{"number as text", response(`{"linkId": "severity", "answer": [{"valueInteger": "1"}]}`), `r.json:2:52: valueInteger: "1" is not a whole number; write one from 0 to 2`},
		{"band as code", response(`{"linkId": "severity", "answer": [{"valueCoding": {FACTS, "code": "severity/mild"}}]}`), `severity takes a valueInteger from 0 to 2, not a code`},
		{"number for a choice", response(`{"linkId": "start", "answer": [{"valueInteger": 1}]}`), `r.json:2:32: start takes a valueCoding, not a number`},
		{
			"number missing for another reason", response(`{"linkId": "severity", "answer": [{"_valueInteger": {"extension": [{"url": "x", "valueCode": "masked"}]}}]}`),
			`r.json:2:53: the number is missing without a known reason; not sure is the extension ` + fhir.ExtensionAbsent + ` with asked-unknown`,
		},
		{"no value", response(`{"linkId": "where", "answer": [{}]}`), `r.json:2:32: an answer has no value; write valueCoding, or valueInteger for a number`},
		{"other value", response(`{"linkId": "where", "answer": [{"valueString": "neck"}]}`), `r.json:2:33: "valueString" is not a field of an answer; did you mean valueCoding?`},
		{"two values", response(`{"linkId": "severity", "answer": [{"valueInteger": 1, "valueCoding": {FACTS, "code": "x"}}]}`), `r.json:2:35: an answer has one value; this one has two`},
		{"aside", `{"resourceType": "QuestionnaireResponse", "status": "completed", "extension": [{"url": "` + fhir.ExtensionAside + `", "valueString": "wehre: neck"}]}`, `wehre is not a question; did you mean where?`},
		{"aside without words", `{"resourceType": "QuestionnaireResponse", "status": "completed", "extension": [{"url": "` + fhir.ExtensionAside + `"}]}`, `r.json:1:80: an answer that no item holds is a valueString: question: option`},
		{"too deep", response(deep), `items are nested more than 8 deep`},
		{"very deep", response(strings.Repeat(`{"linkId": "screen.where", "item": [`, 20000)), `is not YAML: exceeded max depth of 10000`},
		{"too large", strings.Repeat(" ", maxBytes+1), `r.json: is larger than 1024 KiB`},
		{"cut off", response(`{"linkId": "where"`)[:90], `is not YAML`},
		{"half a character", response(`{"linkId": "\ud83d"}`), `is not YAML`},
		{"escape sequence", response(`{"linkId": "\u001b[31m"}`), `"\x1b[31m" is not an item of the questionnaire`},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := DecodeFHIR(g, "r.json", []byte(c.in))
			ps := Problems(nil)
			if !errors.As(err, &ps) || a != nil {
				t.Fatalf("got answers %v, error %v; want problems", a, err)
			}
			whole := strings.HasPrefix(c.want, "r.json")
			if got := err.Error(); whole && got != c.want || !strings.Contains(got, c.want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
			printable(t, err)
		})
	}
}

// What a response says of when it was given, and to which questions, is read; a file of answers says neither.
func TestReadAnswersSaysWhen(t *testing.T) {
	g := smallGuide(t)
	at := func(fields string) string {
		return `{"resourceType": "QuestionnaireResponse", "status": "completed", ` + fields + `"item": []}`
	}
	for in, want := range map[string]Given{
		"where: neck": {},
		at(""):        {},
		at(`"questionnaire": "` + fhir.Canonical + `", `):   {},
		at(`"questionnaire": "` + fhir.Canonical + `|7", `): {Version: "7"},
		at(`"authored": "2026-11-20T08:30:00Z", `):          {On: time.Date(2026, 11, 20, 8, 30, 0, 0, time.UTC)},
		at(`"authored": "2026-11-20T08:30:00.123+02:00", `): {On: time.Date(2026, 11, 20, 6, 30, 0, 123e6, time.UTC)},
		at(`"authored": "2026-11-20", `):                    {On: time.Date(2026, 11, 20, 0, 0, 0, 0, time.Local)},
		at(`"authored": "2026-11", `):                       {On: time.Date(2026, 11, 1, 0, 0, 0, 0, time.Local)},
		at(`"authored": "2026", `):                          {On: time.Date(2026, 1, 1, 0, 0, 0, 0, time.Local)},
	} {
		given, err := ReadAnswers(g, "r.json", []byte(in))
		if err != nil || !given.On.Equal(want.On) || given.Version != want.Version {
			t.Errorf("%s says %v, %q (%v)", in, given.On, given.Version, err)
		}
	}
	for _, wrong := range []string{`"yesterday"`, `"20.11.2026"`, `"2026-11-20T08:30"`, `"2026-13-01"`, `7`, `""`} {
		given, err := ReadAnswers(g, "r.json", []byte(at(`"authored": `+wrong+`, `)))
		if err == nil || given.Answers != nil || !strings.HasPrefix(err.Error(), "r.json:1:") {
			t.Errorf("%s is read as %v, %v", wrong, given.On, err)
		}
	}
}

func FuzzFHIR(f *testing.F) {
	g := smallGuide(f)
	for _, s := range []string{
		response(`{"linkId": "where", "answer": [{"valueCoding": {FACTS, "code": "where/back"}}]}, {"linkId": "history.open", "answer": [{"valueCoding": {FACTS, "code": "history/fever"}}]}`),
		response(`{"linkId": "screen.where", "item": [{"linkId": "severity", "answer": [` + unsureNumber + `]}]}`),
		response(`{"linkId": "where", "answer": [{"valueCoding": {ABSENT, "code": "asked-unknown", "display": "\ud83d\ude00"}}]}`),
		`{"resourceType": "QuestionnaireResponse", "status": "completed", "extension": [{"url": "` + fhir.ExtensionAside + `", "valueString": "history: thin-bones"}]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := DecodeFHIR(g, "r.json", data)
		printable(t, err)
		if err != nil {
			return
		}
		again, err := g.ParseLines(g.Lines(a))
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		if x, y := strings.Join(g.Lines(a), "\n"), strings.Join(g.Lines(again), "\n"); x != y {
			t.Errorf("%q became %q", x, y)
		}
		g.Assess(a)
	})
}
