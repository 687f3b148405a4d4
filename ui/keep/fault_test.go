package keep

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// how a call on the disk goes wrong.
type how string

const (
	fails    how = "fails"             // nothing is done
	stops    how = "stops before"      // the program is killed before
	stopsMid how = "stops within"      // the program is killed when half is written, or when all is done
	spoils   how = "is done and fails" // as a disk that is full, or that was unplugged, may do
)

// faulty is a disk on which one call goes wrong: the at-th, from 1. Without links it is a stick; without files that have no
// name it is one of another system than Linux.
type faulty struct {
	system
	at     int
	how    how
	noLink bool
	plain  bool

	calls int
	dead  bool // killed: nothing is done anymore
	name  string
}

var errDisk = &fs.PathError{Op: "write", Path: "somewhere", Err: syscall.ENOSPC}

// call counts a call and says whether it is done, and what it returns.
func (d *faulty) call(name string, do func() error) error {
	d.calls++
	switch {
	case d.dead:
		return errDisk
	case d.calls != d.at:
		return do()
	}
	d.name = name
	switch d.how {
	case fails:
		return errDisk
	case stops:
		d.dead = true
	case stopsMid:
		_ = do() // it was done, and nobody learns of it
		d.dead = true
	case spoils:
		_ = do()
	}
	return errDisk
}

func (d *faulty) MkdirAll(dir string, perm fs.FileMode) error {
	return d.call("mkdir", func() error { return d.system.MkdirAll(dir, perm) })
}

func (d *faulty) Unnamed(dir string) (f file, err error) {
	if d.plain {
		return nil, errors.ErrUnsupported
	}
	err = d.call("unnamed", func() error {
		f, err = d.system.Unnamed(dir)
		return err
	})
	if err != nil {
		if f != nil {
			_ = f.Close() // killed, or nobody has it
		}
		return nil, err
	}
	return &faultyFile{f, d}, nil
}

func (d *faulty) CreateTemp(dir, pattern string) (f file, err error) {
	err = d.call("create", func() error {
		f, err = d.system.CreateTemp(dir, pattern)
		return err
	})
	if err != nil {
		if f != nil {
			_ = f.Close() // killed, or nobody has it
			if !d.dead {
				_ = os.Remove(f.Name()) // a call that fails has made nothing
			}
		}
		return nil, err
	}
	return &faultyFile{f, d}, nil
}

func (d *faulty) Link(from, to string) error {
	if d.noLink {
		return &os.LinkError{Op: "link", Old: from, New: to, Err: syscall.EPERM}
	}
	return d.call("link", func() error { return d.system.Link(from, to) })
}

func (d *faulty) Rename(from, to string) error {
	return d.call("rename", func() error { return d.system.Rename(from, to) })
}

func (d *faulty) Reserve(path string) error {
	return d.call("reserve", func() error { return d.system.Reserve(path) })
}

func (d *faulty) Remove(path string) error {
	return d.call("remove", func() error { return d.system.Remove(path) })
}

type faultyFile struct {
	file
	d *faulty
}

func (f *faultyFile) Write(data []byte) (n int, err error) {
	half := f.d.calls+1 == f.d.at
	err = f.d.call("write", func() error {
		if half {
			data = data[:len(data)/2]
		}
		n, err = f.file.Write(data)
		return err
	})
	return n, err
}

func (f *faultyFile) Sync() error { return f.d.call("sync", f.file.Sync) }

func (f *faultyFile) Close() error {
	err := f.d.call("close", f.file.Close)
	_ = f.file.Close() // a program that is gone holds nothing open, and Windows removes nothing that is
	return err
}

// everyFault runs write with each call going wrong in each way, until there are no more calls.
func everyFault(t *testing.T, test func(t *testing.T, d *faulty)) {
	for _, disk := range []faulty{{}, {plain: true}, {noLink: true}, {plain: true, noLink: true}} {
		for _, h := range []how{fails, stops, stopsMid, spoils} {
			for at, more := 1, true; more; at++ {
				t.Run(fmt.Sprintf("plain=%v,noLink=%v/%d %s", disk.plain, disk.noLink, at, h), func(t *testing.T) {
					d := disk
					d.at, d.how = at, h
					test(t, &d)
					more = d.calls >= at && !t.Failed()
				})
			}
		}
	}
}

// contents are the files of a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}

