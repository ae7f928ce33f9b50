"""Metrics: figures about an author, computed from papers and citation counts, or stated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from .. import formats
from ..bibliography import categories
from ..bibliography.categories import Category
from ..citations import history, numbers
from ..citations.history import Bar
from ..citations.stated import CHARTS, Settings, folded
from ..problems import did_you_mean
from .base import Surroundings


class Figure(NamedTuple):
    """One metric as it is shown."""

    label: str
    text: str
    source: str  # how it is known: "OpenAlex, 2026-10-01", "stated"
    credit: str = ""  # who counted and when, where it was somebody else
    url: str = ""
    share: str = ""  # how full its bar is, in percent; "" for none
    of: str = ""  # what a full bar stands for
    is_total: bool = False  # the citations of all papers, which may be live

    @property
    def unit(self) -> str:
        """Return what stands smaller behind a number."""
        return self.text[-1] if re.fullmatch(r".*\d *[%+]", self.text) else ""

    @property
    def amount(self) -> str:
        """Return the text without the unit."""
        return self.text.removesuffix(self.unit)


class Chart(NamedTuple):
    """Counts by year as they are shown."""

    title: str
    bars: tuple[Bar, ...]
    source: str
    credit: str = ""

    @property
    def width(self) -> str:
        """Return the width in rem."""
        return history.width(len(self.bars))


def arrange(
    settings: Settings, around: Surroundings, names: Sequence[str] = (), chart: str = ""
) -> dict[str, Any]:
    """Return the metrics that are known, or those of the `names` that are.

    Raises:
        ValueError: a name is none of a metric, or there is no such chart.

    """
    wanted = [folded(name) for name in names]
    _check(settings, wanted, chart)
    told = {**_counted(settings, around), **_stated(settings, around.words)}
    figures = {name: told[name] for name in (*_FIGURES, *told) if name in told}
    shown = [figures[name] for name in wanted or figures if name in figures]
    drawn = _chart(settings, around, chart) if chart or not wanted or "per_year" in wanted else None
    credited = [one.credit for one in shown] + [drawn.credit if drawn else ""]
    return {
        "category": _category(settings, around) if not wanted or "category" in wanted else None,
        "figures": shown,
        "chart": drawn,
        "credits": tuple(dict.fromkeys(filter(None, credited))),
        "missing": _missing(settings, wanted, figures),
    }


def _missing(settings: Settings, wanted: Sequence[str], known: Mapping[str, Figure]) -> list[str]:
    """Return the figures asked for of which nothing is known; all, where that is so of all."""
    asked = wanted or (() if known else [name for name in _FIGURES if getattr(settings, name)])
    return [name for name in asked if name not in (*known, "category", "per_year")]


_FIGURES = ("h_index", "papers", "citations", "i10_index")


def _check(settings: Settings, wanted: Sequence[str], chart: str) -> None:
    there_are = (*Settings.model_fields, *settings.own)
    for name in wanted:
        if name not in there_are:
            raise ValueError(f"there is no metric {name!r}{did_you_mean(name, there_are)}")
    if chart not in ("", "none", *CHARTS):
        raise ValueError(f"chart should be citations, papers or none, got {chart!r}")


def _counted(settings: Settings, around: Surroundings) -> dict[str, Figure]:
    """Return what papers and counts tell, but for what the user has switched off."""
    found = {
        "h_index": _figure("h_index", around.numbers.h_index, around),
        "papers": _papers(around),
        "citations": _figure("citations", around.numbers.total, around),
        "i10_index": _figure("i10_index", around.numbers.i10_index, around),
    }
    return {name: one for name, one in found.items() if one and getattr(settings, name)}


def _figure(name: str, known: numbers.Figure | None, around: Surroundings) -> Figure | None:
    if known is None:
        return None
    words = around.words
    credit = _credit(known.source, known.date)
    form = words["metrics.from_counts"] if known.is_computed and credit else "{}"
    said = form.format(credit) if credit else words["metrics.stated"]
    figure = Figure(words[f"metrics.{name}"], known.shown(around.language), said, credit, known.url)
    return figure._replace(is_total=name == "citations" and not known.is_stated)


def _papers(around: Surroundings) -> Figure | None:
    number = len(around.publications)
    label = around.words["metrics.papers"]
    shown = formats.number(number, around.language)
    return Figure(label, shown, _computed(around)) if number else None


def _computed(around: Surroundings) -> str:
    number = len(around.publications)
    one = "_one" if number == 1 else ""
    return around.words[f"metrics.computed{one}"].format(formats.number(number, around.language))


def _credit(source: str, date: str) -> str:
    return ", ".join(filter(None, (source, date)))


def _stated(settings: Settings, words: Mapping[str, str]) -> dict[str, Figure]:
    """Return what the user states: of known metrics first, then of the user's own."""
    known = {name: getattr(settings, name) for name in _FIGURES}
    said = {name: one for name, one in known.items() if one and one.value}
    return {
        name: Figure(
            words.get(f"metrics.{name}", name),
            one.value,
            _credit(one.source, one.date) or words["metrics.stated"],
            _credit(one.source, one.date),
            one.url,
            "" if one.share is None else f"{one.share:.4g}",
            f"{one.of or 100:g}",
        )
        for name, one in {**said, **settings.own}.items()
    }


def _category(settings: Settings, around: Surroundings) -> Category | None:
    """Return the category that the user states, else the most frequent one."""
    if settings.category is None:
        return None
    if settings.category.value:
        return categories.find(settings.category.value)
    return next(iter(categories.ranked(around.publications).values()), None)


def _chart(settings: Settings, around: Surroundings, chart: str) -> Chart | None:
    """Return the chart asked for, else that of the settings, else the one that can be drawn."""
    given = settings.per_year
    if isinstance(given, dict) and chart in ("", "citations"):
        return _bars("citations", given, around.words, around.words["metrics.stated"])
    kind = chart or (given if isinstance(given, str) else "")
    series = around.numbers.by_year
    if kind in ("", "citations") and series.counts:
        credit = _credit(series.source, series.date)
        return _bars("citations", series.counts, around.words, credit, credit)
    if kind in ("", "papers"):
        years = Counter(paper.year for paper in around.publications if paper.year)
        return _bars("papers", years, around.words, _computed(around))
    return None


def _bars(
    kind: str, counts: Mapping[int, int], words: Mapping[str, str], source: str, credit: str = ""
) -> Chart | None:
    bars = history.bars(counts)
    return Chart(words[f"metrics.{kind}_per_year"], bars, source, credit) if bars else None
