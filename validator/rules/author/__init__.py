"""Who is said to have written an article, and in what form."""
