"""A list that is restricted to what no paper is says so, with what may have been meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_academic.site import load_site

from .pages import rendered, warnings_of

BIB = """\
@article{one, title = {One}, author = {Zhang, Wei and Doe, Jo}, year = 2023, journal = {J},
  keywords = {ML, Optics}}
@inproceedings{two, title = {Two}, author = {Doe, Jo}, year = 2024, booktitle = {P}}
@inproceedings{tri, title = {Three}, author = {Doe, Jo}, year = 2025, booktitle = {P}}
"""


def warnings(folder: Path, options: str, bib: str = BIB) -> list[str]:
    (folder / "papers.bib").write_text(bib, "utf-8")
    settings = (
        f"extra:\n  academic:\n    publications:\n      bibliography: papers.bib\n{options}\n"
    )
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    return [str(one) for one in load_site(folder / "mkdocs.yml").warnings]


TOLD = [
    ("type: inproceeding", "type", "is of the type 'inproceeding' (did you mean 'inproceedings'?)"),
    ("type: [article, inprocedings]", "type.1", "'inprocedings' (did you mean 'inproceedings'?)"),
    ("type: journal", "type", "is of the type 'journal' (did you mean 'article'?)"),
    ("type: [article, conference]", "type.1", "(did you mean 'inproceedings'?)"),
    ("type: paperr", "type", "is of the type 'paperr': there are article, inproceedings"),
    ('keyword: "ML, optics"', "keyword", ": several are a list, keyword: [ML, optics]"),
    ("year: 2023, 2024", "year", "'2023, 2024': several are a list, year: [2023, 2024]"),
    (
        "year: 2024-19",
        "year",
        "no publication is of the year '2024-19': there are 2023, 2024, 2025",
    ),
    ("keyword: MLL", "keyword", "has the keyword 'MLL' (did you mean 'ML'?)"),
    ("year: 20224", "year", "is of the year '20224' (did you mean '2024'?)"),
    ("year: 2019", "year", "is of the year '2019': there are 2023, 2024, 2025"),
    ("year: 2024-2025", "year", "write them one by one, year: [2024, 2025]"),
    ("year: 2024/25", "year", "write them one by one, year: [2024, 2025]"),
    ('year: ">2023"', "year", "'>2023' is no year: write them one by one, year: [2024, 2025]"),
    ("year: since 2024", "year", "year: [2024, 2025]"),
    ("year: 2024+", "year", "year: [2024, 2025]"),
    ("year: < 2024", "year", "year: [2023]"),
    ("author: Wei Zang", "author", "has an author 'Wei Zang' (did you mean 'Wei Zhang'?)"),
    ("selected: yes", "selected", "no publication is selected: write selected = {yes} in its"),
    ("group_by: type\n      groups: {articel: A}", "groups.articel", "(did you mean 'article'?)"),
]


@pytest.mark.parametrize(("option", "path", "said"), TOLD, ids=[one[0] for one in TOLD])
def test_what_no_paper_is_is_told(tmp_path: Path, option: str, path: str, said: str) -> None:
    (line,) = warnings(tmp_path, f"      {option}")
    where = 5 + option.count("\n")
    assert line.startswith(f"mkdocs.yml:{where}: extra.academic.publications.{path}: ")
    assert said in line


@pytest.mark.parametrize(
    "option",
    [
        "type: [article, book]",  # a book may come
        "keyword: [optics]",
        "year: [2024, 2026]",
        "author: W. Zhang",
        "selected: [one]",
        "selected: no",
        "group_by: type\n      groups: {article: A, book: B}",
        "groups: {anything: A}",
        "year: 2025",
    ],
)
def test_what_some_paper_is_or_may_be_is_not_told(tmp_path: Path, option: str) -> None:
    assert warnings(tmp_path, f"      {option}") == []


@pytest.mark.parametrize("option", ["type: book", "type: [book, phdthesis]", "year: 2100"])
def test_what_may_come_is_a_note(tmp_path: Path, option: str) -> None:
    (tmp_path / "papers.bib").write_text(BIB, "utf-8")
    settings = f"publications:\n      bibliography: papers.bib\n      {option}"
    text = f"site_name: T\nextra:\n  academic:\n    {settings}\n"
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    found = load_site(tmp_path / "mkdocs.yml")
    assert found.warnings == ()
    assert "no publication is of the" in found.notes[0].message


@pytest.mark.parametrize("option", ["selected: yes", "type: foo", "year: x", "author: x"])
def test_a_site_without_papers_is_not_told_of_restrictions(tmp_path: Path, option: str) -> None:
    assert warnings(tmp_path, f"      {option}", bib="% none yet") == []


def test_a_mark_in_the_bibliography_is_enough(tmp_path: Path) -> None:
    bib = BIB.replace("title = {Two}", "title = {Two}, selected = {true}")
    assert warnings(tmp_path, "      selected: yes", bib) == []


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('type="articel"', "publications(): type: no publication is of the type 'articel' (did"),
        ('keyword="MLL"', "publications(): keyword: no publication has the keyword 'MLL'"),
        ("year=20224", "publications(): year: no publication is of the year '20224'"),
        ('author="Wei Zang"', "publications(): author: no publication has an author 'Wei Zang'"),
        ("selected=true", "publications(): selected: no publication is selected"),
        (
            'keys="one, two"',
            "publications(): keys: there is no publication 'one, two': several are a list, keys: ",
        ),
        ('selected=["one"]', "publications(): selected: keys mark papers in the settings alone"),
        ('keys="onne"', "publications(): keys: there is no publication 'onne' (did you mean"),
        ('group_by="type", groups={"articel": "A"}', "publications(): groups: no publication is"),
    ],
)
def test_a_call_is_told_with_its_page(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, call: str, said: str
) -> None:
    (tmp_path / "papers.bib").write_text(BIB, "utf-8")
    settings = "publications: {bibliography: papers.bib}"
    rendered(tmp_path, settings, f"{{{{ publications({call}) }}}}")
    (line,) = warnings_of(caplog.records)
    assert line.startswith(f"index.md:1: {said}")


def test_a_call_that_fits_says_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "papers.bib").write_text(BIB, "utf-8")
    call = 'publications(type=["article"], year=[2023, 2030], keyword="ml", keys=["one"])'
    rendered(tmp_path, "publications: {bibliography: papers.bib}", f"{{{{ {call} }}}}")
    assert warnings_of(caplog.records) == []


def test_the_key_of_a_version_names_the_paper_that_it_is_shown_with(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    preprint = "@misc{pre, title = {One}, author = {Zhang, Wei and Doe, Jo}, eprint = {2301.00001}}"
    (tmp_path / "papers.bib").write_text(f"{preprint}\n{BIB}", "utf-8")
    call = '{{ publications(keys=["pre"]) }}'
    shown, _ = rendered(tmp_path, "publications: {bibliography: papers.bib}", call)
    assert 'id="one"' in shown
    assert 'id="two"' not in shown
    assert warnings_of(caplog.records) == []
