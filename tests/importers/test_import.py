"""Whole sites of both kinds, small and invented: what is carried, and what never is."""

# ruff: noqa: E501 (lines of pages as people write them)

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_academic import importers
from mkdocs_academic.cli import main
from mkdocs_academic.site import load_site

from .. import engines
from . import measure

ACAD = {
    "_config.yml": """
title: Ada Example
description: "<b>Stars</b> and their absence"
repository: ada/ada.github.io
author:
  name: "Ada Example (艾达)"
  avatar: images/me.png
  bio: Astronomer
  employer: Observatory of Nowhere
  location: Odense
  email: ada@example.org
  googlescholar: "https://scholar.google.com/citations?user=EXAMPLEAAAAJ"
  orcid:
  github: ada
  wechat: ada_w
""",
    "_pages/about.md": """---
permalink: /
title: ""
---
{% assign url = gsDataBaseUrl | append: "x.json" %}
<span class='anchor' id='about-me'></span>

I look at *stars*. See my [CV](/files/cv.pdf) and [talks]({{ '/talks/' | relative_url }}).
<script>alert(1)</script>

# 🔥 News
- *2026.10*: &nbsp;🎉 One paper, <a href="https://example.org/x?a=1&b=2" onclick="evil()">here</a>.
- *2026.08*: Nothing happened.

# 📝 Publications

Marks: \\* means equal contribution.

<div class='paper-box'><div class='paper-box-image'><div><div class="badge">ICIC 2026</div><img src='/images/one.png' alt="sym" width="100%"></div></div>
<div class='paper-box-text' markdown="1">

[Mirror Caches: Remembering Nothing](https://example.org/mirror)

**Ada Example\\***, Bo Sample\\*, Cy Person

[**Code**](https://example.org/code) | [**Slides**]() <strong><span class='show_paper_citations' data='EXAMPLEAAAAJ:one'></span></strong>
- It forgets [everything](https://example.org/all).
</div>
</div>

- ``ImSys 2025`` [Lazy Clocks for Everyone](https://example.org/lazy), Bo Sample, **Ada Example**
- A line that is no paper: write to me & you get {{ "all" }} of it.

# 🏔 Mountains
- Climbed <b>one</b>
- and {% raw %}{{ 7 * 7 }}{% endraw %} {#others}

# 💬 Invited Talks
- *2025.03*, A talk. \\| [\\[video\\]](https://example.org/v)
""",
    "_pages/talks.md": '---\ntitle: Talks\npermalink: /talks/\n---\n\n{% raw %}{{ x }}{% endraw %} <i onclick="e()">old</i> [home](/)\n',
    "_posts/2024-05-01-first.md": "---\ntitle: First [post]\n---\n\nHello ![p](/images/one.png)\n",
    "images/me.png": "x",
    "images/one.png": "x",
    "images/evil.svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "files/cv.pdf": "x",
    "assets/js/main.js": "alert(1)",
    ".git/config": "x",
}

FOLIO = {
    "_config.yml": """
title: blank
first_name: Ada
middle_name: B.
last_name: Example
url: https://ada.example.org
scholar:
  last_name: [Example]
  first_name: [Ada, A.]
email: ada@example.org
github_username: ada
orcid_id: 0000-0002-1825-0097
rss_icon: true
news_limit: 5
""",
    "_pages/about.md": """---
permalink: /
subtitle: <a href='#'>Observatory</a>, Nowhere
profile:
  image: me.jpg
  more_info: >
    <p>Room 1</p>
    <p>Odense</p>
selected_papers: true
---

I look at **stars**.
""",
    "_pages/teaching.md": "---\ntitle: teaching\npermalink: /teaching/\n---\n\nA course.\n",
    "_news/one.md": "---\ndate: 2026-01-02 10:00:00\ninline: true\n---\n\nA [paper](https://example.org).\n",
    "_news/two.md": "---\ndate: 2026-03-02\ninline: false\ntitle: Long story\n---\n\nOnce.\n",
    "_bibliography/papers.bib": """---
---
@article{one, title={One}, author={Example, Ada and Sample, Bo}, year={2026}, selected={true}, preview={one.png}, pdf={one.pdf}}
@misc{two, title={Two}, author={Sample, Bo}, year={2025}}
""",
    "_data/coauthors.yml": '"sample":\n  - firstname: ["Bo", "B."]\n    url: https://example.org/bo\n',
    "_data/cv.yml": """
- title: General Information
  type: map
  contents:
    - name: Full Name
      value: Ada Example
- title: Education
  type: time_table
  contents:
    - title: PhD
      institution: University of Lower Elsinore
      year: 2020
      description:
        - Thesis on nothing.
- title: Hobbies
  type: list
  contents:
    - <u>Chess</u>
""",
    "_projects/p.md": "---\ntitle: Telescope\ndescription: A lens\nimg: assets/img/me.jpg\nimportance: 1\n---\n\nGlass.\n",
    "assets/img/me.jpg": "x",
    "assets/img/publication_preview/one.png": "x",
    "assets/pdf/one.pdf": "x",
}


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def acad(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, importers.Report]:
    folder = tmp_path_factory.mktemp("acad")
    return folder / "new", importers.run("", written(folder / "old", ACAD), folder / "new")


