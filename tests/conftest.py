from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

# Drawn anew on every run at a desk; the same every time where a run decides over a change.
settings.register_profile("steady", derandomize=bool(os.environ.get("CI")))
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what was read of the real bibliographies, if they were read."""
    passed = terminalreporter.stats.get("passed", [])
    if any("test_corpus.py" in report.nodeid for report in passed):
        from .bibliography.test_corpus import table

        terminalreporter.section("real bibliographies")
        for line in table():
            terminalreporter.write_line(line)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have what is told of the results come after them."""
    items.sort(key=lambda item: item.name == "test_the_page_on_engines_tells_what_passed")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    from . import compatibility

    compatibility.note(report)


@pytest.fixture(scope="session")
def built_by_engines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which all tests that compare engines have their sites built."""
    return tmp_path_factory.mktemp("engines")


@pytest.fixture
def updates_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
