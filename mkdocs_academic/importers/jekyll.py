"""What both templates share as sites of Jekyll: settings, Liquid, pages, posts, files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any

from . import kramdown, permalinks
from .addresses import Addresses
from .cards import PLACE
from .liquid import Liquid
from .liquid_tags import Tags
from .markup import flattened, unindented
from .page_text import cleaned
from .references import References
from .result import Result
from .source import Source

_PAGES = (".md", ".markdown", ".html")
_UNLISTED = re.compile(
    r"(?:^|/)(?:404|redirects?|sitemap|robots|terms|category-archive|tag-archive|tags?|categories)\b",
    re.IGNORECASE,
)
_LOOP = r"\{{%-?\s*for\s+\w+\s+in\s+site\.({})\b[^%]*%\}}.*?\{{%-?\s*endfor\s*-?%\}}"


class Jekyll:
    """One site of Jekyll on its way to a result."""

    def __init__(self, source: Source, result: Result) -> None:
        self._source, self._result = source, result
        config = source.data("_config.yml")
        self.config: dict[str, Any] = config if isinstance(config, dict) else {}
        result.assets = list(source.assets())
        base = _address(self.config)
        self.names = {} if source.page else self._page_names()
        self.lists: dict[str, str] = {}  # of collections: what shows them here
        self.references = References(source.report.note)
        self._tags = Tags(self.references, self._place_of, source.report.note)
        self.addresses = Addresses(base, self._old_places(), result.assets, source.report.note)
        title = _text(self.config.get("title"))
        result.config["site_name"] = title or "Home page"
        if base:
            result.config["site_url"] = f"{base.rstrip('/')}/"
        if description := _text(self.config.get("description")):
            result.config["site_description"] = " ".join(
                re.sub(r"<[^>]*>", " ", description).split()
            )

    def source_of(self, name: str) -> str:
        """Return a page with its includes, before Liquid."""
        text = self._source.page_of(name)[1]
        parts = re.findall(r"\{%-?\s*include(?:_relative)?\s+([^\s%]+)", text)
        return text + "".join(
            self._included(PurePosixPath(name).parent.as_posix(), part, True) or ""
            for part in parts
        )

    def rendered(self, name: str) -> str:
        """Return the Markdown of a page with its Liquid followed."""
        return self.rendered_text(name, self._source.page_of(name)[1])

    def rendered_text(self, name: str, text: str) -> str:
        """Return the Markdown of a text that stands in a page."""
        meta = self._source.page_of(name)[0]
        folder = PurePosixPath(name).parent.as_posix()
        site = {
            "data": self._source.site_data(),
            "baseurl": "",
            "url": "",
            **{key: one for key, one in self.config.items() if key not in ("baseurl", "url")},
        }
        liquid = Liquid(
            {"site": site, "page": meta},
            lambda part, near: self._included(folder, part, near),
            self._source.report.note,
            self._tags,
        )
        for listed, macro in self.lists.items():
            loop = re.compile(_LOOP.format(listed), re.DOTALL)
            text = loop.sub(lambda _, macro=macro: macro, text)  # type: ignore[misc]
        return kramdown.as_ours_whole(liquid.render(text), self.references)

    def _included(self, folder: str, name: str, is_relative: bool) -> str | None:
        places = (
            (posixpath.join(folder, name), f"_includes/{name}")
            if is_relative
            else (f"_includes/{name}", posixpath.join(folder, name))
        )
        found = next(
            (text for one in places if (text := self._source.text(posixpath.normpath(one)))), None
        )
        return (
            None
            if found is None
            else re.sub(r"\A---\n.*?^---\n", "", found, flags=re.DOTALL | re.MULTILINE)
        )

    # Pages

    def _page_names(self) -> dict[str, str]:
        """Return the pages beside the home page, each with its file below docs."""
        found: dict[str, str] = {}
        for name in self._source.named("_pages", *_PAGES):
            if (
                "/includes/" in name
                or "/modules/" in name
                or _UNLISTED.search(name.removeprefix("_pages/"))
            ):
                continue
            found[name] = (
                "index.md"
                if PurePosixPath(name).stem in ("about", "index")
                else f"{_slug(name)}.md"
            )
        for name in self._source.named("_posts", ".md", ".markdown"):
            found[name] = f"blog/{_slug(name)}.md"
        for folder in (
            "_projects",
            "_teaching",
            "_teachings",
            "_talks",
            "_publications",
            "_portfolio",
            "_books",
        ):
            for name in self._source.named(folder, *_PAGES):
                found[name] = f"{folder[1:]}/{_slug(name)}.md"
        return found

    def _old_places(self) -> dict[str, str]:
        """Return the addresses of the pages at the old site, each with its file below docs."""
        found: dict[str, str] = {}
        for name, target in self.names.items():
            for address in permalinks.of(name, self._source.page_of(name)[0], self.config):
                found.setdefault(address, target)
            found.setdefault(target.removesuffix(".md"), target)
        return found

    def _place_of(self, name: str) -> str:
        """Return the new address of the file that `post_url` or `link` names, "" for none."""
        name = name.strip("\"' ")
        names = (name, *(f"_posts/{name}{ending}" for ending in (".md", ".markdown")))
        found = next((self.names[one] for one in names if one in self.names), "")
        return f"/{found.removesuffix('.md')}" if found else ""

    def home(self, name: str, text: str) -> None:
        """Add the home page."""
        if self._result.config["site_name"] == "Home page":
            self._result.config["site_name"] = name
        self._result.add_page("index.md", "About", f"{{{{ profile() }}}}\n\n{text.strip()}", False)
        self._result.nav.insert(0, {"About": "index.md"})

    @contextmanager
    def with_references(self, name: str) -> Iterator[None]:
        """Let a page cite the papers of a bibliography of its own, as distill does."""
        file = self._source.root / name
        self.references.bring(file if name.endswith(".bib") and self._source.has(name) else None)
        yield
        self.references.bring(None)

    def page_text(self, name: str, up: str) -> str:
        """Return the body of a page, safe, its addresses below `up`."""
        return self.safe(self.rendered(name), up)

    def target(self, name: str) -> str:
        """Return the file below docs that a page becomes."""
        return self.names[name]

    def plain(self, markdown: str) -> str:
        """Return Markdown for settings, which are sanitised where they are shown."""
        return self.addresses.rewritten(self._written(markdown)).strip("\n")

    def safe(self, markdown: str, up: str = "") -> str:
        """Return Markdown made safe, its boxes written out."""
        return cleaned(self.addresses.rewritten(self._written(markdown), up)).strip("\n")

    def _written(self, markdown: str) -> str:
        """Take HTML off; write cards out."""
        text, cards = flattened(markdown, self._source.report.note)
        text = unindented(text) if "</" in markdown else text

        def written(found: re.Match[str]) -> str:
            card = cards[int(found[1])]
            pictures = "".join(f"![{alt}]({src})\n\n" for src, alt in card.images)
            return f"{pictures}{' '.join(f'**{one}**' for one in card.badges)} {card.markdown}"

        return PLACE.sub(written, text)


def _address(config: dict[str, Any]) -> str:
    """Return the address of the site, "" where the settings have the template's own."""
    url, base = _text(config.get("url")).rstrip("/"), _text(config.get("baseurl")).strip("/")
    repository = _text(config.get("repository"))
    if not re.match(r"https?://[\w.-]+\.\w+", url) and re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        owner, _, name = repository.partition("/")
        is_own = name.lower() == f"{owner.lower()}.github.io"
        url, base = f"https://{owner.lower()}.github.io", base or ("" if is_own else name)
    if not re.match(r"https?://[\w.-]+\.\w+", url):
        return ""
    return f"{url}/{base}" if base else url


def _slug(name: str) -> str:
    stem = PurePosixPath(name).stem.lower()
    return re.sub(r"[^\w-]+", "-", stem).strip("-") or "page"


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
