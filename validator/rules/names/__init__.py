"""Persons whose names are not spelled alike throughout an article."""
