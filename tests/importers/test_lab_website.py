"""A lab's site of greenelab's template: members, citations, projects, parts of pages, posts."""

# ruff: noqa: E501 (lines of files as people write them)

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_academic import importers
from mkdocs_academic.importers.lab_website import filters
from mkdocs_academic.site import load_site

from .. import engines
from .sites import Imported, written

SITE = {
    "_config.yaml": """
title: Clockless Lab
subtitle: Time without hands
description: We study clocks that wait.
header: images/background.jpg
footer: images/background.jpg
proofer: false
strange: yes
links:
  email: lab@example.org
  orcid: 0000-0002-1825-0097
  google-scholar: EXAMPLEAAAAJ
  github: clockless-example
""",
    "_data/citations.yaml": """
# DO NOT EDIT
- id: doi:10.5555/12345678
  title: Clocks that wait
  authors:
  - Ada Lee
  - Bo Sample
  publisher: Journal of Patience
  date: '2024-03-05'
  link: https://doi.org/10.5555/12345678
  image: images/clock.png
  description: A study.
  repo: clockless-example/wait
  tags: [clocks, waiting]
  plugin: sources.py
  extra-links:
  - type: preprint
    link: https://example.org/preprint
  - type: source
    text: Analyses
    link: https://example.org/analyses
- id: arxiv:2304.99999
  title: Late
  authors: [Ada Lee]
  publisher: arXiv
  date: '2023-01-02'
  oddity: x
""",
    "_data/sources.yaml": "- id: doi:10.5555/12345678\n- id: doi:10.5555/99999\n- id: manual\n  title: Written by hand\n  authors: [Bo Sample]\n  date: 2020-01-01\n  link: https://example.org/hand\n",
    "_data/projects.yaml": """
- title: Halfsort
  subtitle: a library
  group: featured
  image: images/clock.png
  link: https://example.org/halfsort
  description: Sorts _half_.
  repo: clockless-example/halfsort
  tags: [software]
- title: Clock data
  link: https://example.org/data
""",
    "_members/ada-lee.md": """---
name: Ada Lee
image: images/ada.jpg
role: pi
aliases: [A. Lee, A Lee]
affiliation: University of Lower Elsinore
links:
  home-page: https://ada.example.org
  orcid: 0000-0002-1825-0097
  email: ada@example.org
  github: ada
---

Ada waits. See {% include icon.html icon="x" %}[research](research).
""",
    "_members/bo-sample.md": "---\nname: Bo Sample\nrole: phd\ndescription: PhD candidate\nhobby: rain\n---\n\nBo is late.\n",
    "_members/cy-gone.md": "---\nname: Cy Gone\nrole: phd\ngroup: alum\n---\n",
    "_posts/2024-01-20-late-again.md": "---\ntitle: Late again\nauthor: bo-sample\ntags: [news]\n---\n\nWe were [late](/members/bo-sample).\n",
    "index.md": """---
---

# Clockless Lab

We wait.

{% include section.html %}

## Highlights

{% capture text %}

We **publish**.

{%
  include button.html
  link="research"
  text="See our papers"
  icon="fa-solid fa-arrow-right"
%}

{% endcapture %}

{%
  include feature.html
  image="images/clock.png"
  link="research"
  title="Our Research"
  text=text
%}
""",
    "research/index.md": """---
title: Research
nav:
  order: 1
  tooltip: Published works
---

# {% include icon.html icon="fa-solid fa-microscope" %}Research

## Highlighted

{% include citation.html lookup="Clocks that wait" style="rich" %}

## All

{% include search-box.html %}

{% include list.html data="citations" component="citation" style="rich" %}
""",
    "projects/index.md": """---
title: Projects
nav: {order: 2}
---

## Featured

{% include list.html component="card" data="projects" filters="group: featured" %}

## More

{% include list.html component="card" data="projects" filter="!group" %}
""",
    "team/index.md": """---
title: Team
nav: {order: 3}
---

# Team

{% include list.html data="members" component="portrait" filters="role: pi, group: " %}
{% include list.html data="members" component="portrait" filter="role != 'pi' and group != 'alum'" %}

## Alumni

{% include list.html data="members" component="portrait" filter="group == 'alum'" %}

{% include alert.html type="tip" content="Join us." %}

{% capture content %}
{% include figure.html image="images/clock.png" caption="A clock" link="https://example.org/clock" %}
{% endcapture %}
{% include grid.html style="square" content=content %}
{% include unknown.html x="y" %}
""",
    "blog/index.md": "---\ntitle: Blog\nnav: {order: 4}\n---\n\n# Blog\n\n{% include list.html data=\"posts\" component=\"post-excerpt\" %}\n",
    "about.md": "---\ntitle: About\n---\n\nHidden {{ config }} page. {% if x %}no{% endif %}\n",
    "404.md": "---\ntitle: 404\n---\n",
    "README.md": "Readme\n",
    "images/clock.png": "x",
    "images/ada.jpg": "x",
    "images/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "images/icon.png": "x",
    "CNAME": "lab.example.org\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("lab"), SITE)


@pytest.fixture(scope="module")
def built(site: Imported) -> Path:
    return engines.built(site.folder / "mkdocs.yml")


def test_kind(site: Imported, tmp_path: Path) -> None:
    assert site.report.kind == "lab-website-template"
    with pytest.raises(importers.CannotImport, match=r"_config\.yaml"):
        importers.run("lab-website", written(tmp_path / "a", {"x.md": "x"}), tmp_path / "b")


def test_the_lab_itself(site: Imported) -> None:
    assert site.academic["profile"] == {
        "name": "Clockless Lab",
        "type": "organization",
        "role": "Time without hands",
        "bio": "We study clocks that wait.",
        "avatar": "images/logo.svg",
        "email": "lab@example.org",
        "links": {
            "orcid": "0000-0002-1825-0097",
            "googlescholar": "EXAMPLEAAAAJ",
            "github": "clockless-example",
        },
    }
    settings = site.yaml("mkdocs.yml")
    assert settings["site_url"] == "https://lab.example.org/"  # type: ignore[index]
    assert settings["theme"]["favicon"] == "images/icon.png"  # type: ignore[index]
    assert site.told("_config.yaml:8", "`strange`")
    assert site.told("_config.yaml", "images/background.jpg")


def test_members_field_by_field(site: Imported, built: Path) -> None:
    assert site.yaml("data/people.yml") == {
        "ada-lee": {
            "name": "Ada Lee",
            "aliases": ["A. Lee", "A Lee"],
            "role": "Principal Investigator",
            "affiliation": "University of Lower Elsinore",
            "photo": "images/ada.jpg",
            "url": "https://ada.example.org",
            "email": "ada@example.org",
            "links": {"orcid": "0000-0002-1825-0097", "github": "ada"},
            "bio": "Ada waits. See [research](research.md).",
        },
        "bo-sample": {
            "name": "Bo Sample",
            "role": "PhD Student",
            "position": "PhD candidate",
            "bio": "Bo is late.",
        },
        "cy-gone": {"name": "Cy Gone", "role": "PhD Student", "end": "left"},
    }
    assert site.told("_members/bo-sample.md:5", "`hobby`")
    assert site.page("people/ada-lee.md") == '{{ person("ada-lee") }}'
    shown = (built / "people" / "ada-lee" / "index.html").read_text("utf-8")
    assert 'Ada waits. See <a href="../../research/">research</a>' in shown
    assert "Clocks that wait" in shown


def test_papers_field_by_field(site: Imported) -> None:
    first, second, third = site.yaml("data/papers.yml")  # type: ignore[misc]
    assert first == {
        "key": "lee2024clocks",
        "title": "Clocks that wait",
        "authors": ["Ada Lee", "Bo Sample"],
        "venue": "Journal of Patience",
        "date": "2024-03-05",
        "additional_info": "A study.",
        "doi": "10.5555/12345678",
        "url": "https://doi.org/10.5555/12345678",
        "preview": "images/clock.png",
        "tags": ["clocks", "waiting"],
        "links": {
            "preprint": "https://example.org/preprint",
            "Analyses": "https://example.org/analyses",
            "source": "https://github.com/clockless-example/wait",
        },
    }
    assert second["arxiv"] == "2304.99999"  # type: ignore[index]
    assert third["title"] == "Written by hand"  # type: ignore[index]
    assert site.told("_data/citations.yaml:27", "`oddity`")
    assert site.told("_data/sources.yaml", "doi:10.5555/99999")
    papers = {one.key: one for one in load_site(site.folder / "mkdocs.yml").publications}
    assert papers["lee2024clocks"].teaser == "images/clock.png"


def test_pages_and_their_parts(site: Imported) -> None:
    home = site.page("index.md")
    assert home.startswith("{{ profile() }}\n\nWe wait.")
    order = ("[Our Research](research.md)", "![Our Research](images/clock.png)", "We **publish**.")
    places = [home.index(one) for one in (*order, "[See our papers](research.md)")]
    assert places == sorted(places)
    research = site.page("research.md")
    assert '{{ publications(keys=["lee2024clocks"], group_by="none") }}' in research
    assert "## All\n\n\n{{ publications(level=3) }}" in research
    team = site.page("team.md")
    for part in (
        '{{ people(role=["Principal Investigator"], alumni=false) }}',
        '{{ people(role=["PhD Student"], alumni=false) }}',
        '{{ people(alumni="only") }}',
        "!!! tip\n\n    Join us.",
        "[![A clock](images/clock.png)](https://example.org/clock)\n\nA clock",
    ):
        assert part in team
    assert site.told("unknown.html")
    about = site.page("about.md")
    assert about.split() == ["Hidden", "page."]
    assert site.told("about.md", "no place in the navigation")


def test_projects_in_groups(site: Imported) -> None:
    assert site.page("projects.md").split("\n\n") == [
        "## Featured",
        "\n{{ projects_featured() }}",
        "\n## More",
        "\n{{ projects() }}",
    ]
    assert site.yaml("data/projects_featured.yml") == [
        {
            "name": "Halfsort",
            "role": "a library",
            "url": "https://example.org/halfsort",
            "image": "images/clock.png",
            "tags": ["software"],
            "links": {"source": "https://github.com/clockless-example/halfsort"},
            "text": "Sorts _half_.",
        }
    ]
    assert site.yaml("data/projects.yml") == [
        {"name": "Clock data", "url": "https://example.org/data"}
    ]


def test_posts(site: Imported) -> None:
    assert "- 2024-01-20 [Late again](../blog/late-again.md)" in site.page("blog/index.md")
    post = site.page("blog/late-again.md")
    assert post.startswith("2024-01-20 · [Bo Sample](../people/bo-sample.md) · Tags: news")
    assert "[late](../people/bo-sample.md)" in post


def test_navigation(site: Imported) -> None:
    assert site.nav == [
        {"Home": "index.md"},
        {"Research": "research.md"},
        {"Projects": "projects.md"},
        {"Team": "team.md"},
        {"Blog": "blog/index.md"},
    ]


def test_a_check_is_quiet(site: Imported, built: Path) -> None:
    command = [sys.executable, "-m", "mkdocs_academic", "check"]
    result = subprocess.run(command, cwd=site.folder, capture_output=True, text=True, check=False)
    assert result.stdout == "Nothing is wrong.\n"


def test_data_that_no_page_shows_is_told(tmp_path: Path) -> None:
    files = {**SITE, "_data/tools.yaml": "- title: A\n- title: B\n"}
    for name in ("research/index.md", "projects/index.md", "blog/index.md"):
        files[name] = "---\ntitle: X\nnav: {order: 1}\n---\n\nText\n"
    files["index.md"] = "---\n---\n\n# Welcome\n\nText\n"
    found = Imported(tmp_path, files)
    assert found.told("_data/tools", "2 of 2 are shown by no page")
    assert found.told("_data/projects", "2 of 2")
    assert found.told("no page lists the papers")
    start = "# Welcome\n\n{{ profile(heading=false) }}\n\nText"
    assert found.page("index.md") == start


EVIL = "{{ macros_info() }}<script>alert(1)</script>[x](javascript:alert(1))"


def test_nothing_of_a_stranger_runs(tmp_path: Path) -> None:
    files = {
        "_config.yaml": f"title: '{EVIL}'\nsubtitle: '{EVIL}'\ndescription: '{EVIL}'\nlinks: {{email: 'javascript:alert(1)', github: 'javascript:alert(1)'}}\nurl: 'javascript:alert(1)'\n",
        "_data/citations.yaml": f"- id: 'doi:{EVIL}'\n  title: '{EVIL}'\n  authors: ['{EVIL}', 3, [x]]\n  link: 'javascript:alert(1)'\n  image: 'javascript:alert(1)'\n  extra-links: [x, {{link: 'javascript:alert(1)'}}]\n- x\n- {{id: only}}\n",
        "_data/projects.yaml": f"- title: '{EVIL}'\n  description: '{EVIL}'\n  link: 'javascript:alert(1)'\n- [x]\n",
        "_data/broken.yaml": "a: [\n",
        "_members/../evil.md": "x",
        "_members/x.md": f"---\nname: '{EVIL}'\nrole: '{EVIL}'\nimage: 'javascript:alert(1)'\nlinks: [x]\naliases: {{a: b}}\n---\n{EVIL}\n",
        "_posts/odd.md": f"---\ntitle: '{EVIL}'\nauthor: [x]\n---\n{EVIL}\n",
        "index.md": f"---\ntitle: '{EVIL}'\n---\n# {EVIL}\n{{% include list.html data='projects' filter='(((' %}}\n{{% include list.html data='../../x' %}}\n{{% capture a %}}{{% capture b %}}never ended {EVIL}\n{{% include feature.html title='{EVIL}' link='javascript:alert(1)' image='javascript:alert(1)' %}}\n{{% include button.html text='b' link='javascript:alert(1)' %}}\n{{% include ../../secret.html %}}\n{{% include %}}\n",
    }  # fmt: skip
    (tmp_path / "secret.html").write_text("SECRET", "utf-8")
    found = Imported(tmp_path, files)
    site = engines.built(found.folder / "mkdocs.yml")
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "SECRET" not in text
        assert "<script>alert" not in text
        assert 'href="javascript:' not in text
        assert "Macros Plugin" not in text


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("role: pi", "a"),
        ("role: ^(?!pi$)", "bc"),
        ("role == 'phd' and group != 'alum'", "b"),
        ("role: phd, group: alum", "c"),
        ("group: ", "ab"),
        ("group == nil", "ab"),
        ("!group", "ab"),
        ("group", "c"),
        ("tags: x", "a"),
        ("(((", "abc"),
        ("role: p.*i$, group: ", "a"),
        ("role == 'pi' or group == 'alum'", "ac"),
        ("role == 'pi' || role == 'phd' && !group", "ab"),
        ("role =~ /^PH/i", "bc"),
        ("role !~ /ph/", "a"),
        ("tags.include? 'y'", "a"),
        ("!tags.include?('y')", "bc"),
        ("title == 'Salt and pepper'", "b"),
        ("year >= '2021'", "bc"),
        ("year < 2021", "a"),
        ("not group", "ab"),
        ("role =~ /(a+)+$/", "abc"),
        ("role =~ /[/", "abc"),
        (f"role =~ /{'?:' * 60}{{/", "abc"),
    ],
)
def test_filters(given: str, names: str) -> None:
    rows = [
        {"name": "a", "role": "pi", "tags": ["x", "y"], "year": "2020"},
        {"name": "b", "role": "phd", "title": "Salt and pepper", "year": "2021"},
        {"name": "c", "role": "phd", "group": "alum", "year": "2022"},
    ]
    assert "".join(one["name"] for one in filters.fitting(rows, filters.split(given))) == names


