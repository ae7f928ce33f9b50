"""Formulas become MathML if the site wants it, and nothing else."""

from __future__ import annotations

import markdown
import pytest

from mkdocs_academic import formulas


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


def test_only_where_it_is_asked_for() -> None:
    page = "$x^2$"
    extensions = ["pymdownx.arithmatex", "mkdocs_academic.mdx"]
    options = {"pymdownx.arithmatex": {"generic": True}}
    left = markdown.markdown(page, extensions=extensions, extension_configs=options)
    assert r"\(x^2\)" in left
    options["mkdocs_academic.mdx"] = {"math": "mathml"}  # type: ignore[dict-item]
    drawn = markdown.markdown(page, extensions=extensions, extension_configs=options)
    assert "<msup><mi>x</mi><mn>2</mn></msup>" in drawn
