package guide

// Nearest says which of the words was probably meant ("did you mean osteoporosis?"), or lists them, for whoever reports a
// word that is not known. It never repeats the unknown word.
func Nearest(word string, words []string) string { return nearest(word, words) }
