"""From the bytes of a file to text, whatever their encoding."""

from __future__ import annotations

import codecs

from ..problems import Problem


def decode(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Decode UTF-8 (UTF-16 by its mark); lines that are not are taken for Western European."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _by_line(data, file)


def _by_line(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    lines: list[str] = []
    odd: list[int] = []
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(_western(line))
            odd.append(number)
    more = f" and {len(odd) - 1} more are" if len(odd) > 1 else " is"
    message = f"this line{more} not UTF-8; read as Latin-1"
    return "\n".join(lines), (Problem(file, odd[0], "", message),)


def _western(line: bytes) -> str:
    try:
        return line.decode("cp1252")  # Latin-1 with quotes and dashes where it has control codes
    except UnicodeDecodeError:
        return line.decode("latin-1")
