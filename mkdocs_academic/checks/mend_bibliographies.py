"""Safe mending of BibTeX: a forgotten comma or scheme, a field that says the same twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ..bibliography import reader, verbatim
from ..bibliography.block import Block, Value
from ..bibliography.blocks import blocks
from ..bibliography.scanner import field_places, read_value
from ..problems import Problem
from .edits import Edit, text_of
from .subject import Subject

_NAME = re.compile(r"[^\s=]+\s*=\s*")
_SCHEME = "https://"
_NO_SCHEME = re.compile(r"([\w-]+): .* has no scheme: write https://")  # the library says so
_ADDRESS = re.compile(r"""[^\s=]+\s*=\s*[{"]\s*(?:\\url\s*\{\s*)?(?=[\w.-]+\.)""")


def edits(subject: Subject) -> Iterator[Edit]:
    """Yield what can be mended for sure in the bibliographies that the problems name."""
    shown = subject.given.shown
    told: dict[str, list[Problem]] = {}
    for one in subject.site.warnings:
        told.setdefault(one.file, []).append(one)
    for file in subject.site.files:
        if file.suffix.lower() in (".bib", ".bibtex") and shown(file) in told:
            yield from _of_file(file, told[shown(file)])


def _of_file(file: Path, told: Collection[Problem]) -> Iterator[Edit]:
    text = text_of(file)
    if text is None or re.search(r"\r(?!\n)", text):
        return
    mark = 1 if text.startswith("\ufeff") else 0
    plain = text[mark:].replace("\r\n", "\n")
    for block, (start, end, new, said) in _mended(plain):
        whole, at = _around(plain, block, start, end)
        if _reads_the_same(whole, whole[: start - at] + new + whole[end - at :]):
            yield Edit(file, _there(text, start, mark), _there(text, end, mark), new, said)
    for block, name, start in _addresses(plain, told):
        whole, at = _around(plain, block, start, start)
        if _reads_with_scheme(whole, whole[: start - at] + _SCHEME + whole[start - at :], name):
            there = _there(text, start, mark)
            yield Edit(file, there, there, _SCHEME, "the scheme was missing")


def _around(text: str, block: Block, start: int, end: int) -> tuple[str, int]:
    """Return the text that a change may concern, and where it begins: the entry, if it is whole.

    To read a large file for each change would take minutes.
    """
    if block.faults or start < block.start or end > block.end:
        return text, 0
    return text[block.start : block.end], block.start


def _there(text: str, at: int, mark: int) -> int:
    """Return where a place of the plain text is in the file: two characters end its lines."""
    if "\r" not in text:
        return at + mark
    lines = text[mark:].split("\n")
    for line in lines:
        length = len(line.removesuffix("\r")) + 1
        if at < length:
            break
        at, mark = at - length, mark + len(line) + 1
    return at + mark


Entries = list[tuple[str, str, Mapping[str, str]]]  # key, type, fields
Change = tuple[int, int, str, str]  # start, end, new text, what is mended


def _mended(text: str) -> Iterator[tuple[Block, Change]]:
    found = list(blocks(text))
    strings = [block for block in found if block.type.lower() == "string"]
    for block in found:
        for fault in block.faults:
            if fault.message.startswith("no comma after the key"):
                behind = fault.at + len(block.key)
                yield block, (behind, behind, ",", "a comma was missing")
            elif fault.message.startswith("no comma after '"):
                yield block, (fault.at, fault.at, ",", "a comma was missing")
        if block.repeats:
            yield from ((block, change) for change in _repeated(text, block, strings))


def _repeated(text: str, block: Block, strings: Sequence[Block]) -> Iterator[Change]:
    """Take out a field that stands a second time with the same value, however it is written."""
    seen: dict[str, list[tuple[str, Value, Change]]] = {}
    for name, at in field_places(text, block):
        begin = _NAME.match(text, at, block.end)
        value = read_value(text, begin.end(), block.end) if begin else None
        if begin is None or value is None:
            return
        written = text[begin.end() : value[1]]
        comma = re.compile(r"[ \t]*,").match(text, value[1])
        start, end = _whole_lines(text, at, comma.end() if comma else value[1])
        change = (start, end, "", f"the field {name!r} stood there twice")
        others = seen.setdefault(name, [])  # the first with a value is the one that is read
        is_same = written in [one for one, _, _ in others[:1]]
        if is_same or (others and value[0] and _may_be_the_same(value[0], others[0][1])):
            changes = [one for _, _, one in others]
            if is_same or _says_the_same(text, block, changes, strings):
                yield change
        if value[0]:
            others.append((written, value[0], change))


def _may_be_the_same(value: Value, other: Value) -> bool:
    """Tell values that are surely different: without macros, by their words."""
    is_plain = type(value) is str and type(other) is str
    return not is_plain or str(value).split() == str(other).split()


def _says_the_same(
    text: str, block: Block, others: Sequence[Change], strings: Sequence[Block]
) -> bool:
    """Tell whether a field is read as those that stand before it: `2020` is, and `{2020}`."""
    entry, at = _around(text, block, others[0][0], others[-1][1])
    without = entry
    for start, end, *_ in reversed(others):
        without = without[: start - at] + without[end - at :]
    macros = strings if entry is not text else ()
    before = [text[one.start : one.end] for one in macros if one.start < block.start]
    behind = [text[one.start : one.end] for one in macros if one.start > block.start]
    old, new = ("\n".join((*before, one, *behind)) for one in (entry, without))
    return _said(reader.parse(old, "")) == _said(reader.parse(new, ""))


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the lines along if nothing else stands on them, else the blanks on one side."""
    line = text.rfind("\n", 0, start) + 1
    before = text[line:start].rstrip(" \t")
    after = re.compile(r"[ \t]*\n").match(text, end)
    if before:
        return line + len(before), end
    blanks = re.compile(r"[ \t]*").match(text, end)
    return (line, after.end()) if after else (start, blanks.end() if blanks else end)


def _reads_the_same(before: str, after: str) -> bool:
    """Tell whether the entries are the same, and one oddity less is told."""
    old, new = reader.parse(before, ""), reader.parse(after, "")
    return _said(old) == _said(new) and len(new.problems) < len(old.problems)


def _said(library: reader.Library) -> Entries:
    return [(one.key, one.type, one.fields) for one in library.entries]


def _addresses(text: str, told: Collection[Problem]) -> Iterator[tuple[Block, str, int]]:
    """Yield the fields that a warning says are addresses without a scheme, and where they begin."""
    wanted = {(one.line, found[1]) for one in told if (found := _NO_SCHEME.match(one.message))}
    line, counted = 1, 0
    for block in blocks(text) if wanted else ():
        line, counted = line + text.count("\n", counted, block.start), block.start
        for name, at in field_places(text, block):
            if (line, name) in wanted and (found := _ADDRESS.match(text, at, block.end)):
                yield block, name, found.end()


def _reads_with_scheme(before: str, after: str, name: str) -> bool:
    """Tell whether the entries are the same, but for a scheme before the addresses of a field."""
    old, new = reader.parse(before, ""), reader.parse(after, "")
    if len(old.entries) != len(new.entries) or len(old.problems) != len(new.problems):
        return False
    changed: list[tuple[str, str]] = []
    for one, other in zip(old.entries, new.entries, strict=True):
        names = {*one.fields, *other.fields}
        if (one.key, one.type, {*one.fields}) != (other.key, other.type, {*other.fields}):
            return False
        differing = {each for each in names if one.fields[each] != other.fields[each]}
        if differing - {name}:
            return False
        changed += [(one.fields[each], other.fields[each]) for each in differing]
    texts = [(verbatim.to_text(one), verbatim.to_text(other)) for one, other in changed]
    return bool(texts) and all(other == f"{_SCHEME}{one}" for one, other in texts)
