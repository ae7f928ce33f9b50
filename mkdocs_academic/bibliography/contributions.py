"""Who had part in a work beside its authors: editors, translators, the group they worked in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from . import latex, names
from .containers import BOOKS, CHAPTERS
from .names import Name
from .publication import Author, Contributors

# Most entries have none of these fields, and are done when that is known.
FIELDS = frozenset(("editor", "translator", "bookauthor", "collaboration"))

Field = Mapping[str, str]  # name -> raw value, none blank
Words = Mapping[str, str]


def group(field: Field, words: Words) -> tuple[Name, ...]:
    """Return the collaboration as one name, () where there is none."""
    found = _collaboration(field, words)
    return (Name(found, literal=found),) if found else ()


def behind(field: Field, number: int, words: Words) -> str:
    """Return what is said after the names of so many: that they edited it, for which group."""
    if not number:
        return ""
    said = []
    if "author" not in field and "editor" in field:
        said.append(words["role.editor" if number == 1 else "role.editors"])
    if found := _collaboration(field, words):
        said.append(f"({found})")
    return " ".join(said)


def others(
    kind: str, field: Field, known: Mapping[Name, Author], words: Words
) -> tuple[Contributors, ...]:
    """Return the editors of a book or a chapter that has authors, then translators."""
    return tuple(_others(kind, field, known, words))


def _others(
    kind: str, field: Field, known: Mapping[Name, Author], words: Words
) -> Iterator[Contributors]:
    for role, (said, kinds) in _ROLES.items():
        is_shown = role in field and (kinds is None or kind in kinds)
        if is_shown and field[role] != field.get("author", field.get("editor")):
            people, and_others = names.split(field[role])
            if people:
                shown = tuple(known[name] for name in people)
                yield Contributors(role, shown, and_others, words[said])


_ROLES: Mapping[str, tuple[str, frozenset[str] | None]] = {
    "bookauthor": ("role.book", CHAPTERS),
    "editor": ("role.edited", BOOKS | CHAPTERS),
    "translator": ("role.translated", None),
}


def _collaboration(field: Field, words: Words) -> str:
    """Return `ATLAS Collaboration`, whether the field has that word or not."""
    text = latex.to_text(field["collaboration"]).strip() if "collaboration" in field else ""
    if not text or IS_GROUP.search(text):
        return text
    return words["collaborations" if _SEVERAL.search(text) else "collaboration"].format(text)


IS_GROUP = re.compile(
    r"[ck]ollabora[tz]|colabora[cç]|коллаборац|consorti|konsorti|\b(?:team|group|network|project|"
    r"survey|alliance|initiative|society|on behalf)\b|合作|协作|協作|공동연구",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[,;&]|\band\b")
