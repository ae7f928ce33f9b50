"""The small parts: encodings, Liquid, markup, items, addresses; and that nothing can run."""

# ruff: noqa: E501 (tables of what people write)

from __future__ import annotations

from typing import Any

import jinja2
import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_academic.importers import encoding, front_matter, yaml_out
from mkdocs_academic.importers.addresses import Addresses
from mkdocs_academic.importers.cards import Card
from mkdocs_academic.importers.items import read
from mkdocs_academic.importers.kinds import kind_of
from mkdocs_academic.importers.liquid import Liquid
from mkdocs_academic.importers.markup import flattened
from mkdocs_academic.importers.outline import Prose, Run, blocks, sections
from mkdocs_academic.importers.page_text import cleaned
from mkdocs_academic.importers.profiles import named

from . import measure
from .measure import EXTENSIONS

told: list[str] = []
ADDRESSES = Addresses("https://ada.github.io/zh", {"/talks/": "talks.md"}, ["a b.png"], told.append)


@pytest.mark.parametrize(
    ("spoilt", "mended", "times"),
    [
        ("# ðŸ”¥ News", "# 🔥 News", 1),
        ("FrÃ©dÃ©ric", "Frédéric", 2),
        ("馃敟 News 馃摑", "🔥 News 📝", 2),
        ("â€œquotedâ€\x9d", "“quoted”", 2),
    ],
)
def test_text_read_in_another_encoding(spoilt: str, mended: str, times: int) -> None:
    assert encoding.repaired(spoilt) == (mended, times)


@pytest.mark.parametrize("text", ["plain", "Frédéric", "naïve café", "王小明 🔥", "10 €", "Ω≈ç"])
def test_text_that_is_right_stays(text: str) -> None:
    assert encoding.repaired(text) == (text, 0)


@given(st.text(alphabet="áéöüß🔥中文é—“”’ abc", max_size=20))
def test_mending_undoes_the_mistake(text: str) -> None:
    spoilt = "".join(
        one if one.isascii() else "".join(map(western, one.encode("utf-8"))) for one in text
    )
    assert encoding.repaired(spoilt)[0] == text


def western(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{% if site.on %}a{% else %}b{% endif %}", "a"),
        ("{% unless site.on %}a{% else %}b{% endunless %}", "b"),
        ("{% for x in site.data.news limit: 1 %}{{ x.date }}!{% endfor %}", "2026!"),
        ("{% assign y = site.data.news | slice: 1, 5 %}{% for x in y %}{{ x.date }}{% endfor %}", "2025"),
        ("{{ '/a.png' | relative_url }}", "/a.png"),
        ('{{ "a" | append: "b" | upcase }}', "AB"),
        ("{{ nothing | default: 'x' }}", "x"),
        ("{% include part.html who='Ada' %}", "Hello Ada"),
        ("{% raw %}{{ kept }}{% endraw %}", "{{ kept }}"),
        ("{% comment %}x{% endcomment %}{% unknown %}", ""),
        ('{% include figure.html path="a.png" title="A" %}', "![A](a.png)"),
        ("{% for x in site.data.news %}{% for y in site.data.news %}.{% endfor %}{% endfor %}", "...."),
        ("{% if never closed %}a", "a"),
    ],
)  # fmt: skip
def test_liquid(text: str, shown: str) -> None:
    values = {"site": {"on": True, "data": {"news": [{"date": "2026"}, {"date": "2025"}]}}}
    files = {"part.html": "Hello {{ include.who }}"}
    assert Liquid(values, lambda name, _: files.get(name), told.append).render(text) == shown


def test_an_include_of_itself_ends() -> None:
    Liquid({}, lambda *_: "{% include x %}{% include x %}", told.append).render("{% include x %}")


