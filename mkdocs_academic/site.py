"""The site: what a `mkdocs.yml` says of its people and papers, read, checked, remembered."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from . import collector, member_homes, palettes, references, restrictions, settings
from .bibliography import identity
from .bibliography.names import Name
from .bibliography.publication import Publication
from .citations import numbers, stated, store
from .citations.numbers import Numbers
from .citations.report import Report
from .expansion import written_out
from .formats import Dates
from .library import Library, problem_of
from .pages import Pages, assigned
from .problems import Problem, Problems
from .registry import Registry, registered
from .sections import base, publications
from .sections.profile import Profile
from .settings import Settings
from .urls import safe_url
from .validation import validated
from .words import with_own, words


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
    lab_dirs: tuple[Path, ...] = ()  # where inherited files have theirs, after the site's own
    language: str  # a tag: en, zh-Hant
    words: Mapping[str, str] = field(default_factory=lambda: words("en"))  # the site's own first
    dates: Dates = "auto"  # which dates are written out in that language
    citation_styles: tuple[str, ...] = ()  # in which references are written, the first in lists
    look: str = "viridian"
    accent: str = ""  # of the user's own, `#rrggbb`
    density: str = "regular"
    late_script: bool = True  # pages load the engine's when their reader moves
    profile: Profile | None = None
    sections: Mapping[str, base.Section] = field(default_factory=dict)  # by name
    order: tuple[str, ...] = ()  # of the sections on a home page
    publications: tuple[Publication, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)  # keys of versions not shown
    pages: Pages = field(default_factory=Pages)  # of papers
    registry: Registry = field(default_factory=Registry)  # of people
    citations: Report = field(default_factory=Report)  # what the settings say
    numbers: Numbers = field(default_factory=Numbers)  # what is shown
    metrics: stated.Settings = field(default_factory=stated.Settings)
    mistakes: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()  # worth telling, nothing to mend
    files: tuple[Path, ...] = ()  # everything that was read

    # What was made of it, by whoever made it: as long as the site is the same, that holds.
    made: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def papers(self) -> Mapping[str, Publication]:
        """Return the publications by citation key."""
        return {paper.key: paper for paper in self.publications}

    def type_of(self, name: str) -> str:
        """Return the type of a section: its own name, or what it is `like`."""
        return self.sections[name].like or name

    @property
    def spellings(self) -> Mapping[str, tuple[str, ...]]:
        """Return the aliases of everybody known, by name."""
        return _spellings(self.registry, self.profile)

    @property
    def accents(self) -> tuple[str, str]:
        """Return the accent of light pages and that of dark ones, `#rrggbb`."""
        return palettes.accents(self.look, self.accent)

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
            person=self.person,
            by_family=lambda: self._by_family,
        )

    @cached_property
    def _by_family(self) -> Mapping[str, Mapping[Name, list[str]]]:
        """Return the keys of the papers of each author, by the names that stand there."""
        keys: dict[Name, list[str]] = {}
        for paper in self.publications:
            for author in paper.everyone:
                keys.setdefault(author.name, []).append(paper.key)
        found: dict[str, dict[Name, list[str]]] = {}
        for name, theirs in keys.items():
            for family in identity.families(name):
                found.setdefault(family, {})[name] = theirs
        return found

    def person(self, written: str) -> str:
        """Return the slug of somebody who is named by key, name or alias.

        Raises:
            ValueError: nobody is known by that name, or several people are.

        """
        if slug := self.registry.find(written):
            return slug
        raise ValueError(references.nobody(written, self.registry))

    @property
    def today(self) -> date:
        """Return the day of the build; SOURCE_DATE_EPOCH makes it reproducible."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


_remembered: dict[tuple[Path, str], tuple[tuple[object, ...], Site]] = {}


