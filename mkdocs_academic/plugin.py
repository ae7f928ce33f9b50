"""The MkDocs plugin: checks early, watches data files, switches on what the macros need."""

from __future__ import annotations

import logging
import os
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.pages import Page

from . import mdx
from .pluglet import config_file, furnish, place_of
from .site import Site, load_site
from .words import words

log = logging.getLogger("mkdocs.plugins.mkdocs_academic")

_MACROS = "mkdocs_academic"
_PUBLICATION_ID = re.compile(r'<li class="acad-pub[^"]*" id="([^"]+)"')

# What item texts are promised to understand; a site's own configuration of each stands.
_EXTENSIONS: dict[str, dict[str, Any]] = {
    "attr_list": {},
    "md_in_html": {},
    "tables": {},
    "pymdownx.arithmatex": {"generic": True},
    "mkdocs_academic.mdx": {},
}


class AcademicConfig(Config):
    """Options of the plugin: none, for every setting lives under `extra.academic`."""


class AcademicPlugin(BasePlugin[AcademicConfig]):
    """What MkDocs and ProperDocs can do beyond the macros; other engines ignore it."""

    _serves = False
    _server: LiveReloadServer | None = None
    _watched: frozenset[str] = frozenset()
    _absent: frozenset[str] | set[str] = frozenset()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether mistakes end the command or are shown in the page."""
        self._serves = command == "serve"

    @event_priority(100)  # before the macros plugin reads its own configuration
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the settings, then set up macros, Markdown and the watch list."""
        mdx.forget()
        _add_macros(config)
        _add_extensions(config)
        site = load_site(config_file(config))
        if site.mistakes and not self._serves:
            title = words(site.language)["mistakes"]
            raise PluginError("\n".join([f"{title}:", *map(str, site.mistakes)]))
        self._watch(config, site)
        return config

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Keep the server: it reads `watch` only now, and files may be named later."""
        self._server = server
        self._await(self._absent)
        return server

    def _watch(self, config: MkDocsConfig, site: Site) -> None:
        """Have every file that the site is made of watched."""
        paths = {str(path) for path in (*site.files, site.custom_dir) if path}
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
        folders = {str(_existing(Path(path).parent)) for path in absent if path.endswith(_AWAITED)}
        if self._server:
            for folder in sorted(folders - self._watched):
                self._server.watch(folder, recursive=False)
            self._watched |= folders

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Any) -> str:
        """Tell MkDocs the ids of publications, for its check of links to anchors."""
        if page.present_anchor_ids is not None:
            page.present_anchor_ids |= set(_PUBLICATION_ID.findall(html))
        return html

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the theme the profile, also on pages without a macro."""
        furnish(page, load_site(config_file(config)), place_of(page, config))
        return context


_AWAITED = (".yml", ".yaml", ".bib", ".ris")


def _existing(folder: Path) -> Path:
    return folder if folder.exists() else _existing(folder.parent)


def _add_macros(config: MkDocsConfig) -> None:
    macros = config.plugins.get("macros")
    if macros is None:
        raise PluginError(
            "academic: the macros plugin is missing: write\n"
            "plugins:\n  - search\n  - macros: {modules: [mkdocs_academic]}\n  - academic"
        )
    if _MACROS not in macros.config["modules"]:
        macros.config["modules"].append(_MACROS)


def _add_extensions(config: MkDocsConfig) -> None:
    listed = config.markdown_extensions
    for name, options in _EXTENSIONS.items():
        if name not in listed and not (name in mdx.NAMES and set(mdx.NAMES) & set(listed)):
            listed.append(name)
            config.mdx_configs.setdefault(name, {}).update(options)
    if "pymdownx.emoji" not in listed:
        from material.extensions.emoji import twemoji  # here: only where it is wanted

        listed.append("pymdownx.emoji")
        config.mdx_configs["pymdownx.emoji"] = {
            "emoji_index": twemoji,
            "emoji_generator": _drawn,
        }


def _drawn(
    index: str,
    shortname: str,
    alias: str,
    uc: str | None,
    alt: str,
    title: str,
    category: str,
    options: dict[str, Any],
    md: Any,
) -> Any:
    """Draw an icon; an emoji is the character, for Material would fetch its picture elsewhere."""
    from material.extensions.emoji import to_svg

    if not uc:
        return to_svg(index, shortname, alias, uc, alt, title, category, options, md)
    span = etree.Element("span", {"class": "acad-emoji", "title": title})
    span.text = "".join(chr(int(point, 16)) for point in uc.split("-"))
    return span
