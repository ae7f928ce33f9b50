"""Which entry a counted paper is, and what is said of the entries that no source knows."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography import publication
from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.citations import matching, missing
from mkdocs_academic.citations.numbers import Numbers, resolve
from mkdocs_academic.citations.report import Report
from mkdocs_academic.citations.store import Store
from mkdocs_academic.citations.tally import Paper, Tally
from mkdocs_academic.citations.update import Outcome
from mkdocs_academic.dates import parse
from mkdocs_academic.online import ids

from .conftest import paper

LONG = "A Title That Is Long Enough"


def match(one: Paper, *entries: Publication, source: str = "openalex") -> tuple[str, str]:
    (found,) = matching.matched([one], entries, source)
    return found.key, found.by


@pytest.mark.parametrize(
    ("one", "fields", "by"),
    [
        (Paper(count=1, doi="10.1/abc"), {"doi": "https://doi.org/10.1/ABC"}, ""),
        (Paper(count=1, doi="10.1234/abc"), {"doi": "https://doi.org/10.1234/ABC"}, "doi"),
        (Paper(count=1, arxiv="2001.00001"), {"eprint": "2001.00001v2"}, "arxiv"),
        (Paper(count=1, arxiv="2001.00001"), {"url": "https://arxiv.org/abs/2001.00001"}, "arxiv"),
        (Paper(count=1, arxiv="math/0309136"), {"eprint": "math.GT/0309136"}, "arxiv"),
        (Paper(count=1, title=LONG, year=2020), {"title": LONG, "year": "2020"}, "title"),
        (Paper(count=1, title=LONG, year=2020), {"title": LONG, "year": "2021"}, "title"),
        (Paper(count=1, title=LONG, year=2020), {"title": LONG, "year": "2022"}, ""),
        (Paper(count=1, title=LONG), {"title": LONG, "year": "2022"}, "title"),
        (Paper(count=1, title=LONG, year=2020), {"title": LONG}, "title"),
        (Paper(count=1, title="Editorial", year=2020), {"title": "Editorial", "year": "2021"}, ""),
        (Paper(count=1, title="Editorial", year=2020), {"title": "Editorial", "year": "2020"},
         "title"),
        (Paper(count=1, title="Editorial"), {"title": "Editorial", "year": "2020"}, ""),
        (Paper(count=1, title="论文题", year=2020), {"title": "论文题", "year": "2021"}, "title"),
        (Paper(count=1, title="a title that is long-enough."), {"title": f"{{{LONG}}}"}, "title"),
        (Paper(count=1, title="Über naïve 100% costs & more_things"),
         {"title": '{\\"U}ber na{\\"i}ve 100\\% costs \\& more\\_things'}, "title"),
        (Paper(count=1, title="α-Synuclein in CO₂, p< 0.05"),
         {"title": "{$\\alpha$}-{Synuclein} in {CO$_2$}, p\\,$<$\\,0.05"}, "title"),
        (Paper(count=1, title=""), {"title": ""}, ""),
        (Paper(count=1, title="Another long title"), {"title": LONG}, ""),
    ],
)  # fmt: skip
def test_by_what_it_is_known(one: Paper, fields: dict[str, str], by: str) -> None:
    assert match(one, paper("key", **fields)) == ("key" if by else "", by)


@pytest.mark.parametrize(
    ("source", "field", "stated", "known"),
    [
        ("openalex", "openalex", "https://openalex.org/W12", "W12"),
        ("openalex", "openalex_id", "w12", "W12"),
        ("semanticscholar", "semanticscholar", "ab12", "AB12"),
        ("inspire", "inspirehep_id", "451647", "451647"),
        ("serpapi", "google_scholar_id", "X_y-1AAAAJ:u5HHmVD_uO8C", "u5HHmVD_uO8C"),
        ("google-scholar-stats", "google_scholar_id", "u5HHmVD_uO8C", "u5HHmVD_uO8C"),
    ],
)
def test_the_entrys_own_id_wins(source: str, field: str, stated: str, known: str) -> None:
    own = paper("own", title="Nothing alike", **{field: stated})
    other = paper("other", title=LONG, doi="10.1234/abc")
    one = Paper(count=1, id=known, doi="10.1234/abc", title=LONG)
    assert match(one, other, own, source=source) == ("own", "id")


def test_who_states_an_id_is_no_other_paper() -> None:
    own = paper("own", title=LONG, doi="10.1234/abc", openalex="W7")
    assert match(Paper(count=1, id="W8", doi="10.1234/abc", title=LONG), own) == ("", "")


def test_of_two_editions_the_nearer() -> None:
    first, second = paper("a", title=LONG, year="2019"), paper("b", title=LONG, year="2020")
    assert match(Paper(count=1, title=LONG, year=2020), first, second) == ("b", "title")


def test_texts_are_no_entries() -> None:
    text = publication.from_text(LONG, "item-1", parse(""))
    assert match(Paper(count=1, title=LONG), text) == ("", "")


@pytest.mark.parametrize(
    ("service", "written", "expected"),
    [
        ("openalex", "A5023888391", "A5023888391"),
        ("openalex", "https://openalex.org/a5023888391", "A5023888391"),
        ("openalex", "https://openalex.org/authors/A5023888391", "A5023888391"),
        ("openalex", "0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("openalex", "Ada Example", ""),
        ("orcid", "https://orcid.org/0000-0002-1825-009x", "0000-0002-1825-009X"),
        (
            "googlescholar",
            "https://scholar.google.com/citations?user=X_y-1AAAAJ&hl=en",
            "X_y-1AAAAJ",
        ),
        ("googlescholar", "X_y-1AAAAJ", "X_y-1AAAAJ"),
        ("semanticscholar", "https://www.semanticscholar.org/author/A.-Turing/2262347", "2262347"),
        ("semanticscholar", "https://www.semanticscholar.org/author/2262347/", "2262347"),
        ("semanticscholar", "https://www.semanticscholar.org/author/Turing", ""),
        ("inspire", "https://inspirehep.net/authors/1010907", "1010907"),
        ("inspire", "E.Witten.1", "E.Witten.1"),
    ],
)
def test_authors(service: str, written: str, expected: str) -> None:
    assert ids.author(service, written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2001.00001", "2001.00001"),
        ("arXiv:2001.00001v3", "2001.00001"),
        ("https://arxiv.org/abs/hep-th/9711200v2", "hep-th/9711200"),
        ("math.GT/0309136", "math/0309136"),
        ("http://arxiv.org/pdf/2001.00001v1.pdf", "2001.00001"),
        ("10.48550/arxiv.2001.00001", "2001.00001"),
        ("10.1103/physrevd.2001.00001", ""),
        ("https://example.org/2001.00001", ""),
        ("", ""),
    ],
)
def test_arxiv_ids(written: str, expected: str) -> None:
    assert ids.arxiv(written) == expected


def told(entries: list[Publication], tally: Tally) -> list[str]:
    store = Store(tallies={tally.source: tally})
    outcome = Outcome(tally.source, tally, (), (), (), True)
    known = resolve(Report(), store, entries)
    return [str(one) for one in missing.find(known, store, [outcome], entries)]


TALLY = Tally(
    source="openalex",
    date="2026-11-22",
    papers=(Paper(count=3, id="W5", title="A Title That Was Long Enough", year=2015),),
)


def test_what_gives_a_missing_number() -> None:
    entries = [
        paper("near", title=LONG, year="2020"),
        paper("far", title="Wholly different words"),
        paper("wrong", title="Third", openalex="W77"),
        publication.from_text("Text", "item-1", parse("")),
    ]
    assert told(entries, TALLY) == [
        "papers.bib:1: near: is it “A Title That Was Long Enough” (2015)? "
        "Then write openalex = {W5} in the entry",
        "papers.bib:1: far: was not found: write its `doi`, "
        "or openalex = {…} with its id at OpenAlex",
        "papers.bib:1: wrong: OpenAlex lists no paper 'W77': correct its `openalex`",
    ]
    crossref = Tally(source="crossref", date="2026-11-22")
    assert told(entries[:1], crossref) == [
        "papers.bib:1: near: was not found: write its `doi` in the entry"
    ]


def test_who_does_not_know_which_doi() -> None:
    entries = [paper("one", title="Wholly different words", doi="https://doi.org/10.1234/ABC")]
    assert told(entries, TALLY) == [
        "papers.bib:1: one: was not found: OpenAlex lists no paper with its DOI 10.1234/abc; "
        "correct it, or write openalex = {…} with its id at OpenAlex"
    ]
    assert told(entries, Tally(source="crossref", date="2026-11-22")) == [
        "papers.bib:1: one: was not found: Crossref lists no paper with its DOI 10.1234/abc"
    ]


def test_many_missing_ones_get_no_advice() -> None:
    entries = [paper(f"k{number}", title=f"Title {number}") for number in range(40)]
    lines = told(entries, TALLY)
    assert len(lines) == 40
    assert [len(line) > 30 for line in lines] == [True] * missing.SHOWN + [False] * 20


def test_nobody_is_missing_where_nobody_answered() -> None:
    outcome = Outcome("openalex", None, ("down",), (), (), False)
    assert missing.find(Numbers(), Store(), [outcome], [paper("a", title="A")]) == []
