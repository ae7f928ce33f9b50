"""Fields of HugoBlox pages that are easily lost, each looked for in what they became."""

# ruff: noqa: E501 (lines of pages as people write them)

from __future__ import annotations

from pathlib import Path

import pytest

from .hugoblox_sites import WOWCHEMY
from .sites import Imported

ME = """
slug: me
is_owner: true
name: {display: Ada Fern, pronunciation: AY-da}
status: {icon: x}
education:
- {degree: PhD, institution: Loom}
awards:
- {title: Prize, url: https://a.example.org, certificate_url: https://c.example.org}
languages:
- {name: English, percent: 100, label: Native}
experience:
- position: Weaver
  summary: |2-
      Duties:
      - threads
links:
- {icon: document-arrow-down, url: /uploads/cv.pdf, label: CV}
"""
HOME = """---
type: landing
sections:
- block: resume-biography
  content: {username: me}
- block: resume-languages
  content: {title: Speaks, username: me}
- block: resume-experience
  content: {username: me}
- block: resume-awards
  content: {username: me}
- block: faq
  content:
    title: Questions
    items:
    - {question: Is it slow?, answer: Yes, image: loom.png}
    - {question: Gone, answer: It is, image: gone.png}
- block: contact-info
  content: {title: Write, coordinates: {latitude: '1.5', longitude: '2'}, form: {provider: netlify}}
- {block: tag-cloud, content: {title: Topics}}
---
"""
KIT = {
    "config/_default/hugo.yaml": "title: Ada Fern\nmodule: {imports: [{path: github.com/HugoBlox/kit}]}\n",
    "config/_default/params.yaml": """
hugoblox:
  identity: {description: Looms., tagline: Warp}
  footer: {copyright: {notice: '© {year} Ada, [licence]({license})', license: {enable: true, allow_derivatives: true, share_alike: true, allow_commercial: true}}}
  header: {cta: {text: Hire me}}
""",
    "data/authors/me.yaml": ME,
    "content/_index.md": HOME,
    "config/_default/menus.yaml": "main:\n- {name: Bio, url: /}\n- {name: Blog, url: /blog/}\n",
    "assets/media/loom.png": "x",
    "static/uploads/cv.pdf": "x",
    "content/publications/one/index.md": "---\ntitle: H<sub>2</sub>O\nauthors: [me, {name: Bo Ho}, et al.]\nodd: 1\ndate: 2024\n---\n",
    "content/publications/two/index.md": "---\ntitle: Two\nauthors: [me]\nauthor_notes: [Equal contribution]\ndate: 2024\n---\n",
    "content/publications/two/cite.bib": "@misc{two2023, title={Two}, author={Else, Eva and Ho, Bo}, year={2023}}\n",
    "content/publications/three/index.md": "---\ntitle: Three\nauthors: Ada Fern, Bo Ho and Eva Else\ndate: 2023\n---\n",
    "content/publications/four/index.md": "---\ntitle: Four\nauthors: [Warp and Weft Group, Ho]\ndate: 2022\n---\n",
    "content/blog/hi.md": """---
title: Hi
date: 2024-02-03
---
{{< cta cta_text="Do it" cta_link="https://do.example.org" >}}

{{< mermaid >}}
graph TD;
{{< /mermaid >}}

- [x] done
""",
}


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("kit"), KIT)


def test_profiles(kit: Imported) -> None:
    profile = kit.academic["profile"]
    assert isinstance(profile, dict)
    assert profile["cv"] == "uploads/cv.pdf"
    assert kit.yaml("data/honors.yml") == [
        {
            "title": "Prize",
            "url": "https://c.example.org",
            "links": {"Website": "https://a.example.org"},
        }
    ]
    assert "- English: 100%, Native" in kit.page("index.md")
    assert "\n  text: |-\n    Duties:\n\n    - threads\n" in kit.text("data/experience.yml")
    assert kit.told("`data/authors/me.yaml:5`", "status")
    assert kit.told("`data/authors/me.yaml:4`", "pronunciation: AY-da")


def test_settings_of_the_newest_generation(kit: Imported) -> None:
    assert "site_description: Looms.\ncopyright: © Ada, licence\n" in kit.text("mkdocs.yml")
    assert kit.nav == [{"Bio": "index.md"}, {"Blog": "blog/index.md"}]
    assert kit.told("params.header.cta", "Hire me")
    assert kit.told("params.identity.tagline", "Warp")


@pytest.mark.parametrize(
    ("switches", "name"),
    [
        ("{enable: true}", "CC BY-NC-ND 4.0"),
        ("{allow_commercial: true, allow_derivatives: true}", "CC BY 4.0"),
        ("{allow_derivatives: true, share_alike: true}", "CC BY-NC-SA 4.0"),
        ("{enable: false}", ""),
        ("none", ""),
    ],
)
def test_the_licence(switches: str, name: str, tmp_path: Path) -> None:
    config = {
        "config/_default/config.yaml": "title: Ada\ncopyright: '© {year} Ada. {license}'\n",
        "config/_default/params.yaml": f"footer: {{copyright: {{license: {switches}}}}}\n",
    }
    site = Imported(tmp_path, WOWCHEMY | config)
    assert f"\ncopyright: {f'© Ada. {name}'.strip()}\n" in site.text("mkdocs.yml")


def test_blocks(kit: Imported) -> None:
    page = kit.page("index.md")
    assert "- **Is it slow?**: Yes" in page  # PyYAML does not read that as it stands
    assert "![Is it slow?](media/loom.png)" in page
    assert "gone.png" not in page
    assert kit.told("`content/_index.md:17`", "gone.png")
    assert kit.told("`content/_index.md:19`", "the form of “Write”")
    assert kit.told("`content/_index.md", "the map at `1.5; 2`")
    assert kit.told("`content/_index.md:20`", "`tag-cloud`")


def test_papers(kit: Imported) -> None:
    papers = kit.text("papers.bib")
    assert "title = {H₂O}" in papers
    assert "author = {Ada Fern and Bo Ho and others}" in papers
    assert "author = {Ada Fern and Bo Ho and Eva Else}" in papers
    assert "author = {{Warp and Weft Group} and Ho}" in papers
    assert kit.told("`content/publications/one/index.md:4`", "odd: 1")
    assert kit.told("`content/publications/two/index.md:4`", "author_notes")
    assert kit.told("`content/publications/two/index.md:5`", "`year` is “2023”")


def test_texts(kit: Imported) -> None:
    page = kit.page("blog/hi.md")
    assert "[Do it](https://do.example.org)" in page
    assert kit.told("`content/blog/hi.md:7`", "mermaid")
    assert "- pymdownx.tasklist\n" in kit.text("mkdocs.yml")


def test_a_box_without_a_title_in_data(tmp_path: Path) -> None:
    box = "{{% callout note %}}\nLook.\n{{% /callout %}}\n"
    person = f"---\ntitle: Bo\nsuperuser: true\nuser_groups: [Weavers]\n---\nBo weaves.\n\n{box}"
    site = Imported(tmp_path, WOWCHEMY | {"content/authors/bo/_index.md": person})
    people = site.academic["people"]
    assert isinstance(people, dict)
    assert people["bo"]["bio"] == "Bo weaves.\n\nLook."
    assert site.told("`content/authors/bo/_index.md:3`", "the site is about Ada Fern")
