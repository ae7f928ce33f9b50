"""Formulas become MathML, unless a script is there for them, and nothing else."""

from __future__ import annotations

import re
import time
from html import escape
from pathlib import Path

import markdown
import pytest

from mkdocs_academic import formulas

from .engines import built


def typeset(tex: str) -> str:
    return formulas.typeset(f'a <span class="arithmatex">\\({tex}\\)</span> b')


@pytest.mark.parametrize(
    ("tex", "drawn"),
    [
        (r"O(n\log n)", "<mi>log</mi>"),
        (r"\ell_1", "<msub><mi>ℓ</mi><mn>1</mn></msub>"),
        (r"a&lt;b", "<mo>&lt;</mo>"),
        (r"\frac{1}{2}", "<mfrac>"),
        (r"\sqrt{\pi}", "<msqrt>"),
        (r"\mathbb{R}^{d}", "<mi>ℝ</mi>"),
    ],
)
def test_formula_is_drawn(tex: str, drawn: str) -> None:
    html = typeset(tex)
    assert drawn in html
    assert html.startswith('a <span class="arithmatex"><math')
    assert html.endswith("</math></span> b")


GAP = '<mspace width="0.167em"></mspace>'


@pytest.mark.parametrize(
    ("tex", "drawn"),
    [
        (r"n \log n", f"<mi>n</mi>{GAP}<mi>log</mi>{GAP}<mi>n</mi>"),
        (r"\log_2 n", f"</msub>{GAP}<mi>n</mi>"),
        (r"f(x) \sin x", f"</mo>{GAP}<mi>sin</mi>{GAP}<mi>x</mi>"),
        (r"\sin\cos x", f"<mi>sin</mi>{GAP}<mi>cos</mi>{GAP}<mi>x</mi>"),
        (r"\frac{\log n}{n}", f"<mi>log</mi>{GAP}<mi>n</mi>"),
        (r"\log(n)", '<mi>log</mi><mo stretchy="false">(</mo>'),
        (r"a + \log n", "<mo>+</mo><mi>log</mi>"),
        (r"x^{\log n}", f"<mi>log</mi>{GAP}<mi>n</mi>"),
    ],
)
def test_names_of_functions_stand_apart(tex: str, drawn: str) -> None:
    assert drawn in typeset(tex)


@pytest.mark.parametrize("tex", ["{", r"\left( x", r"\begin{matrix} x"])
def test_what_cannot_be_read_stays(tex: str) -> None:
    assert rf"\({tex}\)" in typeset(tex)


def test_display_formula() -> None:
    html = formulas.typeset('<div class="arithmatex">\\[x\\]</div>')
    assert 'display="block"' in html


@pytest.mark.parametrize(
    "tex",
    [
        r"\text{&lt;script&gt;alert(1)&lt;/script&gt;}",
        r"\href{javascript:alert(1)}{x}",
        r"\text{&lt;img src=x onerror=alert(1)&gt;}",
        r"\style{position:fixed}{y}",
        r"\class{a}{y}",
    ],
)
def test_nothing_runs(tex: str) -> None:
    html = typeset(tex)
    for bad in ("<script", "<img", "javascript:", "onerror", "style=", "href="):
        assert bad not in html


@pytest.mark.parametrize(
    "tex",
    [r"\foo{x}", r"\R", r"\ce{H2O}", r"x \label{eq}", r"\nicefrac{1}{2}", r"a & b", r"\unknown"],
)
def test_what_cannot_be_read_stays_as_it_was_written(tex: str) -> None:
    assert typeset(escape(tex, quote=False)) == (
        f'a <span class="arithmatex">\\({escape(tex, quote=False)}\\)</span> b'
    )


@pytest.mark.parametrize("name", ["align", "align*", "aligned", "split"])
def test_aligned_lines_have_columns_and_no_numbers(name: str) -> None:
    drawn = typeset(rf"\begin{{{name}}}a &amp;= b \\ c &amp;= d\end{{{name}}}")
    assert drawn.count("<mtr>") == 2
    assert "(1)" not in drawn
    assert "&amp;" not in drawn


