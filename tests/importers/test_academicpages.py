"""A site of academicpages: a file for each paper, talk, course and work."""

# ruff: noqa: E501 (lines of pages as people write them)

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_academic.site import load_site

from .. import engines
from .sites import Imported

PAPER = """---
title: "Paper Title Number 1"
collection: publications
category: manuscripts
permalink: /publication/paper-1
excerpt: 'This paper is about the number 1.'
date: 2009-10-01
venue: 'Journal 1'
slidesurl: 'https://example.org/slides1.pdf'
paperurl: 'https://samlee.github.io/files/paper1.pdf'
bibtexurl: 'https://example.org/bibtex1.bib'
citation: 'Lee, Sam. (2009). &quot;Paper Title Number 1.&quot; <i>Journal 1</i>. 1(1).'
award: Second prize
---
"""
SITE = {
    "_config.yml": """
title: Sam Lee / site
url: https://samlee.github.io
author:
  avatar: profile.png
  name: Sam Lee
  pronouns: she/her
  bio: Short biography
  location: Earth
  employer: Red Brick University
  email: sam@uni.edu
  github: samlee
publication_category:
  manuscripts: {title: Journal Articles}
  conferences: {title: Conference Papers}
permalink: /:categories/:title/
analytics: {provider: google, google: {tracking_id: G-123}}
""",
    "_pages/about.md": "---\npermalink: /\ntitle: About me\n---\nThis is me. My [paper](/publication/paper-1) and [talk](/talks/2012-t), a [post](/posts/2020/one/).\n",
    "_pages/cv.md": "---\ntitle: CV\npermalink: /cv/\n---\n\n## Papers\n<ul>{% for post in site.publications reversed %}{% include archive-single-cv.html %}{% endfor %}</ul>\n",
    "_pages/talks.html": "---\ntitle: Talks and presentations\npermalink: /talks/\n---\nAsk me for *slides*.\n\n{% for post in site.talks reversed %}{% include archive-single-talk.html %}{% endfor %}\n",
    "_pages/publications.html": "---\ntitle: Papers\npermalink: /publications/\n---\n{% for category in site.publication_category %}{% for post in site.publications reversed %}{% include archive-single.html %}{% endfor %}{% endfor %}\n",
    "_pages/year-archive.html": "---\ntitle: Blog posts\npermalink: /year-archive/\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n",
    "_data/navigation.yml": "main:\n  - {title: Publications, url: /publications/}\n  - {title: Talks, url: /talks/}\n  - {title: Blog, url: /year-archive/}\n  - {title: Guide, url: /markdown/}\n  - {title: CV, url: /cv/}\n",
    "_publications/2009-10-01-p1.md": PAPER,
    "_publications/2011-05-07-p2.md": """---
title: "On & On"
category: conferences
date: 2011-05-07
venue: 'Conference of C'
paperurl: 'https://example.org/p2'
citation: 'Lee, S., Sample B., Person. (2011). On On.'
---
# A page of its own

With more than an excerpt.
""",
    "_publications/2012-01-01-p3.md": "---\ntitle: With a File\ncategory: conferences\ndate: 2012-01-01\nvenue: C\nbibtexurl: /files/p3.bib\n---\n",
    "files/p3.bib": '@inproceedings{other, title={With a {File}}, author={Lee, Sam and G{\\"o}del, Kurt}, booktitle={C}, pages={1--9}}',
    "files/paper1.pdf": "x",
    "images/profile.png": "x",
    "images/w.png": "x",
    "_talks/2012-03-01-t.md": '---\ntitle: "Talk 1"\ncollection: talks\ntype: Tutorial\npermalink: /talks/2012-t\nvenue: "UC SF"\ndate: 2012-03-01\nlocation: "San Francisco, CA"\nsponsor: NSF\n---\n[More](https://example.org/more) here.\n',
    "_teaching/2014-s.md": '---\ntitle: "Course 1"\ntype: "Undergraduate course"\nvenue: "University 1"\ndate: 2014-01-01\nlocation: "City"\n---\ndesc\n\nHeading\n======\n\nLong.\n',
    "_portfolio/w.md": "---\ntitle: Work\nexcerpt: \"Short<br/><img src='/images/w.png'>\"\n---\nSomething made.\n",
    "_posts/2020-02-03-one.md": "---\ntitle: One\npermalink: /posts/2020/one/\ntags: [a b, c]\n---\nText.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("pages"), SITE)


def test_it_is_known_and_builds_without_a_warning(site: Imported) -> None:
    assert site.report.kind == "academicpages"
    assert site.report.found == site.report.out == 6
    loaded = load_site(site.folder / "mkdocs.yml")
    assert (loaded.mistakes, loaded.warnings) == ((), ())
    engines.built(site.folder / "mkdocs.yml")


def test_profile(site: Imported) -> None:
    assert site.academic["profile"] == {
        "name": "Sam Lee",
        "pronouns": "she/her",
        "role": "Short biography",
        "affiliation": "Red Brick University",
        "location": "Earth",
        "avatar": "images/profile.png",
        "email": "sam@uni.edu",
        "links": {"github": "samlee"},
    }


def test_papers(site: Imported) -> None:
    papers = site.text("papers.bib")
    assert papers.split("\n\n")[-1] == (
        "@article{lee2009paper,\n"
        "  title = {Paper Title Number 1},\n"
        "  author = {Lee, Sam},\n"
        "  journal = {Journal 1},\n"
        "  year = {2009},\n"
        "  month = oct,\n"
        "  volume = {1},\n"
        "  number = {1},\n"
        "  pdf = {files/paper1.pdf},\n"
        "  slides = {https://example.org/slides1.pdf},\n"
        "  note = {This paper is about the number 1.},\n"
        "}\n"
    )
    assert (
        "@inproceedings{2011on,\n  title = {On \\& On},\n  booktitle = {Conference of C}," in papers
    )
    assert site.told(
        "“On & On”", "authors could not be told for sure", "Lee, S., Sample B., Person."
    )
    assert site.told("“Paper Title Number 1”", "award: Second prize")
    assert site.academic["publications"] == {
        "bibliography": "papers.bib",
        "overlay": "data/publications.yml",
        "group_by": "type",
        "groups": {"article": "Journal Articles", "inproceedings": "Conference Papers"},
    }


def test_a_file_of_bibtex_is_believed(site: Imported) -> None:
    papers = {one.title: one for one in load_site(site.folder / "mkdocs.yml").publications}
    assert [one.name.family for one in papers["With a File"].authors] == ["Lee", "Gödel"]


def test_more_about_a_paper(site: Imported) -> None:
    beside = site.yaml("data/publications.yml")
    assert beside["lee2009paper"] == {"links": {"BibTeX file": "https://example.org/bibtex1.bib"}}  # type: ignore[index]
    assert beside["2011on"] == {"links": {"Page": "publications/2011-05-07-p2.md"}}  # type: ignore[index]
    assert "With more than an excerpt." in site.page("publications/2011-05-07-p2.md")


def test_talks_teaching_and_portfolio(site: Imported) -> None:
    assert site.yaml("data/talks.yml") == [
        {
            "date": "2012-03-01",
            "title": "Talk 1",
            "event": "UC SF",
            "location": "San Francisco, CA",
            "tags": "Tutorial",
            "text": "[More](https://example.org/more) here.",
        }
    ]
    assert site.told("2012-03-01-t.md", "sponsor: NSF")
    assert site.yaml("data/teaching.yml") == [
        {
            "date": "2014",
            "course": "Course 1",
            "institution": "University 1, City",
            "tags": "Undergraduate course",
            "url": "teaching/2014-s.md",
        }
    ]
    assert "Long." in site.page("teaching/2014-s.md")
    assert site.yaml("data/projects.yml") == [
        {"name": "Work", "text": "Short\n\nSomething made.", "image": "images/w.png"}
    ]


def test_pages_links_and_navigation(site: Imported) -> None:
    home = site.page("index.md")
    assert "[paper](publications.md) and [talk](talks.md), a [post](blog/2020-02-03-one.md)" in home
    assert site.page("cv.md") == "## Papers\n\n{{ publications(level=3) }}"
    assert "title: Talks and presentations" in site.text("docs/talks.md")
    assert site.page("talks.md") == "Ask me for *slides*.\n\n{{ talks() }}"
    assert site.page("publications.md") == "{{ publications() }}"
    assert site.nav == [
        {"About": "index.md"},
        {"Publications": "publications.md"},
        {"Talks": "talks.md"},
        {"Blog": "blog/index.md"},
        {"CV": "cv.md"},
    ]
    assert site.told("`Guide: /markdown/` leads nowhere now")
    assert site.told("docs/teaching.md", "outside of the navigation")
    assert site.told("`analytics`", "G-123")


def test_what_has_no_such_files_is_a_page_of_boxes(tmp_path: Path) -> None:
    files = {name: text for name, text in SITE.items() if name.startswith(("_config", "_pages"))}
    assert Imported(tmp_path, files).report.kind == "acad-homepage"
