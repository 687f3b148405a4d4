// Package knowledge holds the types of Knead's knowledge: questions, rules, therapies, sources, and the enumerations that their
// fields take. [Base] is all of it together. content.Load reads a Base from files, content/builtin compiles one into the
// program, and guide.New turns one into a Guide that decides.
//
// The package contains no logic: a method reads one value, or finds one part of another. The yaml tags name the fields of the content
// files. A field tagged "optional" may be missing; every other field must be present and not empty.
package knowledge

import (
	"strings"

	"knead/guide/find"
)

// Base is everything the guide knows, as the content files hold it, in file order.
type Base struct {
	Stages    []Stage
	Questions []Question
	Derived   []Derived
	Regions   []Region
	Levels    []LevelText
	Bring     []VisitItem // what to take to a visit
	Ask       []VisitItem // what to ask there
	RedFlags  []RedFlag
	Patterns  []Pattern
	Therapies []Therapy
	Sources   []Source
	Terms     []find.Group // what people call their illnesses and medicines, and what that leads to
	Words     find.Words   // words that are not names
}

// Stage is one leg of the journey, as the header of the screen shows it.
type Stage struct {
	ID    string `yaml:"id"`
	Title string `yaml:"title"`
}

// None is the option of every Many question that says "I have read all of these and none fits".
const None = "none"

// Question is asked when AskWhen holds (always, when it is empty). Questions with the same Screen share a page.
type Question struct {
	ID string `yaml:"id"`
	// Role is the purpose of the question, if code has to know it. Each role must occur exactly once.
	Role Role `yaml:"role,optional"`
	// Each makes the question one for every option in Of of another question; the loader writes them out, so that here a
	// question with Each has exactly one option in Of and an AskWhen that asks for it.
	Each string   `yaml:"each,optional"`
	Of   []string `yaml:"of,optional"`
	// List names what the loader makes options of, before those that are written: "therapies".
	List string `yaml:"list,optional"`
	// Recent marks an answer about the present: an answer from another day does not count. If the file does not set it, the
	// loader does, for every answer that a warning depends on.
	Recent bool `yaml:"recent,optional"`
	// Detail marks a question that only refines answers given elsewhere, such as since when. Without those answers it is not
	// asked, and its own answers are set aside; answers to other questions still count if they warn of something. A sign that
	// counts without being asked brings up its details on its screen.
	Detail bool   `yaml:"detail,optional"`
	Title  string `yaml:"title"`
	// Alone is the title as it is quoted elsewhere, where Title points to what is around it on its page: see Quoted.
	Alone   string   `yaml:"alone,optional"`
	Hint    string   `yaml:"hint,optional"`
	Why     string   `yaml:"why"`             // why it is asked, in one sentence
	Unsure  string   `yaml:"unsure,optional"` // what to do, or what happens, if the person does not know
	Settle  string   `yaml:"settle,optional"` // who or what can settle an open answer, other than the person
	Kind    Kind     `yaml:"kind"`
	Stage   string   `yaml:"stage"`
	Screen  string   `yaml:"screen,optional"` // the ID when empty
	AskWhen When     `yaml:"ask_when,optional"`
	Options []Option `yaml:"options"`
	// IfUnsure names the careful options: "not sure" counts as each of them that is shown. It leaves the others unknown.
	IfUnsure []string `yaml:"if_unsure,optional"`
	// Words are what each step of a Scale means, from the lowest to the highest.
	Words   []string `yaml:"words,optional"`
	Sources []string `yaml:"sources,optional"`
}

// Option is one answer to a question and, as "question/option", one fact about the person.
type Option struct {
	ID    string `yaml:"id"`
	Label string `yaml:"label"`
	Help  string `yaml:"help,optional"`
	// Names are other words for exactly this answer, for whoever types instead of choosing: "desk" for sitting too long.
	Names    []string `yaml:"names,optional"`
	ShowWhen When     `yaml:"show_when,optional"`
	Also     When     `yaml:"also,optional"`   // answers elsewhere that make this fact true as well
	Group    string   `yaml:"group,optional"`  // heading in a long list
	Hidden   bool     `yaml:"hidden,optional"` // never offered: only Also makes it true
	Detail   bool     `yaml:"detail,optional"` // as for a question, for this option alone
	// Settles marks an answer that may lower a level ("explained by a clinician and unchanged"). Only these may.
	Settles bool  `yaml:"settles,optional"`
	Scope   Scope `yaml:"scope,optional"`
	// Places are the facts ("where/calf") under which a local item lies where the pain is. Empty: it may be anywhere.
	Places []string `yaml:"places,optional"`
	// There says in words where a local item lies, as in "not where the rash is": "where the rash is".
	There string `yaml:"there,optional"`
	// Regions are the parts of the body that verdicts on a history item may name.
	Regions []string `yaml:"regions,optional"`
	// Asks marks an answer that asks about every therapy of a kind ("is massage right for me?").
	Asks TherapyKind `yaml:"asks,optional"`
	From int         `yaml:"from,optional"` // a Scale's band, both ends included
	To   int         `yaml:"to,optional"`
}

