"""Names in references: inverted or not, given names whole or as initials, joined into a list."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ..bibliography.names import Name
from ..bibliography.publication import Author
from ..bibliography.scripts import is_east_asian
from ..text import isolated
from .sentences import lowered
from .work import Work

Form = Callable[[Name], str]  # a name as plain text


class Listing(NamedTuple):
    """How a style lists people."""

    first: Form
    rest: Form
    two: str  # between two people: " {} ", with a place for "and"
    last: str  # before the last of more: ", {} "
    most: int  # so many are listed whole
    shown: int  # of more, so many
    between: str = ", "
    others: str = ", {}"  # behind those that are shown: "et al."
    has_last: bool = False  # of more, the last one is shown, too


def authors(work: Work, how: Listing, words: Mapping[str, str]) -> str:
    """Return the authors of a work as HTML, and the group for which they wrote."""
    told = _listed(work.authors, how, words, work.and_others, work.keeps_owner)
    return " ".join(filter(None, (told, work.group)))


def listed(people: Sequence[Author], how: Listing, words: Mapping[str, str]) -> str:
    """Return a list of people as HTML; the site's owner stands out."""
    return _listed(people, how, words, and_others=False, keeps_owner=False)


def _listed(
    people: Sequence[Author],
    how: Listing,
    words: Mapping[str, str],
    and_others: bool,
    keeps_owner: bool,
) -> str:
    told = [_told(one, how.rest if place else how.first) for place, one in enumerate(people)]
    if len(told) + and_others > how.most:
        behind = range(how.shown, len(told))
        own = [told[place] for place in behind if keeps_owner and people[place].is_owner]
        if how.has_last and not and_others:
            own = [f"… {one}" for one in dict.fromkeys((*own, told[-1]))]
            return how.between.join((*told[: how.shown], *own))
        return how.between.join((*told[: how.shown], *own)) + how.others.format(words["others"])
    if and_others and told:
        return how.between.join(told) + how.others.format(words["others"])
    if len(told) < 3:
        return how.two.format(words["and"]).join(told)
    return how.between.join(told[:-1]) + how.last.format(words["and"]) + told[-1]


def _told(author: Author, form: Form) -> str:
    name = isolated(html.escape(form(author.name)))
    return f'<strong class="acad-author--owner">{name}</strong>' if author.is_owner else name


def role(work: Work, words: Mapping[str, str]) -> str:
    """Return what the editors are, without brackets: `ed.`, `eds.`."""
    return words["role.editor" if len(work.editors) == 1 else "role.editors"].strip("()（）")


def whole_role(work: Work, words: Mapping[str, str]) -> str:
    """Return the same as a whole word: `editor`, `editors`."""
    return words["reference.editor" if len(work.editors) == 1 else "reference.editors"]


def translated(work: Work, how: Listing, words: Mapping[str, str]) -> str:
    """Return `translated by …`, "" where nobody did."""
    people = listed(work.translators, how, words)
    return lowered(words["role.translated"]).format(people) if people else ""


def families(people: Sequence[Author]) -> list[str]:
    """Return what citations in a text call people: `van der Berg`; bodies as they are."""
    names = (one.name for one in people)
    return [isolated(html.escape(one.full if is_whole(one) else _family(one))) for one in names]


def is_whole(name: Name) -> bool:
    """Tell names that have no parts to turn around or to shorten: 王小明, `{NASA}`."""
    return bool(name.literal) or not name.given or is_east_asian(name.family + name.given)


def in_order(name: Name) -> str:
    """Write `Given von Family Jr`."""
    return name.full.replace(", ", " ") if name.suffix else name.full


def initials_first(name: Name) -> str:
    """Write `G. M. von Family Jr`."""
    return name.full if is_whole(name) else _joined(name.initials, _family(name), name.suffix)


def initials_last(name: Name) -> str:
    """Write `von Family, G. M., Jr`."""
    if is_whole(name):
        return name.full
    return ", ".join(filter(None, (_family(name), name.initials, name.suffix)))


def inverted(name: Name) -> str:
    """Write `von Family, Given, Jr`."""
    if is_whole(name):
        return name.full
    return ", ".join(filter(None, (_family(name), name.given, name.suffix)))


def bare_initials(name: Name) -> str:
    """Write `von Family GM Jr`."""
    if is_whole(name):
        return name.full
    return _joined(_family(name), _letters(name, ""), name.suffix.rstrip("."))


def in_capitals(name: Name) -> str:
    """Write `VON FAMILY G M`."""
    if is_whole(name):
        return name.full
    return _joined(_family(name).upper(), _letters(name, " "), name.suffix.rstrip("."))


def _letters(name: Name, between: str) -> str:
    pieces = name.initials.replace("-", " ").split()
    letters = between.join(piece.rstrip(".") for piece in pieces if piece.endswith("."))
    return _joined(letters, *(piece for piece in pieces if not piece.endswith(".")))


def _family(name: Name) -> str:
    return name.literal or _joined(name.prefix, name.family)


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))
