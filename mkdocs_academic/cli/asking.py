"""How commands ask services: with limits, under our name, and so that a terminal shows it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping

import click

from .. import __version__
from ..online import http
from ..online.answers import Answer
from ..online.http import Limits
from ..online.service import Request, Service
from ..site import Site

Fetch = Callable[[str, Request], Answer]  # asks a service, named as in its table


def fetch_of(services: Mapping[str, Service], site: Site | None, limits: Limits) -> Fetch:
    """Return what asks services, which want to know an address of whoever does."""
    mail = site.profile.email if site and site.profile else ""
    agent = f"mkdocs-academic/{__version__}" + (f" (mailto:{mail})" if mail else "")
    web = http.Web(agent=agent, services=services, limits=limits)
    return _watched(web.fetch, services) if sys.stderr.isatty() else web.fetch


def _watched(fetch: Fetch, services: Mapping[str, Service]) -> Fetch:
    """Count the requests on one line of the terminal."""
    made: Counter[str] = Counter()

    def counted(name: str, request: Request) -> Answer:
        made[name] += 1
        label = services[name].label
        click.echo(f"\rAsking {label}: request {made[name]} ...", nl=False, err=True)
        answer = fetch(name, request)
        click.echo("\r" + " " * 60 + "\r", nl=False, err=True)
        return answer

    return counted
