"""One PRISM site on its way: its languages, files, addresses, and texts as we write them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from .. import commonmark, inert
from ..addresses import Addresses
from ..page_text import cleaned
from ..result import Result
from ..source import ASSETS, Source
from ..texts import Texts
from ..toml_text import Toml
from . import languages
from .languages import Contents, Language

PUBLIC = "public/"
_PLAIN = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)")
_SILENT = frozenset("robots.txt sitemap.xml site.webmanifest manifest.json CNAME".split())


class Site:
    """What all parts of the import share."""

    def __init__(self, source: Source, result: Result) -> None:
        self.source, self.result = source, result
        self.note = source.report.note
        self.languages = languages.of(source)
        self.main = self.languages[0]
        self.config: Toml = self.main.config
        for name in source.assets():
            if name.startswith(PUBLIC):
                result.assets.append(name)
                result.moved[name] = name.removeprefix(PUBLIC)
        self._tell_others()
        self._contents = {one.prefix: Contents(source, one) for one in self.languages}
        self.is_one_page = self.config.table("features").get("enable_one_page_mode") == "true"
        base = self._base()
        self._addresses = {
            one.prefix: Addresses(base, self._old_places(one), self.files, self.note)
            for one in self.languages
        }
        self._texts = {
            prefix: Texts(addresses, self.note) for prefix, addresses in self._addresses.items()
        }
        self._settings(base)

    @property
    def files(self) -> set[str]:
        """Return what is copied, as it is named below docs."""
        return set(self.result.moved.values())

    def contents(self, language: Language) -> Contents:
        """Return the files of a language."""
        return self._contents[language.prefix]

    def addresses(self, language: Language | None = None) -> Addresses:
        """Return where addresses of a language lead."""
        return self._addresses[(language or self.main).prefix]

    def safe(self, markdown: str, language: Language, file: str) -> str:
        """Return Markdown for a page, which is to be that file below docs."""
        text = commonmark.as_ours(markdown)
        return self._texts[language.prefix].safe(text, "../" * file.count("/"))

    def text(self, markdown: str, language: Language) -> str:
        """Return Markdown for data, which is sanitised where it is shown."""
        return self._texts[language.prefix].plain(commonmark.as_ours(markdown)).strip()

    def _base(self) -> str:
        """Return the address of the site, "" where nothing tells it."""
        url = text_of(self.config.table("site").get("url"))
        host = " ".join(
            (self.source.text(f"{PUBLIC}CNAME") or self.source.text("CNAME") or "").split()
        )
        url = url or (f"https://{host}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+", host) else "")
        is_address = re.fullmatch(r"https?://[\w.-]+\.\w+(?:/[\w./~-]*)?", url)
        return url.rstrip("/") if is_address and "your-website" not in url else ""

    def _settings(self, base: str) -> None:
        config, site = self.result.config, self.config.table("site")
        name = text_of(self.config.table("author").get("name"))
        config["site_name"] = title_of(text_of(site.get("title"))) or title_of(name) or "Home page"
        if base:
            config["site_url"] = f"{base}/"
        if description := title_of(site.get("description")):
            config["site_description"] = description
        if self.main.tag and not self.main.tag.lower().startswith("en"):
            self.result.theme["language"] = self.main.tag
        icon = text_of(site.get("favicon"))
        if icon.lstrip("/") in self.files:
            self.result.theme["favicon"] = icon.lstrip("/")
        elif icon:
            self.note(
                f"`{self.config.at('site', 'favicon')}`: there is no `public/{icon.lstrip('/')}`"
            )

    def _old_places(self, language: Language) -> dict[str, str]:
        """Return the addresses of the pages, each with its file below docs."""
        found: dict[str, str] = {}
        listed = tables(language.config.data.get("navigation")) if language.is_main else []
        shown = {text_of(one.get("target")) for one in listed}
        for folder in reversed(language.folders):
            owner = next((one for one in self.languages if folder in one.own), self.main)
            for name in self.source.named(folder, ".toml", ".md"):
                stem = name.removeprefix(f"{folder}/").rpartition(".")[0]
                is_own = folder in language.own or stem in shown
                place = page_file(stem, language if is_own else owner)
                found[stem] = f"{language.prefix}index.md" if self.is_one_page else place
        for one in tables(language.config.data.get("navigation")):
            target, link = text_of(one.get("target")), text_of(one.get("href"))
            if target in found and link.startswith("/"):
                found[link] = found[target]
        return found

    def _tell_others(self) -> None:
        """Name the files of `public/` that stay behind."""
        start = self.source.root / PUBLIC
        for file in sorted(start.rglob("*")) if start.is_dir() else ():
            name = file.relative_to(self.source.root).as_posix()
            is_known = file.suffix.lower() in ASSETS or file.name in _SILENT
            if not is_known and not file.name.startswith(".") and self.source.has(name):
                self.note(f"`{name}` is no file that pages show or offer, and was not copied")


def page_file(stem: str, language: Language) -> str:
    """Return the file below docs that a page becomes."""
    if stem == "about":
        return f"{language.prefix}index.md"
    parts = [re.sub(r"[^\w-]+", "-", one.lower()).strip("-") for one in stem.split("/")]
    name = "/".join(filter(None, parts)) or "page"
    name = f"{name}-page" if PurePosixPath(name).name == "index" else name
    return f"{language.prefix}{name}.md"


def text_of(value: Any) -> str:
    """Return a text, "" for what is none."""
    return value.strip() if isinstance(value, str) else ""


def plain(text: Any) -> str:
    """Return text that is no Markdown to the template as one line of Markdown."""
    words = " ".join(text_of(text).split())
    return _PLAIN.sub(r"\\\g<0>", words).replace("<", "&lt;")


def title_of(text: Any) -> str:
    """Return text for a title or the head of a page: no tag, no macro."""
    return inert.label(text_of(text))


def heading(title: str) -> str:
    """Return a title as a heading of a page has it."""
    return cleaned(plain(title))


def tables(value: Any) -> list[dict[str, Any]]:
    """Return the tables of a list, none for what is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
