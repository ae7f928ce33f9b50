"""Addresses as the rest of the world needs them: absolute, or none at all."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

Resolve = Callable[[str], str]  # an address as settings name it -> an absolute one, or ""


def resolver(site_url: str, on_site: Callable[[str], str] = str) -> Resolve:
    """Return what makes the addresses of a site absolute.

    `on_site` knows the engine's addresses: `talks.md` -> `talks/`, relative to the site's root.
    """
    base = root(site_url)

    def resolve(address: str) -> str:
        if not address or address.startswith("mailto:"):
            return ""
        try:
            found = urljoin(base, on_site(address.removeprefix("./")))
        except ValueError:  # "https://[half"
            return ""
        return found if is_absolute(found) else ""

    return resolve


def root(site_url: str) -> str:
    """Return the site's address with a slash at its end, "" for none that can be used."""
    bare = site_url.strip().partition("#")[0].partition("?")[0]
    return f"{bare.rstrip('/')}/" if is_absolute(bare) else ""


def is_absolute(address: str) -> bool:
    """Tell whether it is an address of the web with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
