"""Dates: missing, misread, impossible, or at odds with the text, the URL and the clock."""
