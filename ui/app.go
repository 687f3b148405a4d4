// Package ui is the full-screen guide in the terminal.
//
// Call [Run] to show it; [Options] says with what content, theme, and saved answers. Everything else is for Run and for tests: the
// App is a Bubble Tea model that owns the screens, routes messages to them, and draws the frame around them.
//
// Each screen is a package of its own with a concrete Model. A screen answers with typed messages and knows neither the other
// screens nor the App, so where a message leads is decided here alone.
package ui

import (
	"sync"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"knead/guide"
	"knead/ui/demo"
	"knead/ui/handout"
	"knead/ui/library"
	"knead/ui/results"
	"knead/ui/stop"
	"knead/ui/theme"
	"knead/ui/welcome"
	"knead/ui/wizard"
)

// App is the program.
type App struct {
	options Options
	theme   *theme.Theme
	auto    bool // the theme follows the terminal's background
	mouse   bool
	width   int
	height  int

	screen  screen
	back    []screen
	dialog  dialog
	message string // shown above the footer until the next key
	short   int    // rows that the body gives up for it

	welcome welcome.Model
	wizard  wizard.Model
	stop    stop.Model
	results results.Model
	handout handout.Model
	library library.Model

	show  *show       // a demo, which has the screen to itself
	stage *demo.Stage // slides for a room, which have the window to themselves
	start tea.Cmd     // what Init sets going

	gate    gate
	drag    drag
	lasting *lasting // shared by all copies
}

// New makes the App on its first screen. It draws nothing before it knows the window.
func New(o Options) App {
	l := &lasting{}
	o.Guide, o.Save = sync.OnceValue(o.Guide), l.noting(o.Save)
	a := App{options: o, lasting: l, mouse: true, auto: o.Theme == theme.Auto || o.Theme == ""}
	name := o.Theme
	switch {
	case o.Plain:
		name, a.auto = theme.Plain, false
	case a.auto && o.Background != "":
		name = o.Background
	}
	a.theme = o.look(name)
	a.welcome = welcome.New(o.Purpose, o.Library, a.theme)
	if o.Now == nil {
		a.options.Now = time.Now
	}
	a.gate.now = a.options.Now
	if o.Kept != nil {
		a.welcome.SetResume("the answers you kept " + dayOf(o.Kept.Saved, a.options.Now(), "on "))
	}
	a.welcome.SetStored(a.stored())
	a.message = o.KeptProblem
	a.library = library.New(o.Library, a.theme, o.Hyperlinks)
	a.library.SetClipboard(!o.Bare)
	a.library.SetRules(o.Guide)
	if o.Demo != nil {
		a.start = a.watch(*o.Demo, false)
	}
	return a
}

// Init asks for the background without waiting for the answer, and opens what was asked for.
func (a App) Init() tea.Cmd {
	if a.auto && !a.options.Bare {
		return tea.Batch(a.launch(), tea.RequestBackgroundColor)
	}
	return a.launch()
}

// launch makes the rules, while nobody waits for them, and opens what was asked for.
func (a App) launch() tea.Cmd {
	warm := func() tea.Msg { a.options.Guide(); return nil }
	cmds := []tea.Cmd{a.start, warm}
	if a.options.Read != "" {
		target := a.options.Read
		cmds = append(cmds, func() tea.Msg { return openMsg{target} })
	}
	return tea.Batch(cmds...)
}

// openMsg opens the library: a page, or its list for "/".
type openMsg struct{ target string }

// update answers a message, and then makes room for what is to be said about it.
func (a App) update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m, cmd := a.dispatch(msg)
	next, ok := m.(App)
	if !ok {
		return m, cmd
	}
	next.fitNote()
	return next, cmd
}

