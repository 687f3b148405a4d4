package content

import (
	"errors"
	"hash/crc32"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"knead/guide"
	"knead/guide/find"
	"knead/guide/knowledge"
	"knead/guide/matrix"
)

// loader is a Library being read: the contents of the files, and the position of every value.
type loader struct {
	report
	layers []named
	lib    Library
	places struct {
		block                                                        *place
		stages, questions, derived, levels, flags, patterns, sources []*place
		therapies, pages, cases, letters, figures, terms             []*place
		base                                                         *place
		sets, onsets, risks, dangers, regions, refused, bring, ask   []*place
	}
	issuers issuers
	refused []refusedWords    // wording.yaml
	bodies  []body            // of the pages, as they were written
	table   *matrix.Table     // the evaluated danger matrix; nil while it does not fit together
	guide   *guide.Guide      // what was read, compiled; nil while it does not fit together
	sums    map[string]uint32 // of every file that was read
	total   int               // bytes that were read
	broken  map[string]bool   // files that could not be read, so that what refers to them is not held against others
}

// The lists at the top of a folder.
type (
	questionsFile struct {
		Block     string               `yaml:"emergency_block_until"`
		Stages    []knowledge.Stage    `yaml:"stages"`
		Questions []knowledge.Question `yaml:"questions"`
	}
	factsFile struct {
		Derived []knowledge.Derived `yaml:"derived"`
		Regions []knowledge.Region  `yaml:"regions,optional"`
	}
	triageFile struct {
		Levels []knowledge.LevelText `yaml:"levels"`
		Bring  []knowledge.VisitItem `yaml:"bring,optional"`
		Ask    []knowledge.VisitItem `yaml:"ask,optional"`
	}
	flagsFile struct {
		RedFlags []knowledge.RedFlag `yaml:"red_flags"`
	}
	patternsFile struct {
		Patterns []knowledge.Pattern `yaml:"patterns"`
	}
	sourcesFile struct {
		Sources []knowledge.Source `yaml:"sources"`
	}
	placesFile struct {
		Places []Place `yaml:"places"`
	}
	dangersFile struct {
		Base    []string        `yaml:"base"`
		Places  []matrix.Places `yaml:"places,optional"`
		Onsets  []matrix.Column `yaml:"onsets"`
		Risks   []matrix.Column `yaml:"risks"`
		Dangers []matrix.Danger `yaml:"dangers"`
	}
	termsFile struct {
		Groups []find.Group `yaml:"groups"`
	}
)

// tops are the files at the top of a folder. subs are its folders with the file types that each may contain.
var (
	tops = []string{"dangers.yaml", "facts.yaml", "issuers.yaml", "patterns.yaml", "questions.yaml", "sources.yaml", "triage.yaml", "wording.yaml"}
	subs = map[string][]string{
		"red-flags": {".yaml"}, "therapies": {".yaml", ".md"}, "topics": {".md"}, "cases": {".yaml"}, "body": {".yaml", ".txtar"},
		"terms": {".yaml"},
	}
)

