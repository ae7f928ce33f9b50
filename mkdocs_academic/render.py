"""Our Jinja2 templates, a user's own first: a view goes in, a fragment comes out."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import (
    BaseLoader,
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

from . import compiled, formats, icons
from .covers import cover, cover_word
from .dates import Date
from .fragment import LENIENT, Fragment, Text, hole
from .lean_code import LeanCode
from .links import Link
from .outputs import plain
from .place import Place
from .site import Site
from .urls import coded

_TEMPLATES = Path(__file__).parent / "templates"
_OWN_FOLDER = "academic"  # below theme.custom_dir


def render(
    template: str,
    site: Site,
    place: Place,
    symbols: dict[str, str] | None = None,
    lay_by: Callable[[Iterator[bytes]], Iterable[bytes]] = tuple,
    **view: Any,
) -> Fragment:
    """Render `<template>.html`; where there are `symbols`, drawings go there, each once, by id.

    `lay_by` keeps what may be megabytes until the page is written.

    Raises:
        ValueError: a template of the user's is wrong; the message names it and the line.

    """
    texts: list[Text] = []
    given = {
        **view,
        "_texts": texts,
        "site": site,
        "t": site.words,
        "url": lru_cache(_ADDRESSES)(partial(_address, place)),
        "icon": _icons(site.custom_dir, symbols),
        "cover": cover,
        "cover_word": cover_word,
    }
    try:
        found = _environment(own_templates(site)).get_template(f"{template}.html")
        if found.name != _MANY:
            return Fragment(found.render(given), tuple(texts), place.up)
        pieces = lay_by(_encoded(found.generate(given)))
        return Fragment("", tuple(texts), place.up, pieces=pieces)
    except TemplateError as error:
        raise ValueError(f"{_template_place(error)}: {error.message}") from error


def _address(place: Place, target: str) -> str:
    return coded(target) if target.startswith("mailto:") else place.address(target)


_ADDRESSES = 256  # people stand in a list again and again, addresses of papers do not


def _encoded(written: Iterator[str]) -> Iterator[bytes]:
    """Yield UTF-8 of what a template writes: a fraction of the memory that its text would need."""
    while some := list(islice(written, _AT_ONCE)):
        yield "".join(some).encode("utf-8", LENIENT)


_AT_ONCE = 1024  # some hundred kilobytes


def _template_place(error: TemplateError) -> str:
    """Return the file and line of a template where it failed."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.endswith(".html")]
    return f"{inside[-1].filename}:{inside[-1].lineno}" if inside else "template"


class OwnTemplates(NamedTuple):
    """The folders of the user's templates, and of a laboratory's, in one state."""

    folders: tuple[Path, ...]  # the first that has a template counts
    stamps: tuple[tuple[str, int], ...]  # an edited template makes a new environment

    @property
    def names(self) -> frozenset[str]:
        """Return the templates' names, as `include` writes them."""
        files = [Path(file) for file, _ in self.stamps]
        inside = ((file, one) for file in files for one in self.folders if one in file.parents)
        return frozenset(file.relative_to(folder).as_posix() for file, folder in inside)


def own_templates(site: Site) -> OwnTemplates:
    """Return the templates that the site has of its own, in their present state."""
    places = (one for one in (site.custom_dir, *site.lab_dirs) if one)
    folders = tuple(one / _OWN_FOLDER for one in places)
    files = [file for folder in folders for file in sorted(folder.rglob("*.html"))]
    return OwnTemplates(folders, tuple((str(one), one.stat().st_mtime_ns) for one in files))


_MANY = "publications.html"  # goes through its parts thousands of times; others compile faster


class _Whole(FileSystemLoader):
    """Our templates, the list of papers with its parts in place: calling each costs a third.

    Parts that a user has replaced stay calls, so that mistakes in them have file and line.
    """

    def __init__(self, folder: Path, own: OwnTemplates) -> None:
        super().__init__(folder)
        self._replaced = own.names

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        source, file, is_fresh = super().get_source(environment, template)
        if template != _MANY:
            return source, file, is_fresh
        return _INCLUDE.sub(lambda found: self._part(environment, found), source), file, is_fresh

    def _part(self, environment: Environment, found: re.Match[str]) -> str:
        before, name, after = found.groups()
        if name in self._replaced:
            return found[0]
        part = super().get_source(environment, name)[0].removesuffix("\n")
        part = _INCLUDE.sub(lambda inner: self._part(environment, inner), part)
        return f"{{#{before} #}}{part}{{# {after}#}}"


_INCLUDE = re.compile(r'\{%(-?) *include "([^"]+)" *(-?)%\}')


@lru_cache(maxsize=4)
def _environment(own: OwnTemplates) -> Environment:
    ours: BaseLoader = _Whole(_TEMPLATES, own)
    loaders = [*map(FileSystemLoader, own.folders), ours]
    environment = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        auto_reload=False,  # a look at the disk for each part of each entry costs a third
        undefined=StrictUndefined,
        bytecode_cache=compiled.byte_code(),
    )
    environment.code_generator_class = LeanCode
    environment.extend(lean=frozenset({str(_TEMPLATES / _MANY)}))
    environment.filters |= {
        "markdown": _markdown,
        "line": _line,
        "heading": _heading,
        "verbatim": _verbatim,
        "plain": plain.from_html,
        "readable": _readable,
        "date": _date,
        "onward": _onward,
        "number": _number,
    }
    return environment


def _readable(link: Link) -> str:
    return coded(link.readable) if link.url.startswith("mailto:") else link.readable


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


@pass_context
def _date(context: Context, value: Date) -> str:
    """Write a date as the site's language does, if its author left that to us."""
    site: Site = context["site"]
    return formats.date(value, site.language, site.dates)


@pass_context
def _onward(context: Context, value: str) -> str:
    """Write where somebody went, after an arrow."""
    return formats.onward(value, context["site"].language)


@pass_context
def _number(context: Context, value: int) -> str:
    """Write a count as the site's language does."""
    return formats.number(value, context["site"].language)


def _verbatim(value: str) -> Markup:
    """Escape a text whose line breaks must survive on one line of Markdown."""
    return Markup(str.replace(escape(value), "\n", "&#10;"))


def _icons(custom_dir: Path | None, symbols: dict[str, str] | None) -> Callable[[str], Markup]:
    folders: Sequence[Path] = (*([custom_dir] if custom_dir else []), *icons.engine_folders())

    @cache
    def icon(name: str) -> Markup:
        """Return the drawing of an icon, nothing where there is none of that name."""
        if symbols is None:
            return Markup(icons.find(name, folders) or "")
        found = icons.symbol(name, folders)
        if found is None:
            return Markup()
        symbols[found.id] = found.drawing
        return Markup(found.use)

    return icon
