"""Pictures: whether they are credited, to whom, and under which restrictions."""
