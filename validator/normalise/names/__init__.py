"""Names of persons, teams and agencies, and bylines taken apart into them."""
