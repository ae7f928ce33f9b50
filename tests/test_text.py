"""What a stranger writes cannot run, and cannot break the page."""

from __future__ import annotations

import markdown
import pytest

from mkdocs_academic import mdx, text
from mkdocs_academic.fragment import Fragment, Text, hole

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](https://e.org){ onclick=alert(1) }",
    "<a href='javascript:alert(1)'>x</a>",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<iframe src='https://e.org'></iframe>",
    "<style>*{display:none}</style>",
    "<form action='https://e.org'><input name=q></form>",
    "<p style='position:fixed'>x</p>",
    "![x](javascript:alert(1))",
    "<b onmouseover=alert(1)>x</b>",
    "<details open ontoggle=alert(1)>",
    "<a href='//e.org' onfocus=alert(1) autofocus>x</a>",
]


def page(*texts: Text, html: str = "") -> str:
    """Return what Markdown makes of a page whose only line is a fragment."""
    holes = html or "".join(f"<i>{hole(n)}</i>" for n in range(len(texts)))
    token = mdx.keep(Fragment(f"<div class=box>{holes}</div>", texts))
    return markdown.markdown(
        f"before\n\n{token}\n\nafter", extensions=["attr_list", "md_in_html", "mkdocs_academic.mdx"]
    )


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("inline", [True, False])
def test_nothing_runs(attack: str, inline: bool) -> None:
    for html in (text.to_html(attack, inline), page(Text(attack, inline))):
        low = html.lower()
        assert "<script" not in low
        assert "<style" not in low
        assert "<iframe" not in low
        assert "<form" not in low
        assert 'href="javascript' not in low
        assert 'src="javascript' not in low
        for handler in ("onclick=", "onerror=", "onload=", "onmouseover=", "ontoggle=", "onfocus="):
            assert f" {handler}" not in low.replace("&lt;", "")  # escaped text may speak of it


@pytest.mark.parametrize(
    "hostile",
    [
        "</div></div></i>",
        "<div>",
        "<b>bold without end",
        "<!-- comment",
        "<script>",
        "```",
        "    code",
        "<p>",
    ],
)
@pytest.mark.parametrize("inline", [True, False])
def test_nothing_breaks_out(hostile: str, inline: bool) -> None:
    html = page(Text(hostile, inline), Text("fine", True))
    assert html.startswith("<p>before</p>\n<div class=box><i>")
    assert html.endswith("</i><i>fine</i></div>\n<p>after</p>")
    inside = html[len("<p>before</p>\n<div class=box>") : -len("</div>\n<p>after</p>")]
    for tag in ("div", "b", "i", "p"):
        assert inside.count(f"<{tag}>") == inside.count(f"</{tag}>")


def test_texts_are_markdown_and_the_rest_is_not() -> None:
    html = page(Text("**b** [l](https://e.org)", True), html=f"<i>_a_ *b* $c$ <{hole(0)}</i>")
    assert '<i>_a_ *b* $c$ <<strong>b</strong> <a href="https://e.org">l</a></i>' in html


def test_inline_text_is_no_list() -> None:
    assert "<i>1. First</i>" in page(Text("1. First", True))


def test_block_text_may_have_paragraphs_and_lists() -> None:
    html = page(Text("one\n\n- a\n- b", False))
    assert "<i><p>one</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul></i>" in html


def test_token_in_a_list_item_and_in_a_sentence() -> None:
    token = mdx.keep(Fragment(f"<b>{hole(0)}</b>", (Text("*x*", True),)))
    html = markdown.markdown(
        f"- item\n\n    {token}\n\nin {token} line", extensions=["mkdocs_academic.mdx"]
    )
    assert html.count("<b><em>x</em></b>") == 2
    assert "zacademic" not in html


def test_same_fragment_twice_on_a_page() -> None:
    token = mdx.keep(Fragment(f"<b>{hole(0)}</b>", (Text("*y*", True),)))
    html = markdown.markdown(f"{token}\n\n{token}", extensions=["mkdocs_academic.mdx"])
    assert html == "<b><em>y</em></b>\n<b><em>y</em></b>"


def test_unknown_token_is_left_alone() -> None:
    word = "zacademic0123456789abcdefz"
    assert word in markdown.markdown(word, extensions=["mkdocs_academic.mdx"])


@pytest.mark.parametrize(
    "around",
    [
        "!!! note\n\n    {}",
        "- item\n\n    {}",
        '=== "A"\n\n    {}\n\n=== "B"\n\n    x',
        "??? note\n\n    {}",
    ],
)
def test_token_stays_where_it_is_indented(around: str) -> None:
    token = mdx.keep(Fragment(f"<b>{hole(0)}</b>", (Text("*x*", False),)))
    html = markdown.markdown(
        around.format(token) + "\n\nafter",
        extensions=["admonition", "pymdownx.details", "pymdownx.tabbed", "mkdocs_academic.mdx"],
    )
    inside = html[: html.index("<p>after")]
    assert "<em>x</em>" in inside
    assert not inside.strip().endswith("</b>"), (
        "the fragment stands within what it is indented under"
    )


@pytest.mark.parametrize("empty", ["[x]()", "![x]()", "<a href=' '>x</a>", "<img src=''>"])
def test_an_empty_link_is_no_link(empty: str) -> None:
    for html in (text.to_html(empty), page(Text(empty, False))):
        assert "href=" not in html
        assert "src=" not in html
        assert "<img" not in html


def test_ids_and_classes_of_the_engine_are_not_for_texts() -> None:
    html = text.sanitised('<p id="__search" class="md-overlay a">x</p><li id="fn:1">y</li>')
    assert html == '<p class="a">x</p><li id="fn:1">y</li>'


@pytest.mark.parametrize(
    "line", ["2. Vorsitzender", "# 12, Main St", "> quoted", "- dash", "    x"]
)
def test_one_line_alone_is_no_block(line: str) -> None:
    html = text.to_html(line, inline=True)
    assert not any(f"<{tag}" in html for tag in ("ol", "ul", "h1", "blockquote", "pre"))


def test_a_block_in_a_sentence_ends_the_paragraph() -> None:
    block = mdx.keep(Fragment("<div>b</div>"))
    inline = mdx.keep(Fragment("<span>i</span>"))
    html = markdown.markdown(f"one {inline} two {block} three", extensions=["mkdocs_academic.mdx"])
    assert html == "<p>one <span>i</span> two </p><div>b</div><p> three</p>"
