"""Safe mending of settings: a misspelt word with one near neighbour, a forgotten https, quotes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from .. import yaml_text
from ..problems import Problem
from ..schema import options_at
from ..sections import TYPES
from ..services import SERVICES
from ..settings import ROOT
from ..yaml_text import Document, Step
from . import engine_values, nodes, yaml_traps
from .edits import Edit, text_of
from .subject import Subject


def edits(subject: Subject) -> Iterator[Edit]:
    """Yield what can be mended for sure in `mkdocs.yml`, what it inherits, and data files."""
    given = subject.given
    for document in given.chain:
        yield from _quoted(document)
    for document in (*given.chain, *given.mounts.values()):
        yield from _colon_quoted(document.file, given.shown(document.file))
    for document, node in engine_values.places(subject):
        if place := nodes.span(node):
            yield _edit(document, place[0], place[0], "https://", "the scheme was missing")
    for problem in subject.mistakes:
        for document, path in _places(subject, problem):
            yield from _mended(subject, problem, document, path)


def _quoted(document: Document) -> Iterator[Edit]:
    """Put quotes around what MkDocs cannot read: impossible dates, texts that begin with `!`."""
    for trap in yaml_traps.traps(document):
        start, end = int(trap.node.start_mark.index), int(trap.node.end_mark.index)
        written = document.text[start:end]
        if trap.node.style is None and "\n" not in written:
            yield _edit(document, start, end, _in_quotes(written), "put between quotes")


def _in_quotes(text: str) -> str:
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))


_ONE_LINE = re.compile(r"([ \t]*(?:- +)?[a-z_]+: +)(\w[^#\n\r\"'{}\[\]]*: [^#\n\r]*?)([ \t]*)$")


def _colon_quoted(file: Path, shown: str) -> Iterator[Edit]:
    """Put quotes around a text that holds `: `, where that alone makes the line YAML."""
    text = text_of(file)
    found = yaml_text.read(file, shown)[1] if text else []
    syntax = next((one for one in found if "mapping values are not allowed" in one.message), None)
    if not text or not syntax or not syntax.line:
        return
    lines = text.splitlines(keepends=True)
    line = lines[syntax.line - 1].rstrip("\r\n")
    match = _ONE_LINE.fullmatch(line)
    following = lines[syntax.line] if syntax.line < len(lines) else ""
    is_whole = not following.strip() or _indent(following) <= _indent(line)
    if match and is_whole:
        start = sum(map(len, lines[: syntax.line - 1])) + match.start(2)
        yield Edit(file, start, start + len(match[2]), _in_quotes(match[2]), "put between quotes")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def _places(subject: Subject, problem: Problem) -> Iterator[tuple[Document, tuple[Step, ...]]]:
    """Yield the file in which a mistake stands, and its path there."""
    _, ours, rest = problem.path.rpartition(".".join(ROOT) + ".")
    if not ours:
        return
    steps: tuple[Step, ...] = tuple(int(s) if s.isdigit() else s for s in rest.split("."))
    for mounted, document in subject.given.mounts.items():
        if steps[: len(mounted)] == mounted and subject.given.shown(document.file) == problem.file:
            yield document, steps[len(mounted) :]
            return
    for document in subject.given.chain:
        if subject.given.shown(document.file) == problem.file:
            yield document, (*ROOT, *steps)


def _mended(
    subject: Subject, problem: Problem, document: Document, path: tuple[Step, ...]
) -> Iterator[Edit]:
    key, value = nodes.find(nodes.compose(document), path)
    message = problem.message
    if message.startswith("unknown option") and key is not None:
        beside = nodes.find(nodes.compose(document), path[:-1])[1]
        known = set(_options(subject, problem)) - _keys(beside)
        yield from _respelt(document, key, known)
    elif message.startswith("needs a full address for ") and key is not None:
        yield from _respelt(document, key, [row.key for row in SERVICES])
    elif isinstance(value, yaml.ScalarNode):
        if message.startswith("has no scheme: write https://") and (place := nodes.span(value)):
            yield _edit(document, place[0], place[0], "https://", "the scheme was missing")
        elif message.startswith("should be '"):
            choices = re.findall(r"'([^']+)'", message.rpartition(", got ")[0])
            yield from _respelt(document, value, choices)
        elif message.startswith("there is no section "):
            yield from _respelt(document, value, [*TYPES, *subject.given.academic])
        elif message.startswith("is not a section type"):
            yield from _respelt(document, value, TYPES)


def _options(subject: Subject, problem: Problem) -> Sequence[str]:
    """Return the options that may stand where an unknown one does."""
    rest = problem.path.rpartition(".".join(ROOT) + ".")[2].split(".")
    steps: list[Step] = [int(s) if s.isdigit() else s for s in rest[:-1]]
    own: Any = subject.given.academic.get(str(steps[0])) if steps else None
    if isinstance(own, dict) and own.get("like") in TYPES:
        steps[0] = str(own["like"])
    return options_at(tuple(steps))


def _keys(node: yaml.Node | None) -> set[str]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {str(key.value) for key, _ in pairs}


def _respelt(document: Document, node: yaml.ScalarNode, known: Collection[str]) -> Iterator[Edit]:
    place, meant = nodes.span(node), surely_meant(str(node.value), known)
    if place and meant:
        yield _edit(document, *place, meant, f"{node.value!r} was misspelt")


def surely_meant(word: str, known: Collection[str]) -> str:
    """Return the one known word that is a slip away from a word, "" if none or several are."""
    near = {one for one in known if _is_a_slip(_plain(word), _plain(one))}
    return near.pop() if len(near) == 1 and len(word) > 2 else ""


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]", "", word).casefold()


def _is_a_slip(a: str, b: str) -> bool:
    """Tell whether one letter is missing, too much or another, or two have changed places.

    The first letter is seldom the wrong one: pink is no slip for ink.
    """
    if a[:1] != b[:1]:
        return False
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return max(len(a), len(b)) <= 1 or (len(a) == 2 and a == b[::-1])


def _edit(document: Document, start: int, end: int, text: str, said: str) -> Edit:
    mark = 1 if (text_of(document.file) or "").startswith("\ufeff") else 0
    return Edit(document.file, start + mark, end + mark, text, said)
