"""A record becomes an article: zones, dates, names, credits, language. Nothing here ever raises."""
