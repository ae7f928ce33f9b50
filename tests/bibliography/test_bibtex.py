"""What readers copy is whole by itself."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography import bibtex, columns, names, reader
from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.outputs import bibtex_file

SOURCE = """
@string{tpds = {IEEE Transactions on {P}arallel}}
@article{a, author = {X Y}, journal = tpds, month = feb, year = 1998, abbr={T}}
@article{b, title={Q}, journal = "J. of " # tpds # { and more}
}
@inproceedings{c,
  title = {T, and {U}},
  crossref = {vol},
  selected = {true}
}
@proceedings{vol, booktitle = {Proc of X}, year = 2020, editor={E D}}
"""


def shown() -> dict[str, str]:
    library = reader.parse(SOURCE, "refs.bib")
    assert not library.problems
    return {entry.key: bibtex.shown(entry) for entry in library.entries}


def test_macros_are_written_out_and_months_stay() -> None:
    found = shown()
    assert found["a"] == (
        "@article{a, author = {X Y}, journal = {IEEE Transactions on {P}arallel}, "
        "month = feb, year = 1998,\n}"
    )
    assert found["b"] == (
        "@article{b, title={Q}, journal = {J. of IEEE Transactions on {P}arallel and more}\n}"
    )


def test_what_comes_from_the_volume_is_written_out() -> None:
    assert shown()["c"] == (
        "@inproceedings{c,\n  title = {T, and {U}},\n  booktitle = {Proc of X},\n"
        "  editor = {E D},\n  year = {2020},\n}"
    )


def test_every_copy_reads_the_same_again() -> None:
    before = {entry.key: entry for entry in reader.parse(SOURCE, "refs.bib").entries}
    for key, text in shown().items():
        (after,) = reader.parse(text, "copy.bib").entries
        kept = {
            name: value
            for name, value in before[key].fields.items()
            if name not in ("abbr", "selected", "crossref")
        }
        assert after.fields == kept


DAMAGED = {
    "no brace at the end": "@misc{k, title = {One}, note = {a {B} c}\n",
    "no comma": "@misc{k, title = {One}\n note = {a {B} c}}",
    "a field twice": "@misc{k, title = {One}, note = {a {B} c}, title = {Two}}",
    "no key": "@misc{title = {One}, note = {a {B} c}}",
    "a type with a slip": "@miscc{k, title = {One}, note = {a {B} c}}",
    "a brace too many": "@misc{k, title = {One}}, note = {a {B} c}}",
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_copy_of_a_damaged_entry_is_whole(case: str) -> None:
    """It has what the file for download has."""
    (entry,), problems = reader.parse(DAMAGED[case], "f.bib")
    copy = bibtex.shown(entry)
    assert problems
    assert reader.parse(copy, "f.bib").problems == ()
    assert fields_of(copy) == fields_of(bibtex_file.written(entry))


def fields_of(text: str) -> list[tuple[str, str, dict[str, str]]]:
    return [(one.key, one.type, one.fields) for one in reader.parse(text, "f.bib").entries]


def test_braces_of_a_damaged_value_are_balanced() -> None:
    entries, _ = reader.parse("@misc{k, note = {a {B c},\n  title = {One}\n}\n", "f.bib")
    copy = bibtex.shown(entries[0])
    assert copy.count("{") == copy.count("}")
    assert fields_of(copy) == fields_of(bibtex_file.written(entries[0]))


def test_a_key_that_was_taken_is_another_in_the_copy() -> None:
    """The rest stays as its author wrote it."""
    text = "@misc{k, title={1}}\n@Misc( k ,\n  note = {a,  b} % why\n)\n@misc{k}\n"
    entries, _ = reader.parse(text, "f.bib")
    assert [bibtex.shown(one) for one in entries] == [
        "@misc{k, title={1}}",
        "@Misc( k-2 ,\n  note = {a,  b} % why\n)",
        "@misc{k-3}",
    ]
    (paper,) = from_entries([Given(entries[0])], Identity(""), KnownPeople([]))
    renamed = columns.renamed(paper, "k-9")
    assert (renamed.key, renamed.bibtex) == ("k-9", "@misc{k-9, title={1}}")


MARKED = r"""@article{a,
  title = {Waves * and $x^2$},
  author = {{\O}sterg{\aa}rd*, Ida and
            John Smith$^\dagger$ and Jane Doe# and {Team of} Lin and others},
  year = 2024
}
@misc{b, author = "\O{}rn\textsuperscript{1,*}, Bo", author+an = {1=equal}}
@misc{c, editor = {Roe*, Ann}}
@misc{d, title = {No mark}, author = {Roe, Ann}}
@article{f, author = {Roe*, Ann} # { and Doe, Jo}, note = {N}}
"""


def test_marks_at_names_are_no_part_of_what_readers_take() -> None:
    entries, _ = reader.parse(MARKED, "f.bib")
    copies = {one.key: bibtex.shown(one) for one in entries}
    assert copies["a"] == (
        "@article{a,\n  title = {Waves * and $x^2$},\n"
        "  author = {{\\O}sterg{\\aa}rd, Ida and\n"
        "            John Smith and Jane Doe and {Team of} Lin and others},\n"
        "  author+an = {1=*; 2=†; 3=\\#},\n"
        "  year = 2024\n}"
    )
    assert copies["b"] == "@misc{b, author = {\\O{}rn, Bo}, author+an = {1=equal; 1=1, *}\n}"
    assert copies["c"] == "@misc{c, editor = {Roe, Ann}\n}"
    assert copies["d"] == "@misc{d, title = {No mark}, author = {Roe, Ann}}"
    assert "author = {Roe, Ann and Doe, Jo},\n  author+an = {1=*}, note = {N}}" in copies["f"]
    for entry in entries:
        assert fields_of(copies[entry.key]) == fields_of(bibtex_file.written(entry))
        field = entry.fields.get("author") or entry.fields.get("editor", "")
        (back,) = reader.parse(copies[entry.key], "f.bib").entries
        again, _ = names.split(back.fields.get("author") or back.fields.get("editor", ""))
        assert [one.full for one in again] == [one.full for one in names.split(field)[0]]
        assert not any(one.marks for one in again)


def test_marks_are_still_shown_of_what_was_taken() -> None:
    entries, _ = reader.parse(MARKED, "f.bib")
    taken = reader.parse(bibtex.shown(entries[0]), "f.bib").entries[0]
    before, after = from_entries([Given(entries[0]), Given(taken)], Identity(""), KnownPeople([]))
    assert [one.name.signs for one in after.authors] == [("*",), ("†",), ("#",), ()]
    assert [one.name.signs for one in before.authors] == [("*",), ("†",), ("#",), ()]


def test_braces_that_end_a_command_belong_to_the_name() -> None:
    (name,), _ = names.split(r"\O{}sterg{\aa}rd*, Ida")
    assert (name.full, name.marks) == ("Ida Østergård", ("*",))
    (name,), _ = names.split("Lin, {Yi-Fan}+")
    assert (name.full, name.marks) == ("Yi-Fan Lin", ("+",))


@pytest.mark.parametrize("body", ["{Roe and Sons}_1", r"{Roe and Sons}\thanks{Equal}"])
def test_a_body_with_and_in_its_name_stays_one(body: str) -> None:
    (entry,) = reader.parse(f"@misc{{a, author = {{{body} and Lin, Bo*}}}}", "f.bib").entries
    (back,) = reader.parse(bibtex.made(entry), "f.bib").entries
    before, after = (names.split(one.fields["author"])[0] for one in (entry, back))
    assert [one.full for one in after] == [one.full for one in before]
