"""Binds the macros to the macro environment that MkDocs, ProperDocs and Zensical share."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import mdx
from .fragment import Fragment
from .macros import Macros
from .render import Place, render
from .site import Site, load_site

# Below `mkdocs.plugins`, so that `--strict` counts what is logged here.
log = logging.getLogger("mkdocs.plugins.mkdocs_academic")

# By folder, the site whose warnings were logged last; Zensical 0.0.73 binds once a page.
_told: dict[Path, Site] = {}


def define_env(env: Any) -> None:
    """Register the macros; called once a build by mkdocs-macros, once a page by Zensical."""
    site = load_site(config_file(env.conf))
    engine = MacrosEnvironment(env)
    for name, macro in Macros(site, engine).table().items():
        env.macro(_guarded(macro, name, engine), name)
    _tell(site)
    if engine.page is not None:
        furnish(engine.page, site, engine.place())


def config_file(conf: Any) -> Path:
    """Return the site's `mkdocs.yml` on any engine."""
    named = conf.get("config_file_path")
    if named and named != "-":
        return Path(named)
    return Path(conf.get("root_dir") or ".") / "mkdocs.yml"


def furnish(page: Any, site: Site, place: Place) -> None:
    """Put what the theme shows around the content into the page's metadata."""
    known = page.meta.get("academic")
    furniture = known if isinstance(known, dict) else {}
    furniture["look"] = site.look
    if site.profile and "profile" not in furniture:
        furniture["profile"] = _sidebar(site, place)
    page.meta["academic"] = furniture


def _sidebar(site: Site, place: Place) -> str:
    return render("profile", site, place, profile=site.profile).alone(place.address)


def place_of(page: Any, conf: Any) -> Place:
    """Return where a page stands."""
    source = getattr(getattr(page, "file", None), "src_uri", "")
    return Place(page.url if page else "", bool(conf.get("use_directory_urls", True)), source)


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
        self._seen = Seen(None)

    @property
    def page(self) -> Any:
        """Return the page being built; mkdocs-macros 1.5 raises before there is one."""
        try:
            return self._env.page
        except AttributeError:
            return None

    def place(self) -> Place:
        """Return where the page being built stands."""
        return place_of(self.page, self._env.conf)

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

    def is_new(self, key: str) -> bool:
        """Tell whether this page shows `key` for the first time: an id may stand only once."""
        shown = self._on_page().shown
        is_new = key not in shown
        shown.add(key)
        return is_new

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


def _tell(site: Site) -> None:
    if _told.get(site.root) is not site:
        _told[site.root] = site
        for problem in (*site.mistakes, *site.warnings):
            log.warning("%s", problem)
        for note in site.notes:
            log.info("%s", note)


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
