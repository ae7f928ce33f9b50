"""The mending of what is surely meant otherwise: comments, order and everything else stay."""

from __future__ import annotations

from pathlib import Path

from . import edits, mend_bibliographies, mend_settings, subject
from .edits import Edit, Mended
from .subject import Subject

_ROUNDS = 50  # a mended mistake may show the next one


def possible(found: Subject) -> list[Edit]:
    """Return the edits that would mend something."""
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