// Whatever goes wrong while answers are written, and wherever the program is killed: the old or the new ones can be read, an
// error names the file and the reason, nothing else in the folder is touched, and the next time it works.
func TestKeepSurvivesEveryFault(t *testing.T) {
	for name, before := range map[string]string{
		"nothing": "", "kept": "whole", "damaged": `{"format": 1, "ans`, "newer": `{"format": 9, "answers": ["x: y"]}`,
	} {
		t.Run(name, func(t *testing.T) {
			everyFault(t, func(t *testing.T, d *faulty) {
				s := store(t)
				dir := filepath.Dir(s.Path())
				switch before {
				case "":
				case "whole":
					must(t, s.Keep("old", record("where: neck")))
				default:
					must(t, os.MkdirAll(dir, 0o700))
					must(t, os.WriteFile(s.Path(), []byte(before), 0o600))
				}
				if before != "" {
					must(t, os.WriteFile(filepath.Join(dir, "other"), []byte("not ours"), 0o600))
				}
				was := contents(t, dir)
				s.disk = d
				err := s.Keep("new", record("where: neck, arm"))
				now := contents(t, dir)

				if e := (*Error)(nil); err != nil && (!errors.As(err, &e) || e.Path != s.Path() || e.Err.Error() != syscall.ENOSPC.Error()) {
					t.Errorf("it is told as %v", err)
				}
				if d.dead && err == nil && d.name != "remove" && d.name != "close" {
					t.Error("killed, and said to be done")
				}
				content := now[fileName]
				if k, bad := s.Load(); err == nil && (bad != nil || k.Content != "new") {
					t.Errorf("said to be kept, but %v, %v", k, bad)
				} else if bad == nil && k.Content != "new" && k.Content != "old" || bad != nil && content != was[fileName] && now[asideStem+".json"] != was[fileName] {
					t.Errorf("the file is neither the old nor the new one: %q", content)
				}
				if was[fileName] != "" && was[fileName] != content && before != "whole" && now[asideStem+".json"] != before {
					t.Errorf("what could not be read is gone: %q", now)
				}
				tidy(t, d, was, now, dir)

				s.disk = system{}
				s.Sweep()
				for name := range contents(t, dir) {
					if strings.HasPrefix(name, ".") {
						t.Errorf("%s is left over after the next start", name)
					}
				}
				if err := s.Keep("later", record("where: leg")); err != nil {
					t.Error(err)
				}
				if k, err := s.Load(); err != nil || k.Content != "later" {
					t.Errorf("later: %+v, %v", k, err)
				}
				if _, err := s.Forget(); err != nil {
					t.Error(err)
				}
				if left := slices.Collect(maps.Keys(contents(t, dir))); len(left) > 0 && !slices.Equal(left, []string{"other"}) {
					t.Errorf("after all is forgotten there is %q", left)
				}
			})
		})
	}
}

// tidy checks that nothing else was touched, and that nothing is left over but by a program that was killed, or could not
// remove it.
func tidy(t *testing.T, d *faulty, was, now map[string]string, dir string) {
	t.Helper()
	for name, data := range was {
		if name != fileName && now[name] != data {
			t.Errorf("%s was touched", name)
		}
	}
	for name := range now {
		if strings.HasPrefix(name, ".") && !d.dead && d.name != "remove" {
			t.Errorf("%s is left over", name)
		}
		info, err := os.Lstat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm()&0o077 != 0 && filepath.Separator == '/' {
			t.Errorf("%s may be read by others: %v, %v", name, info.Mode(), err)
		}
	}
}

// A handout is there whole, or not at all; what had its name before stays. Where a disk knows no links, a kill may leave the
// empty file that holds the name.
func TestNewSurvivesEveryFault(t *testing.T) {
	const whole = "<h1>the result</h1>"
	for name, before := range map[string]map[string]string{
		"empty": {}, "taken": {"result.html": "an older one", "result-2.html": "another"},
	} {
		t.Run(name, func(t *testing.T) {
			everyFault(t, func(t *testing.T, d *faulty) {
				dir := t.TempDir()
				for name, data := range before {
					must(t, os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600))
				}
				path, err := create(d, dir, "result.html", []byte(whole))
				now := contents(t, dir)
				if (err == nil) == (path == "") || err == nil && now[filepath.Base(path)] != whole {
					t.Errorf("said to be saved as %q (%v): %q", path, err, now)
				}
				if e := (*Error)(nil); err != nil && (!errors.As(err, &e) || e.Path != filepath.Join(dir, "result.html") || e.Err.Error() != syscall.ENOSPC.Error()) {
					t.Errorf("it is told as %v", err)
				}
				for name, data := range now {
					switch {
					case before[name] == data && data != "", data == whole, strings.HasPrefix(name, "."):
					case data == "" && d.noLink && (d.dead || d.name == "remove"): // the name was held
					case data == "" && d.how == spoils && d.name == "reserve":
					default:
						t.Errorf("%s holds %q", name, data)
					}
				}
				tidy(t, d, before, now, dir)
				Sweep(dir, "result")
				for name, data := range contents(t, dir) {
					if strings.HasPrefix(name, ".") {
						t.Errorf("%s is left over after the next start: %q", name, data)
					}
				}
			})
		})
	}
}

