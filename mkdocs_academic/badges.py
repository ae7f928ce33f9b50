"""The badge in a page: which number it shows, of whom, where it leads, how it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from pydantic import ValidationError

from . import colors, icons, mistakes
from .citations import live
from .citations.badge import Badge
from .citations.numbers import Figure
from .problems import did_you_mean
from .site import Site

_SHIELDS = "https://img.shields.io/endpoint"


class View(NamedTuple):
    """What the template looks at."""

    key: str  # of the paper, "" for the total
    style: str
    label: str
    number: str
    is_known: bool
    address: str = ""
    origin: str = ""  # who counted, when
    color: str = ""  # behind the number, `#rrggbb`
    ink: str = ""  # of the number on that: black or white
    logo: str = ""
    image: str = ""  # address of a picture that takes the place of everything


def view(site: Site, key: str, options: Mapping[str, Any]) -> View:
    """Return the badge of a paper, of all papers without a key, as settings and call want it.

    Raises:
        ValueError: the call is wrong; the message says what to write instead.

    """
    look = _look(site, key, options)
    figure = site.numbers.papers.get(key) if key else site.numbers.total
    plain = look.style == "text"
    if figure is None:
        number, said = site.words["no_number"], ""
    else:
        number, said = figure.shown(site.language), origin(figure)
    return View(
        key=key,
        style=look.style,
        label=look.label or site.words["citations"],
        number=number,
        is_known=figure is not None,
        address=look.link or (figure and figure.url) or site.citations.url,
        origin=said,
        color="" if plain else look.color,
        ink=colors.text_on(look.color) if look.color and not plain else "",
        logo=look.logo,
        image=_shields(site, look) if look.style == "shields" else "",
    )


def origin(figure: Figure) -> str:
    """Return who counted, and when."""
    return ", ".join(filter(None, (figure.source, figure.date)))


def drawing(site: Site, logo: str) -> str | None:
    """Return the SVG of an icon, None where there is none of that name."""
    own = (site.custom_dir,) if site.custom_dir else ()
    return icons.find(logo, (*own, *icons.engine_folders()))


def slug(logo: str) -> str:
    """Return what shields.io calls an icon: it knows those of Simple Icons."""
    return logo.removeprefix("simple/") if logo.startswith("simple/") else ""


def _look(site: Site, key: str, options: Mapping[str, Any]) -> Badge:
    try:
        wanted = Badge.model_validate(options)
    except ValidationError as error:
        raise ValueError("; ".join(mistakes.of_options(error, Badge))) from None
    given = {name: getattr(wanted, name) for name in options}
    look = site.citations.badge.model_copy(update=given)
    if given.get("color") and look.style == "text":
        raise ValueError('color: style="text" has the colour of the text around it: leave one out')
    if look.logo and drawing(site, look.logo) is None:
        raise ValueError(_no_icon(site, look.logo))
    if look.style == "shields" and key:
        if "style" in given:
            raise ValueError('style="shields" shows the total only: for one paper write "flat"')
        look = look.model_copy(update={"style": "flat"})
    if key and key not in site.numbers.papers:
        _check(site, key)
    return look


def _no_icon(site: Site, logo: str) -> str:
    name = f"simple/{logo.replace(' ', '').lower()}"
    hint = f"write {name!r}" if drawing(site, name) else "write simple/googlescholar, material/…"
    return f"logo: there is no icon {logo!r}: {hint}"


def _check(site: Site, key: str) -> None:
    """Raise ValueError for a key that is no paper's but looks like one."""
    known = {one.key for one in site.publications}
    hint = did_you_mean(key, known | site.numbers.papers.keys())
    if key not in known and hint:
        raise ValueError(f"there is no publication {key!r}{hint}")


def _shields(site: Site, look: Badge) -> str:
    """Return the address of the picture that shields.io draws of an endpoint file."""
    endpoint = look.endpoint or live.shields_file(site.citations)
    if endpoint and "://" not in endpoint:
        endpoint = f"{site.url}{endpoint.lstrip('/')}" if site.url else ""
    if not endpoint and site.url:
        endpoint = f"{site.url}citations/shieldsio.json"
    if not endpoint:
        raise ValueError(
            'style="shields" needs site_url in mkdocs.yml, or endpoint="https://…/shieldsio.json"'
        )
    asked = {
        "url": endpoint,
        "label": look.label,
        "color": look.color.lstrip("#"),
        "logo": slug(look.logo),
    }
    return f"{_SHIELDS}?{urlencode({name: value for name, value in asked.items() if value})}"
