"""What Jekyll and its plugins write otherwise than our pages do: formulas, boxes, tags, places."""

# ruff: noqa: E501 (lines of pages as people write them)

from __future__ import annotations

import pytest

from mkdocs_academic.importers import calls, code, permalinks, queries
from mkdocs_academic.importers.addresses import Addresses
from mkdocs_academic.importers.citation_text import read as citation
from mkdocs_academic.importers.formulas import as_ours
from mkdocs_academic.importers.items import tidy
from mkdocs_academic.importers.kramdown import as_ours_whole
from mkdocs_academic.importers.liquid import Liquid
from mkdocs_academic.importers.liquid_tags import Tags
from mkdocs_academic.importers.markup import unindented
from mkdocs_academic.importers.page_text import cleaned
from mkdocs_academic.importers.people_lists import Owner
from mkdocs_academic.importers.references import References

ADDRESSES = Addresses("https://ann.github.io", {"blog/2024/p": "blog/p.md"}, [], lambda _: None)


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ("Inline $$E=mc^2$$ and", "Inline $E=mc^2$ and"),
        ("| $$a$$ | b |\n|--|--|", "| $a$ | b |\n|--|--|"),
        ("Text\n$$\na\n$$\nmore", "Text\n$a$\nmore"),
        ("Text\n\n$$\n\\|x\\|^2\n$$\n\nmore", "Text\n\n$$\n\\|x\\|^2\n$$\n\nmore"),
        ("- norm $$\\|x\\|_2 \\le 1$$", "- norm $\\|x\\|_2 \\le 1$"),
        # An item that is nothing but a formula is a block (kramdown, BLOCK_MATH_START).
        ("- $$\\|x\\|_2$$\n- b", "- $$\\|x\\|_2$$\n- b"),
        ("`$$x$$` and $5 or $6", "`$$x$$` and $5 or $6"),
        ("$P(A\\|B)$", "$P(A|B)$"),
    ],
)
def test_formulas_as_kramdown_shows_them(written: str, ours: str) -> None:
    assert as_ours(written) == ours


@pytest.mark.parametrize(
    "formula",
    [r"$\|x\|^2$", "$$\n\\|x\\|^2 \\\\\nb & c\n$$", r"$$\|x\|_2 \le 1$$", "$[0,1](x)$", "$a < b$"],
)
def test_nothing_changes_a_formula(formula: str) -> None:
    text = f"before\n\n{formula}\n\nafter \\| bar"
    assert formula in cleaned(ADDRESSES.rewritten(tidy(text)))
    assert cleaned("a \\| bar") == "a | bar"


def test_a_formula_is_no_place_to_hide() -> None:
    assert "onerror" not in cleaned("$a<img src=x onerror=alert(1)>$")
    assert "javascript:" not in cleaned("$[a](javascript:alert(1))$")
    assert cleaned("$a<b$") == "$a< b$"


def test_the_definition_of_a_footnote_is_no_address() -> None:
    text = "Hi[^1].\n\n[^1]: A footnote text.\n[ref]: /assets/a.pdf"
    moved = "Hi[^1].\n\n[^1]: A footnote text.\n[ref]: assets/a.pdf"
    assert cleaned(ADDRESSES.rewritten(text)) == moved


def test_boxes() -> None:
    references = References(lambda _: None)
    quote = "> ##### TIP\n>\n> Use it.\n"
    for text in (f"{{: .block-tip }}\n{quote}", f"{quote}{{: .block-tip }}\n"):
        page = calls.written(cleaned(as_ours_whole(f"a\n\n{text}\nb", references)))
        assert '\n\n!!! tip "TIP"\n\n    Use it.\n\n' in page


def test_code_in_a_box_is_one_line_where_it_is_html() -> None:
    inner = calls.box("note", "T", "```\na[0]\n\nb\n```\n\n- ok", folded=True)
    page = calls.written(cleaned(f"{inner}\n\n1. a\n\n   ```\n   x[1]\n   ```"))
    assert '??? note "T"\n\n    <pre><code>a&#91;0&#93;&#10;&#10;b</code></pre>\n\n    - ok' in page


def test_footnotes_of_distill() -> None:
    references = References(lambda _: None)
    references.types["own"] = "article"
    text = 'See <d-cite key="own"></d-cite> and<d-footnote>so it is</d-footnote>.'
    page = calls.written(cleaned(as_ours_whole(text, references)))
    assert page.startswith('See {{ cite("own") }} and[^note-1].')
    assert page.endswith("[^note-1]: so it is")


TOLD: list[str] = []


