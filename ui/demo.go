package ui

import (
	"fmt"
	"reflect"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"knead/content"
	"knead/guide"
	"knead/ui/demo"
	"knead/ui/frame"
)

// Demo says that sample people go through the screens by themselves.
type Demo struct {
	Case  string // only this person; "" for all of them, one after the other
	Loop  bool   // again and again, until a key takes over; and again after a minute without one
	Stage bool   // as slides for a room, without the screens
	// Invite is an address that the first and the last slide show as a code; "" for none.
	Invite string
}

// People returns the sample people in the order in which they play.
func People(l *content.Library, g *guide.Guide) []demo.Person { return demo.People(l, g) }

// show is a demo on the screen: the player, and an App of its own whose keys it presses. So the sample person sees what any
// person sees, and leaves nothing behind. In a loop, a visitor's App may take its place.
type show struct {
	player  demo.Model
	app     App
	session int  // which App that is
	asked   bool // a key brought a command of the session's App, whose answer is awaited
	visitor bool // somebody took over
	quiet   int  // beats since the visitor's last key
	ending  int  // how many times in a row Ctrl+C was pressed in a loop
}

// ofSession is the answer to a command of one session's App. It is dropped when that is over.
type ofSession struct {
	session int
	msg     tea.Msg
}

// watch starts a demo.
func (a *App) watch(d Demo, comesBack bool) tea.Cmd {
	people := People(a.options.Library, a.options.Guide())
	if len(people) == 0 {
		a.message = "There are no sample people."
		return nil
	}
	o := demo.Options{Case: d.Case, Loop: d.Loop, Return: comesBack, Calm: a.options.ReducedMotion, Wait: a.options.Wait}
	if d.Stage {
		stage := demo.NewStage(people, a.options.Guide(), a.options.Library, demo.Options{Case: d.Case, Wait: a.options.Wait, Invite: d.Invite}, a.theme)
		stage.SetSize(a.width, a.height)
		stage, cmd := stage.Begin()
		a.stage = &stage
		return cmd
	}
	s := &show{player: demo.New(people, a.options.Library, o, a.theme)}
	a.show, a.dialog = s, dialog{}
	s.player.SetSize(a.width, a.bodyHeight())
	return a.person(s.player.Begin())
}

// person puts a sample person's fresh session under the player.
func (a *App) person(p demo.Model, cmd tea.Cmd) tea.Cmd {
	a.show.player, a.show.visitor = p, false
	return tea.Batch(a.freshSession(), cmd)
}

// freshSession begins a session that knows nothing and keeps nothing.
func (a *App) freshSession() tea.Cmd {
	o := a.options
	o.Theme, o.Plain, o.Read, o.Demo = a.theme.Name, false, "", nil
	o.Keep, o.Forget, o.Save, o.Kept, o.KeptProblem = nil, nil, nil, nil, ""
	s := a.show
	s.session++
	s.app, s.quiet, s.asked, s.ending = New(o), 0, false, 0
	s.app.auto = a.auto
	return s.tell(tea.WindowSizeMsg{Width: a.width, Height: a.height - a.showRows()})
}

// showRows is the room below the sample person's screen, where there is more than the screens need; otherwise its last two
// rows give way.
func (a *App) showRows() int {
	if a.height > frame.MinHeight+4 && a.show != nil && !a.show.visitor {
		return 1
	}
	return 0
}

// tell sends a message to the session's App. It bypasses that App's gate: the sample person makes no mistakes, and a visitor's
// input has already passed the gate in front of the demo.
func (s *show) tell(msg tea.Msg) tea.Cmd {
	m, cmd := s.app.update(msg)
	if app, ok := m.(App); ok {
		s.app = app
	}
	return tie(s.session, cmd)
}

// tie marks what a command answers with its session. What the program itself must see, such as a text for the clipboard,
// stays as it is; only the end of a session is not the end of the program.
func tie(session int, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		msg := cmd()
		switch m := msg.(type) {
		case nil:
			return nil
		case tea.QuitMsg:
			return ofSession{session, m}
		case tea.BatchMsg:
			tied := make(tea.BatchMsg, len(m))
			for i, c := range m {
				tied[i] = tie(session, c)
			}
			return tied
		}
		if reflect.TypeOf(msg).PkgPath() == reflect.TypeFor[tea.QuitMsg]().PkgPath() {
			return msg
		}
		return ofSession{session, msg}
	}
}

