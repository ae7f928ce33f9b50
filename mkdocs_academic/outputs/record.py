"""The bibliographic record of a publication: its fields as plain text, for machines that read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from .. import urls
from ..bibliography import (
    containers,
    date_fields,
    fingerprints,
    genres,
    language_names,
    latex,
    names,
    verbatim,
)
from ..bibliography.csl_terms import OTHER, TO_TYPE
from ..bibliography.names import Name
from ..bibliography.publication import Author, Publication
from ..bibliography.scripts import is_east_asian
from ..links import Link
from . import plain


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """What is known of a work; "" and () where its entry says nothing."""

    key: str
    kind: str  # CSL 1.0.2's type; `article` is a preprint there
    title: str
    authors: tuple[Author, ...]  # the real ones, in their order
    and_others: bool
    editors: tuple[Author, ...]
    translators: tuple[Author, ...]
    date: str  # ISO 8601, may be partial
    container: str  # journal, proceedings or book that holds it
    event: str  # conference
    series: str
    volume: str
    issue: str  # of a journal
    number: str  # of a report, patent or standard
    report_numbers: tuple[str, ...]
    edition: str
    version: str
    first_page: str  # or the article's number
    last_page: str
    publisher: str
    institution: str  # of a thesis or report
    genre: str  # "PhD thesis"
    doi: str  # 10.…
    arxiv: str  # id without version
    issn: tuple[str, ...]
    isbn: tuple[str, ...]
    language: str  # BCP 47
    keywords: tuple[str, ...]
    abstract: str
    award: str
    status: str
    license: str  # an address
    links: tuple[Link, ...]  # where its buttons lead


def of(paper: Publication) -> Record | None:
    """Return the record; None for an item that its author wrote out."""
    entry = paper.entry
    if entry is None:
        return None
    field = {name: value for name, value in entry.fields.items() if value.strip()}
    known = fingerprints.of(entry)
    kind = _kind(entry.type, known.is_preprint, field.get("entrysubtype", ""))
    institution = _text(field, "school", "institution") if kind in ("thesis", "report") else ""
    first, last = _pages(_text(field, "pages", "eid"))
    number = _text(field, "number", "issue")
    reports = verbatim.to_text(field.get("reportnumber", ""))
    is_edited = "author" not in field and "editor" in field  # who stand in the authors' place
    return Record(
        key=paper.key,
        kind=kind,
        title=plain.from_html(paper.title) if "title" in field else "",
        authors=() if is_edited else paper.authors,
        and_others=paper.and_others and not is_edited,
        editors=paper.authors if is_edited else _others(paper, field, "editor"),
        translators=_others(paper, field, "translator"),
        date=_date(field),
        container=_container(entry.type, kind, field),
        event=_text(field, "eventtitle"),
        series=_text(field, "series"),
        volume="" if kind == "article" else _text(field, "volume"),
        issue=number if kind in _WITH_ISSUES else "",
        number="" if kind in _WITH_ISSUES else number,
        report_numbers=tuple(filter(None, map(str.strip, re.split("[,;]", reports)))),
        edition=_text(field, "edition"),
        version=_text(field, "version"),
        first_page=first,
        last_page=last,
        publisher=_text(field, "publisher", "organization"),
        institution=institution,
        genre=genres.in_english(entry.type, field.get("type", "")) or _text(field, "type"),
        doi=_doi(field),
        arxiv=known.arxiv,
        issn=tuple(_ISSN.findall(verbatim.to_text(field.get("issn", "")))),
        isbn=tuple(map(str.strip, _ISBN.findall(verbatim.to_text(field.get("isbn", ""))))),
        language=language_names.of(field),
        keywords=paper.keywords,
        abstract=plain.from_html(paper.abstract),
        award=plain.from_html(paper.award),
        status=paper.status,
        license=_address(field.get("license", "")),
        links=paper.links,
    )


_WITH_ISSUES = frozenset(
    "article-journal article-magazine article-newspaper paper-conference review periodical".split()
)
_MAY_BE_PREPRINT = frozenset("article-journal article document manuscript webpage".split())
_HOLDS_PAPERS = frozenset("article-journal article-magazine article-newspaper review "
                          "paper-conference chapter entry-encyclopedia".split())  # fmt: skip
_ISSN = re.compile(r"\b\d{4}-?\d{3}[\dXx]\b", re.ASCII)
_ISBN = re.compile(r"(?<![\d-])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?![\d-])", re.ASCII)
_DOI = re.compile(r"10\.\d{4,9}/\S+", re.ASCII)


def _kind(entry_type: str, is_preprint: bool, subtype: str) -> str:
    kind = TO_TYPE.get(entry_type, OTHER)
    if kind == "article-journal" and subtype.lower() in ("magazine", "newspaper"):  # biblatex-apa
        kind = f"article-{subtype.lower()}"
    return "article" if is_preprint and kind in _MAY_BE_PREPRINT else kind


def _text(field: Mapping[str, str], *names: str) -> str:
    """Return the text of the first field that is there, its subtitle included."""
    name = next((one for one in names if one in field), "")
    return containers.titled(field, name, _read) if name else ""


def _read(value: str) -> str:
    return plain.from_html(latex.to_html(value))


def _others(paper: Publication, field: Mapping[str, str], role: str) -> tuple[Author, ...]:
    """Return who had this part beside the authors, whether the page shows it or not."""
    shown = (one.people for one in paper.contributors if one.role == role)
    written = names.split(field.get(role, ""))[0]
    return next(shown, tuple(Author(name, is_owner=False) for name in written))


def _container(entry_type: str, kind: str, field: Mapping[str, str]) -> str:
    """Return what holds it; an archive is no journal."""
    if kind not in _HOLDS_PAPERS:
        return ""
    return _text(field, *containers.container(entry_type), "venue")


def _date(field: Mapping[str, str]) -> str:
    """Return the beginning, as far as it is known; a season is no month."""
    span = date_fields.from_fields(field)
    return date_fields.iso(span.start) if span.start[0] else ""


def _pages(text: str) -> tuple[str, str]:
    """Read `101–117`, `1:1–1:20`, `5-9, 12`, `e104394`."""
    pieces = [piece.strip() for piece in re.split(r"[,;]", text) if piece.strip()]
    if not pieces:
        return "", ""
    first, last = _range(pieces[0]), _range(pieces[-1])
    ends = (first[0], last[-1])
    return ends if len(pieces) > 1 or len(first) > 1 else (ends[0], "")


def _range(piece: str) -> list[str]:
    for dash in ("–", "—", "-"):
        parts = [part.strip() for part in piece.split(dash) if part.strip()]
        if len(parts) == 2:
            return parts
    return [piece.rstrip("+").strip("–—- ")]


def _doi(field: Mapping[str, str]) -> str:
    address = urls.identifier_url("doi", verbatim.to_text(field.get("doi", ""))) or ""
    found = _DOI.search(unquote(address))
    return found[0] if found else ""


def _address(value: str) -> str:
    found = urls.safe_url(verbatim.to_text(value)) or ""
    return found if found.startswith(("http://", "https://")) else ""


def is_body(name: Name) -> bool:
    """Tell a group or an institution, which is written in braces, from a person."""
    return bool(name.literal) and not name.given and not is_east_asian(name.literal)


def inverted(name: Name) -> str:
    """Write `von Family Jr., Given`; bodies lose their commas, East Asian names stay."""
    if is_body(name):
        return " ".join(name.full.replace(",", " ").split())  # whoever reads it looks for a comma
    if name.literal or not name.given or is_east_asian(name.family + name.given):
        return name.full
    family = " ".join(filter(None, (name.prefix, name.family, name.suffix)))
    return f"{family}, {name.given}"
