"""BibTeX for readers to copy: the user's own text, or one made from plain fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from . import marks, names, scanner
from .balance import balanced
from .block import MONTH_MACROS, MONTHS
from .entry import Entry
from .fields import SITE_FIELDS
from .names import Name

# Pandoc's rule (User's Guide, tex_math_dollars): "5 $ and 6 $" and "$5 to $6" are money.
_MATH = re.compile(r"(\$\$(?=\S)[^$]+(?<=\S)\$\$(?!\d)|\$(?=\S)[^$]+(?<=\S)\$(?!\d))")
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
    parts[::2] = [_SPECIALS.sub(_escaped, part) for part in parts[::2]]
    return "".join(parts)


def _escaped(found: re.Match[str]) -> str:
    return _SPECIAL[found[0]]


def shown(entry: Entry) -> str:
    """Return the entry without the fields that only concern the site, whole by itself.

    What stands elsewhere in the user's file is written out: `@string` macros, and what an entry has
    from the volume that it refers to.
    """
    if not entry.source:
        return made(entry)
    whole = _simple(entry) if entry.widths else _any(entry)
    is_own = entry.key in entry.source[: entry.source.find(",")]
    return whole if is_own else renamed(whole, entry.key)


def _simple(entry: Entry) -> str:
    """Look at those fields only that do not stay as they are."""
    source, fields = entry.source, entry.fields
    bare = unmarked(fields)
    changed = {name: fields[name] for name in entry.macros} | bare
    inherited = list(fields)[len(entry.widths) :]
    text: list[str] = []
    kept, at = 0, source.find(",") + 1
    for name, width in zip(fields, entry.widths, strict=False):
        start, at = at, at + width
        if name not in _NOT_KEPT and name not in changed:
            continue
        is_last = source[at - 1] != ","  # the closing brace follows
        closing = f"\n{source[-1]}" if is_last else ""
        if name in SITE_FIELDS:
            instead = closing
        elif name in _REFERENCES and inherited:
            instead = _taken_over(inherited, fields | bare) + closing
        elif name in changed:
            more = _marks_kept(name, bare, fields)
            instead = _resolved(source[start:at], changed[name], closing, more)
        else:
            continue
        text += (source[kept:start], instead)
        kept = len(source) if is_last else at
    return "".join([*text, source[kept:]])


def _any(entry: Entry) -> str:
    parts = _parts(entry.source)
    bare = unmarked(entry.fields)
    text: list[str] = []
    for part in parts:
        written, name, word, closing = part
        if name in _REFERENCES and (inherited := entry.fields.keys() - {one[1] for one in parts}):
            text.append(_taken_over(inherited, entry.fields | bare))
        elif name in bare:
            more = _marks_kept(name, bare, entry.fields)
            text.append(_resolved(written, bare[name], closing, more))
            continue
        elif name not in SITE_FIELDS:
            text.append(_written_out(part, entry) if word else written)
            continue
        text.append(closing)
    return "".join(text)


def _taken_over(inherited: Iterable[str], fields: Mapping[str, str]) -> str:
    left = sorted(set(inherited) - SITE_FIELDS)
    return "".join([f"\n  {field} = {{{fields[field]}}}," for field in left])


def renamed(text: str, key: str) -> str:
    """Write another key into the text of an entry."""
    return _KEY.sub(lambda found: found[1] + key, text, count=1)


_KEY = re.compile(r"(\s*@[ \t]*[\w-]+\s*[{(]\s*)[^\s,={}()\"]*")

_REFERENCES = frozenset(("crossref", "xdata"))
_NOT_KEPT = SITE_FIELDS | _REFERENCES


def _written_out(part: _Part, entry: Entry) -> str:
    """Return a field without macros; those of the months every style has."""
    text, name, word, closing = part
    is_macro = not word.isdigit() and word.lower() not in MONTHS
    if not is_macro or name not in entry.fields:
        return text
    return _resolved(text, entry.fields[name], closing)


def _resolved(text: str, value: str, closing: str, more: str = "") -> str:
    """Write another value into the text of a field; `more` are fields behind it."""
    before, _, after = text.partition("=")
    blank = after[: len(after) - len(after.lstrip())]
    comma = "," if more or not closing else ""
    return f"{before}={blank}{{{value}}}{comma}{more}{closing}"


def _marks_kept(name: str, bare: Mapping[str, str], fields: Mapping[str, str]) -> str:
    """Return the field that has the marks of the authors, unless there is one already."""
    if name != "author" or _AN in fields or _AN not in bare:
        return ""
    return f"\n  {_AN} = {{{bare[_AN]}}},"


def made(entry: Entry) -> str:
    """Write an entry anew: it was given as plain fields, or its own text is damaged."""
    kept = {
        name: balanced(value)
        for name, value in entry.fields.items()
        if value and name not in SITE_FIELDS and name not in _REFERENCES
    }
    kept |= {name: _people(kept[name]) for name in ("author", "editor") if name in kept}
    if _AN in (changed := unmarked(entry.fields)):
        kept[_AN] = changed[_AN]
    width = max(map(len, kept), default=0)
    lines = [f"  {name:<{width}} = {_value(name, value)}," for name, value in kept.items()]
    return "\n".join([f"@{entry.type}{{{entry.key},", *lines, "}"])


def _value(name: str, text: str) -> str:
    return (name == "month" and MONTH_MACROS.get(text)) or f"{{{text}}}"


def unmarked(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that have marks at names, without them; `author+an` has them, too."""
    hinted = [name for name in _NAMED if name in fields and marks.may_have(fields[name])]
    if not hinted:
        return {}
    found = {name: _without_marks(fields[name]) for name in hinted}
    if "author" in found and (said := names.annotations_of(fields["author"])):
        found[_AN] = "; ".join(filter(None, (fields.get(_AN), _SPECIALS.sub(_escaped, said))))
    return {name: value for name, value in found.items() if value != fields.get(name)}


