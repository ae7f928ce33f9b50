"""Sites of Jekyll with what owners do to them: pages of their own, broken files, names twice."""

# ruff: noqa: E501 (lines of files as people write them)

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_academic import importers
from mkdocs_academic.importers import front_matter, yaml_out
from mkdocs_academic.importers.liquid import Liquid
from mkdocs_academic.importers.report import Report
from mkdocs_academic.site import load_site

from .. import engines
from .sites import Imported, written

FOLIO = {
    "_config.yml": "first_name: Ann\nlast_name: Lee\nurl: https://ann.example.org\nscholar: {}\n",
    "_pages/about.md": "---\npermalink: /\n---\nHi.\n",
}
BIB = "@misc{a, title={T}, author={Lee, Ann}, year=2020, url={https://example.org/t}}\n"
ACAD = {"_config.yml": "title: A\nauthor: {name: Ann Lee}\n", "_pages/about.md": "Hi.\n"}
PAGES = {**ACAD, "_config.yml": ACAD["_config.yml"] + "publication_category: {}\n"}


def test_pages_of_lists_without_data_stay_pages(tmp_path: Path) -> None:
    site = Imported(
        tmp_path,
        FOLIO
        | {
            "_pages/publications.md": "---\ntitle: Papers\nnav: true\n---\nMy words.\n{% bibliography %}\n",
            "_pages/cv.md": "---\ntitle: CV\nnav: true\n---\nMy life.\n",
        },
    )
    assert site.page("publications.md") == "My words."
    assert site.page("cv.md") == "My life."
    assert site.nav == [{"About": "index.md"}, {"CV": "cv.md"}, {"Papers": "publications.md"}]
    assert site.told("a list of papers was left out")
    engines.built(site.folder / "mkdocs.yml")


def test_words_beside_lists_stay(tmp_path: Path) -> None:
    site = Imported(
        tmp_path,
        FOLIO
        | {
            "_bibliography/papers.bib": BIB,
            "_data/cv.yml": "- title: Education\n  type: time_table\n  contents: [{title: PhD, year: 2020}]\n",
            "_pages/cv.md": "---\ntitle: cv\ncv_pdf: my.pdf\n---\nMy life.\n",
            "assets/pdf/my.pdf": "x",
            "_projects/a.md": "---\ntitle: A\ntags: [x, y]\ncategory: work\n---\nText.\n",
            "_pages/projects.md": "---\ntitle: works on HEP\ndisplay_categories: [work, fun]\n---\nMy words.\n<div>\n{% if site.enable_project_categories %}\n{% for category in page.display_categories %}\n<h2>{{ category }}</h2>\n{% endfor %}\n{% else %}{% assign all = site.projects %}\n<h2>All</h2>{% endif %}\n</div>\n\nAfter.\n",
            "_pages/publications.md": "---\ntitle: publications in HEP\n---\nOf mine.\n{% bibliography %}\n",
            "_pages/repositories.md": "---\ntitle: repositories\n---\nWhat I code.\n\n## GitHub users\n{% for u in site.data.repositories.github_users %}x{% endfor %}\n\n---\n\n## GitHub Repositories\n",
            "_data/repositories.yml": "github_users: [ann, 'a b']\n",
            "_pages/people.md": "---\nlayout: profiles\ntitle: people\nprofiles: [{content: bo.md}]\n---\nWe are two.\n",
            "_pages/bo.md": "**Bo**\n",
        },
    )
    assert site.page("cv.md") == (
        '[PDF](assets/pdf/my.pdf)\n\nMy life.\n\n{{ sections("education") }}'
    )
    assert site.page("projects.md").split() == "My words. {{ projects() }} After.".split()
    assert "title: Works on HEP" in site.text("docs/projects.md")
    assert "title: Publications in HEP" in site.text("docs/publications.md")
    assert site.page("repositories.md") == (
        "What I code.\n\n## GitHub users\n\n- [ann](https://github.com/ann)"
    )
    assert site.told("github_users", "a b")
    assert site.page("people.md") == "We are two.\n\n**Bo**"
    assert site.yaml("data/projects.yml")[0]["tags"] == ["x", "y", "work"]  # type: ignore[index]


