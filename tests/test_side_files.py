"""The files beside the pages: what is published, by a real build and by `export`."""

from __future__ import annotations

import json
import xml.etree.ElementTree as etree
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_academic import cli
from mkdocs_academic.citations.sources.google_scholar_stats import tally_of
from mkdocs_academic.outputs import side_files
from mkdocs_academic.site import load_site

from .engines import run
from .test_mkdocs import site

NUMBERS = """
citations:
  total: 260000+
  source: Google Scholar
  date: 2026-11-01
  live: yes
  badge: {color: blue, logo: simple/googlescholar}
  papers: {a: 64, b: 12, c: about 3}
publications:
- {key: a, title: "A <Star> of $x^2$", year: 2020, author: Ada E., google_scholar_id: u5HHmVD_uO8C}
- {key: b, title: B, year: 2021, author: Ada Example}
- {key: c, title: C, year: 2022, author: Ada Example}
- {key: d, title: D, year: 2023, author: Ada Example}
"""
# No h-index: one count is no number, and what is missing may be anything.
OURS = [
    row.path
    for row in side_files.SIDE_FILES
    if row.path.startswith("citations/") and "h-index" not in row.path
]
PAGE = "# Home\n\n![citations](citations/badge.svg)\n"


def written(folder: Path, settings: str = NUMBERS, page: str = PAGE) -> Path:
    config = site(folder, settings, page)
    text = config.read_text("utf-8")
    links = "{github: ada, googlescholar: ADAAAAAAAAAJ}"
    config.write_text(text.replace("{github: ada}", links), "utf-8")
    return config


def build(config: Path, *arguments: str) -> Path:
    result = run("mkdocs", "build", "-q", "-f", str(config), *arguments)
    assert result.returncode == 0, result.stdout + result.stderr
    return config.parent / "site"


def test_a_build_publishes_them_all(tmp_path: Path) -> None:
    built = build(written(tmp_path), "--strict")  # a page may show the picture
    for path in OURS:
        assert (built / path).is_file(), path
    shields = json.loads((built / "citations/shieldsio.json").read_text("utf-8"))
    assert shields == {
        "schemaVersion": 1,
        "label": "citations",
        "message": "260000+",
        "color": "007ec6",
        "namedLogo": "googlescholar",
    }
    root = etree.parse(built / "citations/badge.svg").getroot()
    assert root.get("role") == "img"
    assert root.find("{http://www.w3.org/2000/svg}svg") is not None, "the logo"
    assert "260000+ (Google Scholar, 2026-11-01)" in (built / "citations/badge.svg").read_text()


def test_an_h_index_is_published_when_all_counts_are_known(tmp_path: Path) -> None:
    known = NUMBERS.replace("c: about 3", "c: 1, d: 0")
    built = build(written(tmp_path, known))
    assert json.loads((built / "citations/h-index.json").read_text("utf-8"))["message"] == "2"
    assert etree.parse(built / "citations/h-index.svg").getroot().get("role") == "img"


def test_live_numbers_have_the_shape_that_crawlers_write(tmp_path: Path) -> None:
    data = json.loads((build(written(tmp_path)) / "citations/gs_data.json").read_text("utf-8"))
    assert data["citedby"] == 260000
    assert data["scholar_id"] == "ADAAAAAAAAAJ"
    assert data["publications"] == {
        "ADAAAAAAAAAJ:u5HHmVD_uO8C": {
            "key": "a",
            "bib": {"title": "A <Star> of $x^2$", "pub_year": "2020"},
            "num_citations": 64,
        },
        "b": {"key": "b", "bib": {"title": "B", "pub_year": "2021"}, "num_citations": 12},
    }
    read = tally_of(data, "2026-12-01")
    assert read
    assert (read.total, read.date, read.id) == (260000, "2026-11-01", "ADAAAAAAAAAJ")
    assert [(paper.id, paper.count) for paper in read.papers] == [("u5HHmVD_uO8C", 64), ("b", 12)]


def test_ids_that_a_crawler_has_found_are_kept(tmp_path: Path) -> None:
    stored = {
        "version": 1,
        "sources": {
            "openalex": {"date": "2026-11-01", "papers": [{"key": "b", "count": 12}]},
            "google-scholar-stats": {
                "date": "2026-11-01",
                "id": "ADAAAAAAAAAJ",
                "papers": [{"key": "b", "count": 9, "id": "xyz"}],
            },
        },
    }
    (tmp_path / "citations.json").write_text(json.dumps(stored), "utf-8")
    settings = NUMBERS.replace("  papers: {a: 64, b: 12, c: about 3}\n", "")
    files = dict(side_files.rendered(load_site(written(tmp_path, settings))))
    papers = json.loads(files["citations/gs_data.json"])["publications"]
    assert {name: one["num_citations"] for name, one in papers.items()} == {"ADAAAAAAAAAJ:xyz": 12}


