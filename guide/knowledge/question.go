package knowledge

// Option returns the question's option of this ID, or nil.
func (q *Question) Option(id string) *Option {
	if i := q.Index(id); i >= 0 {
		return &q.Options[i]
	}
	return nil
}

// Quoted returns the title as it is quoted away from the question's page, where nobody sees what "these" would be.
func (q *Question) Quoted() string {
	if q.Alone != "" {
		return q.Alone
	}
	return q.Title
}

// Page returns the ID of the question's screen.
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

// Index returns the position of the option of this ID, or -1.
func (q *Question) Index(id string) int {
	for i := range q.Options {
		if q.Options[i].ID == id {
			return i
		}
	}
	return -1
}

// OptionIDs lists the IDs of the options, in their order.
func (q *Question) OptionIDs() []string {
	ids := make([]string, len(q.Options))
	for i := range q.Options {
		ids[i] = q.Options[i].ID
	}
	return ids
}

// Band returns the option of a Scale that this number falls into, or nil.
func (q *Question) Band(n int) *Option {
	for i := range q.Options {
		if o := &q.Options[i]; o.From <= n && n <= o.To {
			return o
		}
	}
	return nil
}
