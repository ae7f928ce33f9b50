"""Reading BibTeX: every oddity costs nothing but a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_academic.bibliography.reader import Library, parse, read

GOOD = "@misc{after, title = {After}}\n"

# text, fields of the first entry, the messages
CASES: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "braces": ("@misc{a, title = {One}}", {"title": "One"}, []),
    "quotes": ('@misc{a, title = "One {"}in{"} two"}', {"title": 'One {"}in{"} two'}, []),
    "number": ("@misc{a, year = 2020}", {"year": "2020"}, []),
    "upper case": ("@MISC{a, TITLE = {One}}", {"title": "One"}, []),
    "double braces": ("@misc{a, title = {{One}}}", {"title": "{One}"}, []),
    "deep braces": (
        "@misc{a, title = {1{2{3{4{5{6}}}}}}}",
        {"title": "1{2{3{4{5{6}}}}}"},
        [],
    ),
    "empty value": ("@misc{a, video = {}}", {"video": ""}, []),
    "no fields": ("@misc{a}", {}, []),
    "lines": ("@misc{a,\n  title = {One\n    two},\n}", {"title": "One\n    two"}, []),
    "parentheses": ("@misc(a, title = {One (1)})", {"title": "One (1)"}, []),
    "brace on its own line": ("@misc\n{\ta,\n title = {One}\n}", {"title": "One"}, []),
    "value on its own line": ("@misc{a,\n title =\n\t{One}\n}", {"title": "One"}, []),
    "carriage returns": ("@misc{a,\r\n title = {One},\r\n}\r\n", {"title": "One"}, []),
    "byte order mark": ("\ufeff@misc{a, title = {One}}", {"title": "One"}, []),
    "front matter": ("---\n---\n\nReferences\n===\n@misc{a, title={One}}", {"title": "One"}, []),
    "percent in a value": ("@misc{a, title = {50% of 1}}", {"title": "50% of 1"}, []),
    "comment inside": (
        "@misc{a, % a note {\n title = {One}, % another\n % year = {1},\n note = {x} % end\n}",
        {"title": "One", "note": "x"},
        [],
    ),
    "comment before the key": ("@misc{ % x\n a, title={1}}", {"title": "1"}, []),
    "commented out": (
        "%@misc{x, title = {No}}\n % @misc{y,\n@misc{a, title={1}}",
        {"title": "1"},
        [],
    ),
    "behind a comment sign": (
        "% see @misc{x, title={No}}\n@misc{a, title={1}}",
        {"title": "1"},
        [],
    ),
    "half commented out": (
        "%@misc{x,\n title = {No},\n}\n@misc{a, title={1}}",
        {"title": "1"},
        [],
    ),
    "@comment": (
        "@comment{jabref {nested} @misc{x, title={No}}}\n@misc{a, title={1}}",
        {"title": "1"},
        [],
    ),
    "@comment without end": ("@comment{open\n@misc{a, title={1}}", {"title": "1"}, []),
    "@preamble": ('@preamble{"\\newcommand{\\x}[1]{#1}"}\n@misc{a, title={1}}', {"title": "1"}, []),
    "address in prose": ("Mail me@x.org{1} or @me.\n@misc{a, title={1}}", {"title": "1"}, []),
    "entry in a value": (
        "@misc{a, title = {1}, bibtex = {\n@book{b,\n title = {2}\n}\n}, year = 2000\n}",
        {"title": "1", "bibtex": "@book{b,\n title = {2}\n}", "year": "2000"},
        [],
    ),
    "strange field names": (
        "@misc{a, author+an = {1=x}, citeulike-linkout-0 = {u}, opt_x = {o}}",
        {"author+an": "1=x", "citeulike-linkout-0": "u", "opt_x": "o"},
        [],
    ),
    "@string": ('@string{pub = "P"}\n@misc{a, publisher = PUB}', {"publisher": "P"}, []),
    "@string later": ('@misc{a, publisher = pub}\n@string{pub = "P"}', {"publisher": "P"}, []),
    "@string of @string": (
        '@string{a = "x"}@string{b = a # "y"}\n@misc{k, note = b}',
        {"note": "xy"},
        [],
    ),
    "joined": (
        '@string{a = "x"}\n@misc{k, note = a # " and " # {y} # 1}',
        {"note": "x and y1"},
        [],
    ),
    "joined, with blanks": (
        '@string{a = " x "}\n@misc{k, note = { y } # a # " z" # {{ w } }}',
        {"note": "y  x  z{ w }"},
        [],
    ),
    "month": ("@misc{a, month = jan}", {"month": "January"}, []),
    "month and day": ('@misc{a, month = "5~" # MAY}', {"month": "5~May"}, []),
    "unknown macro": (
        "@misc{a,\n month = april}",
        {"month": "april"},
        ["2: a: 'april' is no @string of this file; kept as text"],
    ),
    "@string twice": (
        '@string{a = "x"}\n@string{a = "y"}\n@misc{k, note = a}',
        {"note": "y"},
        ["2: @string 'a' is defined again; the later one holds from here on"],
    ),
    "missing comma": (
        "@misc{a,\n url = {u}\n pdf = {p},\n}",
        {"url": "u", "pdf": "p"},
        ["2: a: no comma after 'url'; read as if it were there"],
    ),
    "missing comma, quotes": (
        '@misc{a, url = "u" pdf = {p}}',
        {"url": "u", "pdf": "p"},
        ["1: a: no comma after 'url'; read as if it were there"],
    ),
    "missing comma after the key": (
        "@misc{a\n title = {1}}",
        {"title": "1"},
        ["1: a: no comma after the key; read as if it were there"],
    ),
    "missing equals sign": (
        "@misc{a, title {1}, year = 2000}",
        {"title": "1", "year": "2000"},
        ["1: a: no '=' after 'title'; read as if it were there"],
    ),
    "missing value": (
        "@misc{a, title = , year = 2000}",
        {"title": "", "year": "2000"},
        ["1: a: 'title' has no value; read as empty"],
    ),
    "missing value at the end": (
        "@misc{a, year = 2000, note =\n}",
        {"year": "2000", "note": ""},
        ["1: a: 'note' has no value; read as empty"],
    ),
    "missing value before a line": (
        "@misc{a,\n note =\n year = 2000\n}",
        {"note": "", "year": "2000"},
        ["2: a: 'note' has no value; read as empty"],
    ),
    "missing delimiters": (
        "@misc{a, journal = Some Journal, year = 2000}",
        {"journal": "Some Journal", "year": "2000"},
        ["1: a: the value of 'journal' has no delimiters; kept as text"],
    ),
    "missing opening brace": (
        "@misc{a,\n title = One two},\n year = 2000\n}",
        {"title": "One two", "year": "2000"},
        ["2: a: the value of 'title' has no delimiters; kept as text"],
    ),
    "missing closing brace": (
        "@misc{a,\n title = {One {two},\n year = {2000}\n}",
        {"title": "One {two}", "year": "2000"},
        ["2: a: the braces or quotes of 'title' do not balance; taken up to the next field"],
    ),
    "missing closing quote": (
        '@misc{a,\n title = "One,\n year = {2000}\n}',
        {"title": "One", "year": "2000"},
        ["2: a: the braces or quotes of 'title' do not balance; taken up to the next field"],
    ),
    "quotes inside of quotes": (
        '@misc{a,\n title = "One "two" three",\n year = {2000}\n}',
        {"title": 'One "two" three', "year": "2000"},
        ["2: a: the braces or quotes of 'title' do not balance; taken up to the next field"],
    ),
    "math swallows a brace": (
        '@misc{a,\n note = "{Of $\\mathcal{A \\otimes M(\\mathbb{C})$.}",\n year = {2000}\n}',
        {"note": "{Of $\\mathcal{A \\otimes M(\\mathbb{C})$.}", "year": "2000"},
        ["2: a: the braces or quotes of 'note' do not balance; taken up to the next field"],
    ),
    "a closing brace too many": (
        "@misc{a,\n title = {One}},\n year = 2000\n}",
        {"title": "One", "year": "2000"},
        ["2: a: a closing brace too many; read on behind it"],
    ),
    "missing end": (
        "@misc{a,\n title = {One},\n",
        {"title": "One"},
        ["2: a: the closing brace is missing; read up to the next entry"],
    ),
    "broken off": (
        "@misc{a,\n title = {One},\n note = {And the\n",
        {"title": "One", "note": "And the"},
        ["3: a: the braces or quotes of 'note' do not balance; taken up to the next field"],
    ),
    "missing brace of the entry": (
        "@misca,\n title = {One}\n}",
        {"title": "One"},
        ["1: a: no brace after '@misc'; read as if it were there"],
    ),
    "junk": (
        "@misc{a, title = {One}, !!, year = 2000}",
        {"title": "One", "year": "2000"},
        ["1: a: '!!' is neither a field nor a comment; left out"],
    ),
    "blanks in a field name": (
        "@misc{a, scholar id = {x}}",
        {"scholar_id": "x"},
        ["1: a: blanks in the field name 'scholar id'; read as 'scholar_id'"],
    ),
    "repeated field": (
        "@misc{a, pdf = {}, title = {1},\n pdf = {x}}",
        {"pdf": "x", "title": "1"},
        ["2: a: the field 'pdf' is repeated; the first with a value was kept"],
    ),
    "repeated field, both filled": (
        "@misc{a, year = {1}, Year = {2}}",
        {"year": "1"},
        ["1: a: the field 'year' is repeated; the first with a value was kept"],
    ),
    "misspelt type": (
        "@inproceeding{a, title = {1}}",
        {"title": "1"},
        ["1: a: unknown type '@inproceeding'; read as '@inproceedings'"],
    ),
    "key with blanks": (
        "@misc{a b  c, title = {1}}",
        {"title": "1"},
        ["1: a b c: blanks or braces in the key, which LaTeX cannot cite; kept"],
    ),
}


def shown(library: Library) -> list[str]:
    return [str(problem).removeprefix("f.bib:") for problem in library.problems]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_fields_and_messages(case: str) -> None:
    text, fields, messages = CASES[case]
    library = parse(text, "f.bib")
    assert len(library.entries) == 1
    assert library.entries[0].fields == fields
    assert list(library.entries[0].fields) == list(fields), "the order of the file"
    assert shown(library) == messages


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reading_resumes(case: str) -> None:
    text, fields, messages = CASES[case]
    library = parse(f"{text}\n{GOOD}", "f.bib")
    assert [entry.fields for entry in library.entries] == [fields, {"title": "After"}]
    assert len(library.problems) == len(messages)


def test_entries_stand_on_their_lines_with_their_text() -> None:
    first = "@misc{a,\n  title = {One}, % why\n}"
    library = parse(f"x\n{first}\n\n@book{{b, title={{2}}}} @book{{c, title={{3}}}}", "f.bib")
    assert [(entry.key, entry.line) for entry in library.entries] == [("a", 2), ("b", 6), ("c", 6)]
    assert library.entries[0].source == first
    assert library.entries[0].file == "f.bib"


@pytest.mark.parametrize(
    "key", ["DBLP:conf/a/B-C+d'e", "müller2020", "10.1000/x(1)", "a_b.c", "王2020", "a#1", "a%2Fb"]
)
def test_any_key(key: str) -> None:
    library = parse(f"@misc{{{key}, title = {{1}}}}", "f.bib")
    assert [entry.key for entry in library.entries] == [key]
    assert library.problems == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('@misc{, title={The Long Way}, author={M{\\"u}ller, Ann}, year=2001}', "muller2001long"),
        ("@misc{\n title={Way Out}, author={Ann Roe and Bob Doe}, date={1999-05}}", "roe1999way"),
        ("@misc{, title={道}, author={王小明}, year=2001}", "200112ec59"),
        ("@misc{}", "misc"),
    ],
)
def test_missing_keys_are_made_up(text: str, key: str) -> None:
    library = parse(text, "f.bib")
    assert shown(library) == [f"1: {key}: the entry has no key; '{key}' was made up"]


def test_made_up_keys_leave_written_ones_alone() -> None:
    library = parse("@misc{, title={Long}}\n@misc{long, title={x}}\n@misc{, title={Long}}", "f")
    assert [entry.key for entry in library.entries] == ["long-2", "long", "long-3"]


def test_repeated_keys_keep_both() -> None:
    library = parse("@misc{a, year=1}\n@misc{a, year=2}\n@misc{a-3, year=3}\n@misc{a, year=4}", "f")
    assert [entry.key for entry in library.entries] == ["a", "a-2", "a-3", "a-4"]
    assert shown(library) == [
        "f:2: a-2: the key 'a' is taken; this one is 'a-2'",
        "f:4: a-4: the key 'a' is taken; this one is 'a-4'",
    ]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("InProceedings", "inproceedings"),
        ("conference", "conference"),
        ("online", "online"),
        ("mvbook", "mvbook"),
        ("artcle", "article"),
        ("phdtheses", "phdthesis"),
        ("generic", "generic"),
        ("whatever", "whatever"),
    ],
)
def test_types(written: str, kind: str) -> None:
    assert parse(f"@{written}{{a, year=1}}", "f").entries[0].type == kind


PROCEEDINGS = (
    "@proceedings{Proc,\n title = {Vol}, subtitle = {Sub}, editor = {E, E}, year = 2000,"
    " doi = {10.1/vol}, url = {u}}\n"
)


def fields_of(text: str) -> dict[str, str]:
    return parse(text, "f").entries[0].fields


def test_crossref() -> None:
    fields = fields_of("@inproceedings{a, title={T}, year={}, crossref={proc}}\n" + PROCEEDINGS)
    assert fields == {
        "title": "T",
        "year": "2000",
        "crossref": "proc",
        "editor": "E, E",
        "booktitle": "Vol",
        "booksubtitle": "Sub",
    }


def test_crossref_leaves_own_fields_alone() -> None:
    own = "@incollection{a, title={T}, booktitle={Own}, crossref={Proc}}\n"
    assert fields_of(own + PROCEEDINGS)["booktitle"] == "Own"


def test_crossref_of_a_chain_and_xdata() -> None:
    fields = fields_of(
        "@inbook{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={c}, xdata={x}}\n"
        "@mvbook{c, title={C}, year=1}\n@xdata{x, publisher={P}}"
    )
    assert (fields["booktitle"], fields["maintitle"]) == ("B", "C")
    assert (fields["year"], fields["publisher"]) == ("1", "P")


def test_crossref_to_nothing_and_in_circles() -> None:
    library = parse("@book{a, crossref={no}}\n@book{b, crossref={c}}\n@book{c, crossref={b}}", "f")
    assert shown(library) == [
        "f:1: a: takes fields from 'no', which is not in the file; ignored",
        "f:3: c: inherits from itself by way of 'b'; cut",
    ]


def test_long_chains_need_no_recursion() -> None:
    links = [f"@book{{k{i}, crossref={{k{i + 1}}}}}\n" for i in range(3000)]
    assert fields_of("".join(links) + "@book{k3000, year=1}")["year"] == "1"


@pytest.mark.parametrize(
    ("data", "title", "message"),
    [
        (b"\xef\xbb\xbf@misc{a, title={\xc3\xbc}}", "ü", None),
        (b"@misc{a, title={\xfc}}", "ü", "f:1: this line is not UTF-8; read as Latin-1"),
        (
            b"% \xc3\xbc\n% \xfc\n@misc{a, title={\x93\xfc\x94}}",
            "“ü”",
            "f:2: this line and 1 more are not UTF-8; read as Latin-1",
        ),
        ("@misc{a, title={ü}}".encode("utf-16"), "ü", None),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, title: str, message: str | None) -> None:
    (tmp_path / "f.bib").write_bytes(data)
    library = read(tmp_path / "f.bib", "f")
    assert library.entries[0].fields["title"] == title
    assert [str(problem) for problem in library.problems] == ([message] if message else [])


NO_ENTRY = "f: holds no entry: none begins with '@type{key,'"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!doctype html>\n<p>Log in to see papers.bib</p>", f"{NO_ENTRY}; this is a web page"),
        ("article{roe2020, title = {The sign is missing}}", NO_ENTRY),
        ("see below\n", NO_ENTRY),
        ("", ""),
        ("\n \n", ""),
        ("\ufeff% @article{x,\n%  title = {y}\n% }\n", ""),
        ("---\n---\n\n", ""),
        ("@comment{jabref-meta: databaseType:bibtex;}\n", ""),
        ('@preamble{"\\newcommand{\\noop}[1]{}"}\n', ""),
        ("@string{nat = {Nature}}\n", ""),
    ],
)
def test_a_file_without_an_entry(text: str, said: str) -> None:
    library = parse(text, "f")
    assert library.entries == ()
    assert shown(library) == ([said] if said else [])
