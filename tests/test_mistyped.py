"""A mistyped macro call costs its own place, not the page, and is told of with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .engines import run

CONFIG = """
site_name: X
theme: {name: academic}
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
    html = (tmp_path / "site" / "index.html").read_text("utf-8")
    article = re.search(r"(?s)<article.*</article>", html)
    assert article
    return re.sub(r"<[^>]*>", "", article[0]), done.stderr


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("{{ newz() }}", "line 7: there is no macro 'newz' (did you mean 'news'?)"),
        ("{{ news(limit=1) }", "line 7: unexpected '}' in {{ news(limit=1) }"),
        ("So {{ news(limit=1) and words.", "line 7: "),
        ("{% if x }", "line 7: "),
        ("{{ news(limit=1)", "line 7: "),
    ],
)
def test_the_rest_of_the_page_stands(tmp_path: Path, call: str, said: str) -> None:
    text, log = built(tmp_path, f"{call}\n\nWords.\n\n{{{{ news() }}}}")
    assert f"index.md: {said}" in log
    assert "Traceback" not in log
    for part in ("Words.", "Comet", "Moon", "line 7"):
        assert part in text
    if "news(" in call:
        assert "news(limit=1)" in text


def test_several_are_told_at_once(tmp_path: Path) -> None:
    _, log = built(tmp_path, "{{ newz() }\n\n{{ talk() }}\n\n{{ sections( }}\n\n{{ news() }}}")
    assert "index.md: line 7: " in log
    assert "index.md: line 9: there is no macro 'talk' (did you mean 'talks'?)" in log


def test_a_call_over_several_lines_is_not_taken_for_one(tmp_path: Path) -> None:
    text, log = built(tmp_path, "{{ news(\n  limit=1\n) }}\n\n{{ talks() }\n\nWords.")
    assert "line 11: unexpected '}' in {{ talks() }" in log
    assert "Comet" in text
    assert "Words." in text


@pytest.mark.parametrize(
    ("head", "options"),
    [("---\nrender_macros: false\n---\n\n", ""), ("", ", render_by_default: false")],
)
def test_what_is_no_call_stays_as_it_is(tmp_path: Path, head: str, options: str) -> None:
    text, log = built(tmp_path, "A set {{ a }, b } and {{ newz( }}.", options, head)
    assert "A set {{ a }, b } and {{ newz( }}." in text
    assert "line " not in log


def test_who_has_chosen_otherwise_gets_that(tmp_path: Path) -> None:
    text, _ = built(tmp_path, "{{ newz() }}", ", on_undefined: strict")
    assert "is undefined" in text
