"""What both templates share as sites of Jekyll: settings, Liquid, pages, posts, files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any

from . import kramdown, lines, liquid_blocks, permalinks, site_language
from .addresses import Addresses
from .front_matter import is_published, text_of
from .liquid import Liquid
from .liquid_tags import Tags
from .permalinks import listed
from .references import References
from .result import Result
from .source import Source
from .texts import Texts

_PAGES = (".md", ".markdown", ".html")
_COLLECTIONS = tuple(
    "_projects _teaching _teachings _talks _publications _portfolio _books _news".split()
)
_INNER = re.compile(r"/(?:includes|modules)/")
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
        source.leave_out(_words(self.config.get("exclude")), _words(self.config.get("include")))
        result.assets = list(source.assets())
        if source.has("CNAME") and not source.is_left_out("CNAME") and not source.page:
            result.assets.append("CNAME")
        base = _address(self.config, (source.text("CNAME") or "").strip())
        self.names = {} if source.page else self._page_names()
        self.lists: dict[str, str] = {}  # of collections: what shows them here
        self.references = References(source.report.note)
        self.addresses = Addresses(base, self._old_places(), result.assets, source.report.note)
        self._texts = Texts(self.addresses, source.report.note)
        title = text_of(self.config.get("title"))
        result.config["site_name"] = title or "Home page"
        if base:
            result.config["site_url"] = f"{base.rstrip('/')}/"
        self._speak(text_of(self.config.get("lang")) or text_of(self.config.get("locale")))
        if description := text_of(self.config.get("description")):
            result.config["site_description"] = " ".join(
                re.sub(r"<[^>]*>", " ", description).split()
            )

    def _speak(self, tag: str) -> None:
        """Have the theme speak the language of the old site."""
        language = site_language.of(tag)
        if language is None:
            self._source.report.note(f"the theme does not speak `{tag}`: it speaks English")
        elif language:
            self._result.theme["language"] = language

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
        note = lines.noting(self._source, name)
        liquid = Liquid(
            {"site": site, "page": meta},
            lambda part, near: self._included(folder, part, near),
            note,
            Tags(self.references, self._place_of, note),
        )
        for kind, macro in self.lists.items():
            loop = re.compile(_LOOP.format(kind), re.DOTALL)
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
        """Return the pages beside the home page, each with its file below docs, one for each."""
        found: dict[str, str] = {}
        for name in self.published("_pages", *_PAGES):
            if not _INNER.search(name) and not _UNLISTED.search(name.removeprefix("_pages/")):
                found[name] = _free(_page_file(name), found)
        for folder in ("_posts", *_COLLECTIONS):
            place = "blog" if folder == "_posts" else folder[1:]
            for name in self.published(folder, *_PAGES[: 2 if folder == "_posts" else 3]):
                found[name] = _free(f"{place}/{_slug(name)}.md", found)
        return found

    def published(self, folder: str, *suffixes: str) -> list[str]:
        """Return the files below a folder that the old site shows; the report names the others."""
        found = []
        for name in self._source.named(folder, *suffixes):
            if is_published(self._source.page_of(name)[0]):
                found.append(name)
            else:
                self._source.report.note(
                    f"`{name}` is not published (`published: false`) and was left out"
                )
        return found

    def _old_places(self) -> dict[str, str]:
        """Return the addresses of the pages at the old site, each with its file below docs."""
        found: dict[str, str] = {}
        for name, target in self.names.items():
            for address in permalinks.of(name, self._source.page_of(name)[0], self.config):
                found.setdefault(address, target)
            found.setdefault(target.removesuffix(".md"), target)
        for folder, place in (("_posts/", "blog"), ("_books/", "books")):
            if any(name.startswith(folder) for name in self.names):
                found.setdefault(place, f"{place}.md")
        return found

    def _place_of(self, name: str) -> str:
        """Return the new address of the file that `post_url` or `link` names, "" for none."""
        name = name.strip("\"' ")
        names = (name, *(f"_posts/{name}{ending}" for ending in (".md", ".markdown")))
        found = next((self.names[one] for one in names if one in self.names), "")
        return "/" + re.sub(r"(?:(?<=/)|^)index$", "", found.removesuffix(".md")) if found else ""

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
        return self.safe(self.rendered(name), up, name)

    def listing(self, page: str, macro: str, pattern: str = "(?!)") -> str:
        """Return the page of a list: what its owner wrote there, and the list once.

        `macro` stands where a tag of Liquid fits the pattern, else below.
        """
        if page not in self.names:
            return macro
        body = liquid_blocks.replaced(self._source.page_of(page)[1], pattern, macro)
        before, found, after = self.safe(self.rendered_text(page, body)).partition(macro)
        return f"{before}{found or f'{chr(10) * 2}{macro}'}{after.replace(macro, '')}".strip()

    def first(self, names: Iterable[str]) -> str:
        """Return the first of these pages that there is and that is published, "" for none."""
        return next(
            (
                one
                for one in names
                if self._source.has(one) and is_published(self._source.page_of(one)[0])
            ),
            "",
        )

    def target(self, name: str) -> str:
        """Return the file below docs that a page becomes."""
        return self.names[name]

    def plain(self, markdown: str) -> str:
        """Return Markdown for settings, which are sanitised where they are shown."""
        return self._texts.plain(markdown)

    def safe(self, markdown: str, up: str = "", name: str = "") -> str:
        """Return Markdown made safe, its boxes written out; `name` is the file that it is of."""
        note = lines.noting(self._source, name) if name else None
        return self._texts.safe(markdown, up, note=note)


_WEB = re.compile(r"https?://[\w.-]+\.\w+(?::\d+)?(?:/[\w./~%-]*)?")


def _address(config: dict[str, Any], host: str) -> str:
    """Return the address of the site, "" where the settings have the template's own."""
    url, base = text_of(config.get("url")).rstrip("/"), text_of(config.get("baseurl")).strip("/")
    url = url or (f"https://{host}" if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host) else "")
    repository = text_of(config.get("repository"))
    if not _WEB.fullmatch(url) and re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        owner, _, name = repository.partition("/")
        is_own = name.lower() == f"{owner.lower()}.github.io"
        url, base = f"https://{owner.lower()}.github.io", base or ("" if is_own else name)
    if not _WEB.fullmatch(url):
        return ""
    return f"{url}/{base}" if base else url


def _slug(name: str) -> str:
    slug = re.sub(r"[^\w-]+", "-", PurePosixPath(name).stem.lower()).strip("-") or "page"
    return f"{slug}-page" if slug == "index" else slug


def _page_file(name: str) -> str:
    """Return what a page of `_pages` becomes: the home page, one of a folder, or one itself."""
    path = PurePosixPath(name)
    if path.stem not in ("about", "index"):
        return f"{_slug(name)}.md"
    return "index.md" if len(path.parts) == 2 else f"{_slug(path.parts[-2])}.md"


def _free(target: str, found: Mapping[str, str]) -> str:
    """Return a file below docs that no other page has."""
    stem, taken = target.removesuffix(".md"), set(found.values())
    names = (target, *(f"{stem}-{number}.md" for number in range(2, 10_000)))
    return next(one for one in names if one not in taken)


def _words(value: Any) -> list[str]:
    return [one for one in listed(value) if isinstance(one, str) and one.strip("/ ")]
