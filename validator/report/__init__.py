"""A report in one format a file; no format knows another."""
