from __future__ import annotations

import pytest

from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.bibliography.facets import Facets, facets
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.bibliography.publication import Publication

TYPES = {"inproceedings": "Conference", "conference": "Conference", "article": "Journal"}
WORDS = {
    "filter.earlier": "Earlier",
    "filter.other": "Other",
    "filter.topic": "Topic",
    "group.undated": "Undated",
}


def paper(key: str, type_: str = "article", **fields: str) -> Publication:
    said = {"title": key, **fields}
    entry = Entry(key=key, type=type_, fields=said, source="", file="papers.bib", line=1)
    return from_entries([Given(entry)], Identity("Ada Example"), KnownPeople())[0]


def counted(papers: list[Publication], *names: str) -> Facets:
    found = facets(papers, names, TYPES, WORDS)
    assert found is not None
    return found


def shown(found: Facets, at: int = 0) -> list[tuple[str, str, str, int]]:
    return [tuple(value)[:4] for value in found.facets[at].values]


def test_types_with_one_label_are_one_value() -> None:
    papers = [paper("a"), paper("b", "conference"), paper("c", "inproceedings"), paper("d", "map")]
    assert shown(counted(papers, "type")) == [
        ("t1", "inproceedings", "Conference", 2),
        ("t2", "article", "Journal", 1),
        ("t3", "map", "map", 1),
    ]


def test_years_from_the_newest_and_papers_without_one_last() -> None:
    papers = [paper("a", year="2019"), paper("b", year="2021"), paper("c", year="2021"), paper("d")]
    found = counted(papers, "year")
    assert shown(found) == [
        ("yaky", "2021", "2021", 2),
        ("yaly", "2019", "2019", 1),
        ("yamy", "undated", "Undated", 1),
    ]
    assert found.codes == {"a": "yaly", "b": "yaky", "c": "yaky", "d": "yamy"}
    assert found.total == sum(value.total for value in found.facets[0].values)


def test_many_years_and_papers_without_one_add_up() -> None:
    papers = [paper(f"p{year}", year=str(year)) for year in range(1980, 2024)]
    undated = paper("press", year="in press")
    values = counted([*papers, undated], "year").facets[0].values
    assert [value.label for value in values[-3:]] == ["2002", "Earlier", "Undated"]
    assert sum(value.total for value in values) == 45


def test_topics_count_a_paper_under_each_keyword_whatever_its_case() -> None:
    papers = [paper("a", keywords="Caches, Proofs"), paper("b", keywords="caches")]
    found = counted(papers, "topic")
    assert shown(found) == [("c1", "caches", "Caches", 2), ("c2", "proofs", "Proofs", 1)]
    assert found.codes["a"] == "c1 c2"
    assert found.facets[0].label == "Topic"


def test_any_field_is_a_facet() -> None:
    papers = [paper("a", area="Vision; Speech"), paper("b", area="Speech"), paper("c")]
    found = counted(papers, "area")
    assert found.facets[0].label == "Area"
    assert shown(found) == [("c1", "speech", "Speech", 2), ("c2", "vision", "Vision", 1)]


def test_a_venue_is_one_in_all_its_years() -> None:
    papers = [paper("a", abbr="HPDC'24"), paper("b", abbr="HPDC 2025"), paper("c", journal="J")]
    assert shown(counted(papers, "venue")) == [("c1", "hpdc", "HPDC", 2), ("c2", "j", "J", 1)]
    assert Facets.venue(papers[2]) == "J"


@pytest.mark.parametrize(("years", "last"), [(24, "1977"), (25, "Earlier"), (40, "Earlier")])
def test_what_has_no_code_of_its_own_is_one_value(years: int, last: str) -> None:
    papers = [paper(f"p{year}", year=str(2001 - year)) for year in range(1, years + 1)]
    values = counted(papers, "year").facets[0].values
    assert len({value.code for value in values}) == 24
    assert {code for value in values for code in (value.code[:2], value.code[2:3])} == {
        *("ya", "yb", "yc", "yd", "ye"),
        *"klmno",
    }, "what the style sheet asks for"
    assert values[-1].label == last
    assert values[-1].total == years - 23
    assert sum(value.total for value in values) == years


def test_rare_topics_are_other_ones_and_a_paper_counts_once_among_them() -> None:
    papers = [paper(f"p{n}", keywords="; ".join(f"w{i:02}" for i in range(n, 20))) for n in (0, 1)]
    values = counted(papers, "topic").facets[0].values
    assert len(values) == 16
    assert tuple(values[-1])[:4] == ("c16", "other", "Other", 2)


def test_only_the_first_facet_stays_unfolded_and_only_if_it_is_short() -> None:
    papers = [paper(f"p{n}", "article" if n % 2 else "map", year=str(2000 + n)) for n in range(12)]
    folds = [facet.is_folded for facet in counted(papers, "type", "year").facets]
    assert folds == [False, True]
    assert [facet.is_folded for facet in counted(papers, "year", "type").facets] == [True, True]


def test_one_value_is_no_choice() -> None:
    assert facets([paper("a"), paper("b")], ["type", "year", "topic"], TYPES, WORDS) is None
    assert facets([], ["type"], TYPES, WORDS) is None


def test_a_group_has_the_codes_of_its_papers() -> None:
    papers = [paper("a", year="2020"), paper("b", "map", year="2021"), paper("c", year="2021")]
    found = counted(papers, "type", "year")
    assert found.shared(papers[1:]) == "t1 t2 yaky"
    assert found.ranks["a"] == 2


def test_extras_are_what_readers_look_for() -> None:
    assert Facets.extras(paper("a", code="https://example.org", award="Best")) == "code award"
    assert Facets.extras(paper("b")) == ""


def test_categories_are_short_and_say_what_they_are_short_for() -> None:
    papers = [
        paper("a", primaryclass="cs.CV"),
        paper("b", category="CS:CV; Other"),
        paper("c", category="Imaginary Computing"),
        paper("d"),
    ]
    found = counted(papers, "category")
    assert shown(found) == [
        ("c1", "cs.CV", "CV", 2),
        ("c2", "Imaginary Computing", "Imaginary Computing", 1),
    ]
    assert [value.title for value in found.facets[0].values] == [
        "Computer Vision and Pattern Recognition",
        "",
    ]
