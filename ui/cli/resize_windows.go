package cli

import "context"

// resized never reports anything: the console sends resizes as input.
func resized(context.Context) <-chan struct{} { return nil }
