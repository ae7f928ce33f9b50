"""A site of PRISM as its owner has it: settings in TOML, a `.bib`, cards, texts, two languages."""

# ruff: noqa: E501 (lines of files as people write them)

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_academic import importers
from mkdocs_academic.importers.report import Report
from mkdocs_academic.importers.source import Source
from mkdocs_academic.site import load_site

from .. import engines
from .sites import Imported, written

CONFIG = """
[site]
title = "Ann Lee"
description = "Home page of Ann Lee."
favicon = "/favicon.svg"
last_updated = "May 1, 2026"

[author]
name = "Ann Lee"
title = "PhD Student"
institution = "University of Lower Elsinore"
avatar = "/bio.jpg"
motto = "Always_on"

[social]
email = "ann@example.org"
location = "Odense, Denmark"
location_url = "https://maps.example.org/odense"
location_details = ["School of Clocks,", "University of Lower Elsinore,", "Odense, Denmark"]
google_scholar = "https://scholar.google.com/citations?user=EXAMPLEAAAAJ"
orcid = "https://orcid.org/0000-0002-1825-0097"
github = "https://github.com/ann"
linkedin = ""
cv = "/cv.pdf"

[features]
enable_likes = true
enable_one_page_mode = false

[i18n]
enabled = true
locales = ["zh", "en"]
default_locale = "en"
mode = "auto"

[i18n.labels]
zh = "中文"
en = "English"

[[navigation]]
title = "About"
type = "page"
target = "about"
href = "/"

[[navigation]]
title = "Publications"
type = "page"
target = "publications"
href = "/publications"

[[navigation]]
title = "Awards"
type = "page"
target = "awards"
href = "/awards"

[[navigation]]
title = "Press"
type = "page"
target = "media"
href = "/media"

[[navigation]]
title = "CV"
type = "page"
target = "cv"
href = "/cv"

[[navigation]]
title = "Lab"
type = "link"
href = "https://lab.example.org/"

[[navigation]]
title = "Gone"
type = "page"
target = "gone"
href = "/gone"
"""
ABOUT = """
type = "about"
title = "About"

[profile]
research_interests = ["Clocks * Time", "C_n groups"]

[[sections]]
id = "about"
type = "markdown"
source = "bio.md"
title = "About me"

[[sections]]
id = "featured_publications"
type = "publications"
title = "Selected Publications"
filter = "selected"
limit = 3

[[sections]]
id = "news"
type = "list"
title = "News"
source = "news.toml"
limit = 2
"""
PAPERS = r"""@article{lee2024clocks,
  selected={true},
  title = {Clocks That Wait},
  author = {Lee, Ann# and Bo Sample#*},
  year = {2024},
  month = mar,
  journal = {Journal of Patience},
  doi = {10.5555/12345678},
  preview={clock.png},
  description={A study of 100\% of the \emph{waiting} clocks, $x_1 < 2$.},
  keywords={Clocks, Waiting},
  code = {https://example.org/code},
  abstract = {We wait.},
}

@inproceedings{lee2023late,
  title = {Late},
  author = {Ann Lee},
  conference = {Conference on Delay},
  year = {2023},
  reward = {Best Paper},
  rank = {CCF-A},
}
"""
SITE = {
    "content/config.toml": CONFIG,
    "content/about.toml": ABOUT,
    "content/bio.md": "I **wait**. See [my papers](/publications) and {{ config }}.\n- one\n  - two\n\n## More\nText\n",
    "content/news.toml": '[[news]]\ndate = "2026-03"\ncontent = "See [awards](/awards) 🎉"\n\n[[news]]\ndate = 2025-11-02\ncontent = "Started."\n\n[[news]]\ndate = "2026-01"\ncontent = "Late."\n',
    "content/publications.toml": 'type = "publication"\ntitle = "Publications"\ndescription = "All of them."\nsource = "publications.bib"\n',
    "content/publications.bib": PAPERS,
    "content/awards.toml": 'type = "card"\ntitle = "Honors"\ndescription = "What I got."\n\n[[items]]\ntitle = "Prize *A*"\nsubtitle = "Society of Clocks"\ndate = "2025"\ncontent = "For **patience**."\nlink = "https://example.org/prize"\ntags = ["best", "first"]\nimage = "/papers/clock.png"\ntweet = "https://example.org/tweet"\njury = "Three people"\n',
    "content/media.toml": 'type = "card"\ntitle = "Media Coverage"\n\n[[items]]\ntitle = "The clock that waits"\nsubtitle = "The Daily Hour"\ndate = "2024"\n',
    "content/cv.toml": 'type = "text"\ntitle = "Curriculum Vitae"\nsource = "cv.md"\n',
    "content/cv.md": "[Download](/cv.pdf)\n\n## Education\n\n**Elsinore**, PhD\n- Thesis: *Waiting*\n- Grade: A\n",
    "content/teaching.toml": 'type = "card"\ntitle = "Teaching"\n\n[[items]]\ntitle = "Clocks 101"\nsubtitle = "Teaching Assistant"\ndate = "Fall 2024"\n',
    "content/notes.md": "A note.\n",
    "content/README.md": "How to write this.\n",
    "content_zh/config.toml": '[site]\ntitle = "李安"\n\n[author]\nname = "李安"\ntitle = "博士生"\ninstitution = "下埃尔西诺大学"\n\n[social]\nlocation = "丹麦"\nlocation_details = []\n\n[[navigation]]\ntitle = "关于"\ntype = "page"\ntarget = "about"\nhref = "/"\n\n[[navigation]]\ntitle = "荣誉"\ntype = "page"\ntarget = "awards"\nhref = "/awards"\n',
    "content_zh/about.toml": 'type = "about"\ntitle = "关于我"\n\n[profile]\nresearch_interests = ["钟表"]\n\n[[sections]]\nid = "about"\ntype = "markdown"\nsource = "bio.md"\ntitle = "简介"\n\n[[sections]]\nid = "news"\ntype = "list"\ntitle = "动态"\nsource = "news.toml"\n',
    "content_zh/bio.md": "我等待。见[荣誉](/awards)。\n",
    "content_zh/news.toml": '[[news]]\ndate = "2026-03"\ncontent = "获奖。"\n',
    "content_zh/awards.toml": 'type = "card"\ntitle = "荣誉"\n\n[[items]]\ntitle = "耐心奖"\ndate = "2025"\n',
    "public/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "public/bio.jpg": "x",
    "public/cv.pdf": "x",
    "public/papers/clock.png": "x",
    "public/js/count.js": "x",
    "public/CNAME": "ann.example.org\n",
    "src/app/page.tsx": "export default 1",
    "logo.png": "x",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("prism"), SITE)


