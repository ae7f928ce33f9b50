"""Members whose own site is gone from the laboratory's tree: the lab's page takes its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from .lab_tree import MEMBERS, SETTINGS, is_lab
from .problems import Problem
from .registry import Registry
from .settings import Settings


def looked_for(registry: Registry, root: Path) -> list[Path]:
    """Return the settings of the sites that people are said to have in the tree, there or not."""
    return [root / MEMBERS / name / SETTINGS for name in _in_tree(registry).values()]


def settled(registry: Registry, wanted: str, root: Path, docs_dir: Path) -> Registry:
    """Return the registry with a page for members where their own site would be.

    `wanted` is `people_pages`, `root` the folder of the laboratory's own mkdocs.yml.
    """
    back = {
        slug: registry.people[slug].model_copy(update={"url": ""})
        for slug, name in _gone(registry, root, docs_dir)
        if slug == name and registry.people[slug].is_member and wanted != "no"
    }
    if not back:
        return registry
    people = {**registry.people, **back}
    return replace(registry, people=people, with_page=registry.with_page | {*back})


def dead(registry: Registry, root: Path, docs_dir: Path, given: Settings) -> Iterator[Problem]:
    """Tell of addresses in the tree that nothing builds."""
    for slug, name in _gone(registry, root, docs_dir):
        place = f"{MEMBERS}/{name}/"
        said = f"leads to {place} of this site, and there is no {place}{SETTINGS} that builds it"
        yield given.problem((*registry.places[slug], "url"), said)


def _gone(registry: Registry, root: Path, docs_dir: Path) -> Iterator[tuple[str, str]]:
    """Yield who is said to have a site in the tree, with its folder, where there is none."""
    for slug, name in _in_tree(registry).items() if is_lab(root) else ():
        page = docs_dir / MEMBERS / name
        is_page = page.exists() or any(page.parent.glob(f"{name}.*"))
        if not is_page and not (root / MEMBERS / name / SETTINGS).is_file():
            yield slug, name


def _in_tree(registry: Registry) -> dict[str, str]:
    """Return the folder of the site that somebody has in this tree, by slug."""
    if registry.elsewhere:  # this is one of the members'
        return {}
    found = {slug: _IN_TREE.fullmatch(one.url) for slug, one in registry.people.items()}
    return {slug: one[1] for slug, one in found.items() if one}


_IN_TREE = re.compile(rf"(?:\./)?{MEMBERS}/([\w-][\w.-]*)/?(?:(?<=/)index\.html)?")
