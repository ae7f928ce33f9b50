"""Where one name ends and the next begins: `and`, and what people write instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import east_asian_pairs, marks
from .braces import split_outside
from .scripts import is_east_asian

_AND = re.compile(r"\s+and(?:\s+and)*\s+", re.IGNORECASE)
_AND_AT_EDGE = re.compile(r"^\s*and\s+|\s+and\s*$", re.IGNORECASE)
_OTHERS = re.compile(
    r"others|\\?(?:textit|emph)?\{?et\.?\s*al\.?\}?|等|…|\.{3}|\\l?dots(?:\{\})?|et\s+alii",
    re.IGNORECASE,
)
_TRAILING_OTHERS = re.compile(
    r"(?:[,\s]+(?:\\(?:textit|emph)\{|\{\\(?:em|it)\s+)?et\.?\s*al\b\.?\}?|[,，\s]*等|,\s*\.{3}|,\s*…)\s*$",
    re.IGNORECASE,
)
_MAY_MEAN_OTHERS = frozenset("等…")
_ENTITY = re.compile(r"&[#\w]+;")
_INITIALS = re.compile(r"(?:[A-Z]\.?[\s-]*){1,4}")
_FAMILY_AND_INITIALS = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)? [A-Z]{1,3}")
_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv|ph\.?\s?d|m\.?d)\.?", re.IGNORECASE)
_EAST_ASIAN_COMMA = re.compile("[,，、]")
_LAST_AND = re.compile(r"\s+(?:\\?&)\s+")


class Written(NamedTuple):
    """Names as written, and whether `others` or `et al.` follows them."""

    names: tuple[str, ...]
    others: bool


def chunks(value: str) -> list[str]:
    """Split a list of names at `and`; a chunk holds several where people wrote commas."""
    if "\n" in value or "\t" in value or "  " in value:
        value = " ".join(value.split())
    if _has_odd_and(value):
        value = _AND_AT_EDGE.sub("", value)
        found = _AND.split(value)
        ands = _AND.findall(value)
    else:
        found = value.split(" and ")
        ands = []
    opened = [one for one in found if "{" in one] if "{" in value else ()
    if not [one for one in opened if one.count("{") != one.count("}")]:
        return found
    joined: list[str] = []
    depth = 0
    for i, chunk in enumerate(found):
        if depth > 0:  # an `and` within braces separates nothing
            joined[-1] += (ands[i - 1] if ands else " and ") + chunk
        else:
            joined.append(chunk)
        depth = max(0, depth + chunk.count("{") - chunk.count("}"))
    return [part for chunk in joined for part in _braced_list(chunk)]


def _has_odd_and(value: str) -> bool:
    lower = value.lower()
    if lower.count(" and ") != value.count(" and ") or " and and" in lower:
        return True
    return lower.startswith("and ") or lower.endswith(" and")


def written(chunk: str, is_first_last: bool) -> Written:
    """Return the names of a chunk; the rest of the list may show that a comma separates names."""
    others = False
    found: list[str] = []
    for name in _persons(chunk, is_first_last):
        bare = name.strip(" ,;")
        if "et" in bare or not _MAY_MEAN_OTHERS.isdisjoint(bare) or "thers" in bare.lower():
            if _OTHERS.fullmatch(bare):
                others = True
                continue
            shorter = _TRAILING_OTHERS.sub("", bare)
            others, bare = others or shorter != bare, shorter
        if bare:
            found.append(bare)
    return Written(tuple(found), others)


def _braced_list(chunk: str) -> list[str]:
    """Open `{Smith, John and Doe, Jane}`: braces around a whole list, a common mistake."""
    inner = chunk.strip()[1:-1]
    if not (chunk.strip().startswith("{") and " and " in inner) or "}" in inner.split("{")[0]:
        return [chunk]
    if "\\" in inner.split()[0]:
        return [chunk]
    persons = _AND.split(inner)
    is_list = all(person.count(",") == 1 for person in persons)
    return persons if is_list else [chunk]


def _persons(chunk: str, is_first_last: bool) -> list[str]:
    """Split names that are joined by `;` or by commas; in doubt a comma is BibTeX's."""
    chunk = with_latin_commas(chunk)
    if ";" in chunk and ";" in _ENTITY.sub("", chunk):
        shielded = _ENTITY.sub(lambda found: found[0][:-1] + "\0", chunk)
        return [piece.replace("\0", ";") for piece in split_outside(shielded, ";")]
    if not chunk.isascii() and _is_east_asian(chunk):
        return _east_asian_persons(chunk)
    if "," not in chunk or "=" in chunk:
        pair = _LAST_AND.split(chunk)
        return pair if len(pair) > 1 and all(map(_has_two_words, pair)) else [chunk]
    parts = [part.strip() for part in split_outside(chunk, ",")]
    if len(parts) == 2 and parts[1] and " " not in parts[0]:
        return [chunk]  # `Last, First`, nearly always
    ends_with_comma = not parts[-1]
    parts = [part for part in parts if part]
    if len(parts) > 1 and len(last := _LAST_AND.split(parts[-1])) == 2:
        parts[-1:] = last
    if len(parts) == 2:
        is_list = ends_with_comma and is_first_last and all(map(_has_two_words, parts))
        return parts if is_list or all(map(_FAMILY_AND_INITIALS.fullmatch, parts)) else [chunk]
    return _by_commas(chunk, parts)


