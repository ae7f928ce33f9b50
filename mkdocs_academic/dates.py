"""Dates as people write them: free text that is shown as it stands and still sorts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .date_forms import MONTHS, Found, Triple, checked, plain_text, scan

UNKNOWN: Triple = (0, 0, 0)
OPEN: Triple = (9999, 12, 31)  # the end of what still goes on
FORTHCOMING: Triple = (9999, 0, 0)  # "to appear": newer than any date, older than what goes on


class Date(NamedTuple):
    """A point or a stretch of time; a season or a quarter is the stretch of its months."""

    text: str  # what the user wrote, trimmed
    start: Triple
    end: Triple  # the start itself for a point in time

    @property
    def sort_key(self) -> tuple[Triple, Triple]:
        """Order by the end, then by the start.

        What is unknown counts as 0: newest first, a year alone stands after all months of its
        year, a month alone after its days, and what has no year at all comes last.
        """
        return self.end, self.start

    @property
    def year(self) -> int | None:
        """The year it began in; of `until 2019`, the year it ended in."""
        return self.start[0] or (self.end[0] if self.end[0] < OPEN[0] else 0) or None

    @property
    def is_open(self) -> bool:
        """Tell whether it still goes on."""
        return self.end == OPEN

    @property
    def iso(self) -> str:
        """ISO 8601 of the start, as far as it is known: `2021`, `2021-10`, `2021-10-05` or ``."""
        year, month, day = self.start
        parts = [f"{year:04}", f"{month:02}", f"{day:02}"]
        known = 0 if not year else 1 if not month else 2 if not day else 3
        return "-".join(parts[:known])


@lru_cache(maxsize=4096)  # a bibliography has few different dates
def parse(text: str) -> Date:
    """Read any text; what is no date keeps its words and has no start."""
    shown = text.strip()
    return _usual(shown) or _any(shown)


def is_backwards(date: Date) -> bool:
    """Tell whether the later of two dates was written first: `2024.09 - 2020.08`."""
    if date.start == date.end or date.is_open:
        return False
    first, second, *_ = (*scan(plain_text(date.text)), None, None)
    return bool(first and second and (second.end, first.start) == (date.start, date.end))


def is_before(date: Date, other: Date) -> bool:
    """Tell whether a date is over before another begins, as far as both are known."""
    first, second = date.end, other.start
    known = min(_precision(first), _precision(second))
    return first[:known] < second[:known]


def readings(date: Date) -> tuple[str, ...]:
    """Return both days, in ISO 8601, that `07/04/2026` may be; nothing where it is clear."""
    for found in re.finditer(r"(?<!\d)(\d\d?)([/-])(\d\d?)\2(\d{4})(?!\d)", date.text, re.ASCII):
        a, b = int(found[1]), int(found[3])
        if a != b and 0 < a <= 12 and 0 < b <= 12:
            return tuple(f"{found[4]}-{month:02}-{day:02}" for month, day in ((a, b), (b, a)))
    return ()


def _usual(shown: str) -> Date | None:
    """Read `2021`, `2021-10`, `2021-10-05`, `October 2021`, `October 5, 2021` and nothing."""
    if not shown:
        return Date("", UNKNOWN, UNKNOWN)
    if found := _IN_FIGURES.fullmatch(shown):
        year, month, day = (int(part or 0) for part in found.groups())
        start = checked(year, month, day) if month or found[2] else (year, 0, 0)
    elif found := _WITH_MONTH.fullmatch(shown):
        month = MONTHS.get(found[1].lower(), 0)
        year, day = int(found[3]), int(found[2] or 0)
        start = (checked(year, month, day) if found[2] else (year, month, 0)) if month else None
    else:
        return None
    return Date(shown, start, start) if start else None


_YEAR = r"(?:1[5-9]|2[01])\d\d"
_IN_FIGURES = re.compile(rf"({_YEAR})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_WITH_MONTH = re.compile(rf"([A-Za-z]+)(?:[ \xa0](\d\d?),?)?[ \xa0]({_YEAR})", re.ASCII)


def _any(shown: str) -> Date:
    plain = plain_text(shown)
    found = scan(plain)
    first = next(found, None)
    if first is None:
        return Date(shown, UNKNOWN, _end_without_date(plain))
    second = next(found, None)
    if second and _is_stretch(first, second, plain[first.stop : second.begin]):
        start, end = _stretch(first, second)
        return Date(shown, start, OPEN if re.search(_OPEN_TAIL, plain[second.stop :]) else end)
    if second and not first.start[0] and second.start[0]:
        first = second  # "Tue, 5 Oct 2021" may look like two dates: the one with a year counts
    before, after = plain[: first.begin], plain[first.stop :]
    if re.search(_OPEN_TAIL, after) or re.search(_SINCE, before):
        return Date(shown, first.start, OPEN)
    if re.search(_UNTIL, before):
        return Date(shown, UNKNOWN, first.end)
    return Date(shown, first.start, _shortened_end(first, after))


def _is_stretch(first: Found, second: Found, between: str) -> bool:
    """Tell whether words join two dates, or ISO 8601's slash; of years alone that makes a list."""
    between = re.sub(f"{_NOTE}|{_CLOCK}", " ", between)
    if re.fullmatch(_JOINT, between):
        return True
    return between.strip() == "/" and bool(first.start[1] and second.start[1])


