"""The site as other code reads it: `load_site` and what it remembers."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

from mkdocs_academic import Site, load_site, pluglet

from .pages import MacroEnvironment, rendered, warnings_of

BIB = """
@article{a, title = {First}, author = {Example, Ada}, journal = {J}, year = 2020}
@article{a, title = {Second}, author = {Example, Ada}, journal = {J}, year = 2021}
"""


def load(folder: Path, settings: str, **files: str) -> Site:
    for name, text in files.items():
        (folder / f"{name}.bib").write_text(text, "utf-8")
    indented = "".join(f"    {line}\n" for line in settings.splitlines())
    (folder / "mkdocs.yml").write_text(f"extra:\n  academic:\n{indented}", "utf-8")
    return load_site(folder / "mkdocs.yml")


def test_a_portrait_that_is_not_there_is_drawn(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("extra: {academic: {profile: {name: A, avatar: me.jpg}}}\n", "utf-8")
    (tmp_path / "docs").mkdir()
    site = load_site(file)
    assert site.profile is not None
    assert site.profile.avatar == ""
    assert [one.path for one in site.warnings] == ["extra.academic.profile.avatar"]
    (tmp_path / "docs" / "me.jpg").touch()
    there = load_site(file, anew=True)
    assert there.profile is not None
    assert (there.profile.avatar, there.warnings) == ("me.jpg", ())


def test_repeated_keys_are_kept_within_a_file_and_across_files(tmp_path: Path) -> None:
    one = "@book{a, title = {Third}, author = {O. Ther}, year = 1999}\n"
    site = load(tmp_path, "publications: {bibliography: [x.bib, y.bib]}", x=BIB, y=one)
    assert [(paper.key, paper.title) for paper in site.publications] == [
        ("a", "First"),
        ("a-2", "Second"),
        ("a-3", "Third"),
    ]
    said = list(map(str, site.warnings))
    assert len(said) == 2
    assert said[0].startswith("x.bib:3: ")
    assert said[1] == "y.bib:1: a: the key 'a' is taken: both are kept, this one as 'a-3'"


def test_a_bibliography_named_twice_is_read_once(tmp_path: Path) -> None:
    settings = "publications: x.bib\nmore: {like: publications, bibliography: x.bib}"
    site = load(tmp_path, settings, x="@misc{a, title={T}}")
    assert [paper.key for paper in site.publications] == ["a"]
    assert not site.warnings


def test_a_bibliography_can_be_switched_off(tmp_path: Path) -> None:
    settings = "publications: {bibliography: {lab: x.bib, own: y.bib, gone: false}}"
    site = load(tmp_path, settings, x="@misc{a, title={T}}", y="@misc{b, title={U}}")
    assert [paper.key for paper in site.publications] == ["a", "b"]
    site = load(tmp_path, settings.replace("x.bib", "false"))
    assert [paper.key for paper in site.publications] == ["b"]


def test_missing_bibliography_is_a_warning_with_its_line(tmp_path: Path) -> None:
    site = load(tmp_path, "publications:\n  bibliography:\n    - no.bib")
    assert list(map(str, site.warnings)) == [
        "mkdocs.yml:5: extra.academic.publications.bibliography.0: there is no file 'no.bib'"
    ]


ONE = "@book{%s, title = {Title of %s}, author = {O. Ther}, year = 1999}\n"


@pytest.mark.parametrize(
    "settings",
    [
        "publications: [x.bib, y.bib]",
        "publications: {entries: [x.bib, y.bib]}",
        "publications: {bibliography: x.bib, entries: y.bib}",
        "publications: {bibliography: {lab: x.bib}, entries: [y.bib]}",
        "publications: {bibliography: [x.bib], entries: [x.bib, y.bib]}",
        "reading: {like: publications, entries: [x.bib, y.bib]}",
        "publications: x.bib\npublications+: [y.bib]",
        "publications: list.yml",
        "publications: {entries: list.yml}",
    ],
)
def test_a_list_of_files_is_one_of_bibliographies(tmp_path: Path, settings: str) -> None:
    (tmp_path / "list.yml").write_text("[x.bib, y.bib]", "utf-8")
    site = load(tmp_path, settings, x=ONE % ("one", "one"), y=ONE % ("two", "two"))
    assert (site.mistakes, site.warnings, site.notes) == ((), (), ())
    assert [paper.key for paper in site.publications] == ["one", "two"]


def test_files_and_entries_may_stand_in_one_list(tmp_path: Path) -> None:
    settings = """publications:
  - Words about papers.bib
  - gone.bib
  - {title: Written Here, author: A. Mine, year: 2020, pdf: gone.pdf}
  - sub/x.bib
  - "[A paper](https://example.org/papers.bib)"
  - also_gone.json"""
    (tmp_path / "sub").mkdir()
    site = load(tmp_path, settings, **{"sub/x": ONE % ("one", "one")})
    assert [paper.text or paper.title for paper in site.publications] == [
        "Title of one",
        "Words about papers.bib",
        "Written Here",
        "[A paper](https://example.org/papers.bib)",
    ]
    where = "extra.academic.publications."
    assert [str(one) for one in site.warnings] == [
        f"mkdocs.yml:5: {where}bibliography.0: there is no file 'gone.bib'",
        f"mkdocs.yml:9: {where}bibliography.2: there is no file 'also_gone.json'",
        f"mkdocs.yml:6: {where}entries.2: there is no file 'gone.pdf' in docs/",
    ]


def test_bibliographies_in_a_list_are_relative_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "list.yml").write_text("- A text.\n- x.bib\n- gone.bib\n", "utf-8")
    site = load(tmp_path, "publications: data/list.yml", **{"data/x": ONE % ("one", "one")})
    assert [paper.key for paper in site.publications] == ["one", "item-1"]
    assert [str(one) for one in site.warnings] == [
        "data/list.yml:3: extra.academic.publications.bibliography.1: "
        "there is no file 'data/gone.bib'"
    ]


def test_a_list_of_files_without_papers_is_no_section(tmp_path: Path) -> None:
    html, _ = rendered(tmp_path, {"publications": ["no.bib", "none.ris"]}, "{{ sections() }}")
    assert "Publications" not in html


def test_papers_of_a_list_of_files_may_be_narrowed_to_mine(tmp_path: Path) -> None:
    settings = "profile: {name: Ada Example}\npublications: {mine: yes, entries: [x.bib, y.bib]}"
    site = load(tmp_path, settings, x=BIB, y=ONE % ("one", "one"))
    assert [paper.title for paper in site.publications] == ["First", "Second"]


def test_undated_papers_are_given_no_date(tmp_path: Path) -> None:
    site = load(tmp_path, "publications: x.bib", x="@misc{a, title={T}}")
    assert site.publications[0].year is None
    assert site.publications[0].date.iso == ""


def test_the_same_site_until_a_file_changes(tmp_path: Path) -> None:
    site = load(tmp_path, "publications: x.bib", x="@misc{a, title={T}}")
    assert load_site(tmp_path / "mkdocs.yml") is site
    (tmp_path / "x.bib").write_text("@misc{a, title={Longer}}", "utf-8")
    changed = load_site(tmp_path / "mkdocs.yml")
    assert changed is not site
    assert changed.publications[0].title == "Longer"
    (tmp_path / "x.bib").unlink()
    assert not load_site(tmp_path / "mkdocs.yml").publications


def test_warnings_are_told_once_for_a_site(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    rendered(tmp_path, {"publications": {"bibliography": "no.bib"}}, "x")
    pluglet.define_env(MacroEnvironment(tmp_path / "mkdocs.yml", "", []))
    assert len(warnings_of(caplog.records)) == 1


def test_profile_is_put_into_every_page_relative_to_it(tmp_path: Path) -> None:
    settings = {"profile": {"name": "Ada Example", "avatar": "img/a.svg", "cv": "cv.md"}}
    (tmp_path / "docs" / "img").mkdir(parents=True)
    (tmp_path / "docs" / "img" / "a.svg").touch()
    _, page = rendered(tmp_path, settings, "x", page_url="talks/2020/")
    assert 'src="../../img/a.svg"' in page.meta["academic"]["profile"]
    assert 'href="../../cv/"' in page.meta["academic"]["profile"]


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("سارا رضایی", "س\u200cر"),  # joined they would be a word
        ("Ada Example", "AE"),
        ("Ada Brown Example", "AE"),
        ("王小明", "小明"),
        ("Plato", "P"),
        ("Jean-Pierre d'Exemple", "JD"),
        ("Zoë Müller-Lüdenscheid", "ZM"),
        ("Maria Curie-Smith", "MC"),
        ("Jan van der Berg-Maas", "JB"),
        ("Jan van der Berg", "JB"),
        ("Muhammad al-Khwarizmi", "MK"),
        ("Anne-Marie", "AM"),
        ("bell hooks-watkins", "BH"),
        ("Ada -", "A"),
        ("-", ""),
    ],
)
def test_initials(tmp_path: Path, name: str, initials: str) -> None:
    site = load(tmp_path, f'profile: {{name: "{name}"}}')
    assert site.profile is not None
    assert site.profile.initials == initials


def test_without_the_extension_html_goes_into_the_page(tmp_path: Path) -> None:
    settings = {"news": [{"date": "2020", "text": "**b** <script>x</script>"}]}
    html, _ = rendered(tmp_path, settings, "{{ news() }}", extensions=["md_in_html"])
    assert "<strong>b</strong>" in html
    assert "<script" not in html
    assert "zacademic" not in html


def test_bibtex_for_readers_survives_every_way_into_the_page(tmp_path: Path) -> None:
    settings = {"publications": [{"title": "A_b*c* $x$", "year": "2020", "key": "k"}]}
    for extensions in (["mkdocs_academic.mdx"], ["md_in_html"]):
        html, _ = rendered(tmp_path, settings, "{{ publications() }}", extensions=extensions)
        code = html[html.index("<code>") + 6 : html.index("</code>")]
        assert code.replace("&#10;", "\n") == (
            "@misc{k,\n  title = {A\\_b*c* $x$},\n  year  = {2020},\n}"
        )


def test_links_in_item_texts_are_relative_to_the_docs(tmp_path: Path) -> None:
    text = "[a](talks.md) [b](#x) [c](https://e.org/) ![d](img/d.png) [e](/top)"
    settings = {"news": [text]}
    html, _ = rendered(tmp_path, settings, "{{ news() }}", page_url="sections/news/")
    for address in ("../talks.md", "#x", "https://e.org/", "/top"):
        assert f'href="{address}"' in html
    assert 'src="../img/d.png"' in html


PREPRINT = """
@misc{pre, title = {One Result, Proved Twice}, author = {Example, Ada and Other, Bo},
  year = 2020, eprint = {2001.00001}, archiveprefix = {arXiv}, abstract = {Kept.}}
