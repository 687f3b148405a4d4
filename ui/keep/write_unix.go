//go:build !windows

package keep

import "github.com/google/renameio/v2"

// write replaces the file in one step: a temporary file in the same folder, synced, then renamed.
func write(path string, data []byte) error {
	return renameio.WriteFile(path, data, 0o600, renameio.WithStaticPermissions(0o600))
}
