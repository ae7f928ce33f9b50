"""The manual's page names everything that a user can write or set."""

from __future__ import annotations

import pytest

from mkdocs_academic.citations.report import Report
from mkdocs_academic.citations.sources import SOURCES
from mkdocs_academic.cli import citations

from ..conftest import ROOT

PAGE = (ROOT / "docs" / "citations.md").read_text("utf-8")


@pytest.mark.parametrize("name", [*Report.model_fields, "repository", "use_cdn"])
def test_settings(name: str) -> None:
    assert f"`{name}`" in PAGE or f"`{name}: " in PAGE


@pytest.mark.parametrize("name", SOURCES)
def test_sources(name: str) -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{name}`"))
    assert SOURCES[name].key_variable in row
    assert ("`" in row.rpartition("| ")[2]) == bool(SOURCES[name].key_variable)
    for service in SOURCES[name].services:
        assert f"`{service}`" in PAGE


def test_options() -> None:
    for option in citations.update_.params:
        assert all(f"`{name}`" in PAGE for name in option.opts), option.opts
