"""Dates as they are written, read into moments."""
