from __future__ import annotations

from typing import Any

import pytest

from mkdocs_academic.bibliography import overlay, reader

ENTRIES = reader.parse(
    "@misc{one, title={One}, note={old}}\n@misc{two, title={Two}}", "papers.bib"
).entries


def test_values_are_laid_over() -> None:
    given = {
        "one": {
            "teaser": "img/a_b~c.png",
            "tags": ["CCF-A", "Q1"],
            "keywords": ["x", "y"],
            "authors": ["Jane Roe", "John Doe"],
            "selected": "yes",
            "note": "5% {new} & $x_1$",
            "code": "https://x.example/~me",
            "award": None,
            "links": {"Talk": "https://x.example/t", "Slides": "s.pdf", "None": None},
        }
    }
    (one, two), links, mistakes = overlay.applied(ENTRIES, given)
    assert mistakes == ()
    assert one.fields == {
        "title": "One",
        "note": r"5\% \textbraceleft{}new\textbraceright{} \& $x_1$",
        "teaser": r"img/a_b\textasciitilde{}c.png",
        "tags": "CCF-A; Q1",
        "keywords": "x, y",
        "author": "Jane Roe and John Doe",
        "selected": "yes",
        "code": "https://x.example/%7Eme",
    }
    assert one.source == ENTRIES[0].source
    assert two is ENTRIES[1]
    assert links == {"one": {"Talk": "https://x.example/t", "Slides": "s.pdf"}}
    assert ENTRIES[0].fields == {"title": "One", "note": "old"}


@pytest.mark.parametrize(
    ("given", "mistake"),
    [
        ({"ona": {"note": "x"}}, ("ona", "", "is the key of no entry (did you mean 'one'?)")),
        ({"one": "x"}, ("one", "", "should be a mapping (field: value)")),
        ({"one": {"teasr": "x"}}, ("one", "teasr", "unknown field (did you mean 'teaser'?)")),
        ({"one": {"linkz": {}}}, ("one", "linkz", "unknown field (did you mean 'links'?)")),
        ({"one": {"note": ["x"]}}, ("one", "note", "should be a text")),
        ({"one": {"tags": [["x"]]}}, ("one", "tags", "should be a text or a list of texts")),
        ({"one": {"tags": {"a": "b"}}}, ("one", "tags", "should be a text or a list of texts")),
        ({"one": {"links": ["x"]}}, ("one", "links", "should be a mapping (label: address)")),
        ({"one": {"links": {"A": ["x"]}}}, ("one", "links", "the address of 'A' should be a text")),
    ],
)
def test_mistakes(given: dict[str, Any], mistake: tuple[str, str, str]) -> None:
    entries, links, mistakes = overlay.applied(ENTRIES, given)
    assert mistakes == (mistake,)
    assert entries == ENTRIES
    assert links == {}


def test_scalars_that_are_no_text() -> None:
    (one, _), _, mistakes = overlay.applied(ENTRIES, {"one": {"selected": True, "year": 2021}})
    assert (one.fields["selected"], one.fields["year"], mistakes) == ("yes", "2021", ())
