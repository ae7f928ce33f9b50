"""Arguments of LaTeX commands: where they end, and what is made of them: numbers, units, ions."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

BRACE = re.compile(r"\\?[{}]")  # those behind a backslash group nothing
_OPTION = re.compile(r"\[([^\]]{0,300})\]\s*(?=[{\[])")
_LONGEST = 1000  # characters of an argument; nobody writes a longer one
_QUANTITIES = {  # command of siunitx -> how many arguments it has
    "SI": 2, "qty": 2, "num": 1, "si": 1, "unit": 1, "ang": 1, "SIrange": 3, "qtyrange": 3,
    "numrange": 2, "SIlist": 2, "qtylist": 2, "numlist": 1,
}  # fmt: skip
_STAGES = (
    "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV "
    "XXV XXVI"
).split()
_ROMAN = {str(number): stage for number, stage in enumerate(_STAGES, 1)}
_ROMAN |= {f"\\{stage.lower()}": stage for stage in _STAGES}  # some write `\iv`
_COUNTS = _QUANTITIES | {"ion": 2}


def closing(value: str, at: int, end: int = sys.maxsize) -> int:
    """Return where the group that begins here ends: at the end of the value if it is open."""
    depth = 0
    for brace in BRACE.finditer(value, at, end):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.start()
    return len(value)


def composed(name: str, value: str, at: int, read: Callable[[str], str]) -> tuple[str, int] | None:
    """Return the plain text of such a command and where its arguments end; None if it is none.

    What they hold may be LaTeX, which `read` understands.
    """
    count = _COUNTS.get(name, 0)
    if not count:
        return None
    found, option, end = _arguments(value, count, at)
    if len(found) < count or "\\ion" in "".join(found):
        return None
    if name == "ion":  # AASTeX: `{Fe}{2}`
        element, stage = map(str.strip, found)
        stage = _ROMAN.get(stage) or read(stage).strip()
        return f"{read(element).strip()}\u00a0{_ROMAN.get(stage) or stage.upper()}", end
    from . import units  # few values have any

    return units.written(name, found, option), end


def _arguments(value: str, count: int, at: int) -> tuple[list[str], str, int]:
    """Return so many arguments or those that are there, the first option, and where they end."""
    found: list[str] = []
    options: list[str] = []
    while len(found) < count:
        while option := _OPTION.match(value, at):
            options.append(option[1])
            at = option.end()
        if not value.startswith("{", at):
            break
        end = closing(value, at, at + _LONGEST)
        if end == len(value):
            break
        found.append(value[at + 1 : end])
        at = end + 1
    return found, next(iter(options), ""), at
