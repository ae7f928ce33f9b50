"""Talks to come as a calendar that other programs subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Day
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from .. import dates
from . import plain
from .addresses import Resolve, root
from .feed_items import uuid_of

if TYPE_CHECKING:
    from ..sections.talks import Item
    from .clock_times import Times

_LINE = 75  # octets (section 3.1)


def calendar(
    talks: Iterable[Item], *, today: Day, name: str, site_url: str, resolve: Resolve
) -> str | None:
    """Write the talks that end today or later and whose day is known; None if there is none.

    They last whole days unless their date says a time, which is that of the place. `today` is also
    the stamp, so that the same day gives the same file.
    """
    coming = [(talk, days) for talk in talks if (days := _days(talk)) and days[1] >= today]
    if not coming:
        return None
    from . import clock_times  # here, for most sites have no talks to come

    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mkdocs-academic//talks//EN"]
    lines += ["CALSCALE:GREGORIAN", f"NAME:{_escaped(name)}", f"X-WR-CALNAME:{_escaped(name)}"]
    uids = _uids([talk for talk, _ in coming], root(site_url))
    for (talk, (first, last)), uid in zip(coming, uids, strict=True):
        lines += ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{today:%Y%m%d}T000000Z"]
        lines += _when(first, last, clock_times.of(talk.date.text))
        lines += [f"{name}:{value}" for name, value in _properties(talk, resolve) if value]
        lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _days(talk: Item) -> tuple[Day, Day] | None:
    """Return first and last day, None unless both are known."""
    start, end = talk.date.start, talk.date.end
    if not all(start) or not all(end) or end >= dates.OPEN or end < start:
        return None
    return Day(*start), Day(*end)


def _when(first: Day, last: Day, times: Times) -> Iterator[str]:
    """Yield begin and end; a time without a zone is local wherever it is read (section 3.3.5)."""
    after = last + timedelta(days=1)
    if times.start is None:
        yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
        return
    zone = "Z" if times.is_utc else ""
    yield f"DTSTART:{first:%Y%m%d}T{times.start[0]:02}{times.start[1]:02}00{zone}"
    if times.end:
        yield f"DTEND:{last:%Y%m%d}T{times.end[0]:02}{times.end[1]:02}00{zone}"
    elif last > first:
        yield f"DTEND:{after:%Y%m%d}T000000{zone}"


def _summary(talk: Item) -> str:
    written = (talk.title, talk.event, talk.text)
    return plain.shortened(next(filter(None, map(plain.from_markdown, written)), ""), 200)


def _properties(talk: Item, resolve: Resolve) -> Iterator[tuple[str, str]]:
    yield "SUMMARY", _escaped(_summary(talk))
    yield "LOCATION", _escaped(plain.from_markdown(talk.location))
    about = (plain.from_markdown(part) for part in (talk.event, talk.text))
    links = (f"{link.label}: {address}" for link in talk.buttons if (address := resolve(link.url)))
    yield "DESCRIPTION", _escaped("\n".join(filter(None, (*about, *links))))
    yield "URL", resolve(talk.url)


def _uids(talks: Sequence[Item], home: str) -> Iterator[str]:
    """Name each talk by its words, so that one that is moved stays the same event.

    Of several with the same words, each has its day as well.
    """
    words = [":".join((_summary(talk), talk.event, talk.location)).casefold() for talk in talks]
    often = Counter(words)
    given: Counter[str] = Counter()
    for talk, word in zip(talks, words, strict=True):
        told = f"talks:{word}" if often[word] == 1 else f"talks:{word}:{talk.date.iso}"
        given[told] += 1
        again = f":{given[told]}" if given[told] > 1 else ""
        uid = uuid_of(home, told + again).removeprefix("urn:uuid:")
        yield f"{uid}@{urlsplit(home).hostname or 'mkdocs-academic'}"


def _escaped(value: str) -> str:
    """Escape a TEXT value (section 3.3.11)."""
    return re.sub(r"([\\;,])", r"\\\1", plain.without_controls(value)).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line after 75 octets, never within a character."""
    out: list[str] = []
    room = _LINE
    piece = ""
    for char in line:
        size = len(char.encode())
        if size > room:
            out.append(piece)
            piece, room = "", _LINE - 1  # the blank that continues a line is one of them
        piece += char
        room -= size
    return "\r\n ".join((*out, piece))
