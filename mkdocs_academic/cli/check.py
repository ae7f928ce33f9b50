"""`mkdocs-academic check`: everything that is wrong with a site, by file and line."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from .. import checks
from ..checks import mending, subject
from ..checks.edits import Mended
from ..checks.finding import SEVERITIES, Finding
from ..problems import did_you_mean
from . import settings_file
from .terminal import say

SHOWN = 5  # warnings and notes of one kind, unless all are asked for
_COLORS = {"mistake": "red", "warning": "yellow", "note": "cyan"}


@click.command()
@settings_file.config_file
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for programs.")
@click.option("--fix", is_flag=True, help="Mend first what is surely meant otherwise.")
@click.option("--strict", is_flag=True, help="Fail at warnings, too.")
@click.option("--all", "everything", is_flag=True, help="Print every warning and note.")
@click.option("--ignore", multiple=True, metavar="CHECK", help="Leave a check out; repeatable.")
def check(
    config_file: Path,
    as_json: bool,
    fix: bool,
    strict: bool,
    everything: bool,
    ignore: tuple[str, ...],
) -> None:
    """Tell everything that is wrong, by file and line.

    Mistakes would stop a build, or do; warnings stop a build with --strict; notes are for you to
    judge. Ends with 0, or with 1 where there are mistakes (with --strict: warnings).
    """
    _refuse(config_file, ignore)
    mended = _mended(config_file) if fix else []
    read = subject.read(config_file)
    found = checks.run(read, ignore)
    fixable = len(mending.possible(read))
    if as_json:
        shown = [read.given.shown(one.file.resolve()) for one in mended]
        _say(json.dumps(_report(found, shown, fixable), ensure_ascii=False, indent=2))
    else:
        for one in mended:
            _tell_all(one.diff(read.given.shown(one.file)))
        _tell_all(map(str, mending.elsewhere(read) if fix else ()))
        _print(found, everything)
        _say(_summary(found, fixable))
    failing = SEVERITIES[: 2 if strict else 1]
    if any(one.severity in failing for one in found):
        raise SystemExit(1)


def _refuse(config_file: Path, ignore: Iterable[str]) -> None:
    if not config_file.is_file():
        raise click.UsageError(
            f"There is no {config_file}: go to the folder of your site, name the file with -f,"
            " or make a site: mkdocs-academic new my-site"
        )
    for name in ignore:
        if name not in checks.CHECKS:
            hint = did_you_mean(name, checks.CHECKS)
            raise click.UsageError(f"There is no check {name!r}{hint}: {', '.join(checks.CHECKS)}.")


def _mended(config_file: Path) -> list[Mended]:
    try:
        return mending.mend(config_file)
    except OSError as error:
        raise click.ClickException(
            f"{error.filename}: cannot be written: {error.strerror}"
        ) from None


def _report(found: Sequence[Finding], mended: list[str], fixable: int) -> dict[str, object]:
    """Return what programs read; a new key may come, none goes while the version stays."""
    counts = Counter(one.severity for one in found)
    return {
        "version": 1,
        "counts": {severity: counts[severity] for severity in SEVERITIES},
        "fixable": fixable,
        "mended": mended,
        "problems": [
            {
                "severity": one.severity,
                "check": one.check,
                "file": one.problem.file,
                "line": one.problem.line,
                "path": one.problem.path,
                "message": one.problem.message,
            }
            for one in found
        ],
    }


def _print(found: Iterable[Finding], everything: bool) -> None:
    kinds: dict[tuple[str, ...], list[Finding]] = {}
    for one in found:
        alike = kinds.setdefault(_kind(one), [])
        alike.append(one)
        if everything or one.severity == "mistake" or len(alike) <= SHOWN:
            _say(_colored(one))
    for (severity, name, *_), alike in kinds.items():
        if len(alike) > SHOWN and not everything and severity != "mistake":
            number = len(alike) - SHOWN
            like = "like this" if number == 1 else "like these"
            more = f"{number} more {severity}{'' if number == 1 else 's'} {like}"
            _say(f"… and {more} [{name}]: --all prints them")


def _kind(one: Finding) -> tuple[str, ...]:
    """Return what findings are alike by: warnings of one check may tell of different things."""
    shape = _VALUES.sub("", one.problem.message) if one.severity == "warning" else ""
    return one.severity, one.check, shape


_VALUES = re.compile(r" \(did you mean .*?\)|'[^']*'|\"[^\"]*\"|\d+")


def _colored(one: Finding) -> str:
    word = f": {one.severity}: "
    return str(one).replace(word, click.style(word, fg=_COLORS[one.severity]), 1)


def _summary(found: Sequence[Finding], fixable: int) -> str:
    counts = Counter(one.severity for one in found)
    parts = [_counted(counts[one], one) for one in SEVERITIES if counts[one]]
    text = ", ".join(parts) or "Nothing is wrong"
    return f"{text}. --fix can mend {fixable} of them." if fixable else f"{text}."


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _tell_all(lines: Iterable[str]) -> None:
    for line in lines:
        color = {"-": "red", "+": "green"}.get(line[:1])
        _say(click.style(line, fg=color) if color else line)


def _say(line: str) -> None:
    """Print with colours only to a terminal."""
    say(line if sys.stdout.isatty() else click.unstyle(line))
