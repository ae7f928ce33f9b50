"""Sites of the template acad-homepage: a page of Markdown and boxes, a profile in `_config.yml`."""

from __future__ import annotations

import re
from collections import Counter

from . import author_block, papers
from .addresses import Addresses
from .cards import Card
from .home import Home
from .jekyll import Jekyll
from .kinds import kind_of
from .markup import flattened
from .outline import Run, blocks, sections
from .people_lists import Owner
from .result import Result
from .site_pages import SitePages
from .source import Source

_HOME = (
    "_pages/about.md",
    "_pages/includes/intro.md",
    "about.md",
    "index.md",
    "_pages/index.md",
    "README.md",
)


def fits(source: Source) -> bool:
    """Tell a site of this kind."""
    if source.page:
        return True
    config = source.text("_config.yml") or ""
    home = source.text("_pages/about.md") or ""
    return (
        bool(re.search(r"^author\s*:", config, re.MULTILINE))
        or "paper-box" in home
        or "about-me" in home
    )


def convert(source: Source) -> Result:
    """Read the site."""
    result = Result(source.report)
    jekyll = Jekyll(source, result)
    home = source.page.name if source.page else jekyll.first(_HOME)
    if not home:
        raise FileNotFoundError(f"there is no home page: {', '.join(_HOME[:2])} or index.md")
    text, cards = flattened(jekyll.rendered(home), source.report.note)
    author = jekyll.config.get("author")
    author = author if isinstance(author, dict) else {}
    profile = author_block.profile(author, jekyll.addresses, source)
    if not profile:
        name = _guessed_name(text, cards, jekyll.addresses)
        profile = {"name": name or "Your Name"}
        source.report.note(
            f"there is no `_config.yml`: the name `{profile['name']}` is the one that the "
            f"papers set apart"
            if name
            else "there is no `_config.yml`: write your name into `profile`"
        )
    result.academic["profile"] = profile
    if cited := _citations(jekyll.source_of(home)):
        result.academic["citations"] = cited
        if url := cited.get("url"):
            user = url.partition("user=")[2].partition("&")[0]
            profile.setdefault("links", {}).setdefault("googlescholar", user or url)
    aliases = tuple(profile.get("aliases", ()))
    page = Home(result, jekyll.addresses, Owner(profile["name"], aliases))
    page.read(text, cards)
    jekyll.home(profile["name"], page.page())
    SitePages(source, result, jekyll).carry(exclude={home})
    return result


def _guessed_name(text: str, cards: list[Card], addresses: Addresses) -> str:
    """Return the author that most papers set apart."""
    counted: Counter[str] = Counter()
    nobody = Owner("")
    for section in sections(text):
        if kind_of(section.title) != "publications":
            continue
        for block in blocks(section.lines, cards):
            for item in block.items if isinstance(block, Run) else ():
                counted.update(
                    re.sub(r"[*†‡#✉]+$", "", one).strip()
                    for one in papers.read(item.card, nobody, addresses).emphasised
                )
    return counted.most_common(1)[0][0] if counted else ""


def _citations(text: str) -> dict[str, str]:
    """Read the number that the page itself shows."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    found = re.search(r"id=['\"]total_cit['\"][^>]*>\s*([\d,.]+\+?)\s*<", text)
    if not found:
        return {}
    links = re.findall(r"https?://scholar\.google\.[\w.]+/citations\?[\w=&;-]*user=[\w-]+", text)
    total = {"total": found[1], "source": "Google Scholar"}
    return total | ({"url": links[0]} if links else {})