@pytest.fixture(scope="module")
def built(site: Imported) -> Path:
    return engines.built(site.folder / "mkdocs.yml")


def academic(files: dict[str, str], folder: Path) -> Imported:
    return Imported(folder, {**SITE, **files})


def test_it_is_told_from_others(site: Imported, tmp_path: Path) -> None:
    assert site.report.kind == "PRISM"
    hugo = {"content/_index.md": "Hello", "config.toml": 'title = "x"\n'}
    assert not importers.KINDS["prism"].fits(Source(written(tmp_path / "a", hugo), Report()))
    with pytest.raises(importers.CannotImport, match=r"content/config\.toml"):
        importers.run("prism", tmp_path / "a", tmp_path / "b")


def test_profile(site: Imported) -> None:
    assert site.academic["profile"] == {
        "name": "Ann Lee",
        "aliases": ["李安"],
        "role": "PhD Student",
        "affiliation": "University of Lower Elsinore",
        "location": "[School of Clocks, University of Lower Elsinore, Odense, Denmark](https://maps.example.org/odense)",
        "avatar": "bio.jpg",
        "email": "ann@example.org",
        "cv": "cv.pdf",
        "links": {
            "googlescholar": "https://scholar.google.com/citations?user=EXAMPLEAAAAJ",
            "orcid": "https://orcid.org/0000-0002-1825-0097",
            "github": "https://github.com/ann",
        },
    }


