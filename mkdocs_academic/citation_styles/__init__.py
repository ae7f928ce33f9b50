"""References and citations as the style guides of fields and journals want them."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ..bibliography.publication import Publication
from ..site import Site
from ..style_names import LABELS
from . import apa, chicago, gb_t_7714, ieee, in_text, mla, vancouver, work
from .in_text import InText
from .work import Work


class Style(NamedTuple):
    """How one style guide wants references and citations."""

    reference: Callable[[Work, Mapping[str, str]], str]  # returns HTML
    in_text: InText


STYLES: Mapping[str, Style] = {
    "apa": Style(apa.reference, InText(and_="&amp;")),
    "chicago": Style(chicago.reference, InText(named=3, before_year=" ")),
    "gb-t-7714": Style(gb_t_7714.reference, InText("[", "]", ", ", is_numbered=True)),
    "ieee": Style(ieee.reference, InText("", "", ", ", "[{}]", is_numbered=True)),
    "mla": Style(mla.reference, InText(before_year=None)),
    "vancouver": Style(vancouver.reference, InText(between=", ", is_numbered=True)),
}
USUAL = "apa"  # where a list wants references and the site says nothing


class Styled:
    """The papers of one site in one style."""

    def __init__(self, site: Site, name: str) -> None:
        self._site = site
        self._style = STYLES[name]
        self.name = LABELS[name]

    @property
    def has_years(self) -> bool:
        """Tell styles whose citations say the year."""
        return not self.is_numbered and self._style.in_text.before_year is not None

    @property
    def is_numbered(self) -> bool:
        """Tell styles whose citations are numbers from those that name author and year."""
        return self._style.in_text.is_numbered

    def reference(self, paper: Publication, href: str = "", *, keeps_owner: bool = False) -> str:
        """Return a reference (HTML), its title linked to `href`.

        The owner of the site is named even where the style cuts the list of authors, if wanted.
        What its author wrote out has no reference: "".
        """
        site = self._site
        known = work.of(
            paper, site.words, site.language, html.escape(href), keeps_owner=keeps_owner
        )
        return self._style.reference(known, site.words) if known else ""

    def listed(self, paper: Publication, href: str) -> str:
        """Return a reference for a list of the owner's works."""
        return self.reference(paper, href, keeps_owner=True)

    def among(self, cited: Sequence[str]) -> Callable[[Publication, str], str]:
        """Return what writes references of papers that were cited in this order, by key."""
        if not self.is_numbered:
            return self.reference
        return lambda paper, href: f"[{cited.index(paper.key) + 1}] {self.reference(paper, href)}"

    def label(self, paper: Publication, number: int, *, only_year: bool = False) -> str:
        """Return what stands for one paper in a citation (HTML), without brackets around it."""
        return in_text.label(paper, number, self._style.in_text, self._site.words, only_year)

    def together(self, said: Sequence[str]) -> str:
        """Return one citation of several papers."""
        how = self._style.in_text
        return f"{how.opening}{how.between.join(said)}{how.closing}"
