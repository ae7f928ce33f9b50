"""CSL-JSON of several programs becomes what a BibTeX file would have held."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic.bibliography import csl, csl_text, latex, names
from mkdocs_academic.bibliography.csl_terms import FROM_TYPE, TO_TYPE
from mkdocs_academic.bibliography.entry_types import KNOWN_TYPES

DATA = Path(__file__).parent / "data"


def fields(**item: Any) -> dict[str, str]:
    """Read one item and return its fields."""
    (entry,), problems = csl.parse(json.dumps([{"id": "k", "type": "article-journal"} | item]), "x")
    assert not problems
    return entry.fields


def test_zotero() -> None:
    (article, thesis), problems = csl.read(DATA / "zotero.json", "zotero.json")
    assert not problems
    assert (article.key, article.type, article.line, article.source) == (
        "ABCD2345",
        "article",
        2,
        "",
    )
    assert article.fields == {
        "abstract": r"Water is \emph{wet}.",
        "journal": "Journal of Invented Results",
        "doi": "10.1234/jir.2021.007",
        "issn": "1234-5679",
        "number": "3",
        "shortjournal": "J. Inv. Res.",
        "language": "en",
        "arxiv": "2104.01234",
        "note": "With a remark",
        "pages": "101--117",
        "title": article.fields["title"],
        "url": "https://journal.example/a%7Eb/c_d-%2De",
        "volume": "12",
        "author": "van der Berg, Jan and d'Alembert, Jeanne and Doe, Jr., John and "
        "{Smith, Wesson and Sons}, Ada and {The Consortium for Research, and Teaching} and others",
        "urldate": "2022-01-31",
        "year": "2021",
        "month": "October",
        "date": "2021-10-05",
    }
    assert latex.to_html(article.fields["title"]) == (
        "Why <em>Water</em> flows &amp; CO<sub>2</sub> does not: NASA and "
        '<span class="arithmatex">\\(x_i^2\\)</span>'
    )
    assert r"{NASA}" in article.fields["title"]
    people, and_others = names.split(article.fields["author"])
    assert [(name.prefix, name.family, name.given, name.suffix) for name in people[:3]] == [
        ("van der", "Berg", "Jan", ""),
        ("", "d'Alembert", "Jeanne", ""),
        ("", "Doe", "John", "Jr."),
    ]
    assert [name.full for name in people[3:]] == [
        "Ada Smith, Wesson and Sons",
        "The Consortium for Research, and Teaching",
    ]
    assert and_others
    assert (thesis.key, thesis.type, thesis.line) == ("doe2019", "phdthesis", 28)
    assert thesis.fields == {
        "school": "University of Nowhere",
        "address": "Nowhere",
        "title": "A Thesis",
        "author": "Doe, Jane",
        "year": "2019",
        "month": "Spring",
    }


def test_pandoc_and_what_is_odd_in_it() -> None:
    entries, problems = csl.read(DATA / "pandoc.json", "p.json")
    assert [(entry.key, entry.type, entry.line) for entry in entries] == [
        ("one", "inproceedings", 2),
        ("two", "techreport", 6),
        ("two-2", "misc", 8),
        ("2017four", "misc", 10),
    ]
    assert [str(problem) for problem in problems] == [
        'p.json:5: should be an item with type and title, got "not an item"; left out',
        "p.json:8: two-2: the key 'two' is taken; this one is 'two-2'",
        "p.json:10: unknown type 'chaptr' (did you mean 'chapter'?); read as 'misc'",
    ]
    one, two, three, four = (entry.fields for entry in entries)
    assert one == {
        "title": "One",
        "booktitle": "Proc. of Everything",
        "eventtitle": "Everything 2020",
        "address": "Bonn",
        "publisher": "Press",
        "author": "张, 伟",
        "year": "2020",
        "month": "July",
        "date": "2020-07/2020-08",
    }
    assert two == {
        "title": "Two", "number": "17", "type": "Working paper", "institution": "Institute",
        "year": "2018", "month": "Summer",
    }  # fmt: skip
    assert three == {
        "title": "Three", "archiveprefix": "arXiv", "eprint": "2101.00001", "year": "in press",
        "award": "Best Paper",
    }  # fmt: skip
    assert four == {
        "title": "Four", "year": "2017", "month": "March", "score": "1.5", "ok": "true",
        "categories": "a, b",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2021]]}, {"year": "2021"}),
        ({"date-parts": [["2021", "3"]]}, {"year": "2021", "month": "March"}),
        ({"date-parts": [[2021, 3, 9]]}, {"year": "2021", "month": "March", "date": "2021-03-09"}),
        ({"date-parts": [[2021, 13]]}, {"year": "2021", "month": "Spring"}),
        ({"date-parts": [[2021, 24]]}, {"year": "2021", "month": "Winter"}),
        ({"date-parts": [[2021, 99, 1]]}, {"year": "2021"}),
        ({"date-parts": [[2021, 2, 31]]}, {"year": "2021", "month": "February"}),
        ({"date-parts": [[2021, 1], [2021, 2]]},
         {"year": "2021", "month": "January", "date": "2021-01/2021-02"}),
        ({"date-parts": [[2021]], "season": "fall"}, {"year": "2021", "month": "Autumn"}),
        ({"date-parts": [[None]]}, {}),
        ({"date-parts": []}, {}),
        ({"date-parts": "2021"}, {}),
        ({"raw": "2021-03-09"}, {"year": "2021", "month": "March", "date": "2021-03-09"}),
        ({"raw": "2021-03-09T10:00:00Z"}, {"year": "2021", "month": "March", "date": "2021-03-09"}),
        ({"raw": "March 2021"}, {"year": "2021", "month": "March"}),
        ({"literal": "forthcoming"}, {"year": "forthcoming"}),
        ("2021", {"year": "2021"}),
        (2021, {"year": "2021"}),
        ("2021-05/2021-06", {"year": "2021", "month": "May", "date": "2021-05/2021-06"}),
        ([2021], {}),
        (None, {}),
    ],
)  # fmt: skip
def test_dates(issued: object, expected: dict[str, str]) -> None:
    assert fields(issued=issued) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"title": ["One", "Two"]}, {"title": "One"}),
        ({"ISSN": ["1234-5679", "2345-6780"]}, {"issn": "1234-5679, 2345-6780"}),
        ({"page": "12–34, 40 - 41"}, {"pages": "12--34, 40--41"}),
        ({"page": 7}, {"pages": "7"}),
        ({"page": "e7"}, {"pages": "e7"}),
        ({"volume": 3, "issue": 4, "number": "104394"},
         {"volume": "3", "number": "4", "eid": "104394"}),
        ({"number": 4}, {"number": "4"}),
        ({"collection-number": 4, "issue": 5}, {"number": "4", "issue": "5"}),
        ({"note": "DOI: 10.1/x\nPMID: 77"}, {"doi": "10.1/x", "pmid": "77"}),
        ({"note": "see arXiv: the site"}, {"note": "see arXiv: the site"}),
        ({"director": [{"family": "Roe", "given": "R."}]}, {"director": "Roe, R."}),
        ({"narrators": [{"literal": "A Body"}]}, {"narrators": "{A Body}"}),
        ({"author": [{"family": "Plato"}]}, {"author": "Plato"}),
        ({"author": [{"given": "Ann"}]}, {"author": "Ann"}),
        ({"author": {"family": "Roe", "given": "R."}}, {"author": "Roe, R."}),
        ({"author": ["Ann Roe", 3, {}]}, {"author": "Ann Roe"}),
        ({"author": [{"family": "European Union"}]}, {"author": "{European Union}"}),
        ({"author": [{"family": "Roe", "given": "R.", "suffix": "Esq"}]},
         {"author": "family={Roe}, given={R.}, suffix={Esq}"}),
        ({"author": [{"family": "Roe", "given": "R.; S."}]}, {"author": "Roe, {R.; S.}"}),
        ({"author": [{"family": "Berg", "given": "A.", "dropping-particle": "de",
                      "non-dropping-particle": "la"}]}, {"author": "de la Berg, A."}),
        ({"custom": {"Code": "https://x.example/a", "deep": {}}}, {"code": "https://x.example/a"}),
        ({"custom": "text"}, {"custom": "text"}),
        ({"DOI": "10.1000/a", "custom": {"doi": "x"}}, {"doi": "10.1000/a", "custom": "x"}),
        ({"archive": "HAL"}, {"archive": "HAL"}),
        ({"title": "bad \ud800 half"}, {"title": "bad \ufffd half"}),
    ],
)  # fmt: skip
def test_variables(item: dict[str, Any], expected: dict[str, str]) -> None:
    assert fields(**item) == expected


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ({"type": "thesis", "genre": "Doctoral dissertation"}, "phdthesis"),
        ({"type": "thesis", "genre": "Master's thesis"}, "mastersthesis"),
        ({"type": "thesis", "genre": "M.Sc. thesis"}, "mastersthesis"),
        ({"type": "thesis"}, "thesis"),
        ({"type": "article"}, "misc"),
        ({"type": "article", "container-title": "arXiv"}, "article"),
        ({"type": "journal-article"}, "article"),
        ({"type": "InProceedings"}, "inproceedings"),
        ({}, "misc"),
    ],
)
def test_types(item: dict[str, str], kind: str) -> None:
    (entry,), problems = csl.parse(json.dumps([{"id": "k", **item}]), "x")
    assert (entry.type, problems) == (kind, ())


def test_type_tables_agree() -> None:
    assert set(FROM_TYPE.values()) | set(TO_TYPE) <= KNOWN_TYPES
    assert set(TO_TYPE.values()) <= set(FROM_TYPE)


@pytest.mark.parametrize(
    ("text", "said", "kept"),
    [
        ("", "x:1: is not JSON: it ends too early", 0),
        ("[", "x:1: is not JSON: it ends too early", 0),
        ("nonsense", "x:1: is not JSON: Expecting value", 0),
        ('[{"id": "a"},\n{"id" "b"}]',
         "x:2: is not JSON: Expecting ':' delimiter; what stands before it was read", 1),
        ('[{"id": "a"},\n',
         "x:2: is not JSON: it ends too early; what stands before it was read", 1),
        ("[" * 100_000, "x:1: is not JSON that can be read: maximum recursion depth exceeded", 0),
        ("[" + "1" * 5000 + "]", "x:1: is not JSON that can be read: Exceeds the limit", 0),
        ('"text"', 'x:1: should be an item with type and title, got "text"; left out', 0),
    ],
)  # fmt: skip
def test_malformed_json_is_one_problem(text: str, said: str, kept: int) -> None:
    entries, (problem,) = csl.parse(text, "x")
    assert str(problem).startswith(said)
    assert ("before it" in str(problem)) == bool(kept)
    assert len(entries) == kept


def test_one_item_alone_and_no_items() -> None:
    assert csl.parse('\ufeff{"id": "a", "title": "T"}', "x").entries[0].key == "a"
    assert csl.parse("[]", "x") == ((), ())
    assert csl.parse('{"items": []}', "x") == ((), ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a <i>b <b>c</b></i>", r"a \emph{b \textbf{c}}"),
        ("a <i>b", "a b"),
        ("a b</i>", "a b"),
        ("<sc>X</sc> <u>y</u>", r"\textsc{X} \underline{y}"),
        ('<span style="font-variant:small-caps;">x</span>', r"\textsc{x}"),
        ('<span class="other">x</span>', "x"),
        ("1 < 2 & {x}", r"1 \textless{} 2 \& \textbraceleft{}x\textbraceright{}"),
        ("<p>a</p> <a href='x'>b</a> <jats:x y='z'>c", "a  b c"),
    ],
)
def test_markup(text: str, value: str) -> None:
    assert csl_text.to_latex(text) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (r"\emph{a} \textbf{b} \textsc{c} x\textsuperscript{2} y\textsubscript{3}",
         '<i>a</i> <b>b</b> <span style="font-variant:small-caps;">c</span> '
         "x<sup>2</sup> y<sub>3</sub>"),
        (r"{\"U}ber {DNA} \& ``x''---y", "Über DNA & “x”—y"),
        ("<em>a</em> <a href='x'>b</a> <script>c", "<i>a</i> b c"),
        ("$a < b$ and $\\frac{1}{2}$", "$a < b$ and $\\frac{1}{2}$"),
        (r"\href{https://x.example}{x} \texttt{y}", "x y"),
    ],
)  # fmt: skip
def test_markup_for_csl(value: str, text: str) -> None:
    assert csl_text.from_latex(value) == text


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 3000)
    | st.floats(allow_nan=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "id type title author issued date-parts family given literal raw custom page note "
                "archive archive_location number container-title editor publisher event-place "
                "season".split()
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


@given(JSON)
def test_any_json_is_read(value: object) -> None:
    entries, _ = csl.parse(json.dumps(value), "x")
    assert all(isinstance(text, str) for entry in entries for text in entry.fields.values())


@given(st.text(alphabet='[]{}",:\\ \n1atrue', max_size=40))
def test_any_text_is_read(text: str) -> None:
    csl.parse(text, "x")


@pytest.mark.parametrize(
    ("item", "kept"),
    [
        ({"error": "rate limited"}, 0),
        ({"type": "error", "message": "Not Found", "status": "404"}, 0),
        ({}, 0),
        ({"id": "a"}, 1),
        ({"type": "book"}, 1),
        ({"title": "Waves"}, 1),
        ({"DOI": "10.1000/182"}, 1),
        ({"author": [{"family": "Roe"}]}, 1),
    ],
)
def test_what_makes_an_item(item: dict[str, Any], kept: int) -> None:
    library = csl.parse(json.dumps(item), "x")
    assert len(library.entries) == kept
    said = "x:1: is no CSL-JSON item, as it has no id, type or title: "
    assert any(str(one).startswith(said) for one in library.problems) == (not kept)
