// Package report turns an assessment into a document, which package document renders as text, Markdown, or HTML; the
// assessment itself also becomes JSON, for programs.
//
//   - [New] is the whole result. [Explain] is one therapy for this person. [Short] and [Brief] are a few lines.
//   - [Intake] and [Questions] are the questionnaire, [Explainer] is a page of the library to print.
//   - [JSON] and [QuestionsJSON] are for programs; package fhir has another form for them.
//
// It decides the content and its order, and is the only place that chooses words; a renderer chooses how a block looks. What
// a line means is a field of its block (see document.Tone), never something to be recovered from its words.
//
// Nothing here reads a file, asks a clock, or depends on the order of a map: the same assessment gives the same bytes.
package report

// Purpose is the intended purpose. It is the first text of every document, word for word.
const Purpose = "Knead is an offline reading guide for adults who are curious about massage and related approaches for everyday" +
	" back, neck and muscle discomfort. It asks a few questions, points out answers that are reasons to speak to a health" +
	" professional first, and opens general explanations of approaches people commonly consider. It does not identify, rule out," +
	" predict, treat or track any illness, does not decide on care, and is not for emergencies, for children, or for clinicians" +
	" deciding care."
