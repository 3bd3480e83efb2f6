"""Letters that belong to another script than their word."""
