"""Text that engines put into pages as it stands, titles above all: no tag in it, and no macro."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from typing import Any

from ..sections import TYPES
from ..urls import safe_url

_NAMES = (
    "a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote "
    "body br button canvas caption center cite code col colgroup data datalist dd del details dfn "
    "dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset "
    "h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link "
    "main map mark marquee math menu meta meter nav nobr noscript object ol optgroup option output "
    "p param picture plaintext pre progress q rp rt ruby s samp script search section select slot "
    "small source span strike strong style sub summary sup svg table tbody td template textarea "
    "tfoot th thead time title tr track tt u ul var video wbr xmp"
)
_TAG = re.compile(
    rf"<!--.*?(?:-->|\Z)|</?(?:{_NAMES.replace(' ', '|')})(?:[\s/][^<>]*)?>",
    re.IGNORECASE | re.DOTALL,
)
_OPENING = re.compile(r"<(?=[a-z/!?])", re.IGNORECASE)
_MACRO = re.compile(r"\{(?=[{%#])")
_QUOTED = re.compile(r'"([^"]*)"')
_VALUE = r'(?:"[^"\\{}]*"|\d+|true|false|none)'
_ARGUMENT = rf"(?:[a-z_]+=)?(?:{_VALUE}|\[{_VALUE}(?:, {_VALUE})*\])"
_KEPT = re.compile(
    r"\{% raw %\}.*?\{% endraw %\}"
    rf"|\{{\{{ (?P<name>\w+)\((?:{_ARGUMENT}(?:, {_ARGUMENT})*)?\) \}}\}}",
    re.DOTALL,
)
_MACROS = frozenset({"profile", "sections", "publication", "citation_badge", "metrics", "people"})
_MACROS |= {"cite", "bibliography", "person", "project", *TYPES}


def label(text: Any) -> str:
    """Return a title as one line of text, whatever an engine does with it."""
    found, before = str(text), ""
    while before != found:  # what one round uncovers, the next one takes
        before, found = found, unescape(_TAG.sub(" ", found))
    return " ".join(_unmade(_OPENING.sub("< ", found)).split())


def attribute(text: Any) -> str:
    """Return a line that may also stand between the quotes of an attribute."""
    return _QUOTED.sub("“\\1”", label(text)).replace('"', "”")


def settings(given: Any) -> Any:
    """Return the settings of an engine, a navigation or the head of a page."""
    if isinstance(given, dict):
        return {label(key) or "Page": _TEXTS.get(key, settings)(one) for key, one in given.items()}
    if isinstance(given, list):
        return [settings(one) for one in given]
    if not isinstance(given, str):
        return given
    return _address(given) if re.match(r"https?://\S+$", given) else attribute(given)


def _address(given: str) -> str:
    return safe_url(given) or ""


def _host(given: str) -> str:
    """Return the address of a site, which stands in a script, too."""
    return _address(given) if _SITE.fullmatch(given) else ""


_SITE = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[\w./~%+@,-]*)?")
_TEXTS: Mapping[str, Callable[[Any], Any]] = {"title": label, "site_url": _host}


def page(markdown: str, sections: Iterable[str]) -> str:
    """Return a page in which only those macros run that an import writes.

    Texts of the old site stand between `raw` and `endraw` already; this is the net below them.
    """
    known, parts, at = _MACROS | set(sections), [], 0
    for found in _KEPT.finditer(markdown):
        parts.append(_unmade(markdown[at : found.start()]))
        is_own = (found["name"] or "sections") in known
        apart = " " if is_own and markdown[at : found.start()].endswith("{") else ""
        parts.append(f"{apart}{found[0]}" if is_own else _unmade(found[0]))
        at = found.end()
    return "".join([*parts, _unmade(markdown[at:])])


def _unmade(text: str) -> str:
    """Set the signs apart that begin a macro."""
    return _MACRO.sub("{ ", text)


def capital(label: str) -> str:
    """Return a label in small letters with a capital in front."""
    return {"cv": "CV", "phd": "PhD"}.get(label, label[:1].upper() + label[1:])
