"""One entry of a bibliography, as its author wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An entry with its macros resolved and its inherited fields filled in."""

    key: str  # unique in its file
    type: str  # lower case, BibTeX's or biblatex's
    fields: dict[str, str]  # lower-case names in file order -> raw LaTeX without outer delimiters
    source: str  # the user's own text, "" if the entry was not BibTeX, or had to be mended
    file: str
    line: int  # 1-based
    # Characters of each field in the source, with what is around it; `fields` begins with these
    # fields, in their order. () where the source is less simple than that.
    widths: tuple[int, ...] = field(default=(), repr=False, compare=False)
    # The fields of these that are macros or joined by `#`, but for months.
    macros: tuple[str, ...] = field(default=(), repr=False, compare=False)

    @property
    def without_source(self) -> Entry:
        """Return the entry without the text that it was read from."""
        return Entry(
            key=self.key,
            type=self.type,
            fields=self.fields,
            source="",
            file=self.file,
            line=self.line,
        )

    @property
    def filled(self) -> dict[str, str]:
        """Return the fields that hold more than blanks."""
        if all(map(str.strip, self.fields.values())):
            return self.fields
        return {name: value for name, value in self.fields.items() if value.strip()}
