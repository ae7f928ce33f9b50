"""The language of a work as its entry names it: a BCP 47 tag, or what LaTeX calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from . import latex

# What babel and polyglossia call languages, and ISO 639-2 and -3; BCP 47 wants two letters.
_LANGUAGES = {
    name: code
    for code, some in {
        "en": "english american british usenglish ukenglish canadian australian newzealand eng",
        "de": "german ngerman austrian naustrian nswissgerman swissgerman deutsch deu ger",
        "fr": "french francais acadian canadien frenchb français fra fre",
        "es": "spanish espanol español castilian spa", "pt": "portuguese portuges por",
        "pt-BR": "brazilian brazil", "it": "italian italiano ita", "nl": "dutch nld dut",
        "da": "danish dan", "sv": "swedish swe", "nb": "norsk nob", "nn": "nynorsk nno",
        "no": "norwegian nor", "fi": "finnish fin", "pl": "polish pol", "cs": "czech ces cze",
        "sk": "slovak slk slo", "hu": "magyar hungarian hun", "ro": "romanian ron rum",
        "ru": "russian rus", "uk": "ukrainian ukr", "el": "greek polutonikogreek ell gre",
        "tr": "turkish tur", "he": "hebrew heb", "ar": "arabic ara arb",
        "fa": "persian farsi fas per pes", "zh": "chinese 中文 zho chi cmn",
        "ja": "japanese 日本語 jpn", "ko": "korean 한국어 kor", "vi": "vietnamese vie",
        "ca": "catalan cat", "eu": "basque eus baq", "gl": "galician glg", "hr": "croatian hrv",
        "sl": "slovene slovenian slv", "la": "latin lat", "bg": "bulgarian bul",
        "et": "estonian est", "lv": "latvian lav", "lt": "lithuanian lit",
        "is": "icelandic isl ice", "ga": "irish gle", "cy": "welsh cym wel", "sr": "serbian srp",
        "id": "indonesian ind", "ms": "malay msa may", "th": "thai tha", "hi": "hindi hin",
        "ur": "urdu urd", "bn": "bengali ben", "ta": "tamil tam", "af": "afrikaans afr",
        "sq": "albanian sqi alb", "mk": "macedonian mkd mac", "ka": "georgian kat geo",
        "hy": "armenian hye arm", "eo": "esperanto epo",
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
        first = _LANGUAGES.get(first.lower(), first.lower())
        return f"{first}-{rest}" if rest else first
    return _LANGUAGES.get(written.casefold(), "")
