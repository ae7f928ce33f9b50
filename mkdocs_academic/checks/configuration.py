"""Checks of `mkdocs.yml` beside our settings: what the engine needs and understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.theme import Theme

from ..problems import Problem, did_you_mean
from ..validation import Academic
from ..yaml_text import Step
from . import yaml_traps
from .links import exists
from .subject import Subject

_LINE = "plugins: [search, {macros: {modules: [mkdocs_academic]}}, academic]"
# The options of MkDocs 1.6 (its own `MkDocsConfig`), and INHERIT.
OPTIONS = frozenset(
    "INHERIT site_name nav pages exclude_docs draft_docs not_in_nav site_url site_description "
    "site_author theme docs_dir site_dir copyright google_analytics dev_addr use_directory_urls "
    "repo_url repo_name edit_uri_template edit_uri extra_css extra_javascript extra_templates "
    "markdown_extensions mdx_configs strict remote_branch remote_name extra plugins hooks watch "
    "validation".split()
)


def unreadable(subject: Subject) -> Iterator[Problem]:
    """Tell what MkDocs would stop at, or lose, when it reads its own file."""
    for document in subject.given.chain:
        shown = subject.given.shown(document.file)
        for trap in yaml_traps.traps(document):
            yield Problem(shown, trap.line, "", trap.message)


def required(subject: Subject) -> Iterator[Problem]:
    """Tell what no site can do without."""
    config, given = subject.config, subject.given
    if not config:
        if not subject.mistakes:
            name = given.shown(given.chain[0].file)
            yield Problem(name, None, "", "holds no settings: write site_name: Your Name")
        return
    if not config.get("site_name"):
        yield subject.at(("site_name",), "is missing: write site_name: Your Name")
    if not subject.docs.is_dir():
        folder = given.shown(subject.docs)
        yield subject.at(("docs_dir",), f"there is no folder {folder!r} for the pages")
    overrides = subject.site.custom_dir
    if overrides and not overrides.is_dir():
        folder = given.shown(overrides)
        yield subject.at(("theme", "custom_dir"), f"there is no folder {folder!r}")
    plugins = named(config.get("plugins"))
    macros = plugins.get("macros")
    if macros is None:
        yield subject.at(("plugins",), f"the macros plugin is missing: write {_LINE}")
    elif "academic" not in plugins and "mkdocs_academic" not in _listed(macros.get("modules")):
        path = ("plugins", *_step(config.get("plugins"), "macros"))
        yield subject.at(path, "macros knows nothing of ours: write {modules: [mkdocs_academic]}")
    if not given.academic and not subject.mistakes:
        yield subject.at(("extra",), "nothing stands under extra.academic: profile: {name: …}")


_THEME = Path(__file__).parents[1] / "theme"


def _is_ours(name: str) -> bool:
    """Tell whether a theme is this one, or one that extends it, as a laboratory's may."""
    if name == "academic":
        return True
    try:
        return str(_THEME) in Theme(name).dirs
    except (KeyError, ImportError, OSError):  # it is not installed, or broken
        return False


def setup(subject: Subject) -> Iterator[Problem]:
    """Tell what a site of ours has, and this one has not."""
    config = subject.config
    theme = config.get("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    if config and (name or not theme) and not _is_ours(str(name)):  # else MkDocs refuses it
        yield subject.at(
            ("theme",), f"is {name!r}: styles and sidebar come with {{name: academic}}"
        )
    plugins = named(config.get("plugins"))
    if "macros" in plugins and "academic" not in plugins:
        said = "the plugin `academic` is missing: pages of papers, feeds and early checks are its"
        yield subject.at(("plugins",), said)
    if plugins and not {"search", "academic/search", "material/search"} & set(plugins):
        yield subject.at(
            ("plugins",), "`search` is missing: once plugins are listed, all have to be"
        )


def options(subject: Subject) -> Iterator[Problem]:
    """Tell what MkDocs does not know, and what stands beside `extra.academic` by mistake."""
    config, ours = subject.config, Academic.model_fields
    for key in config:
        if key in ours and key not in OPTIONS:
            yield subject.at((key,), "belongs under extra: academic:")
        elif key not in OPTIONS:
            yield subject.at((key,), f"MkDocs knows no such option{did_you_mean(key, OPTIONS)}")
    extra = config.get("extra")
    for key in extra if isinstance(extra, dict) else ():
        if key in ours:
            said = "belongs under extra: academic:, one step further in; here it hides the macro"
            yield subject.at(("extra", key), said)


def navigation(subject: Subject) -> Iterator[Problem]:
    """Tell of pages in `nav` that are not there."""
    for path, target in _leaves(("nav",), subject.config.get("nav")):
        if target.endswith(".md") and ":" not in target and not exists(subject, target):
            yield subject.at(path, f"there is no file {target!r} in {subject.docs.name}/")


def address(subject: Subject) -> Iterator[Problem]:
    """Tell that nobody outside can know where the site is."""
    if subject.config and not subject.config.get("site_url"):
        said = "is not set: feeds, previews of links, Google Scholar and the sitemap need it"
        yield subject.at(("site_url",), said)


def named(plugins: Any) -> dict[str, Mapping[str, Any]]:
    """Return the plugins and their options, listed or as a mapping."""
    rows = plugins if isinstance(plugins, list) else [plugins]
    found: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        pairs = row.items() if isinstance(row, dict) else [(row, None)] if row else []
        found |= {str(name): one if isinstance(one, dict) else {} for name, one in pairs}
    return found


def _step(plugins: Any, name: str) -> tuple[Step, ...]:
    if not isinstance(plugins, list):
        return (name,)
    listed = [one for one in plugins if one is not None]
    return next(((i,) for i, one in enumerate(listed) if name in (one, *_keys(one))), ())


def _keys(one: Any) -> tuple[str, ...]:
    return tuple(one) if isinstance(one, dict) else ()


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _leaves(path: tuple[Step, ...], node: Any) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, one in node.items():
            yield from _leaves((*path, key), one)
    elif isinstance(node, list):
        for index, one in enumerate(item for item in node if item is not None):
            yield from _leaves((*path, index), one)
