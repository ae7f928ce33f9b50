"""A curriculum vitae as data: al-folio's `cv.yml`, RenderCV's, and JSON Resume."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..bibliography import reader
from .front_matter import text_of
from .kinds import ABOUT, kind_of

Item = dict[str, Any]


@dataclass
class Part:
    """One section of a CV: items of a known kind, or Markdown."""

    title: str
    kind: str = ""
    items: list[Item] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)  # Markdown, where there are no items

    @property
    def found(self) -> int:
        """Return how many entries it has."""
        return len(self.items) or sum(not line.startswith(" ") for line in self.lines)

    @property
    def text(self) -> str:
        """Return its Markdown."""
        return "\n".join(self.lines)


def entries_of(file: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Return the keys and fields of a bibliography."""
    for entry in reader.read(file, file.name).entries:
        yield entry.key, entry.fields


def sections(data: Any) -> Iterator[Part]:
    """Return the sections of a CV, whatever its form."""
    if isinstance(data, list):
        for one in data:
            if isinstance(one, dict):
                yield _listed_part(one)
    elif isinstance(data, dict):
        inner = data.get("cv")
        cv = inner if isinstance(inner, dict) else data
        named = cv.get("sections")
        general = {
            key: value for key, value in cv.items() if key not in ("sections", "image") and value
        }
        basics = general.pop("basics", None)
        if isinstance(named, dict):
            yield Part("General information", lines=list(_lines(general)))
            yield from (_part(str(title), value) for title, value in named.items() if value)
            return
        if basics:
            yield Part("Basics", lines=list(_lines(basics)))
        yield from (_part(str(title), value) for title, value in general.items())


def _listed_part(one: Mapping[str, Any]) -> Part:
    """Read `title`, `type`, `contents` as al-folio has them."""
    title, contents = text_of(one.get("title")) or "CV", one.get("contents") or []
    if one.get("type") == "time_table" and isinstance(contents, list):
        return _part(title, contents)
    return Part(title, lines=list(_lines(contents)))


_ALSO = {
    "work": "experience",
    "volunteer": "services",
    "awards": "honors",
    "certificates": "honors",
}


def _part(title: str, value: Any) -> Part:
    kind = _ALSO.get(title.lower()) or kind_of(title)
    shown = title if title[:1].isupper() else title.replace("_", " ").capitalize()
    if kind in ("", ABOUT, "publications", "news") or not isinstance(value, list):
        return Part(shown, lines=list(_lines(value)))
    items = [item for one in value if (item := _item(kind, one))]
    return Part(shown, kind, items) if items else Part(shown, lines=list(_lines(value)))


# What the formats call the fields of items here: of all kinds, then of one.
_FIELDS = {
    "education": {
        "institution": "institution",
        "area": "area",
        "studyType": "degree",
        "degree": "degree",
        "title": "degree",
    },
    "experience": {
        "position": "position",
        "company": "organization",
        "name": "organization",
        "organization": "organization",
        "institution": "organization",
        "title": "position",
    },
    "honors": {
        "title": "title",
        "name": "title",
        "awarder": "awarder",
        "issuer": "awarder",
        "institution": "awarder",
    },
    "services": {
        "position": "role",
        "title": "role",
        "organization": "organization",
        "company": "organization",
        "institution": "organization",
    },
    "projects": {"name": "name", "title": "name"},
    "teaching": {
        "title": "course",
        "name": "course",
        "position": "role",
        "institution": "institution",
        "company": "institution",
    },
    "talks": {"title": "title", "name": "title", "institution": "event"},
}
_FIELDS["internships"] = _FIELDS["experience"]
_PLACES = frozenset({"education", "experience", "internships", "talks"})
_START, _END = ("startDate", "start_date", "start"), ("endDate", "end_date", "end")


