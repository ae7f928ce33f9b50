"""RIS of several programs becomes what a BibTeX file would have held."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_academic.bibliography import ris
from mkdocs_academic.bibliography.entry_types import KNOWN_TYPES
from mkdocs_academic.bibliography.ris_tags import FROM_TYPE, OTHER, TO_TYPE

DATA = Path(__file__).parent / "data"

ARTICLE = {
    "title": "Why Water flows \\& more",
    "journal": "Journal of Invented Results",
    "shortjournal": "J. Inv. Res.",
    "author": "{The Consortium} and van der Berg, Jan and Doe, Jr., John",
    "year": "2021",
    "month": "October",
    "date": "2021-10-05",
    "pages": "101--117",
    "issn": "1234-5679",
    "url": "https://journal.example/a%7Eb",
    "volume": "12",
    "number": "3",
    "doi": "10.1234/jir.2021.007",
    "abstract": "Water is wet.",
    "keywords": "water, flow",
    "note": "A remark",
    "ris_ur": "https://mirror.example/x",
    "ris_l1": "file:///C:/papers/x.pdf",
    "ris_zz": "kept",
}


def fields(*lines: str, kind: str = "JOUR") -> dict[str, str]:
    """Read one reference and return its fields."""
    text = "\n".join([f"TY  - {kind}", *lines, "ER  - "])
    (entry,), problems = ris.parse(text, "x")
    assert not problems
    return entry.fields


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_messy(tmp_path: Path, end: str, encoding: str) -> None:
    text = (DATA / "messy.ris").read_text("utf-8")
    file = tmp_path / "x.ris"
    file.write_bytes(text.replace("\n", end).encode(encoding))
    entries, problems = ris.read(file, "x.ris")
    article, thesis, paper = entries
    assert (article.type, article.line) == ("article", 3)
    assert article.fields == ARTICLE
    assert (thesis.key, thesis.type, thesis.line) == ("doe2019thesis", "phdthesis", 28)
    assert thesis.fields == {
        "title": "A Thesis", "author": "Doe, Jane", "year": "2019", "month": "Spring",
        "school": "University of Nowhere",
    }  # fmt: skip
    assert (paper.key, paper.type) == ("one", "inproceedings")
    assert paper.fields == {
        "title": "One", "author": "张, 伟", "booktitle": "Proc. of Everything",
        "eventtitle": "Everything 2020", "pages": "3--9", "year": "2020", "month": "July",
    }  # fmt: skip
    assert [str(problem) for problem in problems] == [
        "x.ris:34: the reference before it has no 'ER  - '; it ends here",
        "x.ris:34: the reference has no 'ER  - '; read to the end",
    ]


def test_latin_1(tmp_path: Path) -> None:
    file = tmp_path / "x.ris"
    file.write_bytes(
        "TY  - BOOK\r\nAU  - Müller, Zoë\r\nTI  - Über\r\nER  - \r\n".encode("latin-1")
    )
    (entry,), (problem,) = ris.read(file, "x.ris")
    assert entry.fields == {"title": "Über", "author": "Müller, Zoë"}
    assert "Latin-1" in problem.message


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["AU  - Kim, J.", "AU  - Kim, J."], {"author": "Kim, J. and Kim, J."}),
        (["AU  - Kim, J.", "A1  - Kim, J."], {"author": "Kim, J."}),
        (["AU  - Jane van Roe"], {"author": "van Roe, Jane"}),
        (["AU  - Plato"], {"author": "Plato"}),
        (["AU  - The Long Name of some Body"], {"author": "{The Long Name of some Body}"}),
        (["AU  - Body, Inc.,"], {"author": "{Body, Inc.}"}),
        (["AU  - others"], {"author": "others"}),
        (["AU  - Roe, Ann", "N1  - And others: author"], {"author": "Roe, Ann and others"}),
        (["N1  - And others: see below"], {"note": "And others: see below"}),
        (["ED  - Roe, R."], {"editor": "Roe, R."}),
        (["SP  - 12-34"], {"pages": "12--34"}),
        (["SP  - 12–34", "EP  - 34"], {"pages": "12--34"}),
        (["SP  - 12"], {"pages": "12"}),
        (["EP  - 12"], {"pages": "12"}),
        (["SN  - 9780306406157 (print)"], {"isbn": "9780306406157 (print)"}),
        (["SN  - 1234-5679", "SN  - 2345-6780"], {"issn": "1234-5679, 2345-6780"}),
        (["PY  - 2021", "DA  - 2021/10//"], {"year": "2021", "month": "October"}),
        (["PY  - 2021", "DA  - 2024/01/31"], {"year": "2021"}),
        (["DA  - October 5, 2021"], {"year": "2021", "month": "October", "date": "2021-10-05"}),
        (["PY  - 2021///Winter"], {"year": "2021", "month": "Winter"}),
        (["PY  - 2021///"], {"year": "2021"}),
        (["PY  - in press"], {"year": "in press"}),
        (["Y2  - 2022/01/31/"], {"urldate": "2022-01-31"}),
        (["KW  - a; b", "KW  - a"], {"keywords": "a, b"}),
        (["UR  - https://a.example; https://b.example"],
         {"url": "https://a.example", "ris_ur": "https://b.example"}),
        (["L1  - https://a.example/x.pdf"], {"pdf": "https://a.example/x.pdf"}),
        (["M3  - 10.1234/x"], {"doi": "10.1234/x"}),
        (["M3  - Review"], {"type": "Review"}),
        (["DO  - 10.1/a", "DO  - 10.1/b"], {"doi": "10.1/a", "ris_do": "10.1/b"}),
        (["AN  - arXiv:2101.00001 [cs.LG]"], {"eprint": "2101.00001", "archiveprefix": "arXiv"}),
        (["AN  - 77"], {"ris_an": "77"}),
        (["N1  - a", "N1  - b"], {"note": "a; b"}),
        (["TI  - A {b} $x_1$"], {"title": r"A \textbraceleft{}b\textbraceright{} $x_1$"}),
        (["TI - One"], {"title": "One"}),
        (["TI  - One", "AI - based"], {"title": "One AI - based"}),
        (["TI  - "], {}),
        (["TI  -"], {}),
    ],
)  # fmt: skip
def test_tags(lines: list[str], expected: dict[str, str]) -> None:
    assert fields(*lines) == expected


def test_books() -> None:
    assert fields("BT  - A Book", "T2  - A Series", kind="BOOK") == {
        "title": "A Book",
        "series": "A Series",
    }
    assert fields("TI  - A Chapter", "BT  - A Book", "PB  - P", kind="CHAP") == {
        "title": "A Chapter",
        "booktitle": "A Book",
        "publisher": "P",
    }
    assert fields("M3  - Master's thesis", "PB  - U", kind="THES")["school"] == "U"
    assert fields("PB  - I", kind="RPRT") == {"institution": "I"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["x: holds no reference: none begins with 'TY  - '"]),
        ("some text", ["x: holds no reference: none begins with 'TY  - '"]),
        ("TI  - One\nER  - ", ["x:1: no 'TY  - '; read as 'misc'"]),
        ("TY  - JOUT\nID  - k\nER  - ",
         ["x:1: k: unknown type 'JOUT' (did you mean 'JOUR'?); read as 'misc'"]),
        ("TY  - GEN\nID  - k\nER  - \nER  - \nTY  - GEN\nID  - k\nER  - ",
         ["x:5: k-2: the key 'k' is taken; this one is 'k-2'"]),
    ],
)  # fmt: skip
def test_what_is_odd_is_told(text: str, said: list[str]) -> None:
    assert [str(problem) for problem in ris.parse(text, "x").problems] == said


def test_type_tables_agree() -> None:
    assert set(FROM_TYPE.values()) | set(TO_TYPE) <= KNOWN_TYPES
    assert {*TO_TYPE.values(), OTHER} <= set(FROM_TYPE)


@given(st.text(alphabet="TYERAUPSDK  -\r\n1234/,;{}é", max_size=120))
def test_any_text_is_read(text: str) -> None:
    ris.parse(text, "x")
    ris.parse(f"TY  - JOUR\n{text}", "x")
