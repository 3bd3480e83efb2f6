"""Characters: what a wrong decoding, a wrong escape or a copied page leaves behind."""
