"""All papers of somebody: records, lists in pages, and what is better asked elsewhere."""

from __future__ import annotations

from mkdocs_academic.outputs.bibtex_file import to_bibtex

from ..citations.service import Service, ok
from .conftest import ARXIV, Ask, Gathered, fields, sample, text, works

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
