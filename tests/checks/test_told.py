"""How findings are told: all of them, with their lines, as text and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from mkdocs_academic.checks.finding import SEVERITIES
from mkdocs_academic.cli.check import SHOWN
from mkdocs_academic.site import load_site

from ..conftest import ROOT
from .sites import FULL, HEAD, check, entry, found, site


def test_a_mistake_hides_nothing_else(tmp_path: Path) -> None:
    """What is right is checked as if the rest were not there, items with their own numbers."""
    settings = (
        "profile: {name: Ada Example, emial: x}\n"
        "news:\n- [a]\n- {txet: b, image: a.png}\n- {date: someday, text: c}\n"
        "honors: {limit: many, items: h.yml}\n"
        "reading: {like: nothing}\n"
        "sections: [news, nothing, honors]\n"
    )
    (tmp_path / "h.yml").write_text("- {title: x, url: gone.pdf}\n- {titel: y}\n", "utf-8")
    lines = found(site(tmp_path, settings, entry("pdf = {a.pdf}, year = {2020}, journal = {J}")))
    assert [line.split(": ")[0] + line[line.rindex(" ") :] for line in lines] == [
        "h.yml:2 [settings]",
        "mkdocs.yml:10 [settings]",
        "mkdocs.yml:12 [settings]",
        "mkdocs.yml:13 [settings]",
        "mkdocs.yml:15 [settings]",
        "mkdocs.yml:16 [settings]",
        "mkdocs.yml:17 [settings]",
        "h.yml:1 [site]",
        "mkdocs.yml:13 [site]",
        "mkdocs.yml:14 [dates]",
        "papers.bib:1 [site]",
    ]


def test_what_is_not_there_is_told_once_and_gravely(tmp_path: Path) -> None:
    settings = (
        "profile: {name: Ada Example}\npages: selekted\n"
        "publications:\n  bibliography: gone.bib\n  overlay: gone.yml\n"
    )
    head = HEAD.replace("name: academic}", "name: academic, custom_dir: gone}")
    file = site(tmp_path, settings, head=head)
    where = "mistake: extra.academic."
    assert found(file) == [
        "mkdocs.yml:3: mistake: theme.custom_dir: there is no folder 'gone' [required]",
        f"mkdocs.yml:11: {where}pages: should be 'yes', 'selected' or 'no', got 'selekted'"
        " [settings]",
        f"mkdocs.yml:13: {where}publications.bibliography.0: there is no file 'gone.bib'"
        " [settings]",
        f"mkdocs.yml:14: {where}publications.overlay: there is no file 'gone.yml' [settings]",
    ]


def test_a_missing_bibliography_does_not_stop_a_build(tmp_path: Path) -> None:
    built = load_site(site(tmp_path, "publications: {bibliography: gone.bib}"))
    assert (built.mistakes, len(built.warnings)) == ((), 1)


def test_what_stands_in_data_files_has_their_lines(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "p.yml").write_text(
        "- {title: X, author: Ada Example, year: 2020, doi: 10.1000/1, venue: J}\n"
        "- {title: T, author: Bo Other, venue: J}\n",
        "utf-8",
    )
    (tmp_path / "data" / "n.yml").write_text("- a\n- {date: someday, text: b}\n", "utf-8")
    settings = (
        "profile: {name: Ada Example}\npublications: {entries: data/p.yml}\nnews: data/n.yml\n"
    )
    lines = found(site(tmp_path, settings))
    assert [line.split(": ")[0] + line[line.rindex(" ") :] for line in lines] == [
        "data/n.yml:2 [dates]",
        "data/p.yml:2 [year]",
        "data/p.yml:2 [authors]",
        "data/p.yml:2 [link]",
    ]


def test_every_language_is_checked(tmp_path: Path) -> None:
    file = site(tmp_path, "profile: {name: A}")
    i18n = (
        "  - i18n:\n      languages:\n        - {locale: en, default: true}\n"
        "        - locale: de\n          extra: {academic: {news: [{txet: x}]}}\n"
    )
    file.write_text(
        file.read_text("utf-8").replace("  - academic\n", f"{i18n}  - academic\n"), "utf-8"
    )
    assert [line for line in found(file) if "txet" in line and line.startswith("mkdocs.yml:11: ")]


@pytest.mark.parametrize(
    ("made", "plain", "strict"),
    [
        ({"settings": "profil: x"}, 1, 1),
        ({"page": "[x](y.md)\n"}, 0, 1),
        ({"bib": entry("year = 2020, journal = {J}")}, 0, 0),
        ({}, 0, 0),
    ],
)
def test_exit_status(tmp_path: Path, made: dict[str, str], plain: int, strict: int) -> None:
    file = site(tmp_path, **made)
    assert check(file).exit_code == plain
    assert check(file, "--strict").exit_code == strict
    assert check(file, "--json").exit_code == plain


def test_checks_can_be_left_out(tmp_path: Path) -> None:
    file = site(tmp_path, page="[x](y.md)\n")
    assert check(file, "--strict", "--ignore", "links").exit_code == 0
    wrong = check(file, "--ignore", "link s")
    assert wrong.exit_code == 2
    assert "There is no check 'link s' (did you mean 'links'?)" in wrong.output


def test_a_missing_file_says_where_to_go(tmp_path: Path) -> None:
    result = check(tmp_path / "mkdocs.yml")
    assert result.exit_code == 2
    assert "make a site: mkdocs-academic new my-site" in " ".join(result.output.split())


def test_many_notes_are_summed_up(tmp_path: Path) -> None:
    many = "".join(
        entry("journal = {J}, year = 2020").replace("one", f"k{i}").replace("One", f"Title {i}x{i}")
        for i in range(SHOWN + 3)
    )
    file = site(tmp_path, bib=many)
    short, whole = check(file).output, check(file, "--all").output
    assert short.count("leads nowhere") == SHOWN
    assert "… and 3 more notes like these [link]: --all prints them" in short
    assert whole.count("leads nowhere") == SHOWN + 3


def test_many_warnings_of_one_kind_are_summed_up(tmp_path: Path) -> None:
    missing = "".join(f"[x](gone{i}.md)\n\n" for i in range(SHOWN + 3))
    file = site(tmp_path, page=f"{missing}![](a.png)\n")
    short, whole = check(file).output, check(file, "--all").output
    assert short.count("there is no file 'gone") == SHOWN
    assert short.count("there is no file 'a.png'") == 0  # it is like those
    assert "has no alternative text" in short
    assert "… and 4 more warnings like these [links]: --all prints them" in short
    assert whole.count("there is no file ") == SHOWN + 4


def test_warnings_of_one_check_that_differ_are_all_told(tmp_path: Path) -> None:
    bib = "".join(
        entry(f"{FULL}, pdf = {{p{i}.pdf}}").replace("one", f"k{i}").replace("/1", f"/{i}")
        for i in range(SHOWN + 1)
    )
    settings = "profile: {name: Ada Example}\ntalks: [{title: T, papers: nobody}]\n"
    output = check(site(tmp_path, settings, bib)).output
    assert "… and 1 more warning like this [site]" in output
    assert "there is no publication 'nobody'" in output


def test_json_is_what_the_manual_shows(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "check.md").read_text("utf-8")
    shown: dict[str, Any] = json.loads(re.findall(r"^```json\n(.*?)^```$", page, re.M | re.S)[0])
    file = site(tmp_path, "profile:\n  name: A\n\n\n  roel: x\n")
    report = json.loads(check(file, "--json").stdout)
    assert report == shown
    assert set(report["counts"]) == set(SEVERITIES)
