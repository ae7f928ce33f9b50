"""Colours: what people write, and whether text on them can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic import colors

HEX = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("written", "color"),
    [
        ("9cf", "#99ccff"),
        ("#4C1", "#44cc11"),
        (" #007ec6 ", "#007ec6"),
        ("brightgreen", "#44cc11"),
        ("blue", "#007ec6"),  # shields.io's, not that of CSS
        ("RebeccaPurple", "#663399"),
        ("lightgrey", "#9f9f9f"),
    ],
)
def test_what_is_a_color(written: str, color: str) -> None:
    assert colors.parsed(written) == color


@pytest.mark.parametrize("written", ["", "12", "#12345", "rgb(1,2,3)", "٣٣٣", "url(x)", "red;x"])
def test_what_is_none(written: str) -> None:
    with pytest.raises(ValueError, match="should be a colour such as"):
        colors.parsed(written)


def test_all_names_of_css_are_known() -> None:
    assert (
        len(colors._names()) == 148 + len({"brightgreen", "success", "important", "critical"}) + 2
    )
    for name in colors._names():
        assert len(colors.parsed(name)) == 7


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#777777", "#ffffff", 4.48),  # https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
        ("#0e5a49", "#fcfdfc", 8.0),
    ],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    assert colors.contrast(one, other) == pytest.approx(ratio, abs=0.05)
    assert colors.contrast(other, one) == colors.contrast(one, other)


@given(HEX)
def test_text_can_be_read_on_every_color(color: str) -> None:
    ink = colors.parsed(colors.text_on(color))
    assert colors.contrast(ink, color) >= 4.58
    assert colors.contrast(ink, color) >= colors.contrast("#000000", color)
    assert colors.contrast(ink, color) >= colors.contrast("#ffffff", color)


def test_mixing() -> None:
    assert colors.mixed("#000000", "#ffffff", 0) == "#ffffff"
    assert colors.mixed("#000000", "#ffffff", 1) == "#000000"
    assert colors.mixed("#ff0000", "#0000ff", 0.5) == "#800080"
