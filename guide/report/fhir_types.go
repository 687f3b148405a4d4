package report

// What Knead needs of FHIR R4, and nothing more. The fields stand in the order of the specification.

type fhirQuestionnaire struct {
	ResourceType string     `json:"resourceType"`
	URL          string     `json:"url"`
	Version      string     `json:"version,omitempty"`
	Name         string     `json:"name"`
	Title        string     `json:"title"`
	Status       string     `json:"status"`
	SubjectType  []string   `json:"subjectType"`
	Purpose      string     `json:"purpose"`
	Copyright    string     `json:"copyright,omitempty"`
	Item         []fhirItem `json:"item,omitempty"`
}

type fhirItem struct {
	Extension      []fhirExtension  `json:"extension,omitempty"`
	LinkID         string           `json:"linkId"`
	Code           []fhirCoding     `json:"code,omitempty"`
	Text           string           `json:"text,omitempty"`
	Type           string           `json:"type"`
	EnableWhen     []fhirEnableWhen `json:"enableWhen,omitempty"`
	EnableBehavior string           `json:"enableBehavior,omitempty"`
	Repeats        bool             `json:"repeats,omitempty"`
	AnswerOption   []fhirOption     `json:"answerOption,omitempty"`
	Item           []fhirItem       `json:"item,omitempty"`
}

type fhirEnableWhen struct {
	Question      string      `json:"question"`
	Operator      string      `json:"operator"`
	AnswerInteger *int        `json:"answerInteger,omitempty"`
	AnswerCoding  *fhirCoding `json:"answerCoding,omitempty"`
}

type fhirOption struct {
	Extension   []fhirExtension `json:"extension,omitempty"`
	ValueCoding fhirCoding      `json:"valueCoding"`
}

type fhirResponse struct {
	ResourceType  string             `json:"resourceType"`
	Extension     []fhirExtension    `json:"extension,omitempty"`
	Questionnaire string             `json:"questionnaire"`
	Status        string             `json:"status"`
	Authored      string             `json:"authored,omitempty"`
	Item          []fhirResponseItem `json:"item,omitempty"`
}

type fhirResponseItem struct {
	LinkID string             `json:"linkId"`
	Text   string             `json:"text,omitempty"`
	Answer []fhirAnswer       `json:"answer,omitempty"`
	Item   []fhirResponseItem `json:"item,omitempty"`
}

// fhirAnswer is a code or a number.
type fhirAnswer struct {
	ValueInteger *int        `json:"valueInteger,omitempty"`
	ValueCoding  *fhirCoding `json:"valueCoding,omitempty"`
}

type fhirCoding struct {
	System  string `json:"system,omitempty"`
	Code    string `json:"code"`
	Display string `json:"display,omitempty"`
}

type fhirExtension struct {
	Extension            []fhirExtension `json:"extension,omitempty"`
	URL                  string          `json:"url"`
	ValueBoolean         *bool           `json:"valueBoolean,omitempty"`
	ValueInteger         *int            `json:"valueInteger,omitempty"`
	ValueString          string          `json:"valueString,omitempty"`
	ValueCodeableConcept *fhirConcept    `json:"valueCodeableConcept,omitempty"`
	ValueCoding          *fhirCoding     `json:"valueCoding,omitempty"`
	ValueExpression      *fhirExpression `json:"valueExpression,omitempty"`
}

type fhirConcept struct {
	Coding []fhirCoding `json:"coding"`
}

type fhirExpression struct {
	Language   string `json:"language"`
	Expression string `json:"expression"`
}
