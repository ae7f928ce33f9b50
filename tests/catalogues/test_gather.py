"""Catalogues are asked as their documentation says, and what they answer becomes entries."""

from __future__ import annotations

import json

import pytest

from ..citations.service import FAULTS, Reply, Service, ok
from ..conftest import ROOT
from .conftest import ARXIV, CROSSREF, SAMPLES, Ask, fields, sample, text, works


def test_crossref_knows_a_doi(service: Service, ask: Ask) -> None:
    service.on("/doi/works", works(sample("crossref_work")["message"]))
    entries, failures = ask(f"https://doi.org/{CROSSREF}")
    assert failures == ()
    [entry] = entries
    assert (entry.type, entry.key) == ("article", "sadasivan2012methylphenidate")
    assert fields(entry, "journal", "volume", "number", "pages", "year", "doi") == [
        "PLoS ONE", "7", "3", "e33693", "2012", CROSSREF,
    ]  # fmt: skip
    assert entry.fields["author"].startswith("Sadasivan, Shankar and Pond, Brooks B. and Pani")
    assert not {"editor", "reference"} & entry.fields.keys()
    assert service.seen[0].query["filter"] == f"doi:{CROSSREF}"
    assert service.paths == ["/doi/works"]


def test_many_dois_in_one_request(service: Service, ask: Ask) -> None:
    service.on("/doi/works", works())
    ask(*(f"10.1000/{number}" for number in range(45)))
    listed = [seen.query["filter"].count("doi:") for seen in service.seen if "filter" in seen.query]
    assert listed == [20, 20, 5]


def test_what_crossref_writes_oddly(service: Service, ask: Ask) -> None:
    work = {
        "type": "proceedings-article",
        "DOI": "10.1000/odd",
        "title": ["R&amp;amp;D of <i>E. coli</i>\n at 5 &lt; x"],
        "subtitle": ["A Survey"],
        "author": [
            {"name": "The Odd Collaboration", "sequence": "first"},
            {"family": "Berg", "given": "Jan van der", "suffix": "Jr."},
            {"sequence": "additional"},
        ],
        "container-title": ["Proc. of Odd &amp; Even", "Lecture Notes"],
        "event": {"name": "Odd 2020"},
        "article-number": "17",
        "issued": {"date-parts": [[2020, 2]]},
        "abstract": "<jats:title>Abstract</jats:title>"
        "<jats:p>One <jats:italic>two</jats:italic>.</jats:p>",
        "URL": "https://doi.org/10.1000/odd",
    }
    service.on("/doi/works", works(work))
    [entry] = ask("10.1000/odd").entries
    assert entry.fields == {
        "title": r"R\&D of \emph{E. coli} at 5 \textless{} x: A Survey",
        "author": "{The Odd Collaboration} and van der Berg, Jr., Jan",
        "booktitle": r"Proc. of Odd \& Even",
        "eventtitle": "Odd 2020",
        "year": "2020",
        "month": "February",
        "eid": "17",
        "doi": "10.1000/odd",
        "abstract": r"One \emph{two}.",
    }
    assert entry.type == "inproceedings"


def test_a_chapter_of_a_book_in_a_series(service: Service, ask: Ask) -> None:
    work = {
        "type": "book-chapter", "DOI": "10.1000/chapter", "title": ["Nets"],
        "subtitle": ["R&amp;D"], "edition-number": "2", "issued": {"date-parts": [[2015]]},
        "container-title": ["Lecture Notes in Computer Science", "Images &amp; More 2015"],
    }  # fmt: skip
    service.on("/doi/works", works(work))
    [entry] = ask("10.1000/chapter").entries
    assert fields(entry, "title", "booktitle", "series", "edition") == [
        r"Nets: R\&D", r"Images \& More 2015", "Lecture Notes in Computer Science", "2",
    ]  # fmt: skip


def test_a_work_without_a_title_is_none(service: Service, ask: Ask) -> None:
    work = {"type": "journal-article", "DOI": "10.1000/none", "title": [], "publisher": "X"}
    service.on("/doi/works", works(work))
    service.on("/doi/10.1000/none", ok(work))
    assert ask("10.1000/none").failures == (
        "Crossref and doi.org: 10.1000/none: the answer holds no paper",
    )
    service.on("/doi/works", works(work | {"original-title": ["Über nichts"]}))
    assert ask("10.1000/none").entries[0].fields["title"] == "Über nichts"


