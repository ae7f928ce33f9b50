"""Where one name ends and the next begins: `and`, and what people write instead."""

from __future__ import annotations

import re

from .name_parts import split_outside

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
_ENTITY = re.compile(r"&[#\w]+;")
_INITIALS = re.compile(r"(?:[A-Z]\.?[\s-]*){1,4}")
_FAMILY_AND_INITIALS = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)? [A-Z]{1,3}")
_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv|ph\.?\s?d|m\.?d)\.?", re.IGNORECASE)
_LAST_AND = re.compile(r"\s+(?:\\?&)\s+")


def split(value: str) -> tuple[list[str], bool]:
    """Return the single names as written, and whether the list says that there are others."""
    others = False
    names: list[str] = []
    chunks = _by_and(value)
    for chunk in chunks:
        for name in _persons(chunk, chunks):
            bare = name.strip().strip(",;").strip()
            if _OTHERS.fullmatch(bare):
                others = True
                continue
            shorter = _TRAILING_OTHERS.sub("", bare)
            others = others or shorter != bare
            if shorter:
                names.append(shorter)
    return names, others


def _by_and(value: str) -> list[str]:
    chunks = _AND.split(_AND_AT_EDGE.sub(" ", value))
    if "{" not in value:
        return chunks
    joined: list[str] = []
    depth = 0
    ands = [*_AND.findall(_AND_AT_EDGE.sub(" ", value)), ""]
    for i, chunk in enumerate(chunks):
        if depth > 0:  # an `and` within braces separates nothing
            joined[-1] += ands[i - 1] + chunk
        else:
            joined.append(chunk)
        depth = max(0, depth + chunk.count("{") - chunk.count("}"))
    return [part for chunk in joined for part in _braced_list(chunk)]


def _braced_list(chunk: str) -> list[str]:
    """Open `{Smith, John and Doe, Jane}`: braces around a whole list, a common mistake."""
    inner = chunk.strip()[1:-1]
    if not (chunk.strip().startswith("{") and " and " in inner) or "}" in inner.split("{")[0]:
        return [chunk]
    persons = _AND.split(inner)
    is_list = all(person.count(",") == 1 for person in persons)
    return persons if is_list else [chunk]


def _persons(chunk: str, chunks: list[str]) -> list[str]:
    """Split names that are joined by `;` or by commas; in doubt a comma is BibTeX's."""
    if ";" in chunk:
        bare = _ENTITY.sub("", chunk)
        if ";" in bare:
            pieces = split_outside(_ENTITY.sub(lambda found: found[0][:-1] + "\0", chunk), ";")
            return [piece.replace("\0", ";") for piece in pieces]
    if "," not in chunk or "=" in chunk:
        return [chunk]
    parts = [part.strip() for part in split_outside(chunk, ",")]
    ends_with_comma = not parts[-1]
    parts = [part for part in parts if part]
    if parts and (last := _LAST_AND.split(parts[-1])) and len(last) == 2 and len(parts) > 1:
        parts[-1:] = last
    return _by_comma(chunk, parts, ends_with_comma, chunks)


def _by_comma(chunk: str, parts: list[str], ends_with_comma: bool, chunks: list[str]) -> list[str]:
    if len(parts) == 2:
        if all(map(_FAMILY_AND_INITIALS.fullmatch, parts)):
            return parts
        others_plain = len(chunks) > 1 and all("," not in c for c in chunks if c is not chunk)
        if ends_with_comma and others_plain and all(map(_has_two_words, parts)):
            return parts  # `A B, C D, and E F`
        return [chunk]
    if len(parts) < 2 or any(map(_SUFFIX.fullmatch, parts[1:])):
        return [chunk]
    if len(parts) % 2 == 0 and all(map(_INITIALS.fullmatch, parts[1::2])):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    if len(parts) % 2 == 0 and not all(map(_has_two_words, parts)):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts


def _has_two_words(part: str) -> bool:
    return " " in part and not part[0].islower()