def test_settings_of_the_site(site: Imported) -> None:
    settings = site.yaml("mkdocs.yml")
    assert settings["site_name"] == "Ann Lee"  # type: ignore[index]
    assert settings["site_url"] == "https://ann.example.org/"  # type: ignore[index]
    assert settings["site_description"] == "Home page of Ann Lee."  # type: ignore[index]
    assert settings["theme"] == {"name": "academic", "favicon": "favicon.svg"}  # type: ignore[index]
    for place, words in (
        ("content/config.toml:6", "last_updated"),
        ("content/config.toml:13", "author.motto"),
        ("content/config.toml:27", "enable_likes"),
        ("Gone", "leads to no page"),
        ("public/js/count.js", "not copied"),
    ):
        assert site.told(place, words)
    assert not site.told("logo.png")


def test_the_bibliography_stays_itself(site: Imported) -> None:
    assert site.text("publications.bib") == PAPERS
    assert site.academic["publications"] == {
        "bibliography": "publications.bib",
        "overlay": "data/publications.yml",
        "legend": {"#": "Equal contribution", "*": "Corresponding author"},
    }
    assert site.yaml("data/publications.yml") == {
        "lee2024clocks": {
            "preview": "papers/clock.png",
            "additional_info": "A study of 100% of the waiting clocks, $x_1 < 2$.",
        },
        "lee2023late": {
            "booktitle": "Conference on Delay",
            "award": "Best Paper",
            "tags": "CCF-A",
        },
    }
    papers = {one.key: one for one in load_site(site.folder / "mkdocs.yml").publications}
    clocks, late = papers["lee2024clocks"], papers["lee2023late"]
    assert clocks.selected
    assert clocks.teaser == "papers/clock.png"
    assert clocks.keywords == ("Clocks", "Waiting")
    assert {"https://example.org/code", "https://doi.org/10.5555/12345678"} <= {
        one.url for one in clocks.links
    }
    assert not late.selected
    assert late.award == "Best Paper"


def test_the_home_page(site: Imported, built: Path) -> None:
    page = site.page("index.md")
    for part in (
        "{{ profile() }}\n\n**Research interests**: Clocks \\* Time · C_n groups\n\n## About me",
        "See [my papers](publications.md) and {{ config }}.\n\n- one\n    - two",
        "### More\nText",
        '{{ sections("selected_papers", "news") }}',
    ):
        assert part in page
    selected = site.academic["selected_papers"]
    assert selected["selected"] == "yes"  # type: ignore[index]
    assert selected["limit"] == "3"  # type: ignore[index]
    home = (built / "index.html").read_text("utf-8")
    assert "{{ config }}" in home
    assert "Clocks That Wait" in home
    assert ">Late<" not in home


def test_news_stand_as_they_were_written(site: Imported) -> None:
    assert site.academic["news"] == {
        "title": "News",
        "limit": "2",
        "order": "written",
        "items": "data/news.yml",
    }
    assert site.yaml("data/news.yml") == [
        {"date": "2026-03", "text": "See [awards](awards.md) 🎉"},
        {"date": "2025-11-02", "text": "Started."},
        {"date": "2026-01", "text": "Late."},
    ]


def test_cards_become_items_field_by_field(site: Imported, built: Path) -> None:
    assert site.yaml("data/honors.yml") == [
        {
            "date": "2025",
            "title": "Prize \\*A\\*",
            "awarder": "Society of Clocks",
            "url": "https://example.org/prize",
            "image": "papers/clock.png",
            "tags": ["best", "first"],
            "links": {"Tweet": "https://example.org/tweet"},
            "text": "For **patience**.\n\nJury: Three people",
        }
    ]
    assert site.page("awards.md") == "# Honors\n\nWhat I got.\n\n{{ honors() }}"
    shown = (built / "awards" / "index.html").read_text("utf-8")
    assert "Prize *A*" in shown
    assert shown.count("Honors") >= 1


def test_cards_of_no_known_kind_are_a_section_of_their_own(site: Imported) -> None:
    assert site.academic["media"] == {
        "like": "projects",
        "title": "Media Coverage",
        "items": "data/media.yml",
    }
    (item,) = site.yaml("data/media.yml")  # type: ignore[misc]
    assert item == {"date": "2024", "name": "The clock that waits", "role": "The Daily Hour"}


def test_texts(site: Imported) -> None:
    assert "**Elsinore**, PhD\n\n- Thesis: *Waiting*\n- Grade: A" in site.page("cv.md")
    assert site.page("cv.md").startswith("# Curriculum Vitae\n\n[Download](cv.pdf)")


