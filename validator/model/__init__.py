"""What travels through the house: nothing here knows any other room."""
