"""Sites of the template academicpages: papers, talks, teaching and portfolio in a file each."""

from __future__ import annotations

import re
from typing import Any

from . import author_block, calls
from .academicpages_lists import ROWS, AcademicLists
from .academicpages_papers import AcademicPapers
from .front_matter import text_of
from .jekyll import Jekyll
from .people_lists import Owner
from .permalinks import listed
from .result import Result
from .site_pages import SitePages
from .source import Source

_FOLDERS = ("_publications", "_talks", "_teaching", "_portfolio")
_HOMES = ("_pages/about.md", "_pages/home.md", "_pages/index.md", "index.md")
# Pages of the template that only list what a macro lists here.
_LISTING = {
    "publications": ("_pages/publications.md", "_pages/publications.html"),
    "talks": ("_pages/talks.md", "_pages/talks.html"),
    "teaching": ("_pages/teaching.md", "_pages/teaching.html"),
    "projects": ("_pages/portfolio.md", "_pages/portfolio.html"),
}
_FILES = {"projects": "portfolio.md"}  # where the list stands, if not under its own name
_TOLD = ("analytics", "comments", "disqus", "og_image", "google_site_verification")
_QUIET = frozenset("false default custom google google-universal google-analytics-4".split())


def fits(source: Source) -> bool:
    """Tell a site of this kind."""
    config = source.data("_config.yml")
    if source.page or not isinstance(config, dict) or not isinstance(config.get("author"), dict):
        return False
    has_files = any(source.named(folder, ".md", ".markdown", ".html") for folder in _FOLDERS[:3])
    has_works = any(source.named(folder, ".md", ".html") for folder in _FOLDERS)
    return has_files or ("publication_category" in config and has_works)


def convert(source: Source) -> Result:
    """Read the site."""
    result = Result(source.report)
    jekyll = Jekyll(source, result)
    author = jekyll.config.get("author")
    author = author if isinstance(author, dict) else {"name": text_of(author)}
    profile = author_block.profile(author, jekyll.addresses, source)
    profile = profile or {"name": text_of(jekyll.config.get("title")) or "Your Name"}
    result.academic["profile"] = profile
    owner = Owner(profile["name"], tuple(profile.get("aliases", ())))
    done = _lists(source, result, jekyll, owner)
    home = jekyll.first(_HOMES)
    jekyll.home(profile["name"], jekyll.page_text(home, "") if home else "")
    result.academic["sections"] = []
    SitePages(source, result, jekyll).carry(exclude=done | {home})
    _navigate(source, result, jekyll)
    _tell(source, jekyll.config)
    return result


def _lists(source: Source, result: Result, jekyll: Jekyll, owner: Owner) -> set[str]:
    """Carry what stands in files of its own; return the sources that are done with."""
    lists = AcademicLists(source, result, jekyll)
    made = {"publications": AcademicPapers(source, result, jekyll, owner).read()}
    titles = {"publications": "Publications"}
    for row in ROWS:
        made[row.kind] = lists.read(row)
        titles[row.kind] = row.title
    done = {name for one in _FOLDERS for name in jekyll.names if name.startswith(f"{one}/")}
    for kind, is_made in made.items():
        jekyll.lists["portfolio" if kind == "projects" else kind] = (
            calls.macro(kind) if is_made else ""
        )
    for kind in (kind for kind, is_made in made.items() if is_made):
        page = next((one for one in _LISTING[kind] if one in jekyll.names), "")
        title = text_of(source.page_of(page)[0].get("title")) if page else ""
        file = _FILES.get(kind, f"{kind}.md")
        jekyll.addresses.add(file.removesuffix(".md"), file)
        result.add_page(file, title or titles[kind], jekyll.listing(page, calls.macro(kind)))
        done.add(page)
        for other in (one for one in _LISTING[kind] if one != page and one in jekyll.names):
            source.report.note(f"`{other}` lists what `{page}` lists, too, and was left out")
            done.add(other)
    return done


def _navigate(source: Source, result: Result, jekyll: Jekyll) -> None:
    """Follow `_data/navigation.yml`: what it does not name stays outside of the navigation."""
    data = source.data("_data/navigation.yml")
    main = listed(data.get("main")) if isinstance(data, dict) else []
    if not main:
        return
    entries: list[dict[str, Any]] = [{"About": "index.md"}]
    for one in main:
        title = text_of(one.get("title")) if isinstance(one, dict) else ""
        address = text_of(one.get("url")) if title else ""
        file = _FOR_POSTS.sub("blog/index.md", jekyll.addresses(address))
        if file in result.pages:
            entries += [{title: file}] if {title: file} not in entries else []
        elif re.match(r"https?://", file) and not _is_own(file, result):
            entries.append({title: file})
        elif title:
            source.report.note(f"the navigation's `{title}: {address}` leads nowhere now")
    named = {file for one in entries for file in one.values()}
    for one in result.nav:
        for file in one.values():
            if file not in named:
                source.report.note(f"`docs/{file}` stands outside of the navigation, as it did")
    result.nav = entries


_FOR_POSTS = re.compile(r"^(?:https?://[^/]+/)?(?:[\w-]+/)*(?:year-archive|posts|blog)/?(?:\.md)?$")


def _is_own(address: str, result: Result) -> bool:
    own = text_of(result.config.get("site_url"))
    return bool(own) and address.startswith(own)


def _tell(source: Source, config: dict[str, Any]) -> None:
    """Name settings and data without a counterpart."""
    for name in _TOLD:
        value = config.get(name)
        words = [text for text in _leaves(value) if text.lower() not in _QUIET]
        if words:
            source.report.note(f"`{name}` of `_config.yml` was left out: {', '.join(words)}")
    for name in ("cv", "authors", "comments"):
        if name in source.site_data():
            source.report.note(f"`_data/{name}` has no counterpart here and was left out")


def _leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _leaves(one)]
    if isinstance(value, list):
        return [text for one in value for text in _leaves(one)]
    return [value.strip()] if isinstance(value, str) and value.strip() else []
