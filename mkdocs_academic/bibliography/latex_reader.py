"""One walk over a LaTeX value, from special character to special character, without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from . import latex_math
from .accents import accented
from .journals import JOURNALS
from .latex_arguments import closing, composed
from .latex_output import PLAIN, Output
from .latex_symbols import ACCENTS, ALONE, MARKUP, SWALLOWS, SWITCHES, SYMBOLS
from .sanitize import TAG
from .style_commands import WORDS

# One class of characters searches many times faster than alternatives.
_FEW = re.compile(r"[\\{}~$<&]")
_MANY = re.compile(r"[\\{}~$<&`'?!-]")  # only where there are quotes or dashes
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)\*?[ \t]*\n?[ \t]*|(.?))", re.DOTALL)
_OPTION = re.compile(r"\[[^\]{}]*\]\s*(?=\{)")
_ENTITY_ESCAPED = re.compile(r"(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_URL_ESCAPE = re.compile(r"\\([%#&_~${}])(?:\{\})?")

# A letter that takes a command, alone or in a group: `\"o`, `{\'{\i}}`, `{\c c}`, `{\ss}`; a
# character that has to be escaped, where it begins no entity.
_MARKED = r"""["'`^~=.](?:[A-Za-z]|\{\\?[A-Za-z]\})|[A-Za-z]\{\\?[A-Za-z]\}"""
_LETTER = re.compile(
    rf"\{{\\(?:{_MARKED}|[A-Za-z]{{1,2}}|[A-Za-z] [A-Za-z]|[\"'`^]\\[ij])\}}"
    rf"|\\(?:{_MARKED}|[%_]|&(?![#A-Za-z])|(?<!&\\)#)"
)
_A_WORD = re.compile(r"[\w$({]|\\[A-Za-z]")
_LONG = 300  # characters: there the walk is quicker

Finish = Callable[[str], str]
_Names = list[str] | None


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


def left_out(value: str) -> list[str]:
    """Return the commands that show nothing: they are not known, and no argument follows."""
    found: list[str] = []
    _Walk(value, PLAIN, False, found).result()
    return found


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

    def __init__(self, value: str, output: Output, tagged: bool, left_out: _Names = None) -> None:
        self.value = value
        self.output = output
        self.tagged = tagged
        self.frames = [_Frame(None)]
        self.has_open_quote = False
        self.left_out = left_out  # names of commands, where somebody asks for them

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
            case "&" if entity := latex_math.ENTITY.match(self.value, at):
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
        found = latex_math.between_dollars(self.value, at)
        if not found:
            self.put("$")
            return at + 1
        self.put(self.output.math(found[0], self.value.startswith("$$", at)))
        return found[1]

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
        self.put(self.output.math(latex_math.source(self.value[at + 2 : end]), opening == "["))
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
        elif name == "ensuremath" and self.value.startswith("{", at):
            return self.ensured_math(at)
        elif word := JOURNALS.get(name) or WORDS.get(name):
            is_apart = self.value[at - 1].isspace() and _A_WORD.match(self.value, at)
            self.put(self.output.text(f"{word} " if is_apart else word))
        elif made := composed(name, self.value, at, self.inner):
            self.put(self.output.text(made[0]))
            return made[1]
        else:
            option = _OPTION.match(self.value, at)
            at = option.end() if option else at
            if not self.value.startswith("{", at):
                if self.left_out is not None:
                    self.left_out.append(name)
            elif name in SWALLOWS:
                at = closing(self.value, at) + 1
        return at

    def inner(self, value: str) -> str:
        return _Walk(value, PLAIN, False, self.left_out).result()

    def ensured_math(self, at: int) -> int:
        """Read `ensuremath{…}` as `$…$`, and one sign alone as what it is in text."""
        end = closing(self.value, at)
        source = latex_math.source(self.value[at + 1 : end].strip().strip("$"))
        if latex_math.is_one_sign(source):
            self.frames.append(_Frame(None))
            return at + 1
        self.put(self.output.math(source, False))
        return end + 1

    def wrapping(self, element: str) -> Finish:
        before, after = self.output.elements.get(element, ("", ""))
        return lambda text: f"{before}{text}{after}" if text else ""

    def link(self, name: str, at: int) -> int:
        if not self.value.startswith("{", at):
            return at
        end = closing(self.value, at)
        written = self.value[at + 1 : end].strip()
        url = _URL_ESCAPE.sub(r"\1", written)
        if name == "href":
            self.frames.append(_Frame(lambda text: self.output.link(url, text), single=True))
        else:
            self.put(self.output.link(url, self.output.text(url)))
        return end + 1
