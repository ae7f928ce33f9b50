"""What tells that two entries are the same work: identifiers, title, authors, venue."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from .. import urls
from . import date_fields, latex, names, verbatim
from .contributions import IS_GROUP
from .entry import Entry
from .folding import folded
from .formula_letters import spelled_out

_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>?#]+", re.IGNORECASE)
_DOI_ADDRESS = re.compile(r"(?:doi\.org/|^doi:\s*)(10\.\d{4,9}/[^\s\"?#]+)", re.IGNORECASE)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)
_ARXIV_ID = r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?"
_SUBJECT = re.compile(r"\..*(?=/)")  # math.GT/0309136 is math/0309136
_ARXIV = re.compile(rf"(?:arxiv:\s*)?{_ARXIV_ID}(?:\s*\[[\w.-]+\])?", re.IGNORECASE)
_NAMED_ARXIV = re.compile(
    rf"(?:arxiv\.org/(?:abs|pdf|html)/|arxiv\s*:\s*|^abs/|arxiv\s+preprint\s+){_ARXIV_ID}",
    re.IGNORECASE,
)
_HINT = re.compile("arxiv|abs/", re.IGNORECASE)
_OWN_ARXIV = ("arxiv", "arxivid", "eprint")
# Where arXiv ids are written when no field is made for them; `abs/…` is DBLP's volume.
_MAY_NAME_ARXIV = (
    "journal",
    "journaltitle",
    "booktitle",
    "volume",
    "howpublished",
    "url",
    "pdf",
    "html",
)
_ARCHIVES = re.compile(
    r"\b(?:arxiv\w*|corr|(?:bio|med|chem|psy|soc|eng|edu|law|tech|eco|sport)a?r?xiv|ssrn|preprints?|"
    r"research square|eprint archive|e print|hal|zenodo|researchgate|openreview|"
    r"under review|submitted|in preparation)\b",
    re.IGNORECASE,
)
# Prefixes of DOIs that preprint servers give: arXiv, bioRxiv and medRxiv, SSRN, OSF, ChemRxiv …
_PREPRINT_DOI = re.compile(
    r"10\.(?:48550|1101/\d|64898|2139|31219|31234|31235|26434|21203|36227|20944|22541|35542)"
)
_VENUES = ("journal", "journaltitle", "booktitle", "eventtitle", "howpublished", "school",
           "institution", "organization", "publisher", "venue")  # fmt: skip
_NOT_A_LETTER = re.compile(r"[\W_]+")
_UMLAUT = re.compile(r"([aou])e")
_KINDS = {
    name: kind
    for kind, kinds in {
        "thesis": "phdthesis mastersthesis thesis bachelorsthesis dissertation",
        "book": "book collection mvbook mvcollection reference booklet",
        "volume": "proceedings mvproceedings periodical",
        "paper": "article inproceedings conference workshop incollection inbook misc online "
        "generic unpublished preprint electronic www techreport report workingpaper",
    }.items()
    for name in kinds.split()
}


class Fingerprint:
    """What one entry says of the work it is; "" where it says nothing.

    Identifiers and title are looked at at once, the rest when another entry has one of them.
    """

    def __init__(self, entry: Entry) -> None:
        self._field = field = entry.filled
        self.kind = _KINDS.get(entry.type, entry.type)  # types that may be versions of one another
        self.type = entry.type
        self.doi = _doi(field)
        self.arxiv = _arxiv(field) or _arxiv_of(self.doi)
        self.title = _letters(field.get("title", ""))  # and digits, folded

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words of the title, without the small ones."""
        title = _words(self._field.get("title", ""))
        return frozenset(word for word in title.split() if len(word) > 3)

    @cached_property
    def _people(self) -> tuple[frozenset[str], bool]:
        written = self._field.get("author") or self._field.get("editor", "")
        people, and_others = names.split(written)
        return frozenset(_folded(name.family) for name in people), and_others

    @property
    def groups(self) -> frozenset[str]:
        """Return which of the families are no person's: a consortium, a collaboration."""
        written = self._field.get("author") or self._field.get("editor", "")
        bodies = [one.literal for one in names.split(written)[0] if one.literal and not one.given]
        return frozenset(_folded(one) for one in bodies if IS_GROUP.search(one))

    @property
    def families(self) -> frozenset[str]:
        """Return the authors' family names, folded."""
        return self._people[0]

    @property
    def is_whole(self) -> bool:
        """Tell whether all authors are named."""
        return not self._people[1]

    @cached_property
    def year(self) -> int:
        """Return the year, 0 if none is given."""
        return _year(self._field)

    @cached_property
    def venue(self) -> str:
        """Return the words of the venue, folded."""
        return _words(next((self._field[name] for name in _VENUES if name in self._field), ""))

    @property
    def pages(self) -> str:
        """Return the pages with one kind of dash."""
        return _NOT_A_LETTER.sub("-", self._field.get("pages", ""))

    @cached_property
    def is_preprint(self) -> bool:
        """Tell whether it stands in an archive of preprints."""
        return _is_preprint(self.type, self._field, self.venue, self.doi, self.arxiv)

    @property
    def volume(self) -> str:
        """Return the volume as it is written."""
        return self._field.get("volume", "")

    @cached_property
    def signs(self) -> str:
        """Return the signs of the title that tell C++ from C#, and e⁺e⁻ from e⁻e⁻."""
        title = latex.to_plain(self._field.get("title", ""))
        return "".join(sign for sign in title if sign in "+#")

    @property
    def is_published(self) -> bool:
        """Tell whether it appeared somewhere else than in an archive."""
        return bool(self.venue) and not self.is_preprint


