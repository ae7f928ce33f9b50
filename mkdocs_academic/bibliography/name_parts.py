"""The parts of one written name by BibTeX's rules, and by those of names BibTeX does not know."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import latex, latex_reader
from .braces import is_one_group, split_outside
from .scripts import is_east_asian

_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv|vi{0,2}|2nd|3rd|esq|ph\.?\s?d|m\.?d)\.?", re.IGNORECASE)
# The same but for what may be a given name: `V.`, `Md.`, `Iv.`; behind one name `M.D.`, too
_SURELY = re.compile(
    r"(?:(?i:jr|sr|2nd|3rd|esq|ph\.?\s?d)|(?P<late>(?!Iv\.)(?i:i{2,3}|iv|vii)|M\.?D))\.?"
)
_EXTENDED = re.compile(
    r"\b(given|family|prefix|suffix)(-i)?\s*=\s*(\{(?:[^{}]|\{[^{}]*\})*\}|\"[^\"]*\"|[^,]*)"
)
# Family names that look like initials when all in capitals
_SHORT_FAMILIES = frozenset(
    "an bae bai bao bo cai cao cha chu cui dai do doi du fan feng fu gao gu guo ha hai han he ho "
    "hou hu hua huo ii im jia jin jo jun kai kan kim ko ku la lai lam lan le lee lei li lim lin "
    "lo lou lu luo ma mai man mao mo ngo ni oh ou pan pei pu qi qiu qu ra ran ren ro roh ryu sa "
    "shi sim so su sui sun tai tan tao to tu ty vo vu wan wei wen wu xi xia xie xu xue ya yan "
    "yao ye yi yin yoo you yu yue yun zhu zou zuo".split()
)
_INITIALS = re.compile(r"[A-Z](?:[A-Z]{0,2}|-[A-Z])")


class Parts(NamedTuple):
    """Unicode text values of a name's parts."""

    family: str
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""


# Nearly all names: `Family, Given` and `Given Family`, LaTeX's accents included.
_ACCENT = r"""\\(?:["'`^~=.](?:\{\\?[A-Za-z]\}|\\?[A-Za-z]\b)|[A-Za-z]\{[A-Za-z]\})"""
_LETTER = (
    r"(?:[A-Za-zÀ-ÖØ-öø-ɏ.'-]++|\{\\[A-Za-z]{1,2}(?:\{[A-Za-z]\}| [A-Za-z])?\}"
    rf"|{_ACCENT}|\{{{_ACCENT}\}})"
)
_WORD = rf"(?=[A-ZÀ-ÖØ-Þ]|\{{?\\['\"^`v.]){_LETTER}+"
_WORDS = rf"{_LETTER}+(?: {_LETTER}+)*"
_USUAL = re.compile(rf"({_WORD}(?: {_LETTER}+)*), ({_WORDS})|({_WORD}(?: {_WORD})*) ({_WORD})")


# The same, in letters alone: what is left to see of most names once LaTeX has been read.
_PLAIN_LETTER = "[A-Za-zÀ-ÖØ-öø-ɏ.'-]"
_PLAIN_WORD = f"[A-ZÀ-ÖØ-ÞĀ-ɏ]{_PLAIN_LETTER}*+"
_PLAIN = re.compile(
    rf"({_PLAIN_LETTER}++), ({_PLAIN_LETTER}++(?: {_PLAIN_LETTER}++)*+)"
    rf"|({_PLAIN_WORD}(?: {_PLAIN_WORD})*) ({_PLAIN_WORD})"
)
_MAY_MEAN_OTHERS = re.compile(r"\bet(?:\b|al)|thers", re.IGNORECASE)


def plain_parts(raw: str) -> tuple[str, str] | None:
    """Return family and given name of a usual name without marks; None if it may be anything else.

    Such a name means the same wherever it stands in a list.
    """
    text = latex_reader.spelled(raw) if "\\" in raw else raw
    found = _PLAIN.fullmatch(text)
    if found is None or "--" in text or "''" in text or _MAY_MEAN_OTHERS.search(text):
        return None
    family, given, first, last = found.groups()
    if family:
        return None if _SUFFIX.fullmatch(given) else (family, given)
    if last.isupper() or _SUFFIX.fullmatch(last) or not (text.isascii() or text.istitle()):
        return None
    return last, first


def parts(raw: str) -> Parts:
    """Split one name without marks."""
    if usual := _USUAL.fullmatch(raw):
        family, given = usual[1] or usual[4], usual[2] or usual[3]
        last = usual[2] or family
        if not (_SUFFIX.fullmatch(last) or (usual[4] and last.isupper())):
            return Parts(_text(family), _text(given))
    raw = _unwrapped(raw.strip().strip(",").strip())
    if "=" in raw and (found := _extended(raw)):
        return found
    if raw.startswith("{") and not raw.startswith("{\\") and is_one_group(raw):
        text = _text(raw)
        return Parts(family=text, literal=text)
    if raw.isascii() or not is_east_asian(text := _text(raw)):
        return _western([part.strip() for part in split_outside(raw, ",")])
    return _east_asian(text.replace("，", ","))