def rendered(text: str) -> str:
    references = References(TOLD.append)
    references.types |= {"lee2020": "article", "ann2021": "inproceedings"}
    tags = Tags(references, lambda name: "/blog/p" if "2024" in name else "", TOLD.append)
    page = Liquid({}, lambda *_: None, TOLD.append, tags).render(text)
    return calls.written(cleaned(page)).strip()


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("{% highlight python linenos %}\nprint(x[0])\n{% endhighlight %}", "```python\nprint(x[0])\n```"),
        ("{% cite lee2020 %}", '{{ cite("lee2020") }}'),
        ("{% cite lee2020 ann2021 --locator 12 %}", '{{ cite("lee2020", "ann2021") }}'),
        ("{% cite nobody %}", "[nobody]"),
        ('{% include video.liquid path="assets/v.mp4" controls=true %}', "[Video](assets/v.mp4)"),
        ('{% include audio.liquid path="a.mp3" title="Hum" %}', "[Hum](a.mp3)"),
        ('{% include video.liquid path="https://www.youtube.com/embed/jNQ" %}', "[Video](https://www.youtube.com/watch?v=jNQ)"),
        ('{% include figure.liquid path="a.png" title="A" caption="Seen." %}', "![A](a.png)\n\nSeen."),
        ("{% details Click *here* %}\nHidden\n{% enddetails %}", '??? note "Click *here*"\n\n    Hidden'),
        ("[p]({% post_url 2024-05-05-p %})", "[p](/blog/p)"),
        ("{% quote lee2020 %}\nSo.\n{% endquote %}", '> So.\n>\n> {{ cite("lee2020") }}'),
        ("{% twitter https://x.com/a/1 %}", "[https://x.com/a/1](https://x.com/a/1)"),
        ("{% bibliography --cited %}", "{{ bibliography() }}"),
    ],
)  # fmt: skip
def test_tags(tag: str, shown: str) -> None:
    assert rendered(tag) == shown


def test_what_no_tag_is_known_for_is_told_with_its_words() -> None:
    assert rendered("a {% jupyter x.ipynb %}") == "a"
    assert "the Liquid tag `jupyter x.ipynb` was left out" in TOLD
    rendered("{% for p in site.posts %}x{% endfor %}")
    assert "the loop over `site.posts` was left out" in TOLD


def test_a_macro_stands_outside_of_what_is_kept_from_being_one() -> None:
    shown = '{% raw %}{{ x }} {% endraw %}{{ cite("lee2020") }}{% raw %}{% endraw %}'
    assert rendered("{% raw %}{{ x }}{% endraw %} {% cite lee2020 %}") == shown


def test_a_stranger_writes_no_macro() -> None:
    forged = "\ue030publications({{ 7*7 }})\ue031 \ue032!!! tip|x\ue033"
    assert "{{" not in calls.written(cleaned(forged)).replace("{% raw %}", "").split("{{ 7")[0]
    assert "\ue030" not in calls.written(cleaned(forged))


def test_the_list_of_what_is_cited_stands_below_the_last_citation() -> None:
    early = f"{calls.macro('bibliography')}\n\n{calls.macro('cite', 'a')}"
    page = calls.written(calls.with_references(early))
    assert page.split() == ["{{", 'cite("a")', "}}", "{{", "bibliography()", "}}"]


def test_settings_cite_by_a_link() -> None:
    text = f"See {calls.macro('cite', 'a', 'b')}."
    assert calls.plain({"x": [text]}) == {
        "x": ["See [a](publications.md#a), [b](publications.md#b)."]
    }


TYPES = {"a": "article", "b": "inproceedings"}


@pytest.mark.parametrize(
    ("query", "macro"),
    [
        ("", "publications()"),
        ("--query @article", 'publications(type="article")'),
        ("-f papers -q @*", "publications()"),
        ("-f talks", 'publications(keys=["c"])'),
        ("--query @*[year=2020]", 'publications(year="2020")'),
        ("--query @*[selected=true] --max 3", "publications(selected=true, limit=3)"),
        ("--query @article,@inproceedings", 'publications(type=["article", "inproceedings"])'),
    ],
)
def test_queries(query: str, macro: str) -> None:
    told: list[str] = []
    files = {"papers": ["a", "b"]} | ({"talks": ["c"]} if "talks" in query else {})
    found = calls.written(queries.called(query, TYPES, told.append, files))
    assert found.strip() == f"{{{{ {macro} }}}}"
    assert not told


def test_queries_without_a_counterpart_are_told() -> None:
    told: list[str] = []
    assert not queries.called("--query @book", TYPES, told.append)
    assert "publications()" in queries.called("--query @*[note~=x]", TYPES, told.append)
    assert "publications()" in queries.called("-f unknown", TYPES, told.append, {"a": ["a"]})
    assert len(told) == 3


