"""Parts that pages of the template include, as Markdown and macros: buttons, features, lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from .. import calls
from .filters import split

_TOKEN = re.compile(r"(\{%-?.*?-?%\})", re.DOTALL)
_TAG = re.compile(r"\{%-?\s*(\w+)\s*(.*?)\s*-?%\}", re.DOTALL)
_GIVEN = re.compile(r"([\w-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[\w./-]+)")
_BOXES = {"tip": "tip", "help": "question", "info": "info", "success": "success"}
_BOXES |= {"warning": "warning", "error": "danger"}
_SILENT = frozenset(
    "section icon search-box search-info site-search tags head header footer analytics".split()
)
_DEEPEST = 20
Show = Callable[[Mapping[str, str]], str]


class Components:
    """Writes the parts of one page; `lists` and `looked_up` show data of the site."""

    def __init__(
        self,
        lists: Callable[[str, list[str], int], str | None],
        looked_up: Callable[[str, str], str],
        led: Callable[[str, str], str],
        printed: Callable[[str], str],
        note: Callable[[str], None],
    ) -> None:
        """Take `led`: where a button of a kind leads; `printed`: what Liquid prints."""
        self._lists, self._looked_up, self._note = lists, looked_up, note
        self._led, self._value = led, printed
        self._texts: dict[str, str] = {}  # what `capture` and `assign` have put aside
        self._known: Mapping[str, Show] = {
            "button": self._button,
            "figure": _figure,
            "feature": self._feature,
            "card": self._card,
            "alert": self._alert,
            "float": self._inner,
            "grid": self._inner,
            "cols": self._columns,
            "gallery": self._inner,
            "list": self._list,
            "citation": lambda given: self._looked_up("citation", given.get("lookup", "")),
            "portrait": lambda given: self._looked_up("portrait", given.get("lookup", "")),
            "post-excerpt": lambda given: self._looked_up("post", given.get("lookup", "")),
        }

    def written(self, text: str) -> str:
        """Return a page with its parts written out; other tags stay."""
        out: list[list[str]] = [[]]
        names: list[str] = []
        hidden = 0
        for piece in _TOKEN.split(text):
            tag = _TAG.fullmatch(piece)
            name, rest = (tag[1], tag[2]) if tag else ("", "")
            if name == "comment" or name == "endcomment":
                hidden = max(0, hidden + (1 if name == "comment" else -1))
            elif hidden:
                continue
            elif name == "capture" and len(names) < _DEEPEST:
                names.append(rest.split(" ")[0])
                out.append([])
            elif name == "endcapture" and names:
                self._texts[names.pop()] = "".join(out.pop())
            elif name == "assign" and (found := re.fullmatch(r"([\w-]+)\s*=\s*(.+)", rest, re.S)):
                self._texts[found[1]] = found[2].split("|")[0].strip().strip("\"'")
            elif (
                name in ("include", "include_relative")
                and (part := self._include(rest)) is not None
            ):
                out[-1].append(_within(part, "".join(out[-1])))
            else:
                out[-1].append(self._printed(piece))
        while names:  # one that is never ended
            names.pop()
            out[-2].extend(out.pop())
        return "".join(out[0])

    def _printed(self, text: str) -> str:
        return re.sub(
            r"\{\{-?\s*([\w-]+)\s*-?\}\}",
            lambda found: self._texts.get(found[1], found[0]),
            text,
        )

    def _include(self, rest: str) -> str | None:
        name = rest.split()[0].removesuffix(".html") if rest.split() else ""
        given = {
            key: value[1:-1] if value[:1] in "\"'" else self._given(value)
            for key, value in _GIVEN.findall(rest)
        }
        if name in _SILENT:
            return _topics(given) if name == "tags" else ("\n\n" if name == "section" else "")
        if name in self._known:
            return self._known[name](given)
        return None

    def _given(self, name: str) -> str:
        """Return what a variable holds; a word that is none stands for itself."""
        is_path = re.match(r"(?:site|page)\.\w", name)
        return self._texts.get(name, self._value(f"{{{{ {name} }}}}") if is_path else name)

    def _button(self, given: Mapping[str, str]) -> str:
        type_, link = given.get("type", ""), given.get("link", "")
        kind = type_.replace("-", " ").capitalize()
        address = self._led(type_, link) if link else ""
        text = given.get("text", "") or kind or link
        if link and not address and not re.search(r"\d", text):
            text = f"{text}: {link}"
        return f"\n\n{_linked(text, address, given.get('tooltip', ''))}\n\n" if text else ""

    def _inner(self, given: Mapping[str, str]) -> str:
        return f"\n\n{given.get('content', '').strip()}\n\n"

    def _columns(self, given: Mapping[str, str]) -> str:
        names = sorted(name for name in given if re.fullmatch(r"col\d+", name))
        return "".join(f"\n\n{given[name].strip()}\n\n" for name in names)

    def _alert(self, given: Mapping[str, str]) -> str:
        kind = _BOXES.get(given.get("type", ""), "note")
        return calls.box(kind, "", given.get("content", ""))

    def _feature(self, given: Mapping[str, str]) -> str:
        title, link = given.get("title", ""), given.get("link", "")
        head = f"### {_linked(title, link)}" if title else ""
        picture = _picture(given.get("image", ""), title, link)
        parts = (head, picture, given.get("text", "").strip())
        return "\n\n" + "\n\n".join(filter(None, parts)) + "\n\n"

    def _card(self, given: Mapping[str, str]) -> str:
        title, link = given.get("title", ""), given.get("link", "")
        repo = given.get("repo", "")
        parts = (
            _picture(given.get("image", ""), title, link),
            f"**{_linked(title, link)}**" if title else "",
            given.get("subtitle", ""),
            given.get("description", ""),
            _topics(given),
            f"[{repo}](https://github.com/{repo})" if repo else "",
        )
        return "\n\n" + "\n\n".join(filter(None, parts)) + "\n\n"

    def _list(self, given: Mapping[str, str]) -> str:
        said = given.get("filter") or given.get("filters") or ""
        limit = given.get("limit", "")
        data = given.get("data", "")
        found = self._lists(data, split(said), int(limit) if limit.isdigit() else 0)
        if found is None:
            self._note(f"a list of `{data}` has nothing to show and was left out")
        return f"\n\n{found or ''}\n\n"


def _within(part: str, before: str) -> str:
    """Return a part of one line as words of the line that it stands in."""
    line = before.rpartition("\n")[2]
    return part.strip() if line.strip() and "\n" not in part.strip() else part


def _linked(text: str, link: str, hint: str = "") -> str:
    if not link:
        return text
    title = re.sub(r"[\"\\()\s]+", " ", hint).strip()
    quoted = f' "{title}"' if title and ":" in link else ""
    return f"[{text.replace('[', '(').replace(']', ')')}]({link}{quoted})"


def _picture(image: str, alt: str, link: str) -> str:
    if not image:
        return ""
    shown = f"![{alt.replace('[', '(').replace(']', ')')}]({image.replace(' ', '%20')})"
    return f"[{shown}]({link})" if link else shown


def _figure(given: Mapping[str, str]) -> str:
    caption = given.get("caption", "")
    picture = _picture(given.get("image", ""), caption, given.get("link", ""))
    return f"\n\n{picture}\n\n{caption}\n\n"


def _topics(given: Mapping[str, Any]) -> str:
    words = [one.strip() for one in str(given.get("tags", "")).split(",") if one.strip()]
    return ", ".join(f"*{one}*" for one in words)
