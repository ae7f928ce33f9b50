"""The CV of a site for other programs: JSON Resume, and RenderCV, which makes a PDF of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..site import Site
from . import json_resume, parts, rendercv


class Format(NamedTuple):
    """A format in which a CV leaves."""

    suffix: str
    write: Callable[[Site], str]
    lost_links: Callable[[Site], list[str]] = lambda _: []  # of the profile, by service


FORMATS: Mapping[str, Format] = {
    "json-resume": Format(".json", json_resume.written),
    "rendercv": Format(".yaml", rendercv.written, rendercv.lost_links),
}


def left_out(site: Site) -> list[str]:
    """Return the sections that no CV has, in their order: news, openings."""
    return [name for name in parts.names(site) if site.type_of(name) in ("news", "openings")]