def with_latin_commas(text: str) -> str:
    """Write the comma and the semicolon of Arabic as those that separate names elsewhere."""
    return text.replace("،", ", ").replace("؛", ";") if "،" in text or "؛" in text else text


def _is_east_asian(chunk: str) -> bool:
    """Look at names without their marks, if they are not in other letters anyway."""
    if is_east_asian(chunk):
        return True
    return max(chunk) > "\u2e7f" and is_east_asian(marks.take_off(chunk)[0])


def _east_asian_persons(chunk: str) -> list[str]:
    """Tell `王小明，李雷` and `王小明、李雷` from `王, 小明`."""
    written = _EAST_ASIAN_COMMA.sub(",", chunk)
    parts = [part.strip() for part in split_outside(written, ",")]
    if any(part.count("$") % 2 for part in parts):
        return [chunk]  # `王小明$^1,*$`
    if len(parts) != 2 or "、" in chunk:
        return parts
    if "," not in chunk:
        return [chunk] if len(parts[0]) == 1 else parts
    return parts if _are_two(parts) else [chunk]


def _are_two(parts: list[str]) -> bool | None:
    before, after = (marks.take_off(part)[0] for part in parts)
    return east_asian_pairs.are_two(before, after)


def in_doubt(value: str) -> list[str]:
    """Return what is read as one East Asian name, and may be two with a comma between them."""
    if "," not in value or max(value) < "\u2e80":
        return []
    by_comma = ((chunk, split_outside(chunk, ",")) for chunk in chunks(value))
    pairs = ((chunk, [part.strip() for part in parts]) for chunk, parts in by_comma)
    return [chunk for chunk, parts in pairs if len(parts) == 2 and _are_two(parts) is None]


def _by_commas(chunk: str, parts: list[str]) -> list[str]:
    """Split at three commas or more, unless they are those of `Last, Jr, First`."""
    if len(parts) < 2 or any(map(_SUFFIX.fullmatch, parts[1:])):
        return [chunk]
    if len(parts) == 3 and all(word.islower() for word in parts[1].split()):
        return [chunk]  # `Berg, van der, Jan`
    has_initials = all(map(_INITIALS.fullmatch, parts[1::2]))
    if len(parts) % 2 == 0 and (has_initials or not all(map(_has_two_words, parts))):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts


def _has_two_words(part: str) -> bool:
    return " " in part and not part[0].islower()
