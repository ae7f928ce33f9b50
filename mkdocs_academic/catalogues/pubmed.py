"""PubMed and PubMed Central: papers by their numbers there, as CSL-JSON.

Source: pmc.ncbi.nlm.nih.gov/tools/cite/, "Literature Citation Exporter".
"""

from __future__ import annotations

import re

from ..online.service import Request
from .base import Catalogue, Found, Steps, csl
from .items import kept

_PMC = re.compile(r"(?:^|/)PMC(?:ID:?\s*(?:PMC)?)?(\d+)/?$", re.IGNORECASE)
_PUBMED = re.compile(r"(?:^pmid\s*:?\s*|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/)(\d+)/?$", re.IGNORECASE)


def find(written: str) -> str:
    """Return `pubmed/123` or `pmc/123`."""
    text = written.strip()
    if found := _PMC.search(text):
        return f"pmc/{found[1]}"
    found = _PUBMED.search(text)
    return f"pubmed/{found[1]}" if found else ""


def read(wanted: tuple[str, ...]) -> Steps:
    """Ask for each paper."""
    items: list[dict[str, object]] = []
    failures: dict[str, str] = {}
    for one in wanted:
        where, _, number = one.partition("/")
        answer = yield Request(f"/{where}/", {"format": "csl", "id": number})
        item = kept(answer.data) if isinstance(answer.data, dict) else {}
        if item.get("title"):
            items.append(item)
        else:
            failures[one] = answer.failure or "the answer holds no paper"
    return Found(sheets=csl(items), failures=failures)


CATALOGUE = Catalogue(
    label="PubMed",
    base="https://api.ncbi.nlm.nih.gov/lit/ctxp/v1",
    find=find,
    read=read,
    pause=0.4,  # 3 requests a second without a key
)
