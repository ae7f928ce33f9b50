"""What a check finds: a problem, how grave it is, and the name of the check."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..problems import Problem

if TYPE_CHECKING:
    from .subject import Subject

Severity = Literal["mistake", "warning", "note"]  # the gravest first
SEVERITIES: tuple[Severity, ...] = ("mistake", "warning", "note")


class Check(NamedTuple):
    """One row of the table of checks."""

    severity: Severity
    find: Callable[[Subject], Iterable[Problem]]


class Finding(NamedTuple):
    """A problem, as a check found it."""

    severity: Severity
    check: str  # its name in the table
    problem: Problem

    def __str__(self) -> str:
        file, line, path, message = self.problem
        place = f"{file}:{line}" if line else file
        said = f"{path}: {message}" if path else message
        return f"{place}: {self.severity}: {said} [{self.check}]"
