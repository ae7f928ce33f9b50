"""Catalogues are asked as their documentation says, and what they answer becomes entries."""

from __future__ import annotations

import json

import pytest

from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.outputs.bibtex_file import to_bibtex

from ..citations.service import FAULTS, Reply, Service, ok
from ..conftest import ROOT
from .conftest import SAMPLES, Ask, Gathered, sample, text

CROSSREF = "10.1371/journal.pone.0033693"
ARXIV = (SAMPLES / "arxiv_id_list.atom.xml").read_text("utf-8")


def fields(entry: Entry, *names: str) -> list[str]:
    return [entry.fields.get(name, "") for name in names]


def works(*messages: object) -> Reply:
    return ok({"message": {"items": list(messages)}})


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


RECORD = "/orcid/0000-0002-7319-2192"


def test_works_of_an_orcid_record_are_asked_where_more_is_known(service: Service, ask: Ask) -> None:
    service.on(f"{RECORD}/works", ok(sample("orcid_works_3.0")))
    known = sample("crossref_work")["message"] | {"DOI": "10.1087/20120404"}
    service.on("/doi/works", works(known))
    [entry] = ask("0000-0002-7319-2192").entries
    assert entry.fields["journal"] == "PLoS ONE"
    assert service.paths == [f"{RECORD}/works", "/doi/works"]


def test_the_own_number_of_a_work_comes_first(service: Service, ask: Ask) -> None:
    works_ = sample("orcid_works_3.0")
    known = works_["group"][0]["external-ids"]["external-id"]
    known.insert(0, known[0] | {"external-id-value": "10.1000/y"})
    known[1]["external-id-relationship"] = "self"
    service.on(f"{RECORD}/works", ok(works_))
    service.on("/doi/works", works())
    ask("0000-0002-7319-2192")
    assert service.seen[1].query["filter"] == "doi:10.1087/20120404"


def test_a_work_that_only_orcid_knows_is_not_lost(service: Service, ask: Ask) -> None:
    service.on(f"{RECORD}/works", ok(sample("orcid_works_3.0")))
    service.on(f"{RECORD}/work/178602", ok(sample("orcid_work_3.0")))
    service.on("/doi/works", works())
    entries, failures = ask("https://orcid.org/0000-0002-7319-2192")
    assert failures == ()
    [entry] = entries
    assert fields(entry, "title", "journal", "year", "author") == [
        "Work Title: Work subtitle", "Journal title", "2022", "{Jordan} and {Fran}",
    ]  # fmt: skip


def test_the_citation_that_somebody_entered_at_orcid(service: Service, ask: Ask) -> None:
    works_ = sample("orcid_works_3.0")
    works_["group"][0]["external-ids"] = works_["group"][0]["work-summary"][0]["external-ids"] = {}
    work = sample("orcid_work_3.0")
    citation = work["citation"]["citation-value"].replace(
        "journal", 'author="Ada Example", journal'
    )
    work["citation"]["citation-value"] = citation
    service.on(f"{RECORD}/works", ok(works_))
    service.on(f"{RECORD}/work/178602", ok(work))
    [entry] = ask("0000-0002-7319-2192").entries
    assert entry.key == "example2022orcid"
    assert fields(entry, "author", "journal") == ["Ada Example", "Learned Publishing"]


def test_what_an_entered_citation_lacks_is_taken_from_the_record(
    service: Service, ask: Ask
) -> None:
    work = sample("orcid_work_3.0")
    work["citation"]["citation-value"] = "@article{x, title={Short}, author={Example, Ada}}"
    work["external-ids"] = sample("orcid_works_3.0")["group"][0]["external-ids"]
    [entry] = of_orcid(service, ask, work).entries
    assert fields(entry, "title", "year", "doi") == ["Short", "2022", "10.1087/20120404"]


