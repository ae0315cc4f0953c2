"""Import on screen: the file, its rows, mapping by hand, doing it."""
