package main

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing/fstest"

	"knead/content"
)

// contentcheck DIR TOPIC: checks DIR with only red-flags/TOPIC.yaml and a stub of the patterns.
func main() {
	dir, topic := os.Args[1], ""
	if len(os.Args) > 2 {
		topic = os.Args[2]
	}
	m := fstest.MapFS{}
	fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if d.IsDir() || strings.HasSuffix(p, ".go") || strings.HasPrefix(p, "testdata") || strings.HasPrefix(p, "builtin") {
			return nil
		}
		if topic != "" && strings.HasPrefix(p, "red-flags/") && p != "red-flags/"+topic+".yaml" {
			return nil
		}
		b, _ := os.ReadFile(dir + "/" + p)
		m[p] = &fstest.MapFile{Data: b}
		return nil
	})
	if topic != "" {
		m["patterns.yaml"] = &fstest.MapFile{Data: []byte("patterns:\n  - id: stub\n    label: Stub pattern\n    usually: It goes.\n    when: [[where/none], [is/somewhere]]\n    home: [{text: Rest.}]\n    examples: [{answers: ['where: neck'], fires: true}, {answers: ['where: low-back'], fires: true}]\n")}
	}
	_, err := content.Load(m)
	if err == nil {
		fmt.Println("OK")
		return
	}
	n := 0
	for _, l := range strings.Split(err.Error(), "\n") {
		if topic != "" && !strings.HasPrefix(l, "red-flags/") && !strings.HasPrefix(l, "questions.yaml") && !strings.HasPrefix(l, "facts.yaml") {
			n++
			continue
		}
		fmt.Println(l)
	}
	fmt.Println(n, "problems in other files not shown")
	os.Exit(1)
}
