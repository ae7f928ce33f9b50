"""Sites of the template PRISM: settings and lists in TOML, a `.bib`, texts, several languages."""

from __future__ import annotations

from ..result import Result
from ..source import Source
from . import languages, told
from .home import Home
from .pages import Pages
from .papers import Papers
from .profile import Profile
from .site import Site

CONFIG = languages.CONFIG


def fits(source: Source) -> bool:
    """Tell a site of this kind."""
    if source.page or not source.has(CONFIG):
        return False
    text = source.text(CONFIG) or ""
    has_tables = all(f"[{one}]" in text for one in ("site", "author"))
    return has_tables and ("[[navigation]]" in text or source.has("content/about.toml"))


def convert(source: Source) -> Result:
    """Read the site."""
    if source.page or not source.has(CONFIG):
        raise FileNotFoundError(f"there is no {CONFIG}")
    result = Result(source.report)
    site = Site(source, result)
    Profile(site).read()
    papers = Papers(site)
    papers.read()
    for language in site.languages:
        pages = Pages(site, language, papers)
        Home(site, language, papers, pages).add()
        pages.add()
    told.tell(site)
    return result