def of(entry: Entry) -> Fingerprint:
    """Look at everything that may tell."""
    return Fingerprint(entry)


def _year(field: dict[str, str]) -> int:
    written = field.get("date", "")[:4] or field.get("year", "")
    is_plain = len(written) == 4 and written.isdecimal()
    return int(written) if is_plain else date_fields.from_fields(field).start[0]


def _doi(field: dict[str, str]) -> str:
    if "doi" in field and (found := _DOI.search(urls.dois(verbatim.to_text(field["doi"]))[0])):
        return found[0].rstrip(".,;").lower()
    found = _DOI_ADDRESS.search(verbatim.to_text(field["url"])) if "url" in field else None
    return found[1].rstrip(".,;").lower() if found else ""


def _arxiv(field: dict[str, str]) -> str:
    archive = field.get("archiveprefix") or field.get("eprinttype") or "arxiv"
    own = _OWN_ARXIV if archive.strip().lower() == "arxiv" else _OWN_ARXIV[:2]
    for name in own:
        if name in field:
            written = verbatim.to_text(field[name])
            if found := _ARXIV.fullmatch(written) or _NAMED_ARXIV.search(written):
                return _SUBJECT.sub("", found[1].lower())
    others = [field[name] for name in _MAY_NAME_ARXIV if name in field]
    said = "\n".join(others).lower()  # a word is found many times faster than by a pattern
    if "arxiv" in said or "abs/" in said or not said.isascii():
        for value in others:
            if _HINT.search(value) and (found := _NAMED_ARXIV.search(verbatim.to_text(value))):
                return _SUBJECT.sub("", found[1].lower())
    return ""


def _arxiv_of(doi: str) -> str:
    found = _ARXIV_DOI.fullmatch(doi) if doi.startswith("10.48550/") else None
    return re.sub(r"v\d+$", "", found[1].lower()) if found else ""


def _letters(title: str) -> str:
    """Return the letters and digits of a title, as its words have them."""
    text = (title if latex.is_plain(title) else latex.to_plain(title)).casefold()
    if "\\" in text:
        text = spelled_out(text)
    if not text.isascii():
        return _words(title).replace(" ", "")
    return text.encode().translate(None, _NO_LETTERS).decode()


_NO_LETTERS = bytes(char for char in range(128) if not chr(char).isalnum())


@lru_cache(512)
def _words(value: str) -> str:
    """Return the words of a value without accents, punctuation and case."""
    text = latex.to_plain(value).casefold()
    if not text.isascii() or "\\" in text:
        text = spelled_out(text)
    if not text.isascii():
        return " ".join(filter(None, map(_folded, _NOT_A_LETTER.split(text))))
    return _NOT_A_LETTER.sub(" ", text).strip()


@lru_cache(1024)
def _folded(word: str) -> str:
    """Fold accents and umlauts; `ue` and `u` become one spelling."""
    if word.isalpha():
        return _UMLAUT.sub(r"\1", min(folded(word))) or word
    parts = _DIGITS.split(word)
    return "".join(part if part.isdigit() else min(folded(part)) or part for part in parts)


_DIGITS = re.compile(r"(\d+)")


def _is_preprint(kind: str, field: dict[str, str], venue: str, doi: str, arxiv: str) -> bool:
    if kind in ("unpublished", "preprint") or _PREPRINT_DOI.match(doi):
        return True
    is_archived = bool(arxiv or "eprint" in field) and (not doi or bool(_ARXIV_DOI.match(doi)))
    return bool(_ARCHIVES.search(venue)) or (not venue and is_archived)
