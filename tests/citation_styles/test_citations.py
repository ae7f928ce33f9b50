"""Citations in running text: pandoc's brackets, the macro, letters, lists, excerpts."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

from mkdocs_academic import cited_text, excerpts
from mkdocs_academic.cited_text import Cited, Mark

from ..pages import EXTENSIONS, rendered, warnings_of
from .test_references import said

PAPERS = """
@article{fox, title={Quick Foxes}, author={Ada King}, year=2015}
@article{dog, title={Lazy Dogs}, author={Ada King}, year=2015}
@article{cat, title={Cats}, author={Ada King and Bo Lind and Cy Moe}, year=2020}
@article{owl, title={Owls}, author={Nora Vestergård}}
"""
SETTINGS = "profile: {name: Nora Vestergård}\npublications: papers.bib\n"


def page(folder: Path, source: str, settings: str = "", **options: list[str]) -> str:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "papers.bib").write_text(PAPERS, "utf-8")
    return rendered(folder, SETTINGS + settings, source, **options)[0]


def cited(shown: str) -> list[str]:
    return [said(one) for one in re.findall('<span class="acad acad-cite">(.*?)</span>', shown)]


@pytest.mark.parametrize(
    ("written", "papers"),
    [
        ("@fox", (Cited("fox"),)),
        ("see @fox, pp. 33-35", (Cited("fox", "see", "pp. 33-35"),)),
        ("@fox; also @cat chap. 1", (Cited("fox"), Cited("cat", "also", "chap. 1"))),
        ("-@fox", (Cited("fox", only_year=True),)),
        ("@doe:2020/a.b, 3", (Cited("doe:2020/a.b", after="3"),)),
        ("@fox.", ()),
        ("a@b.c", ()),
        ("@", ()),
        ("@fox; and more", ()),
        ("", ()),
    ],
)
def test_brackets_are_read_as_pandoc_reads_them(written: str, papers: tuple[Cited, ...]) -> None:
    assert cited_text.parsed(written) == papers


def test_a_mark_keeps_what_was_written() -> None:
    mark = Mark((Cited("a", 'x"<&>', "é"),), "[x @a]")
    assert cited_text.read(mark.text[1:-1]) == mark
    assert not set("<>&") & set(mark.text)


def test_a_page_cites_by_brackets_and_by_macro(tmp_path: Path) -> None:
    source = 'See [see @cat, p. 3; @owl] and {{ cite("cat", before="e.g.", after="p. 4") }}.'
    shown = page(tmp_path, f"{source}\n\n{{{{ bibliography() }}}}")
    assert cited(shown) == [
        "(see King et al. 2020, p. 3; Vestergård)",
        "(e.g. King et al. 2020, p. 4)",
    ]
    assert shown.count('href="#cite-cat"') == 2
    assert shown.count('id="cite-cat"') == 1
    assert shown.startswith("<p>See <span")


@pytest.mark.parametrize(
    "text",
    ["`[@fox]`", "    [@fox]", "[@fox](https://example.org/)", "[a@b.c]", r"\[@fox]", "[@fox\\]"],
)
def test_code_links_and_addresses_are_no_citations(text: str, tmp_path: Path) -> None:
    shown = page(tmp_path, f"Text\n\n{text}\n\n{{{{ cite('owl') }}}}")
    assert cited(shown) == ["(Vestergård)"]
    assert "\x13" not in shown


def test_papers_of_the_same_people_and_year_have_letters(tmp_path: Path) -> None:
    source = "[@fox] [@dog] [@cat]\n\n{{ bibliography() }}"
    assert cited(page(tmp_path, source)) == ["(King 2015b)", "(King 2015a)", "(King et al. 2020)"]
    shown = page(tmp_path, source, "citation_style: apa\n")
    assert cited(shown) == ["(King, 2015b)", "(King, 2015a)", "(King et al., 2020)"]
    references = re.findall('<p class="acad-reference">(.*?)</p>', shown)
    assert [said(one) for one in references] == [
        "King, A. (2015a). Lazy Dogs.",
        "King, A. (2015b). Quick Foxes.",
        "King, A., Lind, B., & Moe, C. (2020). Cats.",
    ]
    assert cited(page(tmp_path, "[@fox] [@cat]")) == ["(King 2015)", "(King et al. 2020)"]


def test_the_list_has_what_is_cited_below_it(tmp_path: Path) -> None:
    shown = page(tmp_path, "{{ bibliography() }}\n\n[@cat]", "citation_style: ieee\n")
    assert cited(shown) == ["[1]"]
    assert 'id="cite-cat"' in shown


def test_two_lists_have_ids_once(tmp_path: Path) -> None:
    shown = page(tmp_path, "[@cat]\n\n{{ bibliography() }}\n\n{{ bibliography() }}")
    assert shown.count('id="cite-cat"') == 1
    assert shown.count("acad-bibliography") == 2


def test_without_a_list_citations_lead_to_the_paper(tmp_path: Path) -> None:
    (tmp_path / "docs" / "publications").mkdir(parents=True)
    (tmp_path / "docs" / "publications" / "cat.md").write_text("# Cats\n", "utf-8")
    shown = page(tmp_path, "[@cat] [@owl]")
    assert 'href="publications/cat/"' in shown
    assert "#cite" not in shown
    assert cited(shown) == ["(King et al. 2020)", "(Vestergård)"]


def test_unknown_keys_stay_as_they_are_written_and_are_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shown = page(tmp_path, "Ask [@foxx; @cat].")
    assert "Ask [@foxx; @cat]." in shown
    (told,) = warnings_of(caplog.records)
    assert "[@foxx; @cat]: there is no publication 'foxx' (did you mean 'fox'?)" in told


def test_texts_of_settings_cite(tmp_path: Path) -> None:
    news = "news:\n  - {date: 2024-01, text: 'Out now [@cat]'}\n"
    shown = page(tmp_path, "{{ news() }}\n\n{{ bibliography() }}", news)
    assert cited(shown) == ["(King et al. 2020)"]
    assert 'href="#cite-cat"' in shown


def test_without_our_extension_the_macro_still_cites(tmp_path: Path) -> None:
    extensions = [one for one in EXTENSIONS if one != "mkdocs_academic.mdx"]
    source = "{{ cite('cat') }}\n\n{{ bibliography() }}"
    shown = page(tmp_path, source, extensions=extensions)
    assert cited(shown) == ["(King et al. 2020)"]
    assert 'id="cite-cat"' in shown
    assert "\x13" not in shown


def test_an_option_that_is_none_is_told_in_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    page(tmp_path, '{{ cite("cat", pages=3) }}{{ cite("cat", befor="x") }}')
    first, second = warnings_of(caplog.records)
    assert "cite(): unknown option 'pages': known are before, after" in first
    assert "cite(): unknown option 'befor' (did you mean 'before'?)" in second


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("#cite-a", "2024/01/post/#cite-a"),
        ("../../../../publications/a/", "../publications/a/"),
        ("https://example.org/", "https://example.org/"),
        ("/a/", "/a/"),
        ("mailto:a@b.c", "mailto:a@b.c"),
        ("slides.pdf?x=1&y=2", "2024/01/post/slides.pdf?x=1&y=2"),
        ("../../../", "./"),
    ],
)
def test_links_of_an_excerpt_start_where_it_is_shown(address: str, there: str) -> None:
    from html import escape

    html = f'<a class="x" href="{escape(address)}">a</a>'
    moved = excerpts.moved(html, "blog/2024/01/post/", "blog/")
    assert moved == f'<a class="x" href="{escape(there)}">a</a>'
