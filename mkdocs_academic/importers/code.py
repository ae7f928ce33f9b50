"""Where code stands in Markdown: between fences, and between ticks within a line."""

from __future__ import annotations

import re

CODE = re.compile(
    r"(^ {0,3}(?:```|~~~).*?^ {0,3}(?:```|~~~)[ \t]*$"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`))",
    re.DOTALL | re.MULTILINE,
)
_FENCE = re.compile(r"^([ \t>]*)(`{3,}|~{3,})(.*)$", re.MULTILINE)


def is_tidy(markdown: str) -> bool:
    """Tell whether all readers of Markdown see the same fences: at line starts, and paired."""
    opened = ""
    for before, fence, after in _FENCE.findall(markdown):
        if before or (fence != opened if opened else not re.fullmatch(r"\s*[\w+#-]*\s*", after)):
            return False
        if len(fence) > 3 or (opened and after.strip()):
            return False
        opened = "" if opened else fence
    return not opened
