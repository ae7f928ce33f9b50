"""The files of papers that lie among the site's own: which PDF is copied beside which page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from ..bibliography.publication import Publication
from ..site import Site


def pdf_of(paper: Publication, docs_dir: Path) -> Path | None:
    """Return the PDF of a paper that lies below docs, None where there is none."""
    found = (link.url for link in paper.links if link.key == "pdf")
    local = (one for one in found if ":" not in one and not one.startswith(("/", "#")))
    file = next((docs_dir / unquote(one) for one in local if one.lower().endswith(".pdf")), None)
    return file if file and file.is_file() else None


def copies(site: Site) -> Iterator[tuple[str, Path]]:
    """Yield where each PDF is wanted below the site: Google Scholar takes none from elsewhere."""
    for paper in site.publications if site.pages.slugs else ():
        wanted = site.pages.pdf(paper.key, site.directory_urls)
        if wanted and (file := pdf_of(paper, site.docs_dir)):
            yield wanted, file
