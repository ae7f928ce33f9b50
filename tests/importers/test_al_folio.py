"""A site of al-folio as its owner has it: posts with tags, citations, boxes, an order of pages."""

# ruff: noqa: E501 (lines of pages as people write them)

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_academic.site import load_site

from .. import engines
from .sites import Imported

PAPERS = """---
---
@article{lee2020x,
  title = {X}, author = {Lee, Ann}, journal = {J}, year = {2020},
  additional_info = {. *More Information* can be [found here](https://example.org/info)},
  award = {**Best** paper of [J](/assets/pdf/a.pdf), $a_1 * b_2$},
}
@inproceedings{lee2021y, title = {Y}, author = {Lee, Ann}, booktitle = {C}, year = {2021}, award = {Best Paper}}
"""
POST = """---
layout: post
title: Codes
date: 2024-03-05 10:00:00-0400
description: About $x^2$ codes
tags: storage math
categories: notes
thumbnail: assets/img/9.jpg
---
Inline $$E=mc^2$$ and

$$
\\|x\\|^2
$$

See {% cite lee2020x %}. {% include video.liquid path="https://www.youtube.com/embed/jNQ" %}

{% highlight python linenos %}
print(x["a"])
{% endhighlight %}

> ##### TIP
>
> A tip.
{: .block-tip }

{% details Click here %}
Hidden
{% enddetails %}

Footnote[^1].

[^1]: The note.
"""
SITE = {
    "_config.yml": """
first_name: Ann
last_name: Lee
url: https://ann.github.io
scholar: {bibliography: papers.bib}
permalink: /blog/:year/:title/
blog_name: Ann's notes
max_author_limit: 3
google_analytics: G-ABCDE12
enable_publication_badges: {altmetric: true}
latest_posts: {enabled: true}
collections: {projects: {output: true}, books: {output: true}}
""",
    "_data/socials.yml": "email: ann@hust-storage.vn\ngithub_username: ann\n",
    "_data/repositories.yml": "github_users: [ann]\ngithub_repos: [ann/wave]\n",
    "_bibliography/papers.bib": PAPERS,
    "_pages/about.md": "---\npermalink: /\nnav: false\n---\nHi[^1]. See [this post](/blog/2024/codes/).\n\n[^1]: A footnote text.\n",
    "_pages/publications.md": """---
title: publications
nav: true
nav_order: 3
---
<h2>Journals</h2>
{% bibliography --query @article %}
<h2>Conferences</h2>
{% bibliography --query @inproceedings %}
<h2>Books</h2>
{% bibliography --query @book %}
""",
    "_pages/teaching.md": "---\ntitle: teaching\ndescription: Courses I teach.\nnav: true\nnav_order: 1\n---\n\n- CS 101\n",
    "_pages/blog.md": "---\ntitle: blog\nnav: true\nnav_order: 2\n---\n{% for post in site.posts %}{% endfor %}\n",
    "_pages/repositories.md": "---\ntitle: repositories\nnav: true\nnav_order: 4\n---\n## GitHub\n{% for r in site.data.repositories.github_repos %}{% include repository/repo.liquid %}{% endfor %}\n",
    "_pages/empty.md": "---\ntitle: empty\nnav: true\n---\n## Nothing\n",
    "_pages/people.md": "---\nlayout: profiles\ntitle: people\nnav: true\nnav_order: 5\nprofiles:\n  - image: bo.jpg\n    content: about_bo.md\n    more_info: <p>Room 5</p>\n---\n",
    "_pages/about_bo.md": "**Bo** is a student.\n",
    "_pages/hidden.md": "---\ntitle: hidden\n---\nFor those who know.\n",
    "_pages/menu.md": "---\ntitle: more\nnav: true\nnav_order: 6\ndropdown: true\nchildren:\n  - {title: hidden, permalink: /hidden/}\n  - {title: divider}\n---\n",
    "_posts/2024-03-05-codes.md": POST,
    "_posts/2024-04-01-draft.md": "---\ntitle: Draft\npublished: false\n---\nNot yet.\n",
    "_posts/2023-01-01-distill.md": """---
layout: distill
title: Distilled
authors:
  - name: Ann Lee
    url: https://ann.github.io
    affiliations: {name: EU}
bibliography: distill.bib
---
Text <d-cite key="gregor"></d-cite> and <d-footnote>so</d-footnote>.
""",
    "assets/bibliography/distill.bib": "@article{gregor, title={DRAW: A {N}etwork}, author={Gregor, Karol and Danihelka, Ivo}, journal={arXiv}, year={2015}}",
    "_books/godfather.md": "---\ntitle: The Godfather\nauthor: Mario Puzo\ncover: assets/img/g.png\nstars: 5\nstarted: 2024-08-23\nbuy_link: https://example.org/buy\n---\nGood.\n",
    "_projects/wave.md": "---\ntitle: Wave\ngithub: https://github.com/ann/wave\n---\nSee {% cite lee2021y %}.\n\n<div class='row'>\n        <div>\n            {% include figure.liquid path='assets/img/g.png' title='g' %}\n        </div>\n</div>\n\n```html\n<div>code</div>\n```\n",
    "_news/one.md": "---\ndate: 2024-01-01\ninline: true\n---\nA paper: {% cite lee2020x %}.\n",
    "assets/img/g.png": "x",
    "assets/img/bo.jpg": "x",
    "assets/pdf/a.pdf": "x",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("folio"), SITE)


