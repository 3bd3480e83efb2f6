"""What a parsed page says and shows: its blocks, pictures, titles, statements and main text; ``html.py`` asks them."""
