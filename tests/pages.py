"""A page rendered without an engine: settings and Markdown in, HTML and log out."""

from __future__ import annotations

import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import markdown
import yaml
from material.extensions.emoji import to_svg, twemoji

from mkdocs_academic import pluglet

EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.emoji",
    "mkdocs_academic.mdx",
]


class MacroEnvironment:
    """What mkdocs-macros hands to `define_env`, and no more."""

    def __init__(self, config_file: Path, page_url: str, extensions: list[str]) -> None:
        self.conf = {
            "config_file_path": str(config_file),
            "markdown_extensions": extensions,
            "use_directory_urls": True,
        }
        source = f"{page_url.rstrip('/') or 'index'}.md"
        file = SimpleNamespace(src_path=source, src_uri=source)
        self.page = SimpleNamespace(url=page_url, meta={}, file=file)
        self.macros: dict[str, Any] = {}

    def macro(self, function: Any, name: str) -> None:
        self.macros[name] = function


def rendered(
    folder: Path,
    settings: Any,
    source: str,
    page_url: str = "",
    extensions: list[str] = EXTENSIONS,
) -> tuple[str, SimpleNamespace]:
    """Render Markdown with macros under `extra.academic` settings; return HTML and the page."""
    config_file = folder / "mkdocs.yml"
    if isinstance(settings, str):
        indented = "".join(f"    {line}" for line in settings.splitlines(keepends=True))
        config_file.write_text(f"site_name: Test\nextra:\n  academic:\n{indented}", "utf-8")
    else:
        config = {"site_name": "Test", "extra": {"academic": settings}}
        config_file.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    env = MacroEnvironment(config_file, page_url, extensions)
    pluglet.define_env(env)
    template = jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(source)
    text = template.render(env.macros)
    html = markdown.markdown(
        text,
        extensions=extensions,
        extension_configs={
            "pymdownx.emoji": {"emoji_index": twemoji, "emoji_generator": to_svg},
            "pymdownx.arithmatex": {"generic": True},
        },
    )
    return html, env.page


def warnings_of(records: list[logging.LogRecord]) -> list[str]:
    """Return what was logged as a warning under our name."""
    ours = [record for record in records if record.name == "mkdocs.plugins.mkdocs_academic"]
    return [record.getMessage() for record in ours if record.levelno >= logging.WARNING]
