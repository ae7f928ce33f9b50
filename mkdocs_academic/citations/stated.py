"""The settings of `metrics`: what a user states of figures that are computed otherwise."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    model_validator,
)

from .badge import printable
from .settings import NO, YES

CHARTS = ("citations", "papers")


class Metric(BaseModel):
    """What a user says of one metric."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    value: str = Field("", description="As it is shown: 6, 51%, 260000+")
    of: Annotated[float, Field(gt=0)] | None = Field(None, description="What a full bar stands for")
    source: str = Field("", description="Who says so")
    date: str = Field("", description="Of which day it is")
    url: Annotated[str, AfterValidator(printable)] = Field(
        "", description="Where it can be looked up"
    )

    @property
    def share(self) -> float | None:
        """Return how full a bar is, in percent; None where there is none."""
        number = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(%?)", self.value)
        if not number or not (self.of or number[2]):
            return None
        return min(float(number[1]) / (self.of or 100) * 100, 100.0)

    @model_validator(mode="after")
    def _has_a_share(self) -> Self:
        if self.of and self.share is None:
            raise ValueError("`of` needs a number beside it: {value: 55, of: 100}")
        return self


def _metric(value: Any) -> Any:
    """Read `no`, `yes` and a bare value."""
    if not isinstance(value, str):
        return value
    word = value.strip().casefold()
    return None if word in NO else {} if word in YES else {"value": value.strip()}


def _own(metric: Metric | None) -> Metric | None:
    """Refuse a metric that nobody can compute and nobody states."""
    if metric and not metric.value:
        raise ValueError("a metric of your own needs a value: `Novelty: 51%`")
    return metric


def _per_year(value: Any) -> str | dict[int, int]:
    """Read what the chart counts, or the numbers of citations themselves."""
    word = value.strip().casefold() if isinstance(value, str) else None
    if word in NO or word in YES:
        return "no" if word in NO else ""
    if word in CHARTS:
        return word
    try:
        return {int(year): int(number) for year, number in value.items()}
    except (AttributeError, TypeError, ValueError):
        raise ValueError(
            "should be citations, papers, no, or citations by year: {2025: 80, 2026: 314}"
        ) from None


Known = Annotated[Metric | None, BeforeValidator(_metric)]
Own = Annotated[Metric | None, AfterValidator(_own), BeforeValidator(_metric)]
PerYear = Annotated[str | dict[int, int], PlainValidator(_per_year)]


_COMPUTED = Metric.model_construct()  # a validated one would load the whole of validation


class Settings(BaseModel):
    """Settings of `metrics`; any other name is a metric of the user's own."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)
    __pydantic_extra__: dict[str, Own]

    category: Known = Field(_COMPUTED, description="Main category: cs.LG, or words of your own")
    h_index: Known = Field(_COMPUTED, description="h-index")
    papers: Known = Field(_COMPUTED, description="Number of papers")
    citations: Known = Field(_COMPUTED, description="Number of citations")
    i10_index: Known = Field(_COMPUTED, description="Papers with at least ten citations")
    per_year: PerYear = Field("", description="citations, papers, no, or {year: citations}")

    @model_validator(mode="before")
    @classmethod
    def _as_meant(cls, given: Any) -> Any:
        """Read `h-index` and `i10` as the names they are; a misspelt one is no new metric."""
        if not isinstance(given, dict):
            return given
        meant = {folded(name): one for name, one in given.items()}
        for name in meant.keys() - cls.model_fields.keys():
            if near := difflib.get_close_matches(name.casefold(), _WORDS, n=1, cutoff=0.8):
                raise ValueError(f"there is no metric {name!r} (did you mean {near[0]!r}?)")
        return meant

    @property
    def own(self) -> Mapping[str, Metric]:
        """Return the user's own metrics by name."""
        found: Mapping[str, Metric | None] = self.__pydantic_extra__ or {}
        return {name: one for name, one in found.items() if one}


_WORDS = ("category", "papers", "citations", "per_year")  # g-index and h5-index are no mistakes


def folded(name: str) -> str:
    """Return the name of a known metric in its own spelling, any other as it is."""
    plain = re.sub(r"[\W_]", "", name).casefold()
    spellings = {known.replace("_", ""): known for known in Settings.model_fields}
    return {**spellings, "i10": "i10_index"}.get(plain, name)