def load_site(config_file: Path | str, language: str = "", *, anew: bool = False) -> Site:
    """Read the site of a `mkdocs.yml`, again only when one of its files has changed.

    `language` is the tag of the one that is built, if the site has several; `anew` reads whatever
    the files' times say. Never raises for
    what the files hold: mistakes and warnings are part of the answer.
    """
    file = Path(os.path.abspath(config_file))
    known = _remembered.get((file, language))
    if known and not anew and known[0] == _stamps(known[1].files):
        return known[1]
    with collector.resting():
        site = from_settings(settings.read(file, language))
    collector.spare()
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


def from_settings(given: Settings) -> Site:
    """Return the site of settings that have been read, or what is wrong in them."""
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
        "lab_dirs": tuple(given.lent_overrides),
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
    profile = academic.profile and academic.profile.also_called(given.owner_names)
    lists = {name: one for name, one in sections.items() if isinstance(one, publications.Section)}
    where = {**where, "words": with_own(where["words"], academic.words)}
    everybody = registered(academic.people, academic.people_pages, where["url"], given)
    tree = where["root"], where["docs_dir"]
    registry = member_homes.settled(everybody, academic.people_pages, *tree)
    found = Library(given, lists, profile, registry, where["docs_dir"], where["words"]).read()
    cited = where["root"] / academic.citations.file
    stored = store.read(cited, given.shown(cited))
    missing = references.missing_files(
        profile, sections, given, where["docs_dir"], where["custom_dir"]
    )
    pages = assigned(
        academic.pages,
        found.publications,
        found.also,
        lambda entry, message: problem_of(entry, message, given),
    )
    keys = {*found.also, *found.others, *(one.key for one in found.publications)}
    unknown = references.unknown(sections, keys, registry, given)
    known = numbers.resolve(academic.citations, stored, found.publications, found.also)
    wrong, to_come = restrictions.of_sections(
        lists, found.publications, _spellings(registry, profile), given
    )
    listed = academic.sections if academic.sections is not None else tuple(sections)
    return Site(
        **where,
        profile=references.drawn(profile, where["docs_dir"], given),
        sections=sections,
        order=tuple(name for name in listed if name in sections),
        publications=found.publications,
        also=found.also,
        pages=pages,
        citations=academic.citations,
        numbers=known,
        metrics=academic.metrics,
        look=academic.look,
        accent=academic.accent,
        density=academic.density,
        late_script=academic.late_script,
        citation_styles=academic.citation_style,
        dates=academic.dates,
        registry=references.with_photos(registry, where["docs_dir"]),
        warnings=(
            *missing,
            *found.warnings,
            *pages.problems,
            *registry.problems,
            *unknown,
            *references.uncounted(academic.citations, stored.tallies.values(), keys, given),
            *wrong,
            *references.unclear(registry, given),
            *references.missing_photos(registry, where["docs_dir"], given),
            *member_homes.dead(registry, *tree, given),
            *known.problems,
            *_lost_accent(given),
        ),
        notes=(*found.notes, *to_come, *_changed_accent(academic.accent, given)),
        files=(*given.files, *found.files, cited, *member_homes.looked_for(everybody, tree[0])),
    )


def _spellings(registry: Registry, profile: Profile | None) -> Mapping[str, tuple[str, ...]]:
    found = {one.name: one.aliases for one in registry.people.values()}
    return found | ({profile.name: profile.aliases} if profile else {})


def _lost_accent(given: Settings) -> Iterator[Problem]:
    """Tell of a colour that YAML took for a comment."""
    if given.academic.get("accent", "") is None:
        said = 'is empty: what follows a # is a comment, so write "#7a1f3d" in quotes'
        yield given.problem(("accent",), said)


def _changed_accent(accent: str, given: Settings) -> Iterator[Problem]:
    """Tell when text in the user's colour could not be read on a light page."""
    light, dark = palettes.accents("", accent or palettes.ACCENTS["viridian"][0])
    if accent and light != accent:
        said = f"text in {accent} is hard to read on light pages: they have {light}, dark ones "
        yield given.problem(("accent",), said + dark)
