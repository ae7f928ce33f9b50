"""How one date is written: words for months and seasons, and the forms dates have."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

Triple = tuple[int, int, int]  # year, month, day; 0 where unknown


class Found(NamedTuple):
    """A date and where it stands in the text."""

    begin: int  # where in the text
    stop: int
    start: Triple
    end: Triple


def plain_text(text: str) -> str:
    """Lower case without accents, full-width forms, and the many dashes and quotes."""
    short = " ".join(text[:_LONGEST].split())
    bare = unicodedata.normalize("NFKD", short.casefold())
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare).translate(_TYPOGRAPHY)


def scan(plain: str) -> Iterator[Found]:
    """Find dates from left to right; of two at one place the form listed first wins."""
    place = 0
    while True:
        found = [one for form in _forms() for one in _matches(form, plain, place)]
        if not found:
            return
        best = min(found, key=lambda one: one.begin)
        yield best
        place = best.stop


def _matches(form: re.Pattern[str], plain: str, place: int) -> Iterator[Found]:
    """Give the first match that is a possible date."""
    for match in form.finditer(plain, place):
        if span := _read(match.groupdict()):
            yield Found(match.start(), match.end(), *span)
            return


def _read(part: dict[str, str | None]) -> tuple[Triple, Triple] | None:
    year = _full_year(part.get("y") or part.get("y2") or "0")
    if season := part.get("season"):
        return _season(season, year, part.get("yy") or part.get("yyy"))
    if last := part.get("yy"):
        return _years(year, _full_year(last), part["s"] == "/")
    if day := part.get("a"):
        return _day_and_month(int(day), int(part["b"] or 0), year, part["s"] or "")
    name = part.get("name")
    month = MONTHS[name] if name else int(part.get("m") or 0)
    if not month:
        return ((year, 0, 0), (year, 0, 0)) if not part.get("m") else None
    start = checked(year, month, int(part.get("d") or part.get("one") or 0))
    end = checked(year, month, int(part.get("d2") or 0)) if part.get("d2") else start
    return (start, end) if start and end else None


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) != 2 else year + (2000 if year < 70 else 1900)


def checked(year: int, month: int, day: int) -> Triple | None:
    """Drop an impossible day; an impossible month is no date."""
    if not 1 <= month <= 12:
        return None
    return (year, month, day if day <= monthrange(year or 2000, month)[1] else 0)


def _season(word: str, year: int, second: str | None) -> tuple[Triple, Triple]:
    first_month, last_month = _SEASONS[word]
    if second and word in _WINTERS:
        first_month, last_month = 12, 2
    last_year = _full_year(second) if second else year + (last_month < first_month)
    return (year, first_month, 0), (last_year, last_month, 0)


def _years(year: int, last: int, slash: bool) -> tuple[Triple, Triple] | None:
    """Take `2023/24` as an academic year, `2025/2022` as a list that sorts by its first."""
    if last == year + 1 or (not slash and last > year):
        return (year, 0, 0), (last, 0, 0)
    return None


def _day_and_month(a: int, b: int, year: int, separator: str) -> tuple[Triple, Triple] | None:
    """Read `05/10/2021`: with dots the day comes first; else only if one cannot be a month.

    When both orders are possible only the year is certain, and only the year sorts.
    """
    if a > 12 or separator.strip() == "." or a == b:
        start = checked(year, b, a) or checked(year, a, b)
    else:
        start = checked(year, a, b) if b > 12 else (year, 0, 0)
    return (start, start) if start else None


def _words(*names: str) -> str:
    """Match one of the words, longest first, and never inside a longer word."""
    some = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return rf"(?<![^\W\d_])(?:{some})(?![^\W\d_])"


_LONGEST = 200  # characters; whatever is longer is no date, and patterns should not grow slow

_TYPOGRAPHY = {ord(c): "-" for c in "‐‑‒–—―−~→"} | {ord(c): "'" for c in "‘’ʼ`´"}

# English, German, French, Spanish; Portuguese, Italian, Russian; without accents.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janner janvier janv enero ene janeiro gennaio gen "
            "январь января янв",
            "february feb februar fevrier fevr fev febrero fevereiro febbraio "
            "февраль февраля февр фев",
            "march mar marz mrz maerz mars marzo marco март марта мар",
            "april apr avril avr abril abr aprile апрель апреля апр",
            "may mai mayo maio maggio mag маи мая",  # й without its breve
            "june jun juni juin junio junho giugno giu июнь июня июн",
            "july jul juli juillet juil julio julho luglio lug июль июля июл",
            "august aug aout agosto ago август августа авг",
            "september sept sep septembre septiembre setiembre set setembro settembre sett "
            "сентябрь сентября сент сен",
            "october oct oktober okt octobre octubre outubro out ottobre ott октябрь октября окт",
            "november nov novembre noviembre novembro ноябрь ноября нояб ноя",
            "december dec dezember dez decembre diciembre dic dezembro dicembre "
            "декабрь декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}

# First and last month. A winter alone is a term that begins in January; a German WS in October.
_WINTERS = ("winter", "hiver", "invierno", "inverno", "зима", "冬")
_SEASONS = {
    name: months
    for names, months in (
        ("spring fruhling fruhjahr printemps primavera весна 春", (3, 5)),
        ("summer sommer ete verano verao estate лето 夏", (6, 8)),
        ("fall autumn herbst automne otono outono autunno осень 秋", (9, 11)),
        (" ".join(_WINTERS), (1, 3)),
        ("ss sose sommersemester", (4, 9)),
        ("ws wise wintersemester", (10, 3)),
        ("michaelmas", (10, 12)),
        ("q1 hilary lent", (1, 3)),
        ("q2 trinity easter", (4, 6)),
        ("q3", (7, 9)),
        ("q4", (10, 12)),
    )
    for name in names.split()
}

_YEAR = r"(?<!\d)(?P<y>(?:1[5-9]|2[01])\d\d)(?!\d)"
_MONTH = rf"(?P<name>{_words(*MONTHS)})\.?"
_SEASON = rf"(?P<season>{_words(*(name for name in _SEASONS if len(name) > 1))})"
_TERM = r"(?:\s+(?:academic\s+)?(?:term|semester|quarter|trimester|session|school))?"
_ORDINAL = r"(?:st|nd|rd|th|er|[o°]|\.)?(?!\d)"  # NFKD makes º an o
_LATER = r"\s*(?:-+|to|bis|and|al?|au)\s*"
_OF = r"\s*(?:(?:of|de|del)\s+)?"

# Of two forms that match at the same place the first one wins.
_FORMS = (
    # 2021年秋季 · 2021年10月5日 · 10月5日
    rf"{_YEAR}\s*年?\s*(?P<season>[春夏秋冬])",
    rf"{_YEAR}\s*[年년](?:\s*(?P<m>\d{{1,2}})\s*[月월](?:\s*(?P<d>\d{{1,2}})\s*[日号號일])?)?",
    r"(?<!\d)(?P<m>\d{1,2})\s*[月월](?:\s*(?P<d>\d{1,2})\s*[日号號일])?",
    # 2024 Q2 · 2023/24 Winter
    rf"{_YEAR}(?:\s*/\s*(?P<yy>\d\d|\d{{4}}))?(?:[\s,.]*|-){_SEASON}(?!\s+\d{{4}})",
    # 2021 Oct 5 · 2021-Oct-05
    rf"{_YEAR}(?:[\s,.]*|[-/]){_MONTH}(?:(?:\s*|-)(?P<d>\d{{1,2}}){_ORDINAL})?(?![\s.,]*\d{{4}})",
    # 2021.10.05 · 2021. 10. 5. · 20211005 · 2021/10
    rf"{_YEAR}(?P<s>\s*[./]\s*|-)(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d)",
    r"(?<!\d)(?P<y>(?:1[5-9]|2[01])\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)",
    rf"{_YEAR}(?:\s*[./]\s*|-)(?P<m>\d{{1,2}})(?!\d)",
    # 2023/24 · 2019-22
    rf"{_YEAR}\s*(?P<s>/)\s*(?P<yy>\d\d|\d{{4}})(?!\d|\s*/|\.\d)",
    rf"{_YEAR}\s*(?P<s>-)\s*(?P<yy>\d\d)(?![\d./-])",
    # 05/10/2021 · 5. 10. 2021 · 10/2021
    rf"(?<!\d)(?P<a>\d{{1,2}})(?P<s>\s*[./]\s*|-)(?P<b>\d{{1,2}})(?P=s){_YEAR}",
    rf"(?<!\d)(?P<m>\d{{1,2}})(?:\s*/\s*|[.-]){_YEAR}",
    # 5 October 2021 · 5-7 octobre 2021 · 1er mai · October 5-7, 2021 · Oct '21
    rf"(?<!\d)(?:(?P<d>\d{{1,2}}){_ORDINAL}{_LATER}(?P<d2>\d{{1,2}})|(?P<one>\d{{1,2}})){_ORDINAL}"
    rf"(?:{_OF}|-){_MONTH}(?:(?:[\s,.]*|[-/]){_OF}{_YEAR})?",
    rf"{_MONTH}(?:\s*(?P<d>\d{{1,2}}){_ORDINAL}(?:{_LATER}(?P<d2>\d{{1,2}}){_ORDINAL}(?!\s+\w*[^\W\d_]))?)?"
    rf"(?:(?:[\s,.]*|[-/]){_OF}{_YEAR}|\s*'(?P<y2>\d\d)(?!\d))?",
    # Spring 2024 · WS 2023/24 · Fall '23
    rf"{_SEASON}{_TERM}[\s,.]*{_OF}'?(?P<y>(?:1[5-9]|2[01])\d\d|\d\d)"
    r"(?:\s*/\s*(?P<yy>\d{4}|\d\d)|-(?P<yyy>\d\d))?(?!\d)",
    _YEAR,
    r"'(?P<y>\d\d)(?!\d)",
)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Compile them when a date is not written in figures: they take long."""
    return tuple(map(re.compile, _FORMS))
