"""Internships: positions held for a while, shown as `experience` shows them."""

from __future__ import annotations

from . import base
from .experience import Item


class Section(base.ItemSection[Item]):
    """Settings of `internships`."""
