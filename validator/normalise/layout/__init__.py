"""Lines and their zones: what stands where in a text, a whole page's included."""
