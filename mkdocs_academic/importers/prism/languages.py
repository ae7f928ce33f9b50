"""The languages of a PRISM site: where each has its files, and below which folder it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .. import site_language, toml_text
from ..source import Source
from ..toml_text import Toml

FOLDER = "content"
CONFIG = f"{FOLDER}/config.toml"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_MERGED = ("site", "author", "social")  # of settings; the rest is that of the site or its own


@dataclass
class Language:
    """One language: its files are looked for in its own folder, then in the common one."""

    tag: str  # "" where the site has but one and does not say which
    label: str
    folders: tuple[str, ...]
    prefix: str = ""  # of pages: `zh/`
    is_shown: bool = True
    own: tuple[str, ...] = ()  # the folders whose pages are this language's
    config: Toml = field(default_factory=Toml)  # its own settings, merged with the common ones

    @property
    def is_main(self) -> bool:
        """Tell the language that the site opens with."""
        return not self.prefix


class Contents:
    """Reads the files of one language."""

    def __init__(self, source: Source, language: Language) -> None:
        self._source, self.language = source, language
        self._read: dict[str, Toml] = {}

    def place(self, name: str) -> str:
        """Return the file that a name stands for, "" for none."""
        name = name.strip().lstrip("/")
        places = (f"{folder}/{name}" for folder in self.language.folders)
        return next((one for one in places if name and self._source.has(one)), "")

    def is_own(self, name: str) -> bool:
        """Tell whether the language has a file of its own."""
        return self.place(name).partition("/")[0] in self.language.own

    def names(self, *endings: str) -> list[str]:
        """Return the files that are this language's own, as they are named in their folder."""
        found = (
            name.removeprefix(f"{folder}/")
            for folder in self.language.own
            for name in self._source.named(folder, *endings)
        )
        return [*dict.fromkeys(found)]

    def toml(self, name: str) -> Toml:
        """Return a file of TOML, an empty one where there is none."""
        place = self.place(name)
        if place not in self._read:
            text = self._source.text(place) if place else None
            note = self._source.report.note
            self._read[place] = toml_text.read(text, place, note) if text is not None else Toml()
        return self._read[place]


def of(source: Source) -> list[Language]:
    """Return the languages, the one that the site opens with first."""
    common = toml_text.read(source.text(CONFIG) or "", CONFIG, source.report.note)
    i18n = common.table("i18n")
    labels = i18n.get("labels")
    labels = labels if isinstance(labels, dict) else {}
    is_on = i18n.get("enabled") == "true"
    fixed = i18n.get("fixed_locale") if i18n.get("mode") == "fixed" else None
    first = next((one for one in (fixed, i18n.get("default_locale")) if _is_tag(one)), "")
    main = str(first) if is_on else ""
    found = [Language(main, "", _folders(source, main))]
    listed = i18n.get("locales")
    tags = [one for one in listed if _is_tag(one)] if isinstance(listed, list) else []
    for tag in dict.fromkeys([*tags, *_with_folders(source)]):
        folders = _folders(source, tag)
        if folders[0] == found[0].folders[0] or tag == main:
            continue
        label = labels.get(tag)
        found.append(
            Language(
                tag,
                label if isinstance(label, str) and label.strip() else site_language.own_name(tag),
                folders,
                prefix=f"{tag.lower()}/",
                is_shown=is_on and tag in tags,
            )
        )
    claimed = {one.folders[0] for one in found[1:]}
    for one in found:
        one.own = one.folders[:1] if one.prefix or FOLDER in claimed else one.folders
        one.config = _config(source, one, common)
    return found


def _is_tag(value: Any) -> bool:
    return isinstance(value, str) and bool(_TAG.fullmatch(value))


def _folders(source: Source, tag: str) -> tuple[str, ...]:
    own = f"{FOLDER}_{tag}"
    return (own, FOLDER) if tag and source.named(own, ".toml", ".md", ".bib") else (FOLDER,)


def _with_folders(source: Source) -> list[str]:
    """Return the languages that have a folder."""
    names = sorted(one.name for one in source.root.glob(f"{FOLDER}_*") if one.is_dir())
    return [tag for name in names if _is_tag(tag := name.removeprefix(f"{FOLDER}_"))]


def _config(source: Source, language: Language, common: Toml) -> Toml:
    own = Contents(source, language).toml("config.toml")
    if own.name in ("", CONFIG):
        return common
    data = {**common.data}
    for key, value in own.data.items():
        before = data.get(key)
        if key in _MERGED and isinstance(before, dict) and isinstance(value, dict):
            value = {**before, **value}
        data[key] = value
    return Toml(own.name, data, own.lines, below=common)