// perform is Update while a demo shows.
func (a App) perform(msg tea.Msg) (tea.Model, tea.Cmd) {
	s := *a.show
	a.show = &s
	if cmd, ok := a.environment(msg); ok {
		s.player.SetTheme(a.theme)
		s.player.SetSize(a.width, a.bodyHeight())
		if size, ok := msg.(tea.WindowSizeMsg); ok {
			size.Width, size.Height = a.width, a.height-a.showRows()
			msg = size
		}
		return a, tea.Batch(cmd, s.tell(msg))
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if key.Matches(msg, globalKeys().Quit) {
			return a, a.interrupted()
		}
		s.ending = 0
		if a.dialog.open() {
			return a.dialogKey(msg)
		}
		if s.visitor {
			return a, a.visited(msg)
		}
		a.message = ""
		return a, a.watched(msg)
	case tea.MouseClickMsg, tea.MouseWheelMsg, tea.PasteMsg:
		if wheel, ok := msg.(tea.MouseWheelMsg); ok && a.dialog.open() {
			a.dialog.wheel(wheel)
			return a, nil
		}
		switch _, click := msg.(tea.MouseClickMsg); {
		case s.visitor:
			return a, a.visited(msg)
		case click && a.loops():
			return a, a.takeOver()
		}
	case tea.MouseMotionMsg:
		if s.visitor { // a mouse that is only bumped does not keep a session alive
			return a, s.tell(msg)
		}
	case demo.TickMsg:
		if s.player.Due(msg) && !s.visitor {
			return a, a.tick()
		}
	case beatMsg:
		if s.visitor && msg.session == s.session {
			return a, a.beat()
		}
	case ofSession:
		return a, a.answered(msg)
	}
	return a, nil
}

// loops reports whether the demo plays for passers-by.
func (a *App) loops() bool { return a.options.Demo != nil && a.options.Demo.Loop }

// watched answers a key of whoever watches.
func (a *App) watched(msg tea.KeyPressMsg) tea.Cmd {
	s := a.show
	p, cmd, do := s.player.Key(msg)
	s.player = p
	switch do {
	case demo.Leave:
		return a.endShow()
	case demo.TakeOver:
		return a.takeOver()
	case demo.Press:
		return tea.Batch(cmd, a.onward())
	case demo.Restart:
		return a.person(s.player.Begin())
	case demo.Nothing:
		switch k := globalKeys(); {
		case key.Matches(msg, k.Help):
			cmd, _ = a.globalKey(msg)
		case key.Matches(msg, k.Theme):
			cmd, _ = a.globalKey(msg)
			s.player.SetTheme(a.theme)
			cmd = tea.Batch(cmd, tie(s.session, s.app.restyle(a.theme.Name)))
		}
	}
	return cmd
}

// endShow goes back to where the demo was asked for; what was started for it ends with it.
func (a *App) endShow() tea.Cmd {
	if a.options.Demo != nil {
		return tea.Quit
	}
	a.show = nil
	return nil
}

// tick goes on with the demo.
func (a *App) tick() tea.Cmd {
	if a.dialog.open() {
		return a.hold()
	}
	return a.onward()
}

func (a *App) hold() tea.Cmd {
	p, cmd := a.show.player.Hold()
	a.show.player = p
	return cmd
}

// onward presses the next key, or goes on after the last. While the last key is still being answered it presses none: it
// would be meant for a screen that is about to go.
func (a *App) onward() tea.Cmd {
	if a.show.asked {
		return a.hold()
	}
	if !a.show.player.Ended() {
		return a.strike()
	}
	switch p, do := a.show.player.Next(); do {
	case demo.Leave:
		return a.endShow()
	case demo.Restart:
		return a.person(p.Begin())
	}
	return nil
}

// strike presses the sample person's next key, or several where what lies between them is not to be seen.
func (a *App) strike() tea.Cmd {
	s := a.show
	a.message = ""
	var cmds []tea.Cmd
	add := func(cmd tea.Cmd) { cmds = append(cmds, cmd) }
	if s.player.OnCard() {
		p, cmd := s.player.Start(s.app.visible().View())
		s.player = p
		add(cmd)
		if !p.Hurrying() {
			return cmd
		}
	}
	for first := true; ; first = false {
		stroke, ok := s.next()
		if !ok {
			p, cmd := s.player.Over()
			s.player = p
			add(cmd)
			break
		}
		before := s.page()
		s.player.Strike(stroke, first)
		asking := s.app.screen == onWelcome || s.app.screen == onWizard
		answer := s.tell(stroke.Key)
		s.asked = asking && answer != nil
		add(answer)
		if answer == nil && s.player.Unseen(stroke) {
			continue
		}
		var wait tea.Cmd
		if s.page() == before {
			s.player, wait = s.player.Struck(stroke)
		} else {
			s.player, wait = s.arrived()
		}
		add(wait)
		break
	}
	return tea.Batch(cmds...)
}

