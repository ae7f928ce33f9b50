"""The profile from the settings of a Jekyll site: who, where, and the links to services."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from .. import links, services
from .addresses import Addresses

Note = Callable[[str], None]
# Parts of a profile that are no links, and words of settings that only look like services.
_NOT_LINKS = frozenset(
    "name avatar bio location employer email uri cv first_name middle_name last_name pronouns "
    "aliases "
    "rss_icon custom_social email_icon home".split()
)


def named(written: str) -> tuple[str, list[str]]:
    """Return the name as the page shows it, and the spellings that are in it."""
    text = " ".join(re.sub(r"<[^>]*>", " ", written).split())
    bare = " ".join(re.sub(r"[(（][^()（）]*[)）]", " ", text).split())
    inner = [one.strip() for one in re.findall(r"[(（]([^()（）]*)[)）]", text)]
    han = re.findall(r"[\u3400-\u9fff]{2,}", bare)
    latin = " ".join(re.sub(r"[\u3400-\u9fff]+", " ", bare).split())
    found = [bare, *inner] + ([latin, *han] if han and latin else [])
    return text, [one for one in dict.fromkeys(found) if one and one != text]


def link(key: str, value: str, into: dict[str, Any], addresses: Addresses, note: Note) -> None:
    """Add a link to a service; what is no id and no address is told."""
    value = " ".join(value.split())
    key = _KNOWN.get(key, key)
    if not value:
        return
    if value.startswith(("/", "./", "assets/", "files/")) or (
        services.find(key) is None and "/" in value
    ):
        value = addresses(value) or value
    has_scheme = re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", value, re.IGNORECASE)
    is_host = "." in value and not has_scheme
    for given in (value, f"https://{value}") if is_host else (value,):
        try:
            links.profile_link(key, given)
        except ValueError:
            continue
        into.setdefault(key, given)
        return
    note(f"the profile's `{key}: {value[:60]}` is no id and no address, and was left out")


# What the templates call services that have another name here.
_KNOWN = {
    "google_scholar": "googlescholar",
    "scholar_userid": "googlescholar",
    "google_plus": "google_plus",
    "x_username": "x",
    "twitter_username": "twitter",
    "work_url": "website",
    "uri": "website",
    "inspirehep_id": "inspire",
    "inspirehep": "inspire",
    "whatsapp_number": "whatsapp",
    "telegram_username": "telegram",
    "wechat_qr": "wechat",
}


def links_of(
    given: Mapping[str, Any], addresses: Addresses, note: Note, strict: bool
) -> dict[str, Any]:
    """Return the links of a mapping; `strict` takes only what is known as a service."""
    found: dict[str, Any] = {}
    for key, value in given.items():
        if not isinstance(value, str) or not value.strip() or key in _NOT_LINKS:
            continue
        if (
            strict
            and not (_ENDING.search(key) and services.find(_KNOWN.get(key, key)))
            and key not in _KNOWN
        ):
            continue
        if key.startswith("wechat") and "/" not in value:
            note(
                f"the profile's WeChat name `{value}` has no address; write it into `bio` if "
                f"readers should see it"
            )
            continue
        link(key, value, found, addresses, note)
    return found


_ENDING = re.compile(r"_(?:id|username|userid|url|number)$")