def test_what_was_not_shown_stands_outside_of_the_navigation(site: Imported) -> None:
    assert site.page("notes.md") == "A note."
    assert site.page("teaching.md") == "{{ teaching() }}"
    assert site.told("content/teaching.toml", "not in the navigation")
    assert site.told("content/notes.md", "outside of the navigation")
    assert not (site.folder / "docs" / "readme.md").exists()


def test_the_navigation(site: Imported) -> None:
    assert site.nav == [
        {"About": "index.md"},
        {"Publications": "publications.md"},
        {"Awards": "awards.md"},
        {"Press": "media.md"},
        {"CV": "cv.md"},
        {"Lab": "https://lab.example.org/"},
        {"中文": [{"关于": "zh/index.md"}, {"荣誉": "zh/awards.md"}]},
    ]


def test_another_language_has_pages_of_its_own(site: Imported, built: Path) -> None:
    assert site.page("zh/index.md") == (
        "# 李安\n\n博士生 · 下埃尔西诺大学 · [丹麦](https://maps.example.org/odense)\n\n"
        "**研究兴趣**: 钟表\n\n## 简介\n\n我等待。见[荣誉](../zh/awards.md)。\n\n"
        '{{ sections("news_zh") }}'
    )
    assert site.yaml("data/honors_zh.yml") == [{"date": "2025", "title": "耐心奖"}]
    assert site.academic["honors_zh"]["like"] == "honors"  # type: ignore[index]
    assert "耐心奖" in (built / "zh" / "awards" / "index.html").read_text("utf-8")


def test_the_site_opens_in_the_language_that_it_says(tmp_path: Path) -> None:
    config = CONFIG.replace('default_locale = "en"', 'default_locale = "zh"')
    found = academic({"content/config.toml": config}, tmp_path)
    assert found.yaml("mkdocs.yml")["theme"]["language"] == "zh"  # type: ignore[index]
    profile = found.academic["profile"]
    assert profile["name"] == "李安"  # type: ignore[index]
    assert profile["aliases"] == ["Ann Lee"]  # type: ignore[index]
    assert found.nav[0] == {"关于": "index.md"}
    assert {"CV": "en/cv.md"} in found.nav[-1]["English"]  # type: ignore[operator]
    assert "见[荣誉](awards.md)" in found.page("index.md")
    assert "[my papers](../en/publications.md)" in found.page("en/index.md")
    assert found.told("content/config.toml:6", "last_updated")
    engines.built(found.folder / "mkdocs.yml")


def test_languages_that_are_switched_off_stand_outside_of_the_navigation(tmp_path: Path) -> None:
    config = CONFIG.replace("enabled = true", "enabled = false")
    found = academic({"content/config.toml": config}, tmp_path)
    assert {"CV": "cv.md"} in found.nav
    assert "zh/" not in str(found.nav)
    assert "耐心奖" in found.text("data/honors_zh.yml")
    assert found.told("`docs/zh/`", "outside of the navigation")


def test_papers_of_another_language_are_told(tmp_path: Path) -> None:
    more = PAPERS.replace("Clocks That Wait", "等待的钟") + "@misc{li2020, title={钟}, year=2020}\n"
    page = 'type = "publication"\ntitle = "论文"\nsource = "publications.bib"\n'
    files = {"content_zh/publications.bib": more, "content_zh/publications.toml": page}
    found = academic(files, tmp_path)
    assert found.page("zh/publications.md") == "{{ publications() }}"
    assert found.told("content_zh/publications.bib", "`li2020`")
    same = academic({**files, "content_zh/publications.bib": PAPERS}, tmp_path / "same")
    assert not same.told("content_zh/publications.bib")


def test_one_page(tmp_path: Path) -> None:
    config = CONFIG.replace("enable_one_page_mode = false", "enable_one_page_mode = true")
    found = academic({"content/config.toml": config}, tmp_path)
    page = found.page("index.md")
    places = [
        page.index(part)
        for part in (
            '{{ sections("selected_papers", "news") }}',
            "## Publications\n\nAll of them.\n\n{{ publications(level=3) }}",
            "## Honors\n\nWhat I got.\n\n{{ honors() }}",
            "{{ media() }}",
            "### Education",
        )
    ]
    assert places == sorted(places)
    assert "[my papers](index.md)" in page
    assert not (found.folder / "docs" / "awards.md").exists()
    engines.built(found.folder / "mkdocs.yml")


