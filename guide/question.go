package guide

// Option returns the question's option of this ID, or nil.
func (q *Question) Option(id string) *Option {
	if i := q.optionIndex(id); i >= 0 {
		return &q.Options[i]
	}
	return nil
}

// Page names the screen the question stands on.
func (q *Question) Page() string {
	if q.Screen != "" {
		return q.Screen
	}
	return q.ID
}

// Range returns a Scale's lowest and highest number.
func (q *Question) Range() (low, high int) {
	for i, o := range q.Options {
		if i == 0 || o.From < low {
			low = o.From
		}
		if i == 0 || o.To > high {
			high = o.To
		}
	}
	return low, high
}

func (q *Question) optionIndex(id string) int {
	for i := range q.Options {
		if q.Options[i].ID == id {
			return i
		}
	}
	return -1
}

func (q *Question) optionIDs() []string {
	ids := make([]string, len(q.Options))
	for i := range q.Options {
		ids[i] = q.Options[i].ID
	}
	return ids
}

func (q *Question) band(n int) *Option {
	for i := range q.Options {
		if o := &q.Options[i]; o.From <= n && n <= o.To {
			return o
		}
	}
	return nil
}
