"""What a site may cite: the papers of its own bibliographies, and those that one page brings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..bibliography import latex, reader
from . import calls


class References:
    """Knows the papers of a site by key; `notes` are the footnotes that a page asked for."""

    def __init__(self, note: Callable[[str], None]) -> None:
        self._note = note
        self.types: dict[str, str] = {}  # key to BibTeX type
        self.files: dict[str, list[str]] = {}  # keys by the name of their file
        self._foreign: dict[str, Mapping[str, str]] = {}
        self._asked: dict[str, str] = {}

    def read(self, file: Path, name: str = "") -> None:
        """Take the papers of a bibliography of the site; `name` is the one that pages use."""
        found = {entry.key: entry.type for entry in reader.read(file, file.name).entries}
        self.types |= found
        self.files[name or file.stem] = list(found)

    def bring(self, file: Path | None) -> None:
        """Take a bibliography that belongs to one page; what it holds become footnotes."""
        self._asked.clear()
        entries = reader.read(file, file.name).entries if file else ()
        self._foreign = {entry.key: entry.fields for entry in entries}

    def cited(self, keys: Sequence[str]) -> str:
        """Return what stands for a citation."""
        known = [key for key in keys if key in self.types]
        shown = [calls.macro("cite", *known)] if known else []
        for key in keys:
            if key in self.types:
                continue
            if key in self._foreign:
                self._asked[key] = _described(self._foreign[key])
                shown.append(f"[^{key}]")
            else:
                shown.append(f"[{key}]")
                self._note(f"`{key}` is cited, and no bibliography has it: it stays as a word")
        return " ".join(shown)

    def footnotes(self) -> str:
        """Return the definitions that the page's citations need."""
        return "".join(f"\n\n[^{key}]: {text}" for key, text in self._asked.items())


def _described(fields: Mapping[str, str]) -> str:
    """Write a paper of others in a line."""
    venue = next((fields[key] for key in _VENUES if fields.get(key)), "")
    parts = [
        latex.to_text(re.sub(r"\s+and\s+", "; ", fields.get("author", ""))),
        f"*{latex.to_text(fields['title'])}*" if fields.get("title") else "",
        latex.to_text(venue),
        fields.get("year", ""),
        next((f"<{fields[key]}>" for key in ("url", "doi") if _is_web(fields.get(key))), ""),
    ]
    return ". ".join(" ".join(one.split()) for one in parts if one)


def _is_web(address: str | None) -> bool:
    return bool(address and address.startswith(("https://", "http://")))


_VENUES = ("journal", "booktitle", "publisher", "school", "institution", "howpublished")
