"""Citation styles on pages: what readers copy, lists of references, citations and their list."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

from ..pages import rendered, warnings_of
from .test_references import HERE, said

SETTINGS = "profile: {name: Nora Vestergård}\npublications: papers.bib\n"


def page(folder: Path, source: str, settings: str = "") -> str:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "papers.bib").write_text((HERE / "references.bib").read_text("utf-8"), "utf-8")
    return rendered(folder, SETTINGS + settings, source)[0]


def references(shown: str) -> list[str]:
    return [said(one) for one in re.findall('<p class="acad-reference">(.*?)</p>', shown)]


def test_the_page_of_a_paper_has_a_reference_in_each_style(tmp_path: Path) -> None:
    settings = "citation_style: [apa, IEEE]\n"
    shown = page(tmp_path, '{{ publication("mirror") }}', settings)
    apa, ieee = references(shown)
    assert apa.startswith("Vestergård, N., & Okonjo, A. (2024). Do Mirrors Wait?")
    assert ieee.startswith("N. Vestergård and A. Okonjo, “Do Mirrors Wait?”")
    assert re.findall('<span class="acad-tag">(.*?)</span>', shown) == ["APA", "IEEE"]
    assert "Cite</span></summary>" in shown


def test_without_a_style_pages_stay_as_they_are(tmp_path: Path) -> None:
    shown = page(tmp_path, '{{ publication("mirror") }}{{ cite("mirror") }}{{ bibliography() }}')
    assert references(shown) == []
    assert "Cite</span>" not in shown
    assert "(<a" in shown
    assert "Vestergård and Okonjo 2024</a>)" in shown


def test_a_list_of_references_has_the_style_that_it_says(tmp_path: Path) -> None:
    call = '{{ publications(layout="references", group_by="none"%s) }}'
    style = "citation_style: mla\n"
    usual = references(page(tmp_path, call % ""))
    sites = references(page(tmp_path, call % "", style))
    own = references(page(tmp_path, call % ', citation_style="gb-t-7714"', style))
    assert len(usual) == len(sites) == len(own) == 28
    assert "Skovmand, I. (Ed.). (2019). Handbook of Doubt. Elsinore Press." in usual
    assert "Skovmand, Ib, editor. Handbook of Doubt. Elsinore Press, 2019." in sites
    assert "SKOVMAND I. Handbook of Doubt[M]. Elsinore Press, 2019." in own


def test_lists_of_references_keep_what_readers_open(tmp_path: Path) -> None:
    shown = page(tmp_path, '{{ publications(layout="references", keys=["clock"]) }}')
    assert shown.count("<details") == 1  # BibTeX
    assert "acad-plate" not in shown


def test_numbers_count_in_the_order_of_citation(tmp_path: Path) -> None:
    source = '{{ cite("mirror") }} {{ cite("clock", "mirror") }}\n\n{{ bibliography() }}'
    shown = page(tmp_path, source, "citation_style: ieee\n")
    cited = [said(one) for one in re.findall('<span class="acad acad-cite">(.*?)</span>', shown)]
    assert cited == ["[1]", "[2], [1]"]
    listed = references(shown)
    assert [one[:16] for one in listed] == ["[1] N. Vestergår", "[2] N. K. Vester"]
    assert 'href="#cite-clock"' in shown
    assert 'id="cite-clock"' in shown


def test_authors_and_years_stand_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    source = '{{ cite("mirror", "empty") }}\n\n{{ bibliography() }}'
    shown = page(tmp_path, source, "citation_style: apa\n")
    assert said(re.findall('<span class="acad acad-cite">(.*?)</span>', shown)[0]) == (
        "(Vestergård & Okonjo, 2024; Okonjo, 2020)"
    )
    assert [one.partition(",")[0] for one in references(shown)] == ["Okonjo", "Vestergård"]
    shown = page(tmp_path, source.replace("mirror", 'press", "title_only", "thesis'))
    assert re.findall('id="cite-(.*?)"', shown) == ["empty", "title_only", "thesis", "press"]


def test_an_unknown_style_is_a_mistake_that_names_the_known_ones(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    page(tmp_path, "{{ bibliography() }}", "citation_style: harvard\n")
    told = " ".join(warnings_of(caplog.records))
    assert "mkdocs.yml:6: extra.academic.citation_style" in told
    assert "'apa', 'chicago', 'gb-t-7714', 'ieee', 'mla' or 'vancouver'" in told
