"""The fields of a paper while its words are put into them; what fits nowhere is a remark."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from . import venue_text
from .cards import Card

Fields = dict[str, Any]
Address = Callable[[str], str]  # a source's address to that of the result, "" for one to drop


class PaperFields:
    """What is known of one paper so far."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self.known: Fields = {}
        self._links: dict[str, str | None] = {}
        self._notes: list[str] = []
        self._tags: list[str] = []

    @property
    def may_hold_names(self) -> bool:
        """Tell whether a list of names may have ended up as something else."""
        texts = (self.known.get("venue", ""), *self._notes)
        return any(len(str(one).split(",")) > 2 for one in texts)

    def label(self, text: str) -> None:
        """Take a label before the title: a venue, a status, a rank."""
        text = " ".join(text.split()).strip(" .,;:")
        if venue_text.STATUS.fullmatch(text):
            self.status(text)
        elif venue_text.LABEL.search(text) and not venue_text.year_of(text):
            self._tags.append(text)
        elif len(text) <= 34 and "abbr" not in self.known:
            self.known["abbr"] = venue_text.without_year(text)
            if year := venue_text.year_of(text):
                self.known.setdefault("year", year)
        elif text:
            self._tags.append(text.replace(";", ","))

    def status(self, text: str) -> None:
        """Take `under review`; a preprint is a venue rather."""
        found = venue_text.STATUS.fullmatch(text)
        word = found[1] if found else text
        if word.lower() in ("preprint", "arxiv", "arxiv preprint", "working paper"):
            self.known.setdefault("abbr", word)
        else:
            self.known.setdefault("status", word)

    def ranks(self, text: str, bold: set[str]) -> bool:
        """Take labels with commas between them; the one that is bold is the venue."""
        if not venue_text.LABEL.search(text):
            return False
        for piece in filter(None, map(str.strip, re.split(r"[,;，；]", text))):
            is_rank = piece not in bold or venue_text.LABEL.search(piece)
            if is_rank or "abbr" in self.known:
                self._tags.append(piece)
            else:
                self.known["abbr"] = piece
        return True

    def link(self, label: str, url: str) -> None:
        """Take a link; one without words is named by where it leads."""
        label = " ".join(re.sub(r"[\[\]|]", " ", label).split()).strip(" ()（）")
        address = self._address(url) if url and url != "#" else ""
        if not label or not re.search(r"[^\W_]", label):
            host = re.search(r"github|huggingface|arxiv|youtube|zhihu", address)
            names = {"github": "GitHub", "huggingface": "Hugging Face", "arxiv": "arXiv"}
            label = names.get(host[0], host[0].title()) if host else "Link"
        if address and (address in self._links.values() and label in ("GitHub", "Link")):
            return
        name, number = label, 2
        while name in self._links and self._links[name] != (address or None):
            name, number = f"{label} {number}", number + 1
        self._links[name] = address or None

    def piece(self, piece: str) -> None:
        """Take some words behind title and authors."""
        piece = re.sub(r"^\W*\b(?:and|&)\s+(?=\W*$)|[\[(（]\s*[\])）]", " ", piece)
        piece = " ".join(piece.split()).strip(' ,.;:|·•–—-，。；：、“”"')
        if piece.lower() == "cited by":  # a script writes the number behind it
            return
        if not re.search(r"[^\W_]", piece):
            if symbols := re.sub(r"[\s\W]", "", piece):
                self._notes.append(symbols)
            return
        is_placed = any(name in self.known for name in ("venue", "journal", "booktitle"))
        if venue_text.STATUS.fullmatch(piece):
            self.status(piece)
        elif venue_text.ROLES.search(piece):
            self._notes.append(piece)
        elif not is_placed and _is_venue(piece):
            for name, value in venue_text.read(piece).items():
                if self.known.get(name, value) != value:
                    self._notes.append(self.known[name])
                self.known[name] = value
        elif re.fullmatch(r"(?:19|20)\d\d", piece):
            if self.known.setdefault("year", piece) != piece:
                self._notes.append(piece)
        elif len(piece) < 50 and venue_text.LABEL.search(piece):
            self._tags.append(piece)
        else:
            self._notes.append(piece)

    def remark(self, text: str, is_abstract: bool) -> None:
        """Take a sentence about the paper; a long one is its abstract."""
        text = text.strip(" .,;，。")
        if (is_abstract or len(text) > 300) and "abstract" not in self.known:
            self.known["abstract"] = text
        elif text:
            self._notes.append(text)

    def badges(self, card: Card) -> None:
        """Take the labels on the picture."""
        for badge in card.badges:
            if venue_text.STATUS.fullmatch(badge):
                self.status(badge)
                continue
            short = venue_text.without_year(badge)
            if len(badge) > 34:
                self._tags.append(badge.replace(";", ","))
            elif "abbr" in self.known and _same(self.known["abbr"]) not in (_same(short), ""):
                self._tags.append(badge)
            else:
                self.known["abbr"] = short
            year = venue_text.year_of(badge)
            if year and self.known.setdefault("year", year) != year:
                self._tags.append(badge)

    def arranged(self, card: Card) -> Fields:
        """Return the fields in the order in which a person would write them."""
        found = self.known
        if _same(found.get("venue", "")) and _same(found.get("venue", "")) == _same(
            found.get("abbr", "")
        ):
            del found["venue"]
        if "date" in found and found.get("year", "")[:4] == found["date"][:4]:
            del found["year"]
        if self._tags:
            found["tags"] = list(dict.fromkeys(self._tags))
        if self._notes:
            found["note"] = " · ".join(dict.fromkeys(self._notes))
        images = [one for src, _ in card.images if (one := self._address(src))]
        if images:
            found["teaser"] = images[0]
            for number, src in enumerate(images[1:], 2):
                self._links.setdefault(f"Image {number}", src)
        if card.scholar:
            found["google_scholar_id"] = card.scholar.rpartition(":")[2]
        if self._links:
            found["links"] = dict(self._links)
        return {name: found[name] for name in _ORDER if name in found}