UNPUBLISHED = "---\ntitle: Secret plan\npublished: false\ninline: false\ndate: 2020-01-01\n---\nSecret words.\n"
HIDDEN = {
    f"{folder}/2020-01-01-x.md": UNPUBLISHED
    for folder in (
        *("_news", "_projects", "_teachings", "_publications", "_talks", "_teaching"),
        *("_portfolio", "_posts", "_books", "_pages"),
    )
}


@pytest.mark.parametrize("base", [FOLIO | {"_projects/y.md": "---\ntitle: Y\n---\nZ\n"}, PAGES])
def test_what_is_not_published_stays_so(base: dict[str, str], tmp_path: Path) -> None:
    files = base | HIDDEN | {"_publications/y.md": "---\ntitle: Y\n---\n"}
    site = Imported(tmp_path, files | {"_pages/cv.md": UNPUBLISHED})
    for file in site.folder.rglob("*"):
        if file.is_file() and file.name != importers.NAME:
            assert "secret" not in file.read_text("utf-8").lower(), file
    for name in HIDDEN:
        assert site.told(name, "published: false"), name


def test_what_jekyll_excludes_is_not_copied(tmp_path: Path) -> None:
    config = "exclude: [private, '*.key', drafts/, /files]\ninclude: [files]\n"
    names = ("private/a.pdf", "private_too.pdf", "x/y.key", "drafts/a.pdf", "files/a.pdf", "a.pdf")
    files = FOLIO | dict.fromkeys(names, "x") | {"_pages/private.md": "Shown.\n"}
    site = Imported(tmp_path, files | {"_config.yml": FOLIO["_config.yml"] + config})
    copied = {
        one.relative_to(site.folder / "docs").as_posix()
        for one in (site.folder / "docs").rglob("*")
        if one.is_file() and one.suffix != ".md"
    }
    assert copied == {"files/a.pdf", "a.pdf"}
    assert site.told("exclude", "`private/a.pdf`", "`private_too.pdf`", "`x/y.key`")
    assert site.page("private.md") == "Shown."


def test_broken_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    site = Imported(
        tmp_path,
        FOLIO
        | {
            "_data/cv.yml": "- title: A\n  type: [\n",
            "_pages/q.md": "---\ntitle: Q\nx: 'y\n---\nWords.\n",
            "_data/x.json": '{\n"a": }',
        },
    )
    assert site.told("`_data/cv.yml:3` is no YAML", "only its simple lines were read")
    assert site.told("`_pages/q.md:4` is no YAML")
    assert site.told("`_data/x.json:2` is no JSON")
    assert "title: Q" in site.text("docs/q.md")


