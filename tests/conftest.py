from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


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
