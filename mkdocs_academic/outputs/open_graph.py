"""Open Graph and Twitter card tags of a page: what a shared link looks like (ogp.me)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from . import plain
from .addresses import is_absolute
from .meta_tags import MetaTag

_LONGEST = 200  # characters of a description; what shows links shows no more


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """What a link to a page shows. Texts are plain, addresses absolute or ""."""

    title: str
    url: str
    type: Literal["website", "article", "profile"] = "website"
    description: str = ""
    image: str = ""
    image_alt: str = ""
    is_wide: bool = False  # the picture may be shown in full width
    site_name: str = ""
    language: str = ""  # as `theme.language` has it
    published: str = ""  # ISO 8601, of an article
    tags: tuple[str, ...] = ()  # of an article
    username: str = ""  # of a profile


def tags(card: Card) -> tuple[MetaTag, ...]:
    """Return the tags; what is unknown has none, and a relative picture counts as none."""
    found = (*_described(card), *_of_type(card), *_pictured(card))
    return (
        *(MetaTag(f"{name}", value, "property") for name, value in found if value),
        *(MetaTag(f"twitter:{name}", value) for name, value in _twitter(card) if value),
    )


def _described(card: Card) -> Iterator[tuple[str, str]]:
    yield "og:type", card.type
    yield "og:title", card.title
    yield "og:description", plain.shortened(card.description, _LONGEST)
    yield "og:url", card.url if is_absolute(card.url) else ""
    yield "og:site_name", card.site_name
    yield "og:locale", locale(card.language)


def _of_type(card: Card) -> Iterator[tuple[str, str]]:
    if card.type == "article":
        yield "article:published_time", card.published
        yield from _each("article:tag", card.tags)
    if card.type == "profile":
        yield "profile:username", card.username


def _each(name: str, values: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((name, value) for value in values)


def _pictured(card: Card) -> Iterator[tuple[str, str]]:
    if is_absolute(card.image):
        yield "og:image", card.image
        yield "og:image:alt", card.image_alt or card.title


def _twitter(card: Card) -> Iterator[tuple[str, str]]:
    has_image = is_absolute(card.image)
    yield "card", "summary_large_image" if card.is_wide and has_image else "summary"
    yield "title", card.title
    yield "description", plain.shortened(card.description, _LONGEST)
    if has_image:
        yield "image", card.image
        yield "image:alt", card.image_alt or card.title


# Open Graph wants language_TERRITORY; where a language is at home in many, its first one.
_TERRITORIES = {
    "ar": "AR", "bg": "BG", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR",
    "en": "US", "es": "ES", "et": "EE", "fa": "IR", "fi": "FI", "fr": "FR", "he": "IL",
    "hi": "IN", "hr": "HR", "hu": "HU", "id": "ID", "is": "IS", "it": "IT", "ja": "JP",
    "ko": "KR", "lt": "LT", "lv": "LV", "nb": "NO", "nl": "NL", "nn": "NO", "pl": "PL",
    "pt": "PT", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sr": "RS", "sv": "SE",
    "th": "TH", "tr": "TR", "uk": "UA", "vi": "VN", "zh": "CN",
}  # fmt: skip
_SCRIPTS = {"Hans": "CN", "Hant": "TW"}


def locale(language: str) -> str:
    """Return `en_US` for `en`, `pt_BR` for `pt-BR`; "" where the territory is not known."""
    first, *rest = language.replace("_", "-").split("-")
    territory = next((one.upper() for one in rest if len(one) == 2 and one.isalpha()), "")
    territory = territory or next((_SCRIPTS[one] for one in rest if one in _SCRIPTS), "")
    territory = territory or _TERRITORIES.get(first.lower(), "")
    return f"{first.lower()}_{territory}" if territory else ""
