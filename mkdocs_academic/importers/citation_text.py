"""A recommended citation taken apart: its authors, where they are sure, and what it numbers."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from .people_lists import Owner

_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[\s-]?){1,4}")
_WORD = r"[^\W\d_](?:[^\W\d_]|['’\-‐.]+(?=[^\W\d_]))*\.?"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,4}}")
_VANCOUVER = re.compile(rf"({_WORD}(?:\s+{_WORD})*?)\s+([A-Z]{{1,3}})")
_AND = re.compile(r"\s*,?\s*(?:\band\b|&)\s*", re.IGNORECASE)
_OTHERS = re.compile(r",?\s*(?:\bet\s+al\b\.?|\band others\b|\bothers\b)\s*$", re.IGNORECASE)
_GAP = re.compile(r",?\s*(?:…|\.{3}|\. \. \.)")  # names that the citation leaves out
_HEAD_END = re.compile(r"\s*[\[(](?:19|20)\d\d|\s*[\"“”«]")
_BEHIND = (  # the venue
    r"[.,]?\s+(?:vol\.\s*)?(?!(?:19|20)\d\d)(?P<volume>\d{1,4})(?![\d-])(?:\s*\((?P<number>\w+)\))?"
    r"(?:\s*[,:]\s*(?P<pages>\d+\s*[-–]\s*\d+))?"
)
_ARXIV = re.compile(r"\barxiv[:.\s/]*(?:abs/)?(\d{4}\.\d{4,5}(?:v\d+)?)", re.IGNORECASE)
_NO_NAMES = re.compile(
    r"\b(?:the|of|for|in|on|with|press|university|journal|proceedings|conference|tbd|retrieved|"
    r"jr|sr|eds?)\b",
    re.IGNORECASE,
)


class Citation(NamedTuple):
    """What a citation says beyond title, venue and date."""

    authors: tuple[str, ...]  # `Family, Given` or `Given Family`; none where they are not sure
    fields: dict[str, str]  # BibTeX fields


def read(written: str, title: str, venue: str, owner: Owner) -> Citation:
    """Read a citation; HTML may be in it."""
    text = plain(written)
    head = _head(text, plain(title))
    return Citation(names(head, owner) if head else (), _numbers(text, plain(venue)))


def plain(written: str) -> str:
    """Return the text of HTML in one line."""
    text = html.unescape(html.unescape(written)).replace("\\&", "&")
    return " ".join(re.sub(r"</?[a-zA-Z][^<>]*>", "", text).split())


def _head(text: str, title: str) -> str:
    """Return what stands before year, quotes and title; "" where none of them is found."""
    ends = [found.start()] if (found := _HEAD_END.search(text)) else []
    whole = rf"(?<![\w.-]){re.escape(title)}(?![\w-])"
    if title and (found := re.search(whole, text, re.IGNORECASE)):
        ends.append(found.start())
    return text[: min(ends)].strip(" ,;:(") if ends else ""


def names(head: str, owner: Owner) -> tuple[str, ...]:
    """Return the names of a list of authors, none where they are not sure."""
    others = _GAP.search(head) or _OTHERS.search(head)
    head = head[: others.start()] if others else head
    if _NO_NAMES.search(head):
        return ()
    head = _AND.sub(", ", re.sub(r"(?<=[^\W\d_]{2})\.\s*$", "", head)).strip(" ,")
    found = [one.strip() for one in head.split(";")] if ";" in head else _listed(head, owner)
    sure = [one for one in found if _NAME.fullmatch(one.replace(",", ""))]
    if not found or len(sure) < len(found):
        return ()
    return (*found, *(("others",) if others else ()))


def _listed(head: str, owner: Owner) -> list[str]:
    """Split at commas, if they can be told from those within names."""
    parts = [one.strip() for one in head.split(",") if one.strip()]
    pairs = [f"{one}, {two}" for one, two in zip(parts[::2], parts[1::2], strict=False)]
    is_even = len(parts) % 2 == 0
    initials = [bool(_INITIALS.fullmatch(one)) for one in parts]
    if is_even and all(initials[1::2]) and not any(initials[::2]):
        return pairs  # Forsythe, A., Xu, J.
    if any(initials):
        return []
    if all(found := [_VANCOUVER.fullmatch(one) for one in parts]):  # Forsythe A, Vanderwolf KJ
        return [f"{one[1]}, {'. '.join(one[2])}." for one in found if one]
    if len(parts) == 2 and _is_given(parts[1]):
        return pairs  # Lee, Sam
    whole = [len(one.split()) > 1 for one in parts]
    if all(whole):
        return parts  # Sam Lee, Bo Sample
    if not whole[0] and len(parts) > 2 and all(whole[2:]):
        return [pairs[0], *parts[2:]]  # Lee, Sam, Bo Sample
    if is_even and not any(whole[::2]) and any(map(owner.is_meant, pairs)):
        return pairs  # Wu, Bohan, Lee, Sam
    return []


def _is_given(part: str) -> bool:
    return all(_INITIALS.fullmatch(one) for one in part.split()[1:])


def _numbers(text: str, venue: str) -> dict[str, str]:
    """Return volume, number, pages and identifiers, where their form is unmistakable."""
    found: dict[str, str] = {}
    if doi := re.search(r"\b10\.\d{4,9}/[^\s\"<>]+", text):
        found["doi"] = doi[0].rstrip(".,;)")
    if arxiv := _ARXIV.search(text):
        found["arxiv"] = arxiv[1]
    if issue := re.search(
        r"(?<![\w.])(\d{1,4})\s?\((\d{1,3})\)(?:\s*[,:]\s*(\d+\s*[-–]\s*\d+|\d+|[a-z]+\d+))?", text
    ):
        found |= {"volume": issue[1], "number": issue[2]}
        found |= {"pages": issue[3]} if issue[3] else {}
    elif behind := re.search(rf"{re.escape(venue)}{_BEHIND}", text) if venue else None:
        found |= {name: value for name, value in behind.groupdict().items() if value}
    if pages := re.search(r"\bpp?\.\s*(\d+(?:\s*[-–]\s*\d+)?)", text):
        found["pages"] = pages[1]
    if "pages" in found:
        found["pages"] = re.sub(r"\s*[-–]\s*", "--", found["pages"])
    return found
