"""News: one dated line each."""

from __future__ import annotations

from . import base


class Section(base.ItemSection[base.Item]):
    """Settings of `news`."""
