"""The page: one file that an archivist opens, with everything in it and nothing that reaches out of it."""
