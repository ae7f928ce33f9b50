"""Names in running text: where a list of authors begins and ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..bibliography import names
from ..bibliography.identity import Identity
from ..bibliography.scripts import is_east_asian
from .runs import Flat


class People(NamedTuple):
    """The names of a stretch of text."""

    names: tuple[str, ...]
    others: bool  # "et al." stands behind or among them
    end: int  # where in the text the list ends
    emphasised: tuple[str, ...]  # those that are set apart


NOBODY = People((), False, 0, ())

_PARTICLE = (
    r"(?:van|von|der|den|de|del|della|di|da|do|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|af|"
    r"y|e|st\.)"
)
_CAPITAL = r"[^\W\d_a-zµß-öø-ÿ\u3040-\u9fff]"
_LETTER = r"[^\W\d_\u3040-\u9fff]"
_WORD = (
    rf"(?:(?:{_CAPITAL}\.-?)+{_CAPITAL}?\.?|{_CAPITAL}(?:{_LETTER}|['’\-‐](?={_LETTER}))*"
    rf"|d['’]{_LETTER}+)"
)
_NAME = re.compile(
    rf"(?:{_PARTICLE}\s+)*{_WORD}(?:[\s\u00a0]+(?:{_PARTICLE}\s+)*{_WORD}){{0,4}}(?:,?\s+(?:Jr|Sr|III?|IV)\.?)?"
)
_MARKS = re.compile(
    r"\$[^$]*\$|\^\([^)]*\)|\^\{[^}]*\}|[\^_]?[*∗＊†‡§¶#✉📧✝⋆★☆✱⋄◇◆♦♠♣•+^∆Δ❖🖂️⭐🌟]+|[⁰¹²³⁴-⁹]+|(?<=[^\W\d_.])\d(?:,\d)*\b|\[\d\]"
)
_OTHERS = re.compile(
    r"(?:and\s+)?(?:et\.?\s*al\.?|others|\.{3,}|…+|⋯|等)(?:\s*\(?\d+ authors\)?)?", re.IGNORECASE
)
_ASIDE = re.compile(r"\s*[(（](?:[^()（）]|\([^()]*\))*[)）]\s*$")
_SEPARATOR = re.compile(r"\s*(?:[,;，；、]\s*(?:and\b|&|和)?|\band\b|&|\s和)\s*")
_NO_WORDS = frozenset(
    "conference journal proceedings transactions ieee acm arxiv preprint under review accepted "
    "workshop "
    "nature science springer elsevier in the of on for with paper papers code project pdf oral "
    "best award "
    "international symposium advances letters university institute department abstract award "
    "findings main neurips submitted published first author corresponding page homepage "
    "website demo "
    "slides video poster dataset data model models html doi bibtex link github tl;dr tldr note "
    "volume "
    "spotlight highlight top tier thesis dissertation supervisor advisor technical report blog "
    "keywords "
    "communications neurocomputing recognition systems computing learning networks engineering "
    "intelligence applications bioinformatics survey coming soon media coverage "
    "springer-verlag springerlink frontiers access early posters track challenge winner".split()
)


class Owner:
    """Whom the site is about, as far as names in text tell."""

    def __init__(self, name: str, aliases: tuple[str, ...] = ()) -> None:
        self.name = name
        self._identity = Identity(name, aliases) if name else None

    def is_meant(self, written: str) -> bool:
        """Tell whether a name is the owner's."""
        return bool(self._identity and written and self._identity.matches(names.parse(written)))


def people_at(flat: Flat, start: int, end: int, owner: Owner) -> People:
    """Read names from `start` on, as far as they go and not beyond `end`."""
    found: list[str] = []
    set_apart: list[str] = []
    others, at, stop = False, start, start
    while at < end:
        at = _skipped(flat.text, at, end)
        piece_end = _piece_end(flat, at, end)
        written = " ".join(flat.text[at:piece_end].split())
        if not written:
            if piece_end >= end or not _SEPARATOR.match(flat.text, piece_end):
                break
            at = _SEPARATOR.match(flat.text, piece_end).end()  # type: ignore[union-attr]
            continue
        if _OTHERS.fullmatch(written.strip(" .,")) or _OTHERS.fullmatch(written):
            others, stop = True, piece_end
        elif found and (more := _OTHERS.match(flat.text, at)) and more.end() < piece_end:
            others, stop = True, more.end()
            break
        elif (whole := _of_line(flat, at, piece_end, owner, bool(found))) is not None:
            found.append(whole[0])
            stop = at + whole[1]
            break
        elif name := _name(written, owner, bool(found)):
            found.append(name)
            stop = piece_end
            if any(run.bold or run.under or run.code for run in flat.within(at, piece_end)):
                set_apart.append(name)
        else:
            rest = flat.text[at:piece_end]
            shorter = _before_line_end(rest, owner, bool(found))
            shorter = shorter or _before_full_stop(rest, owner, bool(found))
            if shorter:
                name, length = shorter
                found.append(name)
                stop = at + length
            break
        following = _following(flat, piece_end, end, others)
        if not following:
            break
        at = following
    return People(_joined(found), others, stop, tuple(set_apart))


def _following(flat: Flat, at: int, end: int, others: bool) -> int:
    """Return where the next name may begin, 0 where the list ends."""
    after = _SEPARATOR.match(flat.text, at)
    if after and at < after.end() <= end:
        return after.end()
    is_open = not others and flat.text[at : at + 1] in (" ", "\n")
    return at + 1 if is_open and _goes_on(flat, at, end) else 0


