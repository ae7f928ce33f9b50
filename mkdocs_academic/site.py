"""The site: what a `mkdocs.yml` says of its people and papers, read, checked, remembered."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from . import icons, languages, settings
from .bibliography.files import is_missing
from .bibliography.publication import Publication
from .citations import numbers, stated, store
from .citations.numbers import Numbers
from .citations.report import Report
from .expansion import written_out
from .formats import Dates
from .library import Library
from .pages import Pages, assigned
from .problems import Problem, Problems, did_you_mean
from .sections import base, publications
from .sections.people import Person
from .sections.profile import Profile
from .settings import Settings
from .urls import safe_url
from .validation import validated
from .words import words


@dataclass(frozen=True, kw_only=True)
class Site:
    """What a build shows. Where there are mistakes, nothing else is filled."""

    root: Path  # the folder of mkdocs.yml
    docs_dir: Path
    site_dir: Path = Path("site")  # where the engine builds
    name: str = ""  # site_name
    directory_urls: bool = True  # use_directory_urls
    url: str = ""  # site_url with a slash at its end, "" where none is set
    custom_dir: Path | None  # theme.custom_dir, where templates may be overridden
    language: str  # a tag: en, zh-Hant
    words: Mapping[str, str] = field(default_factory=lambda: words("en"))  # the site's own first
    dates: Dates = "auto"  # which dates are written out in that language
    look: str = "viridian"
    profile: Profile | None = None
    sections: Mapping[str, base.Section] = field(default_factory=dict)  # by name
    order: tuple[str, ...] = ()  # of the sections on a home page
    publications: tuple[Publication, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)  # keys of versions not shown
    pages: Pages = field(default_factory=Pages)  # of papers
    people: tuple[Person, ...] = ()
    citations: Report = field(default_factory=Report)  # what the settings say
    numbers: Numbers = field(default_factory=Numbers)  # what is shown
    metrics: stated.Settings = field(default_factory=stated.Settings)
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
    def around(self) -> base.Surroundings:
        """Return what sections may look at."""
        return base.Surroundings(
            today=self.today,
            publications=self.publications,
            spellings=self.spellings,
            words=self.words,
            language=self.language,
            numbers=self.numbers,
        )

    @property
    def today(self) -> date:
        """Return the day of the build; SOURCE_DATE_EPOCH makes it reproducible."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


_remembered: dict[tuple[Path, str], tuple[tuple[object, ...], Site]] = {}


def load_site(config_file: Path | str, language: str = "") -> Site:
    """Read the site of a `mkdocs.yml`, again only when one of its files has changed.

    `language` is the tag of the one that is built, if the site has several. Never raises for
    what the files hold: mistakes and warnings are part of the answer.
    """
    file = Path(config_file).resolve()
    known = _remembered.get((file, language))
    if known and known[0] == _stamps(known[1].files):
        return known[1]
    site = _read(settings.read(file, language))
    gc.freeze()  # it stays: the collector need not walk through it at every turn
    _remembered[file, language] = (_stamps(site.files), site)
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
    where = _where(given)
    try:
        expanded = written_out(given)
        academic, sections = validated(expanded, given)
        return _filled(academic, sections, expanded, given, where)
    except Problems as found:
        return Site(**where, mistakes=found.problems, files=tuple(given.files))
    except RecursionError:
        itself = given.problem((), "refers to itself: an alias or a data file within itself")
        return Site(**where, mistakes=(itself,), files=tuple(given.files))


def _where(given: Settings) -> dict[str, Any]:
    config, root = given.config, given.root
    theme = config.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    custom = theme.get("custom_dir")
    language = _language(given)
    url = safe_url(str(config.get("site_url") or ""))
    return {
        "root": root,
        "docs_dir": root / str(config.get("docs_dir") or "docs"),
        "site_dir": root / str(config.get("site_dir") or "site"),
        "name": str(config.get("site_name") or ""),
        "directory_urls": str(config.get("use_directory_urls", "")).lower() not in ("false", "no"),
        "url": f"{url.rstrip('/')}/" if url else "",
        "custom_dir": root / str(custom) if custom else None,
        "language": language,
        "words": words(language),
    }


def _language(given: Settings) -> str:
    """Return the language of the pages: of the one being built, else the theme's."""
    entry = (("theme", "language"), ("locale",)) if given.entry else ()
    for path in (*((*given.entry, *one) for one in entry), ("theme", "language")):
        if found := given.at(path):
            return str(found)
    return "en"


def _filled(
    academic: Any,
    checked: dict[str, base.Section],
    expanded: Mapping[str, Any],
    given: Settings,
    where: Mapping[str, Any],
) -> Site:
    sections = {name: checked[name] for name in expanded if name in checked}
    lists = {name: one for name, one in sections.items() if isinstance(one, publications.Section)}
    where = {**where, "words": {**where["words"], **academic.words}}
    found = Library(
        given, lists, academic.profile, academic.people, where["docs_dir"], where["words"]
    ).read()
    cited = where["root"] / academic.citations.file
    stored = store.read(cited, given.shown(cited))
    missing = _missing_files(
        academic.profile, sections, given, where["docs_dir"], where["custom_dir"]
    )
    pages = assigned(academic.pages, found.publications, found.also)
    keys = {*found.also, *(one.key for one in found.publications)}
    unknown = _unknown_papers(sections, keys, given)
    known = numbers.resolve(academic.citations, stored, found.publications)
    listed = academic.sections if academic.sections is not None else tuple(sections)
    return Site(
        **where,
        profile=academic.profile,
        sections=sections,
        order=tuple(name for name in listed if name in sections),
        publications=found.publications,
        also=found.also,
        pages=pages,
        citations=academic.citations,
        numbers=known,
        metrics=academic.metrics,
        look=academic.look,
        dates=academic.dates,
        people=academic.people,
        warnings=(*missing, *found.warnings, *pages.problems, *unknown, *known.problems),
        notes=found.notes,
        files=(*given.files, *found.files, cited),
    )


def _unknown_papers(
    sections: Mapping[str, base.Section], keys: set[str], given: Settings
) -> list[Problem]:
    """Tell of items about papers that nobody has."""
    return [
        given.problem(
            (name, "items", place, "papers"),
            f"there is no publication {key!r}{did_you_mean(key, keys)}",
        )
        for name, section in sections.items()
        for place, item in enumerate(getattr(section, "items", ()))
        for key in item.papers
        if key not in keys
    ]


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
    tags = languages.tags(given.config)
    folders = [one for one in (custom_dir, *icons.engine_folders()) if one]
    drawn = [(name, one.icon) for name, one in sections.items() if one.icon and "/" in one.icon]
    return [
        given.problem((name, "icon"), f"there is no icon {icon!r}")
        for name, icon in drawn
        if icons.find(icon, folders) is None
    ] + [
        given.problem(path, f"there is no file {address!r} in {docs_dir.name}/")
        for path, address in named
        if all(is_missing(one, docs_dir) for one in languages.versions(address, tags))
    ]
