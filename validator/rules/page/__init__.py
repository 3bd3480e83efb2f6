"""Pages that are no article: walls, checks, errors and lists of headlines."""
