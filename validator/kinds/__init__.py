"""Rows without a text, judged by kind: what is ordinary stands for its form, and one row for all of its kind."""
