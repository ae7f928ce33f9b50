"""BibTeX written from plain fields, and the key of an entry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Set

from ..bibliography import bibtex

# Fields that hold addresses and ids: no LaTeX is in them.
_AS_THEY_ARE = frozenset("url pdf slides doi arxiv pages".split())


# Who stands in a list of authors for all others, whom BibTeX calls so.
AND_OTHERS = re.compile(r"(?:and )?(?:et\.? al\.?|others)", re.IGNORECASE)


def key(authors: tuple[str, ...], year: str, title: str, taken: Set[str]) -> str:
    """Return a citation key that is free: `lee2009paper`."""
    first = authors[0] if authors else ""
    family = first.partition(",")[0] if "," in first else (first.split() or [""])[-1]
    words = [_ascii(one) for one in title.split()]
    word = next((one for one in words if len(one) > 3), next(filter(None, words), "paper"))
    base = f"{_ascii(family)}{year}{word}"
    names = (base, *(f"{base}-{number}" for number in range(2, 10_000)))
    return next(one for one in names if one not in taken)


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", plain.lower())


def entry(kind: str, key: str, fields: Mapping[str, str], raw: Mapping[str, str]) -> str:
    """Write an entry; the fields of `raw` are LaTeX already."""
    lines = [f"  {name} = {_written(name, value)}," for name, value in fields.items() if value]
    lines += [f"  {name} = {{{value}}}," for name, value in raw.items()]
    return "\n".join([f"@{kind}{{{key},", *lines, "}\n"])


def _written(name: str, value: str) -> str:
    if name == "month":
        return value  # a macro of every style
    if name == "author":  # braces hold a name together
        parts = re.split(r"\{([^{}]*)\}", value)
        parts[::2] = map(bibtex.from_plain, parts[::2])
        parts[1::2] = (f"{{{bibtex.from_plain(one)}}}" for one in parts[1::2])
        return f"{{{''.join(parts)}}}"
    is_plain = name not in _AS_THEY_ARE
    return f"{{{bibtex.from_plain(value) if is_plain else re.sub('[{}]', '', value)}}}"
