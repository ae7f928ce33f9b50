"""One lab's site on its way: its settings, its pages and their addresses, its files."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from ... import links, services
from .. import inert, kramdown, lines, profiles
from ..addresses import Addresses
from ..permalinks import listed
from ..references import References
from ..result import Result
from ..source import Source
from ..texts import Texts

CONFIG = "_config.yaml"
_FOLDERS = ("_members", "_posts")
_SILENT = frozenset(
    "title subtitle description links url baseurl defaults collections plugins highlighter theme "
    "sass include exclude proofer header footer markdown kramdown timezone future".split()
)
_EMAIL = re.compile(r"[^\s@:/<>]+@[^\s@:/<>]+\.[^\s@:/<>]+")
_OLD = frozenset(("404", "readme", "license", "changelog", "contributing", "code_of_conduct"))


class Lab:
    """What all parts of the import share."""

    def __init__(self, source: Source, result: Result) -> None:
        self.source, self.result = source, result
        self.note = source.report.note
        config = source.data(CONFIG)
        self.config: dict[str, Any] = config if isinstance(config, dict) else {}
        result.assets = [*source.assets()]
        self.pages = dict(self._pages())  # file of the source: file below docs
        self.posts = {name: f"blog/{_slug(name)}.md" for name in self._named("_posts")}
        self.members = {name: f"people/{_slug(name)}.md" for name in self._named("_members")}
        url = text_of(self.config.get("url")).rstrip("/")
        base = text_of(self.config.get("baseurl")).strip("/")
        host = (source.text("CNAME") or "").strip()
        if not url and re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host):
            url = f"https://{host}"
        self.base = f"{url}/{base}".rstrip("/") if re.match(r"https?://[\w.-]+\.\w", url) else ""
        self.addresses = Addresses(self.base, self._places(), result.assets, self.note)
        self._texts = Texts(self.addresses, self.note)
        self.references = References(self.note)
        types = source.data("_data/types.yaml") or source.data("_data/roles.yaml")
        self.types: dict[str, Any] = types if isinstance(types, dict) else {}

    def _named(self, folder: str) -> list[str]:
        return self.source.named(folder, ".md", ".markdown")

    def _pages(self) -> list[tuple[str, str]]:
        found = []
        for name in self.source.named("", ".md", ".markdown"):
            path = PurePosixPath(name)
            is_inner = any(one.startswith(("_", ".")) for one in path.parts)
            if is_inner or path.stem.lower() in _OLD or path.parts[0] in ("node_modules", "docs"):
                continue
            folder = path.parent.as_posix()
            if path.stem.lower() != "index":
                found.append((name, f"{path.with_suffix('').as_posix().lower()}.md"))
            elif folder in (".", "blog"):
                found.append((name, "index.md" if folder == "." else "blog/index.md"))
            else:
                found.append((name, f"{folder.lower()}.md"))
        return found

    def _places(self) -> dict[str, str]:
        """Return the addresses of the old pages, each with its file below docs."""
        found: dict[str, str] = {}
        for name, file in self.pages.items():
            found[PurePosixPath(name).with_suffix("").as_posix().removesuffix("/index")] = file
            meta, _ = self.source.page_of(name)
            for one in (meta.get("permalink"), *listed(meta.get("redirect_from"))):
                found.setdefault(text_of(one).strip("/"), file)
        for name, file in self.members.items():
            found[f"members/{PurePosixPath(name).stem}"] = file
            found[file.removesuffix(".md")] = file
        for name, file in self.posts.items():
            stem = PurePosixPath(name).stem
            found[file.removesuffix(".md")] = file
            if dated := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)-(.+)", stem):
                found["/".join(dated.groups())] = file
        return found

    def profile(self) -> None:
        """Put the lab itself into the settings."""
        title = text_of(self.config.get("title"))
        about = [text_of(self.config.get(key)) for key in ("subtitle", "description")]
        name, aliases = profiles.named(title or "Our lab")
        profile: dict[str, Any] = {"name": name, "type": "organization"}
        profile |= {"aliases": aliases} if aliases else {}
        profile |= {"role": about[0]} if about[0] else {}
        profile |= {"bio": about[1]} if about[1] else {}
        logo = next((one for one in self.result.assets if re.match(r"images/logo\.", one)), "")
        profile |= {"avatar": logo} if logo else {}
        given = self.config.get("links")
        given = dict(given) if isinstance(given, dict) else {}
        place = text_of(given.get("address"))
        if place and "/" not in place:
            profile["location"] = self.text(given.pop("address"))
        self.result.academic["profile"] = {**profile, **self.links(given, CONFIG)}
        self.result.config["site_name"] = inert.label(title) or "Our lab"
        if self.base:
            self.result.config["site_url"] = f"{self.base}/"
        if about[1]:
            self.result.config["site_description"] = inert.label(about[1])
        icon = next((one for one in self.result.assets if re.match(r"images/icon\.", one)), "")
        if icon:
            self.result.theme["favicon"] = icon

    def links(self, given: Any, where: str) -> dict[str, Any]:
        """Return `email` and `links` as a profile has them; what is none is told."""
        found: dict[str, Any] = {}
        links: dict[str, Any] = {}
        for key, value in given.items() if isinstance(given, dict) else ():
            text = text_of(value)
            place = self.at(where, key)

            def note(told: str, place: str = place) -> None:
                self.note(f"`{place}`: {told}")

            if key == "email" and _EMAIL.fullmatch(text):
                found["email"] = text
            elif key == "email" and text:
                note(f"`{text[:60]}` is no e-mail address and was left out")
            elif text:
                word = key.replace("-", "_")
                if services.find(word) is None:
                    text = self.address_of(key, text)
                profiles.link(word, text, links, self.addresses, note)
        return {**found, **({"links": links} if links else {})}

    def address_of(self, kind: str, value: str) -> str:
        """Return the address that a link of a kind has, as `types.yaml` says; it may be none."""
        given = self.types.get(kind)
        form = text_of(given.get("link")) if isinstance(given, dict) else ""
        if re.match(r"[a-z]+:|/", value) or "$" not in form:
            return value
        return re.sub(r"\$(?:VALUE|LINK)", lambda _: value, form)

    def led(self, kind: str, value: str) -> str:
        """Return the address that a button of a kind leads to, "" where we lead to none."""
        if kind == "email" and "@" in value and ":" not in value:
            return f"mailto:{value}"
        address = self.address_of(kind, value)
        if kind == "phone" or address.startswith("tel:"):
            return ""
        is_id = address == value and not re.search(r"[:/.]", value)
        try:
            return links.profile_link(kind, value).url if is_id and services.find(kind) else address
        except ValueError:
            return address

    def address(self, name: str) -> str:
        """Return the address of the file that `link` or `post_url` names, "" for none."""
        name = name.strip("\"' ").lstrip("/")
        files = {**self.pages, **self.members, **self.posts}
        files |= {PurePosixPath(one).stem: file for one, file in self.posts.items()}
        return f"/{files[name].removesuffix('.md')}" if name in files else ""

    def safe(self, markdown: str, file: str, name: str = "") -> str:
        """Return Markdown for a page, which is to be that file below docs."""
        text = kramdown.as_ours_whole(markdown, self.references)
        note = lines.noting(self.source, name) if name else None
        return self._texts.safe(text, "../" * file.count("/"), note=note)

    def text(self, markdown: str) -> str:
        """Return Markdown for data."""
        text = self._texts.plain(kramdown.as_ours_whole(markdown, self.references)).strip()
        return re.sub(r"\n{3,}", "\n\n", text)

    def at(self, name: str, key: str, after: str = "") -> str:
        """Return where a key of YAML first stands, behind a line with a text: `file:line`."""
        written = (self.source.text(name) or "").split("\n")
        mark = re.compile(rf"[\s-]*['\"]?{re.escape(key)}['\"]?\s*:")
        start = next((at for at, line in enumerate(written) if after in line), 0)
        found = next(
            (at for at, line in enumerate(written[start:], start + 1) if mark.match(line)), 0
        )
        return f"{name}:{found}" if found else name

    def tell(self) -> None:
        """Name the settings that have no counterpart."""
        for key in self.config.keys() - _SILENT:
            self.note(f"`{self.at(CONFIG, key)}`: `{key}` has no counterpart and was left out")
        for key in ("header", "footer"):
            if image := text_of(self.config.get(key)):
                where = self.at(CONFIG, key)
                self.note(f"`{where}`: the picture behind the {key} was left out: `{image}`")
        for name in self.source.named("_data", ".yaml", ".yml"):
            if PurePosixPath(name).stem in ("orcid", "google-scholar", "pubmed"):
                self.note(f"`{name}` asks services for papers, which the import does not do")


def _slug(name: str) -> str:
    stem = re.sub(r"^\d{4}-\d\d?-\d\d?-", "", PurePosixPath(name).stem) if "_posts" in name else ""
    stem = stem or PurePosixPath(name).stem
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or f"page-{len(name)}"


def text_of(value: Any) -> str:
    """Return a text, "" for what is none."""
    return value.strip() if isinstance(value, str) else ""
