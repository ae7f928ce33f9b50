"""The slow way through a block that is not well formed: keep every field, say what was odd."""

from __future__ import annotations

import re

from .block import Block, Fault, Value, merged
from .entry_types import leading_type
from .scanner import NAME, read_value, skip

_HEAD = re.compile(r"\s*@[ \t]*([A-Za-z][\w-]*)\s*([{(])?")
_KEY = re.compile(r"""\s*((?:[^\s,={}"%][^\s,={}"]*)?)\s*,""")
_KEY_WITH_BLANKS = re.compile(r"""\s*([^,=\n@]{0,200}?)\s*,""")
_NO_KEY = re.compile(rf"{NAME}\s*=")
_KEY_BEFORE_FIELD = re.compile(rf"""\s*([^\s,={{}}"%]+)\s+(?={NAME}\s*=)""")
_KEY_ALONE = re.compile(r"""\s*([^\s,={}"%]+)\s*(?=[})]|$)""")
_FILLER = re.compile(r"(?:[\s,]++|%[^\n]*+)*+")
_NAME_EQUALS = re.compile(rf"({NAME}(?:[ \t]+{NAME})*)\s*(=[ \t]*|(?=[{{\"]))")
_NEW_BLOCK = re.compile(r"@[ \t]*[A-Za-z]+\s*[{(]")
_BLANKS = re.compile(r"(?:\s++|%[^\n]*+)*+")
_NO_VALUE = re.compile(rf"\s*(?=[,}})])|\s*\n\s*(?={NAME}\s*=)|\s*$")
_FIELD_AFTER = re.compile(rf"""\s*,?\s*{NAME}\s*=\s*(?:[{{"]|\w)""")
# A line that looks like a field, or `, name = {` inside a line.
_FIELD_START = re.compile(
    r"""(?:\n[ \t,]*|,[ \t]*)"""
    r"""(?=[A-Za-z][\w+:-]*[ \t]*=[ \t]*(?:[{"]|\n\s*[{"]|[\w./:-]+\s*[,}\n)]))"""
)
_ENOUGH = 100  # values without delimiters: no use in looking for any more of them
_JUNK = re.compile(r"[^,\n}]+|.", re.DOTALL)


def read_block(text: str, start: int, limit: int) -> Block:
    """Read what can be read of the block between the two places."""
    return _Reading(text, limit).block(start)


