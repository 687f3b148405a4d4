package content

import (
	"iter"

	"go.yaml.in/yaml/v4"

	"knead/guide"
	"knead/guide/fhir"
)

// DecodeFHIR reads answers from a FHIR R4 QuestionnaireResponse in JSON that answers the questionnaire of this guide (knead
// questions --format fhir), as [fhir.Read] does. The error is Problems: every one, with line and column in the file of this name.
func DecodeFHIR(g *guide.Guide, name string, data []byte) (guide.Answers, error) {
	given, err := readAnswers(name, data, func(d *decoder, root *yaml.Node, given *Given) {
		if !isFHIR(root) {
			d.problem(root, "is not a FHIR resource; a QuestionnaireResponse begins with \"resourceType\"")
			return
		}
		d.response(g, root, given)
	})
	return given.Answers, err
}

// isFHIR reports whether a file of answers is a FHIR resource.
func isFHIR(root *yaml.Node) bool {
	for i := 0; root.Kind == yaml.MappingNode && i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value == "resourceType" {
			return true
		}
	}
	return false
}

func (d *decoder) response(g *guide.Guide, root *yaml.Node, given *Given) {
	given.Answers, given.On, given.Version = fhir.Read(g, node{d, root})
}

// node is a value of a YAML file as package fhir reads it: JSON is YAML too.
type node struct {
	d *decoder
	n *yaml.Node
}

func (x node) Plain() bool                        { return x.d.plain(x.n) }
func (x node) Text() string                       { return x.n.Value }
func (x node) Line() int                          { return x.n.Line }
func (x node) String() string                     { return kind(x.n) }
func (x node) Problem(format string, args ...any) { x.d.problem(x.n, format, args...) }
func (x node) Refuse(err error)                   { x.d.problem(x.n, "%s", answerProblem(err)) }

func (x node) Kind() fhir.Kind {
	switch x.n.Kind {
	case yaml.MappingNode:
		return fhir.Object
	case yaml.SequenceNode:
		return fhir.List
	case yaml.ScalarNode:
		switch x.n.ShortTag() {
		case "!!str":
			return fhir.String
		case "!!int":
			return fhir.Whole
		case "!!timestamp":
			return fhir.Date
		}
	}
	return fhir.Other
}

func (x node) Fields() iter.Seq2[fhir.Node, fhir.Node] {
	return func(yield func(name, value fhir.Node) bool) {
		for i := 0; x.n.Kind == yaml.MappingNode && i+1 < len(x.n.Content); i += 2 {
			if !yield(node{x.d, x.n.Content[i]}, node{x.d, x.n.Content[i+1]}) {
				return
			}
		}
	}
}

func (x node) Items() iter.Seq[fhir.Node] {
	return func(yield func(fhir.Node) bool) {
		for i := 0; x.n.Kind == yaml.SequenceNode && i < len(x.n.Content); i++ {
			if !yield(node{x.d, x.n.Content[i]}) {
				return
			}
		}
	}
}
