"""Our Jinja2 templates, a user's own first: a view goes in, a fragment comes out."""

from __future__ import annotations

import posixpath
import traceback
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup, escape

from . import icons
from .covers import cover
from .fragment import Fragment, Text, hole
from .site import Site
from .words import words

_TEMPLATES = Path(__file__).parent / "templates"
_OWN_FOLDER = "academic"  # below theme.custom_dir


class Place(NamedTuple):
    """The page that a fragment is for."""

    url: str = ""  # relative to the site, as the engine gives it: "", "talks/", "talks.html"
    directory_urls: bool = True
    source: str = ""  # the page's file below docs: "sections/talks.md"

    @property
    def up(self) -> str:
        """Return the way from the page's source to docs: "../"."""
        return "../" * self.source.count("/")

    def address(self, target: str) -> str:
        """Return where a link or picture leads from this page; files are named below docs."""
        if not target or "://" in target or target.startswith(("#", "mailto:", "/")):
            return target
        path, mark, rest = target.partition("#")
        wanted = self._page_url(path) if path.endswith(".md") else path
        relative = posixpath.relpath(wanted or ".", posixpath.dirname(self.url) or ".")
        slash = "/" if wanted.endswith("/") or not wanted else ""
        return f"{relative}{slash}{mark}{rest}"

    def _page_url(self, source: str) -> str:
        """Return the address of a Markdown page (MkDocs' `use_directory_urls`)."""
        stem = source.removesuffix(".md")
        is_index = posixpath.basename(stem) in ("index", "README")
        if not self.directory_urls:
            return f"{posixpath.join(posixpath.dirname(stem), 'index') if is_index else stem}.html"
        if not is_index:
            return f"{stem}/"
        folder = posixpath.dirname(stem)
        return f"{folder}/" if folder else ""


def render(template: str, site: Site, place: Place, **view: Any) -> Fragment:
    """Render `<template>.html`.

    Raises:
        ValueError: a template of the user's is wrong; the message names it and the line.

    """
    texts: list[Text] = []
    try:
        html = (
            _environment(_own_templates(site.custom_dir))
            .get_template(f"{template}.html")
            .render(
                view,
                _texts=texts,
                site=site,
                t=words(site.language),
                url=place.address,
                icon=_icons(site.custom_dir),
                cover=cover,
            )
        )
    except TemplateError as error:
        raise ValueError(f"{_template_place(error)}: {error.message}") from error
    return Fragment(html, tuple(texts), place.up)


def _template_place(error: TemplateError) -> str:
    """Return the file and line of a template where it failed."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.endswith(".html")]
    return f"{inside[-1].filename}:{inside[-1].lineno}" if inside else "template"


class OwnTemplates(NamedTuple):
    """A folder of the user's templates, in one state."""

    folder: Path | None
    stamps: tuple[tuple[str, int], ...]  # an edited template makes a new environment


def _own_templates(custom_dir: Path | None) -> OwnTemplates:
    folder = custom_dir / _OWN_FOLDER if custom_dir else None
    files = sorted(folder.rglob("*.html")) if folder else []
    return OwnTemplates(folder, tuple((str(one), one.stat().st_mtime_ns) for one in files))


@lru_cache(maxsize=4)
def _environment(own: OwnTemplates) -> Environment:
    folders = [own.folder] if own.folder else []
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in (*folders, _TEMPLATES)]),
        autoescape=True,
        auto_reload=False,  # a look at the disk for each part of each entry costs a third
        undefined=StrictUndefined,
    )
    environment.filters |= {
        "markdown": _markdown,
        "line": _line,
        "heading": _heading,
        "verbatim": _verbatim,
    }
    return environment


@pass_context
def _markdown(context: Context, value: str) -> Markup:
    """Leave a hole for a text of any length."""
    return _left(context, Text(value, inline=False))


@pass_context
def _line(context: Context, value: str) -> Markup:
    """Leave a hole for a text of one line."""
    return _left(context, Text(" ".join(value.split()), inline=True))


@pass_context
def _heading(context: Context, value: str, level: int, css: str) -> Markup:
    """Leave a hole for a heading that the page's table of contents lists."""
    return _left(context, Text(" ".join(value.split()), True, level, css))


def _left(context: Context, text: Text) -> Markup:
    texts: list[Text] = context["_texts"]
    texts.append(text)
    return Markup(hole(len(texts) - 1))


def _verbatim(value: str) -> Markup:
    """Escape a text whose line breaks must survive on one line of Markdown."""
    return Markup(str(escape(value)).replace("\n", "&#10;"))


@cache
def _icons(custom_dir: Path | None) -> Any:
    folders: Sequence[Path] = (*([custom_dir] if custom_dir else []), *icons.engine_folders())

    def icon(name: str) -> Markup:
        """Return the drawing of an icon, nothing where there is none of that name."""
        return Markup(icons.find(name, folders) or "")

    return icon