@pytest.fixture(scope="module")
def folio(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, importers.Report]:
    folder = tmp_path_factory.mktemp("folio")
    return folder / "new", importers.run("", written(folder / "old", FOLIO), folder / "new")


def data(folder: Path, name: str) -> object:
    return yaml.load((folder / "data" / f"{name}.yml").read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("kind", ["acad", "folio"])
def test_result_builds_without_a_warning(kind: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue(kind)[0]
    assert "acad-profile" in (engines.built(folder / "mkdocs.yml") / "index.html").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("kind", ["acad", "folio"])
def test_no_mistake_and_no_warning(kind: str, request: pytest.FixtureRequest) -> None:
    folder, report = request.getfixturevalue(kind)
    site = load_site(folder / "mkdocs.yml")
    assert (site.mistakes, site.warnings) == ((), ())
    assert report.found == report.out


def test_acad_profile(acad: tuple[Path, importers.Report]) -> None:
    folder, report = acad
    assert measure.settings(folder)["profile"] == {
        "name": "Ada Example (艾达)",
        "aliases": ["Ada Example", "艾达"],
        "role": "Astronomer",
        "affiliation": "Observatory of Nowhere",
        "location": "Odense",
        "avatar": "images/me.png",
        "email": "ada@example.org",
        "links": {
            "googlescholar": "https://scholar.google.com/citations?user=EXAMPLEAAAAJ",
            "github": "ada",
        },
    }
    assert any("WeChat name `ada_w`" in note for note in report.notes)
    config = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    assert config["site_url"] == "https://ada.github.io/"
    assert config["site_description"] == "Stars and their absence"


def test_acad_paper(acad: tuple[Path, importers.Report]) -> None:
    box, line, kept = data(acad[0], "publications")  # type: ignore[misc]
    assert box == {
        "title": "Mirror Caches: Remembering Nothing",
        "authors": ["Ada Example*", "Bo Sample*", "Cy Person"],
        "abbr": "ICIC",
        "year": "2026",
        "url": "https://example.org/mirror",
        "links": {
            "Code": "https://example.org/code",
            "Slides": "",
            "everything": "https://example.org/all",
        },
        "teaser": "images/one.png",
        "google_scholar_id": "one",
        "note": "It forgets everything",
    }
    assert line["authors"] == ["Bo Sample", "Ada Example"]
    assert (line["abbr"], line["year"], line["url"]) == (
        "ImSys",
        "2025",
        "https://example.org/lazy",
    )
    assert kept == {"text": "A line that is no paper: write to me & you get all of it."}


def test_acad_report(acad: tuple[Path, importers.Report]) -> None:
    told = (acad[0] / "IMPORT.md").read_text("utf-8")
    assert "| 📝 Publications | `publications` | 3 | 2 | 1 | 0 | 3 |" in told
    assert "“A line that is no paper: write to me & you get all of it.”: " in told
    assert "🏔 Mountains: “Climbed <b>one</b>”: the heading tells no kind of section" in told
    assert "the link `Slides` has no address" in told
    assert "`images/evil.svg` holds a script and was not copied" in told
    assert "a `<script>` was left out" in told


def test_order_is_that_of_the_source(acad: tuple[Path, importers.Report]) -> None:
    shown = measure.page_html(acad[0])
    order = [
        "I look at",
        "News",
        "Publications",
        "equal contribution",
        "Mirror",
        "Mountains",
        "Talks",
    ]
    places = [shown.index(word) for word in order]
    assert places == sorted(places)


def test_links_lead_to_the_new_places(acad: tuple[Path, importers.Report]) -> None:
    home = (acad[0] / "docs" / "index.md").read_text("utf-8")
    assert "[CV](files/cv.pdf)" in home
    assert "[talks](talks.md)" in home
    assert "[home](index.md)" in (acad[0] / "docs" / "talks.md").read_text("utf-8")
    post = acad[0] / "docs" / "blog" / "2024-05-01-first.md"
    assert "![p](../images/one.png)" in post.read_text("utf-8")
    assert data(acad[0], "news")[0]["text"].count("https://example.org/x?a=1&b=2") == 1  # type: ignore[index]


def test_files_that_pages_need_and_no_others(acad: tuple[Path, importers.Report]) -> None:
    docs = acad[0] / "docs"
    copied = {
        one.relative_to(docs).as_posix()
        for one in docs.rglob("*")
        if one.suffix != ".md" and one.is_file()
    }
    assert copied == {"images/me.png", "images/one.png", "files/cv.pdf"}


@pytest.mark.parametrize("page", ["index.md", "talks.md"])
def test_nothing_of_a_stranger_runs(acad: tuple[Path, importers.Report], page: str) -> None:
    shown = measure.page_html(acad[0], page)
    assert not measure.active(shown)
    assert page == "talks.md" or "{{ 7 * 7 }}" in shown


def test_folio_profile_people_and_news(folio: tuple[Path, importers.Report]) -> None:
    settings = measure.settings(folio[0])
    profile = settings["profile"]
    assert isinstance(profile, dict)
    assert profile["name"] == "Ada B. Example"
    assert profile["aliases"] == ["Example, Ada", "Example, A."]
    assert profile["role"] == "Observatory, Nowhere"
    assert profile["location"] == "Room 1, Odense"
    assert profile["email"] == "ada@example.org"
    links = {"github_username": "ada", "orcid_id": "0000-0002-1825-0097"}
    assert profile["links"] == links
    assert settings["people"] == [
        {"name": "Bo Sample", "aliases": ["B. Sample"], "url": "https://example.org/bo"}
    ]
    assert data(folio[0], "news") == [
        {"date": "2026-03-02", "text": "[Long story](news/two.md)"},
        {"date": "2026-01-02", "text": "A [paper](https://example.org)."},
    ]


def test_folio_bibliography_stays_as_it_is(folio: tuple[Path, importers.Report]) -> None:
    folder = folio[0]
    assert (folder / "papers.bib").read_text("utf-8") == FOLIO["_bibliography/papers.bib"]
    site = load_site(folder / "mkdocs.yml")
    one = next(paper for paper in site.publications if paper.key == "one")
    assert one.teaser == "assets/img/publication_preview/one.png"
    assert [link.url for link in one.links] == ["assets/pdf/one.pdf"]
    assert "Selected publications" in measure.page_html(folder)
    assert "Two" in measure.page_html(folder, "publications.md")


def test_folio_cv_projects_and_pages(folio: tuple[Path, importers.Report]) -> None:
    folder = folio[0]
    assert data(folder, "education") == [
        {
            "date": "2020",
            "degree": "PhD",
            "institution": "University of Lower Elsinore",
            "text": "- Thesis on nothing.\n",
        }
    ]
    cv = measure.page_html(folder, "cv.md")
    assert "Chess" in cv
    assert "<strong>Full Name</strong>: Ada Example" in cv
    assert "Telescope" in measure.page_html(folder, "projects.md")
    assert "A course." in measure.page_html(folder, "teaching.md")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["import", *arguments])
    return result.exit_code, result.output


def test_command_prints_the_report(tmp_path: Path) -> None:
    code, told = run(str(written(tmp_path / "old", FOLIO)), str(tmp_path / "new"))
    assert code == 0
    assert told.startswith("# Import\n\nFrom `old` (al-folio): ")
    assert (tmp_path / "new" / "IMPORT.md").read_text("utf-8") in told


def test_command_refuses_a_folder_with_something_in_it(tmp_path: Path) -> None:
    old = written(tmp_path / "old", FOLIO)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.txt").write_text("mine")
    code, told = run("al-folio", str(old), str(tmp_path / "new"))
    assert code == 1
    assert "is not empty: name a folder that is empty or does not exist yet" in told
    assert [one.name for one in (tmp_path / "new").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("hugo", "old", "new"),
            f"There is no kind 'hugo': write {' or '.join(importers.KINDS)}",
        ),
        (("al-folio", "old"), "Say what to read and where to write"),
        (("nowhere", "new"), "there is no nowhere"),
    ],
)
def test_command_says_what_to_write(arguments: tuple[str, ...], said: str) -> None:
    code, told = run(*arguments)
    assert code != 0
    assert said in " ".join(told.split())


def test_a_folder_of_another_kind(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    code, told = run(str(tmp_path / "old"), str(tmp_path / "new"))
    assert code == 1
    assert "looks like none of the known kinds" in told
    assert not (tmp_path / "new").exists()


def test_never_writes_into_the_source(tmp_path: Path) -> None:
    old = written(tmp_path / "old", FOLIO)
    code, told = run("al-folio", str(old), str(old / "new"))
    assert code == 1
    assert "name a folder outside of it" in told
