from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_academic.bibliography import sources

TEXTS = {
    "a.bib": "@misc{k, title = {One}}",
    "a.BibTeX": "@misc{k, title = {One}}",
    "a.json": '[{"id": "k", "type": "document", "title": "One"}]',
    "a.ris": "TY  - GEN\r\nID  - k\r\nTI  - One\r\nER  - \r\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_suffix_names_the_format(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(TEXTS[name].encode())
    (entry,), problems = sources.read(file, name)
    assert (entry.key, entry.type, entry.fields, entry.file) == (
        "k",
        "misc",
        {"title": "One"},
        name,
    )
    assert not problems


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.bibb", "a.bibb: is no bibliography: its name should end in .bib, .bibtex, .json or .ris"
                   " (did you mean '.bib'?)"),
        ("a", "a: is no bibliography: its name should end in .bib, .bibtex, .json or .ris"),
        ("none.ris", "none.ris: cannot be read: no such file"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_problem(tmp_path: Path, name: str, said: str) -> None:
    entries, problems = sources.read(tmp_path / name, name)
    assert not entries
    assert [str(problem) for problem in problems] == [said]


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "x.bib").mkdir()
    entries, (problem,) = sources.read(tmp_path / "x.bib", "x.bib")
    assert not entries
    assert problem.message.startswith("cannot be read: ")


def test_files_together_keep_every_entry() -> None:
    one = sources.reader.parse("@misc{a, title={1}}\n@misc{a-2, title={2}}", "one.bib")
    two = sources.reader.parse("\n@misc{a, title={3}}", "two.bib")
    entries, problems = sources.joined([one, two])
    assert [(entry.key, entry.fields["title"]) for entry in entries] == [
        ("a", "1"),
        ("a-2", "2"),
        ("a-3", "3"),
    ]
    assert [str(problem) for problem in problems] == [
        "two.bib:2: a: the key 'a' is taken: both are kept, this one as 'a-3'"
    ]
