package termtest

// inputQueue asks how much there is to read: FIONREAD.
const inputQueue = 0x4004667f