def _east_asian(text: str) -> Parts:
    if "," in text:
        family, given = (part.strip() for part in text.split(",", 1))
        return Parts(family, given)
    words = text.split()
    if len(words) == 2 and "·" not in text and "・" not in text:
        return Parts(words[0], words[1], literal=f"{words[0]} {words[1]}")
    return Parts(text, literal=text)


def _western(by_comma: list[str]) -> Parts:
    """Handle `First von Last`, `von Last, First` and `von Last, Jr, First`."""
    if len(by_comma) == 1 or not any(by_comma[1:]):
        return _first_last(words(by_comma[0]))
    head, suffix, given = by_comma[0], "", by_comma[-1]
    if len(by_comma) > 2:
        suffix = " ".join(filter(None, by_comma[1:-1]))
        if all(word.islower() for word in words(suffix)):  # `Berg, van der, Jan`
            return Parts(_text(head), _text(given), _text(suffix))
        if any(one.fullmatch(given) and not one.fullmatch(suffix) for one in (_SURELY, _SUFFIX)):
            suffix, given = given, suffix
    elif found := _SURELY.fullmatch(given):
        if len(names := words(head)) > 1:
            return _first_last([*names, given])
        if not found["late"]:
            suffix, given = given, ""
    prefix, family = _von(words(head))
    return Parts(_text(family), _text(given), _text(prefix), _text(suffix))


def _first_last(all_words: list[str]) -> Parts:
    suffix = ""
    if len(all_words) > 2 and _SUFFIX.fullmatch(all_words[-1]):
        suffix = all_words.pop()
        all_words[-1] = all_words[-1].rstrip(",")
    if len(all_words) > 1 and _has_initials_last(all_words):
        prefix, family = _von(all_words[:-1])
        return Parts(_text(family), all_words[-1], _text(prefix), _text(suffix))
    given = 0
    while given < len(all_words) - 1 and not _is_lower(all_words[given]):
        given += 1
    prefix, family = _von(all_words[given:])
    return Parts(_text(family), _text(" ".join(all_words[:given])), _text(prefix), _text(suffix))


def _von(all_words: list[str]) -> tuple[str, str]:
    """Split `de la Cruz`: the particles end with the last lower-case word before the last."""
    last = 0
    if all_words and _is_lower(all_words[0]):
        for i, word in enumerate(all_words[:-1], 1):
            if _is_lower(word):
                last = i
    return " ".join(all_words[:last]), " ".join(all_words[last:])


def _has_initials_last(all_words: list[str]) -> bool:
    """Recognise `Weiss PS`, but neither `J. K. LI` nor `Wei XU`."""
    last, first = all_words[-1], all_words[0]
    if not _INITIALS.fullmatch(last) or last.lower() in _SHORT_FAMILIES:
        return False
    return all(
        len(word) > 1 and not word.endswith(".") and word != word.upper() for word in (first,)
    )


def _is_lower(word: str) -> bool:
    """Tell BibTeX's case of a word: braces hide letters, unless they hold an accent."""
    if word[0].isalpha():
        return word[0].islower()
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    text = _text(word).lstrip("'’`‘-.")
    return text[:1].islower()


def words(raw: str) -> list[str]:
    """Split at blanks and ties outside of braces."""
    if "{" not in raw and "\\" not in raw:
        return raw.replace("~", " ").split()
    return [word for word in split_outside(raw, " \t\n~\u00a0") if word]


def _text(raw: str) -> str:
    if raw.isalpha() and raw.isascii():
        return raw
    return " ".join(latex.to_plain(raw).split())


_EMPHASIS = re.compile(
    r"\\(?:text(?:bf|it|sc|rm|sl|up|tt|normal)|emph|underline|uline|mkbib\w+)\s*\{((?:[^{}]|\{[^{}]*\})*)\}"
    r"|\{\\(?:bf|it|em|sc|bfseries|itshape|scshape)\s+((?:[^{}]|\{[^{}]*\})*)\}"
    r"|</?(?:b|i|u|em|strong|span|font|a)(?:\s[^<>]*)?>"
)
_EMPHASIS_HINT = re.compile(r"\\(?:te|em|u[nl]|mk|bf|it|sc)|<")


def _unwrapped(raw: str) -> str:
    """Take emphasis away, which would protect what it holds like braces."""
    if not _EMPHASIS_HINT.search(raw):
        return raw
    return _EMPHASIS.sub(lambda found: found[1] or found[2] or "", raw)


def _extended(raw: str) -> Parts | None:
    """Read biblatex's `given=…, family=…, prefix=…` (manual, section 3.3.2)."""
    inner = raw[1:-1] if is_one_group(raw) else raw
    found = {name: value.strip('"') for name, short, value in _EXTENDED.findall(inner) if not short}
    if not found:
        return None
    text = {name: _text(value) for name, value in found.items()}
    family = text.get("family", "")
    given, prefix = text.get("given", ""), text.get("prefix", "")
    return Parts(family or given, given if family else "", prefix, text.get("suffix", ""))