def test_one_registrar_that_is_gone_keeps_no_other_from_answering(
    service: Service, ask: Ask
) -> None:
    service.on("/doi/works", works())
    service.on("/doi/10.1000/gone", FAULTS["truncated"])
    service.on("/doi/10.1000/there", ok({"type": "dataset", "title": "There"}))
    found = ask("10.1000/gone", "10.1000/there")
    assert [entry.fields["title"] for entry in found.entries] == ["There"]
    assert found.failures == (f"Crossref and doi.org: 10.1000/gone: {TRUNCATED}",)


def test_the_university_of_a_thesis(service: Service, ask: Ask) -> None:
    work = {
        "type": "dissertation",
        "DOI": "10.1000/thesis",
        "title": ["On Nothing"],
        "author": [{"family": "Example", "given": "Ada"}],
        "degree": ["PhD Thesis"],
        "institution": [{"name": "University of Somewhere"}],
        "publisher": "Somewhere Library",
        "issued": {"date-parts": [[2021]]},
    }
    service.on("/doi/works", works(work))
    [entry] = ask("10.1000/thesis").entries
    assert entry.type == "phdthesis"
    assert entry.fields["school"] == "University of Somewhere"


def test_what_others_registered_is_asked_at_doi_org(service: Service, ask: Ask) -> None:
    service.on("/doi/works", works())
    item = {
        "type": "dataset", "id": "https://doi.org/10.5281/zenodo.1", "DOI": "10.5281/zenodo.1",
        "title": "Numbers", "author": [{"family": "Example", "given": "Ada"}],
        "issued": {"date-parts": [[2022, 5, 1]]}, "publisher": "Zenodo",
        "copyright": "CC0", "categories": ["x"],
    }  # fmt: skip
    service.on("/doi/10.5281/zenodo.1", ok(item))
    [entry] = ask("10.5281/zenodo.1").entries
    assert (entry.type, entry.key) == ("dataset", "example2022numbers")
    assert fields(entry, "title", "publisher", "doi", "copyright") == [
        "Numbers", "Zenodo", "10.5281/zenodo.1", "",
    ]  # fmt: skip
    assert "citationstyles.csl+json" in service.seen[-1].headers["Accept"]


def test_a_doi_that_is_none(service: Service, ask: Ask) -> None:
    service.on("/doi/works", works())
    found = ask("10.9999/none")
    assert found.entries == ()
    assert found.failures == ("Crossref and doi.org: 10.9999/none: is not known there",)


def test_where_nobody_answers_it_is_asked_once(ask: Ask, service: Service) -> None:
    service.on("/doi/works", FAULTS["truncated"])
    found = ask(*(f"10.1000/{number}" for number in range(45)))
    assert len(found.failures) == 45
    assert found.failures[44] == f"Crossref and doi.org: 10.1000/44: {TRUNCATED}"
    assert service.paths == ["/doi/works"]


TRUNCATED = "the answer breaks off after 13 bytes"


def test_a_preprint(service: Service, ask: Ask) -> None:
    service.on("/arxiv/query", text(ARXIV))
    [entry] = ask("https://arxiv.org/abs/1605.08386v1").entries
    assert entry.key == "stanley2016heat"
    assert fields(entry, "title", "author", "year", "eprint", "archiveprefix", "primaryclass") == [
        "Heat-bath random walks with Markov bases", "Caprice Stanley and Tobias Windisch",
        "2016", "1605.08386", "arXiv", "math.CO",
    ]  # fmt: skip
    assert entry.fields["abstract"].startswith("Graphs on lattice points")
    assert service.seen[0].query["id_list"] == "1605.08386"


def test_a_preprint_that_names_its_doi_is_two(service: Service, ask: Ask) -> None:
    doi = f"<arxiv:doi>{CROSSREF}</arxiv:doi></entry>"
    service.on("/arxiv/query", text(ARXIV.replace("</entry>", doi)))
    service.on("/doi/works", works(sample("crossref_work")["message"]))
    found = ask("1605.08386")
    assert [entry.fields["doi"] for entry in found.entries] == [CROSSREF, CROSSREF]


