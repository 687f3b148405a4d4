package termtest

import (
	"io"
	"sync"
)

// queue is a pipe with room for everything, so that whoever presses a key, or answers a query, never waits for the program
// to read. A terminal that waits for a program that waits for the terminal would hang.
type queue struct {
	mu     sync.Mutex
	filled sync.Cond
	bytes  []byte
	closed bool
}

func newQueue() *queue {
	q := new(queue)
	q.filled.L = &q.mu
	return q
}

func (q *queue) write(p []byte) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.bytes = append(q.bytes, p...)
	q.filled.Signal()
}

// Read waits for something to read.
func (q *queue) Read(p []byte) (int, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.bytes) == 0 && !q.closed {
		q.filled.Wait()
	}
	if len(q.bytes) == 0 {
		return 0, io.EOF
	}
	n := copy(p, q.bytes)
	q.bytes = q.bytes[n:]
	return n, nil
}

func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.filled.Broadcast()
}