// When is a condition: any of the inner lists, in which all literals hold. A literal is a fact or "not " and a fact.
// An empty When always holds.
type When [][]string

// Derived is a named set of facts. It is true when any of Any holds, when at least AtLeast of Of hold, or, with Unasked, when a
// warning sign was chosen that is not asked of this person, so that a rule can react to that alone.
type Derived struct {
	ID      string   `yaml:"id"`
	Any     []string `yaml:"any,optional"`
	AtLeast int      `yaml:"at_least,optional"`
	Of      []string `yaml:"of,optional"`
	Unasked bool     `yaml:"unasked,optional"`
}

// LevelText is what the guide says at one triage level.
type LevelText struct {
	Level    Level    `yaml:"id"`
	Title    string   `yaml:"title"` // "Get help now"
	Headline string   `yaml:"headline"`
	When     string   `yaml:"when,optional"`   // by when, where the headline does not say: "Call for an appointment this week."
	Expect   string   `yaml:"expect,optional"` // what to expect of doing so
	Advice   string   `yaml:"advice"`
	Sources  []string `yaml:"sources,optional"`
	Numbers  []Number `yaml:"numbers,optional"` // whom to call, where the level says to call
}

// VisitItem is one thing to take to a visit with any practitioner, or to ask there: common practice, unless it has sources.
type VisitItem struct {
	ID      string   `yaml:"id"`
	Text    string   `yaml:"text"`
	Sources []string `yaml:"sources,optional"`
}

// Number is an emergency number, and where it is answered.
type Number struct {
	Call    string   `yaml:"call"`
	Where   string   `yaml:"where"` // in at most twelve letters
	Sources []string `yaml:"sources"`
}

// RedFlag is a warning: when When holds, the result is at least at Level.
type RedFlag struct {
	ID       string `yaml:"id"`
	Level    Level  `yaml:"level"`
	Evidence string `yaml:"evidence"`        // the dossier entry this is a step of
	Question string `yaml:"question"`        // what would settle it, as a question to the person
	Meaning  string `yaml:"meaning"`         // what these answers together can mean, without naming a disease
	Advice   string `yaml:"advice,optional"` // said in place of the level's advice
	Say      string `yaml:"say,optional"`    // words to read out on the phone
	When     When   `yaml:"when"`
	// Judgement marks a rule that no source supports: a safety net. It then needs no Sources.
	Judgement bool      `yaml:"judgement,optional"`
	Status    Status    `yaml:"status,optional"`
	Sources   []string  `yaml:"sources,optional"`
	Examples  []Example `yaml:"examples"`
}

// Example is a set of answers for which a rule must, or must not, fire. Lines are "question: option, option".
type Example struct {
	Answers []string `yaml:"answers"`
	Fires   bool     `yaml:"fires"`
}

// Pattern is what a set of answers looks like: never a disease. The first whose When holds is the person's.
type Pattern struct {
	ID       string    `yaml:"id"`
	Label    string    `yaml:"label"`
	Headline string    `yaml:"headline"` // the answer in one sentence, for a person who may start on their own
	Plan     Plan      `yaml:"plan"`
	Usually  string    `yaml:"usually"` // how it usually goes
	When     When      `yaml:"when"`
	Home     []Advice  `yaml:"home"`           // at home today
	Tonight  []Advice  `yaml:"tonight"`        // the three lines of it for this evening, in a few words each
	Watch    Advice    `yaml:"watch,optional"` // what to look out for with this pattern, in one line; empty where there is nothing of its own
	Sources  []string  `yaml:"sources,optional"`
	Examples []Example `yaml:"examples"`
}

// Plan is what a person with a pattern can do first, in one line for each question they would ask. It is about the pattern, not
// about an approach: what is said of an approach comes from the approach.
type Plan struct {
	Do     Advice `yaml:"do"`     // the first step, as an order
	Why    Advice `yaml:"why"`    // what speaks for that step
	Expect Advice `yaml:"expect"` // how it usually goes, and when to judge
	Not    Advice `yaml:"not"`    // what the step will not do
}

// Advice is one thing to do, with its sources. Without sources it is presented as common practice.
type Advice struct {
	Text string `yaml:"text"`
	// Uses names the therapies that the advice amounts to. Somebody who should not begin with one of them does not get it.
	Uses    []string `yaml:"uses,optional"`
	Sources []string `yaml:"sources,optional"`
}

