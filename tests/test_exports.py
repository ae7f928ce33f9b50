"""What leaves comes back: BibTeX, CSL-JSON and RIS are read again with equal content."""

from __future__ import annotations

import json
import logging
import os
import re
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from bibtexparser.middlewares import MonthLongStringMiddleware
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_academic.bibliography import (
    bibtex,
    containers,
    csl,
    csl_dates,
    csl_names,
    date_fields,
    eprints,
    latex,
    names,
    reader,
    readings,
    ris,
    sources,
    verbatim,
)
from mkdocs_academic.bibliography.balance import balanced
from mkdocs_academic.bibliography.columns import Given, from_entries
from mkdocs_academic.bibliography.csl_terms import DATES, FROM_TYPE, NAMES, TEXTS, TO_TYPE
from mkdocs_academic.bibliography.entry import Entry
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import KnownPeople
from mkdocs_academic.outputs.exports import FORMATS, to_bibtex, to_csl_json, to_ris

from .conftest import ROOT

CORPUS = ROOT.parent / "shared" / "corpus"
BIBLIOGRAPHIES = sorted(CORPUS.glob("bib*/**/*.bib"))

EXAMPLE = r"""
@string{jir = "Journal of Invented Results"}
@article{berg2021, title={Why \emph{Water} Flows: {NASA} and $x_i^2$}, subtitle={A Study},
  author={van der Berg, Jan* and Doe, Jr., John and {The Consortium} and 张 伟 and others},
  journal=jir, volume=12, number=3, pages={101--117}, year=2021, month=oct, date={2021-10-05},
  doi={10.1234/jir\_7}, url={https://x.example/\~{}me/a\_b--c}, issn={1234-5679},
  keywords={water, flow}, abstract={Wet \& \textbf{cold}.}, note={A remark}, arxiv={2104.01234},
  code={https://x.example/code}, selected={true}}
@phdthesis{doe2019, title={A Thesis}, author={Jane Doe}, school={University of Nowhere}, year=2019,
  month={Spring}, address={Nowhere}}
@inproceedings{one, title={One}, editor={Roe, R.}, booktitle={Proc.\ of Everything},
  eventtitle={Everything 2020}, year={in press}, urldate={2022-01-31}, pubstate={forthcoming}}
@misc{two, title={Two}, eprint={2101.00001}, archiveprefix={arXiv}, year={2020/2021}}
"""
ENTRIES = reader.parse(EXAMPLE, "example.bib").entries


def test_formats() -> None:
    assert {name: (row.suffix, row.media_type) for name, row in FORMATS.items()} == {
        "bibtex": (".bib", "application/x-bibtex"),
        "csl-json": (".json", "application/vnd.citationstyles.csl+json"),
        "ris": (".ris", "application/x-research-info-systems"),
    }
    assert [row.write(()) for row in FORMATS.values()] == ["", "[]\n", ""]


@pytest.mark.parametrize("kind", [*TO_TYPE, "other"])
def test_no_field_goes_into_two_variables(kind: str) -> None:
    found = [
        *("number", "issue", "year", "month", "date", "eprint", "arxiv"),
        *containers.container(kind),
        *containers.publisher(kind),
        *(name for names in TEXTS.values() for name in names),
        *NAMES.values(),
        *DATES.values(),
    ]
    assert sorted(found) == sorted(set(found))


def test_bibtex() -> None:
    text = to_bibtex(ENTRIES)
    assert text.startswith(
        "@article{berg2021,\n  title     = {Why \\emph{Water} Flows: {NASA} and $x_i^2$},\n"
    )
    assert "  author+an = {1=*},\n" in text
    assert "  journal   = {Journal of Invented Results},\n" in text
    assert text.endswith("  year          = {2020/2021},\n}\n")
    again = reader.parse(text, "again.bib")
    assert not again.problems
    assert contents(again.entries) == contents(ENTRIES)


def test_months_are_macros() -> None:
    parsed = reader.parse(
        "@misc{a, month = oct}\n@misc{b, month = {12~October}, note = {M}}", "x.bib"
    )
    assert to_bibtex(parsed.entries) == (
        "@misc{a,\n  month = oct,\n}\n\n@misc{b,\n  month = {12~October},\n  note  = {M},\n}\n"
    )


