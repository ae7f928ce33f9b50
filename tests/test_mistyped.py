"""A mistyped macro call costs its own place, not the page, and is told of with its line."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from .engines import run

CONFIG = """
site_name: X
theme: {name: academic}
extra_javascript: [mathjax.js]  # which keeps formulas as they are written
plugins: [search, {macros: {modules: [mkdocs_academic]OPTIONS}}, academic]
extra:
  academic:
    profile: {name: Wei Zhang}
    news: [{date: 2025, text: Comet}, {date: 2024, text: Moon}]
"""
HEAD = "---\ntitle: Home\n---\n\n# Home\n\n"


def built(tmp_path: Path, body: str, options: str = "", head: str = HEAD) -> tuple[str, str]:
    """Return the text of the page and what was logged."""
    (tmp_path / "docs").mkdir(exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text(CONFIG.replace("OPTIONS", options), "utf-8")
    (tmp_path / "docs" / "index.md").write_text(f"{head}{body}\n", "utf-8")
    done = run("mkdocs", "build", "-f", str(tmp_path / "mkdocs.yml"))
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    article = re.search(r"(?s)<article.*</article>", page)
    assert article
    return re.sub(r"<[^>]*>", "", article[0]), done.stderr


def logged(said: str) -> str:
    """Return what the log says of a box: with the page and the line, as of other mistakes."""
    line, told = re.fullmatch(r"(?s)(?:line (\d+): )?(.*)", said).groups()  # type: ignore[union-attr]
    return f"index.md:{line or 7}: {told}"


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("{{ newz() }}", "line 7: there is no macro 'newz' (did you mean 'news'?)"),
        ("{{ awards() }}", "line 7: there is no macro 'awards' (did you mean 'honors'?)"),
        ("{{ news(limit=1) }", "line 7: unexpected '}' in {{ news(limit=1) }"),
        ("So {{ news(limit=1) and words.", "line 7: "),
        ("{% if x }", "line 7: "),
        ("{{ news(limit=1)", "line 7: "),
        ("{{ talks(\n  limit=3\n  title='x'\n) }}", "line 7: expected token ','"),
        ("{{ talks(\n  group=['a'\n) }}", "line 7: unexpected ')'"),
        ('{{ talks(group="x) }}\n\nSaid "so".', "line 7: "),
        ("Talks {# and more", "line 7: Missing end of comment tag, which {# begins"),
        ('{{ "x" | uper }}', "line 7: No filter named 'uper'."),
        ("{{ mine.talk() }}", "line 7: there is no macro 'mine.talk' (did you mean 'talks'?)"),
        (
            "{{ page.fooo() }}",
            "line 7: 'mkdocs.structure.pages.Page object' has no attribute 'fooo'",
        ),
        ("{{ talks }}", "talks is a macro: write {{ talks() }}"),
        ("{% raw %}{{ talks( {% endraw %}\n\n{{ honors( }}", "line 9: unexpected '}'"),
        ("{{ foo.bar }} {{ newz() }}", "line 7: there is no macro 'newz'"),
        ("{% if x %}\n{% for y in x %}", "line 7: "),
    ],
)
def test_the_rest_of_the_page_stands(tmp_path: Path, call: str, said: str) -> None:
    text, log = built(tmp_path, f"{call}\n\nWords.\n\n{{{{ news() }}}}")
    assert logged(said) in log
    assert "Traceback" not in log
    for part in ("Words.", "Comet", "Moon", said):
        assert part in html.unescape(text)
    if "news(" in call:
        assert "news(limit=1)" in text


@pytest.mark.parametrize("call", ["{{ 1 / 0 }}", "{{ news()() }}", "{{ [1] + 'a' }}"])
def test_what_fails_while_a_page_is_rendered_costs_no_text(tmp_path: Path, call: str) -> None:
    text, log = built(tmp_path, f"Words.\n\n{call}\n\nMore. $10^{{{{12}}}}$")
    assert "10^{{12}}" in html.unescape(text)
    assert "index.md:9: " in log
    assert "so no macro of this page is shown" in log
    assert "Words." in text
    assert "More." in text
    assert "Traceback" not in text + log
    assert "jinja2" not in text + log


@pytest.mark.parametrize(
    "words",
    [
        "$10^{{12}}$ and $A_{{-1}}$, $p_{{1,2}}$",
        "Figure {#fig} and $f{#1}$ text that counts",
        "$$\nx^{{2}}\n$$ and $y_{{+1}}$",
    ],
)
def test_formulas_and_ids_stay(tmp_path: Path, words: str) -> None:
    text, log = built(tmp_path, f"{words} {{# gone #}} end.\n\n{{{{ news() }}}}")
    assert "WARNING" not in log
    for part in re.findall(r"\{\{.*?\}\}|\{#\w+\}", words):
        assert part in html.unescape(text)
    assert "gone" not in text
    assert "Comet" in text


def test_ids_in_calls_and_prices_are_no_signs(tmp_path: Path) -> None:
    text, log = built(
        tmp_path,
        '{{ news(title="News {#news2}") }}\n\n{% set t = "a {#b}" %}{{ t }} {#c}\n\n'
        "It costs ${{ 20 * 2 }} at the door, ${{ 15 * 2 }} in advance.",
    )
    assert "WARNING" not in log
    for part in ("a {#b} {#c}", "It costs $40 at the door, $30 in", "Comet"):
        assert part in text


def test_ids_beside_a_mistake_are_none(tmp_path: Path) -> None:
    text, log = built(tmp_path, "{{ news(limit=1) }\n\nSee {#fig}.\n\n{{ talks( }} {#tab}")
    assert log.count("WARNING") == 2
    assert "index.md:11: unexpected '}', expected ')' in {{ talks( }} {#tab}" in log
    assert "See {#fig}." in text
    assert "{{ talks( }} {#tab}" in text


INCLUDE = "{% include 'part.md' %}\n\n{{ news() }}\n\nWords."


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("Part of f{#part}, $10^{{12}}$", ""),
        ("## Part\n\n{{ news( }} {#part}", "part.md:3: unexpected '}', expected ')' in {{ news("),
        ("## Part\n\n{{ newz() }}", "there is no macro 'newz' (did you mean 'news'?)"),
        ("## Part\n\n{{ 'x' | uper }}", "part.md:3: No filter named 'uper'."),
    ],
)
def test_files_that_are_included_stand(tmp_path: Path, part: str, said: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "part.md").write_text(part, "utf-8")
    text, log = built(tmp_path, INCLUDE, f", include_dir: {tmp_path / 'parts'}")
    assert f"index.md:7: {said}" in log if said else "WARNING" not in log
    for one in ("Part", "Words.", "Comet", *re.findall(r"\{#\w+\}", part), said):
        assert one in html.unescape(text)


@pytest.mark.parametrize("place", ["{% include 'part.md' %}", "{% import 'part.md' as part %}"])
def test_what_fails_in_an_included_file_costs_no_text(tmp_path: Path, place: str) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "part.md").write_text("Part\n\n{{ 1 / 0 }}", "utf-8")
    body = f"{place}\n\nWords."
    text, log = built(tmp_path, body, f", include_dir: {tmp_path / 'parts'}")
    said = "part.md:3: division by zero; so no macro of this page is shown"
    assert f"index.md:7: {said}" in log
    assert f"line 7: {said}" in text
    assert "Words." in text
    assert "Traceback" not in text + log


def test_what_is_raw_stays_raw(tmp_path: Path) -> None:
    text, _ = built(tmp_path, "{% raw %}$10^{{12}}$ {#fig}{% endraw %} $x^{{ 1 + 1 }}$ {{ 6 * 7 }}")
    assert r"\(10^{{12}}\) {#fig} \(x^{{ 1 + 1 }}\)" in html.unescape(text)
    assert "42" in text


def test_macros_of_the_site_that_fail_say_where(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text(
        "def define_env(env):\n    env.macro(lambda: int('x'), 'own')\n", "utf-8"
    )
    text, _ = built(tmp_path, "{{ own() }}")
    assert "main.py" in text


def test_one_mistake_in_several_places(tmp_path: Path) -> None:
    _, log = built(tmp_path, "{{ newz() }}\n\n{{ talk( }}\n\n{{ newz() }}")
    for line in (7, 9, 11):
        assert f"index.md:{line}: " in log


def test_several_are_told_at_once(tmp_path: Path) -> None:
    _, log = built(tmp_path, "{{ newz() }\n\n{{ talk() }}\n\n{{ sections( }}\n\n{{ news() }}}")
    assert "index.md:7: " in log
    assert "index.md:9: there is no macro 'talk' (did you mean 'talks'?)" in log


def test_a_call_over_several_lines_is_not_taken_for_one(tmp_path: Path) -> None:
    text, log = built(tmp_path, "{{ news(\n  limit=1\n) }}\n\n{{ talks() }\n\nWords.")
    assert "index.md:11: unexpected '}' in {{ talks() }" in log
    assert "Comet" in text
    assert "Words." in text


@pytest.mark.parametrize(
    ("head", "options"),
    [("---\nrender_macros: false\n---\n\n", ""), ("", ", render_by_default: false")],
)
def test_what_is_no_call_stays_as_it_is(tmp_path: Path, head: str, options: str) -> None:
    text, log = built(tmp_path, "A set {{ a }, b } and {{ newz( }}.", options, head)
    assert "A set {{ a }, b } and {{ newz( }}." in text
    assert "index.md" not in log


def test_who_has_chosen_otherwise_gets_that(tmp_path: Path) -> None:
    text, _ = built(tmp_path, "{{ newz() }}", ", on_undefined: strict")
    assert "is undefined" in text
