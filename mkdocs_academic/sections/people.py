"""People: who else is known, under which spellings, and where they are at home."""

from __future__ import annotations

from pydantic import Field

from .base import Model, Texts, Url


class Person(Model):
    """One person of `people`."""

    name: str = Field(description="The name as it stands in papers")
    aliases: Texts = Field((), description="Other spellings: initials, native script, maiden name")
    url: Url = Field("", description="Where the name leads, wherever it is an author's")
