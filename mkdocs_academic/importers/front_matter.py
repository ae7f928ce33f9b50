"""The YAML between `---` at the head of a page, and YAML of strangers in general."""

from __future__ import annotations

import re
from typing import Any

import yaml

_HEAD = re.compile(r"\A\ufeff?\s*---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)


def split(text: str) -> tuple[dict[str, Any], str]:
    """Return what stands in the head, all of it text, and the page below."""
    found = _HEAD.match(text)
    if found is None:
        return {}, text
    meta = parsed(found[1])
    return meta if isinstance(meta, dict) else {}, text[found.end() :]


def parsed(text: str) -> Any:
    """Read YAML as text, mappings and lists; of what is no YAML its simple lines."""
    try:
        return yaml.load(text.replace("\t", "    "), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return {name: value.strip("\"'") for name, value in _LINE.findall(text)}
