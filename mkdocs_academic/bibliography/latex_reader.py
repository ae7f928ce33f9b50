"""One walk over a LaTeX value, from special character to special character, without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from .accents import accented
from .latex_output import PLAIN, Output
from .latex_symbols import ACCENTS, ALONE, MARKUP, SWALLOWS, SWITCHES, SYMBOLS
from .sanitize import TAG

# One class of characters searches many times faster than alternatives.
_FEW = re.compile(r"[\\{}~$<&]")
_MANY = re.compile(r"[\\{}~$<&`'?!-]")  # only where there are quotes or dashes
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)\*?[ \t]*\n?[ \t]*|(.?))", re.DOTALL)
_OPTION = re.compile(r"\[[^\]{}]*\]\s*(?=\{)")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_ENTITY_ESCAPED = re.compile(r"(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7});")
_DOLLARS = re.compile(r"(\$\$?)((?:[^$\\]++|\\.)++)\1", re.DOTALL)
_BRACE = re.compile(r"\\?[{}]")
_URL_ESCAPE = re.compile(r"\\([%#&_~${}])(?:\{\})?")

# A letter that takes a command, alone or in a group: `\"o`, `{\'{\i}}`, `{\c c}`, `{\ss}`; a
# character that has to be escaped, where it begins no entity.
_MARKED = r"""["'`^~=.](?:[A-Za-z]|\{\\?[A-Za-z]\})|[A-Za-z]\{\\?[A-Za-z]\}"""
_LETTER = re.compile(
    rf"\{{\\(?:{_MARKED}|[A-Za-z]{{1,2}}|[A-Za-z] [A-Za-z]|[\"'`^]\\[ij])\}}"
    rf"|\\(?:{_MARKED}|[%_]|&(?![#A-Za-z])|(?<!&\\)#)"
)
_LONG = 300  # characters: there the walk is quicker

Finish = Callable[[str], str]


class _Frame:
    """A group or an argument that is open: what it holds so far, what becomes of it."""

    __slots__ = ("finish", "is_single", "is_switch", "parts")

    def __init__(self, finish: Finish | None, *, single: bool = False, switch: bool = False):
        self.parts: list[str] = []
        self.finish = finish
        self.is_single = single  # ends after one token: `\"u`
        self.is_switch = switch  # ends with the group around it: `{\em …}`


def convert(value: str, output: Output, tagged: bool) -> str:
    """Return the value in the given output; `tagged` lets HTML tags pass for sanitising."""
    if "\\" in value and not tagged and len(value) < _LONG:
        value = spelled(value)
    if (
        "\\" in value or "$" in value or "~" in value or "<" in value
        or ("&" in value and ";" in value) or "`" in value or "''" in value
    ):  # fmt: skip
        return _Walk(value, output, tagged).result()
    dashed = value.replace("---", "—").replace("--", "–")  # all else is groups
    return output.text(dashed.replace("{", "").replace("}", ""))


class _Letters(dict[str, str]):
    """Commands that stand for a letter beyond ASCII -> that letter; others -> themselves."""

    def __init__(self) -> None:
        super().__init__({f"\\{char}": char for char in "%_&#"})

    def __missing__(self, written: str) -> str:
        read = _Walk(written, PLAIN, False).result()
        letter = self[written] = written if read.isascii() else read
        return letter


_LETTERS = _Letters()


def spelled(value: str) -> str:
    """Return the value with characters instead of their commands, if it has no other commands."""
    first = value.find("\\")
    if not _LETTER.match(value, first - value.startswith("{", first - 1)):
        return value
    found = _LETTER.sub(lambda one: _LETTERS[one[0]], value)
    # What else is there may ask for a command's argument, for what follows a quote, or for source.
    return value if "\\" in found or "$" in found or "`" in found else found


class _Walk:
    """The place in the value and the frames that are open."""

    def __init__(self, value: str, output: Output, tagged: bool) -> None:
        self.value = value
        self.output = output
        self.tagged = tagged
        self.frames = [_Frame(None)]
        self.has_open_quote = False

    def result(self) -> str:
        value, escaped = self.value, self.output.text
        search = (_MANY if "`" in value or "--" in value or "''" in value else _FEW).search
        at, end = 0, len(value)
        while at < end:
            found = search(value, at)
            stop = found.start() if found else end
            if stop > at:
                if self.frames[-1].is_single:
                    at = self.token(value, at, stop, escaped)
                else:
                    self.frames[-1].parts.append(escaped(value[at:stop]))
                    at = stop
            if found is not None and at == stop:
                at = self.special(found, stop)
        while len(self.frames) > 1:
            self.close()
        return "".join(self.frames[0].parts)

    def token(self, value: str, at: int, stop: int, escaped: Callable[[str], str]) -> int:
        """Write one character of ordinary text, for a frame that wants one token."""
        while at < stop and value[at].isspace():
            at += 1
        if at < stop:
            self.put(escaped(value[at]))
            return at + 1
        return at

    def put(self, written: str) -> None:
        """Write one token; it may be the one that the innermost frame waits for."""
        self.frames[-1].parts.append(written)
        while self.frames[-1].is_single:
            self.close()

    def close(self) -> None:
        frame = self.frames.pop()
        text = "".join(frame.parts)
        self.frames[-1].parts.append(frame.finish(text) if frame.finish else text)

    def special(self, found: re.Match[str], at: int) -> int:
        """Handle what a special character begins; return where to go on."""
        match found[0]:
            case "\\":
                return self.command(at)
            case "{":
                self.frames.append(_Frame(None))
                return at + 1
            case "}":
                return self.end_group(at)
            case "$":
                return self.math(at)
            case "'" | "`":
                return self.quote(at)
            case "-" if self.value.startswith("--", at):
                is_long = self.value.startswith("---", at)
                self.put("—" if is_long else "–")
                return at + (3 if is_long else 2)
            case "~":  # in an address it stands for itself
                self.put("~" if at and self.value[at - 1] == "/" else "\u00a0")
            case "<" if self.tagged and (tag := TAG.match(self.value, at)):
                self.frames[-1].parts.append(tag[0])
                return tag.end()
            case "&" if entity := _ENTITY.match(self.value, at):
                self.put(self.output.text(unescape(entity[0])))
                return entity.end()
            case "?" | "!" if self.value.startswith("`", at + 1):
                self.put("¿" if found[0] == "?" else "¡")
                return at + 2
            case other:
                self.put(self.output.text(other))
        return at + 1

    def end_group(self, at: int) -> int:
        """Close the group with the switches inside it; a brace that closes nothing is dropped."""
        while len(self.frames) > 1 and (self.frames[-1].is_switch or self.frames[-1].is_single):
            self.close()
        if len(self.frames) > 1:
            self.close()
            while self.frames[-1].is_single:
                self.close()
        return at + 1

    def quote(self, at: int) -> int:
        value = self.value
        mark = value[at]
        if value.startswith(mark * 2, at):
            self.put("“" if mark == "`" else "”")
            return at + 2
        if mark == "`":
            self.has_open_quote = True
            self.put("‘")
        elif self.has_open_quote and not value[at + 1 : at + 2].isalpha():
            self.has_open_quote = False
            self.put("’")
        else:
            self.put(self.output.text("'"))
        return at + 1

    def math(self, at: int) -> int:
        """Keep `$…$` as it is; a dollar that opens no math is a dollar."""
        found = _DOLLARS.match(self.value, at)
        if found and self.is_math(found):
            self.put(self.output.math(found[2].strip()))
            return found.end()
        self.put("$")
        return at + 1

    def is_math(self, found: re.Match[str]) -> bool:
        """Tell `$5 to $10` from math, and math from a dollar left over in another group."""
        depth = 0
        for brace in _BRACE.findall(found[2]):
            depth += {"{": 1, "}": -1}.get(brace, 0)
            if depth < 0:
                return False
        following = self.value[found.end() : found.end() + 1]
        return bool(found[2].strip()) and not (found[2][-1].isspace() and following.isdigit())

    def command(self, at: int) -> int:
        found = _COMMAND.match(self.value, at)
        assert found is not None, "a backslash always matches"
        name, end = found[1] or found[2], found.end()
        if name in ("(", "["):
            return self.bracketed_math(at, name)
        if name in ACCENTS:
            return self.accent(name, end)
        if name in SYMBOLS:
            if name == "&" and (entity := _ENTITY_ESCAPED.match(self.value, end)):
                self.put(self.output.text(unescape(f"&{entity[0]}")))
                return entity.end()
            self.put(self.output.text(SYMBOLS[name]))
            return end
        return self.named(name, end)

    def bracketed_math(self, at: int, opening: str) -> int:
        end = self.value.find("\\)" if opening == "(" else "\\]", at + 2)
        if end < 0:
            self.put(self.output.text(opening))
            return at + 2
        self.put(self.output.math(self.value[at + 2 : end].strip()))
        return end + 2

    def accent(self, name: str, at: int) -> int:
        if self.value.startswith("{}", at):
            self.put(self.output.text(ALONE.get(name, "")))
            return at + 2
        combining = ACCENTS[name]
        self.frames.append(_Frame(lambda base: accented(base, combining), single=True))
        return at

    def named(self, name: str, at: int) -> int:
        """Handle markup, links and commands that are not known: these keep their argument."""
        if name in ("href", "url", "path"):
            return self.link(name, at)
        if element := MARKUP.get(name):
            self.frames.append(_Frame(self.wrapping(element), single=True))
        elif element := SWITCHES.get(name):
            self.frames.append(_Frame(self.wrapping(element), switch=True))
        else:
            option = _OPTION.match(self.value, at)
            at = option.end() if option else at
            if name in SWALLOWS and self.value.startswith("{", at):
                at = self.closing(at) + 1
        return at

    def wrapping(self, element: str) -> Finish:
        if element == "math":
            return lambda text: text
        before, after = self.output.elements.get(element, ("", ""))
        return lambda text: f"{before}{text}{after}" if text else ""

    def link(self, name: str, at: int) -> int:
        if not self.value.startswith("{", at):
            return at
        end = self.closing(at)
        written = self.value[at + 1 : end].strip()
        url = _URL_ESCAPE.sub(r"\1", written)
        if name == "href":
            self.frames.append(_Frame(lambda text: self.output.link(url, text), single=True))
        else:
            self.put(self.output.link(url, self.output.text(url)))
        return end + 1

    def closing(self, at: int) -> int:
        """Return where the group that begins here ends."""
        depth = 0
        for brace in _BRACE.finditer(self.value, at):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0:
                return brace.start()
        return len(self.value)
