"""The report of an import: what came in, what went out where, and what was kept as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

NAME = "IMPORT.md"


class Kept(NamedTuple):
    """An item that was kept as its author wrote it."""

    section: str
    text: str  # how it begins
    reason: str


@dataclass
class Count:
    """The items of one section."""

    title: str
    kind: str  # the type of section it became; "" for Markdown on a page
    found: int = 0
    structured: int = 0  # in fields of their own
    verbatim: int = 0  # as Markdown
    merged: int = 0  # stood in the source twice

    @property
    def out(self) -> int:
        """Return how many items the site shows."""
        return self.structured + self.verbatim + self.merged


@dataclass
class Report:
    """Everything worth telling of one import."""

    kind: str = ""
    source: str = ""
    counts: list[Count] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what was mended, left out, or wants a look
    pages: list[str] = field(default_factory=list)  # files below docs
    assets: int = 0
    steps: list[str] = field(default_factory=list)  # what to do next

    def count(self, title: str, kind: str) -> Count:
        """Open the count of a section."""
        self.counts.append(Count(title, kind))
        return self.counts[-1]

    def keep(self, count: Count, text: str, reason: str) -> None:
        """Tell of an item that is kept as it was."""
        count.verbatim += 1
        self.kept.append(Kept(count.title, _beginning(text), reason))

    def note(self, text: str) -> None:
        """Tell something once."""
        if text not in self.notes:
            self.notes.append(text)

    @property
    def found(self) -> int:
        """Return the number of items of the source."""
        return sum(one.found for one in self.counts)

    @property
    def out(self) -> int:
        """Return the number of items of the result."""
        return sum(one.out for one in self.counts)

    @property
    def summary(self) -> str:
        """Return the report in one line."""
        structured = sum(one.structured for one in self.counts)
        return (
            f"{self.found} items in, {self.out} items out ({structured} in fields, "
            f"{len(self.kept)} kept as they were), {self.assets} files copied"
            f"{_remarks(len(self.notes))}"
        )

    def markdown(self) -> str:
        """Return the whole report."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield from ("# Import", "", f"From `{self.source}` ({self.kind}): {self.summary}.", "")
        yield "| Section | Became | Items in | In fields | As they were | Twice | Items out |"
        yield "|---|---|--:|--:|--:|--:|--:|"
        for one in self.counts:
            numbers = (one.found, one.structured, one.verbatim, one.merged, one.out)
            became = f"`{one.kind}`" if one.kind else "Markdown"
            yield f"| {_cell(one.title)} | {became} | {' | '.join(map(str, numbers))} |"
        if self.kept:
            yield from ("", "## Kept as they were", "")
            yield from (f"- {_cell(one.section)}: “{one.text}”: {one.reason}" for one in self.kept)
        if self.notes:
            yield from ("", "## To know", "", *(f"- {one}" for one in self.notes))
        if self.pages:
            yield from ("", "## Pages", "", *(f"- `docs/{one}`" for one in self.pages))
        if self.steps:
            yield from ("", "## What to do next", "")
            yield from (f"{number}. {one}" for number, one in enumerate(self.steps, 1))


def _remarks(count: int) -> str:
    return f", {count} remark{'s' if count > 1 else ''} below" if count else ""


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:79]}…"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