def test_roles_of_contributors(service: Service, ask: Ask) -> None:
    work = sample("orcid_work_3.0") | {"citation": None}
    credit = "http://credit.niso.org/contributor-roles/"
    roles = (
        ("Ada Example", f"{credit}software/"), ("Ada Example", f"{credit}conceptualization/"),
        ("Otto Other", None), ("Eva Editor", "editor"), ("Acme", "assignee"),
    )  # fmt: skip
    work["contributors"]["contributor"] = [
        {"credit-name": {"value": name}, "contributor-attributes": {"contributor-role": role}}
        for name, role in roles
    ]
    [entry] = of_orcid(service, ask, work).entries
    assert fields(entry, "author", "editor") == ["Example, Ada and Other, Otto", "Editor, Eva"]


def test_a_work_of_a_record_without_a_title(service: Service, ask: Ask) -> None:
    assert of_orcid(service, ask, {"title": None}).failures == (
        "ORCID: 0000-0002-7319-2192/178602: the answer holds no work with a title",
    )


def of_orcid(service: Service, ask: Ask, work: dict[str, object]) -> Gathered:
    """Ask for a record with one work, which nobody else knows."""
    service.on(f"{RECORD}/works", ok(sample("orcid_works_3.0")))
    service.on(f"{RECORD}/work/178602", ok(work))
    service.on("/doi/works", works())
    return ask("0000-0002-7319-2192")


def test_an_arxiv_doi_at_orcid_is_asked_at_arxiv(service: Service, ask: Ask) -> None:
    works_ = sample("orcid_works_3.0")
    ids = works_["group"][0]["external-ids"]["external-id"]
    ids[0]["external-id-value"] = "10.48550/arXiv.1605.08386"
    service.on(f"{RECORD}/works", ok(works_))
    service.on("/arxiv/query", text(ARXIV))
    assert [entry.key for entry in ask("0000-0002-7319-2192").entries] == ["stanley2016heat"]


DBLP = """@inproceedings{DBLP:conf/kdd/SifferFTL17,
  author       = {Alban Siffer and
                  Jim Gray 0001 and
                  Christine Largou{\\"{e}}t},
  title        = {Anomaly Detection in the Year 2000},
  booktitle    = {Proceedings of {KDD} 2017},
  year         = {2017},
  doi          = {10.1145/3097983.3098144},
  timestamp    = {Fri, 25 Dec 2020 01:14:16 +0100},
  biburl       = {https://dblp.org/rec/conf/kdd/SifferFTL17.bib},
  bibsource    = {dblp computer science bibliography, https://dblp.org}
}

@article{DBLP:journals/x/Gray18,
  author       = {Jim Gray 0001},
  title        = {Two},
  year         = {2018}
}
"""


def test_dblp(service: Service, ask: Ask) -> None:
    service.on("/dblp/pid/188/7740.bib", text(DBLP))
    first, second = ask("https://dblp.org/pid/188/7740.html").entries
    assert first.key == "DBLP:conf/kdd/SifferFTL17"
    authors = " ".join(first.fields["author"].split())
    assert authors == 'Alban Siffer and Jim Gray and Christine Largou{\\"{e}}t'
    assert list(first.fields) == ["author", "title", "booktitle", "year", "doi"]
    assert first.fields["title"] == "Anomaly Detection in the Year 2000"
    assert second.fields["author"] == "Jim Gray"
    assert service.seen[0].query == {"param": "1"}


def test_what_has_no_title_is_told(service: Service, ask: Ask) -> None:
    service.on("/inspire/literature/1", text("@misc{a, title = {A}} @misc{b, year = 2020}"))
    entries, failures = ask("https://inspirehep.net/literature/1")
    assert [entry.key for entry in entries] == ["a"]
    assert failures == ("INSPIRE: b: has no title",)


def test_half_of_a_character(service: Service, ask: Ask) -> None:
    work = {"type": "book", "title": "A", "issued": {"literal": "\ud800"}}
    service.on("/pubmed/pubmed/", ok(work))
    [entry] = ask("pmid:1").entries
    assert to_bibtex([entry]).encode()


