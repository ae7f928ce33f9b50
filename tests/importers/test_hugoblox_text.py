"""Markdown of Hugo as pages here have it: shortcodes, formulas, lists, front matter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mkdocs_academic.importers import commonmark
from mkdocs_academic.importers.hugoblox import dates, formulas, front, shortcodes
from mkdocs_academic.importers.hugoblox.paper_fields import plain
from mkdocs_academic.importers.hugoblox.shortcodes import Shortcode
from mkdocs_academic.importers.hugoblox.shown import Around, shown
from mkdocs_academic.importers.hugoblox.tree import urlized
from mkdocs_academic.importers.report import Report
from mkdocs_academic.importers.source import Source


def rendered(text: str) -> str:
    """Follow the shortcodes of a text on a site that has nothing."""
    around = Around(
        paper=lambda _: "",
        title=lambda _: "",
        person=lambda name: name,
        pictures=lambda _: [],
        read=lambda _: "",
        param=lambda _: "",
        tell=lambda _: None,
    )
    return shortcodes.rendered(text, lambda code: shown(code, around))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a {{< icon name='x' >}}b", "a b"),
        ("{{< figure src=\"a b.png\" >}}", "![](a%20b.png)"),
        ('{{< figure src="a.png" alt="A" link="/b" >}}', "[![A](a.png)](/b)"),
        ('{{< figure src="a.png" caption="C *d*" >}}', "![C d](a.png)\n\nC *d*"),
        ("{{< youtube id=abc >}}", "[Video](https://www.youtube.com/watch?v=abc)"),
        ("{{< vimeo 12 />}}", "[Video](https://vimeo.com/12)"),
        ("{{< math >}}$$x$${{< /math >}}", "$$x$$"),
        ('{{% staticref "uploads/a.pdf" "newtab" %}}A{{% /staticref %}}', "[A](/uploads/a.pdf)"),
        ('[a]({{< relref "/post/b/index.md#c" >}})', "[a](/post/b#c)"),
        ('{{< button url="/x" new_tab="false" >}}Go{{< /button >}}', "[Go](/x)"),
        ("{{< hl >}}so{{< /hl >}}", "<mark>so</mark>"),
        ("{{</* youtube a */>}}", "{{< youtube a >}}"),
        ("{{< tab name=\"T\" >}}x{{< /tab >}}", "**T**\n\nx"),
        ("{{< odd >}}in{{< odder >}}ner{{< /odd >}}", "inner"),
        ("{{< never closed", "{{< never closed"),
        ("{{< /only-closed >}}x", "x"),
        ("{{< unknown https://x.org/a >}}", "[https://x.org/a](https://x.org/a)"),
        ("{{ .Site.Title }}", "{{ .Site.Title }}"),
    ],
)  # fmt: skip
def test_shortcodes(written: str, read: str) -> None:
    assert rendered(written).strip() == read


def test_shortcodes_within_each_other() -> None:
    text = "{{< a >}}1{{< b >}}2{{< a >}}3{{< /a >}}4{{< /b >}}5{{< /a >}}6"
    seen: list[str] = []

    def render(code: Shortcode) -> str:
        seen.append(code.name)
        return f"<{code.name}:{code.inner}>"

    assert shortcodes.rendered(text, render) == "<a:1<b:2<a:3>4>5>6"
    assert seen == ["a", "b", "a"]


def test_arguments() -> None:
    words, given = shortcodes.arguments(""" one "two \\"three\\"" k=v K2="a b" raw=`x y` """)
    assert words == ("one", 'two "three"')
    assert given == {"k": "v", "k2": "a b", "raw": "x y"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"so \\(x\_1\\) is", "so $x_1$ is"),
        (r"so \(x^2\) is", "so $x^2$ is"),
        (r"so \(word aside\) is", r"so \(word aside\) is"),
        ("\\\\[a \\\\\\\\ b\\\\]", "$$\na \\\\ b\n$$"),
        (r"$\\alpha$ and $\\{a\\}$", r"$\alpha$ and $\{a\}$"),
        (r"$$\begin{matrix}1 & 2 \\text{x}\end{matrix}$$", None),
        (r"$\text{a\_b}$ and $5 to $6", None),
        (r"`\\(x\\)` and `$a\_b$`", None),
        ("```\n\\\\(x\\\\)\n```", None),
    ],
)
def test_formulas(written: str, read: str | None) -> None:
    assert formulas.as_ours(written).strip() == (written if read is None else read)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a:\n- b\n  - c", "a:\n\n- b\n    - c"),
        ("1) a\n2) b", "1. a\n2. b"),
        ("- a\n\n  b\n\nc", "- a\n\n    b\n\nc"),
        ("* a\n  ```py\n  x\n    y\n  ```\n* b", "* a\n    ```py\n    x\n      y\n    ```\n* b"),
        ("text\n2020. no list", None),
        ("a - b\n-c", None),
        ("a\\\nb", "a  \nb"),
        ("~~a~~ and `~~b~~`", "<del>a</del> and `~~b~~`"),
        ("see https://x.org/a_b_c.", "see [https://x.org/a_b_c](https://x.org/a_b_c)."),
        ("[a](https://x.org) <https://x.org> `https://x.org`", None),
        ("- a\n***\nb", "- a\n\n***\nb"),
        ("```\n- a\n  - b\n```", None),
    ],
)
def test_markdown(written: str, read: str | None) -> None:
    assert commonmark.as_ours(written) == (written if read is None else read)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("---\ntitle: A\nn: 1\nd: 2020-01-02\nb: true\n---\nT\n", ("A", "1", "2020-01-02", "true")),
        ("+++\ntitle = 'A'\nn = 1\nd = 2020-01-02\nb = true\n+++\nT\n",
         ("A", "1", "2020-01-02", "true")),
        ('{"title": "A", "n": 1, "d": "2020-01-02", "b": true}\nT\n',
         ("A", "1", "2020-01-02", "true")),
    ],
)  # fmt: skip
def test_front_matter(tmp_path: Path, written: str, read: tuple[str, ...]) -> None:
    (tmp_path / "a.md").write_text(written, "utf-8")
    found = front.read(Source(tmp_path, Report()), "a.md")
    assert found is not None
    assert tuple(found.meta[name] for name in ("title", "n", "d", "b")) == read
    assert found.body.strip() == "T"


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("---\na: 1\nb: [\n---\nT\n", "a.md:"),
        ("\n---\na: 1\nb: 'x\n---\nT\n", "a.md:"),
        ("+++\na = 1\nb = \n+++\nT\n", "a.md:3"),
        ("---\na: 1\n", "a.md:1"),
        ("---\njust words\n---\n", "a.md:1"),
    ],
)
def test_broken_front_matter_is_told(tmp_path: Path, written: str, line: str) -> None:
    (tmp_path / "a.md").write_text(written, "utf-8")
    report = Report()
    assert front.read(Source(tmp_path, report), "a.md") is None
    assert line in report.notes[0]
    assert "left out" in report.notes[0]


@pytest.mark.parametrize(
    ("start", "end", "all_day", "read"),
    [
        ("2030-06-01T13:00:00Z", "2030-06-01T15:00:00Z", False, ("2030-06-01", "13:00–15:00")),
        ("2030-06-01T13:00:00+02:00", "", False, ("2030-06-01", "13:00 (UTC+02:00)")),
        ("2030-06-01", "2030-06-03", True, ("2030-06-01 - 2030-06-03", "")),
        ("2030-06-01T00:00:00Z", "", False, ("2030-06-01", "")),
        ("2025-12-05T19:30:00Z", "2025-12-05T01:00:00Z", False, ("2025-12-05", "19:30–01:00")),
        ("spring", "", False, ("spring", "")),
    ],
)
def test_dates_of_events(start: str, end: str, all_day: bool, read: tuple[str, str]) -> None:
    assert (dates.days(start, end), dates.hours(start, end, all_day)) == read


@pytest.mark.parametrize(
    ("start", "end", "read"),
    [
        ("2018-09-01", "", "2018-09 - now"),
        ("2018-09-01", "2019-01-31", "2018-09 - 2019-01"),
        ("2018-09-01", "2018-09-30", "2018-09"),
        ("", "2019-01-31", "2019-01"),
        ("Jun 2021", "", "Jun 2021 - now"),
        ("", "", ""),
    ],
)
def test_spans(start: str, end: str, read: str) -> None:
    assert dates.span(start, end) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("In *Conf* of **X**", "In Conf of X"),
        ("*Journal, 1*(1)", "Journal, 1(1)"),
        ("[a](https://x.org) b", "a b"),
        ("$a\\_1 * b * c$ *d*", "$a_1 * b * c$ d"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("A &amp; <em>B</em>", "A & B"),
    ],
)
def test_plain_text(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [("My Post!", "my-post"), ("Ünï cödé", "ünï-cödé"), ("..", "page"), ("a/b", "a-b")],
)
def test_steps_of_addresses(written: str, read: Any) -> None:
    assert urlized(written) == read
