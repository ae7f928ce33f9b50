"""The line of a page on which a macro is being called, by the frame of the page's template."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

# As Zensical 0.0.73 knows it, which hands out no Markdown without: never MultiMarkdown's.
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*\n\n*")


def of_call(page: Any, file: Path) -> int:
    """Return the line of a page's file, 0 where nothing of it is being rendered.

    `file` is where the page lies, for engines that do not hand out its text.
    """
    line = in_template()
    text = _text(page, file) if line else ""
    line += before(page, text) if line else 0
    return line if line <= text.count("\n") + 1 or not text else 0  # something was put before it


def of_text(page: Any, file: Path, text: str) -> int:
    """Return the line of a page's file on which a text stands first, 0 for none."""
    before, found, _ = _text(page, file).partition(text)
    return before.count("\n") + 1 if found else 0


def in_template() -> int:
    """Return the line of what is being rendered, 0 for nothing.

    Files that a page includes are templates with a name: of these, the line that includes counts.
    """
    frame = inspect.currentframe()
    while frame:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None and template.name is None:
            line: int = template.get_corresponding_lineno(frame.f_lineno)
            return line
        frame = frame.f_back
    return 0


def _text(page: Any, file: Path) -> str:
    try:
        found = getattr(getattr(page, "file", None), "content_string", None)
        text = file.read_text("utf-8-sig") if found is None else str(found)
    except (OSError, UnicodeDecodeError):
        return ""
    return text.replace("\r\n", "\n")


def before(page: Any, text: str) -> int:
    """Return how many lines stand before a page's Markdown: its front matter."""
    markdown = getattr(page, "markdown", None)
    if markdown is None:
        front = _FRONT_MATTER.match(text)
        return front[0].count("\n") if front else 0
    return max(text.count("\n") - str(markdown).count("\n"), 0)
