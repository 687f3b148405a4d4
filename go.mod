module knead

go 1.26.0

require (
	charm.land/bubbles/v2 v2.2.1 // the current major version of github.com/charmbracelet/bubbles
	charm.land/bubbletea/v2 v2.0.9 // the current major version of github.com/charmbracelet/bubbletea
	charm.land/glamour/v2 v2.0.1 // the current major version of github.com/charmbracelet/glamour
	charm.land/lipgloss/v2 v2.0.6 // the current major version of github.com/charmbracelet/lipgloss
	github.com/adrg/xdg v0.5.3 // where each system keeps the files of a program
	github.com/andybalholm/brotli v1.3.0 // compresses the web edition when its site is built; not in the program
	github.com/charmbracelet/colorprofile v0.4.3
	github.com/charmbracelet/ultraviolet v0.0.0-20260811164956-006e29f97886 // the events that Bubble Tea hands on as they are
	github.com/charmbracelet/x/ansi v0.11.9 // the arithmetic of widths that Bubble Tea draws with
	github.com/charmbracelet/x/term v0.2.2
	github.com/lucasb-eyer/go-colorful v1.4.1
	github.com/muesli/cancelreader v0.2.2 // reads with a limit in time, as Bubble Tea does
	github.com/sahilm/fuzzy v0.1.3
	github.com/spf13/cobra v1.10.2
	github.com/spf13/pflag v1.0.9
	github.com/yuin/goldmark v1.8.7 // the Markdown parser that Glamour brings along; up to v1.7.8 its HTML entities are half a megabyte of code
	go.yaml.in/yaml/v4 v4.0.0
	golang.org/x/sys v0.49.0 // system calls that syscall does not have
	rsc.io/qr v0.2.0
)

// for tests
require (
	github.com/charmbracelet/x/exp/golden v0.1.0
	github.com/charmbracelet/x/vt v0.0.0-20260823001701-96af6d2cb5f6 // the terminal in memory; has no tags
	github.com/creack/pty v1.1.24
	github.com/rogpeppe/go-internal v1.16.0
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	pgregory.net/rapid v1.3.0
)

require (
	github.com/alecthomas/chroma/v2 v2.14.0 // indirect
	github.com/atotto/clipboard v0.1.4 // indirect
	github.com/aymanbagabas/go-udiff v0.4.1 // indirect
	github.com/aymerick/douceur v0.2.0 // indirect
	github.com/charmbracelet/x/exp/ordered v0.1.0 // indirect
	github.com/charmbracelet/x/exp/slice v0.0.0-20250327172914-2fdc97757edf // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/clipperhouse/displaywidth v0.11.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/dlclark/regexp2 v1.11.0 // indirect
	github.com/gorilla/css v1.0.1 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/mattn/go-runewidth v0.0.31 // indirect; v0.0.26 and v0.0.27 build a table of 2 MB at every start, which takes 30 ms (mattn/go-runewidth#104); so at least v0.0.28
	github.com/microcosm-cc/bluemonday v1.0.27 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/xo/terminfo v0.0.0-20220910002029-abceb7e1c41e // indirect
	github.com/yuin/goldmark-emoji v1.0.5 // indirect
	golang.org/x/net v0.61.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/text v0.43.0
	golang.org/x/tools v0.52.0 // indirect
)
