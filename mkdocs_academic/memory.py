"""What builds remember: answers that hold as long as all that they were made of is the same."""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar

from . import __version__

FOLDER = Path(".cache", "mkdocs-academic")  # beside mkdocs.yml; safe to delete
Answer = TypeVar("Answer")
_NUMBER = 8  # bytes of a length
_CLOCK = 2  # seconds by which the time of a file may be behind: that is how FAT counts


class Memory:
    """The answers of one kind of build of one site, and the texts of its files.

    Answers are made of None, bool, int, str, bytes, tuple, list and dict alone. Builds at the same
    time do not disturb each other: a file is replaced whole.
    """

    def __init__(self, file: Path, identity: str) -> None:
        """Begin with nothing; `identity` tells apart what no source does: versions, the day."""
        self._file = file
        self._identity = identity
        self._since = time.time()
        self._answers: dict[str, Any] = {}
        self._asked: set[str] = set()
        self._sources: _Sources | None = None
        self._texts: BinaryIO | None = None
        self._start = 0  # of the texts, in their file
        self._has_more = False
        self._is_sure = False  # whether nobody can have edited a source while it was read

    @classmethod
    def opened(cls, file: Path, identity: str) -> Memory:
        """Return what was remembered, or nothing where any of it might not hold any more."""
        known = _known.get(file)
        if known and known._identity == identity and known._is_sure and known.holds:
            known._asked.clear()
            return known
        if known:
            known.forget()
        _known[file] = memory = cls(file, identity)
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError, MemoryError):
            memory._read()
        return memory

    @property
    def holds(self) -> bool:
        """Whether there is something, and all that it was made of is the same now."""
        return self._sources is not None and self._sources.hold()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known yet."""
        return self._sources is None

    def ask(self, question: str, answer: Callable[[], Answer]) -> Answer:
        """Return the answer, made anew only if it is not known."""
        self._asked.add(question)
        if question not in self._answers:
            self._answers[question] = answer()
            self._has_more = True
        known: Answer = self._answers[question]
        return known

    def files(
        self, question: str, answer: Callable[[], Iterable[tuple[str, bytes]]]
    ) -> Iterator[tuple[str, bytes]]:
        """Yield path and content of files that are too many to hold them all."""
        self._asked.add(question)
        if question in self._answers:
            assert self._texts
            self._texts.seek(self._start)
            for path, length in self._answers[question]:
                yield path, self._texts.read(length)
            return
        told: list[tuple[str, int]] = []
        texts = tempfile.TemporaryFile()  # noqa: SIM115 (it stays open for the next question)
        for path, data in answer():
            told.append((path, len(data)))
            texts.write(data)
            yield path, data
        self._texts, self._start = texts, 0
        self._answers[question] = told
        self._has_more = True

    def made_of(
        self, files: Iterable[Path], folders: Iterable[Path], variables: Iterable[str] = ()
    ) -> None:
        """Tell what the answers are made of: files, there or not, and all files in folders.

        `variables` are the names of those of the environment that count, too.
        """
        self._sources = _Sources(
            [(one, _of_file(one)) for one in dict.fromkeys(map(str, files))],
            [(one, _of(one)) for one in dict.fromkeys(map(str, folders))],
            [(one, os.environ.get(one)) for one in sorted(set(variables))],
        )
        self._is_sure = self._sources.are_older(self._since - _CLOCK)

    def keep(self) -> None:
        """Write down what is new; without a place to write it is only known to this process.

        What nobody has asked for since the beginning is forgotten.
        """
        if self._has_more and self._sources and self._is_sure:
            known = self._answers.items()
            self._answers = {question: one for question, one in known if question in self._asked}
            with contextlib.suppress(OSError, ValueError):
                self._write(self._sources)
                self._has_more = False

    def forget(self) -> None:
        """Let go of everything."""
        _known.pop(self._file, None)
        self._answers.clear()
        self._sources = None
        self._let_go()

    def _let_go(self) -> None:
        if self._texts:
            self._texts.close()
            self._texts = None

    def _read(self) -> None:
        with contextlib.ExitStack() as stack:
            self._read_from(stack.enter_context(self._file.open("rb")))
            if self._texts:
                stack.pop_all()  # it stays open: another build may replace it

    def _read_from(self, file: BinaryIO) -> None:
        identity, *known = marshal.loads(_part(file))
        sources = _Sources(*known)
        if identity != self._identity or not sources.hold():
            return
        self._answers = marshal.loads(_part(file))
        self._sources, self._texts, self._start = sources, file, file.tell()
        self._is_sure = True

    def _write(self, sources: _Sources) -> None:
        folder = self._file.parent
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", "utf-8")
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            try:
                for part in ((self._identity, *sources), self._answers):
                    data = marshal.dumps(part)
                    file.write(len(data).to_bytes(_NUMBER))
                    file.write(data)
                    file.write(zlib.crc32(data).to_bytes(_NUMBER))
                start = file.tell()
                if self._texts:
                    self._texts.seek(self._start)
                    while piece := self._texts.read(1 << 20):
                        file.write(piece)
                file.close()
                self._let_go()  # Windows replaces no open file, and none by an open one
                texts = None if os.name == "nt" else open(file.name, "rb")  # noqa: SIM115
                os.replace(file.name, self._file)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
        self._texts, self._start = texts or self._file.open("rb"), start


_known: dict[Path, Memory] = {}  # of this process: `serve` builds again and again


class _Sources(NamedTuple):
    """The state of everything that answers are made of."""

    files: list[tuple[str, str]]  # path, digest, "" where there is none
    folders: list[tuple[str, str]]
    variables: list[tuple[str, str | None]]  # of the environment

    def hold(self) -> bool:
        """Tell whether all of it is the same now."""
        return (
            all(_of_file(path) == known for path, known in self.files)
            and all(_of(path) == known for path, known in self.folders)
            and all(os.environ.get(name) == known for name, known in self.variables)
        )

    def are_older(self, moment: float) -> bool:
        """Tell whether nobody can have written into one while it was read."""
        inside = (file for folder, _ in self.folders for file in _below(folder))
        paths = (*(path for path, known in self.files if known), *inside)
        try:
            return all(os.stat(path).st_mtime < moment for path in paths)
        except OSError:
            return False


def _part(file: BinaryIO) -> bytes:
    length = int.from_bytes(file.read(_NUMBER))
    if length > os.fstat(file.fileno()).st_size:
        raise ValueError("this is no file of ours")
    part = file.read(length)
    if zlib.crc32(part) != int.from_bytes(file.read(_NUMBER)):
        raise ValueError("this is damaged")
    return part


def _of_file(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _of(folder: str) -> str:
    """Return the digest of a folder: of names and contents."""
    found = hashlib.sha256()
    for path in _below(folder):
        found.update(os.fsencode(f"{os.path.relpath(path, folder)}\0{_of_file(path)}\0"))
    return found.hexdigest()


def _below(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder, followlinks=True):  # as MkDocs does
        folders.sort()
        yield from (os.path.join(place, one) for one in sorted(files))


def names_below(folder: Path) -> str:
    """Return the digest of the names of all files in a folder."""
    names = "\0".join(os.path.relpath(one, folder) for one in _below(str(folder)))
    return hashlib.sha256(os.fsencode(names)).hexdigest()


def of_programs() -> str:
    """Return the state of this package, and of all that is installed beside it."""
    own = [file for file in _below(str(Path(__file__).parent)) if not file.endswith(".pyc")]
    stamps = [os.stat(file).st_mtime_ns for file in own]
    beside = [one for one in sys.path if one.endswith(("site-packages", "dist-packages"))]
    stamps += [os.stat(one).st_mtime_ns for one in beside if os.path.isdir(one)]
    said = repr((__version__, sys.version, len(own), stamps))
    return hashlib.sha256(said.encode()).hexdigest()
