package termtest

import (
	"io"
	"sync"
)

// queue is a pipe of unlimited size, so that a test that presses a key, or a terminal that answers a query, never waits for the
// program to read. If both waited for each other, they would hang. Bytes that were written together are read together, and
// apart from those written before and after, because a program may use that to distinguish typing from a paste.
type queue struct {
	mu     sync.Mutex
	filled sync.Cond
	writes [][]byte
	closed bool
}

func newQueue() *queue {
	q := new(queue)
	q.filled.L = &q.mu
	return q
}

func (q *queue) write(p []byte) {
	if len(p) == 0 {
		return
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.writes = append(q.writes, append([]byte(nil), p...))
	q.filled.Signal()
}

// Read waits for something to read.
func (q *queue) Read(p []byte) (int, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.writes) == 0 && !q.closed {
		q.filled.Wait()
	}
	if len(q.writes) == 0 {
		return 0, io.EOF
	}
	n := copy(p, q.writes[0])
	if q.writes[0] = q.writes[0][n:]; len(q.writes[0]) == 0 {
		q.writes = q.writes[1:]
	}
	return n, nil
}

func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.filled.Broadcast()
}
