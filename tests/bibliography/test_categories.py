"""Categories are found in every field that names one, under every spelling of arXiv's codes."""

from __future__ import annotations

import json
import re

import pytest

from mkdocs_academic.bibliography import categories
from mkdocs_academic.bibliography.categories import Category

from ..conftest import ROOT
from .test_facets import paper

TABLE = json.loads((ROOT / "mkdocs_academic" / "data" / "arxiv_categories.json").read_text("utf-8"))
VISION = Category("cs.CV", "CV", "Computer Vision and Pattern Recognition")
# How many subjects each archive has in arXiv's category taxonomy.
ARCHIVES = {
    "astro-ph": 6, "cond-mat": 9, "cs": 40, "econ": 3, "eess": 4, "math": 32, "nlin": 5,
    "physics": 22, "q-bio": 10, "q-fin": 9, "stat": 6,
}  # fmt: skip
ALONE = {
    *("gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nucl-ex", "nucl-th"),
    "quant-ph",
}


def test_the_table_is_whole() -> None:
    subjects = [code for code in TABLE if "." in code]
    assert {
        archive: sum(code.startswith(f"{archive}.") for code in subjects) for archive in ARCHIVES
    } == ARCHIVES
    assert {code for code in TABLE if "." not in code} == ALONE | set(ARCHIVES)
    assert len(subjects) + len(ALONE) == 155
    assert all(re.fullmatch(r"[a-z-]+(\.([A-Z]{2}|[a-z-]+))?", code) for code in TABLE)
    assert all(name == name.strip() and name[0].isupper() for name in TABLE.values())


@pytest.mark.parametrize("code", TABLE)
def test_every_code_is_found(code: str) -> None:
    found = categories.find(code)
    assert found == Category(code, code.rpartition(".")[2], TABLE[code])
    if "." in code:
        assert categories.find(code.upper()) == found


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"primaryclass": "cs.CV"}, "cs.CV"),
        ({"primaryclass": " CS.cv "}, "cs.CV"),
        ({"eprintclass": "cs.CV"}, "cs.CV"),
        ({"category": "cs:CV"}, "cs.CV"),
        ({"categories": "cs.CV cs.LG"}, "cs.CV"),
        ({"categories": "cs.CV, cs.LG"}, "cs.CV"),
        ({"categories": "eess.IV; cs.LG"}, "eess.IV"),
        ({"category": "IV"}, "eess.IV"),  # only eess has it
        ({"category": "CV"}, "CV"),  # cs and math have it
        ({"category": "Other"}, "Other"),  # not cond-mat.other
        ({"category": "Physics"}, "Physics"),
        ({"category": "physics"}, "physics"),
        ({"category": r"Systems \& Networks; Vision"}, "Systems & Networks"),
        ({"category": "cs.XX"}, "cs.XX"),
        ({"eprint": "math.GT/0309136"}, "math.GT"),
        ({"eprint": "hep-th/9901001"}, "hep-th"),
        ({"eprint": "cs/0112017"}, "cs"),
        ({"eprint": "2401.00001 [cs.LG]"}, "cs.LG"),
        ({"arxiv": "2401.00001v2 [quant-ph]"}, "quant-ph"),
        ({"primaryclass": "stat.ML", "category": "Mine"}, "stat.ML"),
        ({"primaryclass": "cs.CV", "archiveprefix": " arXiv "}, "cs.CV"),
        ({"eprintclass": "New Results", "eprinttype": "bioRxiv"}, None),
        ({"eprintclass": "New Results", "eprinttype": "bioRxiv", "category": "Yeast"}, "Yeast"),
        ({"eprint": "2401.00001"}, None),
        ({"eprint": "handle/1234567"}, None),
        ({"category": " "}, None),
        ({}, None),
    ],
)
def test_fields(fields: dict[str, str], code: str | None) -> None:
    found = categories.of(paper("a", **fields))
    assert (found.code if found else None) == code
    if found and code not in TABLE:
        assert (found.short, found.name) == (code, "")


def test_the_most_frequent_comes_first() -> None:
    papers = [paper("a", category="Mine"), paper("b"), paper("c", primaryclass="cs.CV")]
    assert list(categories.ranked(papers)) == ["Mine", "cs.CV"]
    papers.append(paper("d", categories="cs.CV math.CV"))
    assert categories.ranked(papers) == {"cs.CV": VISION, "Mine": Category("Mine", "Mine", "")}
