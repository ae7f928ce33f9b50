"""The dialects in which papers are written on such pages, each with an invented paper."""

# ruff: noqa: E501 (tables of what people write)

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_academic.importers import papers
from mkdocs_academic.importers.cards import Card
from mkdocs_academic.importers.people_lists import Owner, people_at
from mkdocs_academic.importers.runs import flat
from mkdocs_academic.importers.venue_text import read

OWNER = Owner("Ada Example", ("艾达", "A. Example"))
TITLE = "Mirror Caches: Remembering What Is Lost"


def paper(markdown: str, **card: Any) -> dict[str, Any]:
    reading = papers.read(Card(markdown, **card), OWNER, str.strip)
    assert not reading.reason, reading.reason
    return reading.fields


@pytest.mark.parametrize(
    "markdown",
    [
        f"[{TITLE}](https://example.org/m)\n\n**Ada Example**, Bo Sample, Cy Person\n\n*ICIC*, 2026",
        f"**{TITLE}**  \n<u>Ada Example</u>, Bo Sample, Cy Person\n\n**ICIC 2026** \\| [Paper](https://example.org/m)",
        f"**{TITLE}** <br> **Ada Example**, Bo Sample, Cy Person <br> ICIC, 2026. <br> [**PDF**](https://example.org/m)",
        f"[{TITLE}](https://example.org/m) \\\\\n**Ada Example**, Bo Sample, Cy Person\n\nICIC 2026",
        f"[{TITLE}](https://example.org/m) **Ada Example**, Bo Sample, Cy Person **ICIC2026**",
        f"`ICIC 2026` [{TITLE}](https://example.org/m), **Ada Example**, Bo Sample, Cy Person",
        f"``ICIC2026`` [{TITLE}](https://example.org/m) **Ada Example**, Bo Sample and Cy Person.",
        f"*2026* Ada Example, Bo Sample, and Cy Person. {TITLE}. ICIC, 2026. [PDF](https://example.org/m)",
        f'`Ada Example`, Bo Sample, and Cy Person. "{TITLE}." 2026. In ICIC. [[Code]](https://example.org/m)',
        f"**Ada Example**, Bo Sample, Cy Person. *{TITLE}*. **ICIC**, 2026. [PDF](https://example.org/m)",
        f"Ada Example, Bo Sample, and Cy Person. “{TITLE}”. In: ICIC 50.2 (2026), pp. 285–293. [P](https://example.org/m)",
        f"Ada Example, Bo Sample, Cy Person. {TITLE}. ICIC, 2026 (Accepted). [P](https://example.org/m)",
        f'<strong class="title"><a href="https://example.org/m">{TITLE}</a></strong>\n\n<strong>Ada Example</strong>, Bo Sample, and Cy Person.\n\nICIC, 12(3): 1-9, 2026.',
        f"[2026] Ada Example, Bo Sample, Cy Person: [{TITLE}](https://example.org/m). ICIC 2026.",
    ],
)  # fmt: skip
def test_title_authors_year_and_link(markdown: str) -> None:
    found = paper(markdown)
    assert found["title"] == TITLE
    assert found["authors"] == ["Ada Example", "Bo Sample", "Cy Person"]
    assert found["year"] == "2026"
    assert "https://example.org/m" in (found.get("url"), *found.get("links", {}).values())
    assert "ICIC" in str(found)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ada Example*, Bo Sample†, and Cy Person#. Title", ["Ada Example*", "Bo Sample†", "Cy Person#"]),
        ("Ada Example<sup>1,*</sup>, Bo Sample<sup>2</sup>", ["Ada Example¹*", "Bo Sample²"]),
        ("**Ada Example\\***, Bo Sample\\*", ["Ada Example*", "Bo Sample*"]),
        ("**Ada Example***, Bo Sample", ["Ada Example*", "Bo Sample"]),
        ("Ada Example$^\\dagger$, Bo Sample", ["Ada Example$^\\dagger$", "Bo Sample"]),
        ("Example, A., Sample, B. C., Person, D.", ["Example, A.", "Sample, B. C.", "Person, D."]),
        ("Example, Ada, Bo Sample, and Cy Person", ["Example, Ada", "Bo Sample", "Cy Person"]),
        ("Bo Sample, Ada, Example, Cy Person", ["Bo Sample", "Ada Example", "Cy Person"]),
        ("艾达, 王小明，李雷. 题目", ["艾达", "王小明", "李雷"]),
        ("J.-P. van der Berg, Maria de la Cruz, Conor O'Neil", ["J.-P. van der Berg", "Maria de la Cruz", "Conor O'Neil"]),
        ("A. Example & B. Sample", ["A. Example", "B. Sample"]),
        ("Ada Example (Co-First Author), Bo Sample", ["Ada Example (Co-First Author)", "Bo Sample"]),
        ("Ada Example, Bo Sample, **ICIC 2026**", ["Ada Example", "Bo Sample"]),
        ("Ada Example, Bo Sample **Under Review**", ["Ada Example", "Bo Sample"]),
    ],
)  # fmt: skip
def test_names(written: str, names: list[str]) -> None:
    found = flat(written)
    assert list(people_at(found, 0, len(found.text), OWNER).names) == names