// dispatch does, always in this order: size and theme; a dialog, if one is open; what screens ask for; global keys, unless
// a text field has them; the screen that shows.
func (a App) dispatch(msg tea.Msg) (tea.Model, tea.Cmd) {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case press.String() == "ctrl+z": // a key of the terminal itself, which raw mode hands to the program
			return a.suspend()
		case key.Matches(press, globalKeys().Redraw):
			return a, tea.ClearScreen
		}
	}
	if msg = legible(msg); a.show != nil {
		return a.perform(msg)
	}
	if a.stage != nil {
		return a.onStage(msg)
	}
	if cmd, ok := a.environment(msg); ok {
		return a, cmd
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		a.message = ""
		if a.dialog.open() {
			return a.dialogKey(key)
		}
	}
	if wheel, ok := msg.(tea.MouseWheelMsg); ok && a.dialog.open() {
		a.dialog.wheel(wheel)
		return a, nil
	}
	if cmd, ok := a.route(msg); ok {
		return a, cmd
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if cmd, done := a.globalKey(key); done {
			return a, cmd
		}
	}
	if click, ok := msg.(tea.MouseClickMsg); ok && !a.onBody(click.Y) {
		return a, nil
	}
	return a, a.forward(a.translate(msg))
}

// environment applies what the terminal reports about itself.
func (a *App) environment(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		msg = window(msg)
		a.width, a.height = msg.Width, msg.Height
		a.dialog = a.dialog.fit(a)
		return a.resize(), true
	case tea.BackgroundColorMsg:
		if a.auto && a.theme.Name != theme.Plain {
			name := theme.Light
			if msg.IsDark() {
				name = theme.Dark
			}
			return a.restyle(name), true
		}
		return nil, true
	case uv.DarkColorSchemeEvent, uv.LightColorSchemeEvent:
		if a.auto { // the scheme is the system's, the background the terminal's
			return tea.RequestBackgroundColor, true
		}
		return nil, true
	case tea.CursorPositionMsg:
		if wide(msg) && !a.options.ASCII {
			a.options.ASCII = true
			return tea.Batch(a.repaint(a.theme.Name), tea.ClearScreen), true // what is drawn is not where it seems to be
		}
		return nil, true
	case tea.ColorProfileMsg:
		a.options.colors(msg.Profile)
		if a.options.Plain {
			a.auto = false
			return a.restyle(theme.Plain), true
		}
		if a.options.Colors != a.theme.Colors {
			return a.repaint(a.theme.Name), true
		}
		return nil, true
	}
	return nil, false
}

// resize gives every screen its size, and renders the open page again.
func (a *App) resize() tea.Cmd {
	a.short = 0
	a.layOut()
	return a.refresh()
}

// layOut gives every screen its size.
func (a *App) layOut() {
	w := a.width
	a.welcome.SetSize(w, a.bodyOf(onWelcome))
	a.wizard.SetSize(w, a.bodyOf(onWizard))
	a.stop.SetSize(w, a.bodyOf(onStop))
	a.results.SetSize(w, a.bodyOf(onResults))
	a.handout.SetSize(w, a.bodyOf(onHandout))
	a.library.SetSize(w, a.bodyOf(onLibrary))
}

func (a *App) restyle(name theme.Name) tea.Cmd {
	if name == a.theme.Name {
		return nil
	}
	return a.repaint(name)
}

// repaint rebuilds the theme for the terminal's colors and gives it to every screen.
func (a *App) repaint(name theme.Name) tea.Cmd {
	a.theme = a.options.look(name)
	a.welcome.SetTheme(a.theme)
	a.wizard.SetTheme(a.theme)
	a.stop.SetTheme(a.theme)
	a.results.SetTheme(a.theme)
	a.handout.SetTheme(a.theme)
	a.library.SetTheme(a.theme)
	return a.refresh()
}

// refresh renders again what depends on width and theme.
func (a *App) refresh() tea.Cmd {
	var list, result tea.Cmd
	a.library, list = a.library.Refresh()
	a.results, result = a.results.Refresh()
	return tea.Batch(list, result)
}

