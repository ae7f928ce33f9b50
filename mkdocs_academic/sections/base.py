"""What all section types share: items, their order, and the row that shows one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day
from typing import Annotated, Any, ClassVar, Generic, Literal, NamedTuple, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)

from .. import dates, links, urls
from ..bibliography.names import Name
from ..bibliography.publication import Publication
from ..citations.numbers import Numbers
from ..dates import Date
from ..links import Link


class Model(BaseModel):
    """Settings: unknown options are mistakes, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def _checked_url(url: str) -> str:
    safe = urls.safe_url(url)
    if urls.lacks_scheme(url):
        raise ValueError(f"has no scheme: write https://{url}")
    if url and not safe:
        raise ValueError("is not a link: write http(s)://…, mailto:… or a path of this site")
    return safe or ""


def _date(value: Any) -> Date:
    if not isinstance(value, str):
        raise ValueError("should be a date as text, such as 2021.10 or 2019.06 - 2022.04")
    return dates.parse(value)


def listed(value: Any) -> Any:
    """Accept one value where several may stand."""
    return [value] if isinstance(value, str) else value


SWITCH = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}

Url = Annotated[str, AfterValidator(_checked_url)]  # "" is no link
When = Annotated[Date, PlainValidator(_date), WithJsonSchema({"type": "string"})]
Markdown = Annotated[str, Field(description="Markdown: links, emoji, math and icons work")]
Texts = Annotated[tuple[str, ...], BeforeValidator(listed)]


class Row(NamedTuple):
    """One item as the page shows it: a date in the margin, the rest beside it."""

    date: Date
    title: str = ""  # Markdown, one line
    url: str = ""  # where the title leads
    details: tuple[str, ...] = ()  # Markdown, one line each
    now: str = ""  # Markdown: where somebody went
    text: str = ""  # Markdown, any length
    buttons: tuple[Link, ...] = ()
    image: str = ""
    tags: tuple[str, ...] = ()
    is_current: bool = False
    is_upcoming: bool = False
    papers: tuple[str, ...] = ()  # citation keys
    people: tuple[str, ...] = ()  # names or keys
    schedule: tuple[Row, ...] = ()  # what belongs to it, folded


class Item(Model):
    """One line of a section; a plain string is its text."""

    date: When = Field(dates.parse(""), description="Free text that also sorts: 2021.10")
    text: Markdown = ""
    url: Url = Field("", description="Where the title leads")
    links: dict[str, Url] = Field({}, description="Buttons: label to address")
    image: Url = Field("", description="A small picture or logo")
    tags: Texts = ()
    papers: Texts = Field((), description="Citation keys of the papers that this is about")
    people: Texts = Field((), description="Names or keys of the people that this is about")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @property
    def title_line(self) -> str:
        """Return the item's first line (Markdown)."""
        return ""

    @property
    def details(self) -> tuple[str, ...]:
        """Return what stands under the title (Markdown), empty parts included."""
        return ()

    @property
    def buttons(self) -> tuple[Link, ...]:
        """Return the links that lead somewhere."""
        own = dict(self.links)
        if self.url and not self.title_line:
            own.setdefault("website", self.url)  # no title to carry it
        found = (links.paper_link(label, url) for label, url in own.items())
        return tuple(link for link in found if link)

    def row(self, today: Day) -> Row:
        """Arrange this item for the page."""
        return Row(
            date=self.date,
            title=_LINK.sub(r"\1", self.title_line) if self.url else self.title_line,
            url=self.url,
            details=tuple(filter(None, self.details)),
            text=self.text,
            buttons=self.buttons,
            image=self.image,
            tags=self.tags,
            is_current=self.date.is_open,
            is_upcoming=_is_after(self.date, today),
            papers=self.papers,
            people=self.people,
        )


I = TypeVar("I", bound=Item)  # noqa: E741


class Section(Model):
    """What every section can be told."""

    LIST: ClassVar[str] = "items"  # where a plain list goes: `news: […]` is `news: {items: […]}`

    title: str | None = Field(None, description="The heading; any text, emoji included")
    icon: str | None = Field(None, description="An icon before the heading, material/newspaper")
    like: str | None = Field(None, description="The type that a section of your own behaves like")


class ItemSection(Section, Generic[I]):
    """A section that is a list of items."""

    items: tuple[I, ...] = ()
    limit: Annotated[int, Field(ge=1)] | None = Field(None, description="How many stay unfolded")
    older: bool = Field(True, description="Keep what is beyond the limit, folded")
    order: Literal["newest", "oldest", "written"] = "newest"


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What a section may look at besides its own settings."""

    today: Day
    publications: Sequence[Publication]
    spellings: Mapping[str, tuple[str, ...]]  # aliases of people known, by name
    words: Mapping[str, str]  # our own, in the site's language
    language: str = "en"
    numbers: Numbers = field(default_factory=Numbers)  # of citations
    person: Callable[[str], str] = str  # the slug of somebody of `people`; ValueError for nobody
    # Keys of an author's papers, by name; the names by family name, folded, in every spelling.
    by_family: Callable[[], Mapping[str, Mapping[Name, Sequence[str]]]] = dict


def arrange(section: ItemSection[Any], around: Surroundings) -> dict[str, Any]:
    """Sort and cut a list of items into rows, and what is folded away."""
    rows = [item.row(around.today) for item in in_order(section.items, section.order)]
    limit = section.limit or len(rows)
    return {"rows": rows[:limit], "older": rows[limit:] if section.older else []}


def in_order(items: Iterable[I], order: str) -> list[I]:
    """Sort by date; an item without one stays behind the item it was written after."""
    if order == "written":
        return list(items)
    keyed: list[tuple[Any, I]] = []
    for item in items:
        known = item.date.sort_key if item.date.year else None
        keyed.append((known or (keyed[-1][0] if keyed else None), item))
    dated = [pair for pair in keyed if pair[0] is not None]
    leading = [item for key, item in keyed if key is None]
    dated.sort(key=lambda pair: pair[0], reverse=order == "newest")
    return leading + [item for _, item in dated]


def joined(*parts: str) -> str:
    """Join what is there with commas, each of the script that it follows."""
    found = ""
    for part in filter(None, parts):
        found += f"{_comma(found)}{part}" if found else part
    return found


def _comma(before: str) -> str:
    letters = [char for char in _LINK.sub(r"\1", before) if char.isalpha()]
    last = letters[-1] if letters else ""
    if "\u3040" <= last <= "\u9fff":  # kana and Han
        return "，"
    return "، " if "\u0600" <= last <= "\u06ff" else ", "


_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")  # a title that leads somewhere holds no other link


def _is_after(date: Date, today: Day) -> bool:
    return bool(date.year) and date.start > (today.year, today.month, today.day)
