"""What a corpus shows as a whole: days that are missing, fields that lapse, sources that change."""
