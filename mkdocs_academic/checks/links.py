"""Checks of what Markdown leads to: files of the site, pictures, icons."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from .. import icons, languages
from ..problems import Problem
from ..site import Site
from .markdown import Place, Text, file_of
from .subject import Subject

_MAKERS = ("gen-files", "gen_files", "literate-nav", "mkdocs-jupyter", "mkdocstrings")


def dead(subject: Subject) -> Iterator[Problem]:
    """Tell of links and images in texts whose file is not there."""
    plugins = str(subject.given.config.get("plugins"))
    if any(one in plugins for one in _MAKERS):
        return  # pages may be made while the site is built
    for page in subject.pages:
        for place in page.text.targets():
            found = _within(page.uri, place.what)
            if found and not exists(subject, found):
                yield Problem(page.shown, place.line, "", _missing(found, subject))
    for path, text in subject.texts:
        for place in Text(text).targets() if "](" in text else ():
            found = _within("index.md", place.what)
            if found and not exists(subject, found):
                yield subject.given.problem(path, _missing(found, subject))


def wordless(subject: Subject) -> Iterator[Problem]:
    """Tell of images without an alternative text."""
    said = 'has no alternative text: ![what it shows](…), or { alt="" } for mere decoration'
    for page in subject.pages:
        for place in page.text.images_without_words():
            yield Problem(page.shown, place.line, "", f"{place.what} {said}")
    for path, text in subject.texts:
        for place in Text(text).images_without_words() if "![" in text or "<img" in text else ():
            yield subject.given.problem(path, f"{place.what} {said}")


def unknown_icons(subject: Subject) -> Iterator[Problem]:
    """Tell of icons that nobody has drawn; those of sections are told by the site itself."""
    for page in subject.pages:
        for place in page.text.icons():
            if not _is_drawn(subject.site, place.what):
                yield Problem(page.shown, place.line, "", _no_icon(place))
    for path, text in subject.texts:
        for place in Text(text).icons() if ":" in text else ():
            if not _is_drawn(subject.site, place.what):
                yield subject.given.problem(path, _no_icon(place))
        is_name = path[-1] == "logo" or (path[-1] == "icon" and path[0] == "profile")
        if is_name and "/" in text and icons.find(text, _folders(subject.site)) is None:
            yield subject.given.problem(path, f"there is no icon {text!r}")


def exists(subject: Subject, uri: str) -> bool:
    """Tell whether a file below docs is there, or will be once the site is built."""
    versions = languages.versions(uri, languages.tags(subject.given.config))
    there = any((subject.docs / unquote(one)).is_file() for one in versions)
    return there or uri in subject.made


def _within(page: str, target: str) -> str:
    """Return the path below docs of the file that a link of a page leads to, "" if it is none."""
    path = file_of(target)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else ""


def _missing(path: str, subject: Subject) -> str:
    return f"there is no file {path!r} in {subject.docs.name}/"


def _folders(site: Site) -> list[Path]:
    return [one for one in (site.custom_dir, *icons.engine_folders()) if one]


def _no_icon(place: Place) -> str:
    return f"there is no icon :{place.what}:"


def _is_drawn(site: Site, name: str) -> bool:
    """Look a short name up: its hyphens may be the slashes of the folders."""
    family, _, rest = name.partition("-")
    path = rest.replace("-", "/", 1) if family == "fontawesome" else rest
    return icons.find(f"{family}/{path}", _folders(site)) is not None
