package cli

// enoughFiles finds no fault: there is no such limit here.
func enoughFiles(int) error { return nil }
