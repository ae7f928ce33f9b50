"""Ids lose what stands before them, addresses in their place are links; nothing is lost."""

from __future__ import annotations

import json
import re

import pytest

from mkdocs_academic.bibliography import csl as csl_reader
from mkdocs_academic.bibliography import fingerprints, oddities, reader
from mkdocs_academic.bibliography import ris as ris_reader
from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.bibliography.publication import Publication
from mkdocs_academic.outputs import bibtex_file, csl_json, record, ris_file

ARXIV = "https://arxiv.org/abs/2401.12345"
REVIEW = "https://openreview.net/forum?id=abcdEF12"


def paper(fields: str) -> Publication:
    entries, problems = reader.parse(f"@misc{{k, title = {{T}}, {fields}}}", "x.bib")
    assert not problems
    (found,) = from_entries([Given(entries[0])], Identity(""), KnownPeople())
    return found


def ris(found: Publication) -> dict[str, str]:
    assert found.entry
    lines = ris_file.written(found.entry).split("\r\n")
    return {line[:2]: line[6:] for line in lines if line[:2] in ("AN", "DO", "UR")}


def csl(found: Publication) -> dict[str, str]:
    assert found.entry
    item = json.loads(csl_json.written(found.entry))
    return {
        name: item[name] for name in ("archive", "archive_location", "DOI", "URL") if name in item
    }


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2401.12345}, archiveprefix = {arXiv}",
        "eprint = {arXiv:2401.12345}, archiveprefix = {arXiv}",
        "eprint = {arxiv: 2401.12345}, eprinttype = {arXiv}",
        "eprint = {https://arxiv.org/abs/2401.12345}, archiveprefix = {arXiv}",
        "arxiv = {arXiv:2401.12345}",
        "arxiv = {https://arxiv.org/abs/2401.12345}",
    ],
)
def test_an_arxiv_id_however_it_is_written(fields: str) -> None:
    found = paper(fields)
    assert found.venue_name == "arXiv:2401.12345"
    assert [(link.key, link.url) for link in found.links] == [("arxiv", ARXIV)]
    assert ris(found) == {"AN": "arXiv:2401.12345"}
    assert csl(found) == {"archive": "arXiv", "archive_location": "2401.12345"}


def test_an_archive_is_named_by_the_id_alone() -> None:
    found = paper("eprint = {arXiv:2401.12345}")
    assert found.venue_name == "arXiv:2401.12345"
    assert [link.url for link in found.links] == [ARXIV]
    assert paper("eprint = {ABC:12}").venue_name == "eprint:ABC:12"
    assert paper("eprint = {HAL:x-1}, archiveprefix = {hal}").venue_name == "hal:x-1"
    assert paper("eprint = {a:b}, archiveprefix = {hal}").venue_name == "hal:a:b"


@pytest.mark.parametrize(
    "number",
    ["2401.12345v2", "0704.0001", "astro-ph/0501001", "hep-th/9711200", "math.GT/0309136v1"],
)
def test_what_looks_like_an_id_of_arxiv_is_one(number: str) -> None:
    found = paper(f"eprint = {{{number}}}")
    assert found.venue_name == f"arXiv:{number}"
    assert [link.url for link in found.links] == [f"https://arxiv.org/abs/{number}"]
    assert ris(found)["AN"] == f"arXiv:{number}"


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2401.12345}, archiveprefix = {hal}",
        "eprint = {astro-ph/0501001}, eprinttype = {jstor}",
        "eprint = {2020/1234}",
        "eprint = {2013.12345}",
        "eprint = {hal-01234567}",
        "eprint = {smith/0501001}",
        "eprint = {12345678}",
    ],
)
def test_other_ids_are_not_taken_for_those_of_arxiv(fields: str) -> None:
    found = paper(fields)
    assert not found.venue_name.startswith("arXiv")
    assert not found.links
    assert "AN" not in ris(found)


