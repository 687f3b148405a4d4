// Package builtin is the content of Knead, compiled into the program.
//
// Call [Library] for everything it knows, and [Guide] for its rules, ready to decide. [Sources] returns the files behind them,
// for a folder to be laid over.
//
// The library is what content.Load makes of content.Files, written as Go literals by go generate, so that nothing is read or
// parsed when the program starts. A test fails when the two differ. What decides is in package core, for a program that must be
// small and does without the pages.
package builtin

import (
	"io/fs"
	"sync"

	"knead/content"
	"knead/content/builtin/core"
	"knead/guide"
	"knead/guide/matrix"
)

//go:generate go run compile.go

var library = content.Library{
	Version:   sync.OnceValue(version),
	Block:     core.Block,
	Knowledge: core.Knowledge(),
	Pages:     pages,
	Cases:     cases,
	Places:    places,
	Figures:   figures,
	Pictures:  pictures,
	Matrix:    matrix.Matrix{Base: base, Places: sets, Onsets: onsets, Risks: risks, Dangers: dangers},
}

// Library returns everything Knead knows. It is shared and must not be changed.
func Library() *content.Library { return &library }

// version is computed when it is first asked for: a constant would change with every edit of any file.
func version() string {
	v, err := content.Version(pages, content.Files)
	if err != nil { // the files are part of the program
		panic("builtin: " + err.Error())
	}
	return v
}

// Sources returns the files that the library was compiled from, for a folder to be laid over them.
func Sources() fs.FS { return content.Files }

// Guide makes the rules of the library ready to decide. That takes about a millisecond: make one, and keep it.
func Guide() *guide.Guide {
	g, err := guide.New(&library.Knowledge, library.Block)
	if err != nil { // content.Load has made one before the library was compiled
		panic("builtin: " + err.Error())
	}
	return g
}
