from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic.bibliography import latex
from mkdocs_academic.outputs import plain
from mkdocs_academic.outputs.formula_text import to_text


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("x", "x"),
        ("n^2", "n²"),
        ("x_i^{2}", "x_i²"),
        (r"O(n\log n)", "O(n log n)"),
        (r"O(n \log_2 n)", "O(n log₂ n)"),
        (r"\log{n}", "log n"),
        (r"2^{n+1}", "2ⁿ⁺¹"),
        (r"n^{1/2}", "n^(1/2)"),
        (r"e^{x_{i}}", "e^(x_i)"),
        (r"\frac{a+b}{2}", "(a+b)/2"),
        (r"\frac{\frac{1}{2}}{3}", "(1/2)/3"),
        (r"\mathbb{R}^n", "Rⁿ"),
        (r"\alpha\beta", "αβ"),
        (r"L_\infty", "L_∞"),
        (r"\{a\}", "{a}"),
        (r"k\text{-means}", "k-means"),
        (r"a \le b", "a ≤ b"),
        (r"\sqrt{n}", "√n"),
        (r"O(\sqrt n)", "O(√n)"),
        (r"\sqrt{1+\lambda_i}", "√(1+λ_i)"),
        (r"\sqrt[3]{x}", "³√x"),
        (r"\frac12", "1/2"),
        (r"e^\frac12", "e^(1/2)"),
        (r"\frac{\lVert x_i-\hat{x}_i\rVert_2^2}{\sqrt{12}}", "(‖x_i-x\u0302_i‖₂²)/(√12)"),
        (r"\sum_{i=1}^{n}\frac{x_{i}}{n}", "∑_(i=1)ⁿ(x_i)/n"),
        (r"\lvert x\rvert", "|x|"),
        (r"\bar{\mathbf x}", "x\u0304"),
        (r"\hat e + \widehat{AB}", "ê + AB"),
        (r"x_\text{max}", "x_(max)"),
        (r"\frac a", "a/()"),
        (r"\\a_", "a_"),
        (r"\odd{x}", "odd x"),
        (r"\left( x \right)", "( x )"),
        (r"a~b\,c", "a b c"),
        ("{", "{"),
        ("^", "^"),
        ("", ""),
    ],
)
def test_formulas(tex: str, text: str) -> None:
    assert to_text(tex) == text


@given(st.text(alphabet=st.sampled_from(r"ab\{}^_ 12~,fracle"), max_size=24))
def test_any_formula_becomes_one_line(tex: str) -> None:
    assert "\n" not in to_text(tex)


@pytest.mark.parametrize("piece", ["{", "}", "^", "_", r"\frac", r"\sqrt{", r"\hat", "[{^"])
def test_no_formula_is_too_deep(piece: str) -> None:
    assert len(to_text(piece * 3000)) < 60_000


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ('<em>A</em> <a href="https://x.example/?a=1&amp;b=&gt;">b</a>', "A b"),
        ('<span title="a > b">c</span>', "c"),
        ("<p>One</p><p>Two<br>Three</p>", "One Two Three"),
        (r'In <span class="arithmatex">\(n^2 &lt; 2^k\)</span> steps', "In n² < 2^k steps"),
        (r'<div class="arithmatex">\[x\]</div>', "x"),
        ("a\x00b\x0bc\ud800d", "abcd"),
        ("H<sub>2</sub>O", "H2O"),
        ("a < b", "a < b"),
    ],
)
def test_words_of_html(html: str, text: str) -> None:
    assert plain.from_html(html) == text


@given(st.text(alphabet=st.sampled_from("ab <>&\\{}$^_\"'\n;"), max_size=30))
def test_no_markup_stays(value: str) -> None:
    shown = latex.to_html(value)
    assert "arithmatex" not in plain.from_html(shown)
    assert "\n" not in plain.from_html(shown)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("", ""),
        ("**A** [paper](x.md) `code`", "A paper code"),
        (":material-star:{ .big } Won :tada: and :+1:", "Won 🎉 and 👍"),
        (
            "at 10:30:45, :nothing-known: http://x:80:a",
            "at 10:30:45, :nothing-known: http://x:80:a",
        ),
        ("<script>alert(1)</script>Text", "Text"),
        ("One\n\nTwo", "One Two"),
        (r"Sorting in $O(\sqrt n)$, $x_i * y_i$", "Sorting in O(√n), x_i * y_i"),
        ("From $5 to $10, $5-$10, `$a$`", "From $5 to $10, $5-$10, $a$"),
        (r"\$a$ and $$b$$", "$a$ and $$b$$"),
        ("$a < b$ & $c$", "a < b & c"),
    ],
)
def test_words_of_markdown(markdown: str, text: str) -> None:
    assert plain.from_markdown(markdown) == text


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("short", 5, "short"),
        ("one two three", 10, "one two…"),
        ("one, two three", 6, "one…"),
        ("one two three", 8, "one two…"),
        ("unbreakable", 6, "unbre…"),
        ("我们的论文被接收了", 5, "我们的论…"),
    ],
)
def test_shortened(text: str, limit: int, cut: str) -> None:
    assert plain.shortened(text, limit) == cut
    assert len(cut) <= limit