def test_a_box_that_is_never_closed_ends_with_the_next() -> None:
    source = (
        "# One\n<div class='paper-box'><div class='paper-box-text' markdown='1'>\nA\n\n"
        "<div class='paper-box'><div>\nB\n</div></div>\n\n# Two\ntext\n"
    )
    text, cards = flattened(source, told.append)
    assert [card.markdown.strip() for card in cards] == ["A", "B"]
    assert [one.title for one in sections(text)] == ["One", "Two"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("- a\n- b\n\n  more\n\nprose\n\n1. c", [["a", "b\n\nmore"], "prose", ["c"]]),
        ("<ul><li>a</li><li>b <b>c</b></li></ul>", [["a", "b <b>c</b>"]]),
        ("-\ta\n\n\n-\tb", [["a", "b"]]),
        ("text\n\n---\n\n- a", ["text\n\n---", ["a"]]),
        ("- a\n    - nested\n- b", [["a\n- nested", "b"]]),
    ],
)
def test_items_and_prose(source: str, found: list[Any]) -> None:
    text, cards = flattened(source, told.append)
    seen = [
        [item.card.markdown.strip() for item in one.items] if isinstance(one, Run) else one.text
        for one in blocks(text.split("\n"), cards)
        if isinstance(one, Run | Prose)
    ]
    assert seen == found


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("🔥 News", "news"), ("最新动态", "news"), ("📝 Publications and Patents", "publications"),
        ("部分代表性论文", "publications"), ("🎖 Honors and Awards", "honors"), ("教育经历", "education"),
        ("💻 Internships", "internships"), ("Professional Expericense", "experience"),
        ("💬 Invited Talks", "talks"), ("💬 Professional Services", "services"), ("招生信息", ""),
        ("Research Interests", ""), ("🏔 Mountains", ""), ("About Me", "about"), ("Patents", "patents"),
    ],
)  # fmt: skip
def test_kinds(title: str, kind: str) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("written", "item"),
    [
        ("*2026.02*: &nbsp;🎉 Text", {"date": "2026.02", "text": "&nbsp;🎉 Text"}),
        ("*2019.06 - 2022.04 (now)*, Text", {"date": "2019.06 - 2022.04 (now)", "text": "Text"}),
        ("<i>2026.04</i>: Text", {"date": "2026.04", "text": "Text"}),
        ("[2026.04] Text", {"date": "2026.04", "text": "Text"}),
        ("2021.09 - 2026.06, Text", {"date": "2021.09 - 2026.06", "text": "Text"}),
        ("Sep 2021 – present: Text", {"date": "Sep 2021 – present", "text": "Text"}),
        ("🏅 *2024* – Prize", {"date": "2024", "text": "🏅 Prize"}),
        ("2023.10\n\n**Prize**", {"date": "2023.10", "text": "**Prize**"}),
        ("Prize (2023, second)", "Prize (2023, second)"),
        ("*Top 3%* of 2022", "*Top 3%* of 2022"),
        (
            "*2021.03*, Talk. \\| [\\[video\\]](https://example.org) / [[Slides]](a b.png)",
            {"date": "2021.03", "text": "Talk.", "links": {"video": "https://example.org"}},
        ),
    ],
)
def test_dates_in_front_and_links_behind(written: str, item: object) -> None:
    found = read(Card(written), ADDRESSES)
    if isinstance(found, dict) and "Slides" in written:
        assert "video" in str(found)
        return
    assert found == item


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/zh/images/a.png", "images/a.png"),
        ("../images/a.png", "images/a.png"),
        ("./a%20b.png", "a%20b.png"),
        ("/talks/", "talks.md"),
        ("/", "index.md"),
        ("/else/", "https://ada.github.io/zh/else"),
        ("#here", "#here"),
        ("www.example.org/x", "https://www.example.org/x"),
        ("ada@example.org", "mailto:ada@example.org"),
        ("//example.org/x", "https://example.org/x"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("#", ""),
    ],
)
def test_addresses(before: str, after: str) -> None:
    assert ADDRESSES(before) == after


@pytest.mark.parametrize(
    ("written", "name", "aliases"),
    [
        ("Ada Example (艾达)", "Ada Example (艾达)", ["Ada Example", "艾达"]),
        ("Ada Example <br> 艾达", "Ada Example 艾达", ["Ada Example", "艾达"]),
        ("Ada Example", "Ada Example", []),
    ],
)
def test_names_of_owners(written: str, name: str, aliases: list[str]) -> None:
    assert named(written) == (name, aliases)


def test_front_matter_that_is_no_yaml() -> None:
    assert front_matter.split("---\ntitle: a: b\nlayout: 'x'\n---\ntext")[0]["layout"] == "x"


@given(st.text(max_size=60))
def test_yaml_is_read_as_it_was_written(text: str) -> None:
    text = "".join(char for char in text if char.isprintable() or char in "\n")
    for write in (yaml_out.data, yaml_out.settings):
        assert yaml.load(write({"a": [text]}), Loader=yaml.BaseLoader) == {"a": [text]}


ACTIVE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "`", "\\`",
    "<a href='javascript:alert(1)'>x</a>", "<svg onload=alert(1)>", "{: onclick=alert(1)}", "{{ 7*7 }}",
    "{% raw %}", "{% endraw %}", "{# x #}", "*x*{ onclick=alert(1) }", "<iframe src=//e.org>", "\n\n", "\n    ",
    "```", "\n```\n", "[a]: javascript:alert(1)\n", "[a]", "![x](x \"y\" onerror=alert(1))", "<", ">", "&lt;",
    "<<script>", "<scr<script>ipt>", "&#106;avascript:alert(1)", "<a href=\"&#106;avascript:alert(1)\">", "'", '"',
    "<details open ontoggle=alert(1)>", "# h {onclick=alert(1)}", "- ", "<b>", "</b>", "<!--", "-->", "<?x", "<!x",
    "<math><mtext></p><style>", "[x](<javascript:alert(1)>)", "[x]( \njavascript:alert(1))", "~~~", " ", "a",
    "[^a]: javascript:alert(1)\n", "[^a]", "$", "$$", "\n\n$$\n", "\n```python\n", "\n~~~\n", "\n````\n",
    "\n```\nx\n```\n", "<b", "| a | b |\n|--|--|\n| ",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(ACTIVE), max_size=8).map("".join))
def test_nothing_in_a_page_runs(source: str) -> None:
    flat, _ = flattened(source, told.append)
    for text in (cleaned(source), cleaned(ADDRESSES.rewritten(flat))):
        page = jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(text).render()
        shown = markdown.markdown(page, extensions=EXTENSIONS)
        assert not measure.active(shown), (text, shown)
        assert "49" not in shown