def contents(entries: tuple[Entry, ...]) -> list[tuple[str, str, dict[str, str]]]:
    return [(entry.key, entry.type, without_marks(entry)) for entry in entries]


def without_marks(entry: Entry) -> dict[str, str]:
    return {**entry.fields, **bibtex.unmarked(entry.fields)}


def test_csl_json() -> None:
    article, thesis, paper, preprint = items = json.loads(to_csl_json(ENTRIES))
    assert_csl(items)
    assert article == {
        "id": "berg2021",
        "type": "article-journal",
        "title": "Why <i>Water</i> Flows: NASA and $x_i^2$: A Study",
        "author": [
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"family": "Doe", "given": "John", "suffix": "Jr."},
            {"literal": "The Consortium"},
            {"family": "张", "given": "伟"},
        ],
        "issued": {"date-parts": [[2021, 10, 5]]},
        "container-title": "Journal of Invented Results",
        "issue": "3",
        "volume": "12",
        "page": "101-117",
        "DOI": "10.1234/jir_7",
        "URL": "https://x.example/~me/a_b--c",
        "ISSN": "1234-5679",
        "keyword": "water, flow",
        "abstract": "Wet & <b>cold</b>.",
        "note": "A remark",
        "archive": "arXiv",
        "archive_location": "2104.01234",
        "custom": {
            "subtitle": "A Study",
            "code": "https://x.example/code",
            "selected": "true",
            "and-others": "author",
            "author+an": "1=*",
        },
    }
    assert thesis == {
        "id": "doe2019",
        "type": "thesis",
        "title": "A Thesis",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [[2019]], "season": 1},
        "publisher": "University of Nowhere",
        "publisher-place": "Nowhere",
        "genre": "PhD thesis",
    }
    assert paper["issued"] == {"literal": "in press"}
    assert paper["accessed"] == {"date-parts": [[2022, 1, 31]]}
    assert (paper["container-title"], paper["event-title"]) == (
        "Proc. of Everything",
        "Everything 2020",
    )
    assert (preprint["type"], preprint["issued"]) == ("article", {"date-parts": [[2020], [2021]]})


def test_ris() -> None:
    article, thesis, paper, preprint = to_ris(ENTRIES).split("ER  - \r\n")[:-1]
    assert article.split("\r\n") == [
        "TY  - JOUR", "ID  - berg2021", "AU  - van der Berg, Jan", "AU  - Doe, John, Jr.",
        "AU  - The Consortium,", "AU  - 张, 伟", "N1  - And others: author",
        "TI  - Why Water Flows: NASA and $x_i^2$: A Study", "T2  - Journal of Invented Results",
        "PY  - 2021", "DA  - 2021/10/05/", "SP  - 101", "EP  - 117", "SN  - 1234-5679",
        "VL  - 12", "IS  - 3", "DO  - 10.1234/jir_7", "UR  - https://x.example/~me/a_b--c",
        "AB  - Wet & cold.", "N1  - A remark", "KW  - water", "KW  - flow",
        "AN  - arXiv:2104.01234", "",
    ]  # fmt: skip
    assert "DA  - 2019///Spring\r\n" in thesis
    assert "M3  - PhD thesis\r\n" in thesis
    assert "C3  - Proc. of Everything\r\n" in paper
    assert "AN  - arXiv:2101.00001\r\n" in preprint


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("https://x.example/a~b--c_d", "https://x.example/a~b--c_d"),
        (r"https://x.example/\~{}a\_b\%20c\#d\&e", "https://x.example/~a_b%20c#d&e"),
        (r"\url{https://x.example/{\textasciitilde}a}", "https://x.example/~a"),
        (r"\href{https://x.example}{here}", "https://x.example"),
        (r"https://x.example/$\sim$a/\allowbreak b", "https://x.example/~a/b"),
        ("https://x.example/\n    long", "https://x.example/long"),
        (r"{10.1234/a\{b\}}", "10.1234/a{b}"),
        (r"C:{\textbackslash}x.pdf", "C:\\x.pdf"),
    ],
)
def test_addresses(value: str, text: str) -> None:
    assert verbatim.to_text(value) == text
    if text.startswith("http") and " " not in text:
        assert (
            verbatim.to_text(verbatim.from_text(text)).replace("%7E", "~").replace("%2D", "-")
            == text
        )
    else:
        assert latex.to_text(verbatim.from_text(text)) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain {b}", "plain {b}"),
        (r"a \{b\}", r"a \{b\}"),
        (r"a \{b", r"a \textbraceleft{}b"),
        (r"a \}b\{", r"a \textbraceright{}b\textbraceleft{}"),
        (r"$\{a$ b", r"$\lbrace{}a$ b"),
        ("a {b", "a {b}"),
        ("a} b", "a b"),
        (r"\{ } \}", r"\{ } \textbraceright{}"),
        ("a\\", "a\\ "),
        ("a\n  @book{x}", "a @book{x}"),
    ],
)
def test_braces_are_paired(value: str, written: str) -> None:
    assert balanced(value) == written
    assert latex.to_text(balanced(value)) == latex.to_text(value).replace(r"$\{", r"$\lbrace{}")


