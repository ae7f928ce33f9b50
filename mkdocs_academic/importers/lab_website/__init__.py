"""Sites of greenelab's template for labs: members, citations, projects, pages put together."""

from __future__ import annotations

from ..result import Result
from ..source import Source
from .lab import CONFIG, Lab
from .pages import Pages
from .papers import Papers
from .people import People


def fits(source: Source) -> bool:
    """Tell a site of this kind."""
    if source.page or not source.has(CONFIG):
        return False
    has_data = source.has("_data/citations.yaml") or source.has("_data/sources.yaml")
    return has_data or bool(source.named("_members", ".md"))


def convert(source: Source) -> Result:
    """Read the site."""
    if source.page or not source.has(CONFIG):
        raise FileNotFoundError(f"there is no {CONFIG}")
    result = Result(source.report)
    lab = Lab(source, result)
    lab.profile()
    people, papers = People(lab), Papers(lab)
    people.read()
    papers.read()
    Pages(lab, people, papers).add()
    lab.tell()
    return result
