"""Sources: the outlet, the agency and the URL that an article comes from."""