// Therapy is one approach with everything the rules need; its explainer is the page of the same ID.
type Therapy struct {
	ID      string      `yaml:"id"`
	Name    string      `yaml:"name"`
	Proper  bool        `yaml:"proper,optional"` // the name keeps its capital within a sentence
	Kind    TherapyKind `yaml:"kind"`
	Summary string      `yaml:"summary"` // one sentence: what it is
	// HandsOn therapies wait ("ask first") while a clinician should look first; the others stay open.
	HandsOn bool `yaml:"hands_on"`
	// Main marks the therapies that Knead is about. A further one without evidence never comes before them.
	Main bool `yaml:"main,optional"`
	// Force is how forceful or invasive a therapy is: 0 nothing is done to the body, 1 gentle hands or warmth, 2 firm pressure
	// or stretching, 3 quick pushes or needles. If nothing else decides, the gentler therapy comes first.
	Force int `yaml:"force"`
	// Begin is what to do or book to begin with it, as an order to the person.
	Begin string `yaml:"begin"`
	// OnlyWhen limits a therapy to those it is made for (massage in pregnancy). It is not shown to others.
	OnlyWhen When `yaml:"only_when,optional"`
	// Nearest is the therapy whose verdicts count for every history item that Verdicts leaves out. Verdicts may be
	// stricter than the nearest's, never milder. Empty: Verdicts has every history item.
	Nearest     string             `yaml:"nearest,optional"`
	Glance      Glance             `yaml:"glance"`
	Practice    Practice           `yaml:"practice"`
	Tell        []Advice           `yaml:"tell,optional"` // what to say to this practitioner, or to ask
	Indications []Indication       `yaml:"indications,optional"`
	Wishes      []Wish             `yaml:"wishes,optional"`
	Verdicts    []Contraindication `yaml:"verdicts,optional"`
	Evidence    []Evidence         `yaml:"evidence,optional"` // may be left out where Nearest is set: then nothing is known
	// Unstudied is short for evidence entries that claim nothing; the loader writes them out into Evidence.
	Unstudied Unstudied `yaml:"unstudied,optional"`
}

// InText returns the name as it appears within a sentence.
func (t *Therapy) InText() string {
	if t.Proper || t.Name == "" {
		return t.Name
	}
	return strings.ToLower(t.Name[:1]) + t.Name[1:]
}

// Glance is a therapy in single lines, so that several can be compared row by row.
type Glance struct {
	Weak   string `yaml:"weak"`   // the bad points, first
	Effort string `yaml:"effort"` // what the person does
	Touch  string `yaml:"touch"`
	Try    string `yaml:"try"` // how many, then judge
	Cost   string `yaml:"cost"`
}

// Practice is a therapy in numbers, for pictures that several therapies can be compared by. The words for them are in Glance and
// on the page; where no source gives a number, it is what is common in practice.
type Practice struct {
	Pressure Span   `yaml:"pressure"`         // 0 none, 1 light, 2 medium, 3 firm, 4 deep
	Effort   int    `yaml:"effort"`           // of the person: 1 little, 2 some, 3 much
	Pay      int    `yaml:"pay"`              // 0 nothing, 1 little, 2 some, 3 much
	Tries    Tries  `yaml:"tries"`            // how often, before judging
	Judge    Span   `yaml:"judge_weeks"`      // after how many weeks to judge
	Picture  string `yaml:"picture,optional"` // which small picture of a person shows it; none where no picture does
	Session  []Step `yaml:"session"`          // what happens in one, in order
}

// Span is from one number to another, both included.
type Span struct {
	From int `yaml:"from"`
	To   int `yaml:"to"`
}

// Tries is how many sessions, or days or weeks at home, are usual before judging.
type Tries struct {
	From int    `yaml:"from"`
	To   int    `yaml:"to"`
	Unit string `yaml:"unit"`
}

// Step is one part of a session.
type Step struct {
	Text  string `yaml:"text"`
	Hands bool   `yaml:"hands,optional"` // the practitioner works on the body
}

// Indication says why a therapy suits a fact. It makes a therapy fit better, never safer.
type Indication struct {
	When    When     `yaml:"when"`
	Reason  string   `yaml:"reason"`
	Sources []string `yaml:"sources,optional"`
}

// Wish is how a therapy meets something that matters to the person. It affects the order, but never what is allowed.
type Wish struct {
	Fact   string `yaml:"fact"`
	Meets  bool   `yaml:"meets"`
	Reason string `yaml:"reason"`
}

