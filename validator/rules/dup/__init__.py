"""Articles that are there more than once."""
