"""What `@string`, `#` and the names of months stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .block import MONTHS, Block, Value, Word

Report = Callable[[str], None]  # takes the message


class Macros:
    """The macros defined so far; reading goes in the order of the file."""

    def __init__(self, strings: list[Block]) -> None:
        self._known = dict(MONTHS)
        self._later: Mapping[str, Value] = {
            name: value for block in reversed(strings) for name, value in block.fields.items()
        }
        self._own: set[str] = set()

    def define(self, name: str, value: Value, report: Report) -> None:
        """Take over a definition; a later one holds from there on."""
        if name in self._own:
            report(f"@string '{name}' is defined again; the later one holds from here on")
        self._known[name] = self.resolve(value, report)
        self._own.add(name)

    def resolved(self, fields: Mapping[str, Value]) -> dict[str, str]:
        """Return the texts of all values; what is undefined is reported elsewhere."""
        return {
            name: self.resolve(value, lambda message: None).strip()
            for name, value in fields.items()
        }

    def resolve(self, value: Value, report: Report) -> str:
        """Return the text of a value."""
        if isinstance(value, tuple):
            return "".join(self.resolve(part, report) for part in value)
        if not isinstance(value, Word):
            return value
        name = value.lower()
        known = self._known.get(name)
        if known is None:  # defined further down, or nowhere
            later = self._later.get(name)
            if isinstance(later, str) and not isinstance(later, Word):
                return later
            report(f"'{value}' is no @string of this file; kept as text")
            return str(value)
        return known
