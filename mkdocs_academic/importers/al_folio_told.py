"""Settings of an al-folio site that have no counterpart: the report names them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .front_matter import text_of

_INSTEAD = {
    "latest_posts": (
        "the home page does not list the latest posts: they stand in `docs/blog/index.md`"
    ),
    "enable_publication_badges": (
        "papers show no badges of Altmetric and Dimensions, which need their scripts: entries with "
        "`altmetric` or `dimensions` have a link"
    ),
    "external_sources": "posts from elsewhere are not fetched",
    "giscus": "comments below posts (giscus) were left out",
    "newsletter": "the newsletter was left out",
}
_ANALYTICS = "google_analytics cronitor_analytics pirsch_analytics openpanel_analytics".split()
_VALUES = (
    "disqus_shortname blog_description footer_text keywords impressum_path og_image icon "
    "google_site_verification bing_site_verification".split()
)


def tell(config: Mapping[str, Any], about: Mapping[str, Any], note: Callable[[str], None]) -> None:
    """Name what does not come over."""
    for name, told in _INSTEAD.items():
        if _is_on(config.get(name)) or (name == "latest_posts" and _is_on(about.get(name))):
            note(f"`_config.yml`: `{name}`: {told}")
    for name, value in dict.fromkeys(_analytics(config)):
        note(
            f"`_config.yml`: `{name}: {value}`: readers are not counted; to do so, see "
            f"`extra.analytics` of Material for MkDocs"
        )
    for name in _VALUES:
        if value := text_of(config.get(name)):
            note(f"`_config.yml`: `{name}` was left out: “{' '.join(value.split())}”")


def _is_on(value: Any) -> bool:
    """Tell a setting that does something."""
    if isinstance(value, dict):
        if "enabled" in value:
            return text_of(value["enabled"]).lower() == "true"
        return any(map(_is_on, value.values()))
    if isinstance(value, list):
        return bool(value)
    return text_of(value).lower() not in ("", "false")


def _analytics(config: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in _ANALYTICS:
        if value := text_of(config.get(name)):
            yield name, value
    inner = config.get("analytics")
    for name, value in inner.items() if isinstance(inner, dict) else ():
        if text := text_of(value):
            yield f"analytics.{name}", text
