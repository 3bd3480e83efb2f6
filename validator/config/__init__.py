"""YAML becomes validated models, or one clear line."""
