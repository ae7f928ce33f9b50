"""The palettes: every accent can be read, also one made of a colour that nobody could read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic import cli, colors, palettes
from mkdocs_academic.outputs import accent_style
from mkdocs_academic.palettes import ACCENTS, DARK, LIGHT
from mkdocs_academic.site import load_site

from .engines import run
from .test_mkdocs import site

HEX = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
LINK = '<link rel="stylesheet" href="{}assets/academic/accent.css">'


@given(HEX)
def test_text_in_every_color_can_be_read(color: str) -> None:
    for tone, ground in zip(palettes.accents("", color), (LIGHT, DARK), strict=True):
        assert palettes.contrast(tone, ground) >= palettes.READABLE
        more = palettes.readable(color, ground, palettes.WELL_READABLE)
        assert palettes.contrast(more, ground) >= palettes.WELL_READABLE


@given(HEX)
def test_a_readable_color_stays_as_it_is(color: str) -> None:
    for ground in (LIGHT, DARK):
        if palettes.contrast(color, ground) >= palettes.READABLE:
            assert palettes.readable(color, ground) == color


@given(HEX)
def test_to_oklch_and_back(color: str) -> None:
    assert colors.from_oklch(*colors.to_oklch(color)) == color


@pytest.mark.parametrize(  # https://www.w3.org/TR/css-color-4/#ok-lab, and a browser's answers
    ("color", "lightness", "chroma", "hue"),
    [("#ff0000", 0.628, 0.258, 29.2), ("#0000ff", 0.452, 0.313, 264.1), ("#ffffff", 1, 0, None)],
)
def test_oklch(color: str, lightness: float, chroma: float, hue: float | None) -> None:
    found = colors.to_oklch(color)
    assert found[:2] == (pytest.approx(lightness, abs=0.001), pytest.approx(chroma, abs=0.001))
    assert hue is None or found[2] == pytest.approx(hue, abs=0.1)


@pytest.mark.parametrize(
    ("own", "light", "dark"),
    [
        ("#7a1f3d", "#7a1f3d", "#f5a3b5"),  # dark enough for a light page
        ("#ffd700", "#776300", "#ffd700"),  # light enough for a dark one
        ("#777777", "#646464", "#bebebe"),  # neither
        ("", *ACCENTS["plum"]),
    ],
)
def test_a_color_gives_a_tone_for_each_page(own: str, light: str, dark: str) -> None:
    assert palettes.accents("plum", own) == (light, dark)


def test_the_hue_is_kept() -> None:
    _, _, asked = colors.to_oklch("#e91e63")
    for tone in palettes.accents("", "#e91e63"):
        assert colors.to_oklch(tone)[2] == pytest.approx(asked, abs=3)


@pytest.mark.parametrize("look", ACCENTS)
def test_looks_can_be_read(look: str) -> None:
    for tone, ground in zip(ACCENTS[look], (LIGHT, DARK), strict=True):
        assert palettes.contrast(tone, ground) >= 6


# -- in a site --


def test_an_own_accent_is_published_and_linked(tmp_path: Path) -> None:
    config = site(tmp_path, 'look: plum\naccent: "#7A1F3D"', "# Home\n")
    result = run("mkdocs", "build", "-q", "--strict", "-f", str(config))
    assert result.returncode == 0, result.stdout + result.stderr
    built = tmp_path / "site"
    style = (built / accent_style.FILE).read_text("utf-8")
    assert ":root { --acad-accent: light-dark(#7a1f3d, #f5a3b5) }" in style
    page = (built / "index.html").read_text("utf-8")
    assert page.index("academic.css") < page.index(LINK.format(""))
    assert "data-acad-look" not in page, "the user's own style sheets can still have their say"
    assert " style=" not in re.sub(r"(?s)<article.*?</article>", "", page)


def test_without_an_accent_there_is_no_file(tmp_path: Path) -> None:
    config = site(tmp_path, "look: plum\ndensity: compact", "# Home\n")
    assert run("mkdocs", "build", "-q", "--strict", "-f", str(config)).returncode == 0
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert not (tmp_path / "site" / accent_style.FILE).exists()
    assert "accent.css" not in page
    assert 'data-acad-look="plum" data-acad-density="compact"' in page


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("accent: wein", "extra.academic.accent: should be a colour such as blue, #4c1 or #99ccff"),
        ('accent: "#7a1f3"', "should be a colour such as blue, #4c1 or #99ccff, got '#7a1f3'"),
        ("accent: [red, blue]", "extra.academic.accent: should be a text"),
        ("acent: red", "extra.academic.acent: unknown option (did you mean 'accent'?)"),
        ("density: dense", "should be 'compact', 'regular' or 'airy', got 'dense'"),
    ],
)
def test_mistakes(tmp_path: Path, settings: str, said: str) -> None:
    (mistake,) = load_site(site(tmp_path, settings, "# Home\n")).mistakes
    assert said in str(mistake)
    assert str(mistake).startswith("mkdocs.yml:")


def test_a_color_that_became_a_comment(tmp_path: Path) -> None:
    (warning,) = load_site(site(tmp_path, "accent: #7a1f3d", "# Home\n")).warnings
    assert warning.path == "extra.academic.accent"
    assert warning.line
    assert 'write "#7a1f3d" in quotes' in warning.message


def test_a_changed_color_is_told_and_no_warning(tmp_path: Path) -> None:
    found = load_site(site(tmp_path, "accent: gold", "# Home\n"))
    assert not found.warnings
    (note,) = found.notes
    assert note.message == (
        "text in #ffd700 is hard to read on light pages: they have #776300, dark ones #ffd700"
    )
    assert not load_site(site(tmp_path, "accent: maroon", "# Home\n")).notes


def test_export_writes_it_where_no_plugin_does(tmp_path: Path) -> None:
    config = site(tmp_path, "accent: maroon", "# Home\n")
    assert CliRunner().invoke(cli.main, ["export", "-f", str(config)]).exit_code == 0
    written = (tmp_path / "docs" / accent_style.FILE).read_text("utf-8")
    assert "light-dark(#800000" in written