@pytest.mark.parametrize("kind", ["", "al-folio", "academicpages", "acad-homepage"])
def test_broken_settings_stop_the_import(kind: str, tmp_path: Path) -> None:
    files = PAGES | {"_config.yml": 'title: "A\nauthor:\n  name: B\n', "_talks/a.md": "x"}
    source = written(tmp_path / "old", files)
    with pytest.raises(importers.CannotImport, match=r"_config\.yml:\d+: this is no YAML"):
        importers.run(kind, source, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_what_has_one_name_becomes_two(tmp_path: Path) -> None:
    post = "---\ntitle: {}\n---\nText {}.\n"
    files = {
        "_posts/2020-01-01-a.md": post.format("One", "one"),
        "_posts/x/2020-01-01-a.md": post.format("Two", "two"),
        "_projects/a.md": post.format("One", "one"),
        "_projects/x/a.md": post.format("Two", "two"),
        "_news/2020/a b.md": post.format("One", "one"),
        "_news/2021/a b.md": post.format("Two", "two"),
        "_bibliography/papers.bib": BIB,
        "_bibliography/old/papers.bib": BIB.replace("{a,", "{b,"),
        "_pages/publications.md": "{% bibliography --file old/papers %}\n",
        "_books/b.md": post.format("Book", "b"),
        "_pages/books.md": "---\ntitle: shelf\n---\nMy books. [news](/news/2021/a%20b/)\n",
    }
    site = Imported(tmp_path, FOLIO | files)
    pairs = ("blog/2020-01-01-a", "projects/a", "news/a-b")
    for pair in pairs:
        texts = site.page(f"{pair}.md") + site.page(f"{pair}-2.md")
        assert "Text one." in texts
        assert "Text two." in texts
    assert [one["url"] for one in site.yaml("data/projects.yml")] == [  # type: ignore[index,attr-defined]
        "projects/a.md",
        "projects/a-2.md",
    ]
    assert "2020-01-01 [One](2020-01-01-a.md)" in site.page("blog/index.md")
    assert site.text("papers.bib") == BIB
    assert "{b," in site.text("old-papers.bib")
    settings = site.academic["publications"]
    assert settings["bibliography"] == ["papers.bib", "old-papers.bib"]  # type: ignore[index]
    assert site.page("publications.md") == '{{ publications(keys=["b"]) }}'
    assert "My books. [news](news/a-b-2.md)" in site.page("books.md")
    assert "[Book](books/b.md)" in site.page("books.md")
    assert not (site.folder / "docs" / "books" / "index.md").exists()
    engines.built(site.folder / "mkdocs.yml")


def test_two_pages_of_one_list_in_academicpages(tmp_path: Path) -> None:
    paper = "---\ntitle: {0}\n---\n## Head\n\nOwn words on {0}.\n"
    files = {
        "_publications/2015-b.md": paper.format("Waves"),
        "_publications/2015-b.html": paper.format("Clouds"),
        "_pages/publications.md": "---\ntitle: Papers\n---\nMine.\n",
        "_pages/publications.html": "{% for post in site.publications %}{% endfor %}",
    }
    site = Imported(tmp_path, PAGES | files)
    texts = site.page("publications/2015-b.md") + site.page("publications/2015-b-2.md")
    assert "Waves" in texts
    assert "Clouds" in texts
    assert site.page("publications.md") == "Mine.\n\n{{ publications() }}"
    assert site.told("_pages/publications.html", "left out")


ODD = {
    "scholar": (
        "",
        ACAD
        | {"_pages/about.md": "<strong id='total_cit'>12</strong> <a href='{{site.x}}'>S</a>\n"},
    ),
    "no author": ("academicpages", {"_config.yml": "title: A\n", "_talks/a.md": "x"}),
    "author": ("academicpages", {"_config.yml": "author: Ann Lee\n", "_talks/a.md": "x"}),
    "categories": (
        "",
        PAGES
        | {
            "_config.yml": ACAD["_config.yml"] + "publication_category: [{a: b}]\n",
            "_publications/a.md": "---\ntitle: T\ncategory: a\n---\n",
        },
    ),
    "empty box": (
        "",
        ACAD
        | {
            "_pages/about.md": "# Publications\n## One\n- [A title](https://e.org/a), Bo Lind, 2020\n## Two\n<div class='paper-box'><div class='paper-box-text'></div></div>\n\n- [Other](https://e.org/o), Bo Lind, 2020\n"
        },
    ),
    "aliases": (
        "",
        FOLIO
        | {
            "_pages/q.md": "---\n"
            + "a0: &a0 [xxxxxxxxxx]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
            + "---\nWords.\n"
        },
    ),
    "loops": (
        "",
        FOLIO
        | {
            "_data/l.yml": f"{list(range(400))}\n",
            "_pages/q.md": "{% assign s = 'xxxxxxxxxxxxxxxx' %}{% for a in site.data.l %}"
            "{% assign s = s | append: s %}{% assign t = s | replace: 'x', s %}"
            "{% for b in site.data.l %}{% for c in site.data.l %}{% endfor %}{% endfor %}"
            "{% endfor %}Words.\n",
        },
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_sources_are_no_traceback(name: str, tmp_path: Path) -> None:
    kind, files = ODD[name]
    report = importers.run(kind, written(tmp_path / "old", files), tmp_path / "new")
    assert report.found == report.out
    text = (tmp_path / "new" / importers.NAME).read_text("utf-8")
    if name in ("aliases", "loops"):
        assert "Words." in (tmp_path / "new" / "docs" / "q.md").read_text("utf-8")
        assert ("too long" in text) or ("no end" in text)
    if name == "author":
        assert "name: Ann Lee" in (tmp_path / "new" / "mkdocs.yml").read_text("utf-8")


def test_an_ordinary_replacement_is_made() -> None:
    report = Report()
    liquid = Liquid({"a": "x y " * 20_000}, lambda *_: None, report.note)
    shown = liquid.render("{{ a | replace: 'x', 'zzzzzzzzzz' }}")
    assert shown.count("zzzzzzzzzz") == 20_000
    assert not report.notes


def test_aliases_that_people_write_are_read() -> None:
    told: list[str] = []
    text = "a: &a {b: c}\nd: *a\ne: *a\n"
    found = front_matter.parsed(text, lambda line, what: told.append(what))
    assert found == {"a": {"b": "c"}, "d": {"b": "c"}, "e": {"b": "c"}}
    assert not told


def test_the_head_of_a_paper_comes_over(tmp_path: Path) -> None:
    site = Imported(
        tmp_path,
        PAGES
        | {
            "_publications/2020-03-01-a.md": "---\ntitle: Waves\nauthors: [Ann Lee, {name: Bo Lind}]\ndoi: 10.1000/1\narxiv: '2001.00001'\nheader: {teaser: w.png, image: x.png}\ntype: long paper\ntags: [x, y]\ncodeurl: https://example.org/code\nvenue: J\n---\n",
            "_publications/2021-03-01-b.md": "---\ntitle: Clouds\nauthor: 'Ann Lee, Bo Lind and Cy Person'\ncitation: 'Nobody'\n---\n",
            "_publications/2022-03-01-c.md": "---\ntitle: Rain\nauthor: ann\n---\n",
            "_talks/a.md": "---\ntitle: Talk\nslidesurl: https://old.example.org/files/s.pdf\nheader: {teaser: /images/w.png}\n---\n",
            "images/w.png": "x",
            "files/s.pdf": "x",
        },
    )
    papers = {one.title: one for one in load_site(site.folder / "mkdocs.yml").publications}
    assert [one.name.family for one in papers["Waves"].authors] == ["Lee", "Lind"]
    assert [one.name.family for one in papers["Clouds"].authors] == ["Lee", "Lind", "Person"]
    text = site.text("papers.bib")
    for part in ("doi = {10.1000/1}", "arxiv = {2001.00001}", "keywords = {x, y}"):
        assert part in text
    assert site.yaml("data/publications.yml") == {
        "lee2020waves": {"teaser": "images/w.png", "links": {"code": "https://example.org/code"}}
    }
    assert site.told("“Waves”", "type: long paper")
    assert site.told("“Waves”", "header: {'image': 'x.png'}")
    assert site.told("“Rain”", "author: ann")
    assert site.told("“Rain”", "authors could not be told")
    (talk,) = site.yaml("data/talks.yml")  # type: ignore[misc]
    assert talk["links"] == {"slides": "files/s.pdf"}  # type: ignore[index]
    assert talk["image"] == "images/w.png"  # type: ignore[index]


def test_a_file_of_bibtex_that_says_something_else(tmp_path: Path) -> None:
    site = Imported(
        tmp_path,
        PAGES
        | {
            "_publications/2009-10-01-a.md": "---\ntitle: Waves\ncategory: manuscripts\ndate: 2009-10-01\nvenue: Journal 1\nbibtexurl: /files/a.bib\ncitation: 'Lee, Ann. (2009). &quot;Waves.&quot; <i>Journal 1</i>. 1(2).'\n---\n",
            "files/a.bib": "@inproceedings{mine09, title={Waves}, author={Lee, Ann and Lind, Bo}, booktitle={Proc. 1}, year=2010}",
        },
    )
    assert site.text("papers.bib") == (
        "@inproceedings{mine09,\n  title = {Waves},\n  author = {Lee, Ann and Lind, Bo},\n"
        "  booktitle = {Proc. 1},\n  year = {2010},\n}\n"
    )
    for words in (
        ("`inproceedings`", "`article`"),
        ("“Proc. 1”", "“Journal 1”"),
        ("“2010”", "“2009”"),
        ("“Lee, Ann and Lind, Bo”", "“Lee, Ann”"),
    ):
        assert site.told("“Waves”", "its BibTeX file says", *words)


LINKED = "[d](/assets/demo.html) [c](/assets/code.py) ![f](/scripts/f.png) [g](/_config.yml) [n](/nowhere/x.pdf)\n"


@pytest.mark.parametrize("host", ["", "url: https://old.example.org\n"])
def test_files_that_are_linked_come_along_or_are_told(host: str, tmp_path: Path) -> None:
    config = "first_name: Ann\nlast_name: Lee\nscholar: {}\nbaseurl: ''\n"
    site = Imported(
        tmp_path,
        {
            "_config.yml": f"{config}{host}",
            "_pages/about.md": LINKED.replace("[n](/nowhere/x.pdf)", "").replace(
                "[g](/_config.yml)", ""
            )
            + "\n[t](/teaching/) `[d](/assets/demo.html)`\n",
            "_pages/teaching.md": "---\ntitle: teaching\n---\n{% include courses.liquid %}\n",
            "_bibliography/p.bib": "@misc{a, title={T}, author={Lee, Ann}, year=2020, html={demo.html}, pdf={x.pdf}}\n",
            "assets/demo.html": "<script>1</script>",
            "assets/html/demo.html": "x",
            "assets/pdf/x.pdf": "x",
            "assets/code.py": "x",
            "scripts/f.png": "x",
            "scripts/other.txt": "x",
        },
    )
    page, docs = site.page("index.md"), site.folder / "docs"
    assert "[c](assets/code.py) ![f](scripts/f.png)" in page
    assert (docs / "assets" / "code.py").is_file()
    assert (docs / "scripts" / "f.png").is_file()
    assert not (docs / "scripts" / "other.txt").exists()
    assert not list(docs.rglob("*.html"))
    assert ("[d](https://old.example.org/assets/demo.html)" if host else "d [c]") in page
    assert "<code>&#91;d&#93;(assets/demo.html)</code>" in page
    assert site.told("`assets/demo.html`", "not copied")
    assert site.told("`teaching.md`", "left out")
    assert "\nt " in page
    beside = site.yaml("data/publications.yml")["a"]  # type: ignore[index]
    expected = {"html": "https://old.example.org/assets/html/demo.html"} if host else {}
    assert beside == {**expected, "pdf": "assets/pdf/x.pdf"}
    engines.built(site.folder / "mkdocs.yml")


def test_what_was_not_shown_is_not_copied_for_a_link(tmp_path: Path) -> None:
    site = Imported(tmp_path, FOLIO | {"_pages/q.md": LINKED, "assets/code.py": "x"})
    assert not (site.folder / "docs" / "_config.yml").exists()
    assert "[n](nowhere/x.pdf)" in site.page("q.md")  # a warning: the old site had it no more


def test_the_domain_comes_along(tmp_path: Path) -> None:
    config = FOLIO["_config.yml"].replace("url: https://ann.example.org\n", "")
    site = Imported(tmp_path, FOLIO | {"_config.yml": config, "CNAME": "ann.example.org\n"})
    assert site.text("docs/CNAME") == "ann.example.org\n"
    assert "site_url: https://ann.example.org/" in site.text("mkdocs.yml")


def test_html_that_is_dropped_takes_nothing_along(tmp_path: Path) -> None:
    text = (
        "E = <math><mi>m</mi><annotation encoding='application/x-tex'>mc^2</annotation></math> and "
        "<math><mi>k</mi></math> <select><option>One</option></select> end.\n\n"
        "<svg><text>Label</text>\n\nA second paragraph.\n\n- and a list\n\n"
        "<svg><g><path/>\n\n</g></svg>\n\nA third. <textarea>\n\nA fourth.\n\n```\n<math>x</math>\n```\n"
    )
    page = Imported(tmp_path, FOLIO | {"_pages/q.md": text})
    shown = page.page("q.md")
    assert shown.startswith("E = $mc^2$ and k")
    for part in ("end.", "A second paragraph.", "- and a list", "A third.", "A fourth."):
        assert part in shown
    assert "<math>x</math>" in shown
    for word in ("Label", "One"):
        assert word not in shown
    for tag in ("svg", "select"):
        assert page.told(f"a `<{tag}>` was left out")
    assert page.told("`<textarea>` that is never closed")


def test_courses(tmp_path: Path) -> None:
    course = "---\ntitle: {}\ndescription: About it\ninstructor: Mara\nyear: {}\nterm: Fall\nlocation: Room A\nlevel: hard\nschedule:\n  - {{week: 1, topic: 'A | B', materials: [{{name: Slides, url: /assets/pdf/s.pdf}}]}}\n---\nBody.\n"
    site = Imported(
        tmp_path,
        FOLIO
        | {
            "_teachings/a.md": course.format("Graphs", 2023),
            "_teachings/b.md": course.format("Trees", 2024),
            "_pages/teaching.md": "---\ntitle: teaching\nnav: true\n---\nMine.\n\n{% include courses.liquid %}\n",
            "assets/pdf/s.pdf": "x",
        },
    )
    assert site.yaml("data/teaching.yml") == [
        {"course": name, "date": f"Fall {year}", "text": "About it", "url": f"teachings/{file}.md"}
        for name, year, file in (("Trees", 2024, "b"), ("Graphs", 2023, "a"))
    ]
    assert site.page("teaching.md") == "Mine.\n\n\n{{ teaching() }}"
    assert site.page("teachings/a.md") == (
        "About it  \nFall 2023 · Instructor: Mara · Location: Room A\n\nBody.\n\n## Schedule\n\n"
        "| Week | Topic | Materials |\n| --- | --- | --- |\n"
        "| 1 | A &#124; B | [Slides](../assets/pdf/s.pdf) |"
    )
    assert site.told("_teachings/a.md", "level: hard")
    assert {"Teaching": "teaching.md"} in site.nav
    engines.built(site.folder / "mkdocs.yml")


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de", "de"), ("de-DE", "de"), ("zh_CN", "zh"), ("pt-br", "pt-BR"), ("en-US", ""), ("xx", "")],
)
def test_the_language_of_the_site(tag: str, language: str, tmp_path: Path) -> None:
    for place, base in (("lang", FOLIO), ("locale", PAGES)):
        config = f"{base['_config.yml']}{place}: {tag}\n"
        files = base | {"_config.yml": config, "_talks/a.md": "x"}
        site = Imported(tmp_path / place, files)
        assert site.yaml("mkdocs.yml")["theme"].get("language", "") == language  # type: ignore[index]
        assert site.told("does not speak `xx`") == (tag == "xx")


def test_links_of_the_author(tmp_path: Path) -> None:
    config = "author:\n  name: Ann\n  links:\n    - {label: Blog, url: 'https://b.example.org'}\n    - {label: None}\n    - {label: Here, url: x}\n"
    site = Imported(tmp_path, ACAD | {"_config.yml": config})
    assert site.academic["profile"]["links"] == {"Blog": "https://b.example.org"}  # type: ignore[index]
    assert site.told("one of the author's `links`")
    assert site.told("`Here: x` is no id and no address")


def test_menus(tmp_path: Path) -> None:
    menu = "---\ntitle: more\nnav: true\ndropdown: true\nchildren:\n  - {title: shelf, permalink: /books/}\n  - {title: z, permalink: /z/}\n  - {title: posts, permalink: /blog/}\n  - {title: out, permalink: 'https://out.example.org'}\n  - {title: gone, permalink: /gone/}\n  - {title: old, permalink: 'https://ann.example.org/old/'}\n---\n"
    site = Imported(
        tmp_path,
        FOLIO
        | {
            "_pages/menu.md": menu,
            "_pages/z.md": "---\ntitle: Z\npermalink: /z/\n---\nText.\n",
            "_pages/books.md": "---\ntitle: shelf\nnav: false\n---\nMine.\n",
            "_books/b.md": "---\ntitle: B\n---\nText.\n",
            "_posts/2020-01-01-p.md": "---\ntitle: P\n---\nText. See [all](/blog/).\n",
        },
    )
    assert site.nav == [
        {"About": "index.md"},
        {
            "More": [
                {"Shelf": "books.md"},
                {"Z": "z.md"},
                {"Posts": "blog/index.md"},
                {"Out": "https://out.example.org"},
            ]
        },
    ]
    assert site.told("`gone: /gone/` was left out")
    assert site.told("`old: https://ann.example.org/old/` was left out")
    assert not site.told("outside of the navigation")
    assert "[all](../blog/index.md)" in site.page("blog/2020-01-01-p.md")


@pytest.mark.parametrize("base", [PAGES | {"_talks/a.md": "x"}, ACAD])
def test_a_home_page_that_is_not_published(base: dict[str, str], tmp_path: Path) -> None:
    site = Imported(tmp_path, base | {"_pages/about.md": UNPUBLISHED, "index.md": "Welcome.\n"})
    assert site.page("index.md").endswith("Welcome.")


def test_a_brace_before_a_citation_does_not_break_the_page(tmp_path: Path) -> None:
    about = "---\npermalink: /\n---\nSee {{% cite a %}.\n"
    site = Imported(tmp_path, FOLIO | {"_bibliography/papers.bib": BIB, "_pages/about.md": about})
    assert 'See { {{ cite("a") }}.' in site.page("index.md")
    built = engines.built(site.folder / "mkdocs.yml")
    assert built


def test_what_is_left_out_of_al_folio_is_told_with_its_line(tmp_path: Path) -> None:
    files = {
        "_config.yml": FOLIO["_config.yml"] + "keywords: clocks\nmax_author_limit: 3\n",
        "_data/socials.yml": "wechat_qr: assets/img/qr.png\n",
        "_data/coauthors.yml": "王: [{firstname: [小明, Xiaoming], url: 'https://wang.example.org'}]\n",
        "_bibliography/papers.bib": BIB.replace("year=2020", "year=2020, selected={true}"),
        "_pages/about.md": "---\npermalink: /\nselected_papers: true\n---\nHi.\n",
        "_pages/people.md": "---\nlayout: profiles\ntitle: people\npermalink: /people/\nnav: true\nprofiles:\n  - content: gone.md\n    more_info: Room 1\n---\n",
        "_pages/odd.md": "---\ntitle: odd pages\npermalink: /odd/\nnav: true\n---\n\nSee [me]({% link _pages/about.md %}).\n\n{% strange tag %}\n\n[Words]({% link _pages/reindex.md %})\n",
        "_pages/reindex.md": "---\ntitle: Words\npermalink: /reindex/\nnav: true\n---\nWords.\n",
        "_data/cv.yml": "cv:\n  name: Ann Lee\n  image: assets/img/me.png\n  sections:\n    Skills:\n      - name: Clocks\n        icon: fa-clock\n        level: Master\n",
        "assets/img/qr.png": "x",
    }
    site = Imported(tmp_path, FOLIO | files)
    assert site.told("`_config.yml:5`", "keywords")
    assert site.told("`_pages/people.md:7`", "gone.md")
    assert site.told("`_pages/odd.md:9`", "strange tag")
    assert {"Odd pages": "odd.md"} in site.nav
    assert {"People": "people.md"} in site.nav
    assert "See [me](index.md)." in site.page("odd.md")
    assert "[Words](reindex.md)" in site.page("odd.md")
    profile, selected = site.academic["profile"], site.academic["selected_papers"]
    assert isinstance(profile, dict)
    assert isinstance(selected, dict)
    assert profile["links"] == {"wechat": "assets/img/qr.png"}
    assert selected["max_authors"] == "3"
    assert site.academic["people"] == [
        {"name": "王小明", "aliases": ["Xiaoming 王"], "url": "https://wang.example.org"}
    ]
    assert "Master" in site.page("cv.md")
    assert "fa-clock" not in site.page("cv.md")
    assert "me.png" not in site.page("cv.md")


def test_labels_in_small_letters(tmp_path: Path) -> None:
    page = "---\ntitle: {0}\npermalink: /{0}/\nnav: true\n---\nText.\n"
    files = {f"_pages/{name}.md": page.format(name) for name in ("cv", "code")}
    assert {"CV": "cv.md"} in (nav := Imported(tmp_path, FOLIO | files).nav)
    assert {"Code": "code.md"} in nav


def test_blanks_at_the_ends_of_lines_do_not_spoil_a_block() -> None:
    assert yaml_out.data({"a": "x \n \ny "}) == "a: |-\n  x\n\n  y\n"
    assert yaml_out.data({"a": "x  \ny"}) == 'a: "x  \\ny"\n'
