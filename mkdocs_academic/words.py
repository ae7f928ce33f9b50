"""Our own words in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "locales"


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the words of a language tag (`zh-TW`, then `zh`), English where one is missing."""
    found = _read("en")
    for tag in (language.split("-")[0].split("_")[0], language.replace("_", "-")):
        if tag != "en":
            found = {**found, **_read(tag)}
    return found


def _read(tag: str) -> dict[str, str]:
    file = _FOLDER / f"{tag}.json"
    found: dict[str, str] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return found
