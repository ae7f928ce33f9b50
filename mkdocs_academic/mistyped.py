"""Macro calls that are mistyped: told of with their line, shown as a box, and the page stands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from .problems import did_you_mean

MACRO = "academic_mistake"  # shows a box, and logs a warning that names the page
_MOST = 20  # lines of a page that are looked at again


def forgive(plugin: Any) -> None:
    """Have a macro that nobody knows, or a brace that is missing, cost its own place only.

    Without this it costs the page. `plugin` is that of the macros, after its configuration. Who has
    chosen what becomes of unknown names (`on_undefined`), or of errors, gets that.
    """
    if MACRO not in plugin.macros or plugin.config.get("on_error_fail"):
        return
    plugin.env.from_string = partial(_compiled, plugin, plugin.env.from_string)
    if plugin.config.get("on_undefined") == "keep":
        plugin.env.undefined = _unknown(plugin.env.undefined, plugin)


def _unknown(undefined: type, plugin: Any) -> type:
    class Unknown(undefined):  # type: ignore[misc]
        __slots__ = ()
        jinja_pass_arg = None  # which Jinja looks for in what is called

        def __call__(self, *args: Any, **options: Any) -> str:
            name, text = str(self._undefined_name), _source(plugin.page)
            call = re.search(rf"(?<![\w.]){re.escape(name)}\s*\(", text)
            line = f"line {text.count(_NEW, 0, call.start()) + 1}: " if call else ""
            hint = did_you_mean(name, set(plugin.macros) - {MACRO})
            return str(plugin.macros[MACRO](f"{line}there is no macro {name!r}{hint}"))

    return Unknown


def _compiled(plugin: Any, compiled: Callable[..., Any], text: str, *args: Any) -> Any:
    """Compile a page; if that fails, once more with what cannot be read as text."""
    try:
        return compiled(text, *args)
    except Exception as error:
        if not hasattr(error, "lineno"):  # it is no TemplateSyntaxError, whose module loads late
            raise
        return compiled(_readable(text, plugin), *args)


_Pairs = Sequence[tuple[str, str]]


def _readable(text: str, plugin: Any) -> str:
    """Return a page whose calls can all be read: others stay as text, with a box before them."""
    lines = text.split(_NEW)
    before = _source(plugin.page).count(_NEW) - len(lines) + 1  # the front matter
    odd = as_text(lines, plugin.env)
    braces = (plugin.env.variable_start_string, plugin.env.variable_end_string)
    return text if odd is None else _NEW.join(_with_boxes(lines, odd, braces, max(before, 0)))


def as_text(lines: list[str], env: Any) -> dict[int, str] | None:
    """Have calls stand as text that cannot be read; return by their line, from 0, what is wrong.

    None is returned where too much is wrong. `env` is the Jinja environment that is to read them.
    """
    pairs = (
        (env.variable_start_string, env.variable_end_string),
        (env.block_start_string, env.block_end_string),
    )
    odd = dict[int, str]()
    for _ in range(_MOST):
        found = _mistake(env.parse, _NEW.join(lines))
        if found is None:
            return odd
        calls = ["" if one in odd else line for one, line in enumerate(lines)]
        at = _begin(calls, min(found[0], len(lines)) - 1, pairs)
        if at < 0:
            break
        odd[at] = f"{found[1]} in {lines[at].strip()}"
        for start, _ in pairs:
            lines[at] = lines[at].replace(start, _literal(start, pairs[0]))
    return None


_NEW = "\n"


def _mistake(parse: Callable[[str], object], text: str) -> tuple[int, str] | None:
    """Return line and message of a mistake, None where there is none."""
    try:
        parse(text)
    except Exception as error:
        return int(getattr(error, "lineno", 0) or 0), str(getattr(error, "message", error))
    return None


def _begin(lines: list[str], at: int, pairs: _Pairs) -> int:
    """Return the line where what fails at one begins: the first call that nothing closes, or -1."""
    starts = {start for start, _ in pairs}
    sign = re.compile("|".join(re.escape(one) for pair in pairs for one in pair))
    opened = -1
    for number, line in enumerate(lines[: at + 1]):
        for found in sign.findall(line):
            if found in starts and opened >= 0:
                return opened  # another begins before it ends
            opened = number if found in starts else -1
    return opened if opened >= 0 else at if any(one in lines[at] for one in starts) else -1


def _literal(text: str, braces: tuple[str, str]) -> str:
    return f"{braces[0]} {json.dumps(text)} {braces[1]}"


def _with_boxes(
    lines: list[str], odd: dict[int, str], braces: tuple[str, str], before: int
) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number in odd:
            said = json.dumps(f"line {before + number + 1}: {odd[number]}", ensure_ascii=False)
            yield from (f"{braces[0]} {MACRO}({said}) {braces[1]}", "")
        yield line


def _source(page: Any) -> str:
    """Return the text of a page's file, "" where it has none."""
    try:
        return str(page.file.content_string)
    except (AttributeError, OSError, UnicodeDecodeError):
        return ""
