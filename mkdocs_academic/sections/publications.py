"""Publications: entries from bibliographies and settings, selected, sorted, grouped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import BeforeValidator, Field, create_model, model_validator

from .. import dates
from ..bibliography import bibtex, keys
from ..bibliography.entry import Entry
from ..bibliography.fields import FIELDS
from ..bibliography.publication import Publication
from . import base
from .base import Markdown, Model, Surroundings, Texts, Url

Grouping = Literal["year", "type", "venue", "none"]


class _EntryBase(Model):
    """An entry written in the settings; a plain string is kept as Markdown."""

    key: str = Field("", description="Citation key; made up if absent")
    type: str = Field("", description="BibTeX type; guessed from journal or booktitle")
    text: Markdown = Field("", description="The whole item in your own words")
    links: dict[str, Url] = Field({}, description="Buttons: label to address")
    authors: Texts = Field((), description="The same as author")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _has_content(self) -> _EntryBase:
        if not self.text and not getattr(self, "title", ""):
            raise ValueError("an entry needs a title, or a text that is shown as it stands")
        return self


_SEVERAL = {"author", "editor", "tags", "keywords"}
_fields: dict[str, Any] = {
    name: (Texts, Field((), description=text))
    if name in _SEVERAL
    else (str, Field("", description=text))
    for name, text in FIELDS.items()
    if name not in _EntryBase.model_fields
}
EntrySettings: type[_EntryBase] = create_model(
    "EntrySettings", __base__=_EntryBase, __module__=__name__, **_fields
)


def _as_files(value: Any) -> Any:
    """Accept one file, a list, or a mapping whose `false` switches a file off."""
    return [value] if isinstance(value, str) else value


def _selection(value: Any) -> Any:
    """Tell `selected: yes` from the citation keys that are selected."""
    switch = {"yes": True, "true": True, "no": False, "false": False}
    return switch.get(value.lower(), [value]) if isinstance(value, str) else value


class Section(base.Section):
    """Settings of `publications`."""

    LIST: ClassVar[str] = "entries"

    bibliography: Annotated[tuple[str, ...] | dict[str, str], BeforeValidator(_as_files)] = Field(
        (), description="BibTeX files, relative to the file that names them"
    )
    entries: tuple[EntrySettings, ...] = Field((), description="Entries written here")
    selected: Annotated[bool | tuple[str, ...], BeforeValidator(_selection)] = Field(
        (), description="yes shows selected papers only; citation keys select papers"
    )
    group_by: Grouping = "year"
    type: Texts = ()
    year: Texts = ()
    limit: Annotated[int, Field(ge=1)] | None = None
    order: Literal["newest", "oldest", "written"] = "newest"
    layout: Literal["list", "cards"] = "list"
    legend: dict[str, Markdown] = Field({}, description="What marks at names mean: {'*': …}")

    @property
    def files(self) -> tuple[str, ...]:
        """Return the bibliographies that are not switched off."""
        if isinstance(self.bibliography, dict):
            return tuple(name for name in self.bibliography.values() if name != "false")
        return self.bibliography

    @property
    def only_selected(self) -> bool:
        """Tell whether only selected papers are shown."""
        return self.selected is True

    @property
    def selected_keys(self) -> frozenset[str]:
        """Return the citation keys that the settings select."""
        return frozenset() if isinstance(self.selected, bool) else frozenset(self.selected)


class Group(NamedTuple):
    """Publications under one heading."""

    title: str
    publications: Sequence[Publication]


def arrange(section: Section, around: Surroundings) -> dict[str, Any]:
    """Select, sort and group the publications of the site."""
    shown = [paper for paper in around.publications if _is_wanted(paper, section)]
    shown = _in_order(shown, section.order)[: section.limit]
    marks = dict.fromkeys(mark for paper in shown for mark in paper.marks)
    return {
        "groups": _grouped(shown, section.group_by),
        "legend": [(mark, section.legend[mark]) for mark in marks if mark in section.legend],
        "cards": section.layout == "cards",
    }


def _is_wanted(paper: Publication, section: Section) -> bool:
    return (
        (paper.selected or not section.only_selected)
        and (not section.type or paper.type in section.type)
        and (not section.year or str(paper.year) in section.year)
    )


def _in_order(papers: Iterable[Publication], order: str) -> list[Publication]:
    if order == "written":
        return list(papers)
    return sorted(papers, key=_sort_key, reverse=order == "newest")


def _sort_key(paper: Publication) -> tuple[bool, Any]:
    """Put what is still to appear before everything dated, the undated behind."""
    return bool(paper.status and not paper.year), paper.date.sort_key


def _grouped(papers: Sequence[Publication], group_by: Grouping) -> list[Group]:
    if group_by == "none":
        return [Group("", papers)] if papers else []
    groups: dict[str, list[Publication]] = {}
    for paper in papers:
        groups.setdefault(_group(paper, group_by), []).append(paper)
    return [Group(title, members) for title, members in groups.items()]


def _group(paper: Publication, group_by: Grouping) -> str:
    if group_by == "type":
        return paper.type
    if group_by == "venue":
        return paper.abbr or paper.venue
    return str(paper.year or "") or paper.status


def to_entry(given: _EntryBase, file: str) -> Entry:
    """Turn an entry of the settings into the entry a bibliography would hold."""
    values: Mapping[str, Any] = given.model_dump(exclude={"key", "type", "text", "links"})
    people = values["author"] or values["authors"]
    fields = {
        **_plain(values, "title"),
        "author": _people(people),
        **{
            name: bibtex.from_plain(value)
            for name, value in values.items()
            if isinstance(value, str) and value and name != "title"
        },
        "editor": _people(values["editor"]),
        "tags": "".join(f"{bibtex.from_plain(tag)};" for tag in values["tags"]),
        "keywords": ", ".join(map(bibtex.from_plain, values["keywords"])),
    }
    fields = {name: value for name, value in fields.items() if value}
    kind = given.type.lower() or _guessed_type(fields)
    key = given.key or keys.made_up(kind, fields)
    return Entry(key=key, type=kind, fields=fields, source="", file=file, line=0)


def _plain(values: Mapping[str, Any], name: str) -> dict[str, str]:
    return {name: bibtex.from_plain(values[name])}


def _people(people: Sequence[str]) -> str:
    """Write names as BibTeX does; a single text may already hold several."""
    return " and ".join(map(bibtex.from_plain, people))


def _guessed_type(fields: Mapping[str, str]) -> str:
    if "journal" in fields or "journaltitle" in fields:
        return "article"
    return "inproceedings" if "booktitle" in fields else "misc"


def verbatim_date(text: str) -> dates.Date:
    """Return the year a verbatim item names last, for its place in the list."""
    found = [word.strip("().,;:") for word in text.split()]
    years = [
        word for word in found if word.isdigit() and len(word) == 4 and word[:2] in ("19", "20")
    ]
    return dates.parse(years[-1]) if years else dates.parse("")
