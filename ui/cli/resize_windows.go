package cli

import "context"

// resized tells nothing: the console sends resizes as input.
func resized(context.Context) <-chan struct{} { return nil }
