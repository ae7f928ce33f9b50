"""A CV in one file, JSON Resume's or RenderCV's, as a site: what `mkdocs-academic cv` writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from . import bib_out, cvs, profiles
from .addresses import Addresses
from .cvs import Part
from .front_matter import text_of
from .kinds import ABOUT, kind_of
from .lists import is_newest_first
from .result import Result
from .source import Source

_SUFFIXES = (".json", ".yaml", ".yml")
_NOTHING: tuple[Any, ...] = ("", "null", "~", [], {})
_NO_SECTIONS = frozenset(("basics", "meta", "$schema", "image", "publications"))
# Types of projects, for what JSON Resume has no list: the section, and what it calls an `entity`.
_TYPES = {
    "talk": ("talks", "institution"), "teaching": ("teaching", "institution"),
    "grant": ("funding", "entity"), "patent": ("patents", "entity"),
    "supervision": ("students", "entity"),
}  # fmt: skip
_HOME = "{{ profile() }}\n\n{{ sections() }}\n"


def fits(source: Source) -> bool:
    """Tell a file of this kind."""
    return bool(source.page and source.page.suffix.lower() in _SUFFIXES)


def convert(source: Source) -> Result:
    """Read the file."""
    if not (source.page and (data := _read(source))):
        raise FileNotFoundError("this is no CV of JSON Resume (`basics`) or RenderCV (`cv`)")
    result = Result(source.report)
    cv = data["cv"] if isinstance(data.get("cv"), dict) else data
    basics = data["basics"] if isinstance(data.get("basics"), dict) else {}
    result.academic["profile"] = _profile(basics or cv, source)
    rest = _sections(result, _parts(cv))
    _publications(result, cv)
    name = result.academic["profile"]["name"]
    result.config["site_name"] = name
    result.add_page("index.md", "About", "\n\n".join([_HOME, *rest]))
    return result


def _read(source: Source) -> dict[str, Any]:
    """Return what the file holds, {} where it is something else."""
    data = source.data(source.page.name) if source.page else None
    found = data if isinstance(data, dict) else {}
    return found if any(isinstance(found.get(one), dict) for one in ("basics", "cv")) else {}


def _profile(given: Mapping[str, Any], source: Source) -> dict[str, Any]:
    """Return name, role, place and links; what a page should not show is told."""
    shown, aliases = profiles.named(text_of(given.get("name")) or "Your Name")
    place = given.get("location")
    parts = ("address", "city", "region", "countryCode")
    where = [text_of(place.get(one)) for one in parts] if isinstance(place, dict) else []
    profile: dict[str, Any] = {
        "name": shown,
        "aliases": [one for one in aliases if one != shown],
        "role": _line(given.get("label") or given.get("headline")),
        "location": ", ".join(filter(None, where)) or _line(place),
        "bio": text_of(given.get("summary")) or _summary(given),
        "email": _first(given.get("email")),
        "links": _links(given, source.report.note),
    }
    for name, value in _left_out(given):
        source.report.note(f"`{name}: {value[:60]}` was left out{_WHY.get(name, '')}")
    return {name: value for name, value in profile.items() if value}


def _left_out(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what has no place in a profile."""
    emails = given.get("email")
    for one in emails[1:] if isinstance(emails, list) else ():
        yield "email", _line(one)
    for one in _mappings(given.get("custom_connections")):
        yield "custom_connections", _line(one.get("url") or one.get("placeholder"))
    for name, value in given.items():
        if name not in _PROFILE and (said := _first(value)):
            yield name, said


def _summary(cv: Mapping[str, Any]) -> str:
    """Return what RenderCV has of it: the texts of a section about somebody."""
    return "\n\n".join(filter(None, map(text_of, _about(cv)[1])))


def _about(cv: Mapping[str, Any]) -> tuple[str, list[Any]]:
    """Return title and texts of the section that is called so, or stands before all others."""
    named = cv.get("sections")
    for place, (title, said) in enumerate(named.items() if isinstance(named, dict) else ()):
        is_so = not place or title == "summary" or kind_of(str(title)) == ABOUT
        if is_so and isinstance(said, list) and all(isinstance(one, str) for one in said):
            return title, said
    return "", []


_PROFILE = frozenset(
    "name label headline location summary email url website profiles social_networks sections "
    "custom_connections $schema".split()
)
_SAVE = ": save the picture below `docs/` and name it at `profile.avatar`"
_WHY = {"phone": ", for a page is for everybody", "image": _SAVE, "photo": _SAVE}


def _links(given: Mapping[str, Any], note: profiles.Note) -> dict[str, Any]:
    found: dict[str, Any] = {}
    site = _first(given.get("url") or given.get("website"))
    named = [("website", site)] if site else []
    addresses = Addresses("", {}, (), note)
    for one in _mappings(given.get("profiles") or given.get("social_networks")):
        network, address = text_of(one.get("network")), text_of(one.get("url"))
        named.append((network, address or text_of(one.get("username"))))
    for network, value in named:
        key = re.sub(r"[\s_-]+", "", network.lower())
        profiles.link(key, value, found, addresses, note)
    return found


