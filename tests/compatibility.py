"""What works on which engine, told by the tests that have passed: the table in docs/engines.md."""

from __future__ import annotations

from importlib.metadata import version
from typing import NamedTuple

import pytest

from .conftest import ROOT

ENGINES = {"mkdocs": "MkDocs", "properdocs": "ProperDocs", "zensical": "Zensical"}
NO = "–"

passed: set[str] = set()  # ids of tests, of this run
failed: set[str] = set()
skipped: set[str] = set()


def note(report: pytest.TestReport) -> None:
    """Remember how a test has ended."""
    if report.skipped:
        skipped.add(report.nodeid)
    elif report.failed:
        failed.add(report.nodeid)
    elif report.when == "call":
        passed.add(report.nodeid)


class Row(NamedTuple):
    """Something that a site has, and by which tests each engine shows that it has it."""

    text: str
    tests: dict[str, tuple[str, ...]]  # by engine; without a test nothing is claimed
    zensical: str = "the same"  # what is said where its tests have passed

    def said(self, engine: str) -> str:
        """Return what the table says if the tests have passed."""
        return {"mkdocs": "yes", "properdocs": "the same"}.get(engine, self.zensical)


def _each(test: str, *cases: str) -> dict[str, tuple[str, ...]]:
    """Return a test for each engine; `{}` in the cases is its name."""
    return {one: tuple(f"tests/{test}[{case.format(one)}]" for case in cases) for one in ENGINES}


def _compared(test: str, *cases: str) -> dict[str, tuple[str, ...]]:
    """Return a test that compares the others with MkDocs, which so is shown to have it, too."""
    found = {
        "properdocs": tuple(f"tests/{test}[{case.format('properdocs')}]" for case in cases),
        "zensical": tuple(
            f"tests/{test}[{case.format(one)}]" for case in cases for one in ("zensical", "modern")
        ),
    }
    return {"mkdocs": found["properdocs"], **found}


_EXPORT = "the same, with `export`"
_SITES = ("demo-{}", "researcher-{}", "author_profile-{}")
_FILES = "test_engines.py::test_the_files_beside_the_pages_are_the_same"
_SOME = "test_engines.py::test_what_only_some_sites_have_is_there"
_LOOK = "browser/test_zensical.py::test_it_looks_the_same"
_PAGES = ("home", "profile", "publications", "components")

ROWS = (
    Row(
        "this site and two others build",
        _compared("test_engines.py::test_every_macro_shows_the_same", *_SITES),
    ),
    Row(
        "every macro, byte for byte",
        _compared("test_engines.py::test_every_macro_shows_the_same", *_SITES),
    ),
    Row(
        "the profile beside every page",
        _compared("test_engines.py::test_what_stands_around_the_content_is_the_same", "sidebar-{}"),
    ),
    Row(
        "heads of papers",
        _compared("test_engines.py::test_what_stands_around_the_content_is_the_same", "heads-{}"),
    ),
    Row(
        "the look",
        {
            "mkdocs": tuple(f"tests/{_LOOK}[{page}-properdocs]" for page in _PAGES),
            "properdocs": tuple(f"tests/{_LOOK}[{page}-properdocs]" for page in _PAGES),
            "zensical": tuple(f"tests/{_LOOK}[{page}-zensical]" for page in _PAGES),
        },
    ),
    Row(
        "the look with `variant: modern`",
        {"zensical": tuple(f"tests/{_LOOK}[{page}-modern]" for page in _PAGES)},
    ),
    Row(
        "live reload: settings, inherited files, bibliographies, data, counts, templates",
        _each("test_live_reload.py::test_every_edit_shows_on_the_next_reload", "{}"),
        "the same, with `watch`",
    ),
    Row("`lab build`", _each("test_lab_engines.py::test_a_new_lab_is_built", "{}")),
    *(
        Row(text, _compared(_FILES, f"{text}-{{}}"), _EXPORT)
        for text in ("pages of papers", "pages of people")
    ),
    *(
        Row(text, _each(_SOME, f"{text}-{{}}"), _EXPORT)
        for text in ("former addresses", "copies of PDFs")
    ),
    *(
        Row(text, _compared(_FILES, f"{text}-{{}}"), _EXPORT)
        for text in ("feeds", "calendar", "downloads", "badges")
    ),
    Row("own accent", _each(_SOME, "own accent-{}"), _EXPORT),
    Row(
        "a search leads to each paper",
        _each("test_engines.py::test_a_search_leads_to_each_paper", "{}"),
        _EXPORT,
    ),
    Row(
        "mistakes in the settings end a build",
        _each("test_engines.py::test_mistakes_end_a_build", "{}"),
        "`export` ends",
    ),
)


def table() -> list[str]:
    """Return the table; what was not tested in this run cannot be written.

    Raises:
        AssertionError: some of the tests have not run.

    """
    unknown = [test for row in ROWS for tests in row.tests.values() for test in tests]
    unknown = [one for one in unknown if one not in passed | failed]
    assert not unknown, f"run these, too: {unknown}"
    heads = " | ".join(f"{label} {version(name)}" for name, label in ENGINES.items())
    lines = (
        f"| {row.text} | {' | '.join(_cell(row, one) or '' for one in ENGINES)} |" for row in ROWS
    )
    return [f"| | {heads} |", "|---" * (1 + len(ENGINES)) + "|", *lines]


def compare(told: list[str], ran_all: bool) -> None:
    """Compare a table with what has passed: all of it, or what has run of it."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in told[2:]]
    assert [row.text for row in ROWS] == [one[0] for one in cells], "run `make engines`"
    for row, (_, *said) in zip(ROWS, cells, strict=True):
        for engine, claim in zip(ENGINES, said, strict=True):
            found = _cell(row, engine)
            if found is not None:
                assert claim == found, (row.text, engine)
            else:
                assert claim in (NO, row.said(engine)), (row.text, engine)
                assert not ran_all or _is_skipped(row, engine), (row.text, engine)


def _cell(row: Row, engine: str) -> str | None:
    """Return what to say of an engine, None where not all of the tests have run."""
    tests = {*row.tests.get(engine, ())}
    if tests <= passed:
        return row.said(engine) if tests else NO
    return NO if tests & failed else None


def _is_skipped(row: Row, engine: str) -> bool:
    return bool({*row.tests[engine]} & skipped)


def files() -> set[str]:
    """Return the files that hold the tests."""
    return {test.partition("::")[0] for row in ROWS for one in row.tests.values() for test in one}


def all_ran() -> bool:
    """Tell whether each of the files has taken part in this run."""
    ended = {one.partition("::")[0] for one in passed | failed | skipped}
    return files() <= ended and all((ROOT / one).is_file() for one in files())
