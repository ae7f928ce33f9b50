"""What the `cite.bib` beside a paper says, held against what its front matter says."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence

from ...bibliography import latex, names
from ...bibliography.entry import Entry

# Under which other names of BibTeX and biblatex a field may stand.
SAME = {
    "journal": ("journal", "journaltitle", "booktitle", "eprinttype", "howpublished", "publisher"),
    "booktitle": ("booktitle", "eventtitle", "journal", "howpublished", "publisher"),
    "howpublished": ("howpublished", "journal", "journaltitle", "booktitle", "publisher", "school",
                     "institution", "note"),
    "publisher": ("publisher", "booktitle", "journal"),
    "school": ("school", "institution"),
    "institution": ("institution", "school", "publisher", "journal", "howpublished"),
    "number": ("number", "issue"),
    "arxiv": ("arxiv", "eprint"),
    "keywords": ("keywords", "keyword"),
}  # fmt: skip


def text_of(entry: Entry, name: str) -> str:
    """Return a field as text, in one line."""
    return " ".join(latex.to_text(entry.fields.get(name, "")).split())


def split(words: str) -> list[str]:
    """Return keywords one by one."""
    return [one.strip() for one in re.split(r";" if ";" in words else r",", words) if one.strip()]


def folded(text: str) -> str:
    """Return the letters and digits of a text."""
    return re.sub(r"[\W_]", "", latex.to_text(text)).lower()


def differ(one: str, other: str) -> bool:
    """Tell whether two texts say different things: one may be a part of the other."""
    a, b = folded(one), folded(other)
    return bool(a and b) and a not in b and b not in a


def alike(one: str, other: str) -> float:
    """Return how much two titles are alike: 1 where one is in the other, 0 for nothing."""
    a, b = folded(one)[:300], folded(other)[:300]
    if not a or not b:
        return 0.0
    return 1.0 if a in b or b in a else difflib.SequenceMatcher(None, a, b, False).ratio()


def are_same(entry: Entry, authors: Sequence[str]) -> bool:
    """Tell whether the authors of an entry are these, in this order, however they are written."""
    people, and_others = names.split(entry.fields.get("author", ""))
    pairs = list(zip(people, authors, strict=False))
    if len(people) != len(authors) and not (and_others and len(people) <= len(authors)):
        return False
    return all(_words(one.family or one.literal) & _words(name) for one, name in pairs)


def _words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", latex.to_text(name)).casefold()
    return set(re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def annotated(text: str, annotations: str) -> str:
    """Write into the text of an entry what is said of its authors."""
    whole = text.rstrip()
    if not annotations or "author+an" in text or whole[-1:] not in ("}", ")"):
        return text
    return f"{whole[:-1].rstrip().rstrip(',')},\n  author+an = {{{annotations}}},\n{whole[-1]}\n"