def test_pages_of_several_bibliographies(tmp_path: Path) -> None:
    other = "@misc{bo2020, title = {Theirs}, author = {Bo Sample}, year = {2020}, url = {https://example.org/t}}\n"
    page = 'type = "publication"\ntitle = "Theirs"\nsource = "others.bib"\n'
    found = academic({"content/others.bib": other, "content/theirs.toml": page}, tmp_path)
    publications = found.academic["publications"]
    assert publications["bibliography"] == ["publications.bib", "others.bib"]  # type: ignore[index]
    assert found.page("theirs.md") == '{{ publications(keys=["bo2020"]) }}'
    assert 'publications(keys=["lee2024clocks", "lee2023late"])' in found.page("publications.md")
    engines.built(found.folder / "mkdocs.yml")


def test_papers_in_toml(tmp_path: Path) -> None:
    papers = """
type = "publication"
title = "Publications"
[[publication]]
id = "lee2026star"
selected = true
title = "A *Star* {{ config }}"
preview = "/papers/clock.png"
aspectRatio = "3/4"
authors = ["Bo Sample*", "Ann Lee"]
year = 2026
conference = "Conference on Delay"
description = "We wait."
keywords = ["A", "B"]
doi = "10.5555/12345679"
[[publication]]
title = "Another"
authors = "Ann Lee and Bo Sample"
year = 2020
url = "/cv.pdf"
"""
    files = {one: text for one, text in SITE.items() if not one.endswith(".bib")}
    found = Imported(tmp_path, {**files, "content/publications.toml": papers})
    first, second = found.yaml("data/papers.yml")  # type: ignore[misc]
    assert first == {
        "key": "lee2026star",
        "title": "A *Star* {{ config }}",
        "authors": ["Bo Sample*", "Ann Lee"],
        "selected": "true",
        "preview": "papers/clock.png",
        "year": "2026",
        "booktitle": "Conference on Delay",
        "additional_info": "We wait.",
        "keywords": ["A", "B"],
        "doi": "10.5555/12345679",
    }
    assert second["url"] == "cv.pdf"  # type: ignore[index]
    assert found.told("content/publications.toml:4", "aspectRatio")
    assert found.academic["publications"]["legend"] == {"*": "Corresponding author"}  # type: ignore[index]
    assert '{{ sections("selected_papers", "news") }}' in found.page("index.md")
    home = engines.built(found.folder / "mkdocs.yml") / "index.html"
    assert "A *Star* {{ config }}" in home.read_text("utf-8")


def test_a_section_without_papers_is_told(tmp_path: Path) -> None:
    files = {one: text for one, text in SITE.items() if not one.endswith(".bib")}
    found = Imported(tmp_path, files)
    assert found.told("content/about.toml:14", "“Selected Publications” was left out")
    assert found.told("content/publications.toml:4", "there is no `publications.bib`")
    assert '{{ sections("news") }}' in found.page("index.md")
    engines.built(found.folder / "mkdocs.yml")


def test_broken_toml_costs_its_own_place(tmp_path: Path) -> None:
    files = {
        "content/config.toml": CONFIG.replace('title = "PhD Student"', 'title = "PhD Student'),
        "content/awards.toml": SITE["content/awards.toml"] + '\n[[items]]\ntitle = "B"\ndate = \n',
        "content/news.toml": SITE["content/news.toml"].replace("[[news]]", "[[news", 1),
    }
    found = academic(files, tmp_path)
    assert found.academic["profile"]["affiliation"] == "University of Lower Elsinore"  # type: ignore[index]
    assert found.told("content/config.toml:10", "is no TOML")
    assert found.told("content/awards.toml:18", "is no TOML")
    assert found.told("content/news.toml:1", "is no TOML", "all that belongs to it")
    assert [one["title"] for one in found.yaml("data/honors.yml")] == ["Prize \\*A\\*", "B"]  # type: ignore[attr-defined]
    assert len(found.yaml("data/news.yml")) == 2  # type: ignore[arg-type]
    engines.built(found.folder / "mkdocs.yml")


EVIL = "{{ macros_info() }}{% raw %}<script>alert(1)</script>[x](javascript:alert(1))\ue030macros_info()\ue031"


