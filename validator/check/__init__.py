"""An article becomes findings: the rules found, chosen by the profile, and asked."""
