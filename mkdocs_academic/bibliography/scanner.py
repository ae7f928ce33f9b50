"""The quick way through a well-formed block: one regular expression a field, no repair."""

from __future__ import annotations

import re

from .block import Block, Field, Value, Word

NAME = r"""[^\s=,{}"#%()@\\$&]++"""
WORD = r"""[^\s,#"{}()=%]++"""
_FLAT = r"[^{}]*+"
for _ in range(3):  # braces nested deeper than this take the general way
    _FLAT = rf"[^{{}}]*+(?:\{{{_FLAT}\}}[^{{}}]*+)*+"
_HEAD = r"""@[ \t]*+([A-Za-z][\w-]*+)\s*+\{\s*+([^\s,={}"%()]++)\s*+,"""
_FIELD = (
    rf"""\s*+({NAME})\s*+=\s*+(?:\{{({_FLAT})\}}|"([^"{{}}]*+)"|({WORD}))\s*+(?:,|(?=\}}))"""
)
_SIMPLE_BLOCK = re.compile(rf"{_HEAD}((?:{_FIELD.replace('(' + NAME, '(?:' + NAME)})*+)\s*+\}}")
_NAME = re.compile(rf"\s*+({NAME})\s*+=\s*+")
_CLOSE = re.compile(r"\s*+\}")
_NEXT = re.compile(r"\s*+(?:,|(?=\}))")
_GOES_ON = re.compile(rf"""\s*+,?\s*+{NAME}\s*+=\s*+[{{"]""")
_BRACE = re.compile(r"[{}]")
_QUOTE_OR_BRACE = re.compile(r'[{}"]')
_WORD = re.compile(WORD)
_BLANK = re.compile(r"\s*+")


def well_formed(text: str, start: int, limit: int) -> Block | None:
    """Read the block that starts here and ends before the limit; None if anything is odd."""
    head = _HEAD.match(text, start, limit)
    if head is None:
        return None
    fields: list[Field] = []
    at = head.end()
    while True:
        found = _FIELD.match(text, at, limit)
        if found is not None:
            name, braced, quoted, word = found.groups()
            value = braced if braced is not None else quoted
            fields.append(
                Field(name.lower(), Word(word) if value is None else value.strip(), found.start(1))
            )
            at = found.end()
            continue
        close = _CLOSE.match(text, at, limit)
        if close is not None:
            break
        general = _general_field(text, at, limit)
        if general is None:
            return None
        fields.append(general[0])
        at = general[1]
    end = close.end()
    if _GOES_ON.match(text, end, limit):
        return None
    return Block(head[1], head[2], fields, start, end)


def _general_field(text: str, at: int, limit: int) -> tuple[Field, int] | None:
    name = _NAME.match(text, at, limit)
    value = name and read_value(text, name.end(), limit)
    after = value and _NEXT.match(text, value[1], limit)
    if not (name and value and after):
        return None
    return Field(name[1].lower(), value[0], name.start(1)), after.end()


def read_value(text: str, at: int, limit: int) -> tuple[Value, int] | None:
    """Read `{…}`, `"…"`, a word, or several joined by `#`; None if it does not close."""
    parts: list[str] = []
    while True:
        part = _read_part(text, at, limit)
        if part is None:
            return None
        parts.append(part[0])
        at = part[1]
        sharp = _BLANK.match(text, at, limit).end()  # type: ignore[union-attr]
        if sharp >= limit or text[sharp] != "#":
            break
        at = _BLANK.match(text, sharp + 1, limit).end()  # type: ignore[union-attr]
    return (parts[0] if len(parts) == 1 else tuple(parts)), at


def _read_part(text: str, at: int, limit: int) -> tuple[str, int] | None:
    opening = text[at : min(at + 1, limit)]
    if opening == "{":
        end = closing_brace(text, at, limit)
    elif opening == '"':
        end = _closing_quote(text, at, limit)
    else:
        word = _WORD.match(text, at, limit)
        return (Word(word[0]), word.end()) if word else None
    return (text[at + 1 : end].strip(), end + 1) if end > 0 else None


def closing_brace(text: str, at: int, limit: int) -> int:
    """Return where the brace that opens here is closed, -1 if it is not."""
    depth = 0
    for found in _BRACE.finditer(text, at, limit):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.start()
    return -1


def _closing_quote(text: str, at: int, limit: int) -> int:
    depth = 0
    for found in _QUOTE_OR_BRACE.finditer(text, at + 1, limit):
        if found[0] == '"' and depth == 0:
            return found.start()
        depth += {"{": 1, "}": -1, '"': 0}[found[0]]
        if depth < 0:
            return -1
    return -1
