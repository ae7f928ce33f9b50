"""The first seed, imported, shows readers what the hand-made site shows them."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

import pytest

from mkdocs_academic import importers
from mkdocs_academic.importers.report import Report

from .. import engines
from ..conftest import ROOT

SEED = ROOT / "tests" / "seeds" / "acad-homepage-about.md"
BY_HAND = ROOT / "tests" / "sites" / "researcher" / "mkdocs.yml"

# What the seed does not say, and its author added by hand: the sidebar's lines.
ADDED = {
    "Neural machine translation and computer vision",
    "Lorem ipsum College Beijing, China",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    dest = tmp_path_factory.mktemp("seed") / "site"
    return dest, importers.run("acad-homepage", SEED, dest)


@cache
def page(config_file: Path) -> str:
    return (engines.built(config_file, strict=True) / "index.html").read_text("utf-8")


def article(text: str) -> str:
    return text[text.index("<article") : text.index("</article>")]


def lines(text: str) -> list[str]:
    """Return what is read, line by line."""
    text = re.sub(r"<(svg|script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
    text = re.sub(r"</?(?:a|b|em|i|span|strong|sup|mark|code|small)\b[^>]*>", "", text)
    found = (" ".join(html.unescape(one).split()) for one in re.split(r"<[^>]+>", text))
    return [one for one in found if one]


def links(text: str) -> list[str]:
    return [html.unescape(one) for one in re.findall(r"<a\s[^>]*href=\"([^\"]*)\"", text)]


def test_words_are_those_of_the_hand_made_site(site: tuple[Path, Report]) -> None:
    by_hand, imported = (lines(article(page(one))) for one in (BY_HAND, site[0] / "mkdocs.yml"))
    assert [one for one in by_hand if one not in ADDED] == imported


def test_links_are_those_of_the_hand_made_site(site: tuple[Path, Report]) -> None:
    by_hand, imported = (links(article(page(one))) for one in (BY_HAND, site[0] / "mkdocs.yml"))
    assert by_hand == imported


def test_sidebar_differs_in_what_was_added(site: tuple[Path, Report]) -> None:
    sidebars = []
    for config in (BY_HAND, site[0] / "mkdocs.yml"):
        text = page(config)
        sidebars.append(lines(text[text.index("acad-profile") : text.index("<article")]))
    assert set(sidebars[0]) - set(sidebars[1]) <= ADDED
    assert not set(sidebars[1]) - set(sidebars[0])


def test_data_are_those_of_the_hand_made_site(site: tuple[Path, Report]) -> None:
    made = (site[0] / "data" / "publications.yml").read_text("utf-8")
    for line in BY_HAND.with_name("publications.yml").read_text("utf-8").splitlines():
        for value in re.findall(r"(?:title|journal|abbr|year|volume|pages|number): (.+)", line):
            bare = value.strip("\"'")
            assert bare in " ".join(made.split()), value


def test_report(site: tuple[Path, Report]) -> None:
    told = (site[0] / "IMPORT.md").read_text("utf-8")
    assert "21 items in, 21 items out (21 in fields, 0 kept as they were)" in told
    assert "| 📝 Publications | `publications` | 12 | 12 | 0 | 0 | 12 |" in told
    assert told.count("has no address") == 8


def test_emoji_that_were_read_in_another_encoding(tmp_path: Path) -> None:
    spoilt = tmp_path / "about.md"
    text = SEED.read_text("utf-8")
    western = "".join(
        one if one.isascii() else "".join(map(_western, one.encode("utf-8"))) for one in text
    )
    assert "ðŸ”¥ News" in western
    spoilt.write_text(western, "utf-8")
    report = importers.run("", spoilt, tmp_path / "site")
    settings = (tmp_path / "site" / "mkdocs.yml").read_text("utf-8")
    assert "title: 🔥 News" in settings
    assert "title: 🎖 Honors and Awards" in settings
    assert any("read in another encoding was mended in" in note for note in report.notes)


def _western(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)
