"""What both templates share as sites of Jekyll: settings, Liquid, pages, posts, files."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import Any

from .addresses import Addresses
from .cards import PLACE
from .liquid import Liquid
from .markup import flattened, unindented
from .page_text import cleaned
from .result import Result
from .source import Source

_PAGES = (".md", ".markdown", ".html")
_UNLISTED = re.compile(
    r"(?:^|/)(?:404|redirects?|sitemap|robots|terms|category-archive|tag-archive|tags?|categories)\b",
    re.IGNORECASE,
)


class Jekyll:
    """One site of Jekyll on its way to a result."""

    def __init__(self, source: Source, result: Result) -> None:
        self._source, self._result = source, result
        config = source.data("_config.yml")
        self.config: dict[str, Any] = config if isinstance(config, dict) else {}
        result.assets = list(source.assets())
        base = _address(self.config)
        self._names = {} if source.page else self._page_names()
        links = {self._permalink(name): target for name, target in self._names.items()}
        self.addresses = Addresses(
            base, {key: one for key, one in links.items() if key}, result.assets, source.report.note
        )
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
        meta, text = self._source.page_of(name)
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
        )
        return liquid.render(text)

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
            for name in self._source.named(folder, ".md", ".markdown"):
                found[name] = f"{folder[1:]}/{_slug(name)}.md"
        return found

    def _permalink(self, name: str) -> str:
        given = _text(self._source.page_of(name)[0].get("permalink")).strip("/")
        return given or self._names[name].removesuffix(".md")

    def home(self, name: str, text: str) -> None:
        """Add the home page."""
        if self._result.config["site_name"] == "Home page":
            self._result.config["site_name"] = name
        self._result.pages["index.md"] = (
            f"---\ntitle: About\n---\n\n{{{{ profile() }}}}\n\n{text.strip()}\n"
        )
        self._result.report.pages.append("index.md")
        self._result.nav.insert(0, {"About": "index.md"})

    def pages(self, exclude: set[str]) -> None:
        """Carry the other pages, their Markdown made safe; posts get a page that lists them."""
        posts: list[tuple[str, str, str]] = []
        for name, target in self._names.items():
            if name in exclude or target in self._result.pages:
                continue
            meta = self._source.page_of(name)[0]
            title = (
                _text(meta.get("title"))
                or PurePosixPath(target).stem.replace("-", " ").capitalize()
            )
            title = " ".join(re.sub(r"<[^>]*>|\{[{%].*?[}%]\}", " ", title).split()) or "Page"
            text = self.page_text(name, "../" * target.count("/"))
            if not text.strip() and not meta.get("title"):
                continue
            if not text.strip():
                self._source.report.note(
                    f"`{name}` is a page of the template's without text of its own and was left out"
                )
                continue
            date = _text(meta.get("date"))[:10] or PurePosixPath(name).name[:10]
            is_post = target.startswith("blog/")
            self._result.add_page(
                target, title, f"{date}\n\n{text}" if is_post else text, in_nav="/" not in target
            )
            if is_post:
                posts.append((date, title, target))
        if posts:
            lines = [
                f"- {date} [{_label(title)}]({target.removeprefix('blog/')})"
                for date, title, target in sorted(posts, reverse=True)
            ]
            self._result.add_page("blog/index.md", "Blog", cleaned("\n".join(lines)))

    def page_text(self, name: str, up: str) -> str:
        """Return the body of a page, safe, its addresses below `up`."""
        return self.safe(self.rendered(name), up)

    def target(self, name: str) -> str:
        """Return the file below docs that a page becomes."""
        return self._names[name]

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


def _label(title: str) -> str:
    return title.replace("[", "(").replace("]", ")")
