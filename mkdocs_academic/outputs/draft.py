"""What is written in one format, on the disk until files are made of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence


class Draft:
    """Texts by number, and whatever files are made of them; use it as a context."""

    def __init__(self, frame: tuple[str, str, str]) -> None:
        """Take what stands before the first text of a file, between two, after the last."""
        self._before, self._between, self._after = (one.encode() for one in frame)
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (a context itself)
        self._starts = [0]  # of each text, and of the next one

    def __enter__(self) -> Draft:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, texts: Sequence[bytes]) -> None:
        """Write texts down, as they stand in a file of all."""
        at, apart = self._starts[-1], len(self._between)
        for text in texts:
            at += len(text) + apart
            self._starts.append(at)
        self._file.write(self._between.join([*texts, b""]))

    def pieces(self, numbers: Sequence[int]) -> list[bytes]:
        """Return the pieces of the file that has these texts, at least one."""
        found = [self._before]
        first = numbers[0]
        for number, following in zip(numbers, [*numbers[1:], -1], strict=True):
            if following != number + 1:  # what follows lies elsewhere
                found += *self._read(first, number), self._between
                first = following
        return [*found[:-1], self._after]

    def _read(self, first: int, last: int) -> Iterator[bytes]:
        at, end = self._starts[first], self._starts[last + 1] - len(self._between)
        self._file.seek(at)
        for start in range(at, end, _PIECE):
            yield self._file.read(min(_PIECE, end - start))


_IN_MEMORY = 1 << 20  # bytes
_PIECE = 1 << 14  # fits where other things have been
