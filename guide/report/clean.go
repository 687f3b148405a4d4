package report

import "knead/guide/document"

// Clean is document.Clean: words from a file, fit for a terminal, on one line.
func Clean(s string) string { return document.Clean(s) }

// CleanLines is document.CleanLines, which does the same for a text of several lines.
func CleanLines(s string) string { return document.CleanLines(s) }
