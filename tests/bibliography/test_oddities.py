"""What an entry lacks or cannot be shown with is told once, and no dead link is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_academic.bibliography import oddities, reader
from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.bibliography.publication import Publication

from ..test_site import load

UNTITLED = "has no title: its key stands there"


def entry(fields: str, kind: str = "misc") -> Entry:
    (found,) = reader.parse(f"@{kind}{{p1, {fields}}}", "x.bib").entries
    return found


def paper(fields: str) -> Publication:
    (found,) = from_entries([Given(entry(fields))], Identity(""), KnownPeople([]))
    return found


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("title = {T}", []),
        ("subtitle = {T}", []),
        ("year = 2020", [UNTITLED]),
        ("title = { }", [UNTITLED]),
        (
            "titel = {T}, tilte = {U}",
            [f"{UNTITLED}; there is a field 'titel' (did you mean 'title'?)"],
        ),
        ("maintitle = {T}, booktitle = {B}", [UNTITLED]),
    ],
)
def test_a_missing_title_is_told_once(fields: str, said: list[str]) -> None:
    assert list(oddities.of(entry(fields))) == said


@pytest.mark.parametrize(
    ("field", "said", "url"),
    [
        ("https://x.org/a", "", "https://x.org/a"),
        ("files/a.pdf", "", "files/a.pdf"),
        ("/a/", "", "/a/"),
        (
            "github.com/a/b",
            "'github.com/a/b' has no scheme: write https://github.com/a/b",
            "https://github.com/a/b",
        ),
        (
            "www.youtube.com/x",
            "'www.youtube.com/x' has no scheme: write https://www.youtube.com/x",
            "https://www.youtube.com/x",
        ),
        (
            "youtu.be/x",
            "'youtu.be/x' has no scheme: write https://youtu.be/x",
            "https://youtu.be/x",
        ),
        (
            "htp://x.org",
            "'htp://x.org' is not a link: write http(s)://… or a path of this site",
            "",
        ),
    ],
)
def test_addresses_of_links(field: str, said: str, url: str) -> None:
    for name in ("code", "url"):
        fields = f"title = {{T}}, {name} = {{{field}}}"
        assert list(oddities.of(entry(fields))) == ([f"{name}: {said}"] if said else [])
        found = paper(fields)
        assert ("".join(link.url for link in found.links) if name == "code" else found.url) == url


def test_no_button_leads_to_an_identifier_that_is_none() -> None:
    assert not paper("title = {T}, arxiv = {soon}, pmid = {x1}, zenodo = {?}").links
    (found,) = paper("title = {T}, zenodo = {zenodo.org/records/12}").links
    assert found.url == "https://zenodo.org/records/12"
    (found,) = paper("title = {T}, huggingface = {huggingface.co/a/b}").links
    assert found.url == "https://huggingface.co/a/b"


def test_a_build_tells_where(tmp_path: Path) -> None:
    bib = """@misc{a, titel = {T}, code = {github.com/a/b}}
@misc{b, title = {T}, bilibili = {www.bilibili.com/x}}
@inproceedings{c, title = {C}, crossref = {vol}}
@proceedings{vol, booktitle = {V}}
"""
    settings = "publications: {bibliography: x.bib, links: {bilibili: Talk}}"
    site = load(tmp_path, settings, x=bib)
    assert list(map(str, site.warnings)) == [
        "x.bib:1: a: has no title: its key stands there; "
        "there is a field 'titel' (did you mean 'title'?)",
        "x.bib:1: a: code: 'github.com/a/b' has no scheme: write https://github.com/a/b",
        "x.bib:2: b: bilibili: 'www.bilibili.com/x' has no scheme: "
        "write https://www.bilibili.com/x",
    ]
    by_key = {paper.key: [link.url for link in paper.links] for paper in site.publications}
    assert by_key == {
        "a": ["https://github.com/a/b"],
        "b": ["https://www.bilibili.com/x"],
        "c": [],
    }


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (
            r"title = {A \foo b}",
            r"title: \foo is no LaTeX command that is known here: it is left out",
        ),
        (
            r"title = {\foo \foo{} {\Bar} x \foo}",
            r"title: \foo, \Bar are no LaTeX commands that are known here: they are left out",
        ),
        (
            r"title = {T}, abstract = {\foo{\bar}}",
            r"abstract: \bar is no LaTeX command that is known here: it is left out",
        ),
        (
            r"title = {T}, author = {A \and B}",
            r"author: \and is no LaTeX command that is known here: it is left out",
        ),
        (
            r"title = {\ion{C}{\foo} \ion{C}{\iv}}",
            r"title: \foo is no LaTeX command that is known here: it is left out",
        ),
        (r"title = {\foo{x} \foo[a]{x} $\foo$ \(\foo\) \ensuremath{\foo_1}}", ""),
        (r"title = {\relax\protect\ignorespaces\/\,\-\nobreak\linebreak\newline\par x}", ""),
        (r"title = {\hspace{1em} \vskip x}", ""),
        (r"title = {{\rm x} {\noopsort{a}} \nocite{b} \xspace \emph x \SI{5}{\furlong}}", ""),
        (r"title = {\aap\ \kms\ \lya\ \alpha\ \'e {\o} \ion{H}{1} \textbackslash foo}", ""),
        (r"title = {T}, author = {A B\textsuperscript{\Letter}}", ""),
        (r"title = {T}, url = {https://x.org/\foo}, file = {C:\foo}, whatever = {\foo}", ""),
    ],
)
def test_commands_that_are_left_out_are_told(field: str, said: str) -> None:
    assert list(oddities.of(entry(field))) == ([said] if said else [])


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        (
            "赵六 and 王明, 李雷*",
            ["author: '王明, 李雷*' is read as one name: write 'and' between two people"],
        ),
        ("王小明, 李雷", []),  # read as two
        ("高松, 和明", []),
        ("王, 小明 and 石川, 康平 and Roe, Ann", []),
    ],
)
def test_two_names_that_may_be_one_are_told(authors: str, said: list[str]) -> None:
    assert list(oddities.of(entry(f"title = {{T}}, author = {{{authors}}}"))) == said
