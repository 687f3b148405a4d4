package line

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"knead/content"
	"knead/guide"
	"knead/guide/find"
	"knead/guide/knowledge"
)

var update = flag.Bool("update", false, "write the transcripts of testdata")

// TestScripts compares whole sessions with testdata. A file says why it exists, holds what is typed, and what is then to be
// read. The questions are those of small.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	l := small()
	sg, err := guide.New(&l.Knowledge, l.Block)
	if err != nil {
		t.Fatal(err)
	}
	endings := map[Ending]string{Finished: "finished", Stopped: "stopped", Left: "left", EndOfInput: "end of input", Interrupted: "interrupted"}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(strings.TrimSpace(string(archive.Comment))) < 20 {
				t.Error("does not say why it exists")
			}
			o := Options{Guide: sg, Library: l, Purpose: "This is a guide for a test. It does nothing else.", Echo: true, Width: 64}
			var in []byte
			for _, f := range archive.Files {
				switch f.Name {
				case "input":
					in = f.Data
				case "answers":
					if o.Answers, err = sg.ParseLines(strings.Split(strings.TrimSpace(string(f.Data)), "\n")); err != nil {
						t.Fatal(err)
					}
				case "ascii":
					o.ASCII = true
				}
			}
			var out bytes.Buffer
			outcome, err := Run(context.Background(), o, bytes.NewReader(in), &out)
			if err != nil {
				t.Fatal(err)
			}
			got := out.String() + "(" + endings[outcome.Ending] + ")\n"
			last := len(archive.Files) - 1
			if *update {
				if archive.Files[last].Name != "transcript" {
					archive.Files = append(archive.Files, txtar.File{Name: "transcript"})
					last++
				}
				archive.Files[last].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := archive.Files[last]; want.Name != "transcript" || string(want.Data) != got {
				t.Errorf("%s differs; run go test -update and read the difference. It is now:\n%s", file, got)
			}
			tidy(t, out.String(), 64)
		})
	}
}

