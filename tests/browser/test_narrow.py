"""Phones and wide things: what an inner page leaves out, formulas, figures, dates in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ..engines import run
from ..test_mkdocs import site
from .conftest import DESKTOP, NARROW, PHONE

Serve = Callable[[Path], str]
SETTINGS = r"""
metrics: {citations: 260000+, h_index: 23, papers: 45}
citations: {total: 260000}
education: [{date: 2013-09 - 2018-02, degree: PhD, institution: University of Examples}]
publications:
  entries:
  - key: a
    title: 'Bounds for $\sum_{i=1}^{n}\frac{x_i-\hat{x}_i}{\sqrt{1+\lambda_i}}\leq C\,O(n^{3/2}\log n)$'
    year: 2024
    author: Ada Example
    abstract: 'Here $$\sum_{k=1}^{n}\binom{n}{k}x^k y^{n-k}=(x+y)^n,\quad a_1+a_2+a_3+a_4+a_5+a_6=b$$ holds.'
"""  # noqa: E501


@pytest.fixture(scope="module")
def home(served: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("narrow")
    config = site(folder, SETTINGS, "# Home\n\n{{ metrics() }}\n\n{{ sections() }}\n")
    result = run("mkdocs", "build", "-q", "-f", str(config))
    assert result.returncode == 0, result.stderr
    return served(folder / "site")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_on_a_phone_inner_pages_begin_with_their_own(
    visit: Any, home: str, javascript: bool
) -> None:
    links = ".acad-profile__links a"
    for address, size, count in (
        (f"{home}/", PHONE, 1),  # without `profile()` as well
        (f"{home}/publications/a/", PHONE, 0),
        (f"{home}/publications/a/", DESKTOP, 1),
    ):
        with visit(address, size, javascript=javascript) as seen:
            assert seen.page.locator(f"{links}:visible").count() == count, (address, size)


@pytest.mark.parametrize("page", ["/", "/publications/a/"])
def test_nothing_is_wider_than_the_screen(visit: Any, home: str, page: str) -> None:
    with visit(home + page, NARROW) as seen:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]


def test_a_formula_of_its_own_line_is_drawn_large(visit: Any, home: str) -> None:
    with visit(f"{home}/publications/a/") as seen:
        displays = "all => all.map(one => getComputedStyle(one).display)"
        drawn = seen.page.locator(".acad-text math").evaluate_all(displays)
        assert drawn == ["block math"]
        assert seen.page.locator("h1 math").evaluate_all(displays) != ["block math"]


@pytest.mark.parametrize(("selector", "size"), [(".acad-row__date time", (1000, 800)),
                                                (".acad-metrics dd", NARROW)])  # fmt: skip
def test_a_date_or_a_figure_does_not_break(
    visit: Any, home: str, selector: str, size: tuple[int, int]
) -> None:
    with visit(f"{home}/", size) as seen:
        lines = "all => all.map(one => one.getClientRects().length)"
        text = (
            "all => all.map(one => { const range = document.createRange();"
            " range.selectNodeContents(one.firstChild); return range.getClientRects().length })"
        )
        assert set(seen.page.locator(selector).evaluate_all(lines)) == {1}
        assert set(seen.page.locator(selector).evaluate_all(text)) == {1}
