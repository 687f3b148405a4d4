// Package fhir writes and reads FHIR R4, the format in which health programs exchange questions and answers:
//
//   - [Questionnaire] is the questionnaire, for another program to ask;
//   - [Response] is what a person answered;
//   - [Read] reads such a response back, from a document that knows the place of each of its values.
package fhir

// The names of questions and answers in FHIR. They are Knead's own where no standard has one, and must never change: what
// was written once is read by them.
const (
	Canonical   = "urn:uuid:5f0c7a8e-31b6-4c0d-9d57-6b1f2a94c3e1" // the canonical URL of the questionnaire
	SystemFacts = "urn:uuid:c2b4d0f7-8a19-4e63-b5fc-07d9e6a1582b" // the code system: a code is a fact, "history/osteoporosis"
	// ExtensionAside is the extension with an answer that does not count, because its question or option does not apply to this
	// person: a line as ParseLines reads it. As an item it would pass for an answer that does count.
	ExtensionAside = "urn:uuid:9be3f1d2-64a0-4f7b-a8c5-12d07fe4b936"
	// ExtensionUnasked is the extension with an answer that no item can hold for the same reason, and that counts all the same, because
	// it warns of something: a line of the same form.
	ExtensionUnasked = "urn:uuid:d3a6c1b8-7e52-4b09-9f44-28c1e07d5ab3"

	// CodeUnsure is the code of "not sure". It is one of Knead's own, so that forms show it in the words of the questions; HL7
	// has the same code in SystemAbsent, with words for clinicians, and that is read too.
	CodeUnsure      = "asked-unknown"
	SystemAbsent    = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
	ExtensionAbsent = "http://hl7.org/fhir/StructureDefinition/data-absent-reason" // for a number that is missing; read only

	// A question is the item with its ID. With one of these behind it, that is the item that names the options which were
	// left open one by one, the one that says "not sure" of a number, and those that only hold words. ItemAbout is the group with
	// the help. Behind ItemHelp comes the option whose help it is.
	ItemOpen     = ".open"
	ItemNoNumber = ".unsure"
	ItemHint     = ".hint"
	ItemAbout    = ".about"
	ItemHelp     = ".help."
	ItemWhy      = ".why"
	ItemWords    = ".words"
	ItemAsked    = ".asked"
	// ItemScreen is the prefix of the ID of a screen: the item that groups its questions.
	ItemScreen = "screen."
)
