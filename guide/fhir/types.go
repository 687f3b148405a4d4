package fhir

// The parts of FHIR R4 that Knead uses, and no others. The fields are in the order of the specification.

type questionnaire struct {
	ResourceType string   `json:"resourceType"`
	URL          string   `json:"url"`
	Version      string   `json:"version,omitempty"`
	Name         string   `json:"name"`
	Title        string   `json:"title"`
	Status       string   `json:"status"`
	SubjectType  []string `json:"subjectType"`
	Purpose      string   `json:"purpose"`
	Copyright    string   `json:"copyright,omitempty"`
	Item         []item   `json:"item,omitempty"`
}

type item struct {
	Extension      []extension  `json:"extension,omitempty"`
	LinkID         string       `json:"linkId"`
	Code           []coding     `json:"code,omitempty"`
	Text           string       `json:"text,omitempty"`
	Type           string       `json:"type"`
	EnableWhen     []enableWhen `json:"enableWhen,omitempty"`
	EnableBehavior string       `json:"enableBehavior,omitempty"`
	Repeats        bool         `json:"repeats,omitempty"`
	AnswerOption   []option     `json:"answerOption,omitempty"`
	Item           []item       `json:"item,omitempty"`
}

type enableWhen struct {
	Question      string  `json:"question"`
	Operator      string  `json:"operator"`
	AnswerInteger *int    `json:"answerInteger,omitempty"`
	AnswerCoding  *coding `json:"answerCoding,omitempty"`
}

type option struct {
	Extension   []extension `json:"extension,omitempty"`
	ValueCoding coding      `json:"valueCoding"`
}

type response struct {
	ResourceType  string         `json:"resourceType"`
	Extension     []extension    `json:"extension,omitempty"`
	Questionnaire string         `json:"questionnaire"`
	Status        string         `json:"status"`
	Authored      string         `json:"authored,omitempty"`
	Item          []responseItem `json:"item,omitempty"`
}

type responseItem struct {
	LinkID string         `json:"linkId"`
	Text   string         `json:"text,omitempty"`
	Answer []answer       `json:"answer,omitempty"`
	Item   []responseItem `json:"item,omitempty"`
}

// answer is a code or a number.
type answer struct {
	ValueInteger *int    `json:"valueInteger,omitempty"`
	ValueCoding  *coding `json:"valueCoding,omitempty"`
}

type coding struct {
	System  string `json:"system,omitempty"`
	Code    string `json:"code"`
	Display string `json:"display,omitempty"`
}

type extension struct {
	Extension            []extension `json:"extension,omitempty"`
	URL                  string      `json:"url"`
	ValueBoolean         *bool       `json:"valueBoolean,omitempty"`
	ValueInteger         *int        `json:"valueInteger,omitempty"`
	ValueString          string      `json:"valueString,omitempty"`
	ValueCodeableConcept *concept    `json:"valueCodeableConcept,omitempty"`
	ValueCoding          *coding     `json:"valueCoding,omitempty"`
	ValueExpression      *expression `json:"valueExpression,omitempty"`
}

type concept struct {
	Coding []coding `json:"coding"`
}

type expression struct {
	Language   string `json:"language"`
	Expression string `json:"expression"`
}