// next is the key that the sample person presses now.
func (s *show) next() (demo.Stroke, bool) {
	switch {
	case s.player.Stuck():
	case s.app.screen == onWelcome:
		return demo.Stroke{Key: tea.KeyPressMsg{Code: tea.KeyEnter}, Does: "starts the questions"}, true
	case s.app.screen == onWizard:
		step, ok := s.app.wizard.KeyTowards(s.player.Person().Want)
		return demo.Stroke(step), ok
	case s.app.screen == onStop, s.app.screen == onResults:
		return s.player.Tour(s.app.screen == onStop)
	}
	return demo.Stroke{}, false
}

// page names the page on the screen, so that a change can be noticed.
func (s *show) page() string {
	if s.app.screen != onWizard {
		return fmt.Sprint(s.app.screen)
	}
	title, _, _, _ := s.app.wizard.Header()
	return title + "/" + s.app.wizard.Interview().Page()
}

func (s *show) arrived() (demo.Model, tea.Cmd) {
	return s.player.Arrived(s.app.visible().View(), s.app.screen == onStop || s.app.screen == onResults)
}

// answered hands the session what one of its commands brought.
func (a *App) answered(msg ofSession) tea.Cmd {
	s := a.show
	if msg.session != s.session {
		return nil
	}
	if _, quit := msg.msg.(tea.QuitMsg); quit {
		if s.visitor {
			return a.forget()
		}
		return nil
	}
	s.asked = false
	before := s.page()
	cmd := s.tell(msg.msg)
	if s.visitor || s.page() == before {
		return cmd
	}
	p, wait := s.arrived()
	s.player = p
	return tea.Batch(cmd, wait)
}

// played puts the two rows of the player below the sample person's screen, or below the card that says who is next.
func (a *App) played(rows []string) []string {
	s := a.show
	spare := 0
	if !s.player.OnCard() {
		rows, spare = s.app.rows(), a.showRows()
	}
	below := s.player.Rows(frame.Fit(a.width, 1))
	if a.message != "" {
		below[0] = frame.Fit(a.width, 1).Row(a.theme.Muted.Text(a.message))
	}
	return append(rows[:max(len(rows)-2+spare, 0)], below[:]...)
}

// everywhere are the keys that help names for every screen.
func (a *App) everywhere() []key.Binding {
	k := globalKeys()
	if a.show != nil || a.stage != nil {
		return []key.Binding{k.Theme, k.Redraw, k.Quit}
	}
	if a.screen == onLibrary || a.screen == onStop { // it is not opened from itself, and danger comes first
		return []key.Binding{k.Theme, k.Mouse, k.Redraw, k.Leave, k.Quit}
	}
	return []key.Binding{k.Theme, k.Mouse, k.Library, k.Redraw, k.Leave, k.Quit}
}

// onStage is Update while slides show.
func (a App) onStage(msg tea.Msg) (tea.Model, tea.Cmd) {
	stage := *a.stage
	a.stage = &stage
	if cmd, ok := a.environment(msg); ok {
		stage.SetTheme(a.theme)
		stage.SetSize(a.width, a.height)
		return a, cmd
	}
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case demo.TickMsg:
		stage, cmd = stage.Tick(msg)
	case tea.KeyPressMsg:
		if key.Matches(msg, globalKeys().Quit) {
			return a, a.interrupted()
		}
		if a.dialog.open() {
			return a.dialogKey(msg)
		}
		if k := globalKeys(); key.Matches(msg, k.Help) || key.Matches(msg, k.Theme) {
			cmd, _ = a.globalKey(msg)
			stage.SetTheme(a.theme)
			return a, cmd
		}
		var leave bool
		if stage, cmd, leave = stage.Key(msg); leave {
			return a, tea.Quit
		}
	}
	return a, cmd
}
