"""Papers written down: as a `.bib` file, as the truth about them, as a Markdown list by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from . import vocabulary as words
from .generate import OWNER, Paper, Volume


def bibtex(found: Sequence[Paper]) -> str:
    """Write the papers as a `.bib` file: @string, `#`, comments, several quotings."""
    head = [
        "% A comment between entries: me@example.org\n@comment{nothing {to} see}\n",
        '@preamble{"\\newcommand{\\noopsort}[1]{}"}\n',
        *(f"@string{{{name} = {{{row[1].latex}}}}}\n" for name, row in words.JOURNALS.items()),
        '@STRING{ieee = "{IEEE}"}\n@string( trans = "Transactions on" )\n\n',
    ]
    entries = [entry(number, paper) for number, paper in enumerate(found)]
    volumes = {one.volume.key: one.volume for one in found if one.volume}
    return "".join([*head, *entries, *map(_proceedings, volumes.values())])


def entry(number: int, paper: Paper) -> str:
    """Return one entry of that file; the number chooses among its spellings."""
    kind = paper.type.capitalize() if number % 11 == 0 else paper.type
    lines = ",\n".join(f"  {name:<12} = {value}" for name, value in _fields(number, paper))
    return f"@{kind}{{{paper.key},\n{lines}{',' if number % 2 else ''}\n}}\n\n"


def _fields(number: int, paper: Paper) -> Iterator[tuple[str, str]]:
    authors = [one.written(is_turned=number % 5 > 0) for one in paper.authors]
    authors += ["others"] if paper.and_others else []
    yield "author", f"{{{' and '.join(authors)}}}"
    title = paper.title.latex
    yield "title", f'"{title}"' if number % 7 == 0 and '"' not in title else f"{{{title}}}"
    yield from _where(number, paper)
    if not paper.volume:
        yield "year", str(paper.year) if number % 3 else f"{{{paper.year}}}"
    if paper.month:
        yield "month", _month(number, paper.month)
    for name, value in (("abbr", paper.abbr), ("doi", paper.doi), *paper.extra):
        if value:
            yield name, f"{{{value}}}"
    if paper.selected:
        yield "selected", "{true}"
    if paper.abstract.latex:
        yield "abstract", f"{{{paper.abstract.latex}}}"


def _where(number: int, paper: Paper) -> Iterator[tuple[str, str]]:
    if paper.macro == "tpat" and number % 2:
        yield "journal", 'ieee # " " # trans # " Patterns and Time"'
    elif paper.macro:
        yield "journal", paper.macro
    elif paper.volume:
        yield "crossref", f"{{{paper.volume.key}}}"
    elif paper.type in ("inproceedings", "incollection"):
        yield "booktitle", f"{{{paper.venue.latex}}}"
    if paper.type == "incollection":
        yield "publisher", "{North Harbour Press}"


def _month(number: int, month: int) -> str:
    name = words.MONTHS[month - 1]
    if number % 5:
        return name[:3].lower()
    return f'{name[:3].lower()} # "~{1 + number % 28}"' if number % 25 == 0 else f"{{{name}}}"


def _proceedings(one: Volume) -> str:
    return (
        f"@proceedings{{{one.key},\n  title = {{{one.name.latex}}},\n"
        f"  booktitle = {{{one.name.latex}}},\n  year = {one.year},\n"
        f"  publisher = {{{one.publisher.latex}}},\n}}\n\n"
    )


def truth(found: Sequence[Paper]) -> list[dict[str, Any]]:
    """Return what a reader should see of each paper, ready for JSON."""
    return [
        {
            "key": paper.key,
            "authors": [one.name for one in paper.authors],
            "others": paper.and_others,
            "title": paper.title.text,
            "venue": paper.venue.text,
            "year": paper.year,
            "abstract": paper.abstract.text,
        }
        for paper in found
    ]


def markdown(found: Sequence[Paper]) -> str:
    """Write the list that somebody without us would write by hand, newest first."""
    lines: list[str] = []
    year = 0
    for paper in sorted(found, key=lambda one: -one.year):
        if paper.year != year:
            year = paper.year
            lines.append(f"\n## {year}\n\n")
        lines.append(item(paper))
    return "".join(lines)


def item(paper: Paper) -> str:
    """Return one line of that list: authors, title, venue, links."""
    names = [f"**{one.name}**" if one == OWNER else one.name for one in paper.authors]
    authors = ", ".join(names) + (", et al." if paper.and_others else "")
    title = paper.title.text.replace("<", r"\<")
    venue = f" *{paper.venue.text}*" + (f" (__{paper.abbr} {paper.year}__)" if paper.abbr else "")
    links = "".join(
        f" [[{name.upper()}]({paper.link(name)})]"
        for name in ("pdf", "code", "html")
        if paper.link(name)
    )
    return f"- {authors}. “{title}.” {paper.year}.{venue}.{links} [[DOI](https://doi.org/{paper.doi})]\n"
