"""What readers copy is whole by itself."""

from __future__ import annotations

from mkdocs_academic.bibliography import bibtex, reader

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
