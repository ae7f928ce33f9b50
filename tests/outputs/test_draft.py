from __future__ import annotations

import pytest

from mkdocs_academic.outputs import draft
from mkdocs_academic.outputs.draft import Draft

TEXTS = [b"one", b"", b"three" * 20_000, b"four", b"five"]


@pytest.mark.parametrize("in_memory", [1, 1 << 20])
@pytest.mark.parametrize("frame", [("[\n", ",\n", "\n]\n"), ("", "\n", ""), ("", "", "")])
@pytest.mark.parametrize(
    "numbers", [[0, 1, 2, 3, 4], [2], [0, 1, 3, 4], [4, 3, 2], [1, 1], [3, 4, 0, 1]]
)
def test_files_are_made_of_any_texts(
    numbers: list[int],
    frame: tuple[str, str, str],
    in_memory: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(draft, "_IN_MEMORY", in_memory)
    before, between, after = (one.encode() for one in frame)
    with Draft(frame) as one:
        one.add(TEXTS[:2])
        one.add(TEXTS[2:])
        found = b"".join(one.pieces(numbers))
    assert found == before + between.join(TEXTS[number] for number in numbers) + after