// A program that is killed while it saves leaves nothing where files need no name, unless it has to write over a file.
func TestKilledWhileSavingLeavesNothing(t *testing.T) {
	if _, err := unnamed(t.TempDir()); err != nil {
		t.Skip("every file here has a name: ", err)
	}
	for _, h := range []how{stops, stopsMid} {
		for at, more := 1, true; more; at++ {
			s, dir := store(t), t.TempDir()
			d := &faulty{at: at, how: h}
			s.disk = d
			_ = s.Keep("new", record("where: neck"))
			more = d.dead
			d.calls, d.dead = 0, false
			_, _ = create(d, dir, "result.html", []byte("<h1>the result</h1>"))
			for _, in := range []string{dir, filepath.Dir(s.Path())} {
				for name := range contents(t, in) {
					if name != fileName && name != "result.html" {
						t.Errorf("%d %s: %s is left over", at, h, name)
					}
				}
			}
		}
	}
}

// What another Knead is just writing is not swept away; once that has ended, however it ended, it is. What is only named
// alike stays.
func TestSweepLeavesWhatIsInUse(t *testing.T) {
	s := store(t)
	dir := filepath.Dir(s.Path())
	must(t, os.MkdirAll(dir, 0o700))
	must(t, os.WriteFile(filepath.Join(dir, ".answers-mine"), nil, 0o600))
	must(t, os.Mkdir(filepath.Join(dir, ".answers-12"), 0o700))
	w, err := newDraft(system{}, dir, stem, []byte("answers"), true)
	must(t, err)
	if swept := s.Sweep(); swept != nil {
		t.Errorf("swept %q", swept)
	}
	must(t, w.Close())
	if swept := s.Sweep(); !slices.Equal(swept, []string{w.path}) {
		t.Errorf("swept %q, want %q", swept, w.path)
	}
	if entries, err := os.ReadDir(dir); len(entries) != 2 || err != nil {
		t.Errorf("left are %v, %v", entries, err)
	}
}

// Two Kneads at once: each reads the answers of one of them, whole, and saves its own handout.
func TestTwoAtOnce(t *testing.T) {
	s, dir := store(t), t.TempDir()
	s.now = time.Now
	long := strings.Repeat("neck, ", 2000) // more than one block of a disk
	must(t, s.Keep("first", record(long)))
	must(t, os.WriteFile(s.Path(), []byte("damaged"), 0o600)) // both have to set it aside
	var all sync.WaitGroup
	for _, name := range []string{"one", "two"} {
		all.Go(func() {
			for n := range 40 {
				if err := s.Keep(name, record(name+long)); err != nil {
					t.Error(err)
				}
				if k, err := s.Load(); err != nil || k.Answers[0] != k.Content+long {
					t.Errorf("%.60v, %v", k, err)
				}
				if _, err := New(dir, "result.html", fmt.Appendf(nil, "%s %d", name, n)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	saved := map[string]bool{}
	for _, data := range contents(t, dir) {
		saved[data] = true
	}
	if len(saved) != 80 {
		t.Errorf("%d handouts are there, not 80", len(saved))
	}
	now := contents(t, filepath.Dir(s.Path()))
	delete(now, fileName)
	for name, data := range now {
		if !strings.HasPrefix(name, asideStem) || data != "damaged" && !strings.Contains(data, long) {
			t.Errorf("%s holds %.40q", name, data)
		}
	}
}

// Without a home there is no place, and that is told; where the home cannot be written, that too.
func TestNoPlace(t *testing.T) {
	if err := (Store{}).Keep("v", record("a: b")); err == nil || !strings.Contains(err.Error(), "no folder") {
		t.Errorf("%v", err)
	}
	if _, err := (Store{}).Load(); !errors.Is(err, ErrNothing) {
		t.Errorf("%v", err)
	}
	if erased, err := (Store{}).Forget(); erased != nil || err != nil {
		t.Errorf("%v, %v", erased, err)
	}
	file := filepath.Join(t.TempDir(), "a file")
	must(t, os.WriteFile(file, nil, 0o600))
	s := Default(filepath.Join(file, "state"))
	if err := s.Keep("v", record("a: b")); err == nil || !strings.HasPrefix(Reason(err), syscall.ENOTDIR.Error()) || !strings.HasSuffix(Reason(err), "("+s.Path()+")") {
		t.Errorf("%v", err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
