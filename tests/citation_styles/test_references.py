"""References and citations, as the style guides have them in their examples."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_academic import style_names
from mkdocs_academic.citation_styles import STYLES, Styled, spans
from mkdocs_academic.citation_styles.sentences import ended, quoted
from mkdocs_academic.site import Site, load_site
from mkdocs_academic.words import words

HERE = Path(__file__).parent


def load(folder: Path, settings: str = "", bibliography: str = "") -> Site:
    """Return a site of Nora Vestergård's with our entries, or with others."""
    text = bibliography or (HERE / "references.bib").read_text("utf-8")
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "papers.bib").write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Nora\ntheme: {name: academic}\nextra:\n  academic:\n"
        "    profile: {name: Nora Vestergård}\n    publications: papers.bib\n" + settings,
        "utf-8",
    )
    site = load_site(folder / "mkdocs.yml")
    assert site.mistakes == ()
    return site


def said(reference: str) -> str:
    """Return what one reads."""
    return html.unescape(re.sub("<[^>]+>", "", reference))


def expected(name: str) -> dict[str, str]:
    lines = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line)


@pytest.mark.parametrize("name", STYLES)
def test_a_link_around_the_title_changes_no_word(name: str, tmp_path: Path) -> None:
    site = load(tmp_path)
    written = {one.key: said(Styled(site, name).reference(one, "x/")) for one in site.publications}
    assert written == expected(name)


@pytest.mark.parametrize("name", STYLES)
def test_references_read_as_the_guide_wants_them(name: str, tmp_path: Path) -> None:
    site = load(tmp_path)
    style = Styled(site, name)
    written = {paper.key: said(style.reference(paper)) for paper in site.publications}
    assert written == expected(name)


def test_titles_of_what_stands_for_itself_are_in_italics(tmp_path: Path) -> None:
    site = load(tmp_path)
    papers = site.papers
    assert "<em>The Empty Set</em>" in Styled(site, "apa").reference(papers["empty"])
    assert "<em>12</em>(3)" in Styled(site, "apa").reference(papers["clock"])
    assert "<em>Proceedings of Nothing</em>" in Styled(site, "ieee").reference(papers["mirror"])


def test_the_owner_stands_out_and_the_title_leads_somewhere(tmp_path: Path) -> None:
    site = load(tmp_path)
    written = Styled(site, "apa").reference(site.papers["mirror"], "../mirror/?a=1&b=2")
    assert '<strong class="acad-author--owner">Vestergård, N.</strong>' in written
    assert '<a href="../mirror/?a=1&amp;b=2">Do Mirrors Wait?</a>' in written


@pytest.mark.parametrize("name", STYLES)
def test_the_owner_is_named_in_lists_of_hers_wherever_she_stands(name: str, tmp_path: Path) -> None:
    others = " and ".join(f"Ann{chr(97 + n)} Other{chr(97 + n)}" for n in range(24))
    entry = f"@article{{a, title={{T}}, author={{{others} and Nora Vestergård and Z. Last}}}}"
    site = load(tmp_path, bibliography=entry)
    style = Styled(site, name)
    paper = site.papers["a"]
    assert "vestergård" not in said(style.reference(paper)).lower()
    assert said(style.listed(paper, "")).lower().count("vestergård") == 1


@pytest.mark.parametrize("name", STYLES)
def test_no_script_comes_out_of_an_entry(name: str, tmp_path: Path) -> None:
    site = load(tmp_path)
    written = Styled(site, name).reference(site.papers["bad"])
    tags = set(re.findall(r"<\s*/?([a-zA-Z]+)", written))
    assert tags <= {"em", "a", "strong"}
    assert "javascript:" not in written
    assert "onerror" not in written


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        ("apa", "(Vestergård & Okonjo, 2024; Vestergård et al., 2025; Vestergård, in press)"),
        (
            "chicago",
            "(Vestergård and Okonjo 2024; Vestergård, van der Berg, and King 2025; "
            "Vestergård in press)",
        ),
        ("gb-t-7714", "[2, 1, 3]"),
        ("ieee", "[2], [1], [3]"),
        ("mla", "(Vestergård and Okonjo; Vestergård et al.; Vestergård)"),
        ("vancouver", "(2, 1, 3)"),
    ],
)
def test_citations_in_a_text(name: str, cited: str, tmp_path: Path) -> None:
    site = load(tmp_path)
    keys = ("mirror", "clock", "press")
    style = Styled(site, name)
    numbers = {"clock": 1, "mirror": 2, "press": 3}
    written = style.together([style.label(site.papers[key], numbers[key]) for key in keys])
    assert said(written) == cited


