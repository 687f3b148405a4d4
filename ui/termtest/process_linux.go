package termtest

import "golang.org/x/sys/unix"

// inputQueue asks how much there is to read.
const inputQueue = unix.TIOCINQ
