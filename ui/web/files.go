//go:build !js

package web

import (
	"embed"
	"io/fs"
)

//go:embed knead.css knead.js
var files embed.FS

// Files holds the style and the script, by their names at the top of the site.
func Files() fs.FS { return files }