def _is_venue(piece: str) -> bool:
    """Tell where a paper appeared from a sentence about it."""
    if venue_text.read(piece).keys() & {"journal", "booktitle"}:
        return True
    if len(piece) > 170 or piece.endswith((":", "!")) or len(piece) < 2:
        return False
    if piece[0].islower() and not venue_text.VENUE.match(piece):
        return False
    if len(re.findall(r"[,，;；、]", piece)) > 3 and not venue_text.year_of(piece):
        return False
    is_short = len(piece.split()) <= 6
    return bool(is_short or venue_text.year_of(piece) or venue_text.VENUE.search(piece))


_ORDER = (
    "title authors journal booktitle venue volume number pages publisher abbr status year date "
    "tags url links teaser google_scholar_id abstract note"
).split()
_MEANT = frozenset("and in et al others pp p pages page vol volume no number authors author by "
                   "abstract tl dr tldr summary 摘要 等 和 issue iss cited".split())  # fmt: skip


def lost(text: str, fields: Fields) -> str:
    """Return the first word that is in no field."""
    links = " ".join(fields.get("links", {}))
    kept = set(_words(f"{links} {_values(fields)}"))
    joined = "".join(_words(f"{links} {_values(fields)}"))
    missing = (word for word in _words(text) if word not in kept and word not in _MEANT)
    return next((word for word in missing if word not in joined), "")


def _values(fields: Fields) -> str:
    return " ".join(
        " ".join(one) if isinstance(one, list) else str(one)
        for name, one in fields.items()
        if name not in ("links", "teaser", "url")
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", text.lower())


def _same(text: str) -> str:
    return re.sub(r"\W", "", text).lower()
