"""What the theme shows around the content of a page: the profile, the head, links to feeds."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from .build import Build
from .place import Place

if TYPE_CHECKING:
    from .engine import Engine
    from .site import Site

_HOME = "index.md"


def put(page: Any, build: Build, place: Place, engine: Engine | None = None) -> None:
    """Put it into the page's metadata; what a macro or its author has put there stays.

    Without the plugin, of which an `engine` tells, only files below docs are there.
    """
    known = page.meta.get("academic")
    furniture = {**everywhere(build)}
    if engine and not engine.makes_pages():
        furniture["footer"] = [one for one in furniture["footer"] if engine.has_file(one["url"])]
    furniture |= known if isinstance(known, dict) else {}
    furniture["home"] = place.url.removesuffix("index.html") in ("./", place.folder)
    if place.source == _HOME and "head" not in furniture and not build.mistakes:
        furniture["head"] = build.ask(f"head of {place}", lambda site: _head(site, place))
    if "profile" not in furniture:
        # Pages side by side have the same addresses in it.
        start = f"{place.folder}{place.start}"
        shown, said = build.ask(f"sidebar from {start}", lambda site: _sidebar(site, place))
        if shown:
            furniture["profile"] = shown
        build.warn(said)
    page.meta["academic"] = furniture


def everywhere(build: Build) -> dict[str, Any]:
    """Return what stands around every page, and where there is no page: on 404.html."""
    return build.ask("everywhere", _everywhere)


def _everywhere(site: Site) -> dict[str, Any]:
    from .citations import live
    from .outputs import accent_style, download_files, feed_files, open_graph
    from .outputs.heads import Heads

    feeds = feed_files.published(site)
    files = (path for path in download_files.paths(site) if "/" not in path)
    found: dict[str, Any] = {
        "look": "" if site.accent else site.look,
        "accent": accent_style.FILE if site.accent else "",
        "density": site.density,
        "made_with": site.words["made_with"],
        "missing": {name: site.words[f"missing.{name}"] for name in ("title", "text", "home")},
        "image": Heads(site).image,
        "locale": open_graph.locale(site.language),
        "feeds": [
            {
                "path": one.path,
                "type": one.media_type,
                "title": feed_files.title(site, one.name),
            }
            for one in feeds
        ],
        "footer": [
            *({"url": one.path, "label": site.words["overview.feed"]} for one in feeds[:1]),
            *({"url": path, "label": path} for path in islice(files, 2)),  # .bib, .json
        ],
    }
    if looked_for := live.place(site.citations, site.numbers):
        found["live"] = looked_for._asdict()
    return found


def _head(site: Site, place: Place) -> str:
    from .outputs.heads import Heads

    return Heads(site).of_home(place)


def _sidebar(site: Site, place: Place) -> tuple[str, str]:
    """Return the profile, and what is wrong with a template of the user's."""
    from .fragment import Fragment
    from .render import render

    if site.profile is None:
        return "", ""
    try:
        return render("profile", site, place, profile=site.profile).alone(place.address), ""
    except ValueError as error:
        return Fragment.box(str(error)).html, str(error)
