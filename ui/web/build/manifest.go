package main

import "encoding/json"

// icon is an entry of the manifest.
type icon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// addManifest adds what a phone needs to install the site as an app. Its paths are relative, so that any folder of a host will do.
func (s site) addManifest() error {
	m := struct {
		Name        string `json:"name"`
		Short       string `json:"short_name"`
		Description string `json:"description"`
		ID          string `json:"id"`
		Start       string `json:"start_url"`
		Scope       string `json:"scope"`
		Display     string `json:"display"`
		Language    string `json:"lang"`
		Direction   string `json:"dir"`
		Background  string `json:"background_color"`
		Theme       string `json:"theme_color"`
		Icons       []icon `json:"icons"`
	}{
		Name: "Knead", Short: "Knead", Description: "Which massages and alternatives fit you, which do not, and why.",
		ID: "./", Start: "./", Scope: "./", Display: "standalone", Language: "en", Direction: "ltr", Background: ground, Theme: ground,
		Icons: []icon{
			{"icon.svg", "any", "image/svg+xml", "any"},
			{"icon-192.png", "192x192", "image/png", "any"},
			{"icon-512.png", "512x512", "image/png", "any"},
			{"icon-maskable-192.png", "192x192", "image/png", "maskable"},
			{"icon-maskable-512.png", "512x512", "image/png", "maskable"},
		},
	}
	data, err := json.MarshalIndent(m, "", "  ")
	s["knead.webmanifest"] = append(data, '\n')
	return err
}