// read reads every file of every layer, and reports the mistakes that one file alone shows.
func read(fsys fs.FS) *loader {
	l := &loader{layers: layers(fsys), sums: map[string]uint32{}, broken: map[string]bool{}}
	k, at := &l.lib.Knowledge, &l.places
	top(l, "questions.yaml", func(f *questionsFile, p *place) {
		if f.Block != "" {
			l.lib.Block, at.block = f.Block, p.field("emergency_block_until")
		}
		merge(&k.Stages, &at.stages, f.Stages, p.field("stages"), func(s *knowledge.Stage) string { return s.ID })
		merge(&k.Questions, &at.questions, f.Questions, p.field("questions"), func(q *knowledge.Question) string { return q.ID })
	})
	top(l, "facts.yaml", func(f *factsFile, p *place) {
		merge(&k.Derived, &at.derived, f.Derived, p.field("derived"), func(d *knowledge.Derived) string { return d.ID })
		merge(&k.Regions, &at.regions, f.Regions, p.field("regions"), func(r *knowledge.Region) string { return r.ID })
	})
	top(l, "triage.yaml", func(f *triageFile, p *place) {
		merge(&k.Levels, &at.levels, f.Levels, p.field("levels"), func(t *knowledge.LevelText) string { return t.Level.String() })
		merge(&k.Bring, &at.bring, f.Bring, p.field("bring"), func(v *knowledge.VisitItem) string { return v.ID })
		merge(&k.Ask, &at.ask, f.Ask, p.field("ask"), func(v *knowledge.VisitItem) string { return v.ID })
	})
	flags := l.flagFiles()
	if len(flags) == 0 {
		l.at(l.whole("red-flags"), "holds no warnings")
	}
	for _, name := range flags {
		top(l, name, func(f *flagsFile, p *place) {
			merge(&k.RedFlags, &at.flags, f.RedFlags, p.field("red_flags"), func(r *knowledge.RedFlag) string { return r.ID })
		})
	}
	top(l, "patterns.yaml", func(f *patternsFile, p *place) {
		merge(&k.Patterns, &at.patterns, f.Patterns, p.field("patterns"), func(t *knowledge.Pattern) string { return t.ID })
	})
	top(l, "dangers.yaml", func(f *dangersFile, p *place) {
		m := &l.lib.Matrix
		if len(f.Base) > 0 {
			m.Base, at.base = f.Base, p.field("base")
		}
		merge(&m.Places, &at.sets, f.Places, p.field("places"), func(s *matrix.Places) string { return s.ID })
		merge(&m.Onsets, &at.onsets, f.Onsets, p.field("onsets"), func(c *matrix.Column) string { return c.ID })
		merge(&m.Risks, &at.risks, f.Risks, p.field("risks"), func(c *matrix.Column) string { return c.ID })
		merge(&m.Dangers, &at.dangers, f.Dangers, p.field("dangers"), func(d *matrix.Danger) string { return d.ID })
	})
	top(l, "sources.yaml", func(f *sourcesFile, p *place) {
		merge(&k.Sources, &at.sources, f.Sources, p.field("sources"), func(s *knowledge.Source) string { return s.ID })
	})
	top(l, "issuers.yaml", func(f *issuersFile, p *place) {
		is := &l.issuers
		merge(&is.kinds, &is.places.kinds, f.Kinds, p.field("kinds"), func(k *sourceKind) string { return string(k.Kind) })
		merge(&is.hosts, &is.places.hosts, f.Issuers, p.field("issuers"), func(h *issuer) string { return h.Host })
		merge(&is.refused, &is.places.refused, f.Refused, p.field("refused"), func(r *refusal) string { return r.Host })
		merge(&is.phrases, &is.places.phrases, f.Phrases, p.field("phrases"), func(w *loosePhrases) string { return w.Phrase })
	})
	top(l, "wording.yaml", func(f *wordingFile, p *place) {
		merge(&l.refused, &at.refused, f.Refused, p.field("refused"), func(e *refusedWords) string { return e.ID })
	})
	l.folders()
	l.orderCases()
	l.expand()
	return l
}

// top reads one of the lists at the top from every layer that has it, the lowest first.
func top[T any](l *loader, name string, take func(*T, *place)) {
	for i, layer := range l.layers {
		topic := strings.Contains(name, "/") // a file of a folder may be in any layer
		data, ok := l.data(name, i, i > 0 || topic)
		if !ok {
			l.broken[name] = l.broken[name] || i == 0 && !topic
			continue
		}
		var doc T
		d := decoder{report: &l.report, file: layer.file(name), layer: i, part: i > 0}
		root := d.parse(data)
		if root == nil {
			l.broken[name] = true
			continue
		}
		take(&doc, d.decode(root, &doc))
	}
}