def test_a_filter_that_is_not_understood_is_told() -> None:
    told: list[str] = []
    filters.fitting([{}], filters.split("date.year > 3 or x"), told.append)
    assert told == ["the filter `date.year > 3 or x` is not understood: its list shows all"]


def test_names_of_lists_and_sections_do_not_meet(tmp_path: Path) -> None:
    files = {
        "_data/openings.yaml": "- title: PhD\n  subtitle: Clocks\n",
        "jobs.md": '---\nnav: {order: 1}\n---\n{% include list.html data="openings" component="card" %}\n',
    }
    site = Imported(tmp_path, SITE | files)
    assert "{{ openings_list() }}" in site.page("jobs.md")
    assert site.academic["openings_list"] == {
        "like": "projects",
        "items": "data/openings_list.yml",
    }
    load_site(site.folder / "mkdocs.yml")


def test_what_pages_of_a_lab_say(tmp_path: Path) -> None:
    page = """---
title: More
nav: {order: 9}
image: images/clock.png
redirect_from: /old
---
1. Write to {% include button.html type="email" link="lab@example.org" style="bare" %}
{% include button.html type="phone" text="(555) 1" link="+1" %}
{% include button.html type="phone" link="+1-555" %}
{% include button.html type="github" link="clockless-example" %}
{% include button.html type="dryad" text="Data" link="d1" tooltip="All (of it)" %}
{% include tags.html tags=site.tags %}
{% include card.html title=site.title %}
See [Bo]({% link _members/bo-sample.md %}), [late]({% post_url 2024-01-20-late-again %}).
{% include post-excerpt.html lookup="late AGAIN" %}
{% include portrait.html lookup="nobody" %}
{% include map.html %}
{% for one in site.data.funders %}- {{ one.name }}{% endfor %}
"""
    files = {
        "more/index.md": page,
        "_data/funders.yaml": "- name: Patience Fund\n",
        "_data/types.yaml": "dryad: {link: 'https://dryad.example.org/$VALUE'}\npi: {description: Head}\n",
        "_posts/2025-02-03-no_title-here.md": "---\nauthor: ada-lee\n---\nSee [old](/old).\n",
    }
    site = Imported(tmp_path, SITE | files)
    text = site.page("more.md")
    assert "1. Write to [Email](mailto:lab@example.org)" in text
    assert "(555) 1\n" in text
    assert "Phone: +1-555" in text
    assert "[Github](https://github.com/clockless-example)" in text
    assert '[Data](https://dryad.example.org/d1 "All of it")' in text
    assert "site.t" not in text
    assert "**Clockless Lab**" in text
    assert "[Bo](people/bo-sample.md), [late](blog/late-again.md)" in text
    assert "- 2024-01-20 [Late again](blog/late-again.md)" in text
    assert "- Patience Fund" in text
    assert not site.told("_data/funders")
    assert site.told("`more/index.md:4`", "image")
    assert site.told("`more/index.md:17`", "map.html")
    assert site.told("no member is `nobody`")
    assert "title: No Title Here\n" in site.text("docs/blog/no-title-here.md")
    assert site.page("blog/no-title-here.md").endswith("See [old](../more.md).")


