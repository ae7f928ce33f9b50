"""Values that are as most are take a short way: it has to give what the long way gives."""

from dataclasses import replace

import pytest

from mkdocs_academic import urls
from mkdocs_academic.bibliography import bibtex, latex, names, reader

SOURCE = r"""@string{jl = "Journal of {L}etters"}
@article{plain, title = {One}, year = 2020}
@article{site,
  abbr  = {A},
  title = {Two},
  pdf   = {two.pdf}
}
@article{macros, journal = jl, month = feb, title = {T}, note = {a} # jl, number = 3}
@article{months, month = jan # "~1", title = "Quoted, pdf = x, it is", selected = {yes} , }
@article{last, title = {T}, journal = jl
}
@inproceedings{child, crossref = {vol}, title = {T}, code = {x}}
@inproceedings{late, title = {T}, code = {x}, crossref = {vol}}
@proceedings{vol, title = {Proc}, year = 2020, editor = {E D}}
@article{number, note = 2000 # jl, title = {T}, pdf = {x}}
"""


def test_the_copy_of_a_simple_entry_is_that_of_any() -> None:
    entries, _ = reader.parse(SOURCE, "f.bib")
    assert [bool(one.widths) for one in entries] == [True] * 8 + [False]
    for one in entries:
        assert bibtex.shown(one) == bibtex.shown(replace(one, widths=()))
        laid_over = replace(one, key="k", fields={**one.fields, "journal": "J", "crossref": "x"})
        assert bibtex.shown(laid_over) == bibtex.shown(replace(laid_over, widths=()))


@pytest.mark.parametrize(
    "name",
    [
        "Doe, Jane", "Jane Q. Doe", r"Vesterg{\aa}rd, Nora", r"{\c S}im{\c{s}}ek, Zo{\"e}",
        r"\v{Z}ivkovi\'c, Ren\'e", "von Berg, Jan", "Jan von Berg", "Doe, Jr., Jane", "Jane Doe Jr",
        "Weiss PS", "Wei XU", "O'Connor, J.-P.", r"M. E. {\.I}nan", r"{\S}x, Y", "ǆ Łódź", "d, e",
        "J. K. LI", "Doe, III", "Doe, Anne--Marie", r"{\o}stby Berg", "Straße, K", "Etienne Et",
    ],
)  # fmt: skip
def test_a_usual_name_in_a_list_is_what_it_is_alone(name: str) -> None:
    assert names.split(f"{name} and Roe, Bo") == (
        (names.parse(name), names.parse("Roe, Bo")),
        False,
    )


@pytest.mark.parametrize(
    "value",
    [
        r"K{\"o}ln", r"\'Emile", r"{\'{\i}}", r"na{\"\i}ve", r"Erd{\H o}s", r"{\ss} \& 5\% \_x",
        r"\&amp; \&lt;", r"&\#38;", r"{\em x} \'e", r"`a' \'e", r"\"\'o", r"\c{c} {\i}", r"&\'e;",
    ],
)  # fmt: skip
def test_letters_are_the_same_beside_other_commands(value: str) -> None:
    """A command that says nothing, at the end, lets the whole value be walked through."""
    for read in (latex.to_html, latex.to_text):
        assert read(value) == read(value + r"\relax")


@pytest.mark.parametrize("kind", ["doi", "arxiv", "pdf", "isbn"])
@pytest.mark.parametrize(
    "value",
    [
        "10.1234/abc", "10.1234/abc.", "10.1234/", "10.1234/a_(b)", "10.1234/a<b", "2401.12345v2",
        "https://example.org/a", "https://example.org/a.", "https://example.org", "file.pdf", "",
    ],
)  # fmt: skip
def test_a_usual_address_is_that_of_the_identifier(kind: str, value: str) -> None:
    assert urls.usual_url(kind, value) in ("", urls.identifier_url(kind, value))


def test_most_addresses_are_usual() -> None:
    assert urls.usual_url("doi", "10.1234/abc") == "https://doi.org/10.1234/abc"
    assert urls.usual_url("arxiv", "2401.12345") == "https://arxiv.org/abs/2401.12345"
    assert urls.usual_url("pdf", "https://example.org/a.pdf") == "https://example.org/a.pdf"
