package cli_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"knead/guide/fixture"
)

// chromium is a browser without a window, spoken to over a pipe in the DevTools protocol: JSON messages, each ended by a
// zero byte.
type chromium struct {
	t       *testing.T
	out     io.Writer
	session string

	lock    sync.Mutex
	last    int
	replies map[int]chan reply
	events  []event
	gone    error
}

type reply struct {
	Result json.RawMessage
	Error  *struct{ Message string }
}

type event struct {
	Method string
	Params json.RawMessage
}

// startChromium starts the browser, or skips the test where there is none. It ends with the test.
func startChromium(t *testing.T) *chromium {
	t.Helper()
	if !fixture.Thorough() {
		t.Skip("a browser takes seconds; set KNEAD_THOROUGH")
	}
	if runtime.GOOS == "windows" {
		t.Skip("the browser is spoken to over pipes that Windows does not hand on")
	}
	path := ""
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if found, err := exec.LookPath(name); err == nil && path == "" {
			path = found
		}
	}
	if path == "" {
		t.Skip("no Chromium here: install it (apt-get install chromium), or name its path in CHROMIUM")
	}
	theirIn, in := pipe(t)
	out, theirOut := pipe(t)
	cmd := exec.Command(path,
		"--headless", "--remote-debugging-pipe", "--user-data-dir="+t.TempDir(), "--no-first-run", "--no-default-browser-check",
		"--no-sandbox", // root and containers have none; the pages are our own
		"--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-sync", "--disable-background-networking",
		"--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND", "about:blank",
	)
	cmd.ExtraFiles = []*os.File{theirIn, theirOut} // 3 and 4
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_, _ = theirIn.Close(), theirOut.Close()
	c := &chromium{t: t, out: in, replies: map[int]chan reply{}}
	ended := make(chan struct{})
	go func() {
		c.listen(out)
		close(ended)
	}()
	t.Cleanup(func() { // the folder goes after the browser
		_, _ = c.send("Browser.close", nil)
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			_ = cmd.Process.Kill()
		}
		_, _, _ = cmd.Wait(), in.Close(), out.Close()
	})
	var target struct{ TargetID string }
	c.ask("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	c.ask("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	c.session = attached.SessionID
	for _, domain := range []string{"Page", "Runtime", "Log", "Network"} {
		c.ask(domain+".enable", nil, nil)
	}
	return c
}

func pipe(t *testing.T) (read, write *os.File) {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	return read, write
}

// listen takes what the browser says until it ends.
func (c *chromium) listen(in io.Reader) {
	r := bufio.NewReader(in)
	for {
		data, err := r.ReadBytes(0)
		if err != nil {
			c.lock.Lock()
			c.gone = errors.New("the browser ended")
			for _, wait := range c.replies {
				close(wait)
			}
			c.replies = map[int]chan reply{}
			c.lock.Unlock()
			return
		}
		var m struct {
			ID int
			reply
			event
		}
		if err := json.Unmarshal(data[:len(data)-1], &m); err != nil {
			continue
		}
		c.lock.Lock()
		if wait := c.replies[m.ID]; m.ID > 0 && wait != nil {
			wait <- m.reply
			delete(c.replies, m.ID)
		} else if m.Method != "" {
			c.events = append(c.events, m.event)
		}
		c.lock.Unlock()
	}
}

func (c *chromium) send(method string, params any) (chan reply, error) {
	c.lock.Lock()
	defer c.lock.Unlock()
	if c.gone != nil {
		return nil, c.gone
	}
	c.last++
	m := map[string]any{"id": c.last, "method": method}
	if params != nil {
		m["params"] = params
	}
	if c.session != "" && !strings.HasPrefix(method, "Browser.") {
		m["sessionId"] = c.session
	}
	data, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	wait := make(chan reply, 1)
	c.replies[c.last] = wait
	_, err = c.out.Write(append(data, 0))
	return wait, err
}

// ask sends a command and decodes its result.
func (c *chromium) ask(method string, params, into any) {
	c.t.Helper()
	wait, err := c.send(method, params)
	if err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
	select {
	case r, ok := <-wait:
		switch {
		case !ok:
			c.t.Fatalf("%s: the browser ended", method)
		case r.Error != nil:
			c.t.Fatalf("%s: %s", method, r.Error.Message)
		case into != nil:
			if err := json.Unmarshal(r.Result, into); err != nil {
				c.t.Fatalf("%s: %v", method, err)
			}
		}
	case <-time.After(time.Minute):
		c.t.Fatalf("%s: no answer within a minute", method)
	}
}

// open loads an address and waits until all of it is there. What happened before is forgotten.
func (c *chromium) open(url string) {
	c.t.Helper()
	c.lock.Lock()
	c.events = nil
	c.lock.Unlock()
	var done struct{ ErrorText string }
	c.ask("Page.navigate", map[string]any{"url": url}, &done)
	if done.ErrorText != "" {
		c.t.Fatalf("%s: %s", url, done.ErrorText)
	}
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		for _, e := range c.happened() {
			if e.Method == "Page.loadEventFired" {
				return
			}
		}
	}
	c.t.Fatalf("%s: not loaded within a minute", url)
}

func (c *chromium) happened() []event {
	c.lock.Lock()
	defer c.lock.Unlock()
	return append([]event(nil), c.events...)
}

// evaluate runs a script in the page, waits for what it promises, and decodes that.
func (c *chromium) evaluate(script string, into any) {
	c.t.Helper()
	var out struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails *struct {
			Text      string
			Exception struct{ Description string }
		}
	}
	c.ask("Runtime.evaluate", map[string]any{"expression": script, "awaitPromise": true, "returnByValue": true}, &out)
	if e := out.ExceptionDetails; e != nil {
		c.t.Fatalf("script: %s %s", e.Text, e.Exception.Description)
	}
	if into != nil {
		if err := json.Unmarshal(out.Result.Value, into); err != nil {
			c.t.Fatalf("script: %v in %s", err, out.Result.Value)
		}
	}
}

// complaints are the requests that the page made beyond itself, and what the browser wrote to its console.
func (c *chromium) complaints(page string) []string {
	var out []string
	for _, e := range c.happened() {
		var p struct {
			Request          struct{ URL string }
			Entry            struct{ Level, Text, URL string }
			Type             string
			ExceptionDetails struct{ Text string }
		}
		if err := json.Unmarshal(e.Params, &p); err != nil {
			continue // an event of another form
		}
		switch {
		case e.Method == "Network.requestWillBeSent" && p.Request.URL != page:
			out = append(out, "it asks for "+p.Request.URL)
		case e.Method == "Log.entryAdded" && p.Entry.Level != "verbose":
			out = append(out, fmt.Sprintf("the browser says: %s (%s %s)", p.Entry.Text, p.Entry.Level, p.Entry.URL))
		case e.Method == "Runtime.consoleAPICalled":
			out = append(out, "the console says something of type "+p.Type)
		case e.Method == "Runtime.exceptionThrown":
			out = append(out, "a script fails: "+p.ExceptionDetails.Text)
		}
	}
	return out
}
