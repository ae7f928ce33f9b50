"""The settings of `citations`: numbers a user states, and where to get the others."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from ..urls import safe_url
from . import sources
from .badge import Badge, printable
from .settings import NO, STATS, YES, Asked, listed


def _percent(value: Any) -> Any:
    """Accept `20%`, `20` and 20."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*%?\s*", str(value))
    if not found or float(found[1]) > 100:
        raise ValueError("should be a share such as 20%")
    return float(found[1])


def _live(value: Any) -> Any:
    """Read yes, no, or the address of a file."""
    written = str(value).strip()
    if written.casefold() in YES | NO:
        return written.casefold() in YES
    if not safe_url(written) or written.startswith("mailto:") or "." not in written:
        raise ValueError("should be yes, no or the address of a gs_data.json")
    return written


def _numbered(written: str) -> str:
    """Refuse what holds no number; how it is written is the user's business."""
    if written and not re.search(r"\d", written):
        raise ValueError("holds no number: write 1024, 2,300 or 260000+")
    return written


Count = Annotated[str, AfterValidator(_numbered)]
Percent = Annotated[float, BeforeValidator(_percent)]
Seconds = Annotated[float, Field(ge=0, le=600)]


class Report(BaseModel):
    """Settings of `citations`: numbers as their source writes them, `260000+` included."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    total: str = Field("", description="Citations of all papers; wins over what was counted")
    papers: dict[str, Count] = Field({}, description="Citation key to number; wins as well")
    source: str = Field("", description="Who counted: Google Scholar; or the source to ask")
    date: str = Field("", description="Of which day the numbers are")
    url: Annotated[str, AfterValidator(printable)] = Field(
        "", description="Where the numbers can be looked up"
    )
    file: str = Field("citations.json", description="Where counted numbers are kept")
    sources: Annotated[tuple[Asked, ...], BeforeValidator(listed)] = Field(
        (), description="Whom to ask, the most trusted first: openalex, semanticscholar, …"
    )
    prefer: Literal["first", "highest"] = Field(
        "first", description="Which number counts where sources differ"
    )
    on_missing: Literal["hide", "say"] = Field(
        "hide", description="What a page does where no number is known"
    )
    badge: Badge = Field(
        Badge.model_construct(), description="How badges look, unless a call says otherwise"
    )
    live: Annotated[bool | str, BeforeValidator(_live)] = Field(
        False, description="Whether browsers look for newer numbers: yes, no or an address"
    )
    drop: Percent = Field(20.0, description="A fall that only --force accepts: 20%")
    timeout: Seconds = Field(20.0, description="Seconds without an answer")
    pause: Seconds | None = Field(None, description="Seconds between two requests")

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Return the sources to ask; OpenAlex where the user names none."""
        named = sources.find(self.source) if self.source else None
        simple = () if named in (None, STATS) else (Asked(source=str(named)),)
        return self.sources or simple or (Asked(source="openalex"),)

    @property
    def counted_by(self) -> str:
        """Return who counted the numbers that the user states, as readers know it."""
        named = sources.find(self.source) if self.source else None
        return sources.SOURCES[named].label if named else self.source
