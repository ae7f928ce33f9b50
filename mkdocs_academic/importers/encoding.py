"""Text whose UTF-8 was read in another encoding (`ðŸ”¥`, `馃敟` for 🔥), read again as UTF-8."""

from __future__ import annotations

import re
import unicodedata

# Windows-1252 as browsers read it: the five bytes it leaves out are control characters.
_WESTERN = {
    bytes([byte]).decode("cp1252", errors="ignore") or chr(byte): byte
    for byte in range(0x80, 0x100)
} | {chr(byte): byte for byte in range(0x80, 0xA0)}
_WESTERN_RUN = re.compile(f"[{re.escape(''.join(_WESTERN))}]{{2,}}")
_CHINESE_RUN = re.compile("馃[\u4e00-\u9fff\ue000-\uf8ff]")  # the bytes of most emoji, read as GBK


def repaired(text: str) -> tuple[str, int]:
    """Return the text and how many of its runs were read again."""
    counted = 0

    def western(found: re.Match[str]) -> str:
        nonlocal counted
        again = _read_again(bytes(_WESTERN[char] for char in found[0]))
        counted += bool(again)
        return again or found[0]

    def chinese(found: re.Match[str]) -> str:
        nonlocal counted
        again = _read_again(found[0].encode("gb18030", errors="ignore"))
        counted += bool(again)
        return again or found[0]

    if text.isascii():
        return text, 0
    return _CHINESE_RUN.sub(chinese, _WESTERN_RUN.sub(western, text)), counted


def _read_again(data: bytes) -> str:
    try:
        found = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    is_text = all(unicodedata.category(char) not in ("Cc", "Co", "Cn", "Cs") for char in found)
    return found if is_text else ""
