"""Which script a name is written in: East Asian names have the family name first."""

from __future__ import annotations

import re
from functools import cache

# Han, Kana (with the marks that belong to them), Hangul
_EAST_ASIAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
    "\U00020000-\U0003ffff"
)
# Where these begin, and where they go on after the first block.
_FIRST, _LAST_OF_FIRST, _SECOND = "\u1100", "\u11ff", "\u2e80"


def is_east_asian(text: str) -> bool:
    """Tell whether a name is written in Han, Kana or Hangul only."""
    if text.isascii() or (last := max(text)) < _FIRST:
        return False
    if _LAST_OF_FIRST < last < _SECOND and not any(_FIRST <= one <= _LAST_OF_FIRST for one in text):
        return False  # Vietnamese and Greek are there
    only, some = _patterns()
    return bool(only.fullmatch(text) and some.search(text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile them when a name may need it: they take long."""
    return re.compile(rf"[{_EAST_ASIAN}·・‧•\s,，、]+"), re.compile(rf"[{_EAST_ASIAN}]")