// small is a guide with one of everything that is asked, so that a transcript is short.
func small() *content.Library {
	options := func(pairs ...string) []knowledge.Option {
		var out []knowledge.Option
		for i := 0; i < len(pairs); i += 2 {
			out = append(out, knowledge.Option{ID: pairs[i], Label: pairs[i+1]})
		}
		return out
	}
	when := func(facts ...string) knowledge.When {
		var w knowledge.When
		for _, f := range facts {
			w = append(w, []string{f})
		}
		return w
	}
	where := options("shoulder", "Shoulder", "low-back", "Low back", "leg", "Thigh or knee", "none", "Nowhere now")
	where[0].Help = "Also the shoulder blade."
	signs := options("leg", "Leg newly weak", "arm", "Arm newly weak", "cold", "A limb suddenly cold", "none", "None of these")
	signs[0].ShowWhen, signs[1].ShowWhen = when("where/leg", "where/low-back"), when("where/shoulder")
	history := options("thinner", "Blood thinner", "clot", "Blood clot in the past", "gout", "Gout now", "hernia", "Hernia", "young", "Under 18", "none", "None of these")
	history[0].Group, history[1].Group, history[2].Group, history[3].Group = "Blood", "Blood", "Joints", "Other"
	history[0].ShowWhen, history[1].ShowWhen, history[2].ShowWhen = when("risk/blood"), when("risk/blood", "health/heart"), when("health/joints")
	history[3].ShowWhen, history[4].ShowWhen = when("health/other"), when("age/young")
	history[2].Help = "A hot, swollen joint."
	severity := []knowledge.Option{{ID: "mild", Label: "Mild (0 to 2)", To: 2}, {ID: "strong", Label: "Strong (3 to 4)", From: 3, To: 4}}
	side := func(place, label string) knowledge.Question {
		return knowledge.Question{ID: "side-" + place, Role: knowledge.RoleSide, Each: "where", Of: []string{place}, Title: label + ": which side?", Why: "So that your notes name the right side.", Unsure: "No advice depends on it.", Kind: knowledge.One, Stage: "pain", Screen: "where", AskWhen: when("where/" + place), Options: options("left", "Left", "right", "Right", "both", "Both")}
	}
	verdicts := func(v knowledge.Verdict) []knowledge.Contraindication {
		var out []knowledge.Contraindication
		for _, o := range history[:5] {
			out = append(out, knowledge.Contraindication{History: o.ID, Verdict: v, Reason: "It needs care.", Adaptation: "Go lightly.", Status: knowledge.StatusVerified, Sources: []string{"book"}})
		}
		return out
	}
	glance := knowledge.Glance{Weak: "It does not last.", Effort: "None.", Touch: "Light.", Try: "Three times, then judge.", Cost: "Little."}
	k := knowledge.Base{
		Terms: []find.Group{
			{ID: "thinners", Leads: []string{"history/thinner"}, Names: []string{"anticoagulant"}, Medicines: []find.Medicine{{Name: "apixaban", Brands: []string{"Eliquis"}}}},
			{ID: "painkillers", Nothing: "They change nothing.", Names: []string{"ibuprofen"}},
			{ID: "backs", Leads: []string{"where"}, Names: []string{"bad back"}},
		},
		Stages: []knowledge.Stage{{ID: "pain", Title: "The pain"}, {ID: "you", Title: "About you"}},
		Questions: []knowledge.Question{
			{ID: "where", Title: "Where does it hurt?", Hint: "Left and right are your own.", Why: "The places decide what comes next.", Kind: knowledge.Many, Stage: "pain", Options: where, Role: knowledge.RolePlace},
			side("shoulder", "Shoulder"), side("leg", "Thigh or knee"),
			{ID: "signs", Title: "Is any of this new?", Hint: "Read all of them.", Why: "These need help first.", Kind: knowledge.Many, Stage: "pain", Options: signs, Sources: []string{"book"}, Role: knowledge.RoleAlarm},
			{ID: "fast", Title: "Did it come within a day?", Why: "Speed matters.", Kind: knowledge.One, Stage: "pain", AskWhen: when("signs/leg", "signs/arm"), IfUnsure: []string{"yes"}, Options: options("yes", "Yes", "no", "No")},
			{ID: "age", Title: "How old are you?", Why: "Children need other care.", Kind: knowledge.One, Stage: "you", Screen: "you", Options: options("young", "Under 18", "grown", "18 or over")},
			{ID: "risk", Role: knowledge.RoleRisk, Title: "Do you have any of these?", Why: "It changes what a pain means.", Kind: knowledge.Many, Stage: "you", Screen: "you", Options: options("blood", "Trouble with clotting", "none", "None of these")},
			{ID: "risk-more", Title: "Did the pain come suddenly?", Why: "Together they matter.", Kind: knowledge.One, Stage: "you", AskWhen: when("risk/blood"), Options: options("yes", "Yes", "no", "No")},
			{ID: "severity", Title: "How bad is it?", Why: "Strong pain calls for gentler steps.", Kind: knowledge.Scale, Stage: "pain", Options: severity, Role: knowledge.RolePain, Words: []string{"No pain.", "A little.", "Some.", "Much.", "The worst."}},
			{ID: "health", Title: "Anything else about your health?", Why: "It decides what to leave out.", Unsure: "Then more is told with care.", Kind: knowledge.Many, Stage: "you", Options: options("heart", "Heart or vessels", "joints", "Joints", "other", "Something else", "none", "Nothing else"), Role: knowledge.RoleDrawers},
			{ID: "history", Title: "Which exactly?", Why: "Each has its own advice.", Kind: knowledge.Many, Stage: "you", AskWhen: when("risk/blood", "health/heart", "health/joints", "health/other"), Options: history, Role: knowledge.RoleHistory},
		},
		Levels: []knowledge.LevelText{
			{Level: knowledge.SelfCare, Title: "Look after yourself", Headline: "Keep moving.", Advice: "None of your answers is a warning sign, but something may still be wrong."},
			{Level: knowledge.ClinicianFirst, Title: "Ask a clinician first", Headline: "See a doctor before anybody works on you.", Advice: "Some days are soon enough."},
			{Level: knowledge.Urgent, Title: "Get help today", Headline: "See a doctor today.", Advice: "Book nothing else."},
			{Level: knowledge.Emergency, Title: "Get help now", Headline: "Call your emergency number.", Advice: "Do not wait."},
		},
		RedFlags: []knowledge.RedFlag{
			{ID: "weak-fast", Level: knowledge.Emergency, Question: "Did it come within a day?", Meaning: "Nerves may be pressed.", When: knowledge.When{{"fast/yes"}}, Judgement: true},
			{ID: "cold-limb", Level: knowledge.Urgent, Question: "Is a limb cold?", Meaning: "Too little blood may reach it.", When: when("signs/cold"), Judgement: true},
			{ID: "leg-strong", Level: knowledge.Urgent, Question: "Is the leg very sore?", Meaning: "A vein may be closed.", When: knowledge.When{{"where/leg", "severity/strong"}}, Judgement: true},
			{ID: "bleed", Level: knowledge.Emergency, Question: "Did it come suddenly?", Meaning: "It may be a bleed.", When: when("risk-more/yes"), Judgement: true},
			{ID: "child", Level: knowledge.ClinicianFirst, Question: "How old are you?", Meaning: "Children need other care.", When: when("age/young"), Judgement: true},
		},
		Patterns: []knowledge.Pattern{{ID: "back", Label: "low back pain", Usually: "It comes and goes.", When: when("where/low-back"), Home: []knowledge.Advice{{Text: "Walk a little."}}}},
		Therapies: []knowledge.Therapy{
			{ID: "rubbing", Name: "Rubbing", Kind: knowledge.Massage, Summary: "Hands on skin.", HandsOn: true, Glance: glance, Verdicts: verdicts(knowledge.Caution), Evidence: []knowledge.Evidence{{Pattern: "back", Direction: knowledge.DirectionHelps, Effect: knowledge.Effects{PainShort: knowledge.EffectSmall}, Certainty: knowledge.CertaintyLow, CertaintyBy: knowledge.RatedBySource, Basis: knowledge.BasisDirect, Stance: knowledge.StanceConsider, Found: "Pain was a little less.", Sources: []string{"book"}}}},
			{ID: "rolling", Name: "Rolling", Kind: knowledge.Massage, Summary: "A ball on the back.", Glance: glance, Verdicts: verdicts(knowledge.OK), Evidence: []knowledge.Evidence{{Pattern: "back", Direction: knowledge.DirectionUnknown, Certainty: knowledge.CertaintyNotRated, CertaintyBy: knowledge.RatedByNobody, Basis: knowledge.BasisNone, Stance: knowledge.StanceNoneFound, Found: "Nobody looked."}}},
		},
		Sources: []knowledge.Source{{ID: "book", Title: "A book of backs", Authors: "A. Author", Year: 2020, URL: "https://example.org/a-rather-long-address-that-must-never-be-cut-in-two/page", Kind: "book", Read: "all"}},
	}
	return &content.Library{
		Version: func() string { return "test" }, Block: "risk-more", Knowledge: k,
		Pages: []content.Page{
			{ID: "rubbing", Title: "Rubbing", Group: "massages", Summary: "Hands on skin, for a while.", Body: "## What it is\n\nLong strokes with **oil**, as [Rolling](rolling) has none [@book].\n\n- Slow: one hand\n  after the other.\n- Fast.\n\n> **Ask first** if you bleed easily.\n\n| Said | Found |\n|---|---|\n| It *cures* | No, see [words](words#cure) |\n| It calms | A little [@book] |\n\n1. Lie down.\n2. Breathe."},
			{ID: "rolling", Title: "Rolling", Group: "massages", Summary: "A ball on the back.", Body: "Roll."},
		},
		Places: []content.Place{{Letter: "s", Option: "shoulder", Name: "Shoulder", Sided: true}, {Letter: "g", Option: "leg", Name: "Thigh", Sided: true}, {Letter: "k", Option: "leg", Name: "Knee", Sided: true}, {Letter: "l", Option: "low-back", Name: "Low back"}},
	}
}
