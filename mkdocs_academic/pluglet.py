"""Binds the macros to the macro environment that MkDocs, ProperDocs and Zensical share."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import languages, mdx
from .citations import live
from .fragment import Fragment
from .macros import Macros
from .outputs import accent_style, feed_files, open_graph
from .outputs.heads import Heads
from .render import Place, render
from .site import Site, load_site

# Below `mkdocs.plugins`, so that `--strict` counts what is logged here.
log = logging.getLogger("mkdocs.plugins.mkdocs_academic")

# By folder and language, the site whose warnings were logged last; Zensical 0.0.73 binds once a
# page.
_told: dict[Path, dict[str, Site]] = {}


def define_env(env: Any) -> None:
    """Register the macros; called once a build by mkdocs-macros, once a page by Zensical."""
    site = site_of(env.conf)
    engine = MacrosEnvironment(env)
    for name, macro in Macros(site, engine).table().items():
        env.macro(_guarded(macro, name, engine), name)
    _tell(site, engine)
    if engine.page is not None:
        furnish(engine.page, site, place_of(engine.page, env.conf))


def site_of(conf: Any) -> Site:
    """Return the site that an engine builds, in the language that it builds now."""
    return load_site(config_file(conf), languages.being_built(conf))


def config_file(conf: Any) -> Path:
    """Return the site's `mkdocs.yml` on any engine."""
    named = conf.get("config_file_path")
    if named and named != "-":
        return Path(named)
    return Path(conf.get("root_dir") or ".") / "mkdocs.yml"


def furnish(page: Any, site: Site, place: Place) -> None:
    """Put what the theme shows around the content into the page's metadata."""
    _furniture_of(site).put(page, place)


def around_pages(site: Site) -> dict[str, Any]:
    """Return what the theme shows around every page, and where there is no page: on 404.html."""
    return _furniture_of(site).everywhere


def _furniture_of(site: Site) -> Furniture:
    global _furniture
    if _furniture is None or _furniture.site is not site:
        _furniture = Furniture(site)
    return _furniture


