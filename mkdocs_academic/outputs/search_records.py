"""Search records: one for each paper, so that a result leads to the paper itself."""

from __future__ import annotations

from html import escape

from ..bibliography.publication import Publication


def record(paper: Publication, location: str) -> dict[str, str]:
    """Return an entry of the search index (MkDocs: `location`, `title`, `text`, both HTML).

    `location` is relative to the site: "publications/#einstein1905".
    """
    people = ", ".join(escape(author.name.full) for author in paper.authors)
    venue = " ".join(filter(None, (paper.abbr, paper.venue)))
    words = (people, venue, str(paper.year or ""), ", ".join(map(escape, paper.keywords)))
    said = (". ".join(filter(None, words)), escape(paper.text), paper.abstract)
    return {
        "location": location,
        "title": paper.title or paper.key,
        "text": "".join(f"<p>{part}</p>" for part in said if part),
    }
