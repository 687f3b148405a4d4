package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"knead/content"
	"knead/content/builtin"
	"knead/guide"
)

// load returns the content: the built-in one, which is there at once, or a folder laid over it.
func (r *run) load() (*content.Library, error) {
	switch {
	case r.library != nil:
	case r.flags.content == "":
		r.library = builtin.Library()
	default:
		dir := r.flags.content
		folder, err := overlay(dir)
		if err != nil {
			return nil, err
		}
		if r.library, err = content.Load(folder); err != nil {
			return nil, fmt.Errorf("the content in %s cannot be used (run knead check %s for details):\n%w", dir, dir, err)
		}
	}
	return r.library, nil
}

// rules returns the content and its compiled rules.
func (r *run) rules() (*content.Library, *guide.Guide, error) {
	library, err := r.load()
	if err != nil {
		return nil, nil, err
	}
	return library, r.compiled(), nil
}

// compiled compiles the rules of what load returned. Those can be: content.Load has tried.
func (r *run) compiled() *guide.Guide {
	if r.guide == nil {
		g, err := guide.New(&r.library.Knowledge, r.library.Block)
		if err != nil {
			panic("content that was checked does not compile: " + err.Error())
		}
		r.guide = g
	}
	return r.guide
}

// overlay lays a folder over the built-in content.
func overlay(dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return nil, fileError(dir, err)
	case !info.IsDir():
		return nil, fmt.Errorf("%s is not a folder; name the folder that holds questions.yaml, therapies, and so on", dir)
	}
	return content.Overlay(builtin.Sources(), content.Within(dir, os.DirFS(dir))), nil
}

// maxInput is far more than all answers take.
const maxInput = 1 << 20

// input reads a small text file, or standard input for "-".
func (r *run) input(name string) (where string, data []byte, err error) {
	in, where := r.in, "standard input"
	if name != "-" {
		where = name
		f, err := os.Open(name)
		if err != nil {
			return where, nil, fileError(name, err)
		}
		defer func() { _ = f.Close() }() // it was only read
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return where, nil, fmt.Errorf("%s is a folder; name a file of answers, or - for standard input", name)
		}
		in = f
	}
	data, err = io.ReadAll(io.LimitReader(in, maxInput+1))
	switch {
	case err != nil:
		return where, nil, fileError(where, err)
	case len(data) > maxInput:
		return where, nil, fmt.Errorf("%s is larger than 1 MiB; a file of answers has a line for each question", where)
	}
	return where, data, nil
}

// fileError names the file once, and what is wrong with it.
func fileError(name string, err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file or folder", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: permission denied", name)
	case errors.As(err, &path):
		err = path.Err
	}
	return fmt.Errorf("%s: %s", name, strings.ToLower(err.Error()))
}
