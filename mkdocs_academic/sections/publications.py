"""Publications: entries from bibliographies and settings, selected, sorted, grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field

from .. import formats
from ..bibliography import author_roles, categories, facets, grouping, overview
from ..bibliography.categories import Category
from ..bibliography.grouping import Group
from ..bibliography.identity import Identity
from ..bibliography.publication import Publication
from ..style_names import StyleName
from . import base
from .base import SWITCH, Markdown, Surroundings, Texts, listed
from .entries import EntrySettings


def _selection(value: Any) -> Any:
    """Tell `selected: yes` from the citation keys that are selected."""
    return SWITCH.get(value.lower(), [value]) if isinstance(value, str) else value


def _few(value: bool | tuple[str, ...] | None) -> bool | tuple[str, ...] | None:
    """Refuse more facets than the style sheet has codes for."""
    if not isinstance(value, tuple):
        return value
    wanted = tuple("topic" if name in ("keyword", "keywords") else name for name in value)
    if len(set(wanted) - {"type", "year"}) > 1:
        raise ValueError("should be yes, no, or some of type, year and one more: topic or a field")
    return tuple(dict.fromkeys(wanted))


def _parts(value: bool | tuple[str, ...]) -> bool | tuple[str, ...]:
    """Refuse what an overview does not have."""
    if isinstance(value, tuple) and not set(value) <= set(overview.PARTS):
        raise ValueError(f"should be yes, no, or some of {', '.join(overview.PARTS)}")
    return value


class Section(base.Section):
    """Settings of `publications`."""

    LIST: ClassVar[str] = "entries"

    bibliography: Annotated[tuple[str, ...] | dict[str, str], BeforeValidator(listed)] = Field(
        (), description="BibTeX files, relative to the file that names them"
    )
    mine: Annotated[bool | tuple[str, ...], BeforeValidator(_selection)] = Field(
        False,
        description="yes: of the bibliographies only papers by the profile's owner; or of which",
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
    person: Texts = Field((), description="Show papers of these people only, named as in `people`")
    author: Texts = Field((), description="Show papers with one of these authors only, any name")
    limit: Annotated[int, Field(ge=1)] | None = Field(None, description="Show no more than this")
    order: Literal["newest", "oldest", "citations", "written"] = "newest"
    group_by: str = Field("", description="year, type, venue, category, none, or any field")
    groups: dict[str, str] = Field({}, description="Headings of groups, in the order wanted")
    layout: Literal["list", "cards", "abstracts", "references"] = "list"
    citation_style: StyleName | None = Field(None, description="How `references` are written")
    max_authors: Annotated[int, Field(ge=1)] | None = Field(
        None, description="How many stay unfolded"
    )
    citations: bool = Field(True, description="no leaves out how often papers are cited")
    legend: dict[str, Markdown] = Field({}, description="What marks at names mean: {'*': …}")
    filters: Annotated[
        bool | tuple[str, ...] | None, BeforeValidator(_selection), AfterValidator(_few)
    ] = Field(None, description="What readers narrow the list by: type, year, topic, or a field")
    overview: Annotated[
        bool | tuple[str, ...], BeforeValidator(_selection), AfterValidator(_parts)
    ] = Field(
        False, description="Beside the list: yes, or some of categories, coauthors, downloads"
    )

    @property
    def files(self) -> tuple[tuple[str | int, str], ...]:
        """Return the bibliographies that are not switched off, by name or place in the list."""
        if isinstance(self.bibliography, dict):
            return tuple(pair for pair in self.bibliography.items() if SWITCH.get(pair[1], True))
        return tuple(enumerate(self.bibliography))

    @property
    def written(self) -> tuple[tuple[int, EntrySettings], ...]:
        """Return the entries by place in the list; a file stands among the bibliographies."""
        pairs = enumerate(self.entries)
        return tuple(pair for pair in pairs if not pair[1].is_bibliography)

    def is_mine(self, step: str | int) -> bool:
        """Tell whether only the owner's papers of a bibliography are shown, by name or place."""
        return self.mine if isinstance(self.mine, bool) else str(step) in self.mine

    @property
    def grouping(self) -> str:
        """Return what papers are grouped by: by year, where nothing else speaks against it."""
        is_flat = self.layout == "abstracts" or self.order == "citations"
        return self.group_by or ("none" if is_flat else "year")

    @property
    def authors_shown(self) -> int:
        """Return how many authors of a paper are shown at once."""
        return self.max_authors or (3 if self.layout == "abstracts" else 12)

    @property
    def overview_parts(self) -> tuple[str, ...]:
        """Return what stands beside the list."""
        return self.overview if isinstance(self.overview, tuple) else overview.PARTS * self.overview

    @property
    def selected_keys(self) -> frozenset[str]:
        """Return the citation keys that the settings select."""
        return frozenset() if isinstance(self.selected, bool) else frozenset(self.selected)


def arrange(section: Section, around: Surroundings) -> dict[str, Any]:
    """Return all that the page shows: the groups, and what stands around them."""
    shown = _shown(section, around)
    cited = around.numbers.papers
    parts = section.overview_parts
    has_tones = section.layout == "abstracts" or parts
    tones = _tones(around.publications) if has_tones else {}
    return {
        "groups": _grouped(section, shown, around),
        "legend": _legend(shown, section.legend, around.words),
        "cards": section.layout == "cards",
        "margins": _margins(shown, tones, around) if section.layout == "abstracts" else {},
        "max_authors": section.authors_shown,
        "cited": cited if section.citations else {},
        "filters": _reader_filters(section, shown, around.words),
        "overview": overview.overview(_beside(section, shown, around), parts, tones),
        "repeats": _repeats(section, shown, around.publications),
    }


