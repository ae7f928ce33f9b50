"""Search records: one for each paper, so that a result leads to the paper itself."""

from __future__ import annotations

from html import escape

from ..bibliography.publication import Publication
from . import plain

_LONGEST = 80  # characters of a title made of a whole item


def record(paper: Publication, location: str) -> dict[str, str]:
    """Return an entry of the search index (MkDocs: `location`, `title`, `text`, both HTML).

    `location` is relative to the site: "publications/#einstein1905".
    """
    people = escape(", ".join([author.name.full for author in paper.everyone]))
    venue = (
        f"{paper.abbr} {paper.venue}" if paper.abbr and paper.venue else paper.abbr or paper.venue
    )
    keywords = escape(", ".join(paper.keywords)) if paper.keywords else ""
    words = ". ".join(filter(None, (people, venue, str(paper.year or paper.years), keywords)))
    written = escape(plain.from_markdown(paper.text), quote=False) if paper.text else ""
    said = "".join([f"<p>{part}</p>" for part in (words, written, paper.abstract) if part])
    title = paper.title or _title(paper)
    # Results are drawn by a script, after everything that typesets formulas.
    shown = plain.without_formulas
    return {"location": location, "title": shown(title), "text": shown(said)}


def _title(paper: Publication) -> str:
    """Return the beginning of an item that its author wrote out."""
    written = plain.shortened(plain.from_markdown(paper.text), _LONGEST)
    return escape(written or paper.key, quote=False)
