package cli

// enoughFiles always succeeds: Windows has no such limit.
func enoughFiles(int) error { return nil }
