package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/ui/keymap"
	"knead/ui/theme"
)

// keyMap is the keys that work everywhere.
type keyMap struct{ Help, Theme, Mouse, Library, Redraw, Quit, Leave key.Binding }

func globalKeys() keyMap {
	b := keymap.New
	return keyMap{
		Help: b("?", "help", "?", "f1", "f2"), Theme: b("t", "dark, light, contrast, plain", "t"), Mouse: b("m", "mouse on or off; Shift+drag selects text", "m"),
		Redraw:  b("ctrl+l", "redraw the screen", "ctrl+l"),
		Library: b("L", "the library", "L"), Leave: b("q", "leave", "q"), Quit: b("ctrl+c", "leave at once", "ctrl+c"),
	}
}

// globalKey answers the keys that mean the same on every screen. While a text field is open only ctrl+c does.
func (a *App) globalKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	k := globalKeys()
	if key.Matches(msg, k.Quit) {
		return tea.Quit, true
	}
	if a.visible().Typing() {
		return nil, false
	}
	switch {
	case key.Matches(msg, k.Help):
		a.dialog = helpDialog(a)
	case key.Matches(msg, k.Theme):
		names := theme.Names()
		a.auto = false
		next := names[(slices.Index(names, a.theme.Name)+1)%len(names)]
		cmd := a.restyle(next)
		a.message = "Theme: " + string(next)
		return cmd, true
	case key.Matches(msg, k.Mouse):
		a.mouse = !a.mouse
		a.message = map[bool]string{true: "Mouse on.", false: "Mouse off: select text as usual. m turns it on again."}[a.mouse]
	case key.Matches(msg, k.Library) && a.screen != onLibrary && a.screen != onStop:
		return a.open("/"), true
	case key.Matches(msg, k.Leave):
		if a.screen == onWizard || a.screen == onResults || a.screen != onStop && a.given() > 0 {
			a.dialog = leaveDialog(a)
			return nil, true
		}
		return tea.Quit, true
	default:
		return nil, false
	}
	return nil, true
}

// full is all the keys of what shows, and named what that is called.
func (a *App) full() [][]key.Binding {
	if a.stage != nil {
		return a.stage.FullHelp()
	}
	return a.visible().FullHelp()
}

func (a *App) named() string {
	if a.stage != nil {
		return "Slides"
	}
	title, _, _, _ := a.visible().Header()
	return title
}

// onPage is the keys for what has a row on the page. It can be done there, where the person sees what they answer.
func (a *App) onPage() map[string]bool {
	out := map[string]bool{}
	if s, ok := a.visible().(interface{ OnPage() []key.Binding }); ok && a.stage == nil {
		for _, b := range s.OnPage() {
			out[b.Keys()[0]] = true
		}
	}
	return out
}

// bound reports whether a key does something here.
func (a *App) bound(name string) bool {
	return slices.ContainsFunc(append(slices.Concat(a.full()...), a.everywhere()...), func(b key.Binding) bool {
		return b.Enabled() && slices.Contains(b.Keys(), name)
	})
}

// onBody reports whether a row of the window belongs to the screen, rather than to the frame around it.
func (a *App) onBody(row int) bool {
	head := a.headRows(a.screen)
	return row >= head && row < head+a.bodyHeight() || a.screen == onHandout && a.handout.Alone()
}

// translate moves a mouse message into the body of the screen: row 0 is the body's first.
func (a *App) translate(msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		m.Y -= a.headRows(a.screen)
		return m
	case tea.MouseWheelMsg:
		m.Y -= a.headRows(a.screen)
		return m
	case tea.MouseMotionMsg:
		m.Y -= a.headRows(a.screen)
		return m
	}
	return msg
}