def test_a_loop_over_years_is_one_list() -> None:
    loop = "{% for y in page.years %}## {{ y }}\n{% bibliography -q @*[year={{ y }}] %}{% endfor %}"
    assert queries.by_year(f"a {loop} b") == "a {% bibliography %} b"


@pytest.mark.parametrize(
    ("name", "meta", "config", "address"),
    [
        ("_posts/2024-03-05-codes.md", {}, {"permalink": "/blog/:year/:title/"}, "blog/2024/codes"),
        ("_posts/2024-03-05-codes.md", {}, {}, "2024/03/05/codes"),
        ("_posts/2024-03-05-codes.md", {"categories": "a b"}, {"permalink": "pretty"}, "a/b/2024/03/05/codes"),
        ("_posts/2024-03-05-codes.md", {"permalink": "/mine/"}, {}, "mine"),
        ("_posts/2024-03-05-codes.md", {"redirect_from": ["/old.html"]}, {}, "old"),
        ("_projects/1_Wave.md", {}, {}, "projects/1_Wave"),
        ("_talks/x.md", {}, {"collections": {"talks": {"permalink": "/t/:name"}}}, "t/x"),
        ("_pages/cv.md", {}, {}, "cv"),
    ],
)  # fmt: skip
def test_permalinks(
    name: str, meta: dict[str, object], config: dict[str, object], address: str
) -> None:
    assert address in list(permalinks.of(name, meta, config))


def test_code_keeps_its_indentation_where_html_loses_its() -> None:
    text = "        ![a](a.png)\n\n```python\nif x:\n    y\n```"
    assert unindented(text) == "![a](a.png)\n\n```python\nif x:\n    y\n```"


@pytest.mark.parametrize(
    ("text", "is_tidy"),
    [("```py\nx[0]\n```", True), ("~~~\n```\n~~~", False), ("- ```\n  x\n  ```", True),
     ("  ```\n  x\n  ```", False), ("```\nx", False), ("````\nx\n````", False)],
)  # fmt: skip
def test_fences_that_all_readers_read_alike(text: str, is_tidy: bool) -> None:
    assert code.is_tidy(text) == (is_tidy and not text.startswith("-"))


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Lee, Sam. (2009). &quot;Title.&quot; <i>J</i>. 1(1).", ["Lee, Sam"]),
        ("Forsythe, A., Guo, H.-B., &amp; Xu, J. (2016). Title. J.", ["Forsythe, A.", "Guo, H.-B.", "Xu, J."]),
        ("Nils Berg, Sam Lee (2018). x", ["Nils Berg", "Sam Lee"]),
        ("Forsythe A, Vander KJ. Title. J.", ["Forsythe, A.", "Vander, K. J."]),
        ("D. Watkins, J. Xu and P. Allen, \"Title,\" 2019", ["D. Watkins", "J. Xu", "P. Allen"]),
        ("I. Akinola et al., \"Title,\" 2020", ["I. Akinola", "others"]),
        ("Austin, C., … Xu, J. (2017). Title.", ["Austin, C.", "others"]),
        ("Wu, Bohan, Lee, Sam, Gu, Abhi, and Xu, Feng. Title.", ["Wu, Bohan", "Lee, Sam", "Gu, Abhi", "Xu, Feng"]),
        ("Wu, Bohan, Kim, Bo, Gu, Abhi, and Xu, Feng. Title.", []),
        ("Watkins, D., Maia H., Varley J. (2022). Title", []),
        ("TBD", []),
        ("", []),
    ],
)  # fmt: skip
def test_authors_of_a_citation_where_they_are_sure(written: str, authors: list[str]) -> None:
    assert list(citation(written, "Title", "J", Owner("Sam Lee")).authors) == authors


@pytest.mark.parametrize(
    ("written", "fields"),
    [
        ("J. 1(2).", {"volume": "1", "number": "2"}),
        ("J, 84(16), 1–16. https://doi.org/10.1128/A-18.", {"doi": "10.1128/A-18", "volume": "84", "number": "16", "pages": "1--16"}),
        ("J. 474.", {"volume": "474"}),
        ("J (2018).", {}),
        ("ICRA, 2019, pp. 7339-7345", {"pages": "7339--7345"}),
        ("arXiv preprint arXiv:1804.02462 (2018).", {"arxiv": "1804.02462"}),
    ],
)  # fmt: skip
def test_numbers_of_a_citation(written: str, fields: dict[str, str]) -> None:
    assert citation(written, "Title", "J", Owner("")).fields == fields
