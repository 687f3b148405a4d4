// Command build writes the web edition of Knead: a folder of static files that any web host can serve.
//
//	go run ./ui/web/build DIR
//
// [Build] makes the site and writes it. The same source and the same Go give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	quick := flag.Bool("quick", false, "compress less, which is much faster: for tests")
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), "usage: go run ./ui/web/build [-quick] DIR\n\nWrites the web edition to the folder DIR, for any static web host.\n\n")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := Build(flag.Arg(0), Options{Quick: *quick, Compile: compile, Out: os.Stdout}); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}
