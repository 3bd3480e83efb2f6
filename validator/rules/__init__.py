"""One fault a file, in a folder per family; the path is the rule's name."""
