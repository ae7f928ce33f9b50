"""When two entries are one work, and when they are two with the same title."""

from __future__ import annotations

import re

from .fingerprints import Fingerprint

BY_DOI, BY_ARXIV, BY_TITLE = "the same DOI", "the same arXiv id", "the same title and authors"

_GENERIC = re.compile(
    r"(?:guest)?(?:editorial|introduction|preface|foreword|erratum|corrigendum|discussion|reply|"
    r"comment|bookreview|review|abstract|poster|summary|conclusions?|untitled|frontmatter|prologue|"
    r"message|panel|tutorial|keynote|invitedtalk).{0,12}"
)
_SHORT_TITLE = 12  # bytes: a character of Chinese says more than a letter
_ALIKE = 0.4  # part of the words of the shorter title
_YEARS, _YEARS_AFTER_PREPRINT = 2, 6  # how far apart the years of two versions may be
_COMMON = frozenset(
    "proceedings proc of the on in and for a an international conference conf annual symposium "
    "workshop journal transactions ieee acm th nd rd st".split()
)


def keys(known_by: Fingerprint) -> list[tuple[str, str]]:
    """Return what an entry may share with another: the reason and its value."""
    found = ((BY_DOI, known_by.doi), (BY_ARXIV, known_by.arxiv), (BY_TITLE, known_by.title))
    return [one for one in found if one[1]]


def shared(a: Fingerprint, b: Fingerprint) -> str:
    """Return the strongest reason why two are one work, "" if there is none."""
    common = dict(set(keys(a)) & set(keys(b)))
    return next((reason for reason in (BY_DOI, BY_ARXIV, BY_TITLE) if reason in common), "")


def titles_alike(a: Fingerprint, b: Fingerprint) -> bool:
    """Tell a changed title from another paper's: identifiers get copied by mistake."""
    if not (a.title and b.title) or a.title == b.title:
        return True
    if not a.title.isascii() and (a.title in b.title or b.title in a.title):
        return True  # not every script has words
    return _likeness(a.words, b.words) >= _ALIKE


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def are_two(a: Fingerprint, b: Fingerprint, reason: str = "") -> bool:
    """Tell two publications with one content, such as a conference paper and its long version."""
    if reason == BY_DOI:
        return False
    if a.kind != b.kind:
        return True
    if not (a.is_published and b.is_published):
        return False
    if a.doi and b.doi:
        return a.doi != b.doi
    return not _same_venue(a, b) or _elsewhere(a, b)


def _elsewhere(a: Fingerprint, b: Fingerprint) -> bool:
    """Tell two places in one journal; what begins at page 1 may not have had its place yet."""
    if a.volume.isdecimal() and b.volume.isdecimal() and a.volume != b.volume:
        return True
    first, second = (_SPAN.fullmatch(one.pages) for one in (a, b))
    if not (first and second):
        return False
    (start, end), (begin, last) = map(int, first.groups()), map(int, second.groups())
    return 1 not in (start, begin) and (end < begin or last < start)


_SPAN = re.compile(r"(\d+)-(\d+)", re.ASCII)


def _same_venue(a: Fingerprint, b: Fingerprint) -> bool:
    if a.venue == b.venue or (a.pages and a.pages == b.pages):
        return True
    if a.type != b.type or (a.year and b.year and a.year != b.year):
        return False
    return _likeness(_telling(a.venue), _telling(b.venue)) >= 0.6


def _telling(venue: str) -> frozenset[str]:
    return frozenset(word for word in venue.split() if word not in _COMMON and not word.isdigit())


def same_work(a: Fingerprint, b: Fingerprint) -> bool:
    """Tell whether two entries with the same title are one work."""
    if are_two(a, b) or (a.arxiv and b.arxiv and a.arxiv != b.arxiv) or a.signs != b.signs:
        return False
    if not _same_people(a, b) or not _near_in_time(a, b):
        return False
    is_short = len(a.title.encode()) <= _SHORT_TITLE and len(a.families) < 2
    is_telling = not is_short and not _GENERIC.fullmatch(a.title)
    return is_telling or (bool(a.year) and a.year == b.year and a.venue == b.venue)


def _same_people(a: Fingerprint, b: Fingerprint) -> bool:
    if a.is_whole and b.is_whole:
        return bool(a.families) and (a.families == b.families or _differ_by_a_group(a, b))
    shorter, longer = sorted((a, b), key=lambda one: one.is_whole)
    return bool(shorter.families) and shorter.families <= longer.families


def _differ_by_a_group(a: Fingerprint, b: Fingerprint) -> bool:
    """Tell whether one names the same people and their consortium: a preprint seldom does."""
    more = a.families ^ b.families
    return len(more) == 1 and bool(a.families & b.families) and more <= a.groups | b.groups


def _near_in_time(a: Fingerprint, b: Fingerprint) -> bool:
    years = _YEARS_AFTER_PREPRINT if a.is_preprint or b.is_preprint else _YEARS
    return not (a.year and b.year) or abs(a.year - b.year) <= years
