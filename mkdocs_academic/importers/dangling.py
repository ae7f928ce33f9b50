"""Links of the new site to what did not come over: pages without text, files nobody took along."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from .result import Result
from .source import Source, is_active

_LINK = re.compile(
    r"(?P<mark>!?)\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\((?P<to>[^\s()]+)(?P<title>\s+(?:\"[^\"]*\"|'[^']*'))?\)"
)
_ATTRIBUTE = re.compile(r"(?P<name>\b(?:href|src)=\")(?P<to>[^\"]+)(?P<end>\")")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|/", re.IGNORECASE)
_RAW = re.compile(r"(```.*?```|~~~.*?~~~|`[^`\n]+`)", re.DOTALL)
# What a browser would run or show as a page of its own.
_RUNS = frozenset(
    ".html .htm .xhtml .shtml .xht .xml .svg .svgz .js .mjs .css .php .swf .wasm".split()
)


class Dangling:
    """Settles these links; `places` says where pages are now that only listed others."""

    def __init__(
        self,
        source: Source,
        result: Result,
        pages: set[str],
        places: Mapping[str, str],
        old: Callable[[str], str],
    ) -> None:
        """Take `pages`: files below docs that were to be; `old`: the address at the old site."""
        self._source, self._result, self._old = source, result, old
        self._pages, self._places = pages, places
        self._taken = {result.moved.get(name, name) for name in result.assets}

    def settle(self) -> None:
        """Lead each link on, copy what it names, or make it text; the report says so."""
        result = self._result
        for page, text in result.pages.items():
            parts = _RAW.split(text)
            parts[::2] = [self._settled(one, page) for one in parts[::2]]
            result.pages[page] = "".join(parts)
        result.data = {name: self._value(one) for name, one in result.data.items()}
        for name in result.academic.keys() & {"profile", "people"}:
            result.academic[name] = self._value(result.academic[name])

    def _settled(self, text: str, page: str) -> str:
        def link(found: re.Match[str]) -> str:
            to = self._target(found["to"], page)
            if to is None:
                return "" if found["mark"] else found["label"]
            return f"{found['mark']}[{found['label']}]({to}{found['title'] or ''})"

        def attribute(found: re.Match[str]) -> str:
            to = self._target(found["to"], page)
            return f"{found['name']}{'#' if to is None else to}{found['end']}"

        return _ATTRIBUTE.sub(attribute, _LINK.sub(link, text))

    def _value(self, value: Any) -> Any:
        """Return data whose addresses lead somewhere; keys whose address does not are left out."""
        if isinstance(value, dict):
            settled = {key: (one, self._value(one)) for key, one in value.items()}
            return {key: now for key, (one, now) in settled.items() if now is not None or not one}
        if isinstance(value, list):
            return [now for one in value if (now := self._value(one)) is not None or not one]
        if not isinstance(value, str):
            return value
        is_address = "\n" not in value and re.fullmatch(r"[^\s\[\]()]+\.\w{1,5}(?:#\S*)?", value)
        return self._target(value, "") if is_address else self._settled(value, "")

    def _target(self, to: str, page: str) -> str | None:
        """Return where a link of a page leads, None for nowhere."""
        if _ELSEWHERE.match(to):
            return to
        path, mark, rest = to.partition("#")
        folder = PurePosixPath(page).parent.as_posix()
        name = unquote(posixpath.normpath(posixpath.join(folder, path)))
        if name in self._taken or name in self._result.pages:
            return to
        if name in self._pages:
            return self._page(name, page)
        if not self._source.has(name) or name.endswith(".md") or self._is_hidden(name):
            return to
        if PurePosixPath(name).suffix.lower() not in _RUNS or self._is_still(name):
            self._result.assets.append(name)
            self._taken.add(name)
            return to
        address = self._old(name)
        where = f"the link leads to the old site ({address})" if address else "it is no link now"
        self._result.report.note(
            f"`{name}` may run what it holds and was not copied: {where}; copy the file into "
            f"`docs/` if it is to move"
        )
        return f"{address}{mark}{rest}" if address else None

    def _page(self, name: str, page: str) -> str | None:
        place = self._places.get(name, "")
        if place in self._result.pages:
            return f"{'../' * page.count('/')}{place}"
        here = f"`docs/{page}`" if page else "a list"
        self._result.report.note(f"{here} led to `{name}`, which was left out: it is no link now")
        return None

    def _is_hidden(self, name: str) -> bool:
        """Tell what the old site did not show."""
        parts = PurePosixPath(name).parts
        return any(one.startswith((".", "_")) for one in parts) or self._source.is_left_out(name)

    def _is_still(self, name: str) -> bool:
        """Tell a picture without scripts."""
        return name.lower().endswith(".svg") and not is_active(self._source.root / name)