def test_nothing_of_a_stranger_runs(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("SECRET", "utf-8")
    config = f'''
[site]
title = """{EVIL}"""
description = """{EVIL}"""
favicon = "../../secret.md"
[author]
name = """{EVIL}"""
title = """{EVIL}"""
avatar = "javascript:alert(1)"
[social]
email = "javascript:alert(1)"
github = "javascript:alert(1)"
location = """{EVIL}"""
location_url = "javascript:alert(1)"
[i18n]
enabled = true
default_locale = "../.."
locales = ["../..", 3]
[[navigation]]
title = """{EVIL}"""
type = "page"
target = "../../secret"
href = "javascript:alert(1)"
[[navigation]]
title = """{EVIL}"""
type = "page"
target = "cards"
href = "/cards"
'''
    cards = f'''
title = """{EVIL}"""
description = """{EVIL}"""
source = "../../secret.md"
[[items]]
title = """{EVIL}"""
subtitle = """{EVIL}"""
content = """{EVIL}"""
tags = ["""{EVIL}"""]
link = "javascript:alert(1)"
image = "javascript:alert(1)"
more = """{EVIL}"""
'''
    files = {
        "content/config.toml": config,
        "content/about.toml": f'[[sections]]\nsource = "bio.md"\ntitle = """{EVIL}"""\n',
        "content/bio.md": EVIL,
        "content/cards.toml": cards,
        "content/deep.toml": f"a = {'[' * 3000}{']' * 3000}\n",
        "content/odd.toml": 'items = 3\nsections = "x"\ntitle = ["x"]\n',
    }
    found = Imported(tmp_path, files)
    site = engines.built(found.folder / "mkdocs.yml")
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "SECRET" not in text
        assert "<script>alert" not in text
        assert 'href="javascript:' not in text
        assert "Macros Plugin" not in text
    assert "{{ macros_info() }}" in (site / "cards" / "index.html").read_text("utf-8")
    assert {one.name for one in tmp_path.iterdir()} == {"old", "new", "secret.md"}
    assert found.told("content/cards.toml:4", "there is no `../../secret.md`")
    assert found.told("content/odd.toml:1", "`items`")


def test_a_check_is_quiet(tmp_path: Path) -> None:
    late = PAPERS.replace("year = {2023},", "year = {2023},\n  doi = {10.5555/12345680},")
    found = academic({"content/publications.bib": late}, tmp_path)
    command = [sys.executable, "-m", "mkdocs_academic", "check"]
    result = subprocess.run(command, cwd=found.folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0
    assert result.stdout == "Nothing is wrong.\n"


def test_what_relatives_of_the_template_add(tmp_path: Path) -> None:
    """Lists under other names, pages in folders, files of papers, a PDF as a page."""
    late = "year = {2023},\n  pdfUrl = {p.pdf}, slides = {s.pdf}, blog = {/blog/aurora}, arxiv = {2604.00722},"
    files = {
        "content/education.toml": '[[entries]]\ninstitution = "University of Clocks"\nlogo = "/papers/clock.png"\ndegree = "Ph.D."\nfield = "Time"\ndepartment = "School of Hours"\nstart = "Sep. 2022"\nend = "present"\n',
        "content/gallery.toml": '[[albums]]\nslug = "s"\ntitle = "Odense"\ndescription = "Photos"\ncover = "/papers/clock.png"\nimages = ["/papers/clock.png", "/bio.jpg"]\n',
        "content/pdf.toml": 'type = "pdf"\ntitle = "My CV"\nhide_title = true\nsource = "/cv.pdf"\n',
        "content/blog.toml": 'type = "card"\ntitle = "Blog"\n[[items]]\ntitle = "Post"\nhref = "/blog/aurora"\n',
        "content/blog/aurora.toml": 'type = "text"\ntitle = "Aurora"\nsource = "blog/aurora.md"\n',
        "content/blog/aurora.md": "See [papers](/publications).\n\n```py\nprint('{{ x }}')\n```\n",
        "content/about.toml": ABOUT
        + '\n[[sections]]\ntype = "education"\nsource = "education.toml"\ntitle = "🎓 Education"\n'
        + '\n[[sections]]\ntype = "card"\ntitle = "Tools"\n[[sections.items]]\ntitle = "X"\ncontent = "y"\n'
        + '\n[[sections]]\ntype = "card"\ntitle = "More tools"\n[[sections.items]]\ntitle = "Z"\n',
        "content/publications.bib": PAPERS.replace("year = {2023},", late),
        "public/pdf/p.pdf": "x",
        "public/slides/s.pdf": "x",
    }
    found = academic(files, tmp_path)
    assert found.yaml("data/education.yml") == [
        {
            "date": "Sep. 2022 - present",
            "area": "Time",
            "degree": "Ph.D.",
            "institution": "University of Clocks",
            "image": "papers/clock.png",
            "text": "Department: School of Hours",
        }
    ]
    (album,) = found.yaml("data/gallery.yml")  # type: ignore[misc]
    assert album["image"] == "papers/clock.png"  # type: ignore[index]
    assert album["text"] == "Photos\n\n![Odense](bio.jpg)"  # type: ignore[index]
    assert found.page("pdf.md") == "[cv.pdf](cv.pdf)"
    assert found.told("content/pdf.toml:3", "hide_title")
    assert found.yaml("data/blog.yml")[0]["url"] == "blog/aurora.md"  # type: ignore[index]
    assert "[papers](../publications.md)" in found.page("blog/aurora.md")
    shown = '{{ sections("selected_papers", "news", "education", "tools", "more_tools") }}'
    assert shown in found.page("index.md")
    overlay = found.yaml("data/publications.yml")["lee2023late"]  # type: ignore[index]
    assert overlay["pdf"] == "pdf/p.pdf"
    assert overlay["slides"] == "slides/s.pdf"
    assert overlay["blog"] == "blog/aurora.md"
    assert "arxiv" not in overlay
    engines.built(found.folder / "mkdocs.yml")


def test_fields_that_prism_does_not_show(tmp_path: Path) -> None:
    config = (
        CONFIG.replace('motto = "Always_on"', 'pronouns = "she/her"')
        .replace("[author]", 'keywords = ["clocks", "time"]\n\n[author]')
        .replace('title = "PhD Student"', 'title = ["PhD Student", "Poet"]')
    )
    files = {
        "content/config.toml": config.replace("[i18n.labels]", "[i18n.names]"),
        "content/about.toml": 'type = "about"\ntitle = "About"\n[[sections]]\nid = "news"\ntitle = "News"\nsource = "news.toml"\n',
        "content/news.toml": '[[items]]\ndate = "2024-05"\ntitle = "New"\ncontent = "Words."\n',
        "content/awards.toml": 'type = "card"\ntitle = "Awards"\n[[items]]\ntitle = "Prize"\n',
        "content/cv.toml": 'type = "text"\ntitle = "CV"\nsource = "cv.md"\n',
        "content/cv.md": "# CV\n\n# Ann Lee\n\n## Education\n\n```\n# code\n```\n",
        "content/publications.bib": "@article{a, title={A}, author={Lee, Ann}, year={2024}, description={It is **new**, see [us](https://example.org)}}",
        "content/publications.toml": 'type = "publication"\ntitle = "Publications"\nsource = "publications.bib"\n',
        "content_zh/config.toml": '[site]\ndescription = "李安的主页"\n',
        "content_zh/about.toml": 'type = "about"\ntitle = "关于"\n',
    }
    site = Imported(tmp_path, files)
    profile = site.academic["profile"]
    assert isinstance(profile, dict)
    assert profile["pronouns"] == "she/her"
    assert profile["role"] == "PhD Student, Poet"
    assert site.yaml("data/news.yml") == [{"date": "2024-05", "text": "**New**\n\nWords."}]
    assert site.told("`content/config.toml:8`", "(“clocks, time”)")
    headings = [one for one in site.page("cv.md").split("\n") if one.startswith("#")]
    assert headings == ["## Ann Lee", "### Education", "# code"]
    assert site.yaml("data/publications.yml") == {
        "a": {"additional_info": "It is new, see us", "links": {"us": "https://example.org"}}
    }
    assert list(site.nav[-1]) == ["中文"]
    assert site.text("docs/zh/index.md").startswith("---\ntitle: 关于\ndescription: 李安的主页\n")
    assert site.told("what `Publications`", "written once")
