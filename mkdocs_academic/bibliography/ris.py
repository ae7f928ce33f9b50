"""Read RIS as publishers' sites and reference managers write it: entries with BibTeX's fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..problems import Problem, did_you_mean
from . import bibtex, containers, date_fields, drafts, genres, name_text, names, verbatim
from .date_fields import Span
from .decode import decode
from .drafts import Draft
from .reader import Library
from .ris_lines import Lines, records
from .ris_tags import ADDRESSES, AND_OTHERS, CONTAINERS, DATES, FROM_TYPE, NAMES, NOTES, TEXTS

_ARXIV = re.compile(r"arxiv:\s*(\S+)(?:\s*\[[\w.-]+\])?", re.IGNORECASE)
_SLASHED = re.compile(r"\s*\d{4}(?:\s*/\s*\d{0,2}\s*){0,2}(?:/.*)?", re.DOTALL)
_SEVERAL = re.compile(r"\s*[;\n]\s*(?=http)|\n")


def read(path: Path, file: str) -> Library:
    """Read a file; `file` is the name that problems show.

    Raises:
        OSError: the file cannot be opened.

    """
    text, problems = decode(path.read_bytes(), file)
    library = parse(text, file)
    return Library(library.entries, problems + library.problems)


def parse(text: str, file: str) -> Library:
    """Read RIS text; any text at all."""
    problems: list[Problem] = []
    found = [
        _draft(line, lines, file, problems)
        for line, lines in records(text.removeprefix("\ufeff"), file, problems)
    ]
    entries, of_keys = drafts.entries(found, file)
    problems += of_keys
    if not found:
        problems.append(Problem(file, None, "", "holds no reference: none begins with 'TY  - '"))
    return Library(entries, tuple(sorted(problems, key=lambda problem: problem.line or 0)))


def _draft(line: int, lines: Lines, file: str, problems: list[Problem]) -> Draft:
    values: dict[str, list[str]] = {}
    for tag, value in lines:
        if value:
            values.setdefault(tag, []).append(value)
    said = " ".join(values.pop("TY", [""])).upper()
    key = " ".join(values.pop("ID", []))
    if said not in FROM_TYPE:
        what = f"unknown type '{said}'{did_you_mean(said, FROM_TYPE)}" if said else "no 'TY  - '"
        problems.append(Problem(file, line, key, f"{what}; read as 'misc'"))
    kind = _type(FROM_TYPE.get(said, "misc"), values)
    fields = {name: value for name, value in _fields(values, kind).items() if value}
    return Draft(key, kind, fields, line)


def _type(kind: str, values: dict[str, list[str]]) -> str:
    """Tell the theses apart by what M3 says."""
    said = " ".join(values.get("M3", [])).lower()
    if kind == "thesis" and re.search(r"ph\.?\s*d|doctor|dissertation", said):
        return "phdthesis"
    return "mastersthesis" if kind == "thesis" and re.search(r"master|m\.?\s?sc\b", said) else kind


def _fields(values: dict[str, list[str]], kind: str) -> dict[str, str]:
    """Turn tags into fields; a tag that is used up is taken out, the rest keeps its name."""
    fields = {**_titles(values, kind), **_people(values), **_dates(values)}
    fields |= _numbers(values, kind) | _links(values) | _archive(values)
    for tag, name in TEXTS.items():
        for text in values.pop(tag, []):
            name = _better_name(tag, name, text)
            if name not in fields:
                fields[name] = _text(name, text)
            elif fields[name] != _text(name, text):
                values.setdefault(tag, []).append(text)
    fields["keywords"] = ", ".join(bibtex.from_plain(_flat(word)) for word in _keywords(values))
    if fields.get("type") == genres.in_english(kind):
        fields.pop("type", None)
    remarks = [text for tag in NOTES for text in values.pop(tag, [])]
    if dois := [found[1] for text in remarks if (found := _ANOTHER_DOI.fullmatch(text))]:
        remarks = _with_dois(fields, dois, remarks)
    for text in [text for text in remarks if text.startswith(AND_OTHERS)]:
        if name_text.add_others(fields, text.removeprefix(AND_OTHERS), NAMES.values()):
            remarks.remove(text)
    fields["note"] = "; ".join(_text("note", text) for text in dict.fromkeys(remarks))
    for tag, texts in values.items():
        fields[f"ris_{tag.lower()}"] = "; ".join(_text("", text) for text in texts)
    return fields


def _with_dois(fields: dict[str, str], dois: list[str], remarks: list[str]) -> list[str]:
    """Put further DOIs behind the first; return the remarks without them."""
    first = fields.get("doi", "")
    new = [one for one in dois if first and one.lower() != first.lower()]
    fields["doi"] = ", ".join(filter(None, (first, *map(verbatim.from_text, new))))
    return [text for text in remarks if text.removeprefix("Further DOI: ") not in new]


_ANOTHER_DOI = re.compile(r"Further DOI: (10\.\d{4,9}/\S+)")  # as our own files have it


def _better_name(tag: str, name: str, text: str) -> str:
    """Older exports put the DOI into M3."""
    return "doi" if tag == "M3" and re.match(r"(?:doi:\s*)?10\.\d{4,9}/", text) else name


def _titles(values: dict[str, list[str]], kind: str) -> dict[str, str]:
    """Find the title and the larger work, of which several tags hold the name or a short form."""
    if kind in ("book", "collection") and not {"TI", "T1", "CT"} & values.keys():
        values["TI"] = values.pop("BT", [])
    fields = {"title": _text("title", next(_popped(values, ("TI", "T1", "CT")), ""))}
    if kind == "inproceedings" and "C3" in values:  # T2 is the conference, C3 its proceedings
        fields["booktitle"] = _text("booktitle", values.pop("C3")[0])
        fields["eventtitle"] = _text("eventtitle", next(_popped(values, ("T2",)), ""))
    named = list(dict.fromkeys(_popped(values, CONTAINERS)))
    if named:
        home = "series" if kind in ("book", "collection") else containers.container(kind)[0]
        fields.setdefault(home, _text(home, named.pop(0)))
    if named:
        fields["shortjournal"] = _text("shortjournal", named[-1])
    return fields


def _popped(values: dict[str, list[str]], tags: tuple[str, ...]) -> Iterator[str]:
    """Yield the first value of each tag; further ones stay."""
    for tag in tags:
        if texts := values.pop(tag, []):
            yield texts[0]
            if texts[1:]:
                values[tag] = texts[1:]


def _people(values: dict[str, list[str]]) -> dict[str, str]:
    """Join the names of each kind; AU and A1 may both hold the same list."""
    written: dict[str, list[str]] = {}
    for tag, field in NAMES.items():
        people = [_person(_flat(text)) for text in values.pop(tag, [])]
        if people and people != written.get(field):
            written.setdefault(field, []).extend(people)
    return {field: " and ".join(people) for field, people in written.items()}


def _person(text: str) -> str:
    """Read `Family, Given, Suffix`; without a comma it is `Given Family` or a body's name."""
    if text == name_text.OTHERS:
        return text
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and not text.endswith(","):
        return name_text.person(parts[0], parts[1], suffix=" ".join(parts[2:]))
    words = text.rstrip(",").split()
    if text.endswith(",") or not 2 <= len(words) <= 4:
        return name_text.literal(" ".join(words)) if len(words) > 1 else name_text.person(*words)
    name = names.parse(" ".join(words))
    return name_text.person(name.family, name.given, name.prefix, name.suffix)


