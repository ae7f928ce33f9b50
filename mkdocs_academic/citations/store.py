"""The file with counted numbers: read with tolerance, written whole, the same for the same data."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .. import yaml_text
from ..online import answers
from ..problems import Problem
from .sources import label
from .tally import Paper, Tally

VERSION = 1
_MEND = "mend it, or take the last good one: git checkout -- {}"


@dataclass(frozen=True, kw_only=True)
class Store:
    """What is known of each source."""

    tallies: Mapping[str, Tally] = field(default_factory=dict)  # by source
    problems: tuple[Problem, ...] = ()  # not empty: the file must not be written over


def read(path: Path, shown: str = "") -> Store:
    """Read what can be read; a file that is not there is an empty store. Never raises."""
    shown = shown or path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = json.loads(text)
    except FileNotFoundError:
        return Store()
    except OSError as error:
        return _broken(Problem(shown, None, "", f"cannot be read: {error.strerror}"))
    except json.JSONDecodeError as error:
        return _broken(_not_json(text, shown, error))
    except (ValueError, RecursionError) as error:  # not UTF-8, nested without end
        return _broken(Problem(shown, None, "", f"is not JSON: {error}; {_MEND.format(shown)}"))
    return _Reader(path, shown, text).store(data)


def _broken(problem: Problem) -> Store:
    return Store(problems=(problem,))


def _not_json(text: str, shown: str, error: json.JSONDecodeError) -> Problem:
    if marker := re.search(r"^<{7}", text, re.MULTILINE):
        line = text.count("\n", 0, marker.start()) + 1
        return Problem(shown, line, "", "has merge conflicts: keep one of the two sides")
    message = f"is not JSON: {error.msg.lower()}; {_MEND.format(shown)}"
    return Problem(shown, error.lineno, "", message)


@dataclass
class _Reader:
    """Reads the parts one by one, so that a broken one costs itself only."""

    path: Path
    shown: str
    text: str
    problems: list[Problem] = field(default_factory=list)

    def store(self, data: Any) -> Store:
        version = answers.at(data, "version")
        if isinstance(version, int) and version > VERSION:
            self._tell((), f"is of version {version}: update mkdocs-academic to read it")
            return Store(problems=tuple(self.problems))
        listed = answers.at(data, "sources")
        if version != VERSION or not isinstance(listed, dict):
            self._tell((), f"holds no citation numbers of ours; {_MEND.format(self.shown)}")
            return Store(problems=tuple(self.problems))
        tallies = {name: self._tally(name, one) for name, one in listed.items()}
        return Store(tallies=tallies, problems=tuple(self.problems))

    def _tally(self, name: str, given: Any) -> Tally:
        place = ("sources", name)
        if not isinstance(given, dict):
            self._tell(place, "should be a mapping")
        years = answers.at(given, "by_year")
        said = answers.text(answers.at(given, "label"))
        return Tally(
            source=name,
            date=answers.text(answers.at(given, "date")),
            label="" if said == label(name) else said,
            asked=answers.text(answers.at(given, "asked")),
            id=answers.text(answers.at(given, "id")),
            url=answers.text(answers.at(given, "url")),
            total=self._number(place, given, "total"),
            h_index=self._number(place, given, "h_index"),
            i10_index=self._number(place, given, "i10_index"),
            by_year=answers.by_year(years.items()) if isinstance(years, dict) else {},
            papers=tuple(self._papers((*place, "papers"), answers.at(given, "papers"))),
        )

    def _papers(self, place: Sequence[str | int], given: Any) -> Iterator[Paper]:
        for index, one in enumerate(given if isinstance(given, list) else ()):
            number = self._number((*place, index), one, "count")
            if number is None:
                self._tell((*place, index), "has no count")
                continue
            texts = ("id", "doi", "arxiv", "title", "key", "by", "date")
            known = {name: answers.text(answers.at(one, name)) for name in texts}
            yield Paper(count=number, year=answers.year(answers.at(one, "year")), **known)

    def _number(self, place: Sequence[str | int], given: Any, name: str) -> int | None:
        value = answers.at(given, name)
        number = answers.count(value)
        if value is not None and number is None:
            self._tell((*place, name), f"should be a number, got {value!r}")
        return number

    def _tell(self, place: Sequence[str | int], message: str) -> None:
        line = None
        with suppress(Exception):  # JSON is YAML, but for oddities that cost a line number only
            line = yaml_text.Document(self.path, self.text, None).find(place)[1]
        self.problems.append(Problem(self.shown, line, ".".join(map(str, place)), message))


def write(path: Path, store: Store) -> bool:
    """Write the file at once or not at all; False where it already says the same."""
    path = path.resolve()  # where a link leads: replacing the link would cut it
    data = text(store).encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def text(store: Store) -> str:
    """Write numbers so that a change of one is a change of one line."""
    parts = [_source(name, store.tallies[name]) for name in sorted(store.tallies)]
    body = ",\n".join(parts)
    return f'{{\n  "version": {VERSION},\n  "sources": {{\n{body}\n  }}\n}}\n'


def _source(name: str, tally: Tally) -> str:
    head: dict[str, Any] = {"label": label(name, tally.label)}
    head |= {"asked": tally.asked, "id": tally.id}
    head |= {"url": tally.url, "date": tally.date, "total": tally.total}
    head |= {"h_index": tally.h_index, "i10_index": tally.i10_index}
    head["by_year"] = {str(year): number for year, number in tally.by_year.items()}
    lines = [f"      {_json(key)}: {_json(value)}" for key, value in head.items() if _says(value)]
    papers = sorted(tally.papers, key=_order)
    listed = "".join(f"\n        {_json(_paper(one))}," for one in papers).rstrip(",")
    lines.append(f'      "papers": [{listed}\n      ]' if listed else '      "papers": []')
    return f"    {_json(name)}: {{\n" + ",\n".join(lines) + "\n    }"


def _paper(paper: Paper) -> dict[str, Any]:
    names = ("key", "count", "date", "by", "id", "doi", "arxiv", "year", "title")
    return {name: one for name in names if _says(one := getattr(paper, name))}


def _order(paper: Paper) -> tuple[bool, str, str, str]:
    return not paper.key, paper.key, paper.name, paper.title


def _says(value: Any) -> bool:
    return value not in (None, "", {})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
