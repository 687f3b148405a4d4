//go:build js && wasm

// Command wasm puts the guide into a browser. The page calls the function knead for every event and shows what it returns.
package main

import (
	"sync"
	"syscall/js"
	"time"

	"knead/content/builtin/core"
	"knead/guide/report"
	"knead/ui/web"
)

func main() {
	g := core.Guide()
	app := web.New(web.Options{Guide: g, Figure: core.Figure(), Purpose: report.Purpose})
	// The first search makes the index, which freezes a slow phone for most of a second. That is done while the page with the field is
	// read, and not at the first letter.
	index := sync.OnceFunc(func() { time.AfterFunc(300*time.Millisecond, func() { g.Find("a") }) })
	js.Global().Set("knead", js.FuncOf(func(_ js.Value, args []js.Value) any {
		page := app.Do(event(args))
		if app.Searches() {
			index()
		}
		return object(page)
	}))
	select {} // the page calls from now on
}

// event reads the arguments of a call: what to do, the control that was touched and its value, and the names and values of the form
// in turn.
func event(args []js.Value) web.Event {
	e := web.Event{Do: args[0].String(), At: args[1].String(), Value: args[2].String(), Values: map[string][]string{}}
	form := args[3]
	for i := 0; i+1 < form.Length(); i += 2 {
		name := form.Index(i).String()
		e.Values[name] = append(e.Values[name], form.Index(i+1).String())
	}
	return e
}

func object(p web.Page) map[string]any {
	return map[string]any{
		"title": p.Title, "html": string(p.HTML), "part": p.Part, "focus": p.Focus, "say": p.Say, "first": p.First, "print": p.Print,
		"answered": p.Answered,
	}
}
