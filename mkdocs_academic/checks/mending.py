"""The mending of what is surely meant otherwise: comments, order and everything else stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..problems import Problem
from . import edits, mend_bibliographies, mend_settings, ownership, subject
from .edits import Edit, Mended
from .subject import Subject

_ROUNDS = 50  # a mended mistake may show the next one


def possible(found: Subject) -> list[Edit]:
    """Return the edits that would mend something in the site's own files."""
    return [one for one in _edits(found) if ownership.is_own(one.file, found.given)]


def elsewhere(found: Subject) -> Iterator[Problem]:
    """Tell what could be mended in files that are not the site's own."""
    for one in _edits(found):
        if ownership.is_own(one.file, found.given):
            continue
        line = (edits.text_of(one.file) or "")[: one.start].count("\n") + 1
        what = "is of an installed package" if ownership.is_installed(one.file) else "is elsewhere"
        said = f"{one.said}: not mended, as the file {what}; mend it in the project that it is of"
        yield Problem(found.given.shown(one.file), line, "", said)


def _edits(found: Subject) -> list[Edit]:
    return [*mend_settings.edits(found), *mend_bibliographies.edits(found)]


def mend(file: Path) -> list[Mended]:
    """Mend the files of the site of a `mkdocs.yml`; return them with their texts before and after.

    Raises:
        OSError: a file cannot be written.

    """
    first: dict[Path, str] = {}
    for _ in range(_ROUNDS):
        changed = edits.apply(possible(subject.read(file)))
        for one in changed:
            first.setdefault(one.file, one.before)
            edits.write(one)
        if not changed:
            break
    return [Mended(file, text, edits.text_of(file) or "") for file, text in first.items()]