def test_headings_have_formulas_in_words_where_they_are_titles(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    page = "# Of $x_{10}^{2}$ and $\\frac{1}{2}$\n\n## On $\\sqrt{2}$\n\n$y^2$\n"
    (tmp_path / "docs" / "index.md").write_text("# Home\n", "utf-8")
    (tmp_path / "docs" / "other.md").write_text(page, "utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_name: A\ntheme: {name: academic}\n"
        "plugins: [search, macros: {modules: [mkdocs_academic]}, academic]\n"
        "extra: {academic: {profile: {name: A}}}\n",
        "utf-8",
    )
    html = built(config).joinpath("other", "index.html").read_text("utf-8")
    (title,) = re.findall("<title>(.*?)</title>", html)
    assert title == "Of x₁₀² and 1/2 - A"
    assert html.count("<math") == 4
    assert "On √2" in re.sub(r"\s+", " ", html)


def test_pieces_of_a_page_are_typeset_alike() -> None:
    page = 'é <span class="arithmatex">\\(x^2\\)</span> \n <div class="arithmatex">\\[é\\]</div> '
    page += '<span class="arithmatex">x</span><span class="arithmatex">\\(x^2\\)</span>ü'
    assert formulas.typeset_bytes(page.encode()).decode() == formulas.typeset(page)
    assert formulas.typeset(page).count("<math") == 3
    assert formulas.typeset_bytes(b"none \xff") == b"none \xff"


DRAWN = "<msup><mi>x</mi><mn>2</mn></msup>"
LEFT = r'<span class="arithmatex">\(x^2\)</span>'


def test_the_sources_of_what_was_drawn_are_found_again() -> None:
    page = r'<p><span class="arithmatex">\(a &lt; b\)</span> <math>x</math> <math><i></p>'
    drawn = formulas.typeset(page)
    assert "<mo>" in drawn
    assert formulas.sources(drawn) == page
    begin = time.process_time()
    formulas.sources("<math>" * 20_000)
    assert time.process_time() - begin < 1


def test_unless_they_are_left_to_a_script() -> None:
    page = "$x^2$"
    extensions = ["pymdownx.arithmatex", "mkdocs_academic.mdx"]
    options: dict[str, dict[str, object]] = {"pymdownx.arithmatex": {"generic": True}}
    drawn = markdown.markdown(page, extensions=extensions, extension_configs=options)
    assert DRAWN in drawn
    options["mkdocs_academic.mdx"] = {"math": "tex"}
    assert LEFT in markdown.markdown(page, extensions=extensions, extension_configs=options)


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ("", DRAWN),
        ("extra_javascript: [javascripts/menu.js]\n", DRAWN),
        ("extra_javascript: [javascripts/mathjax.js]\n", LEFT),
        ("extra_javascript: [{path: lib/katex.min.js, defer: true}]\n", LEFT),
        ("markdown_extensions: [mkdocs_academic.mdx: {math: tex}]\n", LEFT),
        (
            "extra_javascript: [javascripts/mathjax.js]\n"
            "markdown_extensions: [mkdocs_academic.mdx: {math: mathml}]\n",
            DRAWN,
        ),
    ],
)
def test_a_site_with_a_script_for_them_keeps_tex(tmp_path: Path, more: str, shown: str) -> None:
    """In texts, in titles of lists, which are laid by, and from what a build remembers."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# $x^2$\n\n{{ sections() }}\n", "utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_name: A\ntheme: {name: academic}\n"
        "plugins: [search, macros: {modules: [mkdocs_academic]}, academic]\n"
        f"{more}extra:\n  academic:\n    news: [{{text: 'On $x^2$'}}]\n"
        "    publications: [{title: 'Of $x^2$', year: 2020, abstract: 'And $x^2$'}]\n",
        "utf-8",
    )
    for _ in range(2):
        html = built(config).joinpath("index.html").read_text("utf-8")
        body = html[html.index("<h1") : html.index("</article>")]
        assert body.count(shown) == 4
        assert (DRAWN if shown == LEFT else LEFT) not in body