// route answers what a screen asks of the App.
func (a *App) route(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case welcome.StartMsg:
		a.instead("Start over?", "erase them, and start over", func(a *App) { a.begin(a.options.Guide().Start()) })
	case welcome.GoOnMsg:
		var cmd tea.Cmd
		a.wizard, cmd = a.wizard.GoOn()
		a.screen, a.back = onWizard, []screen{onWelcome}
		return cmd, true
	case welcome.ResumeMsg:
		a.instead("Resume the kept answers?", "erase them, and continue with the kept ones", (*App).resume)
	case keptMsg:
		if msg.err == nil {
			return tea.Quit, true
		}
		a.dialog, a.message = dialog{}, "Not kept: "+msg.err.Error()
	case forgottenMsg:
		return a.forgotten(msg), true
	case welcome.WatchMsg:
		return a.watch(Demo{}, true), true
	case welcome.ReadMsg:
		return a.open("/"), true
	case wizard.LeaveMsg:
		a.toWelcome()
	case wizard.StoppedMsg:
		a.stop = stop.New(a.options.Guide().Assess(msg.Interview.Answers()), a.options.Guide(), a.theme)
		a.stop.SetSize(a.width, a.bodyOf(onStop))
		a.screen = onStop
	case wizard.DoneMsg:
		a.results = results.New(a.options.Guide(), a.options.Library, msg.Interview.Answers(), a.theme)
		a.results.SetStored(a.stored())
		a.results.SetSize(a.width, a.bodyOf(onResults))
		a.screen = onResults
		var cmd tea.Cmd
		a.results, cmd = a.results.Refresh()
		return cmd, true
	case stop.ChangeMsg, results.ReviewMsg:
		a.wizard = a.wizard.Return()
		a.screen = onWizard
	case stop.LeaveMsg:
		return tea.Quit, true
	case stop.ShareMsg:
		a.take(msg.Assessment)
	case results.TakeMsg:
		a.take(msg.Assessment)
	case handout.CloseMsg:
		a.results.SetStored(a.stored()) // it may have written a file
		a.goBack()
	case results.OpenMsg:
		return a.open(msg.Target), true
	case openMsg:
		return a.open(msg.target), true
	case library.CloseMsg:
		if len(a.back) == 0 && a.options.Read != "" {
			return tea.Quit, true
		}
		a.goBack()
	case library.CopiedMsg:
		a.message = copied(msg)
	default:
		return nil, false
	}
	return nil, true
}

// take opens the screen on which a result is saved or shared.
func (a *App) take(x guide.Assessment) {
	a.handout = handout.New(a.options.Guide(), a.options.Library, x, a.options.Save, a.theme)
	a.handout.SetClipboard(!a.options.Bare)
	a.handout.SetSize(a.width, a.bodyOf(onHandout))
	a.back = append(a.back, a.screen)
	a.screen = onHandout
}

// open shows the library, on a page or on its list.
func (a *App) open(target string) tea.Cmd {
	if a.screen != onLibrary && a.options.Read == "" || len(a.back) > 0 {
		a.back = append(a.back, a.screen)
	}
	a.screen = onLibrary
	a.library.SetYours(a.conditions())
	var cmd tea.Cmd
	if target == "/" {
		a.library, cmd = a.library.Browse()
	} else {
		a.library, cmd = a.library.Open(target)
	}
	return cmd
}

// forward gives the message to the screen that shows. Answers to commands go to the screens that may have asked.
func (a *App) forward(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseMsg:
		switch a.screen {
		case onWelcome:
			a.welcome, cmd = a.welcome.Update(msg)
		case onWizard:
			a.wizard, cmd = a.wizard.Update(msg)
		case onStop:
			a.stop, cmd = a.stop.Update(msg)
		case onResults:
			a.results, cmd = a.results.Update(msg)
		case onHandout:
			a.handout, cmd = a.handout.Update(msg)
			cmd = a.lasting.add(cmd)
		case onLibrary:
			a.library, cmd = a.library.Update(msg)
		}
		return cmd
	}
	var result, saved, more tea.Cmd
	a.library, cmd = a.library.Update(msg)
	a.results, result = a.results.Update(msg)
	a.handout, saved = a.handout.Update(msg)
	a.wizard, more = a.wizard.Update(msg)
	return tea.Batch(cmd, result, saved, more)
}
