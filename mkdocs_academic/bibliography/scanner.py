"""The quick way through a well-formed block: one regular expression a block, no repair."""

from __future__ import annotations

import re
import sys

from .block import Block, Value, Word, merged, word

NAME = r"""[^\s=,{}"#%()@\\$&]++"""
WORD = r"""[^\s,#"{}()=%]++"""
_FLAT = r"[^{}]*+"
for _ in range(3):  # braces nested deeper than this take the general way
    _FLAT = rf"[^{{}}]*+(?:\{{{_FLAT}\}}[^{{}}]*+)*"
_MORE = rf"""(?:\s*+\#\s*+(?:\{{{_FLAT}\}}|"[^"{{}}]*+"|{WORD}))*"""
_HEAD = re.compile(r"""@[ \t]*+([A-Za-z][\w-]*+)\s*+\{\s*+([^\s,={}"()%][^\s,={}"()]*+)\s*+,""")
# One field after the other, whole and in its parts, then all that is none.
FIELD = re.compile(
    rf"""(\s*+({NAME})\s*+=\s*+(?:\{{({_FLAT})\}}|"([^"{{}}]*+)"|({WORD}))({_MORE})"""
    r"\s*+(?:,|(?=\})))|([\s\S]+)"
)
# The same, whole: its name, the word that it is or begins with, what `#` joins to it.
FIELD_TEXT = (
    rf"""\s*+({NAME})\s*+=\s*+(?:\{{{_FLAT}\}}|"[^"{{}}]*+"|({WORD}))({_MORE})\s*+(?:,|(?=\}}))"""
)
_NAME = re.compile(rf"\s*+({NAME})\s*+=\s*+")
_CLOSE = re.compile(r"\s*+\}")
_NEXT = re.compile(r"\s*+(?:,|(?=\}))")
_GOES_ON = re.compile(rf"""\s*+(?:,\s*+{NAME}\s*+=\s*+[{{"\w]|{NAME}\s*+=\s*+[{{"])""")
_BRACE = re.compile(r"[{}]")
_QUOTE_OR_BRACE = re.compile(r'[{}"]')
_WORD = re.compile(WORD)
_BLANK = re.compile(r"\s*+")


def well_formed(text: str, start: int, limit: int) -> Block | None:
    """Read the block that starts here and ends before the limit; None if anything is odd."""
    head = _HEAD.match(text, start, limit)
    if head is None:
        return None
    block = _simple(text, head, limit) or _general(text, head, limit)
    if block is None or _GOES_ON.match(text, block.end, limit):
        return None
    return block


def _simple(text: str, head: re.Match[str], limit: int) -> Block | None:
    """Read a block without comments and deep braces."""
    pairs = FIELD.findall(text, head.end(), limit)
    rest = pairs.pop()[6] if pairs else ""
    close = _CLOSE.match(rest)
    if close is None:
        return None
    fields: dict[str, Value] = {
        _LOWER[name]: word(bare) if bare else (braced or quoted).strip()
        for _, name, braced, quoted, bare, _, _ in pairs
    }
    if len(fields) < len(pairs):
        return None
    end = limit - len(rest) + close.end()
    widths = tuple([len(pair[0]) for pair in pairs])
    if text.find("#", head.end(), end) >= 0:
        joined = [pair for pair in pairs if pair[5]]
        fields |= {_LOWER[pair[1]]: _joined(*pair[2:6]) for pair in joined}
        widths = () if any(pair[4].isdigit() for pair in joined) else widths  # `2000 # "a"`
    return Block(head[1], head[2], fields, head.start(), end, widths=widths)


class _Lower(dict[str, str]):
    """The names of fields in small letters: entries have the same ones, not copies."""

    def __missing__(self, name: str) -> str:
        lower = self[name] = sys.intern(name.lower())
        return lower


_LOWER = _Lower()


def _joined(braced: str, quoted: str, bare: str, more: str) -> Value:
    """Return the parts of a value that `#` joins."""
    sharp = more.index("#") + 1
    rest = _read_parts(more, skip(_BLANK, more, sharp, len(more)), len(more))
    assert rest is not None, "the whole block has been matched"
    return (word(bare) if bare else braced or quoted, *rest[0])


def _general(text: str, head: re.Match[str], limit: int) -> Block | None:
    pairs: list[tuple[str, Value]] = []
    at = head.end()
    while not (close := _CLOSE.match(text, at, limit)):
        name = _NAME.match(text, at, limit)
        value = name and read_value(text, name.end(), limit)
        after = value and _NEXT.match(text, value[1], limit)
        if not (name and value and after):
            return None
        pairs.append((name[1].lower(), value[0]))
        at = after.end()
    fields = merged(pairs)
    return Block(head[1], head[2], fields, head.start(), close.end(), len(fields) < len(pairs))


def read_value(
    text: str, at: int, limit: int, *, keep_blanks: bool = False
) -> tuple[Value, int] | None:
    """Read `{…}`, `"…"`, a word, or several joined by `#`; None if it does not close."""
    read = _read_parts(text, at, limit)
    if read is None:
        return None
    parts, end = read
    if len(parts) > 1:
        return tuple(parts), end
    is_whole = keep_blanks or isinstance(parts[0], Word)
    return (parts[0] if is_whole else parts[0].strip()), end


def _read_parts(text: str, at: int, limit: int) -> tuple[list[str], int] | None:
    parts: list[str] = []
    while part := _read_part(text, at, limit):
        parts.append(part[0])
        sharp = skip(_BLANK, text, part[1], limit)
        if sharp >= limit or text[sharp] != "#":
            return parts, part[1]
        at = skip(_BLANK, text, sharp + 1, limit)
    return None


def skip(filler: re.Pattern[str], text: str, at: int, limit: int) -> int:
    """Return where the filler, which may be empty, ends."""
    found = filler.match(text, at, limit)
    return found.end() if found else at


def _read_part(text: str, at: int, limit: int) -> tuple[str, int] | None:
    opening = text[at : min(at + 1, limit)]
    if opening == "{":
        end = closing_brace(text, at, limit)
    elif opening == '"':
        end = _closing_quote(text, at, limit)
    else:
        bare = _WORD.match(text, at, limit)
        return (word(bare[0]), bare.end()) if bare else None
    return (text[at + 1 : end], end + 1) if end > 0 else None


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


def field_places(text: str, block: Block) -> tuple[tuple[str, int], ...]:
    """Return where the fields of a block start; only problems need to know."""
    if block.places:
        return block.places
    head = _HEAD.match(text, block.start)
    at = head.end() if head else block.start
    places: list[tuple[str, int]] = []
    while name := _NAME.match(text, at, block.end):
        places.append((name[1].lower(), name.start(1)))
        value = read_value(text, name.end(), block.end)
        at = skip(_NEXT, text, value[1], block.end) if value else block.end
    return tuple(places)
