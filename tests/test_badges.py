"""Badges: what a call shows, the JSON of shields.io, and the picture for other pages."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic import badges, colors, palettes
from mkdocs_academic.outputs import badge
from mkdocs_academic.palettes import ACCENTS
from mkdocs_academic.site import load_site
from mkdocs_academic.validation import Look

from .conftest import ROOT
from .pages import rendered, warnings_of

STYLES = ROOT / "mkdocs_academic" / "styles"
SVG = "{http://www.w3.org/2000/svg}"
SETTINGS = "citations: {total: 1024, source: OpenAlex, date: 2026-11-01, papers: {a: 64}}\n"


def shown(folder: Path, call: str, settings: str = SETTINGS) -> str:
    return rendered(folder, settings, f"{{{{ citation_badge({call}) }}}}")[0]


# -- in a page --


@pytest.mark.parametrize("style", ["flat", "flat-square", "for-the-badge", "text"])
def test_styles_are_classes_that_the_style_sheet_knows(tmp_path: Path, style: str) -> None:
    html = shown(tmp_path, f'style="{style}"')
    assert f'class="acad acad-badge acad-badge--{style}"' in html
    assert f".acad-badge--{style}" in (STYLES / "badges.css").read_text("utf-8")


def test_it_is_read_as_a_sentence(tmp_path: Path) -> None:
    plain = re.sub(r"<[^>]*>", "", shown(tmp_path, ""))
    assert plain == "1024 citations (OpenAlex, 2026-11-01)"


def test_the_count_stands_alone(tmp_path: Path) -> None:
    assert '<span data-citations-of="">1024</span>' in shown(tmp_path, "")
    assert '<span data-citations-of="a">64</span>' in shown(tmp_path, '"a", color="red"')


def test_a_color_is_no_inline_style(tmp_path: Path) -> None:
    html = shown(tmp_path, 'color="9cf"')
    assert '<svg fill="#99ccff" aria-hidden="true">' in html
    assert "acad-badge__value--black" in html
    assert "style=" not in html
    assert "acad-badge__value--white" in shown(tmp_path, 'color="navy"')


def test_what_users_write_is_escaped(tmp_path: Path) -> None:
    html = shown(tmp_path, 'label="<b>&", link="talks.md?a=\\"x"')
    assert "&lt;b&gt;&amp;" in html
    assert "<b>" not in html
    assert '"x"' not in html


def test_a_version_not_shown_has_the_number_of_the_shown_one(tmp_path: Path) -> None:
    settings = (
        "citations: {papers: {published: 7}}\n"
        "publications:\n"
        "- {key: preprint, title: The Same Star Twice, author: Ada Example, year: 2020,"
        " arxiv: '2001.00001'}\n"
        "- {key: published, title: The Same Star Twice, author: Ada Example, year: 2021,"
        " journal: Stars, type: article, arxiv: '2001.00001'}\n"
    )
    assert '<span data-citations-of="published">7</span>' in shown(tmp_path, '"preprint"', settings)


def test_shields_reads_the_sites_own_file(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://example.org/ada\n"
        "extra: {academic: {citations: {total: 5}}}\n",
        "utf-8",
    )
    site = load_site(tmp_path / "mkdocs.yml")
    view = badges.view(site, "", {"style": "shields"})
    own = "https%3A%2F%2Fexample.org%2Fada%2Fcitations%2Fshieldsio.json"
    assert view.image == f"https://img.shields.io/endpoint?url={own}"
    elsewhere = badges.view(site, "", {"style": "shields", "endpoint": "data/mine.json"})
    assert elsewhere.image.endswith("https%3A%2F%2Fexample.org%2Fada%2Fdata%2Fmine.json")


@pytest.mark.parametrize(
    ("use_cdn", "host"), [("yes", "cdn.jsdelivr.net"), ("no", "raw.githubusercontent.com")]
)
def test_shields_reads_the_crawlers_file_as_the_seed_does(
    tmp_path: Path, use_cdn: str, host: str
) -> None:
    source = f"{{google-scholar-stats: {{repository: ada/ada.github.io, use_cdn: {use_cdn}}}}}"
    html = shown(tmp_path, 'style="shields"', f"citations: {{total: 5, sources: {source}}}\n")
    assert f"url=https%3A%2F%2F{host}%2F" in html
    assert "google-scholar-stats%2Fgs_data_shieldsio.json" in html


def test_where_shields_is_the_custom_a_paper_is_flat(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = "citations: {papers: {a: 64}, badge: {style: shields}}\n"
    html = shown(tmp_path, '"a"', settings)
    assert "acad-badge--flat" in html
    assert not warnings_of(caplog.records)


# -- for other pages --


def test_shields_endpoint_has_the_shape_of_the_sample() -> None:
    text = badge.to_shields("citations", "234", "#99ccff", "googlescholar")
    assert json.loads(text) == {
        "schemaVersion": 1,
        "label": "citations",
        "message": "234",
        "color": "99ccff",
        "namedLogo": "googlescholar",
    }
    assert json.loads(badge.to_shields("引用", "234")) == {
        "schemaVersion": 1,
        "label": "引用",
        "message": "234",
    }


def picture(label: str = "citations", number: str = "1024", color: str = "") -> str:
    said = f"{label}: {number}"
    return badge.to_svg(label, number, said, badge.tones(ACCENTS["viridian"], color))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1))
def test_the_picture_is_xml_whatever_the_label(label: str) -> None:
    root = etree.fromstring(picture(label))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == f"{label}: 1024"
    texts = root.findall(f".//{SVG}text")
    assert [one.text for one in texts] == [label, "1024"]
    ends = [float(one.get("x", 0)) + float(one.get("textLength", 0)) for one in texts]
    assert ends[0] < float(texts[1].get("x", 0))
    assert ends[1] < float(root.get("width", 0))


def test_the_picture_needs_nothing_from_elsewhere() -> None:
    svg = picture().replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|url\((?!#)|href|@import|<script|<image", svg)
    assert "prefers-color-scheme:dark" in svg
    assert len(svg.encode()) < 1500


def test_widths_are_those_of_the_font() -> None:
    assert badge.width("citations") == pytest.approx(43.6, abs=1)  # measured in a browser
    assert badge.width("引用") == 22
    assert badge.width("é") == badge.width("e") == badge.width("e\u0301")
    assert badge.width("") == 0


def test_looks_have_the_accents_of_the_style_sheet() -> None:
    style = "".join((STYLES / f"{name}.css").read_text("utf-8") for name in ("page", "looks"))
    assert set(ACCENTS) == set(Look.__args__)  # type: ignore[attr-defined]
    for look, pair in ACCENTS.items():
        start = style.index(f"data-acad-look={look}]" if look != "viridian" else ":root{")
        found = re.search(r"--acad-accent:light-dark\((#\w+), (#\w+)\)", style[start:])
        assert found
        assert found.groups() == pair
    knobs = dict(re.findall(r"--acad-([\w-]+):light-dark\((#\w+, #\w+)\)", style))
    grounds = zip(
        ("paper", "surface", "ink-2", "rule-2"), palettes.LIGHT, palettes.DARK, strict=False
    )
    for name, light, dark in grounds:
        assert knobs[name] == f"{light}, {dark}"


@pytest.mark.parametrize("look", ACCENTS)
@pytest.mark.parametrize("color", ["", "#44cc11", "#663399"])
def test_the_picture_can_be_read(look: str, color: str) -> None:
    for tone in badge.tones(ACCENTS[look], color):
        assert colors.contrast(tone.word, tone.surface) >= 5
        assert colors.contrast(tone.number, tone.behind) >= 5
