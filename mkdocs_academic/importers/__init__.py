"""Importers: sites of other templates carried over, one row and one file each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from . import (
    acad_homepage,
    academicpages,
    al_folio,
    cv_file,
    hugoblox,
    lab_website,
    lines,
    prism,
)
from .report import NAME, Report
from .result import Result
from .source import Source, Unreadable

__all__ = ("KINDS", "NAME", "CannotImport", "Kind", "Report", "run")


class Kind(NamedTuple):
    """A template whose sites can be read."""

    label: str
    fits: Callable[[Source], bool]  # tells a site of this kind; asked in the order of the table
    convert: Callable[[Source], Result]


KINDS: Mapping[str, Kind] = {
    "cv": Kind("JSON Resume or RenderCV", cv_file.fits, cv_file.convert),
    "hugoblox": Kind("HugoBlox", hugoblox.fits, hugoblox.convert),
    "lab-website": Kind("lab-website-template", lab_website.fits, lab_website.convert),
    "prism": Kind("PRISM", prism.fits, prism.convert),
    "academicpages": Kind("academicpages", academicpages.fits, academicpages.convert),
    "al-folio": Kind("al-folio", al_folio.fits, al_folio.convert),
    "acad-homepage": Kind("acad-homepage", acad_homepage.fits, acad_homepage.convert),
}


class CannotImport(Exception):
    """What is wrong with the source or the destination, and what to do."""


def run(kind: str, source: Path, dest: Path) -> Report:
    """Write a site at `dest` made of the one at `source`, a folder or one Markdown file.

    `kind` is a row of KINDS, "" to guess it.

    Raises:
        CannotImport: there is nothing to read, no kind fits, or `dest` holds something.

    """
    if not source.exists():
        raise CannotImport(f"there is no {source}")
    if dest.exists() and (not dest.is_dir() or any(dest.iterdir())):
        raise CannotImport(
            f"{dest} is not empty: name a folder that is empty or does not exist yet"
        )
    if source.is_dir() and dest.resolve().is_relative_to(source.resolve()):
        raise CannotImport(f"{dest} lies within {source}: name a folder outside of it")
    report = Report(source=source.resolve().name)
    opened = Source(source, report)
    try:
        name = kind or next((name for name, row in KINDS.items() if row.fits(opened)), "")
        if not name:
            known = " or ".join(KINDS)
            raise CannotImport(f"{source} looks like none of the known kinds: say {known}")
        report.kind = KINDS[name].label
        result = KINDS[name].convert(opened)
    except (FileNotFoundError, Unreadable) as error:
        raise CannotImport(f"{source}: {error}") from None
    lines.add(opened)
    report.steps += _next_steps(result)
    result.write(opened, dest)
    return report


def _next_steps(result: Result) -> list[str]:
    """Return what a user does with the new site."""
    steps = ["`mkdocs serve` shows the site while you work on it."]
    if result.report.kept:
        steps.append("Look at what was kept as it was: give it fields, or leave it.")
    if not result.config.get("site_url"):
        steps.append("Write the address of your site into `site_url` of `mkdocs.yml`.")
    if "citations" in result.academic or "publications" in result.academic:
        steps.append("`mkdocs-academic citations update` asks how often your papers are cited.")
    return [*steps, "Delete this report when you need it no more; nothing reads it."]
