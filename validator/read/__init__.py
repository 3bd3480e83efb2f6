"""Bytes become records: one format a file. What cannot be read is a value, never an exception."""