@pytest.fixture(scope="module")
def built(site: Imported) -> Path:
    return engines.built(site.folder / "mkdocs.yml")


def test_footnotes_stay_and_are_rendered(site: Imported, built: Path) -> None:
    assert "[^1]: A footnote text." in site.page("index.md")
    assert "footnotes" in site.yaml("mkdocs.yml")["markdown_extensions"]  # type: ignore[index]
    home = (built / "index.html").read_text("utf-8")
    assert 'class="footnote"' in home
    assert "A footnote text.&#160;" in home


def test_the_address_of_the_socials_comes_over(site: Imported) -> None:
    profile = site.academic["profile"]
    assert profile["email"] == "ann@hust-storage.vn"  # type: ignore[index]


def test_links_to_posts_lead_to_their_new_places(site: Imported) -> None:
    assert "[this post](blog/2024-03-05-codes.md)" in site.page("index.md")


def test_a_post_keeps_what_it_says(site: Imported, built: Path) -> None:
    page = site.page("blog/2024-03-05-codes.md")
    head = "2024-03-05 · Tags: storage, math · Categories: notes\n\nAbout $x^2$ codes\n"
    assert page.startswith(head)
    for part in (
        "Inline $E=mc^2$ and\n\n$$\n\\|x\\|^2\n$$",
        'See {{ cite("lee2020x") }}. [Video](https://www.youtube.com/watch?v=jNQ)',
        '```python\nprint(x["a"])\n```',
        '!!! tip "TIP"\n\n    A tip.',
        '??? note "Click here"\n\n    Hidden',
        "[^1]: The note.\n\n{{ bibliography() }}",
    ):
        assert part in page
    assert site.told("2024-03-05-codes.md", "thumbnail: assets/img/9.jpg")
    shown = (built / "blog" / "2024-03-05-codes" / "index.html").read_text("utf-8")
    assert shown.count('display="block"') == 1
    assert "$" not in shown[shown.index("Inline") : shown.index("A tip")]
    assert '<div class="admonition tip">' in shown
    assert '<details class="note">' in shown


def test_distill(site: Imported) -> None:
    page = site.page("blog/2023-01-01-distill.md")
    assert page.startswith("2023-01-01 · [Ann Lee](https://ann.github.io) (EU)")
    assert "Text [^gregor] and [^note-1]." in page
    cited = "[^gregor]: Gregor, Karol; Danihelka, Ivo. *DRAW: A Network*. arXiv. 2015"
    assert cited in page


def test_posts_that_are_not_published_stay_out(site: Imported) -> None:
    assert not (site.folder / "docs" / "blog" / "2024-04-01-draft.md").exists()
    assert site.told("2024-04-01-draft.md", "published: false")


def test_books(site: Imported) -> None:
    page = site.page("books/godfather.md")
    assert page.startswith("![The Godfather](../assets/img/g.png)")
    for line in ("- Author: Mario Puzo", "- Stars: 5", "- Started: 2024-08-23", "example.org/buy"):
        assert line in page
    assert "[The Godfather](godfather.md)" in site.page("books/index.md")


