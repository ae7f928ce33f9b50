"""Where the addresses of a source lead in the result: files below docs, pages, or the web."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from ..urls import safe_url
from .formulas import around

_HOST = re.compile(
    r"(?:www\.[\w-]+\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|dev|cn|ac\.\w\w)(?:[/?#]|$))",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.\w{2,5}$")
_MARKDOWN = re.compile(
    r"(\]\(\s*)(<[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))*)(?=(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\))"
)
_REFERENCE = re.compile(r"^( {0,3}\[(?!\^)[^\]\n]+\]:\s*)<?(\S+?)>?(?=\s|$)", re.MULTILINE)
_ATTRIBUTE = re.compile(
    r"(\b(?:href|src|poster)\s*=\s*)(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)


class Addresses:
    """Knows the address of the old site, its pages, and the files that were copied."""

    def __init__(
        self, base: str, pages: Mapping[str, str], files: Iterable[str], note: Callable[[str], None]
    ) -> None:
        """Take `base`: `https://host/path`; `pages`: permalink to file below docs."""
        parts = urlsplit(base if "://" in base else f"//{base}")
        self._host, self._path = parts.netloc, parts.path.strip("/")
        self._pages = {link.strip("/"): file for link, file in pages.items()}
        self._files = set(files)
        self._note = note
        self.moved: dict[str, str] = {}  # files below docs that others stand for
        self.anchors: Mapping[str, str] = {}  # of the old home page: where each leads now

    def __call__(self, address: str, near: Sequence[str] = ()) -> str:
        """Return the new address, "" for one that is none; files are named below docs.

        What does not begin with a slash is looked for in the folders `near` first.
        """
        address = address.strip().strip("<>").replace(" ", "%20")
        if not address or address in ("#", "/#") or "{{" in address:
            return ""
        if address.startswith("//"):
            address = f"https:{address}"
        if _HOST.match(address):
            address = f"https://{address}"
        if re.match(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+$", address):
            address = f"mailto:{address}"
        if re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE):
            return self._absolute(address)
        if address.startswith("/#") and address[2:] in self.anchors:
            return self.anchors[address[2:]]
        if address.startswith(("#", "/#")):
            return address.lstrip("/")
        return self._nearby(address, near) or self._local(address)

    def add(self, link: str, file: str) -> None:
        """Have an address of the old site lead to a file below docs, if it leads nowhere yet."""
        self._pages.setdefault(link, file)

    def move(self, before: str, after: str) -> None:
        """Have what led to one file below docs lead to another."""
        self.moved[before] = after
        self._pages = {link: after if one == before else one for link, one in self._pages.items()}

    def old(self, name: str) -> str:
        """Return the address that a file had, "" where the old site's is not known."""
        folder = f"{self._path}/" if self._path else ""
        return safe_url(f"https://{self._host}/{folder}{name}") or "" if self._host else ""

    def _absolute(self, address: str) -> str:
        safe = safe_url(re.sub(r"^(https?):/*(?=\w)", r"\1://", address)) or ""
        if not safe:
            self._note(f"the address `{_shown(address)}` is none and was left out")
        return safe

    def _nearby(self, address: str, near: Sequence[str]) -> str:
        """Return what an address stands for beside the page that has it, "" for nothing."""
        path, mark, rest = _parted(address)
        if not path or path.startswith("/"):
            return ""
        for folder in near:
            name = posixpath.normpath(f"/{folder}/{path}").strip("/")
            found = name if unquote(name) in self._files else self._pages.get(name, "")
            if found:
                return safe_url(f"{found}#{rest}" if mark == "#" else found) or ""
        return ""

    def _local(self, address: str) -> str:
        path, mark, rest = _parted(address)
        name = self._without_base(posixpath.normpath(f"/{path}").lstrip("/"))
        if name in ("", "index.html"):
            return f"index.md#{rest}" if mark == "#" else "index.md"
        bare = name.strip("/").removesuffix(".html")
        if page := self._pages.get(bare) or self._pages.get(unquote(bare)):
            return f"{page}#{rest}" if mark == "#" else page
        if unquote(name) in self._files or _FILE.search(name):
            return safe_url(name) or ""
        if self._host:
            folder = f"{self._path}/" if self._path else ""
            return safe_url(f"https://{self._host}/{folder}{name}{mark}{rest}") or ""
        return safe_url(address) or ""

    def _without_base(self, name: str) -> str:
        if self._path and name.startswith(f"{self._path}/") and name not in self._files:
            return name.removeprefix(f"{self._path}/")
        return name

    def rewritten(self, markdown: str, up: str = "", near: Sequence[str] = ()) -> str:
        """Return Markdown whose links and pictures lead where they should; `up` leads to docs."""

        def placed(address: str) -> str:
            found = self(address, near)
            is_local = found and not re.match(r"[a-z][a-z0-9+.-]*:|#", found, re.IGNORECASE)
            return f"{up}{found}" if is_local else found

        return around(markdown, lambda text: _placed(text, placed))


def _placed(text: str, placed: Callable[[str], str]) -> str:
    text = _MARKDOWN.sub(lambda one: one[1] + placed(one[2]), text)
    text = re.sub(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*\)", r"\1", text)
    text = re.sub(r"!\[[^\[\]]*\]\(\s*\)", "", text)
    text = _REFERENCE.sub(lambda one: one[1] + (placed(one[2]) or "#"), text)
    return _ATTRIBUTE.sub(lambda one: f'{one[1]}"{placed(one[2] or one[3] or one[4] or "")}"', text)


def _parted(address: str) -> tuple[str, str, str]:
    """Return the path, the sign behind it and what follows that."""
    return re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr, return-value]


def _shown(address: str) -> str:
    return address[:60].replace("`", "'")
