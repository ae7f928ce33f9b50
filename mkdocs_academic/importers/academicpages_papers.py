"""The papers of an academicpages site: a file each there, one `.bib` here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from ..bibliography import latex
from . import bib_out, citation_text
from .academicpages_bib import VENUES, folded, of_file
from .academicpages_head import Heads
from .citation_text import plain
from .front_matter import text_of
from .jekyll import Jekyll
from .paper_fields import lost
from .people_lists import Owner
from .permalinks import words
from .result import Result
from .source import Source

_TYPES = {
    "books": "book",
    "book": "book",
    "chapters": "incollection",
    "manuscripts": "article",
    "journals": "article",
    "articles": "article",
    "conferences": "inproceedings",
    "proceedings": "inproceedings",
    "workshops": "inproceedings",
    "theses": "phdthesis",
    "reports": "techreport",
    "preprints": "misc",
}
_MEETING = re.compile(r"conference|proceedings|workshop|symposium|congress|meeting", re.IGNORECASE)
_IN = re.compile(
    r"\bIn:?\s[^.]{0,80}(?:Conference|Proceedings|Workshop|Symposium)|\d{4} [^.,]*Conf"
)
_PREPRINT = re.compile(r"arxiv|biorxiv|medrxiv|ssrn|preprint|submitted|review", re.IGNORECASE)
_KNOWN = ("category", "bibtexurl", "citation", "tags", "doi", "arxiv")
_REPEATED = re.compile(
    r"^\s*(?:\[|<a\s)[^\n]*(?:download|paper here|slides here)[^\n]*$|^\s*Recommended citation:.*$",
    re.IGNORECASE | re.MULTILINE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


class AcademicPapers:
    """Carries the papers of one site."""

    def __init__(self, source: Source, result: Result, jekyll: Jekyll, owner: Owner) -> None:
        self._source, self._result, self._jekyll, self._owner = source, result, jekyll, owner
        self._note = source.report.note
        self._heads = Heads(source, jekyll)
        self._entries: list[str] = []
        self._overlay: dict[str, dict[str, Any]] = {}
        self._types: dict[str, str] = {}  # category to type

    def read(self) -> bool:
        """Write the bibliography; tell whether there is one."""
        names = self._jekyll.published("_publications", ".md", ".markdown", ".html")
        if not names:
            return False
        count = self._result.report.count("_publications", "publications")
        for name in sorted(names, reverse=True):
            count.found += 1
            count.structured += 1
            self._paper(name)
        self._result.files["papers.bib"] = "\n".join(self._entries).encode()
        settings: dict[str, Any] = {"bibliography": "papers.bib"}
        if self._overlay:
            self._result.data["publications"] = self._overlay
            settings["overlay"] = "data/publications.yml"
        self._result.academic["publications"] = settings | self._groups()
        return True

    def _groups(self) -> dict[str, Any]:
        """Return the headings of the template's categories, where each is a type of its own."""
        given = self._jekyll.config.get("publication_category")
        given = given if isinstance(given, dict) else {}
        titles = {
            kind: text_of(given[name].get("title"))
            for name, kind in self._types.items()
            if isinstance(given.get(name), dict)
        }
        order = [kind for name in given if (kind := self._types.get(name)) in titles]
        if not titles or len(titles) < len(self._types) or not all(titles.values()):
            return {}
        return {"group_by": "type", "groups": {kind: titles[kind] for kind in order if kind}}

    def _paper(self, name: str) -> None:
        meta, _ = self._source.page_of(name)
        title = plain(text_of(meta.get("title"))) or PurePosixPath(name).stem
        citation = text_of(meta.get("citation"))
        date = text_of(meta.get("date"))[:10] or PurePosixPath(name).name[:10]
        read = citation_text.read(citation, title, text_of(meta.get("venue")), self._owner)
        theirs = of_file(self._source, text_of(meta.get("bibtexurl")), title)
        named, authors = self._authors(meta)
        authors = authors or read.authors
        kind = self._type(meta)
        picture, written = self._heads.picture_and_text(meta)
        text = plain(written)
        ours = {
            "title": title,
            "author": " and ".join(authors),
            VENUES.get(kind, "howpublished"): plain(text_of(meta.get("venue"))),
            **self._date(date),
            **read.fields,
            **{one: text_of(meta[one]) for one in ("doi", "arxiv") if text_of(meta.get(one))},
            **self._links(meta),
            "keywords": ", ".join(words(meta.get("tags"))),
            "abstract" if len(text) > 300 else "note": text,
        }
        fields = {one: value for one, value in ours.items() if value and one not in theirs.replaced}
        is_free = theirs.key and theirs.key not in self._result.keys
        key = theirs.key if is_free else bib_out.key(authors, date[:4], title, self._result.keys)
        self._result.keys.add(key)
        self._entries.append(bib_out.entry(theirs.type or kind, key, fields, theirs.fields))
        beside: dict[str, Any] = {"teaser": picture} if picture else {}
        links = self._more(name, meta, text, bool(theirs.fields))
        links |= self._heads.links(meta, "paperurl", "slidesurl")
        if beside or links:
            self._overlay[key] = beside | ({"links": links} if links else {})
        self._tell(title, citation, fields, theirs.fields)
        if theirs.type not in ("", kind):
            self._note(f"“{title}”: its BibTeX file says `{theirs.type}`, its page `{kind}`")
        for one, value, other in theirs.differing(ours):
            self._note(f"“{title}”: its BibTeX file says “{other}”, its page “{value}” (`{one}`)")
        for one in self._heads.left(meta, *_KNOWN, named):
            self._note(f"“{title}”: `{one}` was left out")

    def _tell(
        self, title: str, citation: str, fields: Mapping[str, str], theirs: Mapping[str, str]
    ) -> None:
        """Say what the citation holds that no field has."""
        if "author" not in fields and "author" not in theirs:
            reason = f"from “{plain(citation)}”" if citation else "there is no `citation`"
            self._note(
                f"“{title}”: its authors could not be told for sure ({reason}): write them into "
                f"`papers.bib`"
            )
        elif citation:
            known = {**fields, **{one: latex.to_text(value) for one, value in theirs.items()}}
            if word := lost(re.sub(r"https?://\S+", "", plain(citation)), known):
                self._note(
                    f"“{title}”: “{word}” of its citation has no place in `papers.bib`: "
                    f"“{plain(citation)}”"
                )

    def _type(self, meta: Mapping[str, Any]) -> str:
        category, venue = text_of(meta.get("category")), text_of(meta.get("venue"))
        if category:
            kind = _TYPES.get(category.lower(), "misc")
            if category.lower() not in _TYPES:
                self._note(f"the category `{category}` of papers became the type `misc`")
            self._types[category] = kind
            return kind
        if _MEETING.search(venue) or _IN.search(plain(text_of(meta.get("citation")))):
            return "inproceedings"
        return "misc" if not venue or _PREPRINT.search(venue) else "article"

    def _date(self, date: str) -> dict[str, str]:
        """Return year and month; January 1 says nothing but the year."""
        found = re.match(r"(\d{4})-(\d\d)-(\d\d)", date)
        if not found:
            return {"year": date[:4]} if re.match(r"\d{4}", date) else {}
        if (found[2] == "01" and found[3] == "01") or not 1 <= int(found[2]) <= 12:
            return {"year": found[1]}
        if found[3] != "01":
            self._note("of the dates of papers year and month came over, days did not")
        return {"year": found[1], "month": _MONTHS[int(found[2]) - 1]}

    def _links(self, meta: Mapping[str, Any]) -> dict[str, str]:
        paper, slides = (self._heads.address(meta.get(one)) for one in ("paperurl", "slidesurl"))
        is_pdf = paper.lower().endswith(".pdf")
        return {"pdf" if is_pdf else "url": paper, "slides": slides}

    def _authors(self, meta: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
        """Return the field that names the authors, and them; nothing where they are not sure."""
        for field in ("authors", "author"):
            given = meta.get(field)
            if isinstance(given, list):
                names = [one.get("name") if isinstance(one, dict) else one for one in given]
                found = tuple(plain(text_of(one)) for one in names)
            else:
                found = citation_text.names(plain(text_of(given)), self._owner)
            if found and all(found):
                return field, found
        return "", ()

    def _more(
        self, name: str, meta: Mapping[str, Any], excerpt: str, has_file: bool
    ) -> dict[str, str]:
        """Return links beside the entry: its page, if that says more, and the BibTeX file."""
        links: dict[str, str] = {}
        target = self._jekyll.target(name)
        text = self._jekyll.page_text(name, "../")
        left = folded(_REPEATED.sub("", text))
        if left and left not in folded(f"{excerpt} {text_of(meta.get('citation'))}"):
            title = plain(text_of(meta.get("title"))) or "Page"
            links["Page"] = self._result.add_page(target, title, text, in_nav=False)
        else:
            self._jekyll.addresses.move(target, "publications.md")
        address = self._heads.address(meta.get("bibtexurl"))
        return links | ({"BibTeX file": address} if address and not has_file else {})
