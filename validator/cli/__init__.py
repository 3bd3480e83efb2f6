"""One command a file; the only place for exit codes, colours and progress."""
