"""Safe fixes on a derived copy, with a list of changes."""
