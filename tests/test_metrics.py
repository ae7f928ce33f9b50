"""What is computed, what is stated, and where it says it is from."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from mkdocs_academic.citations.numbers import Figure, Numbers, Series
from mkdocs_academic.citations.stated import Settings, folded
from mkdocs_academic.sections import metrics
from mkdocs_academic.sections.base import Surroundings
from mkdocs_academic.words import words

from .bibliography.test_facets import paper
from .conftest import ROOT
from .pages import rendered

DAY = "2026-10-01"
COUNTED = Numbers(
    total=Figure("1024", 1024, "OpenAlex", DAY, "https://openalex.org/A1"),
    h_index=Figure("17", 17, "OpenAlex", DAY, is_computed=True),
    i10_index=Figure("20", 20, "OpenAlex", DAY),
    by_year=Series({2024: 10, 2026: 31}, "OpenAlex", DAY),
)
PAPERS = [paper("a", year="2024", primaryclass="cs.LG"), paper("b", year="2026")]


def shown(
    settings: dict[str, Any] | None = None, *names: str, numbers: Numbers = COUNTED, chart: str = ""
) -> dict[str, Any]:
    around = Surroundings(
        today=date(2026, 11, 1),
        publications=PAPERS,
        spellings={},
        words=words("en"),
        numbers=numbers,
    )
    return metrics.arrange(Settings.model_validate(settings or {}), around, names, chart)


def figures(view: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {one.label: (one.text, one.source) for one in view["figures"]}


def test_everything_is_computed_and_says_from_what() -> None:
    view = shown()
    assert figures(view) == {
        "h-index": ("17", "computed from the counts of OpenAlex, 2026-10-01"),
        "Papers": ("2", "computed from 2 papers"),
        "Citations": ("1,024", "OpenAlex, 2026-10-01"),
        "i10-index": ("20", "OpenAlex, 2026-10-01"),
    }
    assert view["category"].code == "cs.LG"
    assert (view["chart"].title, view["chart"].source) == ("Citations per year", f"OpenAlex, {DAY}")
    assert [(one.year, one.number) for one in view["chart"].bars] == [
        (2024, 10),
        (2025, 0),
        (2026, 31),
    ]
    assert view["credits"] == ("OpenAlex, 2026-10-01",)
    assert view["missing"] == []


def test_what_the_user_states_wins() -> None:
    stated = {
        "category": "math.CV",
        "h_index": "18",
        "papers": {"value": "41", "source": "my CV"},
        "citations": "1100+",
        "i10_index": "no",
        "per_year": {"2025": "5", "2026": "7"},
    }
    view = shown(stated)
    assert figures(view) == {
        "h-index": ("18", "stated"),
        "Papers": ("41", "my CV"),
        "Citations": ("1100+", "stated"),
    }
    assert view["category"].name == "Complex Variables"
    assert [one.number for one in view["chart"].bars] == [5, 7]
    assert view["chart"].source == "stated"
    assert view["credits"] == ("my CV",)


def test_units_and_bars() -> None:
    own = {
        "Novelty": "51%",
        "AI Score": {"value": "55", "of": "100"},
        "Half": {"value": "2.5", "of": "5"},
        "Too full": {"value": "120", "of": "100"},
        "Plain": "55",
        "Words": "many",
        "Sum": "4 %",
    }
    found = {one.label: one for one in shown(own, numbers=Numbers())["figures"]}
    assert (found["Novelty"].amount, found["Novelty"].unit) == ("51", "%")
    assert (found["Sum"].amount, found["Sum"].unit) == ("4 ", "%")
    assert (found["Words"].amount, found["Words"].unit) == ("many", "")
    shares = {label: one.share for label, one in found.items()}
    assert shares == {
        "Papers": "",
        "Novelty": "51",
        "AI Score": "55",
        "Half": "50",
        "Too full": "100",
        "Plain": "",
        "Words": "",
        "Sum": "4",
    }


def test_calls_choose_what_is_shown_and_in_which_order() -> None:
    view = shown({"Novelty": "51%"}, "Novelty", "i10-index", "h_index")
    assert list(figures(view)) == ["Novelty", "i10-index", "h-index"]
    assert (view["category"], view["chart"]) == (None, None)
    assert shown({}, "per_year", chart="papers")["chart"].title == "Papers per year"
    assert shown({}, chart="none")["chart"] is None
    assert shown({"per_year": "papers"})["chart"].title == "Papers per year"
    assert shown({"per_year": "no"})["chart"] is None
    assert shown({"per_year": "no"}, chart="citations")["chart"].title == "Citations per year"
    assert shown(numbers=Numbers())["chart"].title == "Papers per year"
    assert shown({"per_year": "citations"}, numbers=Numbers())["chart"] is None


def test_what_is_not_known_stays_away_and_is_told_where_it_was_asked_for() -> None:
    assert list(figures(shown(numbers=Numbers()))) == ["Papers"]
    assert shown({}, "h_index", "papers", numbers=Numbers())["missing"] == ["h_index"]
    with pytest.raises(ValueError, match=r"no metric 'Novety' \(did you mean 'Novelty'\?\)"):
        shown({"Novelty": "51%"}, "Novety")
    with pytest.raises(ValueError, match="chart should be citations, papers or none, got 'pie'"):
        shown(chart="pie")


@pytest.mark.parametrize("written", ["h-index", "h_index", "H Index", "hindex"])
def test_spellings_of_known_names(written: str) -> None:
    assert folded(written) == "h_index"
    assert figures(shown({written: "5"}))["h-index"] == ("5", "stated")


@pytest.mark.parametrize("name", ["g-index", "h5-index", "Patents", "AI Score"])
def test_names_of_ones_own_may_be_near_known_ones(name: str) -> None:
    assert figures(shown({name: "5"}))[name] == ("5", "stated")


def test_the_chart_can_be_heard(tmp_path: Any) -> None:
    papers = [{"key": f"k{year}", "title": "T", "year": str(year)} for year in (2024, 2026, 2026)]
    html, _ = rendered(tmp_path, {"publications": papers}, "{{ metrics() }}")
    assert 'role="img" aria-label="Papers per year: 2024: 1, 2025: 0, 2026: 2"' in html
    assert len(re.findall("<rect", html)) == 3
    assert "style=" not in html


def test_a_bar_says_what_it_is_full_of(tmp_path: Any) -> None:
    settings = {"metrics": {"AI Score": {"value": "55", "of": "200"}}}
    html, _ = rendered(tmp_path, settings, "{{ metrics() }}")
    assert '<dt>AI Score<svg class="acad-gauge" role="img" aria-label="55 / 200">' in html
    assert '<rect width="27.5%"' in html


def test_the_category_stands_once_where_it_was_put_first(tmp_path: Any) -> None:
    settings = {"metrics": {"category": "cs.LG", "h_index": "6"}}
    html, _ = rendered(tmp_path, settings, '{{ metrics("category") }}\n\n# N\n\n{{ metrics() }}')
    assert html.count("Machine Learning") == 1
    assert html.index("Machine Learning") < html.index("<h1") < html.index("h-index")
    alone, _ = rendered(tmp_path, settings, "{{ metrics() }}")
    assert alone.count("Machine Learning") == 1


def test_every_metric_is_told() -> None:
    told = (ROOT / "docs" / "sections" / "metrics.md").read_text("utf-8")
    for name in (*Settings.model_fields, *type(Settings().h_index).model_fields):
        assert f"`{name}`" in told, f"docs/sections/metrics.md: no `{name}`"
