"""The text itself: complete, whole, and nobody's left-overs in it."""
