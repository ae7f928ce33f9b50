"""Sites of HugoBlox of three generations: nothing of them is lost, and all of it builds."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mkdocs_academic import importers
from mkdocs_academic.site import load_site

from .. import engines
from . import hugoblox_sites
from .sites import Imported, written

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "hugoblox"
CORPUS_SITES = sorted(CORPUS.iterdir()) if CORPUS.is_dir() else []


@pytest.fixture(scope="module")
def wowchemy(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("wowchemy"), hugoblox_sites.WOWCHEMY)


@pytest.fixture(scope="module")
def academic(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("academic"), hugoblox_sites.ACADEMIC)


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("kit"), hugoblox_sites.KIT)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return Imported(tmp_path_factory.mktemp("lab"), hugoblox_sites.LAB)


@pytest.mark.parametrize("name", ["wowchemy", "academic", "kit", "lab"])
def test_a_site_is_known_builds_and_is_sound(name: str, request: pytest.FixtureRequest) -> None:
    site: Imported = request.getfixturevalue(name)
    assert site.report.kind == "HugoBlox"
    assert site.report.found == site.report.out
    built = engines.built(site.folder / "mkdocs.yml")
    for page in built.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "{{&lt;" not in text.replace("<code>{{&lt; youtube id &gt;}}</code>", "")
        assert not re.search("[\ue000-\ue03f]", text)
    checked = subprocess.run(
        [sys.executable, "-m", "mkdocs_academic", "check"],
        cwd=site.folder,
        capture_output=True,
        text=True,
    )
    assert not re.search(r": (?:warning|error|mistake):", checked.stdout), checked.stdout
    assert checked.returncode == 0, checked.stdout + checked.stderr


def read(site: Imported, name: str) -> Any:
    """Return what a file of YAML holds."""
    return site.yaml(name)


def of(site: Imported) -> Any:
    """Return the settings of the theme."""
    return site.academic


# Who


def test_the_profile(wowchemy: Imported) -> None:
    assert of(wowchemy)["profile"] == {
        "name": "Ada Fern",
        "pronouns": "she/her",
        "role": "Professor of *Looms*",
        "affiliation": "[Thread University](https://thread.example.edu/), Weft Lab",
        "avatar": "authors/admin/avatar.jpg",
        "email": "ada@thread.example.edu",
        "cv": "uploads/cv.pdf",
        "links": {
            "googlescholar": "https://scholar.google.com/citations?user=LOOMAAAAAAAJ",
            "github": "https://github.com/ada-fern",
            "orcid": "https://orcid.org/0000-0002-1825-0097",
        },
    }
    assert wowchemy.told("name_pronunciation", "AY-da")
    assert wowchemy.told("short `bio`", "Looms that think.")


def test_the_profile_among_the_settings(academic: Imported) -> None:
    assert of(academic)["profile"] == {
        "name": "Olli Oak",
        "role": "Lecturer in Trees",
        "affiliation": "[Forest School](https://forest.example.net)",
        "avatar": "img/portrait.jpg",
        "email": "olli@forest.example.net",
        "links": {"twitter": "https://twitter.com/olli"},
    }


def test_the_profile_in_data(kit: Imported) -> None:
    profile = of(kit)["profile"]
    assert profile["aliases"] == ["金輪"]
    assert profile["role"] == "PhD, Professor of Loops"
    assert profile["cv"] == "uploads/resume.pdf"
    assert profile["avatar"] == "media/authors/me.png"
    assert profile["links"]["My garden"] == "https://kim.example.io/elsewhere"


def test_people(wowchemy: Imported) -> None:
    people = of(wowchemy)["people"]
    assert people["bo-ho"] == {
        "name": "Bo Ho",
        "role": "PhD student",
        "group": ["Students"],
        "topics": ["Wool"],
        "bio": "Bo spins.\n\n- 2020, MSc, Rope College",
        "photo": "authors/bo-ho/avatar.png",
        "email": "bo@thread.example.edu",
        "url": "https://bo.example.org/",
    }
    page = wowchemy.page("people.md")
    assert page.startswith("## Meet us")
    group = 'group=["Principal Investigators", "Students"]'
    assert f'{{{{ people(by="group", {group}, level=3) }}}}' in page


def test_a_group_has_a_profile_of_its_own(lab: Imported) -> None:
    assert of(lab)["profile"] == {"name": "Knot Lab", "type": "organization"}
    assert set(of(lab)["people"]) == {"ann", "cy"}
    home = lab.page("index.md")
    assert "## Welcome to Knot Lab\n\nWe tie **knots**.\n\n![welcome](media/welcome.jpg)" in home
    assert "- [Join us](join.md)" in home


# The home page


def test_widgets_come_in_their_order(wowchemy: Imported) -> None:
    home = wowchemy.page("index.md")
    assert home.startswith("{{ profile() }}\n\nAda Fern weaves.")
    parts = (
        "[the news](post/first.md), [my paper](publications/weave.md) and",
        "[all papers](publications.md)",
        "Download my [CV](uploads/cv.pdf)",
        "## Interests\n\n- Weaving\n- Knots",
        '{{ sections("education", "experience") }}',
        "## Skills\n\n- R: 90%\n- Spinning: 10 years",
        '{{ sections("honors", "featured_publications") }}',
        "## Recent publications\n\nFilter them [here](publications.md).\n\n",
        "{{ recent_publications() }}",
        '{{ sections("talks", "projects", "recent_posts") }}',
        "## Contact\n\n- [ada@thread.example.edu](mailto:ada@thread.example.edu)\n- 888 888 88",
        "- 1 Loom Street, Loomtown, LT, 94305, Threadland\n- Enter by the left loom",
        "- [Discuss on Forum](https://forum.example.org)",
    )
    places = [home.index(part) for part in parts]
    assert places == sorted(places)
    assert "Never shown" not in home
    assert wowchemy.told("tag_cloud", "no counterpart")


def test_blocks_come_in_their_order(kit: Imported) -> None:
    home = kit.page("index.md")
    parts = (
        "I study **loops** and $\\omega$.",
        "See the [papers](publications.md).",
        "## My interests\n\n- Loops",
        '{{ sections("education") }}',
        "## 📚 My Research\n\nIn short\n\nI loop:\n\n1. first\n    - inside\n2. second",
        '{{ sections("featured_publications", "recent_publications", "talks", "news") }}',
        "- **1M+**: Loops tied",
        "## Build with us\n\nJoin **us**.\n\n- [Write](mailto:kim@loop.example.io)",
        "## FAQ\n\n- **Why?**: Why not.",
        "## Visit\n\n- [kim@loop.example.io](mailto:kim@loop.example.io)\n- Loop Hall, Room 1",
    )
    places = [home.index(part) for part in parts]
    assert places == sorted(places)
    sections = of(kit)
    assert sections["featured_publications"]["selected"] == "yes"
    assert sections["recent_publications"]["keys"] == ["knot2020knots"]
    assert sections["education"]["title"] == "Degrees"
    assert kit.told("cta-card", "became Markdown")


def test_a_page_of_blocks_that_is_not_the_home_page(kit: Imported) -> None:
    page = kit.page("experience.md")
    assert page.startswith('{{ sections("experience", "education") }}')
    assert "## Skills & Hobbies\n\n### Technical Skills\n\n- Python: 80\n- Looping: 90%" in page
    assert '{{ sections("honors") }}' in page
    assert "## Languages\n\n- English: 100%\n- 日本語: Native" in page


def test_a_block_with_positions_of_its_own_shows_no_others(tmp_path: Path) -> None:
    jobs = "[{title: T, company: C, date_start: '2020-01-01', date_end: '2021-02-02'}]"
    card = "<div class='card'><h3>Why?</h3><p>See <a href='/post/x/'>x</a>.</p></div>"
    files = {
        "hugo.yaml": "title: A\n",
        "data/authors/me.yaml": "name: {display: Ada}\neducation: [{degree: PhD, start: 2001}]\n",
        "content/_index.md": "---\nsections:\n"
        "  - {block: dev-hero, content: {typewriter: {strings: [one]}}}\n"
        f"  - {{block: resume-experience, content: {{title: Jobs, items: {jobs}}}}}\n"
        f'  - {{block: markdown, content: {{title: HTML, text: "{card}"}}}}\n---\n',
        "content/post/x.md": "---\ntitle: X\n---\nHi\n",
    }
    site = Imported(tmp_path, files)
    home = site.page("index.md")
    assert '{{ sections("education", "experience") }}\n\n## HTML' in home  # the hero has degrees
    assert "<strong>Why?</strong>\n\nSee [x](post/x.md)." in home
    (job,) = read(site, "data/experience.yml")
    assert job == {"date": "2020-01 - 2021-02", "position": "T", "organization": "C"}
    assert site.told("dev-hero", "one")


def test_positions_degrees_prizes(wowchemy: Imported, kit: Imported) -> None:
    assert read(wowchemy, "data/experience.yml") == [
        {
            "date": "2018-09 - now",
            "position": "Professor",
            "organization": "[Thread University](https://thread.example.edu/)",
            "location": "Loomtown",
            "text": "Responsibilities include:\n\n* Weaving\n* Teaching",
            "image": "media/icons/brands/thread.svg",
        },
        {"date": "2014-01 - 2018-08", "position": "Postdoc", "organization": "Rope College"},
    ]
    assert read(wowchemy, "data/honors.yml") == [
        {
            "date": "2021-01",
            "title": "Golden Shuttle",
            "awarder": "[Loom Society](https://loom.example.org)",
            "url": "https://loom.example.org/prize",
            "text": "For *weaving*.",
        }
    ]
    assert read(kit, "data/education.yml") == [
        {
            "date": "2010-10 - 2014-01",
            "degree": "PhD Topology",
            "institution": "Loop Institute",
            "text": "Thesis on *loops*.",
            "links": {"Read Thesis": "https://example.io/thesis"},
        }
    ]


# Papers


def test_the_file_beside_a_paper_is_the_truth(wowchemy: Imported) -> None:
    bibliography = wowchemy.text("papers.bib")
    body, _, end = hugoblox_sites.CITE.rstrip().rpartition(",\n}")
    assert body in bibliography
    assert "author+an = {1=equal; 2=equal; 3=†}" in bibliography
    assert of(wowchemy)["publications"]["legend"] == {"†": "Visiting weaver"}
    assert read(wowchemy, "data/publications.yml")["fern2022weave"] == {
        "slug": "weave",
        "selected": "yes",
        "pdf": "publication/weave/weave.pdf",
        "code": "https://github.com/ada-fern/weave",
        "slides": "uploads/slides.pdf",
        "video": "https://video.example.org/1",
        "teaser": "publication/weave/featured.jpg",
        "abbr": "LC",
        "doi": "10.5555/weave",
        "abstract": "We weave $x_1^2$ backwards.",
        "note": "Backwards is the way.",
        "keywords": "Looms; Threads",
        "date": "2022-07-15",
        "links": {"Replies": "https://replies.example.org", "Slides": "slides/example.md"},
    }
    assert end == ""
    assert wowchemy.told("weave/index.md", "caption", "Photo")


def test_a_paper_of_front_matter_alone(wowchemy: Imported) -> None:
    papers = {one.key: one for one in load_site(wowchemy.folder / "mkdocs.yml").publications}
    paper = papers["ho2023knots"]
    assert paper.entry
    assert paper.entry.fields["title"] == r"Knots \& Loops at 100\% of $O(n\log n)$"
    assert [one.name.full for one in paper.authors] == ["Bo Ho", "Ada Fern"]
    bibliography = wowchemy.text("papers.bib")
    for line in (
        "journal = {Journal of Knots, 1(1)}",
        "year = {2023}",
        "arxiv = {2301.00001}",
        "abstract = {A knot\\_is not a loop.}",
    ):
        assert line in bibliography
    overlay = read(wowchemy, "data/publications.yml")
    assert overlay["ho2023knots"]["links"] == {"Errata": "publications/weave.md"}
    for words in (("mystery", "m-1"), ("volume_of_shelf", "7")):
        assert wowchemy.told("knots/index.md", *words)


def test_disagreements_are_told(tmp_path: Path) -> None:
    files = dict(hugoblox_sites.WOWCHEMY)
    page = "content/publication/weave/index.md"
    files[page] = files[page].replace("'2022-07", "'2021-07").replace("Eva Müller", "Max Maus")
    site = Imported(tmp_path, files)
    assert site.told("`year`", "“2022” in `cite.bib`", "“2021”")
    assert site.told("`author`", "Müller", "Max Maus")
    assert site.told("`author_notes` was left out")
    foreign = "@book{z, title = {Cooking}, author = {Cook, Al}, year = 1999}"
    files["content/publication/weave/cite.bib"] = foreign
    site = Imported(tmp_path / "foreign", files)
    assert site.told("cite.bib", "Cooking", "left out")
    assert "Weaving Threads Backwards" in site.text("papers.bib")
    assert "Cooking" not in site.text("papers.bib")


def test_a_paper_in_toml(academic: Imported) -> None:
    bibliography = academic.text("papers.bib")
    assert "journal = {Journal of Trees, 3, 4-{}-5}" in bibliography
    assert "arxiv = {http://arxiv.org/abs/1507.00001}" in bibliography
    assert "abstract = {Rings $a_1$.}" in bibliography
    overlay = read(academic, "data/publications.yml")["oak2015rings"]
    assert overlay["teaser"] == "img/headers/rings.png"
    assert overlay["selected"] == "yes"
    assert academic.page("publications/rings.md").endswith("More detail, with $x_1$.")


def test_types_ids_and_links_of_the_kit(kit: Imported) -> None:
    bibliography = kit.text("papers.bib")
    for line in (
        "@inproceedings{loop2024loops,",
        "booktitle = {Proceedings of LoopConf}",
        "pages = {1-10}",
        "doi = {10.5555/loops}",
        "author+an = {1=corresponding}",
        "@mastersthesis{knot2020knots,",
    ):
        assert line in bibliography
    overlay = read(kit, "data/publications.yml")["loop2024loops"]
    assert overlay["website"] == "projects/infinite.md"
    assert overlay["links"] == {"Proceedings": "https://loopconf.example.io"}
    assert kit.told("publication: mystery: 9")
    page = kit.page("publications/loops.md")
    assert page.startswith('{{ publication("loop2024loops") }}')
    assert "!!! note\n\n    Click *Cite*." in page
    assert "[the talk](../events/index.md)" in page


# Talks, projects, posts, pages


def test_talks(wowchemy: Imported, kit: Imported) -> None:
    first, second = read(wowchemy, "data/talks.yml")
    assert first == {
        "date": "2030-06-01",
        "title": "Looms for *everybody*",
        "event": "[LoomCon](https://loomcon.example.org)",
        "location": "2 Loom Street, Loomtown, Threadland",
        "url": "event/loomcon.md",
        "tags": ["Invited"],
        "links": {
            "video": "https://video.example.org/2",
            "Follow": "https://twitter.com/loom",
            "slides": "slides/example.md",
            "Loom of Looms": "project/loom-of-looms.md",
        },
        "text": "13:00–15:00\n\nAn invited talk.\n\nLooms are for everybody, said twice.",
    }
    assert second["date"] == "2021-05-03 - 2021-05-04"
    assert second["text"] == "Ada Fern, Bo Ho"
    (talk,) = read(kit, "data/talks.yml")
    assert talk["location"] == "Hall, Loopville"
    assert talk["text"] == "09:00–10:00 (UTC+02:00)"


def test_projects_and_their_papers(wowchemy: Imported) -> None:
    first, second = read(wowchemy, "data/projects.yml")
    assert first["papers"] == ["fern2022weave"]
    assert first["url"] == "project/loom-of-looms.md"
    assert first["image"] == "project/loom-of-looms/featured.png"
    assert second["url"] == "https://elsewhere.example.org"
    page = wowchemy.page("project/loom-of-looms.md")
    assert page == '{{ project("Loom of Looms") }}\n\nA long story about looms.'


def test_a_post_keeps_what_it_says(wowchemy: Imported) -> None:
    page = wowchemy.page("post/first.md")
    for part in (
        "On beginnings",
        "2020-12-13 · Ada Fern, Bo Ho · Tags: Start · Categories: News",
        "![The first post](../post/first/featured.jpg)",
        "- one\n    - two",
        '![a thread](../post/first/thread.png "A thread") and ![logo](../media/logo.png)',
        "[Bo Ho](../people/bo-ho.md) says $x_1$.",
        "$$\na \\\\ b\n$$",
        '{{ publications(keys=["fern2022weave"], group_by="none") }}',
        "!!! warning\n\n    Careful with [talks](../event/loomcon.md).",
        '??? note "Solution"\n\n    42 and',
        "[Video](https://www.youtube.com/watch?v=w7Ft2ymGmfc)",
        "![1](../media/albums/demo/1.jpg)\n\n![2](../media/albums/demo/2.jpg)",
        "(https://x.com/ada/status/123)",
        "(https://gist.github.com/ada/456)",
        "| name | value |\n|---|---|\n| alpha | 1 |\n| beta | 2&#124;3 |\n\nResults",
        "inside and",
        '```python\nprint("{{ no macro }}")\n```',
    ):
        assert part in page
    assert wowchemy.told("first/index.md", "unheard-of", "stayed")
    items = read(wowchemy, "data/news.yml")
    assert items[1] == {"date": "2020-12-13", "text": "[The first post](post/first.md)\n\nHow it began."}  # fmt: skip # noqa: E501


def test_pages_stand_at_their_old_addresses(wowchemy: Imported) -> None:
    docs = wowchemy.folder / "docs"
    for name in (
        "post/second.md", "event/index.md", "courses/knots/index.md", "courses/knots/two.md",
        "slides/example.md", "privacy.md", "uploads/cv.pdf", "media/logo.png",
        "publication/weave/thread.png",
    ):  # fmt: skip
        assert (docs / name).is_file(), name
    assert not (docs / "static").exists()
    assert "[go on](../../courses/knots/two.md)" in wowchemy.page("courses/knots/one.md")
    assert "- [First lesson](../../courses/knots/one.md)" in wowchemy.page("courses/knots/index.md")


def test_the_navigation_is_that_of_the_menu(wowchemy: Imported, kit: Imported) -> None:
    assert wowchemy.nav == [
        {"Home": "index.md"},
        {"Publications": "publications.md"},
        {"Talks": "event/index.md"},
        {"Posts": "post/index.md"},
        {"Team": "people.md"},
        {"Docs": "https://docs.example.org/loom"},
        {"中文": [{"中文": "zh/index.md"}]},
    ]
    assert wowchemy.told("Gone: /gone/", "leads nowhere")
    assert wowchemy.told("docs/privacy.md", "outside of the navigation")
    more = {"More": [{"Projects": "projects/index.md"}, {"Courses": "courses/index.md"}]}
    assert more in kit.nav


def test_settings_come_over_or_are_told(wowchemy: Imported, kit: Imported) -> None:
    config = read(wowchemy, "mkdocs.yml")
    assert config["site_url"] == "https://ada-fern.org/"
    assert config["copyright"] == "© Ada Fern"
    assert config["theme"]["favicon"] == "media/icon.png"
    for words in (
        ("theme_day", "ocean"), ("G-LOOM1234",), ("UA-77",), ("ada-loom",),
        ("language `zh`",), ("notebook/index.ipynb",), ("static/page.html",),
    ):  # fmt: skip
        assert wowchemy.told(*words), words
    assert of(kit)["accent"].startswith("#")
    assert kit.told("appearance.mode", "dark")
    assert kit.told("language `ja`")


def test_other_languages_are_pages_of_their_own(wowchemy: Imported, kit: Imported) -> None:
    assert kit.page("ja/index.md").startswith("## 研究\n\n[記事](../ja/blog/hello.md)")
    assert "- [こんにちは](blog/hello.md)" in kit.page("ja/index.md")
    assert kit.page("ja/blog/hello.md") == "2024-01-01\n\n世界。[次](../../ja/blog/next.md)"
    assert kit.nav[-1] == {"日本語": [{"日本語": "ja/index.md"}, {"紹介": "ja/about.md"}]}
    assert wowchemy.page("zh/post/second.md") == "中文"
    assert wowchemy.nav[-1] == {"中文": [{"中文": "zh/index.md"}]}


def test_what_else_there_is(tmp_path: Path) -> None:
    site = Imported(tmp_path, hugoblox_sites.WIDE)
    assert site.yaml("mkdocs.yml")["theme"]["language"] == "zh"  # type: ignore[index]
    home = site.page("index.md")
    assert home.endswith("研究网络。")  # what has no weight comes last
    assert "![茶](media/albums/lab/tea.jpg)" in home
    assert "{{ people(level=3) }}" in home
    assert site.told("form", "联系")
    overlay = read(site, "data/publications.yml")
    (paper,) = (key for key, one in overlay.items() if one.get("slug", "").startswith("2020"))
    page = site.page(f"publications/{overlay[paper]['slug']}.md")
    assert page == f'{{{{ publication("{paper}") }}}}\n\n正文。'
    assert site.told("untitled/index.md", "no title")
    assert site.told("wechat", "mei-wx")
    assert "see [this](../../post/2020/deep.md)" in site.page("post/2020/deep.md")
    assert (
        site.page("essays/index.md") == "- [Two](../essays/two.md)\n- [One essay](../essays/one.md)"
    )
    assert "See [two](../essays/two.md) and [old](../essays/one.md)" in site.page("essays/one.md")
    assert "```r\nplot(1)\n```" in site.page("essays/two.md")
    assert len(of(site)["people"]) == 2


# What is broken, and what means harm


def test_a_broken_page_costs_itself_and_is_told(wowchemy: Imported, academic: Imported) -> None:
    assert wowchemy.told("content/publication/broken/index.md:4", "no YAML", "left out")
    assert academic.told("content/publication/bad.md:2", "no TOML", "left out")
    assert wowchemy.told("publication/draft/index.md", "draft")


HOSTILE = {
    "endless": "---\ntitle: &a [*a]\n---\nText.\n",
    "laughs": "---\n" + "a0: &a0 [x, x]\n"
    + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)) + "---\nText.\n",
    "open": "---\ntitle: Never closed\n",
    "tabs": "---\ntitle:\tTabs\n---\nText.\n",
    "list": "---\n- a\n---\nText.\n",
    "json": '{"title": "J", "tags": [1]}\nText.\n',
    "deep": "---\ntitle: " + "[" * 3000 + "\n---\n",
    "types": "---\ntitle: {a: b}\nauthors: {x: 1}\ntags: 5\nlinks: none\nimage: [1]\nprojects: {}\ndate: [2]\n---\nText.\n",  # noqa: E501
    "codes": "---\ntitle: C\n---\n{{< a >}}{{< b >}}{{< /a >}}{{< /b >}}{{< /c >}} {{% "
    + "{{< x " * 500 + "\n\\\\(" * 500 + "\n",
}  # fmt: skip


def test_no_front_matter_makes_it_stumble(tmp_path: Path) -> None:
    files: dict[str, str] = {}
    for folder in ("publication", "event", "project", "post", "authors", "home", "courses"):
        files |= {f"content/{folder}/{name}/index.md": text for name, text in HOSTILE.items()}
        files |= {f"content/{folder}/{name}2.md": text for name, text in HOSTILE.items()}
    files["content/authors/admin/_index.md"] = HOSTILE["types"]
    files["content/_index.md"] = HOSTILE["types"].replace(
        "\n", "\nsections: [1, {block: [x]}]\n", 1
    )
    files["config.yaml"] = "params: [1]\nmenu: {main: x}\nlanguages: {en: 3}\ntitle: {}\n"
    site = Imported(tmp_path, files)
    for folder in ("publication", "event", "project", "post", "authors", "courses"):
        assert site.told(f"{folder}/endless/index.md", "recursive", "left out")
        assert site.told(f"{folder}/laughs/index.md", "too large, or too deep")
        assert site.told(f"{folder}/open/index.md:1", "does not end")
        assert site.told(f"{folder}/deep/index.md", "no YAML")
    engines.built(site.folder / "mkdocs.yml")


def test_nothing_of_a_stranger_runs(tmp_path: Path) -> None:
    evil = "{{ 6*7 }}{% set a %} <script>alert(1)</script> [x](javascript:alert(1)) \ue030macros_info()\ue031"  # noqa: E501
    quoted = "'" + evil + "'"
    files = {
        "config.yaml": f"title: {quoted}\ncopyright: {quoted}\nparams: {{description: {quoted}}}\nmenu: {{main: [{{name: {quoted}, url: 'javascript:alert(1)'}}, {{name: {quoted}, url: /post/}}]}}\n",  # noqa: E501
        "content/authors/admin/_index.md": f"---\ntitle: Ada {quoted[1:-1]}\nrole: {quoted}\nbio: {quoted}\ninterests: [{quoted}]\nsocial: [{{icon: x, link: 'javascript:alert(1)'}}]\nuser_groups: [{quoted}]\n---\n{evil}\n",  # noqa: E501
        "content/home/a.md": f"---\nwidget: people\ntitle: {quoted}\nuser_groups: [{quoted}]\n---\n{evil}",  # noqa: E501
        "content/home/b.md": f"---\nwidget: hero\ntitle: {quoted}\ncontent: {{items: [{{title: {quoted}, url: 'javascript:alert(1)'}}]}}\n---\n",  # noqa: E501
        "content/publication/p/index.md": f"---\ntitle: {quoted}\nauthors: [{quoted}]\npublication: {quoted}\nabstract: {quoted}\nurl_pdf: javascript:alert(1)\nprojects: [q]\n---\n{evil}\n",  # noqa: E501
        "content/project/q/index.md": f"---\ntitle: {quoted}\nsummary: {quoted}\n---\n{evil}\n",
        "content/post/r/index.md": f"---\ntitle: {quoted}\nsummary: {quoted}\ntags: [{quoted}]\n---\n{evil} {{{{< figure src='javascript:alert(1)' caption={quoted} >}}}} {{{{< cite page='/publication/p' >}}}} {{{{< mention {quoted} >}}}} {{{{</* x */>}}}}\n",  # noqa: E501
        "content/talk/s/index.md": f"---\ntitle: {quoted}\nevent: {quoted}\nlocation: {quoted}\n---\n",  # noqa: E501
        "static/x.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    }
    site = Imported(tmp_path, files)
    built = engines.built(site.folder / "mkdocs.yml", strict=False)
    assert not (built / "x.svg").exists()
    for page in built.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "<script>alert" not in text, page
        assert not re.search(r"(?:href|src)=[\"']?javascript:", text), page
        assert "42" not in re.sub(
            r"<svg.*?</svg>|<link[^>]*>|<script.*?</script>", "", text, flags=re.DOTALL
        ), page
    for page in (site.folder / "docs").rglob("*.md"):
        assert "macros_info() }}" not in page.read_text("utf-8")


def test_nothing_is_read_outside_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\nHidden text.\n")
    (tmp_path / "secret.jpg").write_text("x")
    old = written(
        tmp_path / "old",
        {
            "config.yaml": "title: A\ncontentDir: ../\n",
            "content/authors/admin/_index.md": "---\ntitle: A\navatar: ../../../secret.jpg\n---\n",
            "content/post/a/index.md": '---\ntitle: A\n---\n{{< table "../../../secret.md" >}}',
        },
    )
    (old / "content" / "post" / "b.md").symlink_to(tmp_path / "secret.md")
    report = importers.run("", old, tmp_path / "new")
    everything = [one for one in (tmp_path / "new").rglob("*") if one.is_file()]
    assert not any(b"Hidden text" in one.read_bytes() for one in everything)
    assert not any(one.name == "secret.jpg" for one in everything)
    assert report.found == report.out


# Real ones, of which parts are there


@pytest.mark.parametrize("folder", CORPUS_SITES, ids=lambda one: f"{sum(map(ord, one.name)):04x}")
def test_the_real_papers(folder: Path, tmp_path: Path) -> None:
    report = importers.run("", folder, tmp_path / "new")
    assert report.kind == "HugoBlox"
    assert report.found == report.out
    pages = [*folder.glob("content/publication/*/index.md")]
    left = sum("the page was left out" in note or "not shown" in note for note in report.notes)
    papers = load_site(tmp_path / "new" / "mkdocs.yml").publications
    assert len(papers) >= len(pages) - left
    titles = {re.sub(r"\W", "", one.title).casefold() for one in papers}
    for page in pages:
        text = page.read_text("utf-8")
        said = re.search(r"^title: *[\"']?(.*?)[\"']?\s*$", text, re.MULTILINE)
        bib = page.with_name("cite.bib")
        if said and not bib.exists() and "draft: true" not in text:
            assert re.sub(r"\W", "", said[1]).casefold() in titles
    engines.built(tmp_path / "new" / "mkdocs.yml")
