"""What one source has counted: an author's numbers and one count for each paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """The count of one paper, with everything that tells which paper it is."""

    count: int
    id: str = ""  # the source's own
    doi: str = ""
    arxiv: str = ""
    title: str = ""  # plain text
    year: int | None = None
    key: str = ""  # the citation key it belongs to; "" where no entry is known
    by: str = ""  # what it was matched by: id, doi, arxiv, title
    date: str = ""  # ISO 8601; "" is the day of the tally

    @property
    def is_by_hand(self) -> bool:
        """Tell whether somebody wrote down which entry it is."""
        return bool(self.key) and not self.by

    @property
    def name(self) -> str:
        """Return what stays the same from one answer to the next."""
        return self.id or self.doi or self.arxiv or f"{self.title.casefold()} {self.year or ''}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """What one source has counted on one day."""

    source: str  # its name in the table of sources, or one of the user's own
    date: str  # ISO 8601, of the total
    label: str = ""  # as readers know the source, where the file says it
    asked: str = ""  # the author's id as it was asked for
    id: str = ""  # the author's id as it was answered
    url: str = ""  # where readers can look the numbers up
    total: int | None = None  # None is unknown
    h_index: int | None = None
    i10_index: int | None = None
    by_year: Mapping[int, int] = field(default_factory=dict)
    papers: tuple[Paper, ...] = ()

    def date_of(self, paper: Paper) -> str:
        """Return the day on which a paper was counted."""
        return paper.date or self.date


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What asking a source has brought."""

    tally: Tally | None = None  # None where nothing could be read
    failures: tuple[str, ...] = ()  # not empty: what there is may be a part only
    notes: tuple[str, ...] = ()  # worth telling
