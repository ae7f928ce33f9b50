"""What the import itself writes into pages: macros and boxes, as marks until the text is safe."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

_OPEN, _CLOSE = "\ue030", "\ue031"
_BOX, _TITLE, _END = "\ue032", "\ue033", "\ue034"
_CALL = re.compile(f"{_OPEN}([a-z_]+)\\(([^{_OPEN}{_CLOSE}{{}}%<>]*)\\){_CLOSE}")
_PART = re.compile(rf"(\{{% raw %\}}|\{{% endraw %\}})|^(#{{1,6}}) |{_CALL.pattern}", re.MULTILINE)
_WHOLE = re.compile(
    f"\\n*{_BOX}([!?]{{3}} \\w+)\\|([^{_BOX}-{_END}]*){_TITLE}([^{_BOX}-{_END}]*){_END}\\n*"
)
_PRE = re.compile(r"<pre><code>.*?</code></pre>", re.DOTALL)  # in a box it is one line
_OPENED = re.compile(f"{_BOX}[^{_BOX}-{_END}]*?\\|([^{_BOX}-{_END}]*){_TITLE}")
_MARKS = re.compile(f"[{_OPEN}-{_END}]")


def macro(name: str, *keys: str, **options: Any) -> str:
    """Return the mark of a macro; options are texts, numbers and lists of texts."""
    given = [_quoted(key) for key in keys]
    given += [f"{option}={_value(value)}" for option, value in options.items()]
    mark = f"{_OPEN}{name}({', '.join(given)}){_CLOSE}"
    _made.add(mark)
    return mark


_made: set[str] = set()  # a page of somebody else's may hold such characters, too


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_quoted, value))}]"
    return str(value).lower() if isinstance(value, bool | int | None) else _quoted(str(value))


def _quoted(text: str) -> str:
    return '"' + re.sub(r"[^\w .:,;/+&'()*-]", "", text) + '"'


def box(kind: str, title: str, text: str, folded: bool = False) -> str:
    """Return the marks of an admonition, folded or not."""
    mark = "???" if folded else "!!!"
    return f"\n\n{_BOX}{mark} {kind}|{title}{_TITLE}\n\n{text.strip()}\n\n{_END}\n\n"


def parted(page: str) -> tuple[str, str]:
    """Return the paragraphs before the first macro, and those from it on, with their heading."""
    found = _CALL.search(page)
    at = page.rfind("\n\n", 0, found.start()) if found else len(page)
    head = re.sub(r"(?:\n\n+#{1,6} [^\n]*)+\s*\Z", "", f"\n\n{page[: max(at, 0)]}")
    is_whole = head.count(_BOX) == head.count(_END)
    return (head.strip("\n"), page[len(head) - 2 :].lstrip("\n")) if is_whole else ("", page)


def with_references(page: str) -> str:
    """Have the list of what a page cites stand below its last citation."""
    names = [found[1] for found in _CALL.finditer(page) if found[1] in ("cite", "bibliography")]
    if not names or names[-1] == "bibliography":
        return page
    text = _CALL.sub(lambda one: "" if one[1] == "bibliography" else one[0], page)
    return f"{text.strip()}\n\n{macro('bibliography')}"


def written(page: str) -> str:
    """Write macros and boxes into a page that is safe."""
    depth, is_raw = 1, False

    def put(found: re.Match[str]) -> str:
        nonlocal depth, is_raw
        if found[1]:
            is_raw = found[1] == "{% raw %}"
        elif found[2]:
            depth = len(found[2])
        elif unescape(found[0]) in _made:
            call = f"{{{{ {found[3]}({_levelled(found[3], found[4], depth)}) }}}}"
            call = f"{{% endraw %}}{call}{{% raw %}}" if is_raw else call
            is_braced = found.string[found.start() - 1 : found.start()] == "{"
            return f" {call}" if is_braced else call  # Jinja would read `{{{` otherwise
        return found[0]

    page = _PART.sub(put, page)
    while _WHOLE.search(page):  # from the innermost on
        page = _WHOLE.sub(lambda found: f"\n\n{_boxed(found)}\n\n", page)
    return _MARKS.sub("", _OPENED.sub(r"**\1**", page))


def _levelled(name: str, options: str, depth: int) -> str:
    """Have the years of a list stand below the heading before it."""
    if name != "publications" or depth < 2 or "group_by" in options:
        return options
    return f"{options}{', ' if options else ''}level={min(depth + 1, 6)}"


def _boxed(found: re.Match[str]) -> str:
    title = " ".join(found[2].split()).replace('"', "&quot;")
    text = _PRE.sub(lambda one: one[0].replace("\n", "&#10;"), found[3].strip("\n"))
    lines = (f"    {line}" if line.strip() else "" for line in text.split("\n"))
    head = f'{found[1]} "{title}"' if title else found[1]
    return "\n".join([head, "", *lines])


def plain(value: Any) -> Any:
    """Return settings or data without marks: no macro runs in them."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if not isinstance(value, str) or not _MARKS.search(value):
        return value
    text = _CALL.sub(_linked, value)
    text = _OPENED.sub(lambda one: f"**{one[1]}**" if one[1] else "", text)
    return re.sub(r"\n{3,}", "\n\n", _MARKS.sub("", text)).strip("\n")


def _linked(found: re.Match[str]) -> str:
    """Have a citation lead to the list of papers."""
    if found[1] != "cite":
        return ""
    keys = re.findall(r'"([^"]*)"', found[2])
    return ", ".join(f"[{key}](publications.md#{key})" for key in keys)
