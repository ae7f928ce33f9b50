"""The MkDocs plugin: checks early, watches data files, switches on what the macros need."""

from __future__ import annotations

import logging
import marshal
import os
from collections.abc import Iterable, Mapping
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from . import (
    collector,
    companions,
    furniture,
    languages,
    late_git,
    late_script,
    mdx,
    memory,
    mistyped,
    questions,
    theme_env,
)
from .build import Build, begin, build_of
from .kept_members import KeptMembers
from .made_pages import MadePages
from .pluglet import place_of
from .words import words

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from .outputs.downloads import Known

log = logging.getLogger("mkdocs.plugins.mkdocs_academic")


class AcademicConfig(Config):
    """Options of the plugin: none, for every setting lives under `extra.academic`."""


class AcademicPlugin(BasePlugin[AcademicConfig]):
    """What MkDocs and ProperDocs can do beyond the macros; other engines ignore it."""

    _serves = False
    _server: LiveReloadServer | None = None
    _watched: frozenset[str] = frozenset()
    _absent: frozenset[str] | set[str] = frozenset()

    def __init__(self) -> None:
        """Begin with no page."""
        super().__init__()
        self._pages: MadePages | None = None
        self._members = KeptMembers()
        self._put_in = self._without_lists = ""  # the page at hand, whole and without its lists
        self._unfilled: list[str] = []  # files of pages whose lists are still to be put in
        self._downloads: Known = {}  # of the last build: after an edit most are the same
        self._shown: list[tuple[str, list[str]]] = []  # a page's address, ids of papers on it
        names = words("en")
        self._toggles = {names[key]: key for key in names if key.startswith("palette.")}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether mistakes end the command or are shown in the page."""
        self._serves = command == "serve"

    @event_priority(100)  # before the macros plugin reads its own configuration
    def _on_config_first(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the settings, then set up macros, Markdown and the watch list."""
        collector.spare()
        _check_epoch()
        mdx.forget()
        theme_env.hasten(config.theme)
        self._shown.clear()
        self._unfilled.clear()
        companions.switch_on(config)
        build = begin(config)
        if build.mistakes and not self._serves:
            raise PluginError("\n".join([f"{build.site.words['mistakes']}:", *build.mistakes]))
        self._watch(config, build)
        return config

    @event_priority(-200)  # after mkdocs-static-i18n (-100), which sets up Material itself only
    def _on_config_last(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set the theme up for the language that is being built."""
        language, toggles = build_of(config).ask("theme", questions.theme)
        languages.speak(config, language)
        self._name_toggles(config, toggles)
        return config

    on_config = CombinedEvent(_on_config_first, _on_config_last)

    @event_priority(1)  # just before the macros write down all variables for their log
    def _on_pre_build_first(self, *, config: MkDocsConfig) -> None:
        late_git.hide(companions.macros(config).variables)

    @event_priority(-1)
    def _on_pre_build_last(self, *, config: MkDocsConfig) -> None:
        late_git.show(companions.macros(config).variables)
        mistyped.forgive(companions.macros(config))
        if not self._serves:  # that is elsewhere, without them
            self._members.set_aside(config)

    on_pre_build = CombinedEvent(_on_pre_build_first, _on_pre_build_last)

    def _name_toggles(self, config: MkDocsConfig, said: Mapping[str, str]) -> None:
        """Say what the palette's buttons do in the site's language, if they are the theme's own."""
        for one in config.theme.get("palette") or []:
            toggle = one.get("toggle") if isinstance(one, dict) else None
            if isinstance(toggle, dict) and (key := self._toggles.get(str(toggle.get("name")))):
                toggle["name"] = said[key]
                self._toggles[toggle["name"]] = key

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Keep the server: it reads `watch` only now, and files may be named later."""
        self._server = server
        self._await(self._absent)
        return server

    def _watch(self, config: MkDocsConfig, build: Build) -> None:
        """Have every file that the site is made of watched."""
        paths = set(build.sources)
        wanted = {path for path in paths if os.path.exists(path)}  # a server refuses others
        self._absent = paths - wanted
        for path in sorted(wanted - self._watched - set(config.watch)):
            config.watch.append(path)
            if self._server:
                self._server.watch(path)
        self._watched |= wanted
        self._await(self._absent)

    def _await(self, absent: Iterable[str]) -> None:
        """Have the folders watched in which files may still appear, but not what lies below."""
        awaited = (Path(path).parents for path in absent if path.endswith(_AWAITED))
        folders = {str(next(filter(Path.exists, above))) for above in awaited}
        if self._server:
            for folder in sorted(folders - self._watched):
                self._server.watch(folder, recursive=False)
            self._watched |= folders

    @event_priority(-200)  # mkdocs-static-i18n 1.3 (-100) cannot bear files without a source
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Publish the files that a site has beside its pages; one of the user's own wins."""
        if not languages.folder(config):  # once for all languages
            build = build_of(config)
            self._pages = MadePages(build, config)
            self._pages.add(files)
            for path, text in build.ask("side files", questions.side_files):
                if path not in files.src_uris:
                    files.append(File.generated(config, path, content=text))
        return files

    @event_priority(100)  # before the macros
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Write the pages of papers."""
        return self._pages.markdown(page) if self._pages and page in self._pages else markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Any) -> str:
        """Remember the ids of publications: for MkDocs' check of anchors, and for the search."""
        ids = [anchor for one in mdx.held(html) for anchor in one.fragment.shown or ()]
        if page.present_anchor_ids is not None:
            page.present_anchor_ids |= set(ids)
        if ids and not (page.meta.get("search") or {}).get("exclude"):
            self._shown.append((page.url, ids))
        return html

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the theme the profile, also on pages without a macro."""
        furniture.put(page, build_of(config), place_of(page, config))
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give the theme what stands around every page, also on 404.html, which is none."""
        context["academic_everywhere"] = furniture.everywhere(build_of(config))
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave 404.html, one for all languages, to the default one: nothing is not written."""
        return "" if template_name == "404.html" and languages.folder(config) else output

    @event_priority(100)  # before others rewrite the finished page
    def _on_post_page_first(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the lists in now that the search has read the page: it would take longest there."""
        texts = (text for one in mdx.held(output) for text in one.texts)
        self._without_lists = "".join([output, *texts])
        self._put_in = output if self._is_alone(config) else mdx.put_in(output)
        return self._put_in

    @event_priority(-200)  # when all scripts are there
    def _on_post_page_last(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Have a page shown before the engine's script runs."""
        build = build_of(config)
        is_same, self._put_in = output is self._put_in, ""  # it may be megabytes
        if build.ask("late script", lambda site: site.late_script):
            # A list has nothing for a script, if it is ours and nobody has changed the page.
            is_ours = is_same and build.ask("is ours", questions.has_our_templates)
            output = late_script.postponed(output, self._without_lists if is_ours else "")
        if self._is_alone(config) and any(mdx.held(output)):
            self._unfilled.append(page.file.abs_dest_path)
        return output

    def _is_alone(self, config: MkDocsConfig) -> bool:
        """Tell whether nobody else wants to see finished pages: lists go right into the files."""
        others = (getattr(one, "__self__", None) for one in config.plugins.events["post_page"])
        is_alone = all(one is self for one in others)
        return is_alone and build_of(config).ask("is ours", questions.has_our_templates)

    on_post_page = CombinedEvent(_on_post_page_first, _on_post_page_last)

    @event_priority(1000)  # before others look at the pages, and the search writes its index
    def _on_post_build_first(self, *, config: MkDocsConfig) -> None:
        """Put the lists in; write the downloads; add a record for each paper to the search."""
        build = build_of(config)
        try:
            self._write_files(build, config)
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            raise PluginError(f"{place}could not be written: {error.strerror or error}") from error
        found = map(_index, map(config.plugins.get, _SEARCHES))
        index = next((one for one in found if one is not None), None)  # [] counts
        if index is not None:
            self._add_records(index, build)
        build.end()

    @event_priority(-1000)  # when all others are done with the lab's own site
    def _on_post_build_last(self, *, config: MkDocsConfig) -> None:
        self._members.put_back(build_of(config).warn)

    on_post_build = CombinedEvent(_on_post_build_first, _on_post_build_last)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the members' sites of a laboratory where they were."""
        self._members.put_back(log.debug)

    def _write_files(self, build: Build, config: MkDocsConfig) -> None:
        for file in self._unfilled:
            mdx.put_into(Path(file))
        if not languages.folder(config):
            made = partial(questions.downloads, known=self._downloads if self._serves else None)
            _write(build.files("downloads", made), config)

    def _add_records(self, index: list[dict[str, str]], build: Build) -> None:
        """Have every paper found once: on its own page, else in the longest list."""
        pages = sorted(self._shown, key=lambda page: -len(page[1]))
        shown = ((anchor, url) for url, ids in pages for anchor in ids)
        places: dict[str, tuple[int, str]] = {}
        for number, (anchor, url) in enumerate(shown):
            places.setdefault(anchor, (number, url))
        found: dict[str, tuple[int, dict[str, str]]] = {}
        for _, pieces in build.files("search records", questions.search_records):
            for anchor, key, record in marshal.loads(b"".join(pieces)):
                if anchor in places:
                    number, url = places[anchor]
                    own = self._pages.address(key) if self._pages else ""
                    found[anchor] = number, {**record, "location": own or f"{url}#{anchor}"}
        index.extend(record for _, record in sorted(found.values(), key=itemgetter(0)))


def _write(files: Iterable[memory.File], config: MkDocsConfig) -> None:
    """Write downloads at last: MkDocs would look at every file again and again."""
    known: set[str] = set()
    for path, pieces in files:
        if not os.path.exists(os.path.join(config.docs_dir, path)):
            file = os.path.join(config.site_dir, path)
            if (folder := os.path.dirname(file)) not in known:
                os.makedirs(folder, exist_ok=True)
                known.add(folder)
            with open(file, "wb", buffering=1 << 18) as written:
                written.writelines(pieces)


def _check_epoch() -> None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdecimal():
        raise PluginError(f"SOURCE_DATE_EPOCH should be seconds since 1970, got {epoch!r}")


_AWAITED = (".yml", ".yaml", ".bib", ".ris")
_SEARCHES = ("material/search", "academic/search", "search")


def _index(search: Any) -> list[dict[str, str]] | None:
    """Return the records of a search plugin: Material's, or MkDocs' own."""
    index = getattr(search, "search_index", None)
    found: list[dict[str, str]] | None = getattr(index, "entries", getattr(index, "_entries", None))
    return found