def _without_marks(raw: str) -> str:
    """Leave everything but the marks as it is; write the names anew where that is not possible."""
    wanted, others = names.split(raw)
    if not any(one.marks for one in wanted):
        return raw  # what looked like one was an accent
    pieces = _AND.split(raw)
    pieces[::2] = [marks.take_off(piece)[0] for piece in pieces[::2]]
    bare = "".join(pieces)
    is_same = names.split(bare) == (tuple(replace(one, marks=()) for one in wanted), others)
    return bare if is_same else _people(raw)


_NAMED = ("author", "editor", "translator")
_AN = "author+an"
_AND = re.compile(r"(\s+and\s+)", re.IGNORECASE)


def _people(raw: str) -> str:
    """Write names without the marks that stand at them."""
    people, and_others = names.split(raw)
    written = [_person(name) for name in people] + (["others"] if and_others else [])
    return " and ".join(written)


def _person(name: Name) -> str:
    whole = name.literal or (_AND.search(name.sort) and name.full)  # a list would break there
    return f"{{{from_plain(whole)}}}" if whole else from_plain(name.sort)


_PIECE = re.compile(rf"({scanner.FIELD_TEXT})|([\s\S]+)")
_END = re.compile(r"\s*\}")
_FIELD = re.compile(r"[ \t]*([A-Za-z][\w+:-]*)\s*=\s*", re.ASCII)


# A piece of an entry's text: its head, or a field with the comma behind it; the field's name; the
# word, if its value is or holds a macro or a number; what closes the entry, if this is its last.
_Part = tuple[str, str, str, str]


def _parts(source: str) -> list[_Part]:
    """Take the user's own text apart."""
    at = source.find(",") + 1
    parts = [(source[:at], "", "", "")]
    for text, name, bare, more, _ in _PIECE.findall(source, at):  # as long as nothing is odd
        if not name:
            break
        word = bare or ("#" if more else "")
        if text[-1] == ",":
            parts.append((text, name.lower(), word, ""))
            at += len(text)
        elif source[at + len(text) :] == "}":
            return [*parts, (f"{text}}}", name.lower(), word, "\n}")]
    if _END.fullmatch(source, at):
        return [*parts, (source[at:], "", "", "")]
    while at < len(source):
        found = scanner.FIELD.match(source, at)
        if found and found[2] and source.startswith(",", found.end() - 1):
            end, name = found.end(), found[2]
            word = found[5] or ("#" if found[6] else "")
        else:
            end = _field_end(source, at)
            odd = _FIELD.match(source[at:end].lstrip())
            name, word = (odd[1], "") if odd else ("", "")
            if found and found[2]:
                word = found[5] or ("#" if found[6] else "")
        closing = "\n" + source[-1] if end == len(source) and name else ""
        parts.append((source[at:end], name.lower(), word, closing))
        at = end
    return parts


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
