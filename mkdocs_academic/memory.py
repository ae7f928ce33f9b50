"""What builds remember: answers that hold as long as all that they were made of is the same."""

from __future__ import annotations

import contextlib
import marshal
import os
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar

from .state import State

FOLDER = Path(".cache", "mkdocs-academic")  # beside mkdocs.yml; safe to delete
Answer = TypeVar("Answer")
File = tuple[str, Sequence[bytes]]  # its path, pieces of its content
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
        self._sources: State | None = None
        self._files: dict[str, _Files] = {}  # by question
        self._kept: IO[bytes] | None = None  # what was written down
        self._new: IO[bytes] | None = None  # what was not
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
        return self._sources is not None and self._sources.holds()

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

    def files(self, question: str, answer: Callable[[], Iterable[File]]) -> Iterator[File]:
        """Yield path and pieces of files that are too many to hold them all."""
        self._asked.add(question)
        if known := self._files.get(question):
            for path, at, length in known.places:
                yield path, list(_read(known.lie_in, at, length))
            return
        if self._new is None:
            self._new = tempfile.TemporaryFile("w+b", _PIECE)  # noqa: SIM115 (it stays open)
        found = _Files(self._new, [])
        for path, pieces in answer():
            at = self._new.seek(0, os.SEEK_END)
            self._new.writelines(pieces)
            found.places.append((path, at, self._new.tell() - at))
            yield path, pieces
        self._files[question] = found
        self._has_more = True

    def lay_by(self, question: str, pieces: Iterable[bytes] | None = None) -> LaidBy:
        """Have something out of the way that may be megabytes; it is there as often as needed."""
        self._asked.add(question)
        if pieces is not None:
            self._files.pop(question, None)
            for _ in self.files(question, lambda: (("", [one]) for one in pieces)):
                pass  # it is written down while it is made

        def missing() -> Iterator[File]:
            raise LookupError(f"{question!r} is not laid by")
            yield

        return LaidBy(question, lambda: self.files(question, missing))

    def made_of(
        self, files: Iterable[Path], folders: Iterable[Path], variables: Iterable[str] = ()
    ) -> None:
        """Tell what the answers are made of: files, there or not, and all files in folders.

        `variables` are the names of those of the environment that count, too.
        """
        self._sources = State.now(files, folders, variables)
        self._is_sure = self._sources.are_older(self._since - _CLOCK)

    def keep(self) -> None:
        """Write down what is new; without a place to write it is only known to this process.

        What nobody has asked for since the beginning is forgotten.
        """
        if self._has_more and self._sources and self._is_sure:
            self._answers = {one: self._answers[one] for one in self._answers if one in self._asked}
            self._files = {one: self._files[one] for one in self._files if one in self._asked}
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
        for file in (self._kept, self._new):
            if file:
                file.close()
        self._kept = self._new = None
        self._files = {}

    def _read(self) -> None:
        with contextlib.ExitStack() as stack:
            self._read_from(stack.enter_context(self._file.open("rb")))
            if self._kept:
                stack.pop_all()  # it stays open: another build may replace it

    def _read_from(self, file: IO[bytes]) -> None:
        identity, *known = marshal.loads(_part(file))
        sources = State(*known)
        if identity != self._identity or not sources.holds():
            return
        self._answers, places = marshal.loads(_part(file))
        self._sources, self._is_sure = sources, True
        self._lie_in(file, places)

    def _lie_in(self, file: IO[bytes], places: Mapping[str, _Places]) -> None:
        """Take over where files lie, counted from where the file of them all is now."""
        start, self._kept = file.tell(), file
        for question, some in places.items():
            moved = [(path, start + at, length) for path, at, length in some]
            self._files[question] = _Files(file, moved)

    def _write(self, sources: State) -> None:
        folder = self._file.parent
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", "utf-8")
        places, at = dict[str, _Places](), 0
        for question, known in self._files.items():
            places[question] = []
            for path, _, length in known.places:
                places[question].append((path, at, length))
                at += length
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            try:
                for part in ((self._identity, *sources), (self._answers, places)):
                    data = marshal.dumps(part)
                    file.write(len(data).to_bytes(_NUMBER))
                    file.write(data)
                    file.write(zlib.crc32(data).to_bytes(_NUMBER))
                start = file.tell()
                for known in self._files.values():
                    for _, at, length in known.places:
                        file.writelines(_read(known.lie_in, at, length))
                file.close()
                self._let_go()  # Windows replaces no open file, and none by an open one
                kept = None if os.name == "nt" else open(file.name, "rb")  # noqa: SIM115
                os.replace(file.name, self._file)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                if places and not self._files:
                    self.forget()
                raise
        kept = kept or self._file.open("rb")
        kept.seek(start)
        self._lie_in(kept, places)


def _read(file: IO[bytes], at: int, length: int) -> Iterator[bytes]:
    """Yield what stands there, in pieces: a file may be megabytes."""
    file.seek(at)
    while length > 0 and (piece := file.read(min(length, _PIECE))):
        yield piece
        length -= len(piece)


_PIECE = 1 << 18


class LaidBy:
    """Pieces of something large."""

    def __init__(self, name: str, files: Callable[[], Iterator[File]]) -> None:
        """Take what reads them."""
        self.name = name
        self._files = files

    def __iter__(self) -> Iterator[bytes]:
        """Read them again."""
        return (b"".join(pieces) for _, pieces in self._files())  # each as it was


_Places = list[tuple[str, int, int]]  # path, where its content begins, how many bytes it has


class _Files(NamedTuple):
    """Where the files of one question lie."""

    lie_in: IO[bytes]
    places: _Places


_known: dict[Path, Memory] = {}  # of this process: `serve` builds again and again


def _part(file: IO[bytes]) -> bytes:
    length = int.from_bytes(file.read(_NUMBER))
    if length > os.fstat(file.fileno()).st_size:
        raise ValueError("this is no file of ours")
    part = file.read(length)
    if zlib.crc32(part) != int.from_bytes(file.read(_NUMBER)):
        raise ValueError("this is damaged")
    return part