// flagFiles lists the files of warnings, by topic, of every layer; entries with the same id are merged like those of a list
// at the top.
func (l *loader) flagFiles() []string {
	var names []string
	for i := range l.layers {
		entries, err := fs.ReadDir(l.layers[i].FS, "red-flags")
		if err != nil {
			continue // names reports it
		}
		for _, e := range entries {
			if name := "red-flags/" + e.Name(); path.Ext(name) == ".yaml" && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}

// merge adds the entries of a layer: one with a known id replaces that entry, a new one comes last.
func merge[T any](into *[]T, at *[]*place, more []T, where *place, id func(*T) string) {
	lower := len(*into)
	for i := range more {
		known := slices.IndexFunc((*into)[:lower], func(t T) bool { return id(&t) == id(&more[i]) })
		if known >= 0 {
			(*into)[known], (*at)[known] = more[i], where.item(i)
		} else {
			*into, *at = append(*into, more[i]), append(*at, where.item(i))
		}
	}
}

// folders reads the files of the sub-folders; the highest layer that has a file counts.
func (l *loader) folders() {
	layer := map[string]int{}
	for i := range l.layers {
		before := len(l.problems)
		names := l.names(i)
		for _, name := range names {
			layer[name] = i
		}
		if i > 0 && len(names) == 0 && len(l.problems) == before && !l.hasTop(i) {
			l.at(&place{file: l.layers[i].file("."), layer: i}, "contains no Knead content; a content folder contains %s or folders named %s",
				strings.Join(tops, ", "), strings.Join(slices.Sorted(maps.Keys(subs)), ", "))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(layer)) {
		if strings.HasPrefix(name, "red-flags/") {
			continue // read before, in every layer
		}
		data, ok := l.data(name, layer[name], false)
		if !ok {
			l.broken[name] = true
			continue
		}
		d := decoder{report: &l.report, file: l.layers[layer[name]].file(name), layer: layer[name]}
		dir, id := path.Split(name)
		ext := path.Ext(id)
		id = strings.TrimSuffix(id, ext)
		switch {
		case dir == "body/" && ext == ".yaml":
			l.readPlaces(d, id, data)
		case dir == "body/":
			l.readFigure(d, id, data)
		case dir == "terms/":
			l.readTerms(d, id, data)
		case ext == ".md":
			l.readPage(d, id, data)
		case dir == "cases/":
			one(l, d, id, data, &l.lib.Cases, &l.places.cases, func(c *Case) string { return c.ID })
		default:
			one(l, d, id, data, &l.lib.Knowledge.Therapies, &l.places.therapies, func(t *knowledge.Therapy) string { return t.ID })
		}
	}
}

// orderCases puts the sample people from the ordinary to the alarming; those of one level stay in the order of their names.
func (l *loader) orderCases() {
	order := make([]int, len(l.lib.Cases))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return int(l.lib.Cases[a].Level) - int(l.lib.Cases[b].Level)
	})
	cases, at := make([]Case, len(order)), make([]*place, len(order))
	for i, from := range order {
		cases[i], at[i] = l.lib.Cases[from], l.places.cases[from]
	}
	l.lib.Cases, l.places.cases = cases, at
}

// one reads a file that is a single entry, named like its id.
func one[T any](l *loader, d decoder, name string, data []byte, into *[]T, at *[]*place, id func(*T) string) {
	root := d.parse(data)
	if root == nil {
		l.broken[path.Join(path.Base(path.Dir(d.file)), path.Base(d.file))] = true
		return
	}
	var entry T
	p := d.decode(root, &entry)
	l.sameName(p, name, id(&entry))
	*into, *at = append(*into, entry), append(*at, p)
}

func (l *loader) sameName(p *place, file, id string) {
	if id != "" && id != file {
		l.at(p.field("id"), "the id %s does not match the file name; write %s, or name the file after the id", quoted(id), shown(file))
	}
}

func (l *loader) readPlaces(d decoder, id string, data []byte) {
	if id != "places" {
		l.at(&place{file: d.file, layer: d.layer}, "is not a file of the figure; use places.yaml and archives such as figure-80x24.txtar")
		return
	}
	if root := d.parse(data); root != nil {
		var f placesFile
		p := d.decode(root, &f)
		l.lib.Places, l.places.letters = f.Places, p.field("places").items
	}
}

// data reads a file of a layer as text.
func (l *loader) data(name string, layer int, optional bool) ([]byte, bool) {
	if l.total > maxTotal {
		return nil, false // reported for the file that exceeded the limit
	}
	from := l.layers[layer]
	data, err := readFile(from.FS, name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && optional:
		return nil, false
	case errors.Is(err, fs.ErrNotExist):
		l.at(&place{file: from.file(name)}, "is missing")
		return nil, false
	case err != nil:
		l.at(&place{file: from.file(name)}, "cannot be read: %s", shown(err.Error()))
		return nil, false
	}
	if l.total += len(data); l.total > maxTotal {
		l.at(&place{file: from.file(name)}, "is not read, and none after it: all files together are larger than %d MiB", maxTotal>>20)
		return nil, false
	}
	l.sums[layerFile(layer, name)] = crc32.ChecksumIEEE(data)
	return l.text(from.file(name), layer, data)
}

// hasTop reports whether a layer has one of the lists at the top.
func (l *loader) hasTop(layer int) bool {
	return slices.ContainsFunc(tops, func(name string) bool {
		_, err := fs.Stat(l.layers[layer].FS, name)
		return err == nil
	})
}

// names lists the files in the sub-folders of a layer, and reports what has no place in such a folder. Symbolic links to
// folders are reported, not followed: they may form a loop, or lead out of the folder that the author meant to check.
func (l *loader) names(layer int) []string {
	var names []string
	from := l.layers[layer]
	stray := func(name, want string) {
		l.at(&place{file: from.file(name), layer: layer}, "has no place here; %s", want)
	}
	entries, err := fs.ReadDir(from.FS, ".")
	if err != nil {
		l.at(&place{file: from.file("."), layer: layer}, "cannot be read: %s", shown(err.Error()))
	}
	for _, e := range entries {
		name := e.Name()
		exts, known := subs[name]
		link := e.Type()&fs.ModeSymlink != 0
		switch {
		case e.IsDir() && known:
			names = append(names, l.sub(layer, name, exts, stray)...)
		case known && link:
			l.at(&place{file: from.file(name), layer: layer}, "is a symbolic link, and links to folders are not followed; put the folder itself here")
		case known:
			l.at(&place{file: from.file(name), layer: layer}, "must be a folder; its files end in %s", strings.Join(exts, " or "))
		case (e.IsDir() || link) && holds(from.FS, name):
			stray(name, guide.Nearest(name, slices.Sorted(maps.Keys(subs))))
		case path.Ext(name) == ".yaml" && !slices.Contains(tops, name), path.Ext(name) == ".yml":
			stray(name, guide.Nearest(name, tops))
		}
	}
	return names
}

func (l *loader) sub(layer int, dir string, exts []string, stray func(name, want string)) []string {
	var names []string
	entries, err := fs.ReadDir(l.layers[layer].FS, dir)
	if err != nil {
		l.at(&place{file: l.layers[layer].file(dir), layer: layer}, "cannot be read: %s", shown(err.Error()))
	}
	if len(entries) > maxFiles {
		l.at(&place{file: l.layers[layer].file(dir), layer: layer}, "holds %d files; more than %d are not read", len(entries), maxFiles)
		return nil
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."): // a system's own
		case e.IsDir():
			stray(name, "the folder holds files only")
		case !slices.Contains(exts, path.Ext(name)):
			stray(name, "its files end in "+strings.Join(exts, " or "))
		default:
			names = append(names, name)
		}
	}
	return names
}

// holds reports whether a folder holds files that look like content.
func holds(fsys fs.FS, dir string) bool {
	entries, _ := fs.ReadDir(fsys, dir)
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		ext := path.Ext(e.Name())
		return !e.IsDir() && (ext == ".yaml" || ext == ".yml" || ext == ".md")
	})
}
