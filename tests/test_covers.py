"""Covers are drawn from the key alone, and cannot be broken by a venue's name."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest

from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.covers import cover, cover_word
from mkdocs_academic.words import words


@pytest.mark.parametrize("number", range(40))
def test_cover_is_a_drawing_of_its_key(number: int) -> None:
    key = f"key{number}"
    drawn = cover(key, "EX'24", "2024")
    assert drawn == cover(key, "EX'24", "2024")
    svg = etree.fromstring(drawn)
    assert [text.text for text in svg.iter("text")] == ["EX'24", "2024"]
    assert svg.find("path") is not None or svg.find("circle") is not None
    assert len(drawn) < 6000


def test_all_patterns_occur() -> None:
    firsts = {cover(f"key{number}", "", "")[120:200] for number in range(60)}
    assert len(firsts) > 6


def test_venue_is_text() -> None:
    svg = etree.fromstring(cover("k", "<script>A & B</script>", "<b>"))
    assert svg.find("script") is None
    assert next(iter(svg.iter("text"))).text == "<script>A & B</script>"


def test_long_venue_is_set_smaller() -> None:
    sizes = [
        float(etree.fromstring(cover("k", v, "")).find("text").get("font-size"))
        for v in ("EX", "A long venue name")
    ]  # type: ignore[union-attr, arg-type]
    assert sizes[0] > sizes[1] >= 9


@pytest.mark.parametrize(
    ("kind", "fields", "language", "word"),
    [
        ("misc", {"eprint": "2101.00001", "archiveprefix": "arXiv"}, "en", "Preprint"),
        ("misc", {"eprint": "2101.00001", "archiveprefix": "arXiv"}, "fr", "Prépublication"),
        ("preprint", {}, "en", "Preprint"),
        ("misc", {"howpublished": "A leaflet"}, "en", "Other"),
        ("misc", {"howpublished": "A leaflet"}, "de", "Sonstiges"),
        ("article", {"journal": "J"}, "en", "Article"),
        ("poster", {}, "en", "Posters"),
        ("cartoon", {}, "en", "Cartoon"),
    ],
)
def test_the_word_for_a_kind(kind: str, fields: dict[str, str], language: str, word: str) -> None:
    entry = Entry(key="k", type=kind, fields=fields, source="", file="f.bib", line=1)
    (paper,) = from_entries([Given(entry)], Identity(""), KnownPeople())
    assert cover_word(paper, words(language)) == word
