"""Datelines: the place that stands beside a date."""
