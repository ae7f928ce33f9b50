"""The mending of what is surely meant otherwise: comments, order and everything else stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from ..problems import Problem
from . import edits, mend_bibliographies, mend_settings, ownership, subject
from .edits import Edit, Mended
from .subject import Subject

_ROUNDS = 50  # a mended mistake may show the next one


def possible(found: Subject) -> list[Edit]:
    """Return the edits that would mend something in the site's own files."""
    own = (some for file, some in _edits(found).items() if ownership.is_own(file, found.given))
    return list(chain.from_iterable(own))


def elsewhere(found: Subject) -> Iterator[Problem]:
    """Tell what could be mended in files that are not the site's own."""
    for file, some in _edits(found).items():
        if ownership.is_own(file, found.given):
            continue
        what = "is of an installed package" if ownership.is_installed(file) else "is elsewhere"
        text, line, at = edits.text_of(file) or "", 1, 0
        for one in sorted(some, key=lambda one: one.start):
            line, at = line + text.count("\n", at, one.start), one.start
            said = (
                f"{one.said}: not mended, as the file {what}; mend it in the project that it is of"
            )
            yield Problem(found.given.shown(file), line, "", said)


def _edits(found: Subject) -> dict[Path, list[Edit]]:
    by_file: dict[Path, list[Edit]] = defaultdict(list)
    for one in (*mend_settings.edits(found), *mend_bibliographies.edits(found)):
        by_file[one.file].append(one)
    return by_file


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
