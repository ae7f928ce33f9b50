"""The front matter of a paper, as HugoBlox has it, read into fields of BibTeX and of the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...bibliography.fields import FIELDS
from . import formulas
from .front import inner, is_on, leaves, line, mappings, text, texts
from .people import authors_in
from .tree import Page

_TYPES = {
    "0": "misc", "1": "inproceedings", "2": "article", "3": "misc", "4": "techreport", "5": "book",
    "6": "incollection", "7": "phdthesis", "8": "patent",
    "paper-conference": "inproceedings", "article-journal": "article", "article": "misc",
    "preprint": "misc", "manuscript": "unpublished", "report": "techreport", "book": "book",
    "chapter": "incollection", "thesis": "phdthesis", "patent": "patent", "dataset": "dataset",
    "software": "software", "article-magazine": "article", "article-newspaper": "article",
    "entry-encyclopedia": "inreference", "entry-dictionary": "inreference", "review": "article",
    "review-book": "article", "webpage": "online", "post-weblog": "online", "post": "online",
    "motion_picture": "video", "standard": "standard", "pamphlet": "booklet",
    "entry": "inreference",
    "journal-article": "article", "conference-paper": "inproceedings",
    "book-chapter": "incollection",
    "conference": "inproceedings", "journal": "article", "poster": "misc", "speech": "misc",
}  # fmt: skip
VENUES = {
    "article": "journal", "inproceedings": "booktitle", "incollection": "booktitle",
    "book": "publisher", "phdthesis": "school", "mastersthesis": "school",
    "techreport": "institution", "inreference": "booktitle",
}  # fmt: skip
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LINKS = {
    "pdf": "pdf", "code": "code", "dataset": "dataset", "data": "dataset", "poster": "poster",
    "slides": "slides", "video": "video", "project": "website", "demo": "demo", "site": "website",
    "website": "website", "html": "html", "supplement": "supp", "appendix": "supp", "blog": "blog",
    "arxiv": "arxiv", "doi": "doi",
}  # fmt: skip
_IDS = {
    "doi": "doi", "arxiv": "arxiv", "pmid": "pmid", "pubmed": "pmid", "pmcid": "pmcid",
    "hal": "hal", "isbn": "isbn", "issn": "issn", "openalex": "openalex", "osf": "osf",
    "openreview": "openreview", "acl": "acl", "dblp": "dblp", "zenodo": "zenodo",
    "semantic_scholar": "semanticscholar", "semanticscholar": "semanticscholar",
    "s2": "semanticscholar",
    "inspire": "inspirehep_id", "bibcode": "bibcode", "ads": "bibcode", "eid": "eid",
    "huggingface": "huggingface",
}  # fmt: skip
_KNOWN = frozenset(
    "title subtitle authors author author_notes date publishdate publication_types publication "
    "publication_short abstract summary tags categories featured links image projects slides draft "
    "doi hugoblox lastmod type slug aliases url_custom header math highlight weight profile "
    "share show_date reading_time commentable pager editable show_related show_breadcrumb private "
    "layout url diagram toc selected image_preview keywords cms_exclude publication_type "
    "abstract_short cover focal_point caption preview_only icon icon_pack all_day comments "
    "publication_name".split()
)
# What a field of a paper may be called where somebody has written it into the head by hand.
_OWN = {"journal", "volume", "issue", "number", "pages", "publisher", "booktitle", "school",
        "institution", "edition", "series", "address", "isbn", "issn", "status", "award", "arxiv",
        "pmid", "hal", "eprint", "note"}  # fmt: skip


@dataclass
class Paper:
    """What a paper's front matter says."""

    type: str
    fields: dict[str, str] = field(default_factory=dict)  # of BibTeX, as plain text
    beside: dict[str, Any] = field(default_factory=dict)  # of the site
    links: dict[str, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    notes: dict[int, str] = field(default_factory=dict)  # by the place of an author, from 1
    left: list[str] = field(default_factory=list)  # what has no place, for the report


def read(page: Page, name_of: Callable[[str], str], address: Callable[[str], str]) -> Paper:
    """Read the front matter; `address` returns where one of its addresses leads now."""
    meta = page.meta
    kind, is_known = _type(meta)
    paper = Paper(kind)
    if not is_known:
        paper.left.append(f"publication_types: {leaves(meta.get('publication_types'))}")
    authors = meta.get("authors") or meta.get("author")
    paper.authors = [" ".join(name_of(one).split()) for one in authors_in(authors)]
    given = meta.get("author_notes")
    notes = given if isinstance(given, list) else []
    paper.notes = {number: line(one) for number, one in enumerate(notes, 1) if line(one)}
    paper.fields = {
        "title": plain(page.title),
        "subtitle": plain(line(meta.get("subtitle"))),
        **_venue(meta, kind, paper),
        **_date(page.date),
        **_ids(meta, paper),
        **{name: plain(line(meta.get(name))) for name in _OWN if line(meta.get(name))},
        **_said(meta),
    }
    paper.fields = {name: value for name, value in paper.fields.items() if value}
    if is_on(meta.get("featured")) or is_on(meta.get("selected")):
        paper.beside["selected"] = "yes"
    _take_links(meta, paper, address)
    paper.left += [
        f"{name}: {shown}"
        for name, value in meta.items()
        if name.lower() not in _KNOWN and name not in _OWN and not name.startswith("url_")
        and name.lower() not in _IDS and (shown := leaves(value))
    ]  # fmt: skip
    return paper


def _type(meta: Mapping[str, Any]) -> tuple[str, bool]:
    given = texts(meta.get("publication_types")) or texts(meta.get("publication_type"))
    word = given[0].strip("\"'").lower() if given else "0"
    kind = _TYPES.get(word, "misc")
    venue = leaves(meta.get("publication")).lower()
    if kind == "phdthesis" and re.search(r"\b(?:master|msc|m\.sc|diplom)", venue):
        kind = "mastersthesis"
    return kind, word in _TYPES


def _venue(meta: Mapping[str, Any], kind: str, paper: Paper) -> dict[str, str]:
    """Read where it appeared; a link in it becomes a link of the paper."""
    given = meta.get("publication")
    found: dict[str, str] = {}
    if isinstance(given, dict):
        named = {str(name).lower(): line(value) for name, value in given.items()}
        written = named.pop("name", "") or named.pop("title", "")
        found = {name: plain(value) for name, value in named.items() if name in FIELDS and value}
        paper.left += [
            f"publication: {name}: {value}"
            for name, value in named.items()
            if name not in FIELDS and value
        ]
    else:
        written = ", ".join(texts(given))
    for label, url in _LINK.findall(written):
        paper.links[plain(label)] = url
    short = plain(line(meta.get("publication_short")))
    venue = plain(written) or short
    is_marked = bool(re.match(r"In:?\s+[*_]", written))  # the journal `In Vivo` keeps its name
    if kind in ("inproceedings", "incollection") or is_marked:
        venue, short = _IN.sub("", venue), _IN.sub("", short)
    name = VENUES.get(kind, "howpublished")
    found = {name: venue} | found
    return found | ({"abbr": short} if short and short != venue else {})


_IN = re.compile(r"^In:?\s+(?=\S)", re.IGNORECASE)
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(\s*<?(https?://[^\s<>()]+)>?[^()]*\)")
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])", re.DOTALL)
_PAPER_MATH = re.compile(r"(\$[^$]+\$)")


def plain(markdown: str) -> str:
    """Return a line of Markdown without its marks; formulas stay."""
    parts = _PAPER_MATH.split(formulas.as_ours(" ".join(markdown.split())))
    parts[::2] = [_unmarked(one) for one in parts[::2]]
    return "".join(parts).strip()


def _unmarked(text: str) -> str:
    text = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", text)
    text = re.sub(r"</?[a-zA-Z][^<>]*>", "", text)
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!&-])", r"\1", text).replace("&amp;", "&")


