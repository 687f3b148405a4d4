package cli

import (
	"io"
	"strings"

	"knead/guide/columns"
)

// unicode reports whether the locale has more than ASCII. Without a locale, it has, as on most systems today.
func unicode(env []string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(environ(env, name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}

// eastAsian reports whether signs of ambiguous width take two columns, according to the variable that go-runewidth and the
// programs built on it read. No layout then holds, so only ASCII is used.
func eastAsian(env []string) bool { return environ(env, "RUNEWIDTH_EASTASIAN") == "1" }

// asciiScreen reports whether a terminal gets ASCII only.
func (r *run) asciiScreen() bool {
	return r.flags.ascii || !unicode(r.env) || simple(environ(r.env, "TERM")) || eastAsian(r.env)
}

// shown is a stream that people read. It gets ASCII only where that is asked for, where the locale has no more, and on a
// terminal that shows no more. What programs read goes past it, since formats such as JSON are UTF-8 everywhere.
type shown struct {
	run *run
	out io.Writer
}

func (s shown) Write(p []byte) (int, error) {
	r := s.run
	_, onTerminal := terminal(s.out)
	if !r.flags.ascii && unicode(r.env) && !(onTerminal && r.asciiScreen()) {
		return s.out.Write(p)
	}
	if _, err := io.WriteString(s.out, columns.ASCII(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// colorless reports whether color is turned off: by the flag, by NO_COLOR, or by CLICOLOR=0 unless CLICOLOR_FORCE turns it on
// again.
func (r *run) colorless() bool {
	return r.flags.noColor || environ(r.env, "NO_COLOR") != "" || environ(r.env, "CLICOLOR") == "0" && !forced(r.env)
}

// forced reports whether CLICOLOR_FORCE asks for color. It does with anything but 0.
func forced(env []string) bool {
	v := environ(env, "CLICOLOR_FORCE")
	return v != "" && v != "0"
}

// colored is the environment with what it says of color in the only spelling that Bubble Tea takes
// (charmbracelet/colorprofile reads these variables as booleans).
func colored(env []string, colorless bool) []string {
	var out []string
	for _, pair := range env {
		name, _, _ := strings.Cut(pair, "=")
		if name != "NO_COLOR" && name != "CLICOLOR_FORCE" {
			out = append(out, pair)
		}
	}
	switch {
	case colorless:
		out = append(out, "NO_COLOR=1")
	case forced(env):
		out = append(out, "CLICOLOR_FORCE=1")
	}
	return out
}
