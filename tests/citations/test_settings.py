"""All the ways to say who is to be asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from mkdocs_academic.citations.report import Report
from mkdocs_academic.site import load_site

STATS = "google-scholar-stats"


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ("openalex", [("openalex", "")]),
        (["openalex", "Semantic Scholar"], [("openalex", ""), ("semanticscholar", "")]),
        ([{"openalex": "A1"}, {"crossref": "yes"}], [("openalex", "A1"), ("crossref", "")]),
        ({"openalex": "A1", "crossref": True}, [("openalex", "A1"), ("crossref", "")]),
        ({"openalex": "no", "crossref": "yes", "inspire": False}, [("crossref", "")]),
        ([{"open_citations": None}], [("opencitations", "")]),
        ([{"source": "openalex", "id": "A1"}], [("openalex", "A1")]),
        ([{"serpapi": {"id": "X"}}], [("serpapi", "X")]),
        ([{"semanticscholar": 2262347}], [("semanticscholar", "2262347")]),
    ],
)
def test_forms(sources: Any, expected: list[tuple[str, str]]) -> None:
    report = Report.model_validate({"sources": sources})
    assert [(one.source, one.id) for one in report.asked] == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({STATS: {"repository": "ada/site", "use_cdn": "no"}}, ("ada/site", False, "")),
        ({STATS: "ada/site"}, ("ada/site", True, "")),
        ({"GoogleScholarStats": {"file": "gs_data.json"}}, ("", True, "gs_data.json")),
    ],
)
def test_the_published_file(given: Any, expected: tuple[str, bool, str]) -> None:
    (asked,) = Report.model_validate({"sources": [given]}).asked
    assert (asked.repository, asked.use_cdn, asked.file) == expected


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (["openalx"], "there is no source 'openalx' (did you mean 'openalex'?)"),
        ([{"openalex": "A1", "crossref": "yes"}], "a source is one name with its id"),
        ([STATS], "needs `repository: user/name` or `file: gs_data.json`"),
        ([{STATS: {"repository": "a/b", "file": "c"}}], "needs `repository"),
        ([{STATS: "https://github.com/a/b"}], "repository should be user/name"),
        (
            [{"openalex": {"file": "x"}}],
            "only google-scholar-stats can have a repository or a file",
        ),
        ([{"openalex": {"key": "x"}}], "Extra inputs are not permitted"),
        (["openalex", {"OpenAlex": "A1"}], "openalex stands twice: each source counts for one"),
        (7, "Input should be a valid tuple"),
    ],
)
def test_mistakes(sources: Any, said: str) -> None:
    with pytest.raises(ValidationError) as error:
        Report.model_validate({"sources": sources})
    assert said in str(error.value)


@pytest.mark.parametrize(("written", "percent"), [("20%", 20), ("5", 5), (12.5, 12.5), ("0 %", 0)])
def test_drop(written: Any, percent: float) -> None:
    assert Report.model_validate({"drop": written}).drop == percent


@pytest.mark.parametrize(
    "settings",
    [{"drop": "all"}, {"drop": "120%"}, {"prefer": "lowest"}, {"on_missing": "no"}, {"pause": -1},
     {"timeout": 10_000}, {"cache": "x"}],
)  # fmt: skip
def test_values_that_cannot_be(settings: Any) -> None:
    with pytest.raises(ValidationError):
        Report.model_validate(settings)


def test_who_is_asked_when_nobody_is_named() -> None:
    assert [one.source for one in Report().asked] == ["openalex"]
    assert [one.source for one in Report(source="Semantic Scholar").asked] == ["semanticscholar"]
    assert [one.source for one in Report(source="Google Scholar").asked] == ["openalex"]
    assert [one.source for one in Report(source=STATS).asked] == ["openalex"]
    assert Report(source="openalex").counted_by == "OpenAlex"
    assert Report(source="counted by hand").counted_by == "counted by hand"


def test_mistakes_have_a_line(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "extra:\n  academic:\n    citations:\n      drop: much\n      sources:\n"
        "        - openalx: A1\n",
        "utf-8",
    )
    told = [str(one) for one in load_site(tmp_path / "mkdocs.yml").mistakes]
    assert told[0].startswith(
        "mkdocs.yml:4: extra.academic.citations.drop: should be a share such as 20%"
    )
    assert told[1].startswith(
        "mkdocs.yml:5: extra.academic.citations.sources: there is no source 'openalx'"
    )


@pytest.mark.parametrize("written", ["64", "2,300", "260000+", "about 3", ""])
def test_a_stated_number_may_be_written_in_many_ways(written: str) -> None:
    assert Report.model_validate({"papers": {"a": written}}).papers == {"a": written}


def test_a_stated_number_without_a_figure_is_a_mistake(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("extra:\n  academic:\n    citations:\n      papers: {a: many}\n", "utf-8")
    assert list(map(str, load_site(file).mistakes)) == [
        "mkdocs.yml:4: extra.academic.citations.papers.a: "
        "holds no number: write 1024, 2,300 or 260000+, got 'many'"
    ]


def test_a_number_of_no_paper_is_told(tmp_path: Path) -> None:
    stated = "citations:\n      papers: {nokey: 3, RN1772: 4, RN1727: 5, counted: 6}"
    papers = "publications: [{key: RN1727, title: T}]"
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"extra:\n  academic:\n    {stated}\n    {papers}\n", "utf-8")
    (tmp_path / "citations.json").write_text(
        '{"version": 1, "sources": {"openalex": {"date": "2026-11-22", "papers": '
        '[{"key": "counted", "count": 6, "id": "W1"}]}}}',
        "utf-8",
    )
    where = "mkdocs.yml:4: extra.academic.citations.papers."
    assert list(map(str, load_site(file).warnings)) == [
        f"{where}nokey: there is no publication 'nokey'",
        f"{where}RN1772: there is no publication 'RN1772' (did you mean 'RN1727'?)",
    ]


def test_badges_need_no_bibliography(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("extra: {academic: {citations: {papers: {a: 64}}}}\n", "utf-8")
    assert load_site(file).warnings == ()