"""
PUBLISHED = """
@article{pub, title = {One result, proved {Twice}}, author = {A. Example and B. Other},
  journal = {Journal of Results}, year = 2021, doi = {10.5555/1}}
"""


def test_a_work_in_two_files_is_shown_once_published_first(tmp_path: Path) -> None:
    settings = "publications: {bibliography: [x.bib, y.bib]}"
    site = load(tmp_path, settings, x=PREPRINT, y=PUBLISHED)
    assert not site.warnings
    (paper,) = site.publications
    assert (paper.key, paper.year, paper.abstract) == ("pub", 2021, "Kept.")
    assert "https://arxiv.org/abs/2001.00001" in [link.url for link in paper.links]
    assert len(site.notes) == 1
    assert str(site.notes[0]).startswith("x.bib:2: pre: shown once with 'pub' (y.bib:2)")


def test_an_entry_in_the_settings_joins_its_work(tmp_path: Path) -> None:
    settings = """publications:
  bibliography: x.bib
  entries: [{title: "One Result, Proved Twice", authors: [Ada Example, Bo Other], year: 2021,
    journal: Journal of Results, doi: 10.5555/1, links: {Poster: "https://example.org/p"}}]
"""
    (paper,) = load(tmp_path, settings, x=PREPRINT).publications
    assert [link.label for link in paper.links][:1] == ["Poster"]


def test_overlay_adds_what_does_not_belong_into_a_bibliography(tmp_path: Path) -> None:
    overlay = "a: {tags: [CCF-A], selected: yes, links: {Code: 'https://e.org/'}}\nb: {tag: x}\n"
    (tmp_path / "extra.yml").write_text(overlay, "utf-8")
    settings = "publications: {bibliography: x.bib, overlay: extra.yml}"
    two = "@misc{a, title={T}}\n@misc{b, title={U}}\n"
    site = load(tmp_path, settings, x=two)
    first, second = site.publications
    assert [tag.text for tag in first.tags] == ["CCF-A"]
    assert first.selected
    assert not second.selected
    assert [(link.label, link.url) for link in first.links] == [("Code", "https://e.org/")]
    assert list(map(str, site.warnings)) == [
        "extra.yml:2: extra.academic.publications.overlay.b.tag: "
        "unknown field (did you mean 'tags'?)"
    ]


def test_other_formats_give_the_same(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(
        '[{"id": "a", "type": "article-journal", "title": "T", "container-title": "J",'
        ' "author": [{"family": "Example", "given": "Ada"}], "issued": {"date-parts": [[2020]]}}]',
        "utf-8",
    )
    (tmp_path / "x.ris").write_text(
        "TY  - JOUR\nAU  - Example, Ada\nTI  - U\nJO  - J\nPY  - 2021\nER  - \n", "utf-8"
    )
    settings = "profile: {name: Ada Example}\npublications: {bibliography: [x.json, x.ris, x.doc]}"
    site = load(tmp_path, settings)
    assert [(paper.title, paper.venue, paper.year) for paper in site.publications] == [
        ("T", "<em>J</em>", 2020),
        ("U", "<em>J</em>", 2021),
    ]
    assert all(paper.authors[0].is_owner for paper in site.publications)
    assert "x.doc" in str(site.warnings[0])


VOLUME = """
@inproceedings{a, title = {T}, author = {A. Example}, crossref = {vol}}
@proceedings{vol, title = {Proceedings of Examples}, editor = {Bo Other}, year = 2020}
@proceedings{own, title = {Another Volume}, editor = {Ada Example}, year = 2021}
@xdata{shared, publisher = {P}}
"""


def test_what_only_serves_other_entries_is_not_shown(tmp_path: Path) -> None:
    settings = "profile: {name: Ada Example}\npublications: x.bib"
    site = load(tmp_path, settings, x=VOLUME)
    assert [paper.key for paper in site.publications] == ["a", "own"]
    assert site.publications[0].venue == "<em>Proceedings of Examples</em>"
    assert not site.warnings
    assert list(map(str, site.notes)) == [
        "x.bib:3: vol: is not shown by itself: other entries refer to it by crossref"
    ]
    edited = load(tmp_path, settings.replace("Ada Example", "Bo Other"), x=VOLUME)
    assert "vol" in [paper.key for paper in edited.publications]


@pytest.mark.parametrize(
    "title",
    [
        "News <script>alert(1)</script>",
        "T { onclick=alert(1) .x",
        "[l](javascript:alert(1))",
        'x"><img src=x onerror=alert(1)>',
        "N { onclick=alert(1) }",
    ],
)
@pytest.mark.parametrize("extensions", [None, ["attr_list", "md_in_html"]])
def test_titles_cannot_run(tmp_path: Path, title: str, extensions: list[str] | None) -> None:
    settings = {"profile": {"name": title}, "news": {"title": title, "items": ["a"]}}
    chosen = {"extensions": extensions} if extensions else {}
    html, _ = rendered(tmp_path, settings, "{{ profile() }}\n\n{{ sections() }}", **chosen)  # type: ignore[arg-type]
    assert "<script" not in html
    for tag in re.findall(r"<[^>]+>", html):
        assert "onclick" not in tag
        assert "onerror" not in tag
        assert 'href="javascript' not in tag


def test_titles_keep_their_braces_and_ids_stand_once(tmp_path: Path) -> None:
    settings = {"news": {"title": "Honors {2024}", "items": ["a"]}}
    html, _ = rendered(tmp_path, settings, "{{ sections() }}\n\n{{ sections('news') }}")
    assert html.count(">Honors {2024}</h2>") == 2
    assert html.count('id="news"') == 1


def test_links_in_the_sidebar_lead_somewhere(tmp_path: Path) -> None:
    settings = {"profile": {"name": "A", "affiliation": "[Lab](sub/lab.md)"}}
    _, page = rendered(tmp_path, settings, "x", page_url="talks/2020/")
    assert 'href="../../sub/lab/"' in page.meta["academic"]["profile"]


def test_bibliographies_by_name_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    lab, me = tmp_path / "lab", tmp_path / "me"
    lab.mkdir()
    me.mkdir()
    (lab / "shared.bib").write_text("@misc{a, title={T}, year=2020}", "utf-8")
    (me / "own.bib").write_text("@misc{b, title={U}, year=2021}", "utf-8")
    inner = "extra: {academic: {publications: {bibliography: {%s}}}}\n"
    (lab / "lab.yml").write_text(inner % "lab: shared.bib", "utf-8")
    own = "INHERIT: ../lab/lab.yml\n" + inner % "own: own.bib"
    (me / "mkdocs.yml").write_text(own, "utf-8")
    site = load_site(me / "mkdocs.yml")
    assert not site.warnings
    assert [paper.key for paper in site.publications] == ["a", "b"]
    (me / "mkdocs.yml").write_text(own.replace("own: own.bib", "lab: no"), "utf-8")
    assert not load_site(me / "mkdocs.yml").publications


def test_missing_files_and_unknown_keys_are_told(tmp_path: Path) -> None:
    settings = """profile: {name: A, avatar: img/me.jpg, cv: cv.md}
