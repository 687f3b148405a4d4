package guide

// The names under which questions and answers stand in FHIR R4, the format in which health programs exchange them. Package
// report writes it, package content reads it. They are Knead's own where no standard has one, and must never change: what
// was written once is read by them.
const (
	FHIRQuestionnaire = "urn:uuid:5f0c7a8e-31b6-4c0d-9d57-6b1f2a94c3e1" // the canonical URL of the questionnaire
	FHIRFacts         = "urn:uuid:c2b4d0f7-8a19-4e63-b5fc-07d9e6a1582b" // the code system: a code is a fact, "history/osteoporosis"
	// FHIRAside is the extension with an answer that does not count, because its question or option does not apply to this
	// person: a line as ParseLines reads it. As an item it would pass for an answer that does count.
	FHIRAside = "urn:uuid:9be3f1d2-64a0-4f7b-a8c5-12d07fe4b936"
	// FHIRUnasked is the extension with an answer that no item can hold for the same reason, and that counts all the same, because
	// it warns of something: a line of the same form.
	FHIRUnasked = "urn:uuid:d3a6c1b8-7e52-4b09-9f44-28c1e07d5ab3"

	// FHIRUnsure is the code of "not sure". It is one of Knead's own, so that forms show it in the words of the questions; HL7
	// has the same code in FHIRAbsent, with words for clinicians, and that is read too.
	FHIRUnsure          = "asked-unknown"
	FHIRAbsent          = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
	FHIRAbsentExtension = "http://hl7.org/fhir/StructureDefinition/data-absent-reason" // for a number that is missing; read only

	// A question is the item with its ID. With one of these behind it, that is the item that names the options which were
	// left open one by one, the one that says "not sure" of a number, and those that only hold words. Behind FHIRHelp comes
	// the option whose help it is.
	FHIROpen     = ".open"
	FHIRNoNumber = ".unsure"
	FHIRHint     = ".hint"
	FHIRHelp     = ".help."
	FHIRWhy      = ".why"
	FHIRWords    = ".words"
	FHIRAsked    = ".asked"
	// FHIRScreen stands before the ID of a screen: the item that groups its questions.
	FHIRScreen = "screen."
)
