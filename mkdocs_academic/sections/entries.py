"""Publications written in the settings: what an entry may say, and the BibTeX entry it becomes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import Field, create_model, model_validator

from .. import dates
from ..bibliography import bibtex, keys, verbatim
from ..bibliography.entry import Entry
from ..bibliography.fields import FIELDS
from .base import Markdown, Model, Texts, Url


def is_bibliography(given: Any) -> bool:
    """Tell the name of a file from the text of an entry."""
    return isinstance(given, str) and bool(_FILE.fullmatch(given))


_FILE = re.compile(r"[^\s\[\]()<>*`]+\.(?:bib|bibtex|json|ris)", re.IGNORECASE)


class _EntryBase(Model):
    """An entry written in the settings; a plain string is kept as Markdown."""

    key: str = Field("", description="Citation key; made up if absent")
    type: str = Field("", description="BibTeX type; guessed from journal or booktitle")
    text: Markdown = Field("", description="The whole item in your own words")
    links: dict[str, Url] = Field({}, description="Buttons: label to address")
    authors: Texts = Field((), description="The same as author")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @property
    def is_bibliography(self) -> bool:
        """Tell whether it is the name of a file, which stands among the bibliographies, too."""
        return self.model_fields_set == {"text"} and is_bibliography(self.text)

    @model_validator(mode="after")
    def _has_content(self) -> _EntryBase:
        if not self.text and not getattr(self, "title", ""):
            raise ValueError("an entry needs a title, or a text that is shown as it stands")
        return self


_SEVERAL = {"author", "editor", "tags", "keywords", "former"}
_fields: dict[str, Any] = {
    name: (Texts, Field((), description=text))
    if name in _SEVERAL
    else (str, Field("", description=text))
    for name, text in FIELDS.items()
    if name not in _EntryBase.model_fields
}
EntrySettings: type[_EntryBase] = create_model(
    "EntrySettings", __base__=_EntryBase, __module__=__name__, **_fields
)


def to_entry(given: _EntryBase, file: str) -> Entry:
    """Turn an entry of the settings into the entry a bibliography would hold."""
    values: Mapping[str, Any] = given.model_dump(exclude={"key", "type", "text", "links"})
    people = values["author"] or values["authors"]
    fields = {
        **_plain(values, "title"),
        "author": _people(people),
        **{
            name: verbatim.from_text(value) if name in verbatim.FIELDS else bibtex.from_plain(value)
            for name, value in values.items()
            if isinstance(value, str) and value and name != "title"
        },
        "editor": _people(values["editor"]),
        "tags": "".join(f"{bibtex.from_plain(tag)};" for tag in values["tags"]),
        "keywords": ", ".join(map(bibtex.from_plain, values["keywords"])),
        "former": ", ".join(map(bibtex.from_plain, values["former"])),
    }
    fields = {name: value for name, value in fields.items() if value}
    kind = given.type.lower() or _guessed_type(fields)
    key = given.key or keys.made_up(kind, fields)
    return Entry(key=key, type=kind, fields=fields, source="", file=file, line=0)


def _plain(values: Mapping[str, Any], name: str) -> dict[str, str]:
    return {name: bibtex.from_plain(values[name])}


def _people(people: Sequence[str]) -> str:
    """Write names as BibTeX does; a single text may already hold several."""
    return " and ".join(map(bibtex.from_plain, people))


def _guessed_type(fields: Mapping[str, str]) -> str:
    if "journal" in fields or "journaltitle" in fields:
        return "article"
    return "inproceedings" if "booktitle" in fields else "misc"


def verbatim_date(text: str) -> dates.Date:
    """Return the year a verbatim item names last, for its place in the list."""
    found = [word.strip("().,;:") for word in text.split()]
    years = [
        word for word in found if word.isdigit() and len(word) == 4 and word[:2] in ("19", "20")
    ]
    return dates.parse(years[-1]) if years else dates.parse("")