def test_words_and_quotation_marks_are_those_of_the_page(tmp_path: Path) -> None:
    site = load(tmp_path, "    words: {and: und}\n")
    assert "Vestergård und A. Okonjo" in said(Styled(site, "ieee").reference(site.papers["mirror"]))
    assert quoted("Titel", ",", words("de")) == "„Titel“,"
    german = replace(site, words=words("de"), language="de")
    assert said(Styled(german, "apa").reference(site.papers["clockless"])) == (
        "Vestergård, N. (2022). Clockless (1.2) [Software]. https://example.org/clockless"
    )
    assert quoted("Titre", ".", words("fr")) == "« Titre »."
    assert quoted("Is it “so”?", ".", words("en")) == "“Is it ‘so’?”"
    assert quoted("<a>&quot;So?&quot;</a>", ".", words("en")) == "“<a>&quot;So?&quot;</a>”"
    assert quoted("<a>什么是真理？</a>", ".", words("zh")) == "“<a>什么是真理？</a>”"


@pytest.mark.parametrize(
    ("names", "others"),
    [
        ("김철수 and 이영희 and 박민수 and 최지우", "김철수, 이영희, 박민수, 외"),
        ("陈静怡 and 李雷 and 韩梅梅 and 王松", "陈静怡, 李雷, 韩梅梅, 等"),
        ("Ada One and Bo Two and Cy Three and Di Four", "ONE A, TWO B, THREE C, et al."),
    ],
)
def test_gb_t_7714_says_in_their_language_that_others_follow(
    names: str, others: str, tmp_path: Path
) -> None:
    site = load(tmp_path, bibliography=f"@misc{{a, title={{T}}, author={{{names}}}, year=2020}}")
    written = said(Styled(site, "gb-t-7714").reference(site.papers["a"]))
    assert written.startswith(others)


@pytest.mark.parametrize(
    ("pages", "minimal", "chicago"),
    [
        ("71–72", "71–2", "71–72"),
        ("100–104", "100–4", "100–104"),
        ("107–108", "107–8", "107–8"),
        ("141–173", "141–73", "141–73"),
        ("321–328", "321–8", "321–28"),
        ("1496–1500", "1496–500", "1496–500"),
        ("1087–1089", "1087–9", "1087–89"),
        ("98–102", "98–102", "98–102"),
        ("A1–A9", "A1–A9", "A1–A9"),
        ("5–9, 12–18", "5–9, 12–8", "5–9, 12–18"),
        ("", "", ""),
    ],
)
def test_pages_are_shortened(pages: str, minimal: str, chicago: str) -> None:
    assert spans.minimal(pages) == minimal
    assert spans.chicago(pages) == chicago


def test_full_stops_do_not_double() -> None:
    assert ended("<em>Why?</em>") == "<em>Why?</em>"
    assert ended("Inc.") == "Inc."
    assert ended("&quot;Why?&quot;") == "&quot;Why?&quot;"
    assert ended("R&amp;D") == "R&amp;D."
    assert ended("“Done.”") == "“Done.”"
    assert ended("<em>Title</em>") == "<em>Title</em>."
    assert ended("") == ""


def test_every_name_has_a_style_and_a_label() -> None:
    assert list(STYLES) == sorted(style_names.LABELS)


@pytest.mark.parametrize(
    ("written", "name"),
    [("APA", "apa"), ("GB/T 7714", "gb-t-7714"), ("modern-language-association", "mla")],
)
def test_styles_are_known_by_other_names(written: str, name: str, tmp_path: Path) -> None:
    assert load(tmp_path, f'    citation_style: "{written}"\n').citation_styles == (name,)
