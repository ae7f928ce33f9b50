"""The citation numbers of a site as files: for READMEs, other sites and the live numbers."""

from __future__ import annotations

import json
from typing import Any

from .. import badges
from ..bibliography import latex
from ..citations.numbers import Figure
from ..online import ids
from ..site import Site
from . import badge


def shields(site: Site) -> str | None:
    """Return the total as shields.io reads it."""
    return _shields(site, site.numbers.total, _label(site))


def svg(site: Site) -> str | None:
    """Return the total as a picture."""
    return _svg(site, site.numbers.total, _label(site))


def h_index_shields(site: Site) -> str | None:
    """Return the h-index as shields.io reads it."""
    return _shields(site, site.numbers.h_index, site.words["metrics.h_index"])


def h_index_svg(site: Site) -> str | None:
    """Return the h-index as a picture."""
    return _svg(site, site.numbers.h_index, site.words["metrics.h_index"])


def _label(site: Site) -> str:
    return site.citations.badge.label or site.words["citations"]


def _shields(site: Site, figure: Figure | None, label: str) -> str | None:
    if figure is None:
        return None
    look = site.citations.badge
    color = look.color or site.accents[0]
    return badge.to_shields(label, figure.text, color, badges.slug(look.logo))


def _svg(site: Site, figure: Figure | None, label: str) -> str | None:
    if figure is None:
        return None
    look = site.citations.badge
    number = figure.shown(site.language)
    said = f"{label}: {number}"
    if origin := badges.origin(figure):
        said += f" ({origin})"
    paint = badge.tones(site.accents, look.color)
    return badge.to_svg(label, number, said, paint, badges.drawing(site, look.logo) or "")


def gs_data(site: Site) -> str | None:
    """Return the numbers as crawlers of Google Scholar write them, None where live is off.

    Members are those of the library `scholarly`; a paper without an id there has its citation key.
    """
    known = site.numbers
    if not site.citations.live or (known.total is None and not known.papers):
        return None
    scholar_id = ids.of_author(("googlescholar",), _links(site))
    told = {
        "name": site.profile.name if site.profile else "",
        "scholar_id": scholar_id,
        "citedby": known.total and known.total.number,
        "hindex": known.h_index and known.h_index.number,
        "i10index": known.i10_index and known.i10_index.number,
        "cites_per_year": {str(year): count for year, count in known.by_year.counts.items()},
        "updated": known.total.date if known.total else "",
    }
    data: dict[str, Any] = {
        name: value for name, value in told.items() if value not in (None, "", {})
    }
    data["publications"] = dict(_papers(site, scholar_id))
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _links(site: Site) -> dict[str, str]:
    return {one.key: one.url for one in site.profile.buttons} if site.profile else {}


def _papers(site: Site, scholar_id: str) -> list[tuple[str, dict[str, Any]]]:
    """Return each counted paper under the name that crawlers have for it."""
    found = []
    for paper in site.publications:
        figure = site.numbers.papers.get(paper.key)
        if figure is None or figure.number is None:
            continue
        stated = paper.field("google_scholar_id").strip()
        if stated and ":" not in stated and scholar_id:
            stated = f"{scholar_id}:{stated}"
        name = stated or site.numbers.scholar_ids.get(paper.key, paper.key)
        bib = {"title": latex.to_text(paper.field("title")), "pub_year": str(paper.year or "")}
        said = {"key": paper.key, "bib": bib, "num_citations": figure.number}
        found.append((name, said))
    return found