def test_fields_of_members_and_papers(tmp_path: Path) -> None:
    config = SITE["_config.yaml"] + "  address: 1 Clock Street\n  phone: '+1 2'\n"
    member = """---
name: Dee Late
role: phd
pronouns: they/them
start: 2021
end: soon
affiliations: [A, B]
education: [BSc Clocks]
search: late
links: {dryad: d1, email: dee at home}
---
Dee is *late*.

## Papers

{% include citation.html lookup="late" %}

Below.
"""
    paper = """
- id: manual-1
  title: 'A <i>late</i> study of &delta;<sup>18</sup>O and CO<sub>2x</sub>'
  year: 2021
  url: https://example.org/late
  abstract: We wait.
  description: Some *emphasis* with [data](https://example.org/data).
  repo: clockless-example/late
  group: featured
  odd: 1
  buttons: [{type: code, link: 'https://github.com/clockless-example/late'}]
- id: doi:10.5555/untitled
"""
    files = {
        "_config.yaml": config,
        "_members/dee-late.md": member,
        "_data/types.yaml": "dryad: {link: 'https://dryad.example.org/$VALUE'}\n",
        "_data/citations.yaml": SITE["_data/citations.yaml"] + paper,
    }
    site = Imported(tmp_path, SITE | files)
    profile = site.academic["profile"]
    assert isinstance(profile, dict)
    assert profile["location"] == "1 Clock Street"
    people = site.yaml("data/people.yml")
    assert isinstance(people, dict)
    assert people["dee-late"] == {
        "name": "Dee Late",
        "role": "PhD Student",
        "start": "2021",
        "pronouns": "they/them",
        "affiliation": "A, B",
        "links": {"dryad": "https://dryad.example.org/d1"},
        "bio": "Dee is *late*.",
    }
    assert site.page("people/dee-late.md").startswith('{{ person("dee-late") }}\n\n## Papers\n')
    papers = site.yaml("data/papers.yml")
    assert isinstance(papers, list)
    assert next(one for one in papers if one["key"] == "2021late") == {
        "key": "2021late",
        "title": "A late study of δ¹⁸O and CO$_{\\text{2x}}$",
        "date": "2021",
        "abstract": "We wait.",
        "url": "https://example.org/late",
        "additional_info": "Some emphasis with data.",
        "links": {
            "code": "https://github.com/clockless-example/late",
            "data": "https://example.org/data",
        },
    }
    assert site.told("`_config.yaml:15`", "phone: +1 2")
    assert site.told("`_members/dee-late.md:6`", "`end`")
    assert site.told("`_members/dee-late.md:10`", "dee at home")
    line = files["_data/citations.yaml"].partition("  odd:")[0].count("\n") + 1
    assert site.told(f"`_data/citations.yaml:{line}`", "`odd`")
    assert site.told("doi:10.5555/untitled", "no title", "`_data/citations.yaml:")


def test_fields_of_members_that_are_of_another_kind(tmp_path: Path) -> None:
    member = (
        "---\nname: Dee Late\nrole: [phd, pi]\nimage: {src: x.png}\nlinks: [github]\nhobby:\n---\n"
    )
    site = Imported(tmp_path, SITE | {"_members/dee-late.md": member})
    people = site.yaml("data/people.yml")
    assert isinstance(people, dict)
    assert people["dee-late"]["role"] == "PhD Student, Principal Investigator"
    assert site.told("`_members/dee-late.md:4`", "`image` is no text")
    assert site.told("`_members/dee-late.md:5`", "`links` is no mapping")
    assert not site.told("_members/dee-late.md", "hobby")