def test_a_preprint_from_before_2007(service: Service, ask: Ask) -> None:
    old = ARXIV.replace("abs/1605.08386v1", "abs/math/0309136v2")
    service.on("/arxiv/query", text(old.replace("</entry>", f"{TWO_DOIS}</entry>")))
    service.on("/doi/works", works())
    [entry] = ask("math.CO/0309136").entries
    assert fields(entry, "eprint", "doi") == ["math/0309136", "10.1000/a"]


TWO_DOIS = "<arxiv:doi>10.1000/a 10.1000/erratum</arxiv:doi>"


def test_one_malformed_preprint_spoils_no_other(service: Service, ask: Ask) -> None:
    bad = "2113.00001"
    refused = Reply(b"<feed/>", status=400)
    service.on("/arxiv/query", refused, text(ARXIV), refused)
    found = ask("1605.08386", bad)
    assert [entry.key for entry in found.entries] == ["stanley2016heat"]
    assert found.failures == (f"arXiv: {bad}: answers 400 Bad Request",)


def test_tex_of_a_preprint_stays_tex(service: Service, ask: Ask) -> None:
    title = r"Bounds on $\beta_1$ &amp; 5% of Erd\H{o}s' numbers"
    named = ARXIV.replace("Heat-bath random walks with Markov bases", title)
    service.on("/arxiv/query", text(named))
    [entry] = ask("1605.08386").entries
    assert entry.fields["title"] == r"Bounds on $\beta_1$ \& 5\% of Erd\H{o}s' numbers"


@pytest.mark.parametrize(
    "answer",
    [
        (SAMPLES / "arxiv_id_list.atom.xml").read_text("utf-8").split("<entry>")[0] + "</feed>",
        "<!DOCTYPE html><title>Busy</title>",
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><feed>&a;</feed>',
        "",
    ],
)
def test_a_preprint_that_is_none(service: Service, ask: Ask, answer: str) -> None:
    service.on("/arxiv/query", text(answer))
    assert ask("2101.00001").failures == ("arXiv: 2101.00001: is not known there",)


def test_pubmed(service: Service, ask: Ask) -> None:
    item = {
        "type": "article-journal", "id": "pmid:1", "PMID": "1", "PMCID": "PMC2",
        "title": "On Cells", "author": [{"family": "Example", "given": "Ada"}],
        "container-title": "Journal of Cells", "issued": {"date-parts": [[2020, 1, 2]]},
    }  # fmt: skip
    service.on("/pubmed/pubmed/", ok(item))
    [entry] = ask("pmid:1").entries
    assert fields(entry, "journal", "pmid", "pmcid") == ["Journal of Cells", "1", "PMC2"]
    assert service.seen[0].query == {"format": "csl", "id": "1"}


EVERY = {
    "10.1000/x": "Crossref and doi.org", "2101.00001": "arXiv", "pmid:1": "PubMed",
    "0000-0002-1825-0097": "ORCID", "dblp:1/2": "dblp", "inspire:A.B.1": "INSPIRE",
    "A1": "OpenAlex", "W1": "OpenAlex", "zotero:groups/1": "Zotero",
    "https://inspirehep.net/literature/1": "INSPIRE",
    "https://inspirehep.net/authors/1": "INSPIRE",
}  # fmt: skip


@pytest.mark.parametrize("fault", [name for name in FAULTS if name != "hanging"])
@pytest.mark.parametrize("what", EVERY)
def test_whatever_is_answered_is_one_failure(
    service: Service, ask: Ask, monkeypatch: pytest.MonkeyPatch, what: str, fault: str
) -> None:
    monkeypatch.setattr(service, "reply", lambda path: FAULTS[fault])
    found = ask(what)
    assert found.entries == ()
    [failure] = found.failures
    assert failure.startswith(EVERY[what])


def test_real_answers_of_crossref(ask: Ask, service: Service) -> None:
    folder = ROOT.parent / "shared" / "corpus" / "api" / "api-crossref-json"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    for file in folder.iterdir():
        message = json.loads(file.read_text("utf-8"))["message"]
        service.on("/doi/works", works(message))
        [entry] = ask(message["DOI"]).entries
        assert entry.fields["title"].casefold() == message["title"][0].casefold()
        assert entry.fields["author"].count(" and ") == len(message["author"]) - 1
        assert entry.fields["year"] == str(message["issued"]["date-parts"][0][0])
        assert not entry.fields.get("abstract", "").startswith("Abstract")
