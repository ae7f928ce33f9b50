"""What works beside the plugin, and is switched on by it: the macros, Markdown extensions."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from . import emoji, late_git, mdx

_MACROS = "mkdocs_academic"

# What item texts are promised to understand; a site's own configuration of each stands.
_EXTENSIONS: dict[str, dict[str, Any]] = {
    "attr_list": {},
    "md_in_html": {},
    "tables": {},
    "pymdownx.arithmatex": {"generic": True},
    "mkdocs_academic.mdx": {},
}


def switch_on(config: MkDocsConfig) -> None:
    """Have the macros loaded, and what texts are promised to understand.

    Raises:
        PluginError: the macros plugin is missing.

    """
    _add_macros(config)
    _add_extensions(config)


def macros(config: MkDocsConfig) -> Any:
    """Return the plugin of the macros, None where it is missing."""
    return config.plugins.get("macros")


def _add_macros(config: MkDocsConfig) -> None:
    found = macros(config)
    if found is None:
        raise PluginError(
            "academic: the macros plugin is missing: write\n"
            "plugins:\n  - search\n  - macros: {modules: [mkdocs_academic]}\n  - academic"
        )
    if _MACROS not in found.config["modules"]:
        found.config["modules"].append(_MACROS)
    late_git.postpone()


def _typesets(config: MkDocsConfig) -> bool:
    """Tell whether a script of the site's is there for formulas."""
    return any(_MATH.search(str(one)) for one in config.extra_javascript)


_MATH = re.compile("math|katex|temml", re.IGNORECASE)


def _add_extensions(config: MkDocsConfig) -> None:
    listed = config.markdown_extensions
    for name, options in _EXTENSIONS.items():
        if name not in listed and not (name in mdx.NAMES and set(mdx.NAMES) & set(listed)):
            listed.append(name)
            config.mdx_configs.setdefault(name, {}).update(options)
    for name in set(mdx.NAMES) & set(listed):
        options = config.mdx_configs.setdefault(name, {})
        options["lists"] = "held"  # for on_post_page
        options.setdefault("math", "tex" if _typesets(config) else "mathml")
    if "pymdownx.emoji" not in listed:
        listed.append("pymdownx.emoji")
        config.mdx_configs["pymdownx.emoji"] = {
            "emoji_index": emoji.index,
            "emoji_generator": emoji.drawn,
        }
