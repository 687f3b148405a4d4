package content

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A picture has words, fits its room, and has a mask that covers what is drawn and nothing else.
func TestPictures(t *testing.T) {
	const good = "-- lying.words --\nLying down\n-- lying.art --\n ▄█\n▀▀▀\n-- lying.mask --\n.bb\nttt\n"
	for name, c := range map[string]struct{ data, want string }{
		"good":         {good, ""},
		"no words":     {strings.Replace(good, "Lying down", "", 1), "body/pictograms.txtar:4:1: the picture has no words; say in a member lying.words what it shows"},
		"mask too few": {strings.Replace(good, ".bb\nttt", ".bb", 1), "body/pictograms.txtar:4:1: the picture has 2 rows, and its mask 1"},
		"mask misses":  {strings.Replace(good, ".bb", "..b", 1), "body/pictograms.txtar:7:2: the mask does not fit the picture here"},
		"odd letter":   {strings.Replace(good, "ttt", "txt", 1), "body/pictograms.txtar:8:2: the mask does not fit the picture here"},
		"too wide":     {strings.Replace(strings.Replace(good, "▀▀▀", strings.Repeat("▀", 45), 1), "ttt", strings.Repeat("t", 45), 1), "body/pictograms.txtar:5:45: the row has 45 columns; there is room for 44"},
		"odd member":   {good + "-- lying.color --\nred\n", `body/pictograms.txtar:10:1: "lying.color" is not a part of a picture`},
	} {
		files := small(t)
		files["body/pictograms.txtar"] = &fstest.MapFile{Data: []byte(c.data)}
		l, err := Load(files)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.want == "" && (len(l.Pictures) != 1 || l.Pictures[0].Drawing.Words != "Lying down"):
			t.Errorf("%s: %+v", name, l.Pictures)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: want %s, got %v", name, c.want, err)
		}
	}
}
