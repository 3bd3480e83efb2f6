"""Thresholds for a whole corpus, judged by Great Expectations over shares that one query counts."""
