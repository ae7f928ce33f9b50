"""Formulas tell titles apart, however they are written."""

from __future__ import annotations

import pytest

from .test_duplicates import clusters


def works(one: str, other: str) -> int:
    """Tell how many works two titles are of, a paper's and a preprint's."""
    people = "author={Roe, J. and Doe, J.}, year=2020"
    return len(
        clusters(
            f"@article{{a, title={{Stability in cases of {one}}}, {people}, journal={{J}}}}",
            f"@misc{{b, title={{Stability in cases of {other}}}, {people}, arxiv={{2001.00001}}}}",
        )
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"$n\leq 3$", "n ⩽ 3"),
        (r"$x\notin A$", "x ∉ A"),
        (r"$\sqrt{s}$ and M$_\odot$", "√s and M☉"),
        (r"$B\to K$ and $p\bar{p}$", "B → K and pp̄"),
        (r"$C^\star$ and C$^*$", "C* and C*"),
        (r"5$^\circ$C", "5 °C"),
        (r"p\,$<$\,0.05", "p < 0.05"),
        (r"$\beta$ in CO$_2$", "β in CO₂"),
    ],
)
def test_in_unicode_they_are_the_same(one: str, other: str) -> None:
    assert works(one, other) == works(other, one) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"$n\leq 3$", r"$n\geq 3$"),
        ("n ≤ 3", "n ≥ 3"),
        ("A ⊈ B", "A ⊉ B"),
        (r"$B^0\to D^0K$", r"$B^0\to\bar D^0K$"),
        ("B → DK", "B → D̄K"),
        (r"$x\in A$", r"$x\notin A$"),
        (r"$x \neq y$", "$x = y$"),
        (r"$A\oplus B$", r"$A\otimes B$"),
        (r"$L^\infty$", "$L$"),
        (r"$\hat H$", r"$\tilde H$"),
    ],
)
def test_signs_tell_two_works_apart(one: str, other: str) -> None:
    assert works(one, other) == works(other, one) == 2
