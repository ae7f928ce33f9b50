"""BibTeX for readers to copy: the user's own text, or one made from plain fields."""

from __future__ import annotations

import re

from . import names
from .entry import Entry
from .fields import SITE_FIELDS
from .names import Name

# Pandoc's rule (User's Guide, tex_math_dollars): "5 $ and 6 $" and "$5 to $6" are money.
_MATH = re.compile(r"(\$(?=\S)[^$]*(?<=\S)\$(?!\d))")
_SPECIAL = {
    "$": r"\$",
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "{": r"\textbraceleft{}",  # BibTeX counts the brace of \{, too
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    "`": r"\textasciigrave{}",
    "''": r"'{}'",
    "--": "-{}-",
}
_SPECIALS = re.compile("|".join(map(re.escape, sorted(_SPECIAL, key=len, reverse=True))))


def from_plain(text: str) -> str:
    """Write plain text so that reading it as LaTeX gives the same text; math stays math."""
    parts = _MATH.split(text)
    parts[::2] = [_SPECIALS.sub(lambda found: _SPECIAL[found[0]], part) for part in parts[::2]]
    return "".join(parts)


def shown(entry: Entry) -> str:
    """Return the entry without the fields that only concern the site."""
    if not entry.source:
        return made(entry)
    return _without(entry.source, SITE_FIELDS)


def made(entry: Entry) -> str:
    """Write an entry that was given as plain fields."""
    kept = {name: value for name, value in entry.fields.items() if value}
    kept = {name: value for name, value in kept.items() if name not in SITE_FIELDS}
    kept |= {name: _people(kept[name]) for name in ("author", "editor") if name in kept}
    width = max(map(len, kept), default=0)
    lines = [f"  {name:<{width}} = {{{value}}}," for name, value in kept.items()]
    return "\n".join([f"@{entry.type}{{{entry.key},", *lines, "}"])


def _people(raw: str) -> str:
    """Write names without the marks that stand at them."""
    people, and_others = names.split(raw)
    written = [_person(name) for name in people] + (["others"] if and_others else [])
    return " and ".join(written)


def _person(name: Name) -> str:
    return f"{{{from_plain(name.literal)}}}" if name.literal else from_plain(name.sort)


_FIELD = re.compile(r"[ \t]*([A-Za-z][\w+:-]*)\s*=\s*", re.ASCII)


def _without(source: str, hidden: frozenset[str]) -> str:
    """Cut whole fields out of the user's own text; everything else stays to the letter."""
    out: list[str] = []
    at = source.find(",") + 1
    out.append(source[:at])
    while at < len(source):
        end = _field_end(source, at)
        piece = source[at:end]
        found = _FIELD.match(piece.lstrip())
        if not (found and found[1].lower() in hidden):
            out.append(piece)
        elif end == len(source):  # the last field carries the closing brace
            out.append("\n" + source[-1])
        at = end
    return "".join(out)


_TELLING = re.compile(r"\\.|[\"{},]", re.DOTALL)


def _field_end(source: str, start: int) -> int:
    """Return where the field that starts here ends: behind its comma, or at the end."""
    depth, quoted = 0, False
    for found in _TELLING.finditer(source, start):
        char = found[0]
        if char == '"' and depth == 0:
            quoted = not quoted
        elif char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        elif char == "," and depth == 0 and not quoted:
            return found.end()
    return len(source)