def _end_without_date(plain: str) -> Triple:
    if re.fullmatch(_OPEN_TAIL, plain) or re.fullmatch(_OPEN_ALONE, plain):
        return OPEN
    return FORTHCOMING if re.search(_FORTHCOMING, plain) else UNKNOWN


def _stretch(first: Found, second: Found) -> tuple[Triple, Triple]:
    """Join two dates; one without a year takes the other's, across new year if it must."""
    start, end = first.start, second.end
    if not start[0] and end[0]:
        start = checked(end[0] - (start[1:] > end[1:]), *start[1:]) or start
    elif start[0] and not end[0]:
        end = checked(start[0] + (end[1:] < start[1:]), *end[1:]) or end
    known = min(_precision(start), _precision(end))
    return (end, start) if end[:known] < start[:known] else (start, end)


def _shortened_end(first: Found, after: str) -> Triple:
    """Read `-06` after `2021.03`; `-07`, `/07` or `-11.02` after `2021.10.05`."""
    year, month, day = first.end
    match = re.match(_SHORTENED, after) or (day and re.match(_SHORTENED_ISO, after))
    if not match or not month:
        return first.end
    last = int(match["n"])
    if match["m"]:
        end = checked(year, int(match["m"]), last)
    else:
        end = checked(year, month, last) if day else checked(year, last, 0)
    return (
        end if end and end > first.end and _precision(end) == _precision(first.end) else first.end
    )


def _precision(date: Triple) -> int:
    return date.index(0) if 0 in date else 3


# Compiled when a date is written in words.
_JOIN = (
    r"(?:-+>?|to|until|till|til|through|thru|bis(?:\s+zum)?|al?|au|hasta|jusqu'(?:a|en)|"
    r"ate|по|至|到)"
)
_NOW = (
    r"(?:(?<![^\W\d_])(?:now|presente?|current|currently|ongoing|today|to date|onwards?|heute|"
    r"jetzt|laufend|aujourd'hui|maintenant|en cours|a ce jour|hoy|actual|actualidad|"
    r"actualmente|hoje|atual|atualmente|atualidade|oggi|attuale|attualmente|in corso|"
    r"(?:в |по )?(?:наст(?:оящее|\.) время|н\. ?в\.)|по сеи день|сеичас)(?![^\W\d_])|"
    r"至今|现在|目前|迄今|今|起|現在|현재)"
)
_NOTE = r"\([^()]*\)|\[[^\[\]]*\]"
_CLOCK = r"(?:t|\s)\d{1,2}:\d\d(?::\d\d)?(?:z\b|\s*[ap]\.?m\b\.?|\s*uhr\b|h\b)?"
_JOINT = rf"[\s,.]*{_JOIN}\s*(?:(?:expected|exp|est|approx|ca|the|le|el|en)\.?\s*)*"
# "2019 -", "2019+", "since 2020", "- present", "- 2022.04 (now)"; but not "(now at a company)".
_OPEN_TAIL = rf"^\s*(?:-+>?|\+|至|到|\s(?:to|bis))[\s?.…]*$|{_NOW}\s*(?:[\W_]|$)(?!\s*\w)"
_OPEN_ALONE = rf"\W*{_NOW}\W*"
_SINCE = r"(?:\b(?:since|from|seit|ab|depuis|desde|da[l ]|с)|自从?|从)\s*(?:the|le|el)?\s*$"
_UNTIL = r"(?:\b(?:until|till|before|bis|vor|hasta|avant|ate|fino al?|до|по)|jusqu'(?:a|en))\s*$"
# Not the hour in "9 March 2021 - 14:00".
_SHORTENED = (
    rf"\s*{_JOIN}\s*(?:(?P<m>\d{{1,2}})[./])?(?P<n>\d{{1,2}})(?!\d|:\d|\s*(?:h|uhr|[ap]\.?m)\b)"
)
# ISO 8601 leaves out of the end what it shares with the start.
_SHORTENED_ISO = r"/(?:(?P<m>\d\d)[-.])?(?P<n>\d\d)(?![-./:]?\d)"
_FORTHCOMING = (
    r"\b(?:to appear|forthcoming|in press|accepted|under review|submitted|upcoming|im druck|"
    r"erscheint|sous presse|a paraitre|en prensa|no prelo|in stampa|в печати)\b|即将|待发表|已录用"
)