# --- generated -------------------------------------------------------------------------------


def tidy(text: str) -> str:
    """Leave out what would be an HTML tag, and braces where there may be math."""
    text = re.sub(r"<(?=[A-Za-z/])" if "$" not in text else r"<(?=[A-Za-z/])|[{}]", "", text)
    return " ".join(text.split())


TEXT = st.text(
    alphabet=st.sampled_from("abcXYZ 019 .,:;!?()[]&%#_+*/éüß王$-'\"~^{}\\<>=|@"),
    min_size=1,
    max_size=30,
).map(tidy)
WORD = st.text(alphabet=st.sampled_from("abcdéüøñł"), min_size=2, max_size=8).map(str.capitalize)
PERSON = st.tuples(
    WORD, WORD, st.sampled_from(["", "", "van der", "de"]), st.sampled_from(["", "", "Jr."])
)
PEOPLE = st.lists(PERSON, min_size=1, max_size=4)
YEARS = st.integers(1800, 2099).map(str)
MONTHS = st.sampled_from(["January", "May", "December"])


def field(text: str) -> str:
    return bibtex.from_plain(text)


def person(parts: tuple[str, str, str, str]) -> str:
    family, given_name, prefix, suffix = parts
    return ", ".join(filter(None, (f"{prefix} {family}".strip(), suffix, given_name)))