def _beside(
    section: Section, papers: Sequence[Publication], around: Surroundings
) -> Sequence[Publication]:
    """Return the papers of one person as if the site were theirs: all others are co-authors."""
    if len(section.person) != 1 or not section.overview_parts:
        return papers
    slug = around.person(section.person[0])
    return [
        replace(
            paper, authors=tuple(one._replace(is_owner=one.person == slug) for one in paper.authors)
        )
        for paper in papers
    ]


def _repeats(section: Section, shown: Iterable[Publication], known: Iterable[Publication]) -> str:
    """Tell a list of selected papers from one that has them all, too: paper needs only this."""
    if section.selected is True:
        return "selected"
    wanted = {paper.key for paper in known if paper.selected}
    return "all" if wanted and wanted <= {paper.key for paper in shown} else ""


def in_groups(section: Section, around: Surroundings) -> list[Group]:
    """Select, sort and group the publications of the site."""
    return _grouped(section, _shown(section, around), around)


def _shown(section: Section, around: Surroundings) -> list[Publication]:
    shown: Sequence[Publication] = around.publications
    for fits in _filters(section, around):
        shown = [paper for paper in shown if fits(paper)]
    cited = around.numbers.papers
    counts = {key: one.number for key, one in cited.items() if one.number is not None}
    return grouping.in_order(shown, section.order, counts)[: section.limit]


def _grouped(section: Section, papers: Sequence[Publication], around: Surroundings) -> list[Group]:
    types = _type_titles(around.words) if section.grouping == "type" else {}
    titles = {**types, **section.groups}
    rest = around.words["group.undated" if section.grouping == "year" else "group.other"]
    return grouping.grouped(papers, section.grouping, titles, tuple(section.groups), rest)


class Margin(NamedTuple):
    """What stands beside a paper in the layout `abstracts`."""

    category: Category | None
    tone: int  # 1 is the site's most frequent category, 0 what has no colour of its own
    date: str  # in words, as far as it is known


def _margins(
    papers: Iterable[Publication], tones: Mapping[str, int], around: Surroundings
) -> dict[str, Margin]:
    """Return what stands beside each paper, by citation key."""
    return {paper.key: _margin(paper, tones, around.language) for paper in papers}


def _margin(paper: Publication, tones: Mapping[str, int], language: str) -> Margin:
    category = categories.of(paper)
    tone = tones.get(category.code, 0) if category else 0
    return Margin(category, tone, formats.date(paper.date, language, "words"))


def _tones(papers: Iterable[Publication]) -> dict[str, int]:
    """Return the colours of the site's most frequent categories, by code."""
    return dict(zip(categories.ranked(papers), range(1, _TONES + 1), strict=False))


_TONES = 4  # colours that academic.css has for categories


def _filters(section: Section, around: Surroundings) -> list[Callable[[Publication], bool]]:
    """Return one test for each restriction that was asked for.

    Raises:
        ValueError: `person` names nobody of `people`.

    """
    keywords = {word.casefold() for word in section.keyword}
    people = [Identity(name, around.spellings.get(name, ())) for name in section.author]
    wanted = {around.person(one) for one in section.person}
    theirs = _written_by(people, around) if people else frozenset[str]()
    tests: list[tuple[bool, Callable[[Publication], bool]]] = [
        (section.selected is True, lambda paper: paper.selected),
        (bool(section.keys), lambda paper: _has_key(paper, section.keys)),
        (bool(section.type), lambda paper: paper.type in section.type),
        (bool(section.year), lambda paper: str(paper.year) in section.year),
        (bool(keywords), lambda paper: any(one.casefold() in keywords for one in paper.keywords)),
        (bool(people), lambda paper: paper.key in theirs),
        (bool(wanted), lambda paper: any(one.person in wanted for one in paper.everyone)),
    ]
    return [test for is_asked, test in tests if is_asked]


def _has_key(paper: Publication, keys: Sequence[str]) -> bool:
    """Tell whether one of the keys is the paper's, or that of a version which it stands for."""
    return paper.key in keys or any(one.key in keys for one in paper.versions)


def _written_by(people: Sequence[Identity], around: Surroundings) -> frozenset[str]:
    """Return the keys of the papers of which one of them is an author."""
    known = around.by_family()
    return frozenset(
        key
        for one in people
        for family in one.families
        for name, keys in known.get(family, {}).items()
        if one.matches(name)
        for key in keys
    )


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
    own = section.groups if section.grouping == "type" else {}
    return facets.facets(papers, names, {**_type_titles(words), **own}, words)


_TAKEN_IN = 8


def _legend(
    papers: Iterable[Publication], legend: Mapping[str, str], words: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return the signs that are shown and explained; what a mark means is never guessed."""
    if not legend:  # then only words of `author+an` tell what they mean
        papers = [one for one in papers if one.entry and "author+an" in one.entry.fields]
    shown: dict[str, str] = {}
    for mark in dict.fromkeys(mark for paper in papers for mark in paper.marks):
        role, sign = author_roles.role(mark), author_roles.sign(mark)
        said = legend.get(mark) or legend.get(sign) or (words[f"author.{role}"] if role else "")
        if said:
            shown.setdefault(sign, said)
    return list(shown.items())
