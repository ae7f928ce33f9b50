"""What is added to a bibliography, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_academic.bibliography.reader import parse
from mkdocs_academic.catalogues import addition

KNOWN = """@article{known, title = {A Paper That Is There}, author = {Example, Ada}, year = 2020,
  journal = {Journal}, doi = {10.1000/there}}
@misc{preprint, title = {A Preprint That Will Appear}, author = {Example, Ada}, year = 2021,
  eprint = {2101.00001}, archiveprefix = {arXiv}}
"""


def choose(found: str) -> addition.Chosen:
    return addition.choose(parse(KNOWN, "papers.bib").entries, parse(found, "Crossref").entries)


def test_what_is_there_is_not_added() -> None:
    chosen = choose("@article{x, title = {A paper that is there}, doi = {10.1000/THERE}}")
    assert chosen == addition.Chosen((), ("known",))


def test_whoever_wrote_a_doi_has_the_paper() -> None:
    known = parse("@misc{mine, title = {On It}, doi = {10.1000/it}}", "papers.bib").entries
    found = "@article{x, title = {On It}, doi = {10.1000/it}, journal = {Journal}, year = 2020}"
    assert addition.choose(known, parse(found, "Crossref").entries) == ((), ("mine",))


def test_a_preprint_that_names_the_doi_is_not_the_paper() -> None:
    known = parse(
        "@misc{mine, title = {On It}, doi = {10.1000/it}, eprint = {2101.00001},"
        " archiveprefix = {arXiv}}",
        "papers.bib",
    ).entries
    found = "@article{x, title = {On It}, doi = {10.1000/it}, journal = {Journal}, year = 2020}"
    [added] = addition.choose(known, parse(found, "Crossref").entries).added
    assert added.fields["journal"] == "Journal"


def test_works_without_authors_are_added_once() -> None:
    found = parse(
        "@misc{a, title = {A Talk}, year = 2020} @misc{b, title = {A Talk}, year = 2021}", "ORCID"
    ).entries
    first = addition.choose((), found)
    assert len(first.added) == 2
    assert addition.choose(first.added, found) == ((), ("a", "b"))


def test_a_key_that_is_taken() -> None:
    chosen = choose("@article{known, title = {Another One}, author = {Other, Otto}, year = 2019}")
    assert [entry.key for entry in chosen.added] == ["known-2"]


def test_the_published_version_of_a_preprint_is_new() -> None:
    published = """@article{p, title = {A Preprint That Will Appear}, author = {Example, Ada},
      year = 2022, journal = {Journal}, doi = {10.1000/appeared}}"""
    [added] = choose(published).added
    assert "eprint" not in added.fields  # the file has it
    preprint = published.replace("@article", "@misc").replace("journal", "howpublished")
    assert choose(preprint.replace("{Journal}", "{arXiv}")).known == ("preprint",)


def test_two_versions_that_are_both_new_are_one() -> None:
    found = """@misc{a, title = {New in Two Places}, author = {Example, Ada}, year = 2021,
      eprint = {2102.00002}, archiveprefix = {arXiv}, abstract = {We show.}}
    @article{b, title = {New in Two Places}, author = {Example, Ada}, year = 2021,
      journal = {Journal}, doi = {10.1000/two}}"""
    [added] = choose(found).added
    assert (added.key, added.type) == ("b", "article")
    assert added.fields["eprint"] == "2102.00002"
    assert added.fields["abstract"] == "We show."


def test_the_newest_comes_first() -> None:
    years = (2019, 2021, 2020)
    chosen = choose(
        "".join(f"@misc{{a{year}, title={{Of {year}}}, year={year}}}" for year in years)
    )
    assert [entry.key for entry in chosen.added] == ["a2021", "a2020", "a2019"]


ENTRY = parse("@misc{new, title = {New}}", "x").entries
WRITTEN = "@misc{new,\n  title = {New},\n}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", WRITTEN),
        ("% mine\n", f"% mine\n\n{WRITTEN}"),
        ("@misc{a, title={A}}", f"@misc{{a, title={{A}}}}\n\n{WRITTEN}"),
        ("@misc{a}\r\n", "@misc{a}\r\n\r\n" + WRITTEN.replace("\n", "\r\n")),
        ("\ufeff@misc{ä, title={A}}\n", f"\ufeff@misc{{ä, title={{A}}}}\n\n{WRITTEN}"),
    ],
)  # fmt: skip
def test_what_a_file_has_stays(tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "papers.bib"
    file.write_bytes(before.encode())
    addition.append(ENTRY, file)
    assert file.read_bytes().decode() == after


def test_a_file_in_another_encoding_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "papers.bib"
    file.write_bytes("@misc{a, title={Größe}}".encode("latin-1"))
    with pytest.raises(UnicodeDecodeError):
        addition.append(ENTRY, file)
    assert file.read_bytes() == "@misc{a, title={Größe}}".encode("latin-1")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "new" / "papers.bib"
    addition.append(ENTRY, file)
    assert file.read_text("utf-8") == WRITTEN
