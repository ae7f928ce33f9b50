"""What a HugoBlox site says of its look and its readers: carried where there is a counterpart."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from ... import colors, palettes
from .config import Config
from .front import inner, is_off, is_on, leaves, line

if TYPE_CHECKING:
    from .site import Hugo

# Colours by the names of Tailwind, in the shade that can be read as text.
_TAILWIND = {
    "slate": "#334155", "gray": "#374151", "zinc": "#3f3f46", "neutral": "#404040",
    "stone": "#44403c",
    "red": "#b91c1c", "orange": "#c2410c", "amber": "#b45309", "yellow": "#a16207",
    "lime": "#4d7c0f",
    "green": "#15803d", "emerald": "#047857", "teal": "#0f766e", "cyan": "#0e7490",
    "sky": "#0369a1",
    "blue": "#1d4ed8", "indigo": "#4338ca", "violet": "#6d28d9", "purple": "#7e22ce",
    "fuchsia": "#a21caf", "pink": "#be185d", "rose": "#be123c",
}  # fmt: skip
_COLORS = (
    ("appearance", "color"), ("theme", "colors", "primary"),
    ("hugoblox", "theme", "colors", "primary"), ("appearance", "theme_day"), ("theme_day",),
    ("color_theme",), ("hugoblox", "theme", "pack"), ("theme", "pack"),
)  # fmt: skip
_TOLD = (
    ("marketing", "analytics"), ("marketing", "verification"), ("analytics",), ("features",
    "comment"),
    ("comment",), ("features", "privacy_pack"), ("privacy_pack",), ("cookie_consent",),
    ("features", "repository"), ("edit_page",), ("repo_url",), ("features", "map"), ("map",),
    ("footer", "copyright", "license"), ("copyright_license",), ("footer", "text"),
    ("header", "navbar", "cta"), ("announcement",), ("seo", "verification"), ("locale", "address"),
    ("verification",), ("comments",), ("header", "cta"), ("identity", "tagline"),
)  # fmt: skip
_QUIET = frozenset(
    "true false none no yes cc by-nc-nd github disqus commento giscus provider main master content "
    "false; false 15 openstreetmap cc-by-nc-nd academic en-us mon, jan 2, 2006 jan 2006".split()
)
_LONGER = {"zh-cn": "zh", "zh-hans": "zh", "zh-tw": "zh-Hant", "zh-hant": "zh-Hant"}


def take(hugo: Hugo) -> None:
    """Put title, address, language, colours and pictures of the site into its settings."""
    config, result = hugo.config, hugo.result
    result.config["site_name"] = line(config.get("title")) or "Home page"
    if config.address:
        result.config["site_url"] = config.address
    said = line(config.param("marketing", "seo", "description")) or line(
        config.param("description")
    )
    said = (
        said
        or line(config.param("seo", "description"))
        or line(config.param("identity", "description"))
    )
    if said := " ".join(re.sub(r"<[^>]*>", " ", said).split()):
        result.config["site_description"] = said
    if copyright_ := line(config.param("footer", "copyright", "notice")) or line(
        config.get("copyright")
    ):
        words = copyright_.replace("{license}", _license(config))
        words = re.sub(r"\{year\}\s*|&copy;|<[^>]*>|!?\[|\]\([^()]*\)", "", words).strip()
        result.config["copyright"] = html.escape(" ".join(words.split()), quote=False)
    language = config.language or "en"
    code = line(config.get("languagecode")).lower()
    tag = _LONGER.get(code) or _LONGER.get(language) or language.partition("-")[0]
    if tag != "en" and re.fullmatch(r"[a-z]{2}(?:-\w+)?", tag):
        result.theme["language"] = tag
    for name, stems in (("favicon", ("icon",)), ("logo", ("logo",))):
        place = hugo.media.picture("media", *stems) or hugo.media.picture("images", *stems)
        if place:
            result.theme[name] = place
    result.academic["dates"] = "words"  # as the old site wrote them
    _color(hugo)


def _license(config: Config) -> str:
    """Return the name of the Creative Commons licence that the switches of a site mean."""
    given = config.param("footer", "copyright", "license") or config.param("copyright_license")
    if not isinstance(given, dict) or is_off(given.get("enable")):
        return ""
    parts = ["CC BY"] if is_on(given.get("allow_commercial")) else ["CC BY", "NC"]
    if not is_on(given.get("allow_derivatives")):
        parts.append("ND")
    elif is_on(given.get("share_alike")):
        parts.append("SA")
    return f"{'-'.join(parts)} 4.0"


def _color(hugo: Hugo) -> None:
    config = hugo.config
    given: Any = None
    for path in _COLORS:
        if given := line(config.param(*path)):
            name = ".".join(path)
            break
    if given:
        color = _TAILWIND.get(given.lower(), "")
        if not color and path[-1] in ("primary", "color"):
            try:
                color = colors.parsed(given)
            except ValueError:
                color = ""
        if color:
            hugo.result.academic["accent"] = palettes.readable(color, palettes.LIGHT)
        elif given.lower() not in ("minimal", "default"):
            hugo.note(f"`{name}: {given}`: choose one of the palettes, see `look` and `accent`")
    mode = line(config.param("appearance", "mode")) or line(
        config.param("hugoblox", "theme", "mode")
    )
    if mode in ("light", "dark"):
        hugo.note(
            f"`appearance.mode: {mode}`: the reader's system decides here; see `theme.palette`"
        )


def tell(hugo: Hugo) -> None:
    """Name the settings that have no counterpart, and what is in other languages."""
    config = hugo.config
    for path in _TOLD:
        value = config.param(*path)
        if isinstance(value, dict) and "enable" in value and not is_on(value["enable"]):
            continue
        words = _without_defaults(value)
        if words:
            hugo.note(f"`params.{'.'.join(path)}` was left out: {words}")
    for name in ("googleanalytics", "disqusshortname"):
        value = line(config.get(name)) or line(inner(config.get("services"), name, "id"))
        if value:
            hugo.note(f"`{name}: {value}` was left out")
    for name in ("googleanalytics", "disqus"):
        value = leaves(inner(config.get("services"), name))
        if value:
            hugo.note(f"`services.{name}` was left out: {value}")
    for folder in ("layouts", "assets/css", "assets/scss", "assets/js", "static/js", "static/css"):
        own = hugo.source.named(folder, ".html", ".css", ".scss", ".js")
        if own:
            hugo.note(f"`{folder}/` has {len(own)} files of templates, styles or scripts: left out")


def _without_defaults(value: Any) -> str:
    """Return what a setting says beyond what every site has there."""
    if isinstance(value, dict):
        found = [
            f"{name}: {said}" for name, one in value.items() if (said := _without_defaults(one))
        ]
        return "; ".join(found)
    if isinstance(value, list):
        return "; ".join(filter(None, map(_without_defaults, value)))
    said = line(value)
    return "" if said.lower() in _QUIET else leaves(said)
