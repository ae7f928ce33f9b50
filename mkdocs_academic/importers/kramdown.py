"""What kramdown and distill write otherwise than our pages do: formulas, boxes, footnotes."""

from __future__ import annotations

import re

from . import calls
from .formulas import as_ours
from .references import References

_BEHIND = re.compile(r"((?:^>.*\n)+)\{:[ \t]*\.block-(\w+)[ \t]*\}[ \t]*$", re.MULTILINE)
_BEFORE = re.compile(r"^\{:[ \t]*\.block-(\w+)[ \t]*\}[ \t]*\n((?:>.*(?:\n|\Z))+)", re.MULTILINE)
_KINDS = ("tip", "warning", "danger")
_NOTE = re.compile(r"<d-footnote>(.*?)</d-footnote>", re.DOTALL)
_CITE = re.compile(r"<d-cite\s+(?:key|bibtex-key)=[\"']([^\"']*)[\"']\s*(?:/>|>\s*</d-cite>)")


def as_ours_whole(markdown: str, references: References) -> str:
    """Return a page as our reader of Markdown takes it."""
    text = _BEHIND.sub(lambda found: _box(found[2], found[1]), markdown)
    text = _BEFORE.sub(lambda found: _box(found[1], found[2]), text)
    return as_ours(_distilled(text, references))


def _box(kind: str, quote: str) -> str:
    """Make an admonition of a quotation that a class makes one."""
    text = re.sub(r"^> ?", "", quote, flags=re.MULTILINE).strip("\n")
    title = re.match(r"#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*(?:\n|$)", text)
    text = text[title.end() :] if title else text
    return calls.box(kind if kind in _KINDS else "note", title[1] if title else "", text)


def _distilled(text: str, references: References) -> str:
    """Write distill's own elements as footnotes and citations."""
    notes: list[str] = []

    def noted(found: re.Match[str]) -> str:
        notes.append(" ".join(found[1].split()))
        return f"[^note-{len(notes)}]"

    text = _CITE.sub(lambda one: references.cited(re.split(r"[,;]\s*", one[1])), text)
    text = _NOTE.sub(noted, text)
    text += "".join(f"\n\n[^note-{number}]: {one}" for number, one in enumerate(notes, 1))
    return text + references.footnotes()
