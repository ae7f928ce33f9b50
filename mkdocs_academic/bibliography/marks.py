"""Marks glued to names (`Li*`, `Wang†`): taken off, kept as data, never interpreted."""

from __future__ import annotations

import re

COMMANDS = {
    "dagger": "†", "ddagger": "‡", "dag": "†", "ddag": "‡", "ast": "*", "star": "⋆", "S": "§",
    "P": "¶", "sharp": "#", "textdagger": "†", "textdaggerdbl": "‡", "textasteriskcentered": "*",
    "diamond": "⋄", "bullet": "•", "circ": "∘", "Vert": "‖", "parallel": "∥", "Letter": "✉",
    "Envelope": "✉", "envelope": "✉", "textbardbl": "‖",
}  # fmt: skip
_SYMBOLS = "*∗＊⁎†‡§¶#＃✉📧✝⋆★☆✱‖⋄◇◆♦♠♣∘•"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺", "0123456789+")
_HINT = re.compile(
    rf"[{_SYMBOLS}$^+⁰¹²³⁴-⁹⁺]|\\(?:text(?:super|sub|dag|ast)|d?dag|S\b|P\b)|<su[pb]"
)
_MARK = re.compile(
    r"\$\s*[\^_]?\s*((?:\\[A-Za-z]+|\{[^{}$]*\}|[^${}\\])*)\s*\$"  # $^\dagger$, $^{1,2}$
    r"|\\text(?:super|sub)script\s*\{((?:[^{}]|\{[^{}]*\})*)\}"
    r"|<su[pb]>((?:(?!<su[pb]>).)*?)</su[pb]>"
    r"|(\\(?:text)?(?:ddagger|ddag|daggerdbl|dagger|dag|asteriskcentered|bardbl)(?![A-Za-z])(?:\{\})?"
    r"|\\[SP](?![A-Za-z])(?:\{\})?)"
    r"|(?<!\\)[\^_](?:\{([^{}]*)\}|\(([^()]*)\)|([\w*†‡#]))"
    r"|(\\?\*|\\#)"
    rf"|([{_SYMBOLS}]\ufe0e?\ufe0f?|[⁰¹²³⁴-⁹⁺]+|(?<=[\w}}])\+(?=[\s,*]|$))"
)
_ONE = re.compile(rf"\\[A-Za-z]+|[{_SYMBOLS}]|[0-9]+|[A-Za-z]+\.?|[^\s,;{{}}\\]", re.DOTALL)
_BOLD_MARKDOWN = re.compile(r"\*\*(\w[^*]*)\*\*|__(\w[^_]*)__")
_EDGES = re.compile(r"\s+(?=,|$)|(?<=\s)\s+")
_EMPTY = re.compile(r"(\\[A-Za-z]+\{\})|\{\}")  # what a mark stood in, but not the braces of `\O{}`


def may_have(names: str) -> bool:
    """Tell quickly whether there may be marks in a list of names."""
    return bool(_HINT.search(names))


def take_off(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the name without its marks, and the marks in their order."""
    if not _HINT.search(name):
        return name, ()
    name = _BOLD_MARKDOWN.sub(lambda found: found[1] or found[2], name)
    marks: list[str] = []

    def collect(found: re.Match[str]) -> str:
        marks.extend(_singly(next((group for group in found.groups() if group), "")))
        return ""

    bare = _EDGES.sub("", _MARK.sub(collect, name)).strip()
    return _EMPTY.sub(r"\1", bare), tuple(dict.fromkeys(marks))


def _singly(written: str) -> list[str]:
    """Split `1,*` into single marks."""
    written = written.translate(_SUPERSCRIPTS).replace("\\textsuperscript", "")
    found = _ONE.findall(written.replace("\ufe0e", "").replace("\ufe0f", ""))
    return [COMMANDS.get(one[1:], one[1:]) if one[0] == "\\" else one for one in found]
