"""Zotero: a group's library or collection, or the publications that somebody shows there.

Source: zotero.org/support/dev/web_api/v3/basics, "Resources", "Formats", "Sorting and Pagination".
"""

from __future__ import annotations

import re
from typing import Any

from ..online import answers
from ..online.service import Request
from .base import Catalogue, Found, Steps, csl
from .items import kept

_LIMIT = 100  # the most that one answer may hold
_LAST = 100_000
_ITEMS = "-attachment || note"  # none of both
_IDENTIFIER = re.compile(r"^(?:arXiv|PMID|PMCID|DOI)\s*:.*", re.MULTILINE)
_GROUP = re.compile(
    r"(?:^zotero\s*:\s*|zotero\.org/)groups/(\d+)(?:/[\w%-]+)?(?:/collections/(\w+))?(?:/.*)?$",
    re.IGNORECASE,
)
_USER = re.compile(r"^(?:zotero\s*:\s*|https?://api\.zotero\.org/)users/(\d+)(?:/.*)?$", re.I)


def find(written: str) -> str:
    """Return `groups/1`, `groups/1/collections/AB`, or `users/1/publications`."""
    text = written.strip()
    if found := _GROUP.search(text):
        return f"groups/{found[1]}" + (f"/collections/{found[2]}" if found[2] else "")
    found = _USER.search(text)
    return f"users/{found[1]}/publications" if found else ""


def read(wanted: tuple[str, ...]) -> Steps:
    """Ask for the items of each library in pages; notes and attachments are none."""
    found: list[dict[str, Any]] = []
    failures: dict[str, str] = {}
    for one in wanted:
        what = f"/{one}/items" if one.endswith("publications") else f"/{one}/items/top"
        for start in range(0, _LAST, _LIMIT):
            params = {"format": "csljson", "itemType": _ITEMS}
            params |= {"limit": str(_LIMIT), "start": str(start)}
            answer = yield Request(what, params)
            listed = answers.at(answer.data, "items")
            if answer.failure or not isinstance(listed, list):
                failures[one] = answer.failure or "the answer holds no items"
                break
            found += [_item(item) for item in answers.items(listed)]
            if not listed:  # a page may be short: what has no form in CSL is left out of it
                break
    return Found(sheets=csl(item for item in found if item.get("title")), failures=failures)


def _item(answer: Any) -> dict[str, Any]:
    """Return an item with its identifiers, and the key that Better BibTeX gave it."""
    item = kept(answer)
    note = str(answer.get("note") or "")
    pinned = re.search(r"(?:citation key|bibtex)\s*:\s*(\S+)", note, re.IGNORECASE)
    item["citation-key"] = answers.text(answer.get("citation-key")) or (pinned[1] if pinned else "")
    item["note"] = "\n".join(map(answers.text, _IDENTIFIER.findall(note)))
    return {name: value for name, value in item.items() if value}


CATALOGUE = Catalogue(
    label="Zotero",
    base="https://api.zotero.org",
    find=find,
    read=read,
    key_variable="ZOTERO_API_KEY",
    key_header="Zotero-API-Key",
    pause=0.5,
)
