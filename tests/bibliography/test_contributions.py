"""Who had part in a work beside its authors, when it appeared, and in which language."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography import reader
from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.words import words


def paper(written: str, language: str = "en") -> Publication:
    entry = reader.parse(written, "x.bib").entries[0]
    return from_entries([Given(entry)], Identity("Jane Doe"), KnownPeople(), words(language))[0]


def names(found: Publication) -> list[str]:
    return [one.name.full for one in found.authors]


@pytest.mark.parametrize(
    ("editor", "language", "behind"),
    [
        ("Weiß, Käthe and Sørensen, Åse", "en", "(eds.)"),
        ("Weiß, Käthe", "en", "(ed.)"),
        ("Weiß, Käthe", "de", "(Hg.)"),
        ("Weiß, Käthe and Sørensen, Åse", "fr", "(dir.)"),
    ],
)
@pytest.mark.parametrize("kind", ["collection", "book", "proceedings"])
def test_editors_in_the_place_of_authors(
    kind: str, editor: str, language: str, behind: str
) -> None:
    found = paper(f"@{kind}{{a, editor={{{editor}}}, title={{T}}}}", language)
    assert (found.behind, found.contributors) == (behind, ())
    assert names(found)[0] == "Käthe Weiß"


def test_others_beside_the_authors() -> None:
    found = paper(
        "@incollection{a, author={Roe, R.}, editor={Doe, Jane and others}, translator={Lin, Wei},"
        " bookauthor={Big, Ann}, booktitle={B}}"
    )
    said = [
        (one.said, [who.name.full for who in one.people], one.and_others)
        for one in found.contributors
    ]
    assert said == [
        ("In a book by {}", ["Ann Big"], False),
        ("Edited by {}", ["Jane Doe"], True),
        ("Translated by {}", ["Wei Lin"], False),
    ]
    assert [who.is_owner for who in found.everyone] == [False, False, True, False]
    assert found.behind == ""


def test_what_says_nothing_is_not_said() -> None:
    for written in (
        "@inproceedings{a, author={Roe, R.}, editor={Doe, Jane}, booktitle={B}}",
        "@book{a, author={Doe, Jane}, editor={Doe, Jane}}",
        "@inbook{a, author={Doe, Jane}, bookauthor={Doe, Jane}}",
        "@book{a, title={T}, editor={,}}",
    ):
        assert (paper(written).contributors, paper(written).behind) == ((), "")


@pytest.mark.parametrize(
    ("group", "shown"),
    [
        ("ATLAS", "ATLAS Collaboration"),
        ("{ATLAS Collaboration}", "ATLAS Collaboration"),
        ("LIGO Scientific, Virgo", "LIGO Scientific, Virgo Collaborations"),
        ("Cassini Imaging Team", "Cassini Imaging Team"),
        ("Colaboração ATLAS", "Colaboração ATLAS"),
        ("Collaborazione ATLAS", "Collaborazione ATLAS"),
        ("Коллаборация ATLAS", "Коллаборация ATLAS"),
    ],
)
def test_collaborations(group: str, shown: str) -> None:
    with_authors = paper(f"@article{{a, author={{Doe, Jane}}, collaboration={{{group}}}}}")
    assert (names(with_authors), with_authors.behind) == (["Jane Doe"], f"({shown})")
    alone = paper(f"@article{{a, collaboration={{{group}}}}}")
    assert (names(alone), alone.behind) == ([shown], "")


@pytest.mark.parametrize(
    ("said", "en", "de"),
    [
        ("date={2019-05}", "2019", "2019"),
        ("year={2019}", "2019", "2019"),
        ("date={1890/1899}", "1890–1899", "1890–1899"),
        ("date={2019-05/2019-06}", "2019", "2019"),
        ("date={2001/}", "2001–", "2001–"),
        ("date={2001/..}", "2001–", "2001–"),
        ("date={/1899}", "–1899", "–1899"),
        ("date={1932~}", "c. 1932", "um 1932"),
        ("date={1932%}", "c. 1932?", "um 1932?"),
        ("date={1932?/1934}", "1932?–1934", "1932?–1934"),
        ("date={2015}, origdate={1974}", "2015 (1974)", "2015 (1974)"),
        ("year={2015}, origdate={1974~}", "2015 (c. 1974)", "2015 (um 1974)"),
        ("date={2015}, origdate={2015-03}", "2015", "2015"),
        ("date={5 October 2021}", "2021", "2021"),
        ("origdate={1974}", "", ""),
    ],
)
def test_years_keep_range_and_doubt(said: str, en: str, de: str) -> None:
    found = paper(f"@book{{a, {said}}}")
    assert (found.years, paper(f"@book{{a, {said}}}", "de").years) == (en, de)
    assert found.year is None or str(found.year) in en  # by which it is sorted


@pytest.mark.parametrize(
    ("said", "language", "is_foreign"),
    [
        ("langid={ngerman}", "de", True),
        ("language={american}", "en", False),
        ("language={eng}", "en", False),
        ("language={pt-BR}", "pt-BR", True),
        ("langid={klingon}", "", False),
        ("year=2000", "", False),
    ],
)
def test_titles_in_another_language(said: str, language: str, is_foreign: bool) -> None:
    found = paper(f"@book{{a, {said}}}")
    assert (found.language, found.is_foreign("en")) == (language, is_foreign)
    assert not paper("@book{a, language={zh}}").is_foreign("zh_TW")


@pytest.mark.parametrize(
    ("written", "language", "status"),
    [
        ("forthcoming", "de", "im Erscheinen"),
        ("submitted", "fr", "soumis"),
        ("inpress", "de", "im Druck"),
        ("Submitted", "en", "Submitted"),
        ("Submitted to J. of X", "de", "Submitted to J. of X"),
    ],
)
def test_states_of_publication(written: str, language: str, status: str) -> None:
    assert paper(f"@book{{a, pubstate={{{written}}}}}", language).status == status


def test_remarks_of_biblatex_are_notes() -> None:
    found = paper("@book{a, note={N}, addendum={With *}, titleaddon={A talk}}")
    assert found.notes == ("A talk", "N", "With *")