class Furniture:
    """What the theme shows around the content of the pages of one site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._heads = Heads(site)
        self.everywhere: dict[str, Any] = {
            "look": "" if site.accent else site.look,
            "accent": accent_style.FILE if site.accent else "",
            "density": site.density,
            "made_with": site.words["made_with"],
            "image": self._heads.image,
            "locale": open_graph.locale(site.language),
            "feeds": [
                {
                    "path": one.path,
                    "type": one.media_type,
                    "title": feed_files.title(site, one.name),
                }
                for one in feed_files.published(site)
            ],
        }
        if looked_for := live.place(site.citations, site.numbers):
            self.everywhere["live"] = looked_for._asdict()
        self._sidebars: dict[str, str] = {}  # by the folder that addresses start at

    def put(self, page: Any, place: Place) -> None:
        """Leave on the page what a macro or its author has put there."""
        known = page.meta.get("academic")
        furniture = {**self.everywhere, **(known if isinstance(known, dict) else {})}
        if place.source == _HOME and "head" not in furniture and not self.site.mistakes:
            furniture["head"] = self._heads.of_home(place)
        if self.site.profile and "profile" not in furniture:
            furniture["profile"] = self._sidebar(place)
        page.meta["academic"] = furniture

    def _sidebar(self, place: Place) -> str:
        """Return the profile; pages side by side have the same addresses in it."""
        start = f"{place.folder}{place.start}"
        if start not in self._sidebars:
            shown = render("profile", self.site, place, profile=self.site.profile)
            self._sidebars[start] = shown.alone(place.address)
        return self._sidebars[start]


_HOME = "index.md"
_furniture: Furniture | None = None  # of the site that was furnished last


def place_of(page: Any, conf: Any) -> Place:
    """Return where a page stands; Zensical 0.0.73 has its source as `path`."""
    source = getattr(getattr(page, "file", page), "src_uri", "") or getattr(page, "path", "")
    url = page.url if page else ""
    return Place(url, bool(conf.get("use_directory_urls", True)), source, languages.folder(conf))


_THEIRS = ("__search", "__drawer", "__palette_0", "__palette_1", "__palette_2", "__toc", "__nav")
_TELLING = re.compile(r"[<>{}\[\]`\\]")  # what could be more than text in a heading


@dataclass
class Seen:
    """What the macros have put on one page so far."""

    page: Any
    shown: set[str] = field(default_factory=lambda: set(_THEIRS))  # ids that stand on the page
    cited: dict[str, None] = field(default_factory=dict)


class MacrosEnvironment:
    """The engine, seen through the macro environment it hands out."""

    def __init__(self, env: Any) -> None:
        self._env = env
        listed = env.conf.get("markdown_extensions") or ()
        self._fills_tokens = any(name in listed for name in mdx.NAMES)
        self._knows_ids = "attr_list" in listed
        self._has_plugin = mdx.holds_lists(env.conf)
        self._seen = Seen(None)

    @property
    def page(self) -> Any:
        """Return the page being built; mkdocs-macros 1.5 raises before there is one."""
        try:
            return self._env.page
        except AttributeError:
            return None

    def place(self) -> Place:
        """Return where the page being built stands.

        Zensical, whose settings are a plain mapping, moves all links in the content, ours too.
        """
        place = place_of(self.page, self._env.conf)
        return place._replace(from_source=isinstance(self._env.conf, dict))

    def emit(self, fragment: Fragment) -> str:
        """Return a token where the extension is there to replace it, else one line of HTML."""
        if self._fills_tokens:
            return mdx.keep(fragment)
        return fragment.alone(self.place().address).replace("\n", " ").strip()

    def heading(self, level: int, text: str, name: str) -> str:
        """Return a heading that tables of contents list, its id once a page."""
        anchor = name if self.is_new(name) else ""
        if self._fills_tokens:
            return mdx.keep(Fragment.title(text, level, anchor))
        plain = _TELLING.sub(r"\\\g<0>", " ".join(text.split()))
        ending = f" {{ #{anchor} }}" if anchor and self._knows_ids else ""
        return f"{'#' * level} {plain}{ending}"

    def makes_pages(self) -> bool:
        """Tell whether the plugin is there, which builds pages of papers."""
        return self._has_plugin

    def has_file(self, source: str) -> bool:
        """Tell whether there is a file of this name below docs."""
        folder = config_file(self._env.conf).parent
        return (folder / str(self._env.conf.get("docs_dir") or "docs") / source).is_file()

    def is_new(self, key: str) -> bool:
        """Tell whether this page shows `key` for the first time: an id may stand only once."""
        shown = self._on_page().shown
        is_new = key not in shown
        shown.add(key)
        return is_new

    def ids(self) -> frozenset[str]:
        """Return the ids that stand on this page so far."""
        return frozenset(self._on_page().shown)

    def cited(self) -> dict[str, None]:
        """Return the citation keys that this page has cited, to be added to."""
        return self._on_page().cited

    def _on_page(self) -> Seen:
        if self._seen.page is not self.page:
            self._seen = Seen(self.page)
        return self._seen

    def note(self, key: str, value: object) -> None:
        """Tell the theme something about this page."""
        if self.page is not None:
            self.page.meta.setdefault("academic", {})[key] = value

    def warn(self, message: str) -> None:
        """Log a warning, with the page it is about."""
        source = getattr(getattr(self.page, "file", None), "src_path", "")
        log.warning("%s", f"{source}: {message}" if source else message)


def _tell(site: Site, engine: MacrosEnvironment) -> None:
    told = _told.setdefault(site.root, {})
    if told.get(site.language) is site:
        return
    told[site.language] = site
    first = next(iter(told.values()))  # what all languages share is said with the first
    known = set() if first is site else {*first.mistakes, *first.warnings, *first.notes}
    for problem in (*site.mistakes, *site.warnings):
        if problem not in known:
            log.warning("%s", problem)
    for note in site.notes:
        if note not in known:
            log.info("%s", note)
    if site.accent and not (engine.makes_pages() or engine.has_file(accent_style.FILE)):
        log.warning(
            "extra.academic.accent: run `mkdocs-academic export` before a build: it writes it down"
        )


def _guarded(macro: Callable[..., str], name: str, engine: MacrosEnvironment) -> Callable[..., str]:
    """Turn whatever goes wrong in a macro into a warning and a box: it costs no other part."""

    @functools.wraps(macro)
    def guarded(*args: Any, **options: Any) -> str:
        try:
            return macro(*args, **options)
        except Exception as error:
            said = f"{name}(): {error}"
            engine.warn(said)
            if not isinstance(error, ValueError | TypeError):
                log.debug("", exc_info=True)
            return engine.emit(Fragment.box(said))

    return guarded
