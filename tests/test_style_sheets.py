"""A page links the style sheets of what stands on it, no others, and they are small."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT
from .engines import built

ASSETS = ROOT / "mkdocs_academic" / "theme" / "assets" / "academic"
DEMO = ROOT / "mkdocs.yml"
SITES = {
    "demo": DEMO,
    **{
        name: ROOT / "tests" / "sites" / name / "mkdocs.yml"
        for name in ("author_profile", "researcher", "languages", "filters", "live")
    },
}
MOST = 9216  # bytes, gzip -9
EVERYTHING = "components/index.html"  # of the demo: all components there are, on one page
HOME = 8677  # what the home page of the demo had when there was one style sheet

BLOCKS = re.compile(
    r'<table|<blockquote|class="(?:[^"]* )?(?:admonition|highlight|md-button)[" ]|class="tabbed-'
    r'|class="task-list|<details(?! class="acad-)(?! name=)|acad-mistakes'
)


def linked(html: str) -> list[str]:
    """Return the names of our sheets that a browser with JavaScript gets with a page, in order."""
    html = re.sub(r"(?s)<noscript>.*?</noscript>", "", html)
    return re.findall(r'<link rel="stylesheet" href="[^"]*assets/academic/([\w-]+)\.css"', html)


def packed(names: list[str]) -> int:
    """Return how many bytes sheets are, each compressed by itself."""
    return sum(len(gzip.compress((ASSETS / f"{one}.css").read_bytes(), 9)) for one in names)


def pages(site: str) -> Iterator[tuple[str, str]]:
    folder = built(SITES[site])
    for file in sorted(folder.rglob("*.html")):
        yield file.relative_to(folder).as_posix(), file.read_text("utf-8")


@pytest.mark.parametrize("site", SITES)
def test_they_are_small_on_every_page(site: str) -> None:
    found = {name: packed(linked(html)) for name, html in pages(site) if linked(html)}
    assert len(found) > 5
    if site == "demo":
        assert found.pop(EVERYTHING) <= 12544
        assert found["index.html"] <= HOME
    assert {name: size for name, size in found.items() if size > MOST} == {}


@pytest.mark.parametrize("site", SITES)
def test_they_are_few(site: str) -> None:
    for name, html in pages(site):
        most = 3 if name == "index.html" else 7 if name == EVERYTHING else 4
        assert len(linked(html)) <= most, name


@pytest.mark.parametrize("site", SITES)
def test_each_comes_where_it_is_needed_and_only_there(site: str) -> None:
    for name, html in pages(site):
        article = re.search(r"(?s)<article.*</article>", html)
        sheets = linked(html)
        if not article or name == "404.html":
            continue
        inside = article[0]
        in_section = 'class="md-nav__item md-nav__item--active md-nav__item--' in html
        # A list of papers holds folds and code of its own, for which the first sheet has rules.
        own = re.sub(
            r'(?s)<div class="acad acad-section acad-publications.*?</section>', "", inside
        )
        own = re.sub(r'(?s)<form class="acad-filters.*?</form>', "", own)
        assert ("prose" in sheets) == bool(in_section or BLOCKS.search(own)), name
        assert ("timeline" in sheets) == ("acad-rows--timeline" in inside), name
        assert ("filters" in sheets) == ('class="acad-filters' in inside), name
        assert ("noscript.css" in html) == ("filters" in sheets), name
        assert ("overview" in sheets) == ('class="acad-overview' in inside), name
        assert ("paper" in sheets) == ('class="acad-paper__title"' in inside), name
        assert ("people" in sheets) == bool(re.search(r'class="acad[^"]* acad-pe', inside)), name


def test_a_page_that_is_none_has_what_prose_needs() -> None:
    assert linked((built(DEMO) / "404.html").read_text("utf-8")) == ["academic", "prose"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sheets")
    sources = {
        "index.md": "# Home\n\nWords, `code`, a [link](plain.md).\n",
        "plain.md": '# Papers\n\n{{ publications(keys=["one", "plain"]) }}\n',
        "quotes.md": '# Papers\n\n{{ publications(keys=["quoted"]) }}\n',
        "fold.md": "# Fold\n\n<details><summary>More</summary>Words.</details>\n",
        "button.md": "# Button\n\n[Go](index.md){ .md-button }\n",
        "wrong.md": "# Wrong\n\n{{ publication('nobody') }}\n",
        "asked.md": "---\nacademic: {prose: true}\n---\n\n# Asked for\n",
        "blog/index.md": "# Blog\n",
        "blog/posts/one.md": (
            "---\ndate: 2026-01-01\n---\n\n# One\n\n{{ education() }}\n\n"
            "{{ people() }}\n\n<!-- more -->\n\nRest.\n"
        ),
    }
    for name, text in sources.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    config = {
        "site_name": "Sheets",
        "theme": {"name": "academic"},
        "plugins": ["search", "blog", {"macros": {"modules": ["mkdocs_academic"]}}, "academic"],
        "markdown_extensions": ["attr_list", "md_in_html"],
        "extra": {
            "academic": {
                "look": "plum",
                "people": {"ada": {"name": "Ada", "role": "Postdoc"}},
                "education": [{"date": "2020", "degree": "PhD"}],
                "publications": {
                    "filters": [],
                    "entries": [
                        {"key": "one", "title": "One", "authors": ["A B"]},
                        {"key": "plain", "text": "Just *one* line."},
                        {"key": "quoted", "text": "Mine.\n\n> Said."},
                    ],
                },
            }
        },
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return built(folder / "mkdocs.yml", strict=False)


@pytest.mark.parametrize(
    ("page", "sheets"),
    [
        ("", {"academic", "looks"}),
        ("plain/", {"academic", "looks"}),
        ("quotes/", {"academic", "looks", "prose"}),
        ("fold/", {"academic", "looks", "prose"}),
        ("button/", {"academic", "looks", "prose"}),
        ("wrong/", {"academic", "looks", "prose"}),
        ("asked/", {"academic", "looks", "prose"}),
        ("blog/", {"academic", "looks", "prose", "timeline", "people"}),
        ("blog/2026/01/01/one/", {"academic", "looks", "prose", "timeline", "people"}),
    ],
)
def test_a_page_gets_what_it_shows(site: Path, page: str, sheets: set[str]) -> None:
    assert set(linked((site / page / "index.html").read_text("utf-8"))) == sheets


def test_they_come_in_one_order(site: Path) -> None:
    sheets = linked((site / "blog" / "index.html").read_text("utf-8"))
    assert sheets == sorted(sheets, key=["academic", "looks", "prose", "timeline", "people"].index)


def test_no_rule_stands_in_two_sheets() -> None:
    seen: dict[str, str] = {}
    for file in sorted(ASSETS.glob("*.css")):
        if file.stem == "zensical":
            continue
        for line in file.read_text("utf-8").splitlines():
            rule = line.strip()
            if len(rule) > 40 and ":" in rule and rule.endswith("}") and "@" not in rule:
                assert seen.setdefault(rule, file.stem) == file.stem, rule


def test_a_list_template_of_ones_own_may_hold_anything(tmp_path: Path) -> None:
    own = tmp_path / "overrides" / "academic" / "parts" / "publication.html"
    own.parent.mkdir(parents=True)
    own.write_text("<li><table><tr><td>{{ paper.title | safe }}</td></tr></table></li>", "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n\n{{ publications() }}\n", "utf-8")
    config = {
        "site_name": "X",
        "theme": {"name": "academic", "custom_dir": "overrides"},
        "plugins": [{"macros": {"modules": ["mkdocs_academic"]}}, "academic"],
        "extra": {"academic": {"publications": [{"key": "one", "title": "One"}]}},
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    html = (built(tmp_path / "mkdocs.yml", strict=False) / "index.html").read_text("utf-8")
    assert "<table><tr><td>One" in html
    assert "academic/prose.css" in html
