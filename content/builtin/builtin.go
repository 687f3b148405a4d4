// Package builtin is the content of Knead as the program carries it: what content.Load makes of content.Files, compiled to
// Go literals that the linker lays out, so that nothing is read or built when the program starts.
package builtin

import (
	"archive/zip"
	_ "embed" // the files, compressed
	"io/fs"
	"strings"

	"knead/content"
	"knead/guide"
)

//go:generate go run compile.go

var library = content.Library{
	Version: version,
	Block:   block,
	Knowledge: guide.Knowledge{
		Stages: stages, Questions: questions, Derived: derived, Levels: levels, RedFlags: redFlags, Patterns: patterns,
		Therapies: therapies, Sources: sources, Terms: terms, Words: words,
	},
	Pages:   pages,
	Cases:   cases,
	Places:  places,
	Figures: figures,
}

// Library returns everything Knead knows. It is shared and must not be changed.
func Library() *content.Library { return &library }

//go:embed sources.zip
var archive string

// Sources is the files that the library was made of, for a folder to be laid over them. The program carries them compressed,
// and reads them only then.
func Sources() fs.FS {
	files, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
	if err != nil { // compile.go made it
		panic("builtin: " + err.Error())
	}
	return files
}

// Guide makes the rules of the library ready to decide. That takes about a millisecond: make one, and keep it.
func Guide() *guide.Guide {
	g, err := guide.New(&library.Knowledge, library.Block)
	if err != nil { // content.Load has made one before the library was compiled
		panic("builtin: " + err.Error())
	}
	return g
}