talks: [{text: x, links: {slides: s.pdf}}]
teaching: [{course: C, schedule: [{topic: T}, {topic: U, url: u.pdf, papers: gone, people: Bo}]}]
publications: {bibliography: x.bib, selected: [goodd]}
"""
    site = load(tmp_path, settings, x="@misc{good, title={T}}")
    assert [str(one).split(": ", 2)[1:] for one in site.warnings] == [
        ["extra.academic.profile.avatar", "there is no file 'img/me.jpg' in docs/"],
        ["extra.academic.profile.cv", "there is no file 'cv.md' in docs/"],
        ["extra.academic.talks.items.0.links.slides", "there is no file 's.pdf' in docs/"],
        ["extra.academic.teaching.items.0.schedule.1.url", "there is no file 'u.pdf' in docs/"],
        [
            "extra.academic.publications.selected",
            "there is no publication 'goodd' (did you mean 'good'?)",
        ],
        [
            "extra.academic.teaching.items.0.schedule.1.papers",
            "there is no publication 'gone'",
        ],
        [
            "extra.academic.teaching.items.0.schedule.1.people",
            "there is nobody 'Bo' among the people",
        ],
    ]


def test_an_unknown_icon_is_told(tmp_path: Path) -> None:
    site = load(
        tmp_path, "news: {icon: material/nosuch, items: [a]}\ntalks: {icon: 🎤, items: [a]}"
    )
    assert list(map(str, site.warnings)) == [
        "mkdocs.yml:3: extra.academic.news.icon: there is no icon 'material/nosuch'"
    ]
