"""A CV in one file becomes a site: JSON Resume, RenderCV, and what `cv` wrote itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_academic import importers
from mkdocs_academic.bibliography import reader
from mkdocs_academic.cv_formats import FORMATS
from mkdocs_academic.importers import CannotImport, Report
from mkdocs_academic.site import load_site

RESUME: dict[str, Any] = {
    "basics": {
        "name": "Ada Example", "label": "Doctoral student", "email": "ada@example.org",
        "phone": "+1 555", "image": "me.jpg", "url": "https://ada.example.org/",
        "summary": "I look at stars.", "location": {"city": "Odense", "countryCode": "DK"},
        "profiles": [
            {"network": "GitHub", "username": "ada", "url": "https://github.com/ada"},
            {"network": "Google Scholar", "username": "EXAMPLEAAAAJ"},
            {"network": "Nowhere", "username": "who"},
        ],
    },
    "work": [{"name": "Institute", "position": "Fellow", "startDate": "2021-01",
              "endDate": "2023-12", "summary": "Looked.", "highlights": ["One", "Two"]}],
    "volunteer": [{"organization": "Journal of Stars", "position": "Reviewer"}],
    "education": [{"institution": "University of Somewhere", "area": "Astronomy",
                   "studyType": "PhD", "startDate": "2020"}],
    "awards": [{"title": "Best Star", "date": "2022-05-01", "awarder": "Society"}],
    "publications": [{"name": "A Star & 5% {{ 7*7 }}", "publisher": "Journal of Old Light",
                      "releaseDate": "2022-05-01", "url": "https://example.org/star"}],
    "skills": [{"name": "Web", "level": "Master", "keywords": ["HTML", "CSS"]}],
    "languages": [{"language": "English", "fluency": "Native"}],
    "references": [{"name": "Jane", "reference": "It is {{ 7*7 }} fine."}],
    "projects": [
        {"name": "Telescope", "description": "A tube.", "startDate": "2023"},
        {"name": "Stars that have gone", "type": "talk", "startDate": "2024-06-03",
         "entity": "Seminar"},
    ],
}  # fmt: skip

RENDERCV = """
cv:
  name: Ada Example
  headline: Doctoral student
  location: Odense
  email: [ada@example.org, second@example.org]
  website: https://ada.example.org
  social_networks:
    - {network: ORCID, username: 0000-0002-1825-0097}
  sections:
    summary: ["I look at **stars**."]
    education:
      - {institution: University of Somewhere, area: Astronomy, degree: PhD, start_date: 2020-09,
         end_date: present, highlights: [Thesis on stars]}
    papers:
      - title: A Star That Has Gone
        authors: ["*Ada Example*", "Deniz Öztürk"]
        doi: 10.1000/182
        journal: Journal of Old Light
        date: 2026-05
    skills:
      - {label: Languages, details: "Python, R"}
    honors:
      - {bullet: "Best star, 2022"}