def _of_line(
    flat: Flat, at: int, end: int, owner: Owner, has_others: bool
) -> tuple[str, int] | None:
    """Read a whole name at the end of a line: what follows is no part of it."""
    found = _before_line_end(flat.text[at:end], owner, has_others)
    return found if found and len(found[0].split()) > 1 else None


def _before_line_end(written: str, owner: Owner, has_others: bool) -> tuple[str, int] | None:
    """Read the last name of a line."""
    first = written.split("\n")[0]
    name = _name(" ".join(first.split()), owner, has_others) if first != written else ""
    return (name, len(first)) if name else None


def _skipped(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \n\u00a0,;，、:：":
        at += 1
    return at


def _piece_end(flat: Flat, at: int, end: int) -> int:
    """Return where the next separator stands, or where bold text begins or ends."""
    found = _SEPARATOR.search(flat.text, at, end)
    while found and _is_within(flat.text, at, found.start()):
        found = _SEPARATOR.search(flat.text, found.end(), end)
    stop = found.start() if found else end
    line = flat.text.find("\n\n", at, stop)
    stop = line if line >= 0 else stop
    for run in flat.within(at, stop):
        for edge in (run.start, _with_marks(flat.text, run.end)):
            is_apart = flat.text[edge - 1 : edge] in (" ", "\u00a0") or flat.text[
                edge : edge + 1
            ] in (" ", "\n")
            if (
                at < edge < stop
                and is_apart
                and flat.text[at:edge].strip()
                and (run.bold or run.italic or run.under or run.url)
            ):
                return edge - (flat.text[edge - 1 : edge] == " ")
    return stop


def _with_marks(text: str, edge: int) -> int:
    """Take marks and a role in parentheses to the name before them."""
    found = _BEHIND.match(text, edge)
    return found.end() if found else edge


_BEHIND = re.compile(
    rf"(?:\s?(?:{_MARKS.pattern}))+(?=[\s,;]|$)"
    r"|\s*[(（][^()]*(?:author|equal|correspond|co-)[^()]*[)）]",
    re.IGNORECASE,
)


def _is_within(text: str, start: int, at: int) -> bool:
    """Tell a comma within parentheses or a formula."""
    before = text[start:at]
    return (
        before.count("(") > before.count(")")
        or before.count("（") > before.count("）")
        or before.count("$") % 2 == 1
    )


def _goes_on(flat: Flat, at: int, end: int) -> bool:
    """Tell whether the next words are et al., which stands without a comma."""
    return bool(re.match(r"\s*(?:et\.?\s*al|\.\.\.|…)", flat.text[at:end]))


def _name(written: str, owner: Owner, has_others: bool) -> str:
    """Return the name as it is to be written, "" for what is none."""
    written = written.strip(" .;:|·" if not re.search(r"\b[A-Z]\.$", written) else " ;:|·")
    bare = _ASIDE.sub("", _MARKS.sub("", written)).strip(" *,")
    if not bare or len(bare) > 45:
        return ""
    if is_east_asian(bare):
        return written if 2 <= len(bare.replace(" ", "").replace("·", "")) <= 6 else ""
    if not _NAME.fullmatch(bare):
        return ""
    words = bare.split()
    if any(word.lower().strip(".") in _NO_WORDS for word in words) and not owner.is_meant(bare):
        return ""
    if len(words) == 1:
        is_acronym = bare.isupper() and len(bare) > 2
        if (is_acronym or not has_others) and not owner.is_meant(bare) and "." not in bare:
            return bare if _family_first(bare, has_others) else ""
    return written


def _family_first(bare: str, has_others: bool) -> bool:
    """Take a single first word for the family name of `Cheng, Junlong`; others check that."""
    return not has_others and bare.istitle()


def _before_full_stop(written: str, owner: Owner, has_others: bool) -> tuple[str, int] | None:
    """Read the last name of a list in `Zhou Zhao. Title of the paper`."""
    for found in re.finditer(
        r"(?<=[^\W\d_]{2})([*†‡#✉\d⁰¹²³⁴-⁹]*)(?:\.|：|:|。)(?=\s|[“\"A-Z\u4e00-\u9fff]|$)", written
    ):
        if name := _name(written[: found.start()] + found[1], owner, has_others):
            return name, found.end()
    return None


def _joined(found: list[str]) -> tuple[str, ...]:
    """Put `Cheng`, `Junlong` back together, and initials with the family name before them."""
    names_: list[str] = []
    at = 0
    while at < len(found):
        one, after = found[at], found[at + 1] if at + 1 < len(found) else ""
        if (
            after
            and re.fullmatch(r"(?:[A-Z]\.?[ -]?){1,3}[*†‡#✉]*", after)
            and not re.fullmatch(r"(?:[A-Z]\.?){1,3}", one)
        ):
            names_.append(f"{one}, {after}")
            at += 2
        elif after and _is_single(one) and _is_single(after):
            # The first name of a list may be inverted; within it the comma is a slip.
            names_.append(f"{one}, {after}" if not names_ and len(found) > 2 else f"{one} {after}")
            at += 2
        elif (
            not names_ and _is_single(one) and after and len(after.split()) == 1 and len(found) > 1
        ):
            names_.append(f"{one}, {after}")
            at += 2
        else:
            names_.append(one)
            at += 1
    return tuple(names_)


def _is_single(name: str) -> bool:
    return (
        " " not in name.strip()
        and len(name) > 1
        and name.isascii()
        and name[:1].isupper()
        and name.isalpha()
    )
