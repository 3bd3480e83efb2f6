"""Photo credits and licences: their forms, wherever a line holds them."""
