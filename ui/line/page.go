package line

import (
	"strconv"
	"strings"

	"knead/guide/document"
)

// page writes a page of the library as plain text: headings alone on a line, lists with their signs, a table as its rows one
// after the other. Emphasis and the targets of links are left out.
func (p *printer) page(d document.Document) {
	n := d.Numbers()
	p.blank()
	p.para(d.Title)
	for _, s := range d.Sections {
		if s.Title != "" {
			p.blank()
			p.para(s.Title)
		}
		p.blocks(s.Blocks, n)
	}
	if len(d.Sources) > 0 {
		p.blank()
		p.para(document.SourcesTitle)
		p.blank()
	}
	for i, s := range d.Sources {
		p.hang(strconv.Itoa(i+1)+". ", s.Cite()+" "+s.URL)
	}
	p.blocks(d.End, n)
}

// blocks writes blocks, each after an empty line.
func (p *printer) blocks(blocks []document.Block, n document.Numbers) {
	for _, block := range blocks {
		p.blank()
		switch b := block.(type) {
		case document.Paragraph:
			p.para(n.Text(b.Text))
		case document.Heading:
			p.para(n.Text(b.Text))
		case document.Quote:
			p.para(n.Text(b.Text))
		case document.List:
			p.list(b, n)
		case document.Callout:
			if b.Title != "" {
				p.para(b.Title)
			}
			p.blocks(b.Blocks, n)
		case document.Rows:
			for _, row := range b.Rows {
				p.row(b.Head, row, n)
			}
		case document.Evidence:
			for _, r := range b.Results {
				p.hang("- ", r.Sentence())
				if r.Said != "" && r.Words != "" {
					p.hang("  ", n.Text(r.Text))
				}
			}
		case document.Conditions:
			p.conditions(b)
		case document.Glance:
			p.glance(b)
		case document.Entry, document.Form: // they are not in a page
		}
	}
}

func (p *printer) list(l document.List, n document.Numbers) {
	for i, item := range l.Items {
		lead := "- "
		if l.First > 0 {
			lead = strconv.Itoa(l.First+i) + ". "
		}
		p.hang(lead, n.Text(item.Text))
		for _, sub := range item.Sub {
			p.hang("  - ", n.Text(sub))
		}
	}
}

// row writes a row of a table, each cell after the heading of its column.
func (p *printer) row(head [2]string, row document.Row, n document.Numbers) {
	for i, cell := range append([]document.Text{row.Term}, row.Text...) {
		lead, words := "- ", n.Text(cell)
		if i > 0 {
			lead = "  "
		}
		if i < len(head) && strings.TrimSpace(head[i]) != "" {
			words = titled(head[i]) + " " + words
		}
		p.hang(lead, words)
	}
}

// conditions writes what a therapy means for the conditions of each part of the body.
func (p *printer) conditions(c document.Conditions) {
	for _, g := range c.Groups {
		p.para(g.Title)
		for _, col := range c.Columns() {
			if words := g.Words(col.Tone); words != "" {
				p.hang("- ", col.Title+": "+words)
			}
		}
	}
	for _, words := range c.Legend() {
		p.para(words)
	}
}

// glance writes what a therapy is like, and the parts of a session.
func (p *printer) glance(g document.Glance) {
	for _, words := range g.Lines() {
		p.para(words)
	}
	if len(g.Session) > 0 {
		p.blank()
		p.para(document.SessionTitle)
	}
	for i, s := range g.Session {
		p.hang(strconv.Itoa(i+1)+". ", s.Words())
	}
}