@pytest.mark.parametrize(
    "written",
    [
        "10.1140/a.1, 10.1140/b.2",
        "10.1140/a.1,\n  10.1140/b.2",
        "10.1140/a.1; 10.1140/b.2",
        "10.1140/a.1;10.1140/b.2",
        "{10.1140/a.1}, {10.1140/b.2}",
        "doi:10.1140/a.1, 10.1140/b.2, 10.1140/c",
        "https://doi.org/10.1140/a.1, https://doi.org/10.1140/b.2",
    ],
)
def test_the_first_of_several_dois_is_the_papers(written: str) -> None:
    found = paper(f"doi = {{{written}}}")
    assert (found.links[0].key, found.links[0].url) == ("doi", "https://doi.org/10.1140/a.1")
    assert found.url == "https://doi.org/10.1140/a.1"
    assert ris(found)["DO"] == "10.1140/a.1"
    assert csl(found)["DOI"] == "10.1140/a.1"
    about = record.of(found)
    assert about
    assert about.doi == "10.1140/a.1"
    assert found.entry
    assert fingerprints.of(found.entry).doi == "10.1140/a.1"
    assert not list(oddities.of(found.entry))


@pytest.mark.parametrize(
    ("written", "others"),
    [
        ("10.1140/a.1, 10.1140/b.2", ["10.1140/b.2"]),
        ("10.1140/a.1, doi:10.1140/<b>; 10.1140/c", ["10.1140/<b>", "10.1140/c"]),
        ("10.1140/a.1, 10.1140/a.1", []),
        ("10.1140/a.1", []),
    ],
)
def test_dois_of_errata_are_links_and_come_back(written: str, others: list[str]) -> None:
    found = paper(f"doi = {{{written}}}, note = {{N}}")
    own = [link for link in found.links if not link.key]
    assert [link.label for link in own] == [f"doi:{one}" for one in others]
    assert all(link.url.startswith("https://doi.org/10.1140/") for link in own)
    assert found.entry
    wanted = found.entry.fields if others else {**found.entry.fields, "doi": "10.1140/a.1"}
    (item,) = items = json.loads(csl_json.to_csl_json([found.entry]))
    for one in (items, [dict(reversed(item.items()))]):
        (back,) = csl_reader.parse(json.dumps(one), "x").entries
        assert back.fields == wanted
    (back,) = ris_reader.parse(ris_file.to_ris([found.entry]), "x").entries
    assert (back.fields["doi"], back.fields["note"]) == (", ".join(["10.1140/a.1", *others]), "N")


@pytest.mark.parametrize("written", ["none, 10.1140/b.2", "10.1140/a.1, b"])
def test_what_is_no_list_of_dois_stays(written: str) -> None:
    found = paper(f"doi = {{{written}}}")
    assert not found.links
    assert csl(found)["DOI"] == ris(found)["DO"] == written


def test_a_note_that_names_a_doi_stays_one() -> None:
    """Publishers repeat the DOI there."""
    begin = "TY  - JOUR\r\nTI  - T\r\n"
    for doi, wanted in (("DO  - 10.1140/A.1\r\n", "10.1140/A.1"), ("", None)):
        text = f"{begin}{doi}N1  - DOI: 10.1140/a.1\r\nER  - \r\n"
        (entry,) = ris_reader.parse(text, "x").entries
        assert (entry.fields.get("doi"), entry.fields["note"]) == (wanted, "DOI: 10.1140/a.1")


def test_a_note_of_another_doi_is_none_of_the_paper() -> None:
    found = paper("doi = {10.1140/a.1}, note = {DOI: 10.5555/zzz}").entry
    assert found
    (back,) = ris_reader.parse(ris_file.to_ris([found]), "x").entries
    assert (back.fields["doi"], back.fields["note"]) == ("10.1140/a.1", "DOI: 10.5555/zzz")


@pytest.mark.parametrize("name", ["url", "pdf", "html"])
def test_an_address_is_never_cut(name: str) -> None:
    found = paper(f"{name} = {{10.1140/a.1, 10.1140/b.2}}").entry
    assert found
    assert '"10.1140/a.1, 10.1140/b.2"' in csl_json.written(found)
    assert "  - 10.1140/a.1, 10.1140/b.2\r\n" in ris_file.written(found)


def test_a_doi_with_a_comma_is_one() -> None:
    assert ris(paper("doi = {10.1000/a,b10.c}"))["DO"] == "10.1000/a,b10.c"


