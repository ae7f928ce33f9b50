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


def page(
    folder: Path, source: str, settings: str = "", papers: str = PAPERS, **options: list[str]
) -> str:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "papers.bib").write_text(papers, "utf-8")
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
        ("@fox，第3页；@cat", (Cited("fox", after="第3页"), Cited("cat"))),
        ("a@b.c", ()),
        ("@", ()),
        ("@fox; and more", ()),
        ("", ()),
    ],
)
def test_brackets_are_read_as_pandoc_reads_them(written: str, papers: tuple[Cited, ...]) -> None:
    assert cited_text.parsed(written) == papers


def test_a_mark_keeps_what_was_written() -> None:
    mark = Mark((Cited("a", 'x"<&>', "é", True),), "[x @a]")
    assert cited_text.read(mark.text[2:-1]) == mark
    assert mark.text[1:-1].isalnum()
    for forged in ("5b5d", "zz", "", "7b7d", b'[[["a", "b"]], ""]'.hex(), b"[1, 2]".hex()):
        assert not cited_text.read(forged).papers
    (odd,) = cited_text.read(b'[[[["a"], 1, null, 0]], ""]'.hex()).papers
    assert odd == Cited("['a']", "1", "None", False)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ('[@fox] said "yes"', "(King 2015) said “yes”"),
        ("[@GPT] is a key\n\n*[GPT]: A model", "[@GPT] is a key"),
        ("[@fox, see `f(x)`]", "(King 2015, see f(x))"),
        ("As [@fox, pp. 3--5; @fox, 1-4]: x", "As (King 2015, pp. 3–5; King 2015, 1–4): x"),
        ("[@fox, 3\\*4]", "(King 2015, 3*4)"),
        ("Thanks [@fox]\n\n[@fox]: https://example.org/", "Thanks @fox"),
        ("[@nobody likes *this* & <b>x</b>]", "[@nobody likes this & x]"),
        ("\x13foo\x14 [@fox]", "\x13foo\x14 (King 2015)"),
        ("\x13r5b5d\x14 [@fox]", "? (King 2015)"),
    ],
)
def test_other_extensions_and_odd_texts_do_no_harm(source: str, shown: str, tmp_path: Path) -> None:
    extensions = [*EXTENSIONS, "smarty", "abbr", "tables", "footnotes"]
    text = said(page(tmp_path, source, extensions=extensions))
    assert " ".join(text.split()) == shown
    assert "klzzwxh" not in text


@pytest.mark.parametrize(
    "source",
    [
        "![Figure from [@fox]](a.png)",
        '<i title="Of [@fox]">x</i>',
        '[text](b.md "see [@fox]")',
        "![x {{ cite('fox') }}](a.png)",
    ],
)
def test_in_attributes_a_citation_is_plain_text(source: str, tmp_path: Path) -> None:
    shown = page(tmp_path, source)
    assert "(King 2015)" in shown
    assert "\\" not in shown
    assert "<span" not in shown
    assert "\x13" not in shown


def test_a_heading_keeps_its_id(tmp_path: Path) -> None:
    shown = page(tmp_path, "## Second [@fox] part\n\n[@cat]", "citation_style: ieee\n")
    assert '<h2 id="second-part">Second <span' in shown
    assert cited(shown) == ["[1]", "[2]"]


@pytest.mark.parametrize(
    ("written", "is_told"),
    [
        ("[@somebody]", False),
        ("[@media screen]", False),
        ("[@one; @one]", False),
        ("[@fix]", True),
        ("[@king2015]", True),
    ],
)
def test_what_may_be_no_citation_is_not_told_of(
    written: str, is_told: bool, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert written in page(tmp_path, f"# Title {written}\n\n{written} and {written}")
    assert len(warnings_of(caplog.records)) == is_told


def test_letters_where_a_style_says_years(tmp_path: Path) -> None:
    source = "[@fox] [@dog] [@owl]\n\n{{ bibliography() }}"
    assert cited(page(tmp_path, source, "citation_style: mla\n")) == [
        "(King)",
        "(King)",
        "(Vestergård)",
    ]
    papers = "".join(
        f"@online{{{key}, author={{Bo Lind}}, title={{{key}}}, {date}, url={{https://x.org/}}}}\n"
        for key, date in (
            *(("may", "date={2020-05-01}"), ("june", "date={2020-06-01}")),
            *(("none", "note={}"), ("never", "note={}")),
        )
    )
    shown = page(
        tmp_path,
        "[@may] [@june] [@none] [@never] [-@may]\n\n{{ bibliography() }}",
        "citation_style: apa\n",
        papers=papers,
    )
    assert cited(shown) == [
        *("(Lind, 2020b)", "(Lind, 2020a)", "(Lind, n.d.-b)", "(Lind, n.d.-a)", "(2020b)"),
    ]
    assert "Lind, B. (2020b, May 1)." in said(shown)
    assert "Lind, B. (n.d.-a)." in said(shown)


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


@pytest.mark.parametrize("style", ["", "citation_style: apa\n"])
def test_names_that_are_read_from_the_right_leave_figures_in_place(
    style: str, tmp_path: Path
) -> None:
    papers = (
        "@article{noor, title={مقدمة}, author={نور, سلمى}, journal={مجلة}, volume=4, year=2019}"
    )
    shown = page(tmp_path, "[@noor, § 3]\n\n{{ bibliography() }}", style, papers)
    assert re.search("<a href=[^<>]+><bdi>نور(, | |</bdi>, )2019(</bdi>)?</a>, § 3", shown)
    if style:
        assert "<bdi>نور, س.</bdi> (2019). " in shown
        assert "<em><bdi>مجلة</bdi></em>, <em>4</em>" in shown


def test_what_nobody_wrote_is_cited_by_its_title(tmp_path: Path) -> None:
    papers = "@online{site, title={The \\emph{Site}}, year=2024}"
    assert cited(page(tmp_path, "[@site] [-@site]", papers=papers)) == ["(The Site 2024)", "(2024)"]


@pytest.mark.parametrize(("style", "year"), [("", " 2016"), ("citation_style: mla\n", "")])
def test_east_asian_names_are_whole(style: str, year: str, tmp_path: Path) -> None:
    papers = "@book{book, title={书}, author={陈, 静怡 and Li, Bo}, year=2016}"
    assert cited(page(tmp_path, "[@book]", style, papers)) == [f"(陈静怡 and Li{year})"]


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
