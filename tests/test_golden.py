"""Settings in, HTML or mistakes out: one folder a section, one pair of files a case.

A case is a YAML file that holds `extra.academic`; its first line is a comment with the Markdown
of the page. Beside it stands what must come out: `.html`, or `.txt` with the mistakes and warnings.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_academic.site import load_site

from .pages import rendered, warnings_of

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(GOLDEN.glob("*/*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_golden(
    case: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    updates_golden: bool,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # 2026-09-21
    (tmp_path / "docs" / "img").mkdir(parents=True)
    for name in (
        "talks.md",
        "img/teaser.svg",
        "img/ghent.svg",
        "img/logo.svg",
        "past.pdf",
        "joerg.md",
    ):
        (tmp_path / "docs" / name).touch()  # what the cases link to
    for data in case.parent.glob(f"{case.stem}.data.*"):
        (tmp_path / data.name).write_bytes(data.read_bytes())
    first, _, settings = case.read_text("utf-8").partition("\n")
    html, _ = rendered(tmp_path, settings, first.removeprefix("# "))
    said = "\n".join(warnings_of(caplog.records))
    outcome = {".html": re.sub(r"<svg.*?</svg>", "<svg/>", html, flags=re.DOTALL), ".txt": said}
    if load_site(tmp_path / "mkdocs.yml").mistakes:
        outcome.pop(".html")
    for suffix, got in outcome.items():
        expected = case.with_suffix(suffix)
        if updates_golden and got:
            expected.write_text(got + "\n", "utf-8")
        wanted = expected.read_text("utf-8") if expected.exists() else "\n"
        assert got + "\n" == wanted, f"{expected.name}: run `make golden` and read the diff"
