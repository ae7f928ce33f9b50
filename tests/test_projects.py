"""Pages of projects: the item, its people, and the papers that belong to it."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from .pages import rendered

SETTINGS = """
people:
  ada: {name: Ada Lovelace, role: Professor, url: "https://ada.example/"}
projects:
  - {name: "[Weaving](https://w.example) *engines*", date: 2023 - now, url: projects/weaving.md,
     role: lead, text: It *weaves*., papers: [b, a, gone], people: ada}
  - {name: Looms, date: 2020}
  - A project without a name.
apps: {like: projects, items: [{name: An App, papers: a}]}
publications: {bibliography: papers.bib, selected: yes, limit: 1}
"""
BIB = """
@misc{a, title={First}, author={Ada Lovelace}, year=2021}
@misc{b, title={Second}, author={Bo Berg}, year=2022}
@misc{c, title={Third}, author={Bo Berg}, year=2023, project={Looms; weaving engines}}
@misc{d, title={Fourth}, author={Bo Berg}, year=2024, project={Weaving engines and more},
  selected=1}
@misc{e, title={Fifth}, author={Bo Berg}, year=2024, project={Looms}}
"""


def shown(folder: Path, call: str, url: str = "projects/weaving/") -> lxml.html.HtmlElement:
    (folder / "papers.bib").write_text(BIB, "utf-8")
    html, _ = rendered(folder, SETTINGS, call, url)
    return lxml.html.fromstring(f"<div>{html}</div>")


def titles(page: lxml.html.HtmlElement) -> list[str]:
    return [one.text_content().strip() for one in page.find_class("acad-pub__title")]


@pytest.mark.parametrize("name", ["Weaving engines", "weaving ENGINES", "[Weaving](x) *engines*"])
def test_a_project_with_its_papers(tmp_path: Path, name: str) -> None:
    page = shown(tmp_path, f"{{{{ project('{name}') }}}}")
    assert page.xpath("string(.//h1)") == "Weaving engines"
    assert titles(page) == ["Third", "Second", "First"], "all of them, whatever the settings limit"
    (row,) = page.find_class("acad-row")
    assert row.xpath("string(.//*[@class='acad-text'])") == "It weaves."
    assert "lead" in row.text_content()
    links = row.xpath(".//a")
    assert [(one.text_content(), one.get("href")) for one in links] == [
        ("Ada Lovelace", "https://ada.example/")
    ]


def test_papers_name_projects_and_those_have_none_of_their_own(tmp_path: Path) -> None:
    assert titles(shown(tmp_path, "{{ project('Looms') }}")) == ["Fifth", "Third"]


def test_sections_that_are_like_projects(tmp_path: Path) -> None:
    assert titles(shown(tmp_path, "{{ project('An App') }}")) == ["First"]


def test_a_project_that_is_not_there(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    page = shown(tmp_path, "{{ project('Loom') }}")
    said = "project(): there is no project 'Loom' (did you mean 'Looms'?)"
    assert said in page.text_content()
    assert said in caplog.text


def test_without_papers_there_is_no_heading_for_them(tmp_path: Path) -> None:
    html, _ = rendered(tmp_path, "projects: [{name: Bare}]\n", "{{ project('Bare') }}")
    assert "<h2" not in html