def _dates(values: dict[str, list[str]]) -> dict[str, str]:
    """Take the date that knows most; they differ when DA is the day of the export."""
    written = [text for tag in DATES for text in values.pop(tag, [])]
    spans = [span for text in written if (span := _span(text)) != Span()]
    years = [span for span in spans if span.start[0]]
    last_year = years[-1].start[0] if years else 0  # PY and Y1 are what the specification names
    best = max((span for span in years if span.start[0] == last_year), key=_known, default=None)
    fields = date_fields.to_fields(best or (spans[0] if spans else Span()))
    if accessed := values.pop("Y2", []):
        fields["urldate"] = bibtex.from_plain(_span(accessed[0]).iso)
    return {name: text if best else bibtex.from_plain(text) for name, text in fields.items()}


def _known(span: Span) -> int:
    return sum(map(bool, (*span.start, span.season, span.end[0])))


def _span(text: str) -> Span:
    """Read `2021/10/05/other`, where any part but the year may be empty, or words."""
    parts = [part.strip() for part in text.split("/")]
    if not _SLASHED.fullmatch(text):
        return date_fields.parse(text)
    year, month, day = (int(part or 0) for part in [*parts, "", ""][:3])
    start = date_fields.triple(year, month, day)
    if start[1] or len(parts) < 4:
        return Span(start)
    return date_fields.parse(f"{parts[3]} {year}") if parts[3] else Span(start)


def _numbers(values: dict[str, list[str]], kind: str) -> dict[str, str]:
    first, last = ("".join(values.pop(tag, [])[:1]) for tag in ("SP", "EP"))
    span = re.split(r"\s*[-–—]+\s*", first) if first else []
    pages = [*span, last] if last and last not in span else span or [last]
    fields = {"pages": "--".join(map(bibtex.from_plain, filter(None, pages)))}
    fields[containers.publisher(kind)[0]] = "; ".join(_text("", t) for t in values.pop("PB", []))
    for number in values.pop("SN", []):
        digits = re.sub(r"\s*\(.*?\)|[^\dXx]", "", number)
        name = "issn" if len(digits) == 8 else "isbn"
        fields[name] = ", ".join(filter(None, (fields.get(name), verbatim.from_text(number))))
    return fields


def _links(values: dict[str, list[str]]) -> dict[str, str]:
    """Find the address of the page and of the PDF; what is on somebody's disk stays as it is."""
    fields: dict[str, str] = {}
    for tag in ADDRESSES:
        rest: list[str] = []
        for text in _SEVERAL.split("\n".join(values.pop(tag, []))):
            name = "pdf" if tag == "L1" else "html" if tag == "L2" else "url"
            if text.startswith(("http://", "https://")) and name not in fields:
                fields[name] = verbatim.from_text(text)
            elif text:
                rest.append(text)
        if rest:
            values[tag] = rest
    return fields


def _archive(values: dict[str, list[str]]) -> dict[str, str]:
    """Find an arXiv id in the accession number."""
    if found := _ARXIV.fullmatch("".join(values.get("AN", []))):
        del values["AN"]
        return {"eprint": verbatim.from_text(found[1]), "archiveprefix": "arXiv"}
    return {}


def _keywords(values: dict[str, list[str]]) -> list[str]:
    """Take one keyword a line; some exports put all into one."""
    words = [word for text in values.pop("KW", []) for word in re.split(r"[;\n]", text)]
    return list(filter(None, dict.fromkeys(word.strip() for word in words)))


def _text(name: str, text: str) -> str:
    return verbatim.from_text(text) if name in verbatim.FIELDS else bibtex.from_plain(_flat(text))


def _flat(text: str) -> str:
    return " ".join(text.split())
