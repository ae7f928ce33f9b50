"""Pieces of references put together: full stops that do not double, quotation marks, links."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

_TAG = re.compile("<[^>]+>")
_ASKED = tuple("?!？！؟")
_ENDED = (*_ASKED, *".。…")
_QUOTES = '"”’»」'


def ended(text: str) -> str:
    """Return a piece with a full stop, unless it ends with a mark that closes a sentence."""
    if not text:
        return ""
    return text if _bare(text).endswith(_ENDED) else f"{text}."


def _bare(text: str) -> str:
    """Return a piece as one reads it, without the quotation marks at its end."""
    return html.unescape(_TAG.sub("", text)).rstrip(_QUOTES)


def sentences(*pieces: str) -> str:
    """Join pieces that each end with a full stop; empty ones do not count."""
    return " ".join(map(ended, filter(None, pieces)))


def listed(*pieces: str) -> str:
    """Join pieces by commas; empty ones do not count."""
    return ", ".join(filter(None, pieces))


def words(*pieces: str) -> str:
    """Join pieces by blanks; empty ones do not count."""
    return " ".join(filter(None, pieces))


def italic(text: str) -> str:
    """Return a title as references set it."""
    return f"<em>{text}</em>" if text else ""


def bracketed(text: str) -> str:
    """Return `(text)`, "" for nothing."""
    return f"({text})" if text else ""


def labelled(form: str, number: str) -> str:
    """Return `vol. 2` for `vol. {}`, "" for nothing."""
    return form.format(number) if number else ""


def quoted(title: str, mark: str, known: Mapping[str, str]) -> str:
    """Put a title between quotation marks; where the language does so, `mark` stands within."""
    inner = title.translate(_WITHIN) if "“" in title else title
    return known["reference.quoted"].format(inner, "" if _bare(title).endswith(_ASKED) else mark)


_WITHIN = str.maketrans("“”", "‘’")


def paged(pages: str, known: Mapping[str, str]) -> str:
    """Return `p. 5`, `pp. 5–9`, "" for nothing."""
    return labelled(known["book.page" if pages.isdecimal() else "book.pages"], pages)


def raised(text: str) -> str:
    """Return a piece with a capital at its beginning: `Edited by`."""
    return text[:1].upper() + text[1:]


def linked(address: str, said: str = "") -> str:
    """Return a link (both HTML already); "" without an address."""
    return f'<a href="{address}">{said or address}</a>' if address else ""


def lowered(text: str) -> str:
    """Return a piece with a small letter at its beginning: `edited by`."""
    return text[:1].lower() + text[1:]
