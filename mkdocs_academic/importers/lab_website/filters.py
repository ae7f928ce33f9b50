"""Which rows of data a list of the template shows: `role: pi`, `group == 'featured'`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

_UNQUOTED = r"(?=(?:[^'\"]|'[^']*'|\"[^\"]*\")*$)"
_OR = re.compile(rf"\s*(?:\|\||\bor\b)\s*{_UNQUOTED}")
_AND = re.compile(rf"\s*(?:&&|\band\b)\s*{_UNQUOTED}")
_IS_OLD = re.compile(r"\s*[\w-]+\s*(?::|$)")  # `role: pi, group: `, of patterns
_OLD = re.compile(r"\s*([\w-]+)\s*(?::\s*(.*?))?\s*", re.DOTALL)
_TOLD = re.compile(r"\s*(!|not\s)?\s*([\w-]+)\s*")
_COMPARED = re.compile(r"\s*([\w-]+)\s*(==|!=|>=|<=|>|<)\s*(.+?)\s*", re.DOTALL)
_MATCHED = re.compile(r"\s*([\w-]+)\s*(=~|!~)\s*/(.*)/([a-z]*)\s*", re.DOTALL)
_INCLUDED = re.compile(r"\s*(!?)\s*([\w-]+)\.include\?[\s(]*['\"](.*?)['\"]\s*\)?\s*", re.DOTALL)
# What a pattern may hold that is tried on texts: repeats of one sign, not of groups.
_PATTERN = re.compile(
    r"(?:[\w\s.^$|(:,/&'\"-]|\?[!:]|\\[\w./-]|\)(?![*+?{])|(?<![*+?)])(?:[*+]|\?(?![!:])))*"
)
Row = Mapping[str, Any]
Test = Callable[[Row], bool]


def fitting(
    rows: Sequence[Row], conditions: Sequence[str], note: Callable[[str], None] = lambda _: None
) -> list[Any]:
    """Return the rows that fit all conditions; one that is not understood keeps all."""
    tests = []
    for one in conditions:
        if test := _test(one):
            tests.append(test)
        else:
            note(f"the filter `{one}` is not understood: its list shows all")
    return [row for row in rows if all(test(row) for test in tests)]


def split(given: str) -> list[str]:
    """Return the conditions of `filter` or of the older `filters`."""
    is_old = _IS_OLD.match(given) and not re.search(r"==|!=|[=!]~|\.include\?", given)
    parts = re.split(r",(?![^(]*\))", given) if is_old else [given]
    return [one.strip() for one in parts if one.strip()]


def _test(condition: str) -> Test | None:
    """Return the test that a condition is, None for one that is not understood."""
    if len(parts := _OR.split(condition)) > 1:
        return _joined(parts, any)
    if len(parts := _AND.split(condition)) > 1:
        return _joined(parts, all)
    return _compared(condition) or _matched(condition) or _told(condition)


def _joined(parts: Sequence[str], join: Callable[[Iterable[bool]], bool]) -> Test | None:
    tests = [test for one in parts if (test := _test(one))]
    return (lambda row: join(test(row) for test in tests)) if len(tests) == len(parts) else None


def _told(condition: str) -> Test | None:
    if found := _TOLD.fullmatch(condition):
        name, is_not = found[2], bool(found[1])
        return lambda row: bool(row.get(name)) is not is_not
    if found := _INCLUDED.fullmatch(condition):
        name, is_not, word = found[2], bool(found[1]), found[3]
        return lambda row: _holds(row.get(name), word) is not is_not
    return None


def _compared(condition: str) -> Test | None:
    found = _COMPARED.fullmatch(condition)
    if not found:
        return None
    name, sign, wanted = found.groups()
    word = "" if wanted in ("nil", "null", "''", '""') else wanted.strip("\"'")
    if sign in ("==", "!="):
        return lambda row: (word in _texts(row.get(name))) is (sign == "==")
    is_more = sign.startswith(">")

    def test(row: Row) -> bool:
        value = _texts(row.get(name))[0]
        is_same = sign.endswith("=") and value == word
        return is_same or (bool(value) and (value > word if is_more else value < word))

    return test


def _matched(condition: str) -> Test | None:
    is_not, flags = False, re.MULTILINE
    if found := _MATCHED.fullmatch(condition):
        name, sign, wanted, letters = found.groups()
        is_not, flags = sign == "!~", flags | (re.IGNORECASE if "i" in letters else 0)
    elif (older := _OLD.fullmatch(condition)) and ":" in condition:
        name, wanted = older[1], older[2] or ""
        if not wanted:
            return lambda row: not any(_texts(row.get(name)))
    else:
        return None
    if not _PATTERN.fullmatch(wanted) or wanted.count("*") + wanted.count("+") > 2:
        return None
    try:
        pattern = re.compile(wanted, flags)
    except re.error:
        return None
    return lambda row: any(map(pattern.search, _texts(row.get(name)))) is not is_not


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value or ""]
    return [str(one) for one in listed] or [""]


def _holds(value: Any, word: str) -> bool:
    return word in value if isinstance(value, list) else word in str(value or "")
