"""The title: there, once, and nothing but the title."""