def test_lists_of_papers_stand_below_their_headings(site: Imported) -> None:
    assert site.page("publications.md") == (
        '## Journals\n\n{{ publications(type="article", level=3) }}\n\n'
        '## Conferences\n\n{{ publications(type="inproceedings", level=3) }}\n\n## Books'
    )
    assert site.told("no paper is of the type `book`")


def test_the_navigation_is_that_of_the_old_site(site: Imported) -> None:
    assert [next(iter(one.values())) for one in site.nav] == [
        "index.md",
        "teaching.md",
        "blog/index.md",
        "publications.md",
        "repositories.md",
        "people.md",
        [{"Hidden": "hidden.md"}],
        "projects.md",
    ]
    assert site.told("docs/books/index.md", "outside of the navigation")
    assert site.told("_pages/empty.md", "left out")


def test_pages_that_are_made_of_data(site: Imported) -> None:
    assert "[ann/wave](https://github.com/ann/wave)" in site.page("repositories.md")
    people = site.page("people.md")
    assert people == "![](assets/img/bo.jpg)\n\n**Bo** is a student.\n\nRoom 5"
    assert not (site.folder / "docs" / "about_bo.md").exists()


def test_pages_keep_their_description(site: Imported) -> None:
    assert "description: Courses I teach.\n" in site.text("docs/teaching.md")
    assert site.page("teaching.md").startswith("Courses I teach.")


def test_projects(site: Imported) -> None:
    (item,) = site.yaml("data/projects.yml")  # type: ignore[misc]
    assert item["links"] == {"code": "https://github.com/ann/wave"}  # type: ignore[index]
    page = site.page("projects/wave.md")
    assert "\n![g](../assets/img/g.png)\n" in page
    assert "```html\n<div>code</div>\n```" in page


def test_news_cite_by_a_link(site: Imported) -> None:
    (item,) = site.yaml("data/news.yml")  # type: ignore[misc]
    assert item["text"] == "A paper: [lee2020x](publications.md#lee2020x)."  # type: ignore[index]


def test_fields_that_were_markdown(site: Imported) -> None:
    assert site.text("papers.bib") == PAPERS
    assert site.yaml("data/publications.yml") == {
        "lee2020x": {
            "additional_info": "More Information can be found here",
            "award": "Best paper of J, $a_1 * b_2$",
            "links": {"found here": "https://example.org/info", "J": "assets/pdf/a.pdf"},
        }
    }
    papers = {one.key: one for one in load_site(site.folder / "mkdocs.yml").publications}
    shown = [one.url for one in papers["lee2020x"].links]
    assert {"https://example.org/info", "assets/pdf/a.pdf"} <= set(shown)


def test_settings_come_over_or_are_told(site: Imported) -> None:
    assert site.academic["publications"]["max_authors"] == "3"  # type: ignore[index]
    for words in ("G-ABCDE12", "enable_publication_badges", "latest_posts"):
        assert site.told(words)
    assert " remarks below." in site.text("IMPORT.md")


@pytest.mark.parametrize(
    "written", ["\ue030macros_info()\ue031", "&#xe030;macros_info()&#xe031;", "\ue00299\ue003"]
)
def test_no_text_is_taken_for_a_macro(tmp_path: Path, written: str) -> None:
    """The import marks what it writes itself by characters that anybody may use."""
    config = (
        'title: A\nfirst_name: Ann\nlast_name: Lee\ndescription: "\\uE030macros_info()\\uE031"\n'
    )
    files = {
        "_config.yml": f"{config}scholar: {{last_name: [Lee], first_name: [Ann]}}\n",
        "_bibliography/papers.bib": "@misc{a, title={T}, author={Ann Lee}, year=2020}\n",
        "_pages/about.md": f"---\nlayout: about\npermalink: /\n---\nHello {written} there.\n",
    }
    found = Imported(tmp_path, files)
    page = found.page("index.md")
    assert "Hello" in page
    assert "there." in page
    assert "macros_info() }}" not in page
    assert not re.search("[\ue000-\uf8ff]", page)
    assert "{{" not in found.text("mkdocs.yml")