HOMES = [("article", "journal"), ("inproceedings", "booktitle"), ("misc", "howpublished")]


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Draw an entry as any of our readers gives it."""
    kind, home = draw(
        st.sampled_from(
            [("article", "journal"), ("inproceedings", "booktitle"), ("misc", "howpublished")]
        )
    )
    texts = draw(
        st.dictionaries(st.sampled_from(["title", home, "volume", "publisher", "note"]), TEXT)
    )
    fields = {name: field(text) for name, text in texts.items() if text}
    if draw(st.booleans()):
        fields["author"] = " and ".join(map(person, draw(PEOPLE)))
    if draw(st.booleans()):
        fields["year"] = draw(YEARS)
        if draw(st.booleans()):
            fields["month"] = draw(MONTHS)
    if draw(st.booleans()):
        fields["doi"] = "10.1234/" + draw(st.text(alphabet="abc019._-/()", min_size=1, max_size=9))
    key = draw(st.text(alphabet="abcXYZ019-_:./+é", min_size=1, max_size=9))
    return Entry(key=key.strip("-") or "k", type=kind, fields=fields, source="", file="x", line=1)


def seen(entry: Entry) -> dict[str, Any]:
    """Return what readers of a page would see of the entry."""
    text = {name: latex.to_text(value) for name, value in entry.fields.items()}
    text.pop("author", None)
    text |= {"doi": verbatim.to_text(entry.fields.get("doi", ""))}
    people, _ = names.split(entry.fields.get("author", ""))
    return {**text, "people": [(name.full, name.family, name.given) for name in people]}


LISTS = st.lists(entries(), max_size=3, unique_by=lambda entry: entry.key)


@settings(deadline=None, max_examples=200)
@given(LISTS)
def test_bibtex_comes_back(drawn: list[Entry]) -> None:
    again = reader.parse(to_bibtex(drawn), "x").entries
    assert [(entry.key, entry.type) for entry in again] == [
        (entry.key, entry.type) for entry in drawn
    ]
    assert list(map(seen, again)) == list(map(seen, drawn))


RAW = st.text(alphabet=st.sampled_from("ab {}\\\"$%#@,=\n~'é"), max_size=20).map(str.strip)


@settings(deadline=None, max_examples=300)
@given(st.dictionaries(st.sampled_from(["title", "note", "x-y", "author+an"]), RAW))
def test_any_latex_survives_bibtex(fields: dict[str, str]) -> None:
    given_entry = Entry(key="k", type="misc", fields=fields, source="", file="x", line=1)
    follower = Entry(key="l", type="misc", fields={"title": "L"}, source="", file="x", line=2)
    again = reader.parse(to_bibtex([given_entry, follower]), "x").entries
    assert [entry.key for entry in again] == ["k", "l"]
    assert again[0].fields == {name: balanced(value).strip() for name, value in fields.items()}
    assert again[1].fields == follower.fields


@settings(deadline=None, max_examples=200)
@given(LISTS)
def test_bibtexparser_reads_our_bibtex(drawn: list[Entry]) -> None:
    logging.disable(logging.CRITICAL)
    try:
        library = bibtexparser.parse_string(
            to_bibtex(drawn), append_middleware=[MonthLongStringMiddleware()]
        )
    finally:
        logging.disable(logging.NOTSET)
    assert not library.failed_blocks
    theirs = [
        {one.key: " ".join(str(one.value).split()) for one in entry.fields}
        for entry in library.entries
    ]
    ours = [
        {name: " ".join(balanced(value).split()) for name, value in entry.fields.items()}
        for entry in drawn
    ]
    assert theirs == ours


@settings(deadline=None, max_examples=200)
@given(LISTS)
def test_csl_json_comes_back(drawn: list[Entry]) -> None:
    text = to_csl_json(drawn)
    assert_csl(json.loads(text))
    again, problems = csl.parse(text, "x")
    assert not problems
    assert [entry.key for entry in again] == [entry.key for entry in drawn]
    assert [entry.type for entry in again] == [entry.type for entry in drawn]
    assert list(map(seen, again)) == list(map(seen, drawn))


@pytest.mark.parametrize(
    "text", ["$x_1$", "$$\\&$0$", "$$", "$$$", "5 $ and 6 $", "$5 to $6", "a & b_c $x$ #1"]
)
def test_plain_text_with_dollars_reads_the_same_as_latex(text: str) -> None:
    assert latex.to_text(bibtex.from_plain(text)) == text


def test_displayed_math_stays_math() -> None:
    assert latex.to_text(bibtex.from_plain("$$x_1 & y$$")) == "$x_1 & y$"


@settings(deadline=None, max_examples=200)
@given(LISTS)
def test_ris_comes_back(drawn: list[Entry]) -> None:
    again, problems = ris.parse(to_ris(drawn), "x")
    assert [entry.key for entry in again] == [entry.key for entry in drawn]
    assert [entry.type for entry in again] == [entry.type for entry in drawn]
    # A RIS value is one line: every kind of blank is a blank there, also within math.
    assert [folded(seen(one)) for one in again] == [folded(seen(one)) for one in drawn]
    assert not problems or not drawn


def folded(shown: dict[str, Any]) -> dict[str, Any]:
    return {k: " ".join(v.split()) if isinstance(v, str) else v for k, v in shown.items()}


# --- the structure of CSL-JSON ------------------------------------------------------------------

_NAME = {"family", "given", "non-dropping-particle", "suffix", "literal"}
_NUMBERS = {"issue", "number", "collection-number"}
_PLAIN = {*TEXTS, *_NUMBERS, "id", "container-title", "publisher", "archive", "archive_location"}


def assert_csl(items: list[dict[str, Any]]) -> None:
    """Check what csl-data.json, the schema of CSL 1.0.2, asks for."""
    for item in items:
        assert item.keys() >= {"id", "type"}
        assert item["type"] in FROM_TYPE
        for variable, value in item.items():
            if variable in NAMES:
                assert value
                assert all(person and person.keys() <= _NAME for person in value)
                assert all(isinstance(part, str) for person in value for part in person.values())
            elif variable in DATES or variable == "issued":
                assert_csl_date(value)
            elif variable == "custom":
                assert all(isinstance(one, str) for one in value.values())
            elif variable != "type":
                assert variable in _PLAIN
                assert isinstance(value, str)


def assert_csl_date(value: dict[str, Any]) -> None:
    assert value.keys() <= {"date-parts", "season", "literal"}
    for parts in value.get("date-parts", []):
        assert 1 <= len(parts) <= 3
        assert all(isinstance(part, int) for part in parts)
    assert value.get("season", 1) in range(1, 5)


# --- real bibliographies --------------------------------------------------------------------------


def plain(html: str) -> str:
    return html.replace("<i>", "<em>").replace("</i>", "</em>")


def shown(entry: Entry) -> dict[str, Any]:
    """Return what the page shows of the entry, as far as every format holds it."""
    paper = from_entries([Given(entry)], Identity(""), KnownPeople())[0]
    is_address = "doi" in dict(eprints.addresses(entry.filled))  # which these formats call URL
    return {
        "title": plain(paper.title),
        "authors": [author.name.full.replace(" ", "") for author in paper.authors],
        "others": paper.and_others,
        "year": paper.year,
        "date": paper.date.iso,
        "venue": plain(paper.venue),
        "doi": "" if is_address else readings.doi(entry.fields.get("doi", "")),
        "marks": paper.marks,
    }


@pytest.mark.skipif(
    not BIBLIOGRAPHIES and not os.environ.get("CI"), reason="../shared/corpus is not there"
)
def test_there_are_real_bibliographies() -> None:
    assert BIBLIOGRAPHIES


@pytest.mark.parametrize("file", BIBLIOGRAPHIES, ids=lambda path: path.name)
def test_real_bibliographies_come_back(file: Path) -> None:
    found = sources.read(file, file.name).entries
    as_bibtex = reader.parse(to_bibtex(found), "x").entries
    assert [(entry.key, entry.type) for entry in as_bibtex] == [
        (entry.key, entry.type) for entry in found
    ]
    assert [entry.fields for entry in as_bibtex] == [
        {name: balanced(value).strip() for name, value in without_marks(entry).items()}
        for entry in found
    ]
    text = to_csl_json(found)
    assert_csl(json.loads(text))
    as_csl, problems = csl.parse(text, "x")
    assert not problems
    assert [entry.key for entry in as_csl] == [entry.key for entry in found]
    assert list(map(shown, as_csl)) == list(map(shown, found))
    as_ris, problems = ris.parse(to_ris(found), "x")
    assert not problems or not found
    assert [entry.key for entry in as_ris] == [entry.key for entry in found]
    for again, entry in zip(map(shown, as_ris), map(shown, found), strict=True):
        parts = ("authors", "others", "year", "date", "doi")
        assert [again[part] for part in parts] == [entry[part] for part in parts]


def test_dates_and_names_alone() -> None:
    assert csl_dates.from_span(csl_dates.span_of({})) is None
    assert csl_names.from_field("") == []
    assert date_fields.from_fields({"year": "2020", "month": "²"}).start == (2020, 0, 0)  # no month


@pytest.mark.parametrize(
    ("field", "people"),
    [
        ("author = {Roe, Ann and others}", 1),
        ("author = {Ann Brothers and Bo Lin and et al.}, editor = {others}", 2),
        ("author = {Roe, Ann}, editor = {Doe, Jane and others}, note = {A remark}", 1),
        ("author = {Roe, Ann}", 1),
    ],
)
def test_and_others_is_nobody_and_comes_back(field: str, people: int) -> None:
    (entry,) = reader.parse(f"@book{{a, title = {{T}}, {field}}}", "x.bib").entries
    (item,) = json.loads(to_csl_json([entry]))
    reference = to_ris([entry])
    assert len(item["author"]) == people
    assert '"others"' not in json.dumps({**item, "custom": ""})
    assert not re.search(r"^A\w  - (?:others|et al)", reference, re.MULTILINE)
    for (back,) in (csl.parse(json.dumps([item]), "x")[0], ris.parse(reference, "x")[0]):
        for name in ("author", "editor"):
            said, wanted = (names.split(one.fields.get(name, "")) for one in (back, entry))
            assert said == wanted
        assert back.fields.get("note") == entry.fields.get("note")
