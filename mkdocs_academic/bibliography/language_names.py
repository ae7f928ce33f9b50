"""The language of a work as its entry names it: a BCP 47 tag, or what LaTeX calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from . import latex

# What babel and polyglossia call languages, for the rest ISO 639 is asked for.
_LANGUAGES = {
    name: code
    for code, some in {
        "en": "english american british usenglish ukenglish canadian australian newzealand",
        "de": "german ngerman austrian naustrian nswissgerman swissgerman deutsch",
        "fr": "french francais acadian canadien frenchb français",
        "es": "spanish espanol español castilian",
        "pt": "portuguese portuges", "pt-BR": "brazilian brazil", "it": "italian italiano",
        "nl": "dutch", "da": "danish", "sv": "swedish", "nb": "norsk", "nn": "nynorsk",
        "fi": "finnish", "pl": "polish", "cs": "czech", "sk": "slovak", "hu": "magyar hungarian",
        "ro": "romanian", "ru": "russian", "uk": "ukrainian", "el": "greek polutonikogreek",
        "tr": "turkish", "he": "hebrew", "ar": "arabic", "fa": "persian farsi",
        "zh": "chinese 中文", "ja": "japanese 日本語", "ko": "korean 한국어", "vi": "vietnamese",
        "ca": "catalan", "eu": "basque", "gl": "galician", "hr": "croatian",
        "sl": "slovene slovenian", "la": "latin",
    }.items()
    for name in some.split()
}  # fmt: skip


def of(field: Mapping[str, str]) -> str:
    """Return the BCP 47 tag of a work's language, "" where it is not told or not known."""
    written = field.get("language") or field.get("langid")
    return _tag(written) if written else ""


@lru_cache(512)
def _tag(value: str) -> str:
    written = latex.to_text(value).strip().replace("_", "-")
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", written):
        first, _, rest = written.partition("-")
        return f"{first.lower()}-{rest}" if rest else first.lower()
    return _LANGUAGES.get(written.casefold(), "")
