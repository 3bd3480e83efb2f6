"""The language that is declared, the language that is written, and what is left of another."""
