"""A home page for a researcher or a whole lab, from one `mkdocs.yml`."""

__version__ = "0.1.0"