@pytest.mark.parametrize("others", ["et al.", "et. al", "…", "others", "等"])
def test_others(others: str) -> None:
    found = flat(f"Ada Example, Bo Sample, {others}")
    people = people_at(found, 0, len(found.text), OWNER)
    assert (people.names, people.others) == (("Ada Example", "Bo Sample"), True)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("Journal of Doubt 34, no. 2 (2022): 163-179.", {"journal": "Journal of Doubt", "volume": "34", "number": "2", "year": "2022", "pages": "163-179"}),
        ("Annals, 2025, 25(20):38693-38706.", {"journal": "Annals", "volume": "25", "number": "20", "year": "2025", "pages": "38693-38706"}),
        ("In: Annals 50.2 (2021), pp. 285–293.", {"journal": "Annals", "volume": "50", "number": "2", "year": "2021", "pages": "285-293"}),
        ("Annals, vol. 3, no. 4, pp. 1-9, 2020", {"journal": "Annals", "volume": "3", "number": "4", "pages": "1-9", "year": "2020"}),
        ("In Proceedings of ICIC (ICIC), pages 1–9. Nowhere Press, 2022.", {"booktitle": "Proceedings of ICIC (ICIC)", "pages": "1-9", "publisher": "Nowhere Press", "year": "2022"}),
        ("arXiv preprint arXiv:2109.00001 (2021).", {"journal": "arXiv preprint arXiv:2109.00001", "year": "2021"}),
        ("NeurIPS 2024", {"venue": "NeurIPS", "year": "2024"}),
        ("ACL2023", {"venue": "ACL", "year": "2023"}),
        ("Under Review", {"status": "Under Review"}),
        ("Somewhere nice", {"venue": "Somewhere nice"}),
    ],
)  # fmt: skip
def test_venues(words: str, fields: dict[str, str]) -> None:
    assert read(words) == fields


def test_labels_bullets_and_pictures_have_their_places() -> None:
    found = paper(
        f"[{TITLE}](https://example.org/m)\n\nAda Example, Bo Sample\n\nICIC (CCF-A, JCR:Q1)\n"
        "- It forgets. See [this](https://example.org/this).\n- It remembers.",
        badges=["ICIC 2026"],
        images=[("images/a.png", "A"), ("images/b.png", "")],
    )
    assert found["tags"] == ["CCF-A", "JCR:Q1"]
    assert found["note"] == "It forgets. See this · It remembers" or "It forgets" in found["note"]
    assert found["links"] == {"this": "https://example.org/this", "Image 2": "images/b.png"}
    assert (found["abbr"], found["year"], found["teaser"]) == ("ICIC", "2026", "images/a.png")


@pytest.mark.parametrize(
    "markdown",
    ["Reviewer", "More papers can be found elsewhere, or asked for by mail at any time you like."],
)
def test_what_is_no_paper_has_a_reason(markdown: str) -> None:
    assert papers.read(Card(markdown), OWNER, str.strip).reason