def _date(date: str) -> dict[str, str]:
    """Return year and month; the day as well, where it says something."""
    found = re.match(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?", date)
    if not found or found[1] == "0001":
        return {}
    year, month, day = found[1], int(found[2] or 0), int(found[3] or 0)
    if not 1 <= month <= 12 or (month == 1 and day <= 1):
        return {"year": year}
    if day > 1:
        return {"year": year, "month": MONTHS[month - 1], "day": str(day)}
    return {"year": year, "month": MONTHS[month - 1]}


def _ids(meta: Mapping[str, Any], paper: Paper) -> dict[str, str]:
    found: dict[str, str] = {}
    given = inner(meta, "hugoblox", "ids")
    for source in (meta, given if isinstance(given, dict) else {}):
        for name, value in source.items():
            field_ = _IDS.get(str(name).lower())
            if field_ and line(value):
                field_, given_id = _identified(field_, line(value))
                found[field_] = given_id
            elif source is given and line(value):
                paper.left.append(f"hugoblox.ids.{name}: {line(value)}")
    return found


def _identified(name: str, value: str) -> tuple[str, str]:
    """Tell a DOI from another address that stands in its place."""
    value = _DOI.sub("", value) if name == "doi" else value
    if name == "doi" and re.match(r"https?://", value):
        return ("arxiv", value) if "arxiv.org/" in value else ("url", value)
    return name, value


_DOI = re.compile(r"^(?:https?://)?(?:dx\.)?doi\.org/|^doi:\s*", re.IGNORECASE)


def _said(meta: Mapping[str, Any]) -> dict[str, str]:
    """Return abstract, remark and keywords; what the abstract says is no remark."""
    abstract, summary = plain(text(meta.get("abstract"))), plain(_summary(meta))
    found = {"abstract": abstract or summary}
    is_new = summary and _folded(summary).rstrip(".…") not in _folded(abstract)
    if abstract and is_new:
        found["note"] = "\n".join(filter(None, [plain(line(meta.get("note"))), summary]))
    words = [
        one
        for name in ("tags", "keywords", "categories")
        for one in _words(meta.get(name))
    ]  # fmt: skip
    return found | {"keywords": "; ".join(dict.fromkeys(words))}


def _summary(meta: Mapping[str, Any]) -> str:
    return text(meta.get("summary")) or text(meta.get("abstract_short"))


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [one.strip() for one in line(value).split(",") if one.strip()]
    return texts(value)


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def _take_links(meta: Mapping[str, Any], paper: Paper, address: Callable[[str], str]) -> None:
    """Put links where they belong; a second one of a kind keeps its label."""
    for word, label, url in _given_links(meta):
        placed = address(url)
        if not placed:
            paper.left += [f"link {label}: {url}"] if url.strip("/#") else []
            continue
        name = _field_of(word, url, placed, paper.fields)
        if name in ("arxiv", "doi"):
            is_there = paper.fields.setdefault(name, url) == url
        else:
            is_there = bool(name) and paper.beside.setdefault(name, placed) == placed
        if is_there or _leads_there(paper.fields, placed) or placed in paper.links.values():
            continue
        labels = (label, *(f"{label} {number}" for number in range(2, 100)))
        paper.links[next(each for each in labels if each not in paper.links)] = placed


def _given_links(meta: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield kind, label and address of each link, of whichever generation."""
    for name, value in meta.items():
        if name.startswith("url_") and name != "url_custom" and line(value):
            word = name.removeprefix("url_").lower()
            yield word, word.capitalize(), line(value)
    for one in [*mappings(meta.get("links")), *mappings(meta.get("url_custom"))]:
        label = line(one.get("label")) or line(one.get("name"))
        word = line(one.get("type")).lower() or label.lower()
        if url := line(one.get("url")) or line(one.get("link")):
            yield word, label or word.capitalize() or "Link", url


def _field_of(word: str, url: str, placed: str, fields: Mapping[str, str]) -> str:
    """Return the field that a link belongs to, "" for one that keeps its label."""
    is_arxiv = "arxiv.org/" in placed or bool(re.match(r"[\d.]+(?:v\d+)?$", url))
    if word == "preprint" and is_arxiv and not fields.get("arxiv"):
        return "arxiv"
    name = _LINKS.get(word, "")
    return "" if name == "arxiv" and not is_arxiv else name


def whole_date(fields: dict[str, str]) -> dict[str, str]:
    """Take the day out of fields, and return the whole date with it."""
    day = fields.pop("day", "")
    month = MONTHS.index(fields["month"]) + 1 if day else 0
    return {"date": f"{fields['year']}-{month:02}-{int(day):02}"} if day else {}


def _leads_there(fields: Mapping[str, str], address: str) -> bool:
    """Tell whether an identifier leads to an address already."""
    bare = re.sub(r"^https?://(?:www\.|dx\.)?", "", address.lower()).rstrip("/")
    doi, arxiv = fields.get("doi", "").lower(), fields.get("arxiv", "").lower()
    return bare in (f"doi.org/{doi}", f"arxiv.org/abs/{arxiv}")
