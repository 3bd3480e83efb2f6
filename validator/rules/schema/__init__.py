"""The shape of a record: what can be read, what has a value, and of which type."""
