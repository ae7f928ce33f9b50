"""What `@string`, `#` and the names of months stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .block import Block, Value, Word

# plain.bst abbreviates them; full names leave that to the page.
_MONTHS = (
    "January February March April May June July August September October November December"
).split()

Report = Callable[[int, str], None]  # offset in the text, message


class Macros:
    """The macros defined so far; reading goes in the order of the file."""

    def __init__(self, strings: list[Block]) -> None:
        self._known = {name[:3].lower(): name for name in _MONTHS}
        self._later: Mapping[str, Value] = {
            field.name: field.value for block in reversed(strings) for field in block.fields
        }
        self._own: set[str] = set()

    def define(self, block: Block, report: Report) -> None:
        """Take over what an `@string` block says; a later definition holds from there on."""
        for field in block.fields:
            if field.name in self._own:
                report(field.at, f"@string '{field.name}' is defined again; the later one holds")
            self._known[field.name] = self.resolve(field.value, field.at, report)
            self._own.add(field.name)

    def resolve(self, value: Value, at: int, report: Report) -> str:
        """Return the text of a value."""
        if isinstance(value, tuple):
            return "".join(self.resolve(part, at, report) for part in value)
        if not isinstance(value, Word) or value.isdigit():
            return str(value)
        name = value.lower()
        known = self._known.get(name)
        if known is None:  # defined further down, or nowhere
            later = self._later.get(name)
            if isinstance(later, str) and not isinstance(later, Word):
                return later
            report(at, f"'{value}' is no @string of this file; kept as text")
            return str(value)
        return known
