package cli

import (
	"io"

	"github.com/spf13/cobra"
)

// Commands returns the command tree, for those who document it. It does not run.
func Commands() *cobra.Command {
	return (&run{out: io.Discard, err: io.Discard}).root()
}
