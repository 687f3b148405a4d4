package results

import (
	"slices"

	"knead/guide/document"
)

// openSection is the section of the document about what is still open.
const openSection = "open"

// newNotSure is the section about open answers, or nil where there is none.
func newNotSure(of *result) section {
	if !slices.ContainsFunc(of.doc.Sections, func(s document.Section) bool { return s.ID == openSection }) {
		return nil
	}
	return newReading(of, "Still open", openSection)
}