def _parts(cv: Mapping[str, Any]) -> Iterator[Part]:
    """Return the sections; projects that stand for another kind are of that kind."""
    named = cv.get("sections")
    if isinstance(named, dict):
        aside = {_about(cv)[0], *(title for title, _ in _paper_lists(cv))}
        left = {
            title: _lines_of(value)
            for title, value in named.items()
            if title not in aside and value not in _NOTHING
        }
        yield from cvs.sections({"sections": left})
        return
    left = {
        name: _lines_of(cv[name])
        for name in cv
        if name not in _NO_SECTIONS and cv[name] not in _NOTHING
    }
    listed = _mappings(left.get("projects"))
    others = [one for one in listed if one.get("type") not in _TYPES]
    yield from cvs.sections({**left, "projects": others})
    for kind, (section, event) in _TYPES.items():
        bare = [
            {event if name == "entity" else name: one[name] for name in one if name != "type"}
            for one in listed
            if one.get("type") == kind
        ]
        yield from cvs.sections({section: bare} if bare else {})


def _lines_of(value: Any) -> Any:
    """Return a list whose entries of one line are a text, or a name and a value."""
    return [_entry_of(one) for one in value] if isinstance(value, list) else value


def _entry_of(one: Any) -> Any:
    if not isinstance(one, dict):
        return one
    for name in ("bullet", "number", "reversed_number"):  # RenderCV's, which hold nothing else
        if set(one) == {name}:
            return one[name]
    for name, *values in _ONE_LINE:
        if text_of(one.get(name)) and set(one) <= {name, *values}:
            said = (_joined(one.get(value)) for value in values)
            return {"name": one[name], "value": "; ".join(filter(None, said))}
    return one


_ONE_LINE = (
    ("label", "details"),  # RenderCV
    ("language", "fluency"),
    ("name", "reference"),
    ("name", "level", "keywords"),  # skills and interests
)


def _joined(value: Any) -> str:
    return ", ".join(map(_line, value)) if isinstance(value, list) else _line(value)


def _sections(result: Result, parts: Iterator[Part]) -> list[str]:
    """Make a section of each part of a known kind; return the others as Markdown."""
    rest: list[str] = []
    for part in parts:
        if not part.found:
            continue
        count = result.report.count(part.title, part.kind)
        count.found = part.found
        if not part.items:
            for line in part.lines:
                if not line.startswith(" "):
                    result.report.keep(count, line, "this part has no kind of its own")
            rest.append(f"## {part.title}\n\n{part.text}")
            continue
        count.structured = len(part.items)
        name = result.name_for(part.kind, part.title)
        result.data[name] = part.items
        like = {} if name == part.kind else {"like": part.kind, "title": part.title}
        order = {} if is_newest_first(part.items) else {"order": "written"}
        result.academic[name] = {**like, **order, "items": f"data/{name}.yml"}
    return rest


def _paper_lists(cv: Mapping[str, Any]) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Return the lists of papers: JSON Resume's, and those of RenderCV that name authors."""
    if listed := _mappings(cv.get("publications")):
        yield "Publications", listed
    named = cv.get("sections")
    for title, value in named.items() if isinstance(named, dict) else ():
        listed = _mappings(value)
        if listed and all("title" in one and "authors" in one for one in listed):
            yield str(title), listed


def _publications(result: Result, cv: Mapping[str, Any]) -> None:
    written: list[str] = []
    for title, listed in _paper_lists(cv):
        count = result.report.count(title, "publications")
        count.found = count.structured = len(listed)
        written += [_entry(result, one) for one in listed]
    if written:
        result.files["papers.bib"] = "\n".join(written).encode()
        result.academic["publications"] = "papers.bib"


def _entry(result: Result, one: Mapping[str, Any]) -> str:
    """Write a paper; RenderCV marks the owner among the authors by asterisks."""
    names = one.get("authors")
    listed = [_line(name).strip("* ") for name in names] if isinstance(names, list) else []
    people = ["others" if bib_out.AND_OTHERS.fullmatch(one) else one for one in listed]
    title = _line(one.get("title") or one.get("name"))
    when = _line(one.get("date") or one.get("releaseDate"))
    venue = _line(one.get("journal") or one.get("publisher"))
    kind = "article" if one.get("journal") else "misc"
    year = "".join(re.findall(r"\d{4}", when)[:1])
    key = bib_out.key(tuple(people), year, title, result.keys)
    result.keys.add(key)
    for name in sorted(one.keys() - _PAPER):
        result.report.note(f"`{name}` of “{title[:40]}” has no counterpart and was left out")
    is_date = re.fullmatch(r"\d{4}(-\d\d){1,2}", when)
    fields = {
        "title": title,
        "author": " and ".join(filter(None, people)),
        "journal" if kind == "article" else "howpublished": venue,
        "year": year or when,
        "date": when if is_date else "",
        "doi": _line(one.get("doi")),
        "url": _line(one.get("url")),
        "note": _line(one.get("summary")),
    }
    return bib_out.entry(kind, key, fields, {})


_PAPER = frozenset("title name authors date releaseDate journal publisher doi url summary".split())


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _first(value: Any) -> str:
    return _line(value[0] if isinstance(value, list) and value else value)


def _line(value: Any) -> str:
    return " ".join(text_of(value).split())
