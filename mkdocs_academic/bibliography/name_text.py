"""People's names written as BibTeX reads them: `von Family, Jr, Given`, `{Corporate}`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import bibtex

OTHERS = "others"  # ends a list in BibTeX, and is nobody's name

_ENDS_WITH_OTHERS = re.compile(rf"(?:^|\s){OTHERS}$")
_UNWANTED = re.compile(r"[{}\\\s]+")
_SEPARATOR = re.compile(r"[,;=&~]|(?:^|\s)and(?:\s|$)", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv)\.?", re.IGNORECASE)
# `Berg, Jan van der`: where particles have no place of their own, they end the given name
_PARTICLES = r"(?:van|von|vom|zu|zum|zur|de[nrl]?|d[aou]s?|la|le|di|del|della|te[nr]?)"
_TRAILING = re.compile(rf"(.*?[^\W\d_]\.?)\s+({_PARTICLES}(?:\s+{_PARTICLES})*)")
_ELIDED = ("'", "’", "-", "‐")  # d'Alembert, al-Khwarizmi


def person(family: str, given: str = "", prefix: str = "", suffix: str = "") -> str:
    """Write a person's name; what BibTeX would take for a separator is put in braces."""
    family, given, prefix, suffix = map(_plain, (family, given, prefix, suffix))
    if not prefix and (found := _TRAILING.fullmatch(given)):
        given, prefix = found.groups()
    if not (family and given) and not (prefix or suffix):
        alone = family or given
        return literal(alone) if " " in alone else _guarded(alone)
    if not given or (suffix and not _SUFFIX.fullmatch(suffix)):
        return _extended(family, given, prefix, suffix)
    last = _joined(prefix, _guarded(family))
    return ", ".join(filter(None, (last, suffix, _guarded(given))))


def literal(name: str) -> str:
    """Write a name that must not be split; `others` stays the word that ends a list."""
    plain = _plain(name)
    return plain if plain == OTHERS or not plain else f"{{{bibtex.from_plain(plain)}}}"


def add_others(fields: dict[str, str], said: str, among: Iterable[str]) -> bool:
    """End the fields of names that are said, `author, editor`, with `and others`.

    What says anything else is somebody's own remark: nothing is done, and False returned.
    """
    wanted = [name.strip() for name in said.split(",")]
    if not set(among).issuperset(wanted):
        return False
    for name in wanted:
        if not _ENDS_WITH_OTHERS.search(fields.get(name, "")):
            fields[name] = " and ".join(filter(None, (fields.get(name), OTHERS)))
    return True


def _plain(text: str) -> str:
    return " ".join(_UNWANTED.sub(" ", text).split())


def _guarded(part: str) -> str:
    plain = bibtex.from_plain(part)
    return f"{{{plain}}}" if _SEPARATOR.search(part) else plain


def _joined(prefix: str, family: str) -> str:
    blank = "" if prefix.endswith(_ELIDED) or not prefix else " "
    return f"{bibtex.from_plain(prefix)}{blank}{family}"


def _extended(family: str, given: str, prefix: str, suffix: str) -> str:
    """Name the parts as biblatex does (manual, section 3.3.2), where commas would mislead."""
    named = {"family": family, "given": given, "prefix": prefix, "suffix": suffix}
    return ", ".join(
        f"{name}={{{bibtex.from_plain(part)}}}" for name, part in named.items() if part
    )
