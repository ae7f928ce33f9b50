"""Macro calls that are mistyped: told of with their line, shown as a box, and the page stands."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from . import call_lines, foreign_signs
from .synonyms import option_meant

MACRO = "academic_mistake"  # shows a box, and logs a warning that names the page
_MOST = 20  # lines of a page that are looked at again
_PAGE = "<template>"  # what Jinja calls the file of a text that comes from none


def forgive(plugin: Any) -> None:
    """Have a macro that nobody knows, or a brace that is missing, cost its own place only.

    Without this it costs the page. `plugin` is that of the macros, after its configuration. Who has
    chosen what becomes of unknown names (`on_undefined`), or of errors, gets that.
    """
    if MACRO not in plugin.macros or plugin.config.get("on_error_fail"):
        return
    plugin.env.finalize = plugin.env.finalize or partial(_called, plugin)
    plugin.env.from_string = partial(_compiled, plugin, plugin.env.from_string)
    loader = plugin.env.loader  # of what pages include
    loader.load = partial(_loaded, loader.load, loader.get_source)
    loader.get_source = partial(_source_of, loader.get_source)
    if plugin.config.get("on_undefined") == "keep":
        plugin.env.undefined = _unknown(plugin.env.undefined, plugin)


def _called(plugin: Any, value: Any) -> Any:
    """Return what a page shows; for a macro without its parentheses, how it is written."""
    if not callable(value):
        return value
    name = next((name for name, one in plugin.macros.items() if one is value), "")
    said = f"{name} is a macro: write {plugin.env.variable_start_string} {name}() "
    end = plugin.env.variable_end_string
    return plugin.macros[MACRO](f"{said}{end}") if name else value


def _unknown(undefined: type, plugin: Any) -> type:
    nothing = undefined()._undefined_obj

    class Unknown(undefined):  # type: ignore[misc]
        __slots__ = ()
        jinja_pass_arg = None  # which Jinja looks for in what is called

        def __getattr__(self, name: str) -> Any:
            if name[:2] == "__":
                raise AttributeError(name)
            return type(self)(name=f"{self._undefined_name}.{name}")

        def __getitem__(self, name: object) -> Any:
            return type(self)(name=f"{self._undefined_name}[{name!r}]")

        def __call__(self, *args: Any, **options: Any) -> str:
            name = str(self._undefined_name)
            known = set(plugin.macros) - {MACRO}
            last = name.rpartition(".")[2]
            hint = option_meant(last, known)
            said = f"there is no macro {name!r}{hint}"
            if self._undefined_obj is not nothing:  # `page.nonsense()`
                said = self._undefined_message
            return str(plugin.macros[MACRO](f"{_line(last, plugin.page)}{said}"))

    return Unknown


def _line(name: str, page: Any) -> str:
    """Return where a page calls what is being called, "" where it does not: that is included."""
    text, line = _source(page), call_lines.in_template()
    calls = re.finditer(rf"(?<!\w){re.escape(name)}\s*\(", text)
    lines = [text.count(_NEW, 0, call.start()) + 1 for call in calls]
    line += _before(page)
    found = next((one for one in lines if one >= line), lines[-1] if lines else 0)
    return f"line {found}: " if found else ""


def _compiled(plugin: Any, compiled: Callable[..., Any], text: str, *args: Any) -> Any:
    """Compile a page; if that fails, once more with what cannot be read as text."""
    try:
        template = compiled(foreign_signs.kept(text, plugin.env), *args)
    except Exception as error:
        if not hasattr(error, "lineno"):  # it is no TemplateSyntaxError, whose module loads late
            raise
        before = max(_source(plugin.page).count(_NEW) - text.count(_NEW), 0)  # the front matter
        readable = _readable(text, plugin.env, lambda line: f"line {before + line}")
        template = compiled(readable, *args)
    return _Page(template, text, plugin)


def _source_of(found: Callable[..., Any], env: Any, name: str) -> Any:
    text, *rest = found(env, name)
    return foreign_signs.kept(text, env), *rest


def _loaded(
    loaded: Callable[..., Any], found: Callable[..., Any], env: Any, name: str, values: Any = None
) -> Any:
    """Load a file that a page includes, as `_compiled` does with a page."""
    try:
        return loaded(env, name, values)
    except Exception as error:
        if not hasattr(error, "lineno"):
            raise
        text, file, is_new = found(env, name)
        code = env.compile(_readable(text, env, lambda line: f"{name}:{line}"), name, file)
        return env.template_class.from_code(env, code, values or {}, is_new)


class _Page:
    """A page's template, of which a mistake that shows while it is rendered costs no text."""

    def __init__(self, template: Any, text: str, plugin: Any) -> None:
        self._template = template
        self._text = text
        self._plugin = plugin

    def render(self, *args: Any, **options: Any) -> str:
        """Return the page with what its calls show; where one fails, its own text below a box."""
        try:
            return str(self._template.render(*args, **options))
        except Exception as error:
            stack = traceback.walk_tb(error.__traceback__)
            frames = [(frame, Path(frame.f_code.co_filename), line) for frame, line in stack]
            last, file, at = frames[-1]
            is_included = "__jinja_exception__" in last.f_globals and file.name != _PAGE
            if not is_included and file.name != _PAGE and "jinja2" not in file.parts:
                raise  # it is a macro of the site's own that failed
            lines = [line for _, file, line in frames if file.name == _PAGE]
            place = f"line {lines[-1] + _before(self._plugin.page)}: " if lines else ""
            place += f"{file.name}:{at}: " if is_included else ""
            said = f"{place}{error}; so no macro of this page is shown"
            return f"{self._plugin.macros[MACRO](said)}{_NEW * 2}{self._text}"

    def __getattr__(self, name: str) -> Any:
        """Return what else a template has."""
        return getattr(self._template, name)


