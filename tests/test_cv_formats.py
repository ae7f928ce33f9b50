"""The CV of a site for other programs, field by field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_academic.cli import main
from mkdocs_academic.importers import cvs

from .conftest import ROOT

SITE = """
site_name: Ada
site_url: https://ada.example.org/
theme: {name: academic}
extra:
  academic:
    sections: [experience, honors]
    profile:
      name: Ada King
      role: Analyst of *Engines*
      affiliation: Example Institute
      location: London
      bio: I write **programs**.
      email: ada@example.org
      avatar: images/ada.png
      links: {github: adaking, orcid: 0000-0002-1825-0097, blog: https://blog.example.org/}
    news: [{date: 2024-01, text: Not here.}]
    education:
      - {date: 2010-10 - 2014-06, degree: BSc, area: Mathematics, institution: U, location: Turin}
      - {date: 2014 - now, degree: PhD, institution: V, text: "On [engines](https://x.example)."}
    experience:
      - {date: 2015.09 - 2019, position: Engineer, organization: Works, location: Bath, url: cv.pdf}
      - {date: always, position: Poet, organization: Home, text: "- At night.\\n- Alone."}
    internships: [{date: 2013, text: Three months somewhere.}]
    honors: [{date: 2020-05-17, title: Prize, awarder: Society, text: For `nothing`.}]
    services: [{date: 2021, role: Chair, organization: Meeting}]
    talks:
      - {date: 2022-03-04, title: On time, event: Days, location: Rome, tags: invited,
         links: {slides: "https://x.example/s"}}
    teaching: [{date: 2018, course: Logic, role: Lecturer, institution: U}]
    garden: {like: projects, title: Garden, items: [{name: Roses, role: Gardener, date: 2016 -}]}
    publications: papers.bib
"""
BIB = r"""
@article{sum, title={Sums of $n^2$ \& More}, author={Ada King and Bo Lind and others}, journal={J},
  year=2021, month=mar, volume=1, doi={10.1234/sum}}
@misc{soon, title={Soon}, author={King, Ada}, howpublished={K}, pubstate={forthcoming}}
"""


def run(folder: Path, *arguments: str, site: str = SITE) -> Any:
    (folder / "docs" / "images").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "images" / "ada.png").write_bytes(b"")
    (folder / "mkdocs.yml").write_text(site, "utf-8")
    (folder / "papers.bib").write_text(BIB, "utf-8")
    return CliRunner().invoke(main, ["cv", "-f", str(folder / "mkdocs.yml"), *arguments])


@pytest.fixture
def resume(tmp_path: Path) -> dict[str, Any]:
    done = run(tmp_path, "--to", "json-resume")
    assert done.exit_code == 0
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def cv(tmp_path: Path) -> dict[str, Any]:
    file = tmp_path / "cv.yaml"
    assert run(tmp_path, "-o", str(file)).exit_code == 0
    found: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))["cv"]
    return found


def test_json_resume_says_who(resume: dict[str, Any]) -> None:
    assert resume["basics"] == {
        "name": "Ada King",
        "label": "Analyst of Engines",
        "image": "https://ada.example.org/images/ada.png",
        "email": "ada@example.org",
        "url": "https://ada.example.org/",
        "summary": "I write programs.",
        "location": {"address": "Example Institute, London"},
        "profiles": [
            {"network": "GitHub", "username": "adaking", "url": "https://github.com/adaking"},
            {
                "network": "ORCID",
                "username": "0000-0002-1825-0097",
                "url": "https://orcid.org/0000-0002-1825-0097",
            },
            {"network": "Blog", "url": "https://blog.example.org/"},
        ],
    }


def test_json_resume_has_every_item(resume: dict[str, Any]) -> None:
    assert resume["work"] == [
        {
            "name": "Works",
            "position": "Engineer",
            "location": "Bath",
            "startDate": "2015-09",
            "endDate": "2019",
            "url": "https://ada.example.org/cv.pdf",
        },
        {"name": "Home", "position": "Poet", "summary": "At night.\nAlone.", "dateText": "always"},
        {"name": "Three months somewhere.", "startDate": "2013", "endDate": "2013"},
    ]
    assert resume["education"] == [
        {
            "institution": "V",
            "studyType": "PhD",
            "summary": "On engines.",
            "startDate": "2014",
        },
        {
            "institution": "U",
            "area": "Mathematics",
            "studyType": "BSc",
            "location": "Turin",
            "startDate": "2010-10",
            "endDate": "2014-06",
        },
    ]
    assert resume["awards"] == [
        {"title": "Prize", "awarder": "Society", "summary": "For nothing.", "date": "2020-05-17"}
    ]
    assert resume["volunteer"] == [
        {
            "organization": "Meeting",
            "position": "Chair",
            "startDate": "2021",
            "endDate": "2021",
        }
    ]
    talk, course, roses = resume["projects"]
    assert talk == {
        "name": "On time",
        "entity": "Days",
        "highlights": ["Rome", "Slides: https://x.example/s"],
        "keywords": ["invited"],
        "startDate": "2022-03-04",
        "endDate": "2022-03-04",
        "type": "talk",
    }
    assert (course["entity"], course["roles"], course["type"]) == ("U", ["Lecturer"], "teaching")
    assert roses == {"name": "Roses", "roles": ["Gardener"], "startDate": "2016"}


def test_json_resume_has_the_papers(resume: dict[str, Any]) -> None:
    soon, sums = resume["publications"]
    assert soon["name"] == "Soon"
    assert "releaseDate" not in soon
    assert "forthcoming" in soon["summary"]
    assert sums == {
        "name": "Sums of n² & More",
        "publisher": "J",
        "releaseDate": "2021-03",
        "url": "https://doi.org/10.1234/sum",
        "summary": "King, A., Lind, B., et al. (2021). Sums of n² & More. J, 1. "
        "https://doi.org/10.1234/sum",
    }


def test_rendercv_says_who(cv: dict[str, Any]) -> None:
    assert {name: cv[name] for name in cv if name != "sections"} == {
        "name": "Ada King",
        "location": "Example Institute, London",
        "email": "ada@example.org",
        "website": "https://ada.example.org/",
        "social_networks": [
            {"network": "GitHub", "username": "adaking"},
            {"network": "ORCID", "username": "0000-0002-1825-0097"},
        ],
    }


def test_rendercv_has_every_section_in_one_form(cv: dict[str, Any]) -> None:
    sections = cv["sections"]
    assert list(sections) == [
        *("Analyst of Engines", "Experience", "Honors and awards", "Education", "Internships"),
        *("Services", "Talks", "Teaching", "Garden", "Publications"),
    ]
    assert sections["Experience"] == [
        {
            "company": "Works",
            "position": "Engineer",
            "start_date": "2015-09",
            "end_date": "2019",
            "location": "Bath",
            "highlights": ["https://ada.example.org/cv.pdf"],
        },
        {
            "company": "Home",
            "position": "Poet",
            "date": "always",
            "highlights": ["At night.", "Alone."],
        },
    ]
    assert sections["Internships"] == [{"name": "Three months somewhere.", "date": "2013"}]
    assert sections["Education"][0] == {
        "institution": "V",
        "area": "PhD",
        "start_date": "2014",
        "end_date": "present",
        "highlights": ["On engines."],
    }
    soon, sums = sections["Publications"]
    assert soon["journal"].endswith("forthcoming")
    assert sums == {
        "title": "Sums of n² & More",
        "authors": ["**Ada King**", "Bo Lind", "et al."],
        "doi": "10.1234/sum",
        "journal": "J",
        "date": "2021-03",
    }


def test_rendercv_finds_no_markup_in_plain_text(tmp_path: Path) -> None:
    """It reads Markdown, and makes Typst of it."""
    site = """
site_name: Ada
theme: {name: academic}
extra:
  academic:
    profile: {name: Ada King, bio: "A* and B* search"}
    honors:
      - {date: 2021, title: "Best [of] all", url: "https://x.example/a_(b)", text: "See [a](b.md)*"}
    publications:
      entries:
        - {title: "A* [and](more)", authors: [Ada King, Bo *Lind*], url: "https://x.example/a#b"}
        - {title: B, authors: [Ada King], url: "https://x.example/a_b?c=1"}
        - {title: Nobody, howpublished: The Site, url: "https://x.example/c"}
"""
    done = run(tmp_path, "--to", "rendercv", site=site)
    summary, honors, listed, others = yaml.safe_load(done.stdout)["cv"]["sections"].values()
    assert summary == [r"A\* and B\* search"]
    assert honors[0]["name"] == "[Best (of) all](https://x.example/a_%28b%29)"
    assert honors[0]["highlights"] == [r"See a\*"]
    assert {one["title"]: one.get("url") for one in listed} == {
        r"[A\* (and)(more)](https://x.example/a#b)": None,
        "B": "https://x.example/a_b?c=1",
    }
    assert others == [{"name": "[Nobody](https://x.example/c)", "highlights": ["The Site"]}]


def test_rendercv_keeps_links_tags_and_sections_of_the_same_name(tmp_path: Path) -> None:
    own = SITE + "    more: {like: projects, title: Publications, items: [{name: A zine}]}\n"
    file = tmp_path / "cv.yaml"
    assert run(tmp_path, "-o", str(file), site=own.replace("github:", "GitHub:")).exit_code == 0
    found = yaml.safe_load(file.read_text("utf-8"))["cv"]
    assert found["social_networks"][0] == {"network": "GitHub", "username": "adaking"}
    sections = found["sections"]
    assert sections["Talks"] == [
        {
            "name": "On time",
            "date": "2022-03-04",
            "highlights": ["Days, Rome", "Slides: https://x.example/s", "invited"],
        }
    ]
    assert sections["Publications"] == [{"name": "A zine"}]
    assert len(sections["Publications (All publications)"]) == 2


MORE = """
    profile:
      name: Ada King
      bio: |
        I write **programs that
        count**.

        - Numbers,
          mostly.
        2. Others.
    students: [{name: Bo, degree: PhD, topic: Sums, now: Works}]
    education: [{institution: U, degree: BSc, tags: [with honors], links: {thesis: t.pdf}}]
    projects: [{text: Roses, url: https://x.example/r, links: {mail: "mailto:a@example.org"}}]
"""


def test_texts_of_several_lines_and_all_fields_come_over(tmp_path: Path) -> None:
    site = f"{SITE.partition('    sections:')[0]}{MORE}"
    resume = json.loads(run(tmp_path, "--to", "json-resume", site=site).stdout)
    bio = ["I write programs that count.", "Numbers, mostly.", "Others."]
    assert resume["basics"]["summary"].splitlines() == bio
    sections = yaml.safe_load(run(tmp_path, "--to", "rendercv", site=site).stdout)["cv"]["sections"]
    assert sections["Summary"] == bio
    assert sections["Students"] == [{"name": "Bo", "highlights": ["PhD, Sums", "→ Works"]}]
    student, project = sorted(resume["projects"], key=lambda one: one["name"])
    assert student["highlights"] == ["PhD", "Sums", "Works"]
    lines = ["thesis: https://ada.example.org/t.pdf", "with honors"]
    assert resume["education"][0]["highlights"] == lines
    assert sections["Education"][0]["highlights"] == lines
    assert project["highlights"] == ["mail: mailto:a@example.org"]
    (project,) = sections["Projects"]
    assert project == {
        "name": "[Roses](https://x.example/r)",
        "highlights": ["mail: mailto:a@example.org"],
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019, 2021", {"startDate": "2019", "endDate": "2019", "dateText": "2019, 2021"}),
        ("WS 2017/18", {"startDate": "2017-10", "endDate": "2018-03", "dateText": "WS 2017/18"}),
        ("2020 -", {"startDate": "2020"}),
        ("2020-01 - 2021-02", {"startDate": "2020-01", "endDate": "2021-02"}),
    ],
)
def test_dates_that_say_more_keep_their_words(
    written: str, expected: dict[str, str], tmp_path: Path
) -> None:
    course = SITE.replace("{date: 2018, course", f'{{date: "{written}", course')
    projects = json.loads(run(tmp_path, "--to", "json-resume", site=course).stdout)["projects"]
    (found,) = [one for one in projects if one["name"] == "Logic"]
    assert {key: found[key] for key in found if "ate" in key} == expected


def test_what_was_written_is_read_again(resume: dict[str, Any], cv: dict[str, Any]) -> None:
    for data in (resume, {"cv": cv}):
        kinds = {part.kind: part.items for part in cvs.sections(data) if part.items}
        positions = [one.get("position") for one in kinds["experience"]]
        assert positions[:2] == ["Engineer", "Poet"]
        assert {one.get("institution") for one in kinds["education"]} == {"U", "V"}


def test_what_is_left_out_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, "--to", "rendercv")
    assert "news: is no part of a CV and was left out" in done.stderr
    assert "profile.links.blog: has no place in this format and was left out" in done.stderr
    assert "profile.links" not in run(tmp_path, "--to", "json-resume").stderr


def test_mistakes_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    file = tmp_path / "cv.json"
    done = run(tmp_path, "-o", str(file), site=SITE.replace("awarder: ", "awarded: "))
    assert done.exit_code == 1
    assert "unknown option" in done.stderr
    assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Say what to write: --to json-resume|rendercv."),
        (("-o", "cv.pdf"), "Say what to write"),
        (("--to", "pdf"), "'pdf' is not one of"),
    ],
)
def test_a_format_is_asked_for(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = run(tmp_path, *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_without_settings(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["cv", "-f", str(tmp_path / "no.yml"), "--to", "rendercv"])
    assert done.exit_code == 2
    assert "There is no" in done.stderr


def test_a_site_without_anything(tmp_path: Path) -> None:
    bare = "site_name: X\ntheme: {name: academic}\n"
    assert json.loads(run(tmp_path, "--to", "json-resume", site=bare).stdout)["meta"]
    assert yaml.safe_load(run(tmp_path, "--to", "rendercv", site=bare).stdout) == {
        "cv": {"sections": {}}
    }


def test_the_seeds_lose_no_item() -> None:
    for settings in (ROOT / "mkdocs.yml", *sorted((ROOT / "tests" / "sites").glob("*/mkdocs.yml"))):
        done = CliRunner().invoke(main, ["cv", "-f", str(settings), "--to", "json-resume"])
        assert done.exit_code == 0, done.stderr
        assert json.loads(done.stdout)["meta"]["version"] == "v1.0.0"
