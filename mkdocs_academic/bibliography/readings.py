"""What a LaTeX value says in references: as JSON with CSL's markup, and plain on one line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from json.encoder import encode_basestring as quoted  # what JSONEncoder has for Unicode
from urllib.parse import unquote

from .. import urls
from . import csl_text, eprints, latex, verbatim

Reading = tuple[str, str]  # the CSL text in quotes, "" where it is empty; the plain text


@lru_cache(512)  # an entry is written in one format after the other; journals come again and again
def of(value: str) -> Reading:
    """Return both texts."""
    if csl_text.is_marked(value):
        text = csl_text.from_latex(value)
        plain = csl_text.unmarked(value, text) or plain_text(value)
        return as_json(text), on_one_line(plain)
    text = latex.tidied(value) if latex.is_plain(value) else latex.decoded(value)
    if not text.isprintable():
        return quoted(text), on_one_line(text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if text else "", text


def as_json(text: str) -> str:
    """Return a JSON string, "" for no text."""
    return quoted(text) if text else ""


def plain_text(value: str) -> str:
    """Drop tags, but not what only looks like one after reading."""
    return latex.to_plain(value) if "<" in value else latex.to_text(value)


def on_one_line(text: str) -> str:
    """Return the text with single blanks and nothing else that parts words."""
    if not text.isprintable() or "  " in text:  # no other blank is printable
        text = " ".join(text.split())
    return text.strip(" ")


def doi(value: str) -> str:
    """Return the paper's DOI as CSL and RIS have it: no address and no `doi:` before it."""
    return dois(value)[0]


def dois(value: str) -> list[str]:
    """Return the paper's DOI, then those of errata, each once."""
    text = verbatim.to_text(value)
    if text.find("10.", 8) < 0:
        return [_doi(text)]  # as nearly all
    return list(dict.fromkeys(map(_doi, urls.dois(text))))


def more_dois(field: Mapping[str, str]) -> list[str]:
    """Return the DOIs behind the first: those of errata."""
    written = field.get("doi", "")
    return dois(written)[1:] if written.find("10.", 8) > 0 else []


def _doi(text: str) -> str:
    if text.startswith("10."):
        return text  # as most
    found = _DOI.fullmatch(text)
    return (unquote(found[2]) if "/" in found[1] else found[2]) if found else text


_DOI = re.compile(
    r"(https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)(10\.\d{4,9}/\S+)", re.ASCII | re.IGNORECASE
)


def elsewhere(field: Mapping[str, str]) -> tuple[str, ...]:
    """Return which of the fields for ids hold a web address instead."""
    if "http" not in field.get("doi", "") and "http" not in field.get("eprint", ""):
        return ()  # as most
    return tuple(name for name, _ in eprints.addresses(field))
