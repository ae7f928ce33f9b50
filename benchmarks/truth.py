"""What a page shows, held against what is true of the papers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from typing import Any, NamedTuple

from mkdocs_academic.formulas import typeset


class Shares(NamedTuple):
    """Which papers are shown right, out of one."""

    names: float  # all authors of the paper, whole names, in their order
    titles: float
    venues: float

    def __str__(self) -> str:
        """Return percentages that are never rounded up to a hundred."""
        return " / ".join(f"{int(share * 1000) / 10:g}" for share in self)


def shown(html: str, known: Sequence[Mapping[str, Any]]) -> Shares:
    """Look for every paper of the truth in a built page, under the id that is its key."""
    texts = _texts(html, [str(one["key"]) for one in known])
    right = [0, 0, 0]
    for one in known:
        text = texts.get(one["key"], "")
        names = r".*?".join(map(re.escape, map(plain, one["authors"])))
        right[0] += bool(text and re.search(names, text, re.DOTALL))
        right[1] += bool(text) and plain(_drawn(one["title"])) in text
        right[2] += bool(text) and plain(one["venue"]) in text
    return Shares(*(count / len(known) for count in right))


def _texts(html: str, keys: Sequence[str]) -> dict[str, str]:
    """Return the text from each paper's id to the next one's; code to copy does not count."""
    html = re.sub(r"<(pre|template|script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    by_id = {escape(key): key for key in keys}
    found = [
        (one.start(), by_id[name])
        for one in re.finditer(r'\bid="([^"]+)"', html)
        if (name := one[1]) in by_id or (name := one[1].replace("&#39;", "&#x27;")) in by_id
    ]
    ends = [at for at, _ in found][1:]
    pieces = zip(found, [*ends, len(html)], strict=False)
    return {key: plain(f"<a {html[start:end]}>") for (start, key), end in pieces}


def _drawn(title: str) -> str:
    """Return a title with its math as pages have it, MathML of the same TeX."""

    def formula(found: re.Match[str]) -> str:
        return typeset(f'<span class="arithmatex">\\({escape(found[1], quote=False)}\\)</span>')

    return re.sub(r"\$(.+?)\$", formula, title)


def plain(html: str) -> str:
    """Return the text of HTML; TeX between dollars, whatever marks it."""
    text = unescape(re.sub(r"<[a-z/][^>]*>", "", html))
    return re.sub(r"[ \n]+", " ", re.sub(r"\\\((.+?)\\\)", r"$\1$", text)).strip(" ")
