"""Phrases, names and idioms as data, and the few ways to look them up."""