// Contraindication is a therapy's verdict for one history item.
type Contraindication struct {
	History    string   `yaml:"history"` // the option of the question "history"
	Verdict    Verdict  `yaml:"verdict"`
	Region     string   `yaml:"region,optional"`    // the region that the verdict applies to: see RegionOf
	Elsewhere  string   `yaml:"elsewhere,optional"` // the verdict where that is not worked on: see Away
	Reason     string   `yaml:"reason"`
	Adaptation string   `yaml:"adaptation,optional"` // required for a caution
	Status     Status   `yaml:"status"`
	Sources    []string `yaml:"sources,optional"`
}

// Evidence is what research found about a therapy for a pattern, graded as its sources grade it.
type Evidence struct {
	Pattern     string      `yaml:"pattern"`
	Direction   Direction   `yaml:"direction"`
	Effect      Effects     `yaml:"effect"`
	Certainty   Certainty   `yaml:"certainty"`
	CertaintyBy Rater       `yaml:"certainty_by"`
	Basis       Basis       `yaml:"basis"`
	Stance      Stance      `yaml:"stance"`
	Note        string      `yaml:"note,optional"` // what sets it apart, in two or three words for a list
	Found       string      `yaml:"found"`         // in plain words
	Measured    []Measured  `yaml:"measured,optional"`
	Guidelines  []Guideline `yaml:"guidelines,optional"`
	Sources     []string    `yaml:"sources,optional"`
}

// Measured is one number that a source gives: the difference between two groups. Better is positive.
type Measured struct {
	What   Outcome `yaml:"what"`
	Unit   Unit    `yaml:"unit"`
	Points float64 `yaml:"points"`        // of Of; how many people of Of, or days
	Of     float64 `yaml:"of,optional"`   // the length of the scale, or the number of people; none for days
	Low    float64 `yaml:"low,optional"`  // the 95 % interval, where the source gives one; then both ends are given
	High   float64 `yaml:"high,optional"` //
	Versus string  `yaml:"versus"`        // the comparison, as it reads after "than": "usual care"
	After  string  `yaml:"after"`         // the time of measurement, as it reads after "after": "3 months"
	But    string  `yaml:"but,optional"`  // a sentence: why the finding calls it smaller or larger than it measured
	Source string  `yaml:"source"`
}

// HasInterval reports whether the source gives an interval.
func (m *Measured) HasInterval() bool { return m.Low != 0 || m.High != 0 }

// Size is the size of the difference, in the classes of the reviews by AHRQ and for the ACP: less than 5 of 100 points is none, up
// to 10 small, up to 20 moderate. It is not ok for what is not counted in points.
func (m *Measured) Size() (size Effect, ok bool) {
	if m.Unit != UnitPoints || m.Of <= 0 {
		return 0, false
	}
	switch of100 := m.Points * 100 / m.Of; {
	case of100 < 5:
		return EffectNone, true
	case of100 <= 10:
		return EffectSmall, true
	case of100 <= 20:
		return EffectModerate, true
	}
	return EffectLarge, true
}

// Unstudied names the patterns for which no study of a therapy was read, and says so in one sentence.
type Unstudied struct {
	Patterns []string `yaml:"patterns"`
	Found    string   `yaml:"found"`
}

// Effects are the changes that were found. Short is up to about three months, long six months or more.
type Effects struct {
	PainShort     Effect `yaml:"pain_short"`
	FunctionShort Effect `yaml:"function_short"`
	LongTerm      Effect `yaml:"long_term"`
}

// Guideline is one guideline's statement; its year is the source's.
type Guideline struct {
	Source string `yaml:"source"`
	Name   string `yaml:"name"` // "WHO"
	Says   string `yaml:"says"`
	Stance Stance `yaml:"stance"` // of this one alone
}

// SourceKind is the kind of a source, and so how much a sentence may rest on it: "guideline", "trial", "health service".
type SourceKind string

// Source is a citation: who wrote it, where it was published, when it was last looked up, and how much of it was read.
type Source struct {
	ID        string     `yaml:"id"`
	Title     string     `yaml:"title"`
	Authors   string     `yaml:"authors"`            // people, or the body that issued it
	Journal   string     `yaml:"journal,optional"`   // of a paper, with volume and pages
	Publisher string     `yaml:"publisher,optional"` // of everything that is not in a journal
	Year      int        `yaml:"year,optional"`
	Undated   bool       `yaml:"undated,optional"` // the page shows no date
	DOI       string     `yaml:"doi,optional"`
	URL       string     `yaml:"url,optional"` // the issuer's own page
	Seen      string     `yaml:"seen"`         // the day it was last looked up
	Kind      SourceKind `yaml:"kind"`
	Read      string     `yaml:"read"` // how much of it was read: "abstract"
}
