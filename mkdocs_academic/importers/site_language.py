"""The language of an old site as the theme knows it."""

from __future__ import annotations

# Those of Material for MkDocs.
_LANGUAGES = (
    "af ar az be bg bn ca cs cy da de el eo es et eu fa fi fr gl he hi hr hu hy id is it ja ka kn "
    "ko ku-IQ lb lt lv mk mn ms my nb nl nn pl pt-BR pt ro ru sa sh si sk sl sq sr sv ta te th tl "
    "tr uk ur uz vi zh-Hant zh-TW zh"
).split()
_ALSO = {"no": "nb", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "iw": "he", "in": "id", "fil": "tl"}

# What languages call themselves.
_NAMES = {
    "ar": "العربية", "de": "Deutsch", "en": "English", "es": "Español", "fr": "Français",
    "it": "Italiano", "ja": "日本語", "ko": "한국어", "nl": "Nederlands", "pt": "Português",
    "ru": "Русский", "zh": "中文", "zh-TW": "繁體中文",
}  # fmt: skip


def of(tag: str) -> str | None:
    """Return the theme's name of `de-DE`, "" for English or nothing, None for one it has not."""
    whole = tag.partition(",")[0].strip().replace("_", "-").lower()
    first = whole.partition("-")[0]
    if first in ("", "en"):
        return ""
    known = {one.lower(): one for one in _LANGUAGES} | _ALSO
    return known.get(whole) or known.get(first)


def own_name(tag: str) -> str:
    """Return what a language calls itself; its tag, where that is not known here."""
    return _NAMES.get(tag, _NAMES.get(tag.replace("_", "-").partition("-")[0].lower(), tag))