def test_inspire_in_pages(service: Service, ask: Ask) -> None:
    entry = '@article{{Witten:{0},\n  title = "{{Paper {0}}}",\n  year = "1998"\n}}\n'
    page = "".join(entry.format(number) for number in range(250))
    service.on("/inspire/literature?1", text(page))
    service.on("/inspire/literature?2", text(entry.format(250)))
    found = ask("inspire:E.Witten.1")
    assert len(found.entries) == 251
    assert found.entries[0].fields["title"] == "{Paper 0}"
    assert [seen.query["q"] for seen in service.seen] == ["a E.Witten.1"] * 2
    assert service.seen[0].query["format"] == "bibtex"


def test_an_inspire_author_by_number(service: Service, ask: Ask) -> None:
    ids = [{"schema": "INSPIRE BAI", "value": "E.Witten.1"}]
    service.on("/inspire/authors/983328", ok({"metadata": {"ids": ids}}))
    service.on("/inspire/literature", text('@misc{a, title = "B"}'))
    assert [entry.key for entry in ask("https://inspirehep.net/authors/983328").entries] == ["a"]


def test_openalex_leads_to_dois(service: Service, ask: Ask) -> None:
    work = sample("openalex_work")
    without = work | {"doi": None, "id": "https://openalex.org/W1", "title": "Without a Number"}
    service.on("/openalex/works", ok({"results": [work, without], "meta": {"count": 2}}))
    service.on("/openalex/works/W2741809807", ok(work))
    service.on("/doi/works", works())  # which does not know it
    first, second = ask("A5023888391").entries
    assert first.fields["title"] == "Without a Number"
    assert fields(second, "journal", "volume", "pages", "doi", "year") == [
        "PeerJ", "6", "e4375", "10.7717/peerj.4375", "2018",
    ]  # fmt: skip
    assert second.fields["author"].startswith("Piwowar, Heather and Priem, Jason")


def test_openalex_tells_what_it_does_not_know(service: Service, ask: Ask) -> None:
    work = sample("openalex_work") | {"doi": None, "id": "https://openalex.org/W1"}
    page = {"landing_page_url": "http://arxiv.org/abs/1605.08386"}
    preprint = work | {"primary_location": page, "id": "https://openalex.org/W2"}
    short = work | {"is_authors_truncated": True, "authorships": []}
    service.on("/openalex/works", ok({"results": [preprint, short], "meta": {"count": 2}}))
    service.on("/openalex/works/W1", ok(work | {"publication_date": "2018-01-01"}))
    service.on("/arxiv/query", text(ARXIV))
    whole, preprint_ = ask("A5023888391").entries
    assert preprint_.key == "stanley2016heat"
    assert fields(whole, "year", "month", "date") == ["2018", "", ""]  # a day that nobody said
    assert whole.fields["author"].count(" and ") == 8


def test_zotero_in_pages(service: Service, ask: Ask) -> None:
    items = [
        {"id": f"1/{number}", "type": "article-journal", "title": f"Paper {number}"}
        for number in range(101)
    ]
    items[0]["note"] = "Citation Key: example2020\nread this\nPMID: 12"
    items[1]["title"] = ""
    service.on("/zotero/groups/12/items/top?0", ok({"items": items[:100]}))
    service.on("/zotero/groups/12/items/top?100", ok({"items": items[100:]}))
    service.on("/zotero/groups/12/items/top?101", ok({"items": []}))
    entries = ask("https://www.zotero.org/groups/12/our_lab").entries
    assert len(entries) == 100
    assert entries[0].key == "example2020"
    assert fields(entries[0], "pmid", "note") == ["12", ""]
    assert service.seen[0].query["itemType"] == "-attachment || note"
    assert entries[-1].fields["title"] == "Paper 100"


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
