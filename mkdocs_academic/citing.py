"""The citations of one page, settled together: numbers, letters behind years, where they lead."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import count, product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from . import cited_text, text
from .bibliography import page_ranges
from .bibliography.publication import Publication
from .cited_text import Cited, Mark
from .engine import Engine
from .fragment import Fragment
from .outputs import cited_words, plain
from .site import Site

if TYPE_CHECKING:
    from .citation_styles import Styled


class Citing:
    """What stands for citations, and for the list of them, on pages of one site."""

    def __init__(
        self,
        site: Site,
        engine: Engine,
        render: Callable[..., Fragment],
        page_of: Callable[[Publication], str],
    ) -> None:
        self._site = site
        self._engine = engine
        self._render = render
        self._page_of = page_of

    def settled(self, marks: Sequence[Mark]) -> list[str]:
        """Return HTML for each mark of a page, in their order."""
        undated = self._site.words["reference.undated"]
        found = [self._known(mark) for mark in marks]
        page = _Page(found, self._site.papers, self._labels, undated)
        return [self._list(page) if mark.is_list else self._citation(mark, page) for mark in marks]

    def _known(self, mark: Mark) -> Mark:
        """Return a mark with the papers that the site has; a version stands for what is shown."""
        also, papers = self._site.also, self._site.papers
        found = (one._replace(key=also.get(one.key, one.key)) for one in mark.papers)
        return mark._replace(papers=tuple(one for one in found if one.key in papers))

    def _citation(self, mark: Mark, page: _Page) -> str:
        known = self._known(mark)
        if len(known.papers) < max(len(mark.papers), 1):
            return html.escape(mark.written)
        said = [self._linked(one, page) for one in known.papers]
        if self._style:
            return f'<span class="acad acad-cite">{self._style.together(said)}</span>'
        return f'<span class="acad acad-cite">({"; ".join(said)})</span>'

    def _linked(self, cited: Cited, page: _Page) -> str:
        paper = page.papers[cited.key]
        label = self._label(paper, page.order[cited.key], cited.only_year)
        label = label or html.escape(plain.from_html(paper.title))
        href = self._href(paper, page)
        link = f'<a href="{html.escape(href)}">{label}</a>' if href else label
        before = f"{html.escape(cited.before)} " if cited.before else ""
        after = html.escape(page_ranges.shown(cited.after))
        return f"{before}{link}, {after}" if after else f"{before}{link}"

    def _href(self, paper: Publication, page: _Page) -> str:
        """Return the paper's place in the list, else its page, else where its title leads."""
        if page.has_list:
            return f"#cite-{paper.anchor}"
        return self._engine.place().address(self._page_of(paper) or paper.url)

    def _label(self, paper: Publication, number: int, only_year: bool = False) -> str:
        if self._style:
            return self._style.label(paper, number, only_year=only_year)
        words = self._site.words
        if only_year:
            return html.escape(paper.years or paper.status or words["reference.undated"])
        known = self._site.papers[paper.key]  # without a letter
        letter = paper.years.removeprefix(known.years)
        return text.isolated(html.escape(f"{cited_words.label(known, words)}{letter}"))

    def _labels(self, paper: Publication) -> str:
        """Return what would be said twice where two papers have it; "" where no letter helps."""
        if self._style:
            return self._style.label(paper, 0) if self._style.has_years else ""
        return self._label(paper, 0) if paper.years else ""

    def _list(self, page: _Page) -> str:
        papers = page.listed()
        if not (self._style and self._style.is_numbered):
            papers.sort(key=_by_name)
        new = {f"cite-{one.anchor}" for one in papers} if page.takes_ids() else set()
        fragment = self._render(
            "bibliography",
            papers=papers,
            max_authors=12,
            cited=self._site.numbers.papers,
            margins={},
            is_new=new.__contains__,
            reference=self._style and self._style.among(list(page.order)),
        )
        return fragment.alone(self._engine.place().address)

    @cached_property
    def _style(self) -> Styled | None:
        if not self._site.citation_styles:
            return None
        from .citation_styles import Styled  # here, for most sites have none

        return Styled(self._site, self._site.citation_styles[0])


class _Page:
    """What one page cites."""

    def __init__(
        self,
        marks: Sequence[Mark],
        known: Mapping[str, Publication],
        label: Callable[[Publication], str],
        undated: str,
    ) -> None:
        keys = cited_text.keys(marks)
        self.order = {key: number for number, key in enumerate(keys, 1)}
        self.has_list = any(one.is_list for one in marks)
        self.papers = _lettered([known[key] for key in keys], label, undated)
        self._has_ids = False

    def listed(self) -> list[Publication]:
        """Return the papers in the order of citation."""
        return list(self.papers.values())

    def takes_ids(self) -> bool:
        """Tell the first list of the page, whose items have ids, from others."""
        is_first, self._has_ids = not self._has_ids, True
        return is_first


def _lettered(
    papers: Sequence[Publication], label: Callable[[Publication], str], undated: str
) -> dict[str, Publication]:
    """Return papers by key; those that would be called alike have letters behind their years."""
    alike: dict[str, list[Publication]] = defaultdict(list)
    for paper in papers:
        if said := label(paper):
            alike[said].append(paper)
    years = {
        one.key: f"{one.years}{letter}" if one.years else f"{one.status or undated}-{letter}"
        for some in alike.values()
        if len(some) > 1
        for one, letter in zip(sorted(some, key=lambda one: one.title), _letters(), strict=False)
    }
    return {
        one.key: replace(one, years=years[one.key]) if one.key in years else one for one in papers
    }


def _letters() -> Iterator[str]:
    """Yield a to z, then aa, ab and so on."""
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def _by_name(paper: Publication) -> tuple[list[str], str, str]:
    """Order by the alphabet: somebody alone before the same with others, then by year.

    What nobody wrote stands where its title does, what is in press behind all years.
    """
    names = [one.name.sort.casefold().partition(",")[0] for one in paper.authors]
    title = plain.from_html(paper.title).casefold()
    return names or [title or paper.key], paper.years or (paper.status and "in press"), paper.key
