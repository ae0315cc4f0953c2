"""Storage and counting: rows, codes, and how many of how many are unknown."""
