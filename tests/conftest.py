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


@pytest.fixture
def updates_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