def _readable(text: str, env: Any, place: Callable[[int], str]) -> str:
    """Return a text whose calls can all be read: others stay as text, with a box before them."""
    lines = text.split(_NEW)
    odd = as_text(lines, env, env.compile)
    for at, said in (odd or {}).items():
        call = f"{MACRO}({foreign_signs.quoted(f'{place(at + 1)}: {said}')})"
        box = foreign_signs.between(call, env)
        lines[at] = f"{box}{foreign_signs.say(_NEW * 2, env)}{lines[at]}"  # none is moved
    return foreign_signs.kept(text, env) if odd is None else _NEW.join(lines)


def as_text(lines: list[str], env: Any, read: Callable[[str], object]) -> dict[int, str] | None:
    """Have calls stand as text that cannot be read; return by their line, from 0, what is wrong.

    None is returned where too much is wrong. `read` is a method of the Jinja environment `env`.
    Signs that are not Jinja's are text as well.
    """
    signs = (env.variable_start_string, env.block_start_string, env.comment_start_string)
    sign = re.compile("|".join(map(re.escape, signs)))
    odd = dict[int, str]()
    mistake = partial(_mistake, lambda text: read(foreign_signs.kept(text, env)))
    found = mistake(lines)
    while found and len(odd) < _MOST:
        line, message = found
        near = range(min(line, len(lines)) - 1, -1, -1)
        places = [at for at in near if at not in odd and sign.search(lines[at])]
        if not places:
            return None
        tried = {
            at: sign.sub(lambda one: foreign_signs.say(one[0], env), lines[at]) for at in places
        }
        left = ((at, mistake([*lines[:at], tried[at], *lines[at + 1 :]])) for at in places)
        # The nearest line without which the mistake goes, or comes later; for want of one, that of
        # the nearest `{% … %}`: several may wait for their ends.
        helps = next((at for at, rest in left if rest is None or rest[0] > line), None)
        blocks = (at for at in places if env.block_start_string in lines[at])
        at = next(blocks, places[0]) if helps is None else helps
        odd[at] = f"{message} in {lines[at].strip()}"
        lines[at] = tried[at]
        found = mistake(lines)
    lines[:] = foreign_signs.kept(_NEW.join(lines), env).split(_NEW)
    return odd if found is None else None


_NEW = "\n"


def _mistake(read: Callable[[str], object], lines: list[str]) -> tuple[int, str] | None:
    """Return line and message of a mistake, None where there is none."""
    try:
        read(_NEW.join(lines))
    except Exception as error:
        message = re.sub(r" at \d+$", "", str(getattr(error, "message", error)))  # a character
        if "comment" in message:
            message += ", which {# begins: an id is written { #id };"
        return int(getattr(error, "lineno", 0) or 0), message
    return None


def _before(page: Any) -> int:
    return call_lines.before(page, _source(page))


def _source(page: Any) -> str:
    """Return the text of a page's file, "" where it has none."""
    try:
        return str(page.file.content_string)
    except (AttributeError, OSError, UnicodeDecodeError):
        return ""
