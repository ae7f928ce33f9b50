"""The site: what a `mkdocs.yml` says of its people and papers, read, checked, remembered."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from . import icons, settings
from .bibliography.files import is_missing
from .bibliography.publication import Publication
from .citations import numbers, store
from .citations.numbers import Numbers
from .citations.report import Report
from .library import Library
from .problems import Problem, Problems
from .sections import TYPES, base, publications
from .sections.people import Person
from .sections.profile import Profile
from .settings import Settings
from .validation import validated


@dataclass(frozen=True, kw_only=True)
class Site:
    """What a build shows. Where there are mistakes, nothing else is filled."""

    root: Path  # the folder of mkdocs.yml
    docs_dir: Path
    custom_dir: Path | None  # theme.custom_dir, where templates may be overridden
    language: str
    look: str = "viridian"
    profile: Profile | None = None
    sections: Mapping[str, base.Section] = field(default_factory=dict)  # by name
    order: tuple[str, ...] = ()  # of the sections on a home page
    publications: tuple[Publication, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)  # keys of versions not shown
    people: tuple[Person, ...] = ()
    citations: Report = field(default_factory=Report)  # what the settings say
    numbers: Numbers = field(default_factory=Numbers)  # what is shown
    mistakes: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()  # worth telling, nothing to mend
    files: tuple[Path, ...] = ()  # everything that was read

    def type_of(self, name: str) -> str:
        """Return the type of a section: its own name, or what it is `like`."""
        return self.sections[name].like or name

    @property
    def spellings(self) -> Mapping[str, tuple[str, ...]]:
        """Return the aliases of everybody known, by name."""
        found = {one.name: one.aliases for one in self.people}
        return found | ({self.profile.name: self.profile.aliases} if self.profile else {})

    @property
    def today(self) -> date:
        """Return the day of the build; SOURCE_DATE_EPOCH makes it reproducible."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


_remembered: dict[Path, tuple[tuple[object, ...], Site]] = {}


def load_site(config_file: Path | str) -> Site:
    """Read the site of a `mkdocs.yml`, again only when one of its files has changed.

    Never raises for what the files hold: mistakes and warnings are part of the answer.
    """
    file = Path(config_file).resolve()
    known = _remembered.get(file)
    if known and known[0] == _stamps(known[1].files):
        return known[1]
    site = _read(settings.read(file))
    _remembered[file] = (_stamps(site.files), site)
    return site


def _stamps(files: tuple[Path, ...]) -> tuple[object, ...]:
    return tuple(_stamp(file) for file in files)


def _stamp(file: Path) -> object:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _read(given: Settings) -> Site:
    where = _where(given.config, given.root)
    try:
        expanded = _with_data_files(given)
        academic, own = validated(expanded, given)
        return _filled(academic, own, expanded, given, where)
    except Problems as found:
        return Site(**where, mistakes=found.problems, files=tuple(given.files))
    except RecursionError:
        itself = given.problem((), "refers to itself: an alias or a data file within itself")
        return Site(**where, mistakes=(itself,), files=tuple(given.files))


def _where(config: Mapping[str, Any], root: Path) -> dict[str, Any]:
    theme = config.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    custom = theme.get("custom_dir")
    return {
        "root": root,
        "docs_dir": root / str(config.get("docs_dir") or "docs"),
        "custom_dir": root / str(custom) if custom else None,
        "language": str(theme.get("language") or "en"),
    }


def _with_data_files(given: Settings) -> dict[str, Any]:
    """Put what data files hold where the settings name them; drop what is empty."""
    expanded: dict[str, Any] = {}
    for name, value in _without_empty(given.academic).items():
        like = value.get("like") if isinstance(value, dict) else None
        row = TYPES.get(str(like or name))
        expanded[name] = _expanded((name,), value, row.settings.LIST, given) if row else value
    return expanded


def _expanded(path: tuple[str, ...], value: Any, list_key: str, given: Settings) -> Any:
    if isinstance(value, str) and value.endswith((".yml", ".yaml")):
        value = _without_empty(given.mount(path, value))
    if isinstance(value, str) and list_key == "entries":
        return {"bibliography": value}
    if isinstance(value, list):
        return {list_key: value}
    if isinstance(value, dict) and isinstance(value.get("overlay"), str):
        value = {
            **value,
            "overlay": _without_empty(given.mount((*path, "overlay"), value["overlay"])),
        }
    if isinstance(value, dict) and isinstance(value.get(list_key), str):
        within = _expanded((*path, list_key), value[list_key], list_key, given)
        inner = within.get(list_key, within) if isinstance(within, dict) else within
        rest = {key: one for key, one in value.items() if key != list_key}
        return rest if inner is None else {**rest, list_key: inner}  # None could not be read
    return value


def _without_empty(value: Any) -> Any:
    """Drop keys and items that the user left empty: they say nothing."""
    if isinstance(value, dict):
        return {str(key): _without_empty(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_without_empty(one) for one in value if one is not None]
    return value


def _filled(
    academic: Any,
    own: dict[str, base.Section],
    expanded: Mapping[str, Any],
    given: Settings,
    where: Mapping[str, Any],
) -> Site:
    named = {name: getattr(academic, name) for name in TYPES}
    sections = {
        name: one for name in expanded if (one := named.get(name) or own.get(name)) is not None
    }
    lists = {name: one for name, one in sections.items() if isinstance(one, publications.Section)}
    found = Library(given, lists, academic.profile, academic.people, where["docs_dir"]).read()
    cited = where["root"] / academic.citations.file
    stored = store.read(cited, given.shown(cited))
    missing = _missing_files(
        academic.profile, sections, given, where["docs_dir"], where["custom_dir"]
    )
    known = numbers.resolve(academic.citations, stored, found.publications)
    listed = academic.sections if academic.sections is not None else tuple(sections)
    return Site(
        **where,
        profile=academic.profile,
        sections=sections,
        order=tuple(name for name in listed if name in sections),
        publications=found.publications,
        also=found.also,
        citations=academic.citations,
        numbers=known,
        look=academic.look,
        people=academic.people,
        warnings=(*missing, *found.warnings, *known.problems),
        notes=found.notes,
        files=(*given.files, *found.files, cited),
    )


def _missing_files(
    profile: Profile | None,
    sections: Mapping[str, base.Section],
    given: Settings,
    docs_dir: Path,
    custom_dir: Path | None,
) -> list[Problem]:
    """Tell of icons, and of files that profile and items link to, that are not there."""
    named: list[tuple[tuple[str | int, ...], str]] = []
    if profile:
        named += [(("profile", "avatar"), profile.avatar), (("profile", "cv"), profile.cv)]
    for name, section in sections.items():
        for place, item in enumerate(getattr(section, "items", ())):
            path = (name, "items", place)
            named += [((*path, "image"), item.image), ((*path, "url"), item.url)]
            named += [((*path, "links", label), url) for label, url in item.links.items()]
    folders = [one for one in (custom_dir, *icons.engine_folders()) if one]
    drawn = [(name, one.icon) for name, one in sections.items() if one.icon and "/" in one.icon]
    return [
        given.problem((name, "icon"), f"there is no icon {icon!r}")
        for name, icon in drawn
        if icons.find(icon, folders) is None
    ] + [
        given.problem(path, f"there is no file {address!r} in {docs_dir.name}/")
        for path, address in named
        if is_missing(address, docs_dir)
    ]
