"""Licences of pictures: whether they exist, name a version, and are kept."""
