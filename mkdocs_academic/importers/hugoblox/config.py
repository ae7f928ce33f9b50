"""The settings of a Hugo site, from wherever its generation keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..source import Source
from .front import data, inner, line, mappings, text

_ENDINGS = ("toml", "yaml", "yml", "json")
_ROOTS = ("config", "hugo")
_FOLDER = "config/_default"
_EXAMPLES = re.compile(r"^https?://(?:example\.(?:com|org)|.*\byour-?)", re.IGNORECASE)


class Config:
    """What a site is told: names in small letters, for to Hugo they are the same."""

    def __init__(self, source: Source) -> None:
        self._all: dict[str, Any] = {}
        for name, path in _files(source):
            found: Any = _small(data(source, name))
            for step in reversed(path):
                found = {step: found}
            if isinstance(found, dict):
                self._all = _merged(self._all, found)
        languages = self._all.get("languages")
        self.languages = {
            code: one
            for code, one in (languages.items() if isinstance(languages, dict) else ())
            if isinstance(one, dict) and code != "languages"
        }
        self.language = self._default_language()
        self._own = self.languages.get(self.language, {})

    def _default_language(self) -> str:
        said = line(self._all.get("defaultcontentlanguage")).lower()
        if said or not self.languages:
            return said or line(self._all.get("languagecode")).lower()[:2] or "en"
        codes: list[str] = list(self.languages)
        return min(codes, key=lambda code: _weight(self.languages[code]))

    def get(self, *names: str) -> Any:
        """Return a setting, that of the site's first language before the general one."""
        own = inner(self._own, *names)
        return inner(self._all, *names) if own in (None, "", [], {}) else own

    def param(self, *names: str) -> Any:
        """Return one of `params`, or of `params.hugoblox`, as the newest generation has them."""
        found = self.get("params", *names)
        return self.get("params", "hugoblox", *names) if found in (None, "", [], {}) else found

    @property
    def address(self) -> str:
        """Return the address of the site, "" where the settings have the template's own."""
        given = line(self._all.get("baseurl"))
        is_real = re.match(r"https?://[\w.-]+\.\w+", given) and not _EXAMPLES.match(given)
        return f"{given.rstrip('/')}/" if is_real else ""

    @property
    def menu(self) -> list[dict[str, Any]]:
        """Return the entries of the main menu."""
        for name in ("menus", "menu"):
            if found := mappings(self.get(name, "main")):
                return found
        return []

    @property
    def folders(self) -> dict[str, str]:
        """Return the folders with content, each with its language."""
        general = _folder(self._all.get("contentdir")) or "content"
        found = {
            folder: code
            for code, one in self.languages.items()
            if (folder := _folder(one.get("contentdir")))
        }
        return found if self.language in found.values() else {general: self.language, **found}

    def within(self, name: str) -> tuple[tuple[str, ...], str]:
        """Return the path of a file below the content and its language; () for one elsewhere."""
        folders = self.folders
        for folder, code in sorted(folders.items(), key=lambda one: -len(one[0])):
            if name.startswith(f"{folder}/"):
                parts = tuple(name.removeprefix(f"{folder}/").split("/"))
                if len(parts) > 1 and parts[0].lower() in self.languages:
                    return parts[1:], parts[0].lower()
                return parts, code
        return (), ""


def _folder(value: Any) -> str:
    return text(value).strip("./")


def _weight(one: dict[str, Any]) -> float:
    try:
        return float(one.get("weight") or "inf")
    except (TypeError, ValueError):
        return float("inf")


def _files(source: Source) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the files with settings, each with what its name puts around them."""
    for name in (f"{root}.{ending}" for root in _ROOTS for ending in _ENDINGS):
        if source.has(name):
            yield name, ()
    for name in source.named(_FOLDER, *(f".{ending}" for ending in _ENDINGS)):
        stem, _, language = name.removeprefix(f"{_FOLDER}/").rpartition(".")[0].partition(".")
        if "/" in stem:
            continue
        path = () if stem in _ROOTS else (stem.lower(),)
        yield name, ("languages", language.lower(), *path) if language else path


def _small(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key).lower(): _small(one) for key, one in value.items()}
    return [_small(one) for one in value] if isinstance(value, list) else value


def _merged(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    found = dict(before)
    for key, value in after.items():
        old = found.get(key)
        found[key] = (
            _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
        )
    return found