@pytest.mark.parametrize(
    ("fields", "key", "url"),
    [
        (f"eprint = {{{REVIEW}}}", "openreview", REVIEW),
        (f"eprint = {{{REVIEW}}}, archiveprefix = {{OpenReview}}", "openreview", REVIEW),
        (f"doi = {{{REVIEW}}}", "openreview", REVIEW),
        ("eprint = {https://x.org/a}", "paper", "https://x.org/a"),
        ("doi = {https://x.org/a}", "paper", "https://x.org/a"),
        ("doi = {https://x.org/a}, url = {https://y.org}", "paper", "https://x.org/a"),
    ],
)
def test_an_address_in_the_place_of_an_id_is_a_link(fields: str, key: str, url: str) -> None:
    found = paper(fields)
    assert found.venue_name == ""
    assert [(link.key, link.url) for link in found.links] == [(key, url)]
    home = "https://y.org" if "y.org" in fields else ""
    assert found.url == (home or (url if key == "paper" else ""))
    assert csl(found)["URL"] == (home or url)
    assert found.entry
    addresses = re.findall(r"UR  - (.*)\r\n", ris_file.written(found.entry))
    assert addresses == list(filter(None, (home, url)))
    assert "DO" not in ris(found)
    assert "DOI" not in csl(found)
    about = record.of(found)
    assert about
    assert about.doi == ""
    assert found.entry
    assert url in bibtex_file.written(found.entry)


def test_no_address_is_left_out() -> None:
    found = paper(f"doi = {{https://x.org/a}}, eprint = {{{REVIEW}}}, openreview = {{other123}}")
    assert [(link.key, link.url) for link in found.links] == [
        ("openreview", "https://openreview.net/forum?id=other123"),
        ("paper", "https://x.org/a"),
        ("paper", REVIEW),
    ]
    (link,) = paper(f"eprint = {{{REVIEW}}}, openreview = {{abcdEF12}}").links
    assert link.url == REVIEW


def test_altmetric_is_asked_by_a_doi_only() -> None:
    found = paper("doi = {https://doi.org/10.1000/1}, altmetric = {true}")
    assert found.links[1].url == "https://www.altmetric.com/details/doi/10.1000/1"
    assert [link.key for link in paper("doi = {https://x.org}, altmetric = {true}").links] == [
        "paper"
    ]


def test_an_address_that_holds_a_doi_stays_one() -> None:
    found = paper("doi = {https://doi.org/10.1000/1}")
    assert [(link.key, link.url) for link in found.links] == [("doi", "https://doi.org/10.1000/1")]
    assert ris(found) == {"DO": "10.1000/1"}
    found = paper("doi = {https://dl.example/doi/10.1000/1}")
    assert [link.key for link in found.links] == ["doi"]


@pytest.mark.parametrize(
    ("pages", "first", "last"),
    [("559-575", "559", "575"), ("L12-L15", "L12", "L15"), ("7--9", "7", "9"), ("A-6", "A-6", "")],
)
def test_pages_with_one_hyphen_have_an_end(pages: str, first: str, last: str) -> None:
    found = paper(f"pages = {{{pages}}}")
    assert found.entry
    text = ris_file.written(found.entry)
    assert re.findall(r"(?:SP|EP)  - (.*)\r\n", text) == list(filter(None, (first, last)))


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.1000/a", "10.1000/a"),
        ("https://doi.org/10.1000/a", "10.1000/a"),
        ("http://dx.doi.org/10.1000/a%3Cb", "10.1000/a<b"),
        ("doi: 10.1000/a%3Cb", "10.1000/a%3Cb"),
        ("see the paper", "see the paper"),
    ],
)
def test_references_have_dois_without_their_address(written: str, doi: str) -> None:
    found = paper(f"doi = {{{written}}}")
    assert csl(found)["DOI"] == ris(found)["DO"] == doi


def test_what_looks_like_an_arxiv_id_names_its_archive() -> None:
    assert found_in(paper("eprint = {astro-ph/0501001}")) == ("arXiv", "astro-ph/0501001")
    assert found_in(paper("eprint = {2401.12345}, archiveprefix = {arXiv}"))[1] == "2401.12345"


def found_in(found: Publication) -> tuple[str, str]:
    item = csl(found)
    return item.get("archive", ""), item.get("archive_location", "")
