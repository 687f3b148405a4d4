package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strings"
)

// ground is the color behind the drawing of the icon.
const ground = "#00668f"

// stroke is a line with round ends, on a square of 100 by 100. A line without a length is a disc.
type stroke struct{ x1, y1, x2, y2, width float64 }

// drawing is two hands on the back of a person who lies down, white on the ground.
var drawing = []stroke{
	{20, 64, 20, 64, 17}, // the head
	{38, 69, 82, 69, 15}, // the body
	{40, 27, 50, 52, 10}, // the hands
	{62, 27, 72, 52, 10},
}

// addIcons adds the icon at the sizes that phones ask for. A maskable one has its ground up to the edges, and its drawing in the
// middle, since the phone cuts it to a shape of its own.
func (s site) addIcons() error {
	s["icon.svg"] = vector()
	for _, size := range []int{192, 512} {
		for name, maskable := range map[string]bool{"icon-%d.png": false, "icon-maskable-%d.png": true} {
			var b bytes.Buffer
			if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, raster(size, maskable)); err != nil {
				return err
			}
			s[fmt.Sprintf(name, size)] = b.Bytes()
		}
	}
	return nil
}

// corner is the radius of the corners of the ground.
const corner = 22

func vector() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" rx="%d" fill="%s"/><g stroke="#fff" stroke-linecap="round">`, corner, ground)
	for _, l := range drawing {
		fmt.Fprintf(&b, `<line x1="%g" y1="%g" x2="%g" y2="%g" stroke-width="%g"/>`, l.x1, l.y1, l.x2, l.y2, l.width)
	}
	b.WriteString("</g></svg>\n")
	return []byte(b.String())
}

// raster draws the icon in points, each the mean of its sixteen parts.
func raster(size int, maskable bool) image.Image {
	const parts = 4
	paper := color.NRGBA{0x00, 0x66, 0x8f, 0xff}
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	for y := range size {
		for x := range size {
			inside, white := 0, 0
			for i := range parts * parts {
				px := 100 * (float64(x) + (float64(i%parts)+0.5)/parts) / float64(size)
				py := 100 * (float64(y) + (float64(i/parts)+0.5)/parts) / float64(size)
				if maskable {
					inside++
					px, py = 50+(px-50)/0.75, 50+(py-50)/0.75
				} else if rounded(px, py) {
					inside++
				}
				if drawn(px, py) {
					white++
				}
			}
			mix := func(c uint8) uint8 { return uint8(int(c) + (0xff-int(c))*white/(parts*parts)) }                           //nolint:gosec // at most 255
			img.SetNRGBA(x, y, color.NRGBA{mix(paper.R), mix(paper.G), mix(paper.B), uint8(0xff * inside / (parts * parts))}) //nolint:gosec // at most 255
		}
	}
	return img
}

// rounded reports whether a place is on the ground with round corners.
func rounded(x, y float64) bool {
	dx, dy := math.Max(corner-x, x-(100-corner)), math.Max(corner-y, y-(100-corner))
	return dx <= 0 || dy <= 0 || math.Hypot(dx, dy) <= corner
}

// drawn reports whether a place is on a line of the drawing.
func drawn(x, y float64) bool {
	for _, l := range drawing {
		dx, dy := l.x2-l.x1, l.y2-l.y1
		along := 0.0
		if long := dx*dx + dy*dy; long > 0 {
			along = min(max(((x-l.x1)*dx+(y-l.y1)*dy)/long, 0), 1)
		}
		if math.Hypot(x-l.x1-along*dx, y-l.y1-along*dy) <= l.width/2 {
			return true
		}
	}
	return false
}
