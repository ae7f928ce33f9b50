"""Publications: entries from bibliographies and settings, selected, sorted, grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from ..bibliography import facets, grouping
from ..bibliography.identity import Identity
from ..bibliography.publication import Publication
from . import base
from .base import Markdown, Surroundings, Texts, listed
from .entries import EntrySettings

_SWITCH = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


def _selection(value: Any) -> Any:
    """Tell `selected: yes` from the citation keys that are selected."""
    return _SWITCH.get(value.lower(), [value]) if isinstance(value, str) else value


def _few(value: bool | tuple[str, ...] | None) -> bool | tuple[str, ...] | None:
    """Refuse more facets than the style sheet has codes for."""
    if not isinstance(value, tuple):
        return value
    wanted = tuple("topic" if name in ("keyword", "keywords") else name for name in value)
    if len(set(wanted) - {"type", "year"}) > 1:
        raise ValueError("should be yes, no, or some of type, year and one more: topic or a field")
    return tuple(dict.fromkeys(wanted))


class Section(base.Section):
    """Settings of `publications`."""

    LIST: ClassVar[str] = "entries"

    bibliography: Annotated[tuple[str, ...] | dict[str, str], BeforeValidator(listed)] = Field(
        (), description="BibTeX files, relative to the file that names them"
    )
    entries: tuple[EntrySettings, ...] = Field((), description="Entries written here")
    overlay: dict[str, dict[str, Any]] = Field(
        {}, description="What does not belong into a .bib: citation key to fields and links"
    )
    duplicates: bool = Field(True, description="no shows works that stand in several files twice")
    links: dict[str, str] = Field({}, description="Fields of yours that are buttons: their labels")
    selected: Annotated[bool | tuple[str, ...], BeforeValidator(_selection)] = Field(
        (), description="yes shows selected papers only; citation keys select papers"
    )
    keys: Texts = Field((), description="Show these papers only, by citation key")
    type: Texts = Field((), description="Show these types only: article, inproceedings, …")
    year: Texts = Field((), description="Show these years only")
    keyword: Texts = Field((), description="Show papers with one of these keywords only")
    author: Texts = Field((), description="Show papers of one of these people only")
    limit: Annotated[int, Field(ge=1)] | None = Field(None, description="Show no more than this")
    order: Literal["newest", "oldest", "written"] = "newest"
    group_by: str = Field("year", description="year, type, venue, none, or any field")
    groups: dict[str, str] = Field({}, description="Headings of groups, in the order wanted")
    layout: Literal["list", "cards"] = "list"
    max_authors: Annotated[int, Field(ge=1)] = Field(12, description="How many stay unfolded")
    legend: dict[str, Markdown] = Field({}, description="What marks at names mean: {'*': …}")
    filters: Annotated[
        bool | tuple[str, ...] | None, BeforeValidator(_selection), AfterValidator(_few)
    ] = Field(None, description="What readers narrow the list by: type, year, topic, or a field")

    @property
    def files(self) -> tuple[tuple[str | int, str], ...]:
        """Return the bibliographies that are not switched off, by name or place in the list."""
        if isinstance(self.bibliography, dict):
            return tuple(pair for pair in self.bibliography.items() if _SWITCH.get(pair[1], True))
        return tuple(enumerate(self.bibliography))

    @property
    def selected_keys(self) -> frozenset[str]:
        """Return the citation keys that the settings select."""
        return frozenset() if isinstance(self.selected, bool) else frozenset(self.selected)


def arrange(section: Section, around: Surroundings) -> dict[str, Any]:
    """Select, sort and group the publications of the site."""
    wanted = _filters(section, around.spellings)
    shown = [paper for paper in around.publications if all(fits(paper) for fits in wanted)]
    shown = grouping.in_order(shown, section.order)[: section.limit]
    types = _type_titles(around.words) if section.group_by == "type" else {}
    titles = {**types, **section.groups}
    return {
        "groups": grouping.grouped(shown, section.group_by, titles, tuple(section.groups)),
        "legend": _legend(shown, section.legend),
        "cards": section.layout == "cards",
        "max_authors": section.max_authors,
        "filters": _reader_filters(section, shown, around.words),
    }


def _filters(
    section: Section, spellings: Mapping[str, tuple[str, ...]]
) -> list[Callable[[Publication], bool]]:
    """Return one test for each restriction that was asked for."""
    keywords = {word.casefold() for word in section.keyword}
    people = [Identity(name, spellings.get(name, ())) for name in section.author]
    tests: list[tuple[bool, Callable[[Publication], bool]]] = [
        (section.selected is True, lambda paper: paper.selected),
        (bool(section.keys), lambda paper: paper.key in section.keys),
        (bool(section.type), lambda paper: paper.type in section.type),
        (bool(section.year), lambda paper: str(paper.year) in section.year),
        (bool(keywords), lambda paper: any(one.casefold() in keywords for one in paper.keywords)),
        (bool(people), lambda paper: _is_by(paper, people)),
    ]
    return [test for is_asked, test in tests if is_asked]


def _is_by(paper: Publication, people: Sequence[Identity]) -> bool:
    return any(one.matches(author.name) for one in people for author in paper.authors)


def _type_titles(words: Mapping[str, str]) -> dict[str, str]:
    known = {name: text for name, text in words.items() if name.startswith("type.")}
    return {name.removeprefix("type."): text for name, text in known.items()}


def _reader_filters(
    section: Section, papers: Sequence[Publication], words: Mapping[str, str]
) -> facets.Facets | None:
    """Return what readers may choose from; a list that one can take in needs nothing."""
    wanted = section.filters
    if wanted is False or (wanted is None and len(papers) <= _TAKEN_IN):
        return None
    names = wanted if isinstance(wanted, tuple) else ("type", "year", "topic")
    own = section.groups if section.group_by == "type" else {}
    return facets.facets(papers, names, {**_type_titles(words), **own}, words)


_TAKEN_IN = 8


def _legend(papers: Iterable[Publication], legend: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the marks that are shown and explained; what a mark means is never guessed."""
    shown = dict.fromkeys(mark for paper in papers for mark in paper.marks)
    return [(mark, legend[mark]) for mark in shown if mark in legend]
