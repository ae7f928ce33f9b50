r"""Formulas in titles as letters alone: `$\beta$` and `β` are one word, `CO$_2$` is `CO₂`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .latex_symbols import SYMBOLS
from .style_commands import SILENT

_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma "
    "tau upsilon phi chi psi omega"
).split()
_GREEK = str.maketrans(dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _NAMES, strict=True)))
_LOOKS = SILENT | {"vec", "underline"}
_ACCENTS = {"overline": "bar", "widehat": "hat", "widetilde": "tilde"}
_ACCENTS |= {name: name for name in "bar hat tilde dot ddot check breve acute grave".split()}
# Over letters that are not one character with it: `p̄`, but no `é`.
_OVER = {"\u0302": "hat", "\u0303": "tilde", "\u0304": "bar", "\u0305": "bar", "\u0307": "dot"}
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?")
_UNDER_ACCENT = re.compile(f"(\\w)([{''.join(_OVER)}])")
_NO_WORD = re.compile(r"[^\w\s]+")
_SIGNS = {sign: name for name, sign in SYMBOLS.items() if len(sign) == 1}
_SIGNS |= {"⩽": _SIGNS["≤"], "⩾": _SIGNS["≥"], "≦": _SIGNS["≤"], "≧": _SIGNS["≥"], "∆": "delta"}
_SIGNS["☉"] = _SIGNS["⊙"]
# Written in other ways, too, as hyphens and stars, or not at all.
_NO_SIGNS = frozenset("→⟶⇒⟹↦−⁄∕∖∗⋆∘°∙⋅∣∶⋯⋮⋱©®␣")


def spelled_out(text: str) -> str:
    """Return a text in small letters with Greek letters and signs by name, without the others.

    Signs that ASCII has are left out.
    """
    if "\\" in text:
        text = _COMMAND.sub(_letters, text)
    if text.isascii():
        return text
    text = _UNDER_ACCENT.sub(_before_letter, unicodedata.normalize("NFKC", text))
    return _NO_WORD.sub(_named, text.translate(_GREEK))


def _letters(command: re.Match[str]) -> str:
    name = command[1]
    if name in _LOOKS:
        return ""
    return f" {_ACCENTS[name]} " if name in _ACCENTS else SYMBOLS.get(name, name)


def _before_letter(accented: re.Match[str]) -> str:
    return f" {_OVER[accented[2]]} {accented[1]}"


def _named(signs: re.Match[str]) -> str:
    return f" {' '.join(map(_name, signs[0]))} "


@lru_cache(512)
def _name(sign: str) -> str:
    kind = "" if sign.isascii() or sign in _NO_SIGNS else unicodedata.category(sign)
    if kind == "Sm" or (kind == "So" and sign in _SIGNS):
        return _SIGNS.get(sign) or unicodedata.name(sign, "").lower()
    return ""
