"""Bibliographies: reading them, what they say, who wrote what."""
