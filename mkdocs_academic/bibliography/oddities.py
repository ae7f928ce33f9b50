"""What an entry lacks or cannot be shown with, told in words: title, addresses, LaTeX commands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from .. import urls
from ..problems import did_you_mean
from . import marks, name_lists, unknown_commands, verbatim
from .entry import Entry
from .fields import FIELDS, LINK_FIELDS

_ADDRESSES = frozenset(("url", *(one for one in LINK_FIELDS if not urls.is_identifier(one))))
_WEB = ("https://", "http://")
_NAMES = ("author", "editor", "translator", "bookauthor")
# The fields that are read as LaTeX and shown.
_TEXTS = frozenset(_NAMES).union(
    FIELDS, ("titleaddon", "booksubtitle", "booktitleaddon", "collaboration", "addendum")
) - verbatim.FIELDS.union(LINK_FIELDS)
_LONGEST = 7  # letters of a misspelt `title`; `maintitle` is another field


def of(entry: Entry, more: Collection[str] = ()) -> Iterator[str]:
    """Yield what is odd in an entry that is shown; `more` are fields of the user's own links."""
    field = entry.fields
    if not field.get("title") or not field["title"].strip():
        yield from _untitled(field)
    addresses = _ADDRESSES.union(more) if more else _ADDRESSES
    for name in filter(addresses.__contains__, field):
        if not field[name].startswith(_WEB):
            yield from _address(name, verbatim.to_text(field[name]))
    for name in _NAMES:
        if name in field and not field[name].isascii():
            yield from _in_doubt(name, field[name])
    for name, value in field.items():
        if "\\" in value and name in _TEXTS and (unknown := unknown_commands.of(value)):
            yield from _left_out(name, unknown)


def _untitled(field: Mapping[str, str]) -> Iterator[str]:
    if field.get("subtitle", "").strip():
        return
    others = (one for one in field if one not in FIELDS and len(one) <= _LONGEST)
    known = ((one, did_you_mean(one, ("title",))) for one in others)
    hints = (f"; there is a field {one!r}{hint}" for one, hint in known if hint)
    yield f"has no title: its key stands there{next(hints, '')}"


def _address(name: str, address: str) -> Iterator[str]:
    if urls.lacks_scheme(address):
        yield f"{name}: {address!r} has no scheme: write https://{address}"
    elif address and urls.safe_url(address) is None:
        yield f"{name}: {address!r} is not a link: write http(s)://… or a path of this site"


def _in_doubt(name: str, value: str) -> Iterator[str]:
    for one in name_lists.in_doubt(value):
        yield f"{name}: {one!r} is read as one name: write 'and' between two people"


def _left_out(name: str, found: Sequence[str]) -> Iterator[str]:
    if name in _NAMES:
        found = [one for one in found if one not in marks.COMMANDS]
    if found:
        commands = ", ".join(f"\\{one}" for one in found)
        one, many = "is no LaTeX command that is known here: it is", "are no LaTeX commands"
        said = one if len(found) == 1 else f"{many} that are known here: they are"
        yield f"{name}: {commands} {said} left out"