def _item(kind: str, one: Any) -> Item:
    """Read one entry; what has no field of its own stays in the text."""
    if not isinstance(one, dict):
        return {"text": str(one)} if text_of(one) else {}
    names = _FIELDS.get(kind, {"title": "title"} if kind in ("patents", "funding") else {})
    item: Item = {}
    if date := _date(one):
        item["date"] = date
    left: dict[str, Any] = {}
    for key, value in one.items():
        if key in (*_START, *_END, "year", "date", "releaseDate") or value in (None, "", [], {}):
            continue
        name = names.get(key)
        if name and isinstance(value, str) and name not in item:
            item[name] = " ".join(value.split())
        elif key == "location" and isinstance(value, str) and kind in _PLACES:
            item["location"] = " ".join(value.split())
        elif key == "url" and isinstance(value, str):
            item["url"] = value
        elif key == "image" and isinstance(value, str):
            item["image"] = value
        else:
            left[key] = value
    text = "\n".join(rest(left))
    return {**item, "text": text} if text else item


def _date(one: Mapping[str, Any]) -> str:
    start = next((found for key in _START if (found := text_of(one.get(key)))), "")
    end = next((found for key in _END if (found := text_of(one.get(key)))), "")
    alone = next(
        (found for key in ("year", "date", "releaseDate") if (found := text_of(one.get(key)))), ""
    )
    if start and end and start != end:
        return f"{start} - {end}"
    return alone or start or end


_PROSE = ("description", "summary", "highlights", "items", "contents", "responsibilities")


def rest(left: Mapping[str, Any]) -> Iterator[str]:
    """Write what has no field of its own as lines of Markdown."""
    for key, value in left.items():
        if key in _PROSE and isinstance(value, str):
            yield f"{' '.join(value.split())}\n"
        elif key in _PROSE:
            yield from _lines(value)
            yield ""
        elif isinstance(value, str):
            yield f"{_word(key)}: {' '.join(value.split())}\n"
        else:
            yield f"{_word(key)}:\n"
            yield from _lines(value)
            yield ""


def _lines(value: Any, depth: int = 0) -> Iterator[str]:
    """Write data as a Markdown list."""
    mark = f"{'    ' * depth}- "
    if depth > 8:
        return
    if isinstance(value, list):
        for one in value:
            if isinstance(one, dict) and len(one) > 1 and set(one) != {"name", "value"}:
                first, *others = one.items()
                yield f"{mark}{_said(*first)}"
                for pair in others:
                    yield from _pair(*pair, depth + 1)
            else:
                yield from _lines(one, depth)
    elif isinstance(value, dict):
        if set(value) == {"name", "value"}:
            yield f"{mark}**{_one_line(value['name'])}**: {_one_line(value['value'])}"
            return
        for pair in value.items():
            yield from _pair(*pair, depth)
    elif text_of(value):
        yield f"{mark}{_one_line(value)}"


def _pair(key: str, value: Any, depth: int) -> Iterator[str]:
    mark = "    " * depth
    if key == "icon":
        return
    if isinstance(value, str) and value.strip():
        yield f"{mark}- {_said(key, value)}"
    elif value and not isinstance(value, str):
        if key not in _PROSE:
            yield f"{mark}- {_word(key)}"
        yield from _lines(value, depth if key in _PROSE else depth + 1)


def _said(key: str, value: Any) -> str:
    if not isinstance(value, str):
        return (
            f"{_word(key)}: {value}" if not isinstance(value, list | dict) else _nested(key, value)
        )
    return (
        f"**{_one_line(value)}**"
        if key in ("title", "name")
        else f"{_word(key)}: {_one_line(value)}"
    )


def _nested(key: str, value: Any) -> str:
    parts = [line.strip("- ") for line in _lines(value)]
    return f"{_word(key)}: {'; '.join(parts)}"


def _word(key: str) -> str:
    return str(key).replace("_", " ").capitalize()


def _one_line(value: Any) -> str:
    return " ".join(str(value).split())