class _Reading:
    """One pass over one block; holds the place, the fields and the faults found so far."""

    def __init__(self, text: str, limit: int) -> None:
        self.text = text
        self.limit = limit
        self.at = 0
        self.closer = "}"
        self.pairs: list[tuple[str, Value]] = []
        self.places: list[tuple[str, int]] = []
        self.faults: list[Fault] = []
        self.broken = False
        self.undelimited = 0
        self.is_string = False

    def block(self, start: int) -> Block:
        head = _HEAD.match(self.text, start, self.limit)
        assert head is not None, "called only where a block begins"
        self.at, kind = head.end(), head[1]
        self.closer = ")" if head[2] == "(" else "}"
        if head[2] is None:  # `@articlekey,`: the opening brace is missing
            kind = leading_type(kind) or kind
            self.at = head.start(1) + len(kind)
            self.fault(start, f"no brace after '@{kind}'; read as if it were there")
        self.is_string = kind.lower() == "string"  # may be joined: its blanks count
        key = "" if self.is_string else self.key()
        while self.field():
            pass
        end = len(self.text[start : self.at].rstrip()) + start
        fields, faults = merged(self.pairs), tuple(self.faults)
        repeats = len(fields) < len(self.pairs)
        return Block(kind, key, fields, start, end, repeats, tuple(self.places), faults)

    def fault(self, at: int, message: str) -> None:
        self.faults.append(Fault(at, message))

    def break_off(self, at: int, message: str) -> None:
        """Report that the structure is broken, once a block: what follows is a consequence."""
        if not self.broken:
            self.fault(at, message)
        self.broken = True

    def key(self) -> str:
        text, limit = self.text, self.limit
        at = skip(_BLANKS, text, self.at, limit)
        if found := _KEY.match(text, at, limit):
            self.at = found.end()
        elif _NO_KEY.match(text, at, limit):
            return ""
        elif found := _KEY_BEFORE_FIELD.match(text, at, limit):
            self.at = found.end()
            self.fault(found.start(1), "no comma after the key; read as if it were there")
        elif found := _KEY_ALONE.match(text, at, limit):
            self.at = found.end()
        elif found := _KEY_WITH_BLANKS.match(text, at, limit):
            self.at = found.end()
            self.fault(found.start(1), "blanks or braces in the key, which LaTeX cannot cite; kept")
        return " ".join(found[1].replace("{", "").replace("}", "").split()) if found else ""

    def field(self) -> bool:
        """Read the next field or skip what is none; False at the block's end."""
        text, limit = self.text, self.limit
        at = self.at = skip(_FILLER, text, self.at, limit)
        if at >= limit or _NEW_BLOCK.match(text, at, limit):
            self.break_off(at - 1, "the closing brace is missing; read up to the next entry")
            return False
        if text[at] == self.closer:
            self.at += 1
            if not _FIELD_AFTER.match(text, self.at, limit):
                return False
            self.break_off(at, "a closing brace too many; read on behind it")
        elif found := _NAME_EQUALS.match(text, at, limit):
            self.named(found)
        else:
            junk = _JUNK.match(text, at, limit)
            assert junk is not None
            self.at = junk.end()
            shown = " ".join(junk[0].split())[:40]
            self.break_off(at, f"'{shown}' is neither a field nor a comment; left out")
        return True

    def named(self, found: re.Match[str]) -> None:
        name, at = "_".join(found[1].lower().split()), found.end()
        if "=" not in found[2]:
            self.fault(found.start(), f"no '=' after '{name}'; read as if it were there")
        elif found[1].lower() != name:
            self.fault(found.start(), f"blanks in the field name '{found[1]}'; read as '{name}'")
        at = skip(_BLANKS, self.text, at, self.limit)
        if empty := _NO_VALUE.match(self.text, found.end(), self.limit):
            self.fault(found.start(), f"'{name}' has no value; read as empty")
            self.at = empty.end()
            value: Value = ""
        elif (read := self.value(at)) and self.ends(name, at, read):
            value, self.at = read
            if isinstance(value, str) and self.text[at] in '{"' and self.at >= self.limit:
                value = value.rstrip(", \n")
        else:
            value = self.rest(name, at)
        self.pairs.append((name, value))
        self.places.append((name, found.start()))

    def value(self, at: int) -> tuple[Value, int] | None:
        if self.undelimited > _ENOUGH:
            return None
        return read_value(self.text, at, self.limit, keep_blanks=self.is_string)

    def ends(self, name: str, start: int, read: tuple[Value, int]) -> bool:
        """Tell whether a value is followed by what may follow a value."""
        text, limit = self.text, self.limit
        at = skip(_BLANKS, text, read[1], limit)
        if at >= limit or _NEW_BLOCK.match(text, at, limit):
            # It took the block's own closing brace: did it swallow fields on the way?
            return not _FIELD_START.search(text, start, read[1])
        if text[at] in f",{self.closer}":
            return True
        if (follows := _NAME_EQUALS.match(text, at, limit)) and "=" in follows[2]:
            if " " in follows[1].strip():
                return False
            self.fault(read[1], f"no comma after '{name}'; read as if it were there")
            return True
        return False

    def rest(self, name: str, at: int) -> str:
        """Take a value that is not delimited up to where the next field seems to start."""
        text, limit = self.text, self.limit
        self.undelimited += 1
        next_field = _FIELD_START.search(text, at, limit)
        last = limit if next_field else text.rfind(self.closer, at, limit)
        self.at = next_field.start() if next_field else last if last > at else limit
        raw = text[at : self.at].strip().rstrip(",").rstrip()
        if raw[:1] in ('"', "{"):
            what = f"the braces or quotes of '{name}' do not balance; taken up to the next field"
            self.break_off(at, what)
            return _undelimited(raw[1:])
        self.fault(at, f"the value of '{name}' has no delimiters; kept as text")
        return _undelimited(raw)


def _undelimited(raw: str) -> str:
    """Drop closing delimiters that nothing opened."""
    if raw.endswith('"') and raw.count('"') % 2:
        raw = raw[:-1].rstrip()
    while raw.endswith("}") and raw.count("}") > raw.count("{"):
        raw = raw[:-1].rstrip()
    return raw.strip()