design: {theme: classic}
"""


def carried(folder: Path, name: str, text: str) -> tuple[Path, Report]:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    report = importers.run("", folder / name, folder / "site")
    site = load_site(folder / "site" / "mkdocs.yml")
    assert not site.mistakes, site.mistakes
    return folder / "site", report


def academic(site: Path) -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load((site / "mkdocs.yml").read_text("utf-8"))["extra"]
    return dict(settings["academic"])


def items(site: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.load(
        (site / "data" / f"{name}.yml").read_text("utf-8"), yaml.BaseLoader
    )
    return found


def test_json_resume(tmp_path: Path) -> None:
    site, report = carried(tmp_path, "resume.json", json.dumps(RESUME))
    assert academic(site)["profile"] == {
        "name": "Ada Example",
        "role": "Doctoral student",
        "location": "Odense, DK",
        "bio": "I look at stars.",
        "email": "ada@example.org",
        "links": {
            "website": "https://ada.example.org/",
            "github": "https://github.com/ada",
            "googlescholar": "EXAMPLEAAAAJ",
        },
    }
    assert items(site, "experience") == [
        {"date": "2021-01 - 2023-12", "organization": "Institute", "position": "Fellow",
         "text": "Looked.\n\n- One\n- Two\n"}
    ]  # fmt: skip
    assert items(site, "services") == [{"organization": "Journal of Stars", "role": "Reviewer"}]
    assert items(site, "education") == [
        {"date": "2020", "institution": "University of Somewhere", "area": "Astronomy",
         "degree": "PhD"}
    ]  # fmt: skip
    assert items(site, "honors") == [
        {"date": "2022-05-01", "title": "Best Star", "awarder": "Society"}
    ]
    assert items(site, "talks") == [
        {"date": "2024-06-03", "title": "Stars that have gone", "event": "Seminar"}
    ]
    assert [one["name"] for one in items(site, "projects")] == ["Telescope"]
    home = (site / "docs" / "index.md").read_text("utf-8")
    for line in ("- **Web**: Master; HTML, CSS", "- **English**: Native", "- **Jane**: It is"):
        assert line in home
    notes = " ".join(report.notes)
    for left_out in ("nowhere: who", "phone: +1 555", "image: me.jpg"):
        assert left_out in notes


def test_nothing_of_it_runs(tmp_path: Path) -> None:
    site, _ = carried(tmp_path, "resume.json", json.dumps(RESUME))
    home = (site / "docs" / "index.md").read_text("utf-8")
    assert home.count("{{") == 2  # profile and sections
    [paper] = reader.read(site / "papers.bib").entries
    assert paper.fields["howpublished"] == "Journal of Old Light"
    assert "author" not in paper.fields  # nobody is said to have written it


def test_rendercv(tmp_path: Path) -> None:
    site, _ = carried(tmp_path, "Ada_Example_CV.yaml", RENDERCV)
    profile = academic(site)["profile"]
    assert profile["links"] == {
        "website": "https://ada.example.org",
        "orcid": "0000-0002-1825-0097",
    }
    assert (profile["bio"], profile["email"]) == ("I look at **stars**.", "ada@example.org")
    assert items(site, "education") == [
        {"date": "2020-09 - present", "institution": "University of Somewhere",
         "area": "Astronomy", "degree": "PhD", "text": "- Thesis on stars\n"}
    ]  # fmt: skip
    assert items(site, "honors") == [{"text": "Best star, 2022"}]
    [paper] = reader.read(site / "papers.bib").entries
    assert paper.type == "article"
    assert paper.fields == {
        "title": "A Star That Has Gone",
        "author": "Ada Example and Deniz Öztürk",
        "journal": "Journal of Old Light",
        "year": "2026",
        "date": "2026-05",
        "doi": "10.1000/182",
    }


def test_what_has_no_place_is_told(tmp_path: Path) -> None:
    odd = """
  custom_connections: [{placeholder: Forum, url: https://forum.example.org}]
  sections:
    nothing: null
    papers:
      - {title: Two, authors: [Ada Example, et al.], status: submitted}
"""
    site, report = carried(tmp_path, "cv.yaml", RENDERCV.split("  sections:")[0].rstrip() + odd)
    told = " ".join(report.notes)
    for left_out in ("second@example.org", "https://forum.example.org", "`status` of “Two”"):
        assert left_out in told
    [paper] = reader.read(site / "papers.bib").entries
    assert paper.fields["author"] == "Ada Example and others"
    assert "Nothing" not in (site / "docs" / "index.md").read_text("utf-8")


SITE = """site_name: Ada
theme: {name: academic}
extra:
  academic:
    profile: {name: Ada Example, role: Student, bio: I look at stars., links: {github: ada}}
    education: [{date: 2020-09 - 2024, degree: PhD, area: Astronomy, institution: University}]
    experience: [{date: 2019, position: Fellow, organization: Institute, text: Looked.}]
    honors: [{date: 2022-05, title: Best Star, awarder: Society}]
    talks: [{date: 2024-06-03, title: Stars that have gone, event: Seminar}]
    services: [{role: Reviewer, organization: Journal of Stars}]
"""


@pytest.mark.parametrize("name", FORMATS)
def test_what_cv_writes_comes_back(tmp_path: Path, name: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(SITE, "utf-8")
    before = load_site(tmp_path / "mkdocs.yml")
    row = FORMATS[name]
    site, _ = carried(tmp_path / "again", f"cv{row.suffix}", row.write(before))
    profile = academic(site)["profile"]
    assert (profile["name"], profile["bio"]) == ("Ada Example", "I look at stars.")
    assert academic(site)["profile"]["links"]["github"] in ("ada", "https://github.com/ada")
    [degree] = items(site, "education")
    assert (degree["institution"], degree["area"]) == ("University", "Astronomy")
    assert degree["date"].startswith("2020-09")
    said = {one: json.dumps(items(site, one)) for one in ("experience", "honors", "talks")}
    assert "Institute" in said["experience"]
    assert "Looked." in said["experience"]
    assert "Best Star" in said["honors"]
    assert "2022-05" in said["honors"]
    assert "Stars that have gone" in said["talks"]
    assert "Seminar" in said["talks"]
    assert "Journal of Stars" in json.dumps(items(site, "services"))


@pytest.mark.parametrize("text", ["[]", "{}", '{"basics": 3}', "{", "", "x", '{"cv": ["a"]}'])
def test_another_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "some.json").write_text(text, "utf-8")
    with pytest.raises(CannotImport, match="no CV of JSON Resume"):
        importers.run("", tmp_path / "some.json", tmp_path / "site")


@pytest.mark.parametrize(
    "cv",
    [
        {"basics": {"name": ["a"], "profiles": [3, {"network": {}}], "location": 7}},
        {"basics": {}, "work": {"a": "b"}, "projects": "x", "skills": [[1], None, {"name": {}}]},
        {"cv": {"sections": [1]}},
        {"cv": {"name": None, "sections": {"a": None, "papers": [{"title": 1, "authors": 2}]}}},
        {"cv": {"sections": {"skills": [{"label": "<script>x</script>", "details": "{% x %}"}]}}},
    ],
)
def test_odd_values_are_no_accident(tmp_path: Path, cv: dict[str, Any]) -> None:
    site, _ = carried(tmp_path, "odd.json", json.dumps(cv))
    assert "{%" not in (site / "docs" / "index.md").read_text("utf-8")