def test_without_live_no_file_of_numbers(tmp_path: Path) -> None:
    config = written(tmp_path, NUMBERS.replace("  live: yes\n", ""))
    built = build(config)
    assert (built / "citations/badge.svg").is_file()
    assert not (built / "citations/gs_data.json").exists()


def test_without_numbers_there_are_no_files(tmp_path: Path) -> None:
    config = site(tmp_path, "citations: {live: yes}\npublications: [{title: A}]", "# Home\n")
    assert not (build(config, "--strict") / "citations").exists()


def test_a_file_of_the_users_own_wins(tmp_path: Path) -> None:
    own = tmp_path / "docs" / "citations" / "badge.svg"
    config = written(tmp_path)
    own.parent.mkdir(parents=True)
    own.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    built = build(config, "--strict")
    assert (built / "citations/badge.svg").read_text("utf-8") == own.read_text("utf-8")
    assert (built / "citations/shieldsio.json").is_file()


def test_paths_are_below_the_site_and_stand_once() -> None:
    paths = [row.path for row in side_files.SIDE_FILES]
    assert len(set(paths)) == len(paths)
    assert not [path for path in paths if path.startswith(("/", ".")) or "\\" in path]


# -- export --


def export(*arguments: object) -> Result:
    result = CliRunner().invoke(cli.main, ["export", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return written(tmp_path)


def test_export_writes_what_a_build_publishes(config: Path) -> None:
    built = build(config)
    listed = [row.path for row in side_files.SIDE_FILES if (built / row.path).is_file()]
    assert set(listed) >= set(OURS)
    result = export()
    assert result.exit_code == 0, result.stderr
    docs = config.parent / "docs"
    for path in listed:
        assert (docs / path).read_bytes() == (built / path).read_bytes()
    assert "files written to docs/" in result.stdout
    page = (docs / "publications/a.md").read_text("utf-8")
    assert page.startswith('---\ntitle: "A &lt;Star&gt; of')  # the theme prints it as it is
    assert page.endswith('---\n\n{{ publication("a") }}\n')


def test_export_renews_its_own_files_and_clears_what_is_of_no_use(config: Path) -> None:
    assert export().exit_code == 0
    badge = config.parent / "docs" / "citations" / "badge.svg"
    badge.write_text("an old one", "utf-8")
    assert export().exit_code == 0
    assert badge.read_text("utf-8").startswith("<svg")
    text = config.read_text("utf-8")
    config.write_text(text.replace("live: yes", "live: no"), "utf-8")
    result = export()
    assert "citations/gs_data.json: removed" in result.stdout
    assert not badge.with_name("gs_data.json").exists()


def test_export_names_another_folder(config: Path) -> None:
    result = export("-f", config, "--to", "public/new")
    assert result.exit_code == 0
    assert (config.parent / "public/new/citations/shieldsio.json").is_file()


def test_export_leaves_what_is_among_the_pages(config: Path) -> None:
    own = config.parent / "docs" / "citations" / "badge.svg"
    own.parent.mkdir()
    own.write_text("mine", "utf-8")
    for _ in range(2):  # it does not become ours by being met
        result = export()
        assert result.exit_code == 0
        assert "citations/badge.svg: is among the pages already: not written" in result.stdout
        assert own.read_text("utf-8") == "mine"
    assert own.with_name("shieldsio.json").is_file()
    assert export("--force").exit_code == 0
    assert own.read_text("utf-8").startswith("<svg")


def test_export_without_settings_or_with_mistakes(config: Path) -> None:
    assert export("-f", "nowhere.yml").exit_code == 2
    config.write_text(config.read_text("utf-8").replace("total:", "totl:"), "utf-8")
    result = export("--to", "out")
    assert result.exit_code == 1
    assert "mkdocs.yml:" in result.stderr
    assert "totl: unknown option" in result.stderr
    assert not Path("out").exists()


def test_export_with_nothing_to_say_writes_nothing(tmp_path: Path) -> None:
    result = export("-f", site(tmp_path), "--to", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout == "There is nothing to write.\n"


def test_export_that_cannot_write_says_so(config: Path) -> None:
    (config.parent / "out").mkdir()
    (config.parent / "out" / "citations").write_text("a file", "utf-8")
    result = export("--to", "out")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
