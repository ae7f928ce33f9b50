"""Links as people name them: of a profile by service, of a paper by the word on its button."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from . import buttons, services
from .buttons import BUTTONS
from .problems import did_you_mean
from .services import Service
from .urls import identifier_url, is_orcid, safe_url

__all__ = (
    "BUTTONS",
    "Link",
    "identifier_url",
    "paper_link",
    "profile_link",
    "safe_url",
    "suggest",
)


class Link(NamedTuple):
    """What a button needs."""

    label: str
    url: str  # safe to print
    icon: str
    key: str = ""  # the service or the kind of button; "" for the user's own words
    word: str = ""  # the key of our word for it; "" where the label is the user's own

    @property
    def readable(self) -> str:
        """Return the address as one writes it on paper: `ada@example.org`, `github.com/ada`."""
        return _SCHEME.sub("", self.url, count=1).rstrip("/")


def profile_link(key: str, value: str) -> Link:
    """Link to a service by an id, an @handle, an address or an e-mail.

    Raises:
        ValueError: the value cannot be used; the message says what to write instead.

    """
    key, value = key.strip(), value.strip()
    service = services.find(key)
    if service is None:
        return Link(key, _full_url(value, key, suggest(key)), "material/link-variant")
    own = _OWN_RULES.get(service.key)
    url = (own(value) if own else None) or _service_url(service, value)
    if not key.isascii():  # 知乎
        return Link(key, url, service.icon, service.key)
    return Link(service.label, url, service.icon, service.key, f"link.{service.key}")


def paper_link(label: str, url: str) -> Link | None:
    """Return a paper's button; None for an empty or unsafe address.

    The name of a field (`pdf`, `video_url`) gets its label; the user's own words stay.
    """
    safe = safe_url(url)
    if not safe:
        return None
    own, _, icon, key, word = _button(label)
    return Link(own, safe, icon, key, word)


@lru_cache(1024)
def _button(label: str) -> Link:
    """Return a button that leads nowhere yet."""
    label = label.strip()
    button = buttons.find(label)
    if button is None:
        return Link(label or "Link", "", "material/link-variant")
    if re.fullmatch(r"[a-z0-9_]+", label):
        return Link(button.label, "", button.icon, button.key, f"link.{button.key}")
    return Link(label, "", button.icon, button.key)


def suggest(key: str) -> str:
    """Return ` (did you mean 'x'?)` for the nearest service, or nothing."""
    names = [name for row in services.SERVICES for name in (row.key, *row.aliases)]
    return did_you_mean(key.casefold(), names)


def _service_url(service: Service, value: str) -> str:
    if not service.url:
        return _full_url(value, service.label)
    if _is_address(value) or service.url == services.ID:
        return _full_url(value, service.label)
    found = quote(_id(service, value), safe="/:;()._-~@!$*+,=&?#%'")
    url = safe_url(service.url.format(found)) if found else None
    if url is None:
        raise ValueError(f"has no id for {service.label}: write an id or a full address")
    return url


def _id(service: Service, value: str) -> str:
    """Drop the @ of a handle and steps that the address has already (`in/name`)."""
    before = service.url.partition("{}")[0]
    step = re.search(r"/(\w+/)$", before)
    value = value.strip("/").removeprefix(step[1] if step else "")
    return "" if _FOREIGN.match(value) else value.lstrip("@")


def _is_address(value: str) -> bool:
    """Tell `https://…`, `mailto:…` and `host.org/name` from an id, which may have slashes."""
    return bool(re.match(r"(?:https?|mailto):|(?:[\w-]+\.)+[a-z]{2,}/", value, re.IGNORECASE))


def _full_url(value: str, name: str, hint: str = "") -> str:
    """Accept an address or a file; `example.org/me` gets the https that it lacks."""
    if re.match(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]|$)", value, re.IGNORECASE):
        value = value if _FILE.search(value) and "/" not in value else f"https://{value}"
    is_path = re.match(r"\.{0,2}/|#", value) or "/" in value or _FILE.search(value)
    url = safe_url(value)
    if url is None or not (_is_address(value) or is_path):
        raise ValueError(f"needs a full address for {name!r}, such as https://…{hint}")
    return url


def _orcid(value: str) -> str:
    """Check the number: one wrong digit leads to another person."""
    number = re.sub(r"^(?:https?://)?(?:www\.)?orcid\.org/|/$", "", value).replace(" ", "").upper()
    digits = number.replace("-", "")
    number = "-".join(digits[i : i + 4] for i in range(0, 16, 4)) if len(digits) == 16 else number
    if not is_orcid(number):
        raise ValueError(f"is no ORCID iD (its check digit tells): {value!r}")
    return f"https://orcid.org/{number}"


def _email(value: str) -> str:
    address = re.sub("^mailto:", "", value, flags=re.IGNORECASE)
    if _is_address(value) and address == value:
        return _full_url(value, "E-mail")  # a contact form
    if not re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+", address):
        raise ValueError(f"is no e-mail address: {value!r}; write name@example.org")
    return safe_url(f"mailto:{address}") or ""


def _mastodon(value: str) -> str | None:
    handle = re.fullmatch(r"@?([\w.-]+)@([\w.-]+\.\w+)", value)
    return f"https://{handle[2]}/@{handle[1]}" if handle else None


def _bluesky(value: str) -> str | None:
    name = re.fullmatch(r"@?([\w-]+)", value)  # a handle without its usual domain
    return f"https://bsky.app/profile/{name[1]}.bsky.social" if name else None


def _linkedin(value: str) -> str | None:
    other = re.match(r"/?((?:company|school|pub)/.+)", value)  # not a person's page
    return safe_url(f"https://www.linkedin.com/{other[1]}") if other else None


def _youtube(value: str) -> str | None:
    channel = re.fullmatch(r"(?:channel/)?(UC[\w-]{22})", value)
    path = f"channel/{channel[1]}" if channel else value
    is_path = re.fullmatch(r"(?:channel|c|user)/[^\s<>\"]+", path)
    return safe_url(f"https://www.youtube.com/{path}") if is_path else None


def _whatsapp(value: str) -> str | None:
    return (
        f"https://wa.me/{re.sub(r'[^0-9]', '', value)}"
        if re.match(r"\+?[\d ()-]+$", value)
        else None
    )


_OWN_RULES = {
    "bluesky": _bluesky,
    "email": _email,
    "linkedin": _linkedin,
    "mastodon": _mastodon,
    "orcid": _orcid,
    "whatsapp": _whatsapp,
    "youtube": _youtube,
}

_SCHEME = re.compile(r"(?:https?://(?:www\.)?|mailto:)", re.IGNORECASE)
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*://|(?:javascript|data|vbscript):", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pdf|png|jpe?g|webp|gif|svg|html?|md|txt|xml|docx?)$", re.IGNORECASE)
