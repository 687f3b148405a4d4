package line

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"
	"unicode"

	"knead/content"
	"knead/guide"
)

// Whatever is typed: it ends, it does not break, no control character comes out, and what is handed back at the end of the
// input can be read and says the same.
func FuzzLines(f *testing.F) {
	l := small()
	sg, err := guide.New(&l.Knowledge, l.Block)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"1\n1\nnone\n2\nn\n0\n1\n2\nresult\nread rubbing\nwhy rolling\nshort\nagain\n3\n", "left shoulder, knee\nunsure\n?1 2\nno\n",
		"2\nn\n2\n1\nno\n3\n2\nfind gout\n1\n/elqius\n?1\nb\nkeep\nadd 1\ndrop 1 2\nonly ?2 none\nreview\nchange 3\nresult\n3\nquit\nquit\n",
		"\x1b[2J\x1b]0;x\x07\n\xff\n\u202e1\n" + strings.Repeat("x", 5000) + "\n1 ?1\n", "help\nh\n?\nw\nlist\nreview\nback\nr\nu\nu\nu\nu\nu\nu\nu\n",
	} {
		f.Add([]byte(seed), false, 72)
		f.Add([]byte(seed), true, 20)
	}
	f.Fuzz(func(t *testing.T, in []byte, big bool, width int) {
		if len(in) > 4000 {
			in = in[:4000]
		}
		o := Options{Guide: sg, Library: l, Width: width % 200, Echo: true}
		if big {
			o.Guide, o.Library = g, lib
		}
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		var out limited
		outcome, err := Run(ctx, o, bytes.NewReader(in), &out)
		if err != nil || ctx.Err() != nil {
			t.Fatal(err, ctx.Err())
		}
		text := out.String()
		for _, r := range text {
			if r != '\n' && unicode.IsControl(r) || r == '\u202e' {
				t.Fatalf("holds %U", r)
			}
		}
		_, file, ok := strings.Cut(text, "\n# Answers for knead assess\n")
		if outcome.Ending != EndOfInput || !ok {
			return
		}
		back, err := content.DecodeAnswers(o.Guide, "answers", []byte(file))
		if err != nil {
			t.Fatal(err)
		}
		same(t, "file", o.Guide.Lines(back), o.Guide.Lines(outcome.Answers))
	})
}

// limited keeps the end of what is written: a result told a thousand times is long.
type limited struct{ bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.Len() > 1<<22 {
		l.Next(1 << 21)
	}
	return l.Buffer.Write(p)
}

var _ io.Writer = (*limited)(nil)
