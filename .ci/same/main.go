// Same shows that a restructuring changes no result. It gives two builds of knead the same random answers, and compares what
// they print: assessments as JSON and as text, and transcripts of line mode.
//
//	go build -o /tmp/before . ; git switch ... ; go build -o /tmp/after .
//	go run ./.ci/same -n 5000 /tmp/before /tmp/after
//
// The answers are drawn from the questionnaire of the first build, with a fixed seed: half of the people answer the ordinary
// questions and raise little, half answer anything at all. Exit status 1 means that something differs; the first differences
// are printed with the answers that show them.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

type question struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Options []struct {
		ID string `json:"id"`
	} `json:"options"`
}

// passing is what may differ without a difference in results: the version of the content, and the time of a response.
var passing = regexp.MustCompile(`20\d\d-\d\d-\d\d-[0-9a-f]{8}|"authored": "[^"]*"`)

func main() {
	n := flag.Int("n", 5000, "`people` to compare")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: same [-n PEOPLE] BEFORE AFTER")
		os.Exit(2)
	}
	before, after := flag.Arg(0), flag.Arg(1)
	var all struct {
		Questions []question `json:"questions"`
	}
	if err := json.Unmarshal(run(before, "", "questions", "--format", "json"), &all); err != nil {
		fmt.Fprintln(os.Stderr, "questions:", err)
		os.Exit(2)
	}
	var compared, differ atomic.Int64
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.NumCPU() {
		wait.Go(func() {
			for seed := range next {
				random := rand.New(rand.NewPCG(uint64(seed), 12))
				answers, typed := person(random, all.Questions), keys(random)
				for _, how := range [][]string{
					{answers, "assess", "-", "--format", "json"},
					{answers, "assess", "-", "--format", "text"},
					{answers, "assess", "-", "--format", "fhir"},
					{typed, "--plain"},
				} {
					compared.Add(1)
					x, y := run(before, how[0], how[1:]...), run(after, how[0], how[1:]...)
					if !bytes.Equal(x, y) && differ.Add(1) <= 5 {
						fmt.Printf("person %d, knead %s:\n%s\n%s\n", seed, strings.Join(how[1:], " "), how[0], first(x, y))
					}
				}
			}
		})
	}
	for seed := range *n {
		next <- seed
	}
	close(next)
	wait.Wait()
	fmt.Printf("%d outputs of %d people compared, %d differ\n", compared.Load(), *n, differ.Load())
	if differ.Load() > 0 {
		os.Exit(1)
	}
}

// person draws answers to every question, whether it applies or not.
func person(random *rand.Rand, questions []question) string {
	var b strings.Builder
	calm := random.IntN(2) == 0
	for _, q := range questions {
		option := func() string { return q.Options[random.IntN(len(q.Options))].ID }
		switch x := random.IntN(12); {
		case x == 0:
			fmt.Fprintf(&b, "%q: unsure\n", q.ID)
		case x == 1 && !calm:
		case q.Kind == "scale":
			fmt.Fprintf(&b, "%q: %d\n", q.ID, random.IntN(11))
		case q.Kind == "one":
			fmt.Fprintf(&b, "%q: %q\n", q.ID, option())
		case q.Options[len(q.Options)-1].ID == "none" && (x < 4 || calm && x < 10):
			fmt.Fprintf(&b, "%q: [none]\n", q.ID)
		default:
			chosen := map[string]bool{}
			var list []string
			for range 1 + random.IntN(2) {
				if o := option(); o != "none" && !chosen[o] {
					chosen[o], list = true, append(list, fmt.Sprintf("%q", o))
				}
			}
			if len(list) > 0 {
				fmt.Fprintf(&b, "%q: [%s]\n", q.ID, strings.Join(list, ", "))
			}
		}
	}
	return b.String()
}

// keys draws what somebody types in line mode.
func keys(random *rand.Rand) string {
	words := []string{"none", "none", "none", "none", "1", "2", "3", "4", "1 3", "2 5", "unsure", "why", "back", "review", "help", "0", "none of these"}
	var b strings.Builder
	for range 60 {
		b.WriteString(words[random.IntN(len(words))] + "\n")
	}
	return b.String()
}

// run returns what a command prints, on both streams, and how it ends.
func run(program, input string, args ...string) []byte {
	c := exec.Command(program, args...)
	c.Stdin = strings.NewReader(input)
	c.Env = []string{"HOME=/nonexistent", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TERM=dumb"}
	out, err := c.CombinedOutput()
	if err != nil {
		out = fmt.Appendf(out, "\n%v\n", err)
	}
	return passing.ReplaceAll(out, []byte("…"))
}

// first returns the first line that differs.
func first(x, y []byte) string {
	a, b := strings.Split(string(x), "\n"), strings.Split(string(y), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, then %d", len(a), len(b))
}
