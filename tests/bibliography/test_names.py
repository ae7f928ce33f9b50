"""Names as people write them in author fields and in YAML."""

from __future__ import annotations

import time

import pytest

from mkdocs_academic.bibliography.marks import take_off
from mkdocs_academic.bibliography.names import Name, annotate, parse, split

# one name as written -> given, prefix, family, suffix
PARTS = [
    ("Ann Roe", ("Ann", "", "Roe", "")),
    ("Roe, Ann", ("Ann", "", "Roe", "")),
    ("Roe,Ann", ("Ann", "", "Roe", "")),
    ("Roe, Ann Marie", ("Ann Marie", "", "Roe", "")),
    ("Ann Marie Roe", ("Ann Marie", "", "Roe", "")),
    ("  Roe ,  Ann  ", ("Ann", "", "Roe", "")),
    ("Roe, Ann,", ("Ann", "", "Roe", "")),
    ("Roe,", ("", "", "Roe", "")),
    ("Roe", ("", "", "Roe", "")),
    ("A. Roe", ("A.", "", "Roe", "")),
    ("A.~B. Roe", ("A. B.", "", "Roe", "")),
    ("A.B. Roe", ("A.B.", "", "Roe", "")),
    ("Roe, A. B.", ("A. B.", "", "Roe", "")),
    ("Roe, AB", ("AB", "", "Roe", "")),
    ("Roe AB", ("AB", "", "Roe", "")),
    ("Roe A", ("A", "", "Roe", "")),
    ("Roe A-B", ("A-B", "", "Roe", "")),
    ("van der Roe PS", ("PS", "van der", "Roe", "")),
    ("Wei XU", ("Wei", "", "XU", "")),
    ("J. K. LI", ("J. K.", "", "LI", "")),
    # particles
    ("Jan van der Roe", ("Jan", "van der", "Roe", "")),
    ("van der Roe, Jan", ("Jan", "van der", "Roe", "")),
    ("Roe, van der, Jan", ("Jan", "van der", "Roe", "")),
    ("Jan {van der Roe}", ("Jan", "", "van der Roe", "")),
    ("{van der Roe}, Jan", ("Jan", "", "van der Roe", "")),
    ("Vincent Van Roe", ("Vincent Van", "", "Roe", "")),
    ("Van Roe, Vincent", ("Vincent", "", "Van Roe", "")),
    ("de la Roe y Doe, Ana", ("Ana", "de la Roe y", "Doe", "")),
    ("Ana de la Roe", ("Ana", "de la", "Roe", "")),
    (r"de la Vall{\'e}e Roe, Ana", ("Ana", "de la", "Vallée Roe", "")),
    (r"Ana de la Vall{\'e}e Roe", ("Ana", "de la", "Vallée Roe", "")),
    ("Jean d'Roe", ("Jean", "", "d'Roe", "")),
    ("ibn Roe, Omar", ("Omar", "ibn", "Roe", "")),
    ("roe", ("", "", "roe", "")),
    ("ann roe", ("", "ann", "roe", "")),
    (r"Ann {\'E}toile", ("Ann", "", "Étoile", "")),
    (r"Ann {\o}stre Roe", ("Ann", "østre", "Roe", "")),
    # Jr and the like
    ("Roe, Jr., Ann", ("Ann", "", "Roe", "Jr.")),
    ("Roe, III, Ann", ("Ann", "", "Roe", "III")),
    ("van Roe, Jr, Ann", ("Ann", "van", "Roe", "Jr")),
    ("Ann Roe Jr.", ("Ann", "", "Roe", "Jr.")),
    ("Ann Roe III", ("Ann", "", "Roe", "III")),
    ("Ann Roe, Jr.", ("Ann", "", "Roe", "Jr.")),
    ("King, Jr., M. L.", ("M. L.", "", "King", "Jr.")),
    ("Vee, III, John", ("John", "", "Vee", "III")),
    ("John Vee, III", ("John", "", "Vee", "III")),
    # an initial is no number
    ("Petrov, V.", ("V.", "", "Petrov", "")),
    ("{Petrov}, V.", ("V.", "", "Petrov", "")),
    ("Smith, I.", ("I.", "", "Smith", "")),
    ("de la Roe, V.", ("V.", "de la", "Roe", "")),
    ("Petrov, VI.", ("VI.", "", "Petrov", "")),
    ("Xu, V", ("V", "", "Xu", "")),
    ("Lee, V. C.", ("V. C.", "", "Lee", "")),
    ("Roe, Ann, PhD", ("Ann", "", "Roe", "PhD")),
    ("Smith, V., Jr.", ("V.", "", "Smith", "Jr.")),
    ("Smith, V, III", ("V", "", "Smith", "III")),
    ("Smith, Jr., V.", ("V.", "", "Smith", "Jr.")),
    ("{Smith}, John, V", ("John", "", "Smith", "V")),
    ("{Smith}, John, Md.", ("John", "", "Smith", "Md.")),
    ("Hossain, Md.", ("Md.", "", "Hossain", "")),
    ("Al Mamun, Md.", ("Md.", "", "Al Mamun", "")),
    ("Popov, Iv.", ("Iv.", "", "Popov", "")),
    ("John Smith, IV.", ("John", "", "Smith", "IV.")),
    ("Ann Roe, M.D.", ("Ann", "", "Roe", "M.D.")),
    ("Islam, M.D.", ("M.D.", "", "Islam", "")),
    ("Petrov, II", ("II", "", "Petrov", "")),
    ("Roe, Jr.", ("", "", "Roe", "Jr.")),
    # LaTeX
    (r"M{\"u}ller, J{\"o}rg", ("Jörg", "", "Müller", "")),
    (r"J\"org M\"uller", ("Jörg", "", "Müller", "")),
    (r"Ni\~no, Zo{\"e}", ("Zoë", "", "Niño", "")),
    (r"D{\~u}ng Nguy{\~{\^e}}n", ("Dũng", "", "Nguyễn", "")),
    (r"{\O}stergaard, {\AA}ge", ("Åge", "", "Østergaard", "")),
    (r"Fran{\c c}ois Roe", ("François", "", "Roe", "")),
    (r"\'Emile Ciss\'e", ("Émile", "", "Cissé", "")),
    (r"\textbf{Ann Roe}", ("Ann", "", "Roe", "")),
    (r"\textbf{Roe}, \textbf{Ann}", ("Ann", "", "Roe", "")),
    (r"{\bf Roe, Ann}", ("Ann", "", "Roe", "")),
    (r"\underline{Roe}, Ann", ("Ann", "", "Roe", "")),
    ("<b>Ann Roe</b>", ("Ann", "", "Roe", "")),
    ("**Ann Roe**", ("Ann", "", "Roe", "")),
    ("O'Roe, Pat", ("Pat", "", "O'Roe", "")),
    ("Jean-Pierre Roe", ("Jean-Pierre", "", "Roe", "")),
    ("Ann Roe-Doe", ("Ann", "", "Roe-Doe", "")),
    ("Анна Ро", ("Анна", "", "Ро", "")),
    # biblatex's extended names
    ("given=Ann, family=Roe", ("Ann", "", "Roe", "")),
    ("family=Roe, given=Ann, given-i=A", ("Ann", "", "Roe", "")),
    (
        "given=Hans, prefix=von, useprefix=true, family={de Roe}, suffix=Jr",
        ("Hans", "von", "de Roe", "Jr"),
    ),
    ("Ann Roe 0002", ("Ann", "", "Roe", "")),
    ("Bo Roe (张铂)", ("Bo", "", "Roe", "")),
    ("Roe, Bo (张铂)", ("Bo", "", "Roe", "")),
    # East Asian: the family name first
    ("田中 太郎", ("太郎", "", "田中", "")),
    ("田中, 太郎", ("太郎", "", "田中", "")),
    ("王，小明", ("小明", "", "王", "")),
    ("김 철수", ("철수", "", "김", "")),
]


@pytest.mark.parametrize(("written", "wanted"), PARTS)
def test_parts(written: str, wanted: tuple[str, str, str, str]) -> None:
    name = parse(written)
    assert (name.given, name.prefix, name.family, name.suffix) == wanted


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("王小明, 李明轩", ["王小明", "李明轩"]),
        ("王小明#, 李明轩#*", ["王小明", "李明轩"]),
        ("王小明$^{1,2}$，李明轩$^1$", ["王小明", "李明轩"]),
        ("王小明, 李雷 and 赵六", ["王小明", "李雷", "赵六"]),
        ("歐陽修, 司馬光", ["歐陽修", "司馬光"]),
        ("王青松, 李明轩", ["王青松", "李明轩"]),
        ("王明, 诸葛孔明", ["王明", "诸葛孔明"]),
        ("김철수, 이영희", ["김철수", "이영희"]),
        ("王小明$^1,2,*$", ["王小明"]),
        # family and given name of one
        ("王, 小明", ["王小明"]),
        ("欧阳, 修", ["欧阳修"]),
        ("欧阳, 娜娜", ["欧阳娜娜"]),
        ("田中, 太郎", ["田中太郎"]),
        ("高見沢, 康彦", ["高見沢康彦"]),
        ("金田一, 和彦", ["金田一和彦"]),
        ("石川, 康太郎", ["石川康太郎"]),
        ("高安, 江里子", ["高安江里子"]),
        ("長谷川, 健太郎", ["長谷川健太郎"]),
        ("佐々木, 希", ["佐々木希"]),
        ("남궁, 민수", ["남궁민수"]),
        ("王明, 李雷", ["王明李雷"]),  # it may be either: a warning tells of it
    ],
)
def test_commas_between_east_asian_names(written: str, people: list[str]) -> None:
    assert [name.full for name in split(written)[0]] == people


@pytest.mark.parametrize(
    "written",
    ["رضایی، سارا and احمدی، علی", "رضایی، سارا؛ احمدی، علی", "رضایی, سارا and علی احمدی"],
)
def test_the_comma_of_arabic_is_one(written: str) -> None:
    assert [(one.family, one.given) for one in split(written)[0]] == [
        ("رضایی", "سارا"),
        ("احمدی", "علی"),
    ]
    assert parse("رضایی، سارا").family == "رضایی"


@pytest.mark.parametrize(
    "whole",
    [
        "{The Roe Collaboration}",
        "{Roe and Doe}",
        r"{Universit{\"a}t Roe}",
        "{Roe, Doe, & Co.}",
        "王小明",
        "欧阳娜娜",
        "たなか",
        "ロー・アン",
        "김철수",
    ],
)
def test_whole_names_are_never_split(whole: str) -> None:
    names, others = split(whole)
    assert not others
    assert [name.full for name in names] == [name.literal for name in names]
    assert [name.family for name in names] == [name.literal for name in names]
    assert len(names) == 1


@pytest.mark.parametrize(
    ("written", "full", "order", "initials"),
    [
        (
            "van der Roe, Jr., Jan Piet",
            "Jan Piet van der Roe, Jr.",
            "van der Roe, Jr., Jan Piet",
            "J. P.",
        ),
        ("Jean-Pierre Roe", "Jean-Pierre Roe", "Roe, Jean-Pierre", "J.-P."),
        ("Roe AB", "AB Roe", "Roe, AB", "A. B."),
        ("A.B. Roe", "A.B. Roe", "Roe, A.B.", "A. B."),
        ("Roe, élise", "élise Roe", "Roe, élise", "É."),
        ("Roe, Jan de la", "Jan de la Roe", "Roe, Jan de la", "J. de la"),
        ("Roe, Bo (张铂)", "Bo Roe (张铂)", "Roe, Bo", "B."),
        ("王, 小明", "王小明", "王, 小明", "小明"),
        ("田中 太郎", "田中 太郎", "田中, 太郎", "太郎"),
        ("王小明", "王小明", "王小明", ""),
        ("{Roe Inc.}", "Roe Inc.", "Roe Inc.", ""),
    ],
)
def test_ways_to_show(written: str, full: str, order: str, initials: str) -> None:
    name = parse(written)
    assert (name.full, name.sort, name.initials) == (full, order, initials)


# author field -> names in order of display, and others
LISTS = [
    ("", [], False),
    ("Roe, Ann and Doe, Bob", ["Ann Roe", "Bob Doe"], False),
    ("Ann Roe AND Bob Doe And C. Fox", ["Ann Roe", "Bob Doe", "C. Fox"], False),
    ("Ann Roe\n   and\n   Bob Doe", ["Ann Roe", "Bob Doe"], False),
    ("Ann Roe and others", ["Ann Roe"], True),
    ("Ann Roe and Others", ["Ann Roe"], True),
    ("Roe, Ann and et al.", ["Ann Roe"], True),
    ("Roe, Ann et al.", ["Ann Roe"], True),
    ("Ann Roe, et al", ["Ann Roe"], True),
    ("王小明 and 李雷, 等", ["王小明", "李雷"], True),
    ("Ann Roe and and Bob Doe", ["Ann Roe", "Bob Doe"], False),
    ("and Ann Roe and ", ["Ann Roe"], False),
    ("Ann Roe and {} and Bob Doe", ["Ann Roe", "Bob Doe"], False),
    ("Ann Roe and , and Bob Doe", ["Ann Roe", "Bob Doe"], False),
    ("Anders Land and Ferdinand Andrews", ["Anders Land", "Ferdinand Andrews"], False),
    ("{Roe and Doe} and Ann Fox", ["Roe and Doe", "Ann Fox"], False),
    ("{{The Roe} Group and Sons} and A Fox", ["The Roe Group and Sons", "A Fox"], False),
    ("{Roe, Ann and Doe, Bob}", ["Ann Roe", "Bob Doe"], False),
    ("Roe, A., Doe, B., Fox, C. D.", ["A. Roe", "B. Doe", "C. D. Fox"], False),
    ("Ann Roe, Bob Doe, Cem Fox", ["Ann Roe", "Bob Doe", "Cem Fox"], False),
    ("Ann Roe, Bob Doe, and Cem Fox", ["Ann Roe", "Bob Doe", "Cem Fox"], False),
    (
        "Ann Roe, Bob Doe, Cem Fox and Dee Hill",
        ["Ann Roe", "Bob Doe", "Cem Fox", "Dee Hill"],
        False,
    ),
    (r"Ann Roe, Bob Doe \& Cem Fox", ["Ann Roe", "Bob Doe", "Cem Fox"], False),
    ("Roe AB, Doe C, Fox DE", ["AB Roe", "C Doe", "DE Fox"], False),
    ("Roe AB, Doe CD", ["AB Roe", "CD Doe"], False),
    ("Roe, Ann; Doe, Bob", ["Ann Roe", "Bob Doe"], False),
    ("Ann Roe; Bob Doe; Cem Fox", ["Ann Roe", "Bob Doe", "Cem Fox"], False),
    ("Ann M&uuml;ller and Bob Doe", ["Ann Müller", "Bob Doe"], False),
    ("Roe, Adri, and Doe-Fox, Cris", ["Adri Roe", "Cris Doe-Fox"], False),
    ("Roe Doe, Ana Luz", ["Ana Luz Roe Doe"], False),
    ("van Roe, Jan and Ann Doe", ["Jan van Roe", "Ann Doe"], False),
    ("given=Ann, family=Roe and Bob Doe", ["Ann Roe", "Bob Doe"], False),
    ("Ann Roe & Bob Doe", ["Ann Roe", "Bob Doe"], False),
    (r"Roe \& Doe", ["Roe & Doe"], False),
    ("王小明，李雷，张三", ["王小明", "李雷", "张三"], False),
    ("王小明、李雷", ["王小明", "李雷"], False),
    ("王小明，李雷", ["王小明", "李雷"], False),
    ("王小明, 李雷, 张三, 李四", ["王小明", "李雷", "张三", "李四"], False),
    ("王, 小明", ["王小明"], False),
    ("张三 and 李四 and 王小明", ["张三", "李四", "王小明"], False),
    (r"{\'E}lise Roe and {\'E}tienne Doe", ["Élise Roe", "Étienne Doe"], False),
    ("Ann {Roe and Bob Doe", ["Ann Roe and Bob Doe"], False),
]


@pytest.mark.parametrize(("field", "wanted", "others"), LISTS)
def test_lists(field: str, wanted: list[str], others: bool) -> None:
    names, more = split(field)
    assert ([name.full for name in names], more) == (wanted, others)


# a name with marks glued to it -> the name, the marks
MARKS = [
    ("Li*", "Li", ["*"]),
    ("Roe*†, A.", "A. Roe", ["*", "†"]),
    ("Ann Roe*", "Ann Roe", ["*"]),
    ("Ann Roe *", "Ann Roe", ["*"]),
    ("*Ann Roe", "Ann Roe", ["*"]),
    (r"Ann Roe\*", "Ann Roe", ["*"]),
    ("Ann Roe#", "Ann Roe", ["#"]),
    (r"Ann Roe\#", "Ann Roe", ["#"]),
    ("Ann Roe+", "Ann Roe", ["+"]),
    ("Ann Roe✉", "Ann Roe", ["✉"]),
    ("Ann Roe✉\ufe0f", "Ann Roe", ["✉"]),
    ("Ann Roe‡", "Ann Roe", ["‡"]),
    ("Ann Roe¹", "Ann Roe", ["1"]),
    ("Ann Roe^1", "Ann Roe", ["1"]),
    ("Ann Roe^{1,2}", "Ann Roe", ["1", "2"]),
    ("Ann Roe^(corr.)", "Ann Roe", ["corr."]),
    ("Ann Roe$^*$", "Ann Roe", ["*"]),
    (r"Roe$^\dagger$, Ann", "Ann Roe", ["†"]),
    (r"Roe$^{\dagger}$, Ann", "Ann Roe", ["†"]),
    (r"Roe$^{1,\ast}$, Ann", "Ann Roe", ["1", "*"]),
    (r"Roe$^{*,\ddagger}$, Ann", "Ann Roe", ["*", "‡"]),
    (r"Roe\textsuperscript{*}, Ann", "Ann Roe", ["*"]),
    (r"Ann Roe\textsuperscript{1,2}", "Ann Roe", ["1", "2"]),
    (r"Ann Roe\dag", "Ann Roe", ["†"]),
    (r"Ann Roe{\dag}", "Ann Roe", ["†"]),
    ("Ann Roe<sup>*</sup>", "Ann Roe", ["*"]),
    (r"\textbf{Roe$^*$}, \textbf{Ann}", "Ann Roe", ["*"]),
    ("Ann Roe* and more", "more", None),
    ("王小明*", "王小明", ["*"]),
    (r"M{\^e}ller, Ann", "Ann Mêller", []),
    (r"\~Ann Roe", "Ãnn Roe", []),
]


def test_marks_that_do_not_end_take_no_time() -> None:
    begin = time.process_time()
    take_off("<sup>" * 10_000)
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(("written", "full", "marks"), MARKS)
def test_marks(written: str, full: str, marks: list[str] | None) -> None:
    names, _ = split(written)
    assert names[-1].full == full
    assert marks is None or list(names[-1].marks) == marks


def test_annotations() -> None:
    names, _ = split("Roe, Ann and Doe, Bob and Fox, Cem")
    annotated = annotate(names, r'1=first; 2:family={x}, corresponding;3:given:1="eq\"ual";9=none')
    assert [name.annotations for name in annotated] == [
        ("first",),
        ("x", "corresponding"),
        ("eqüal",),
    ]
    assert annotate(names, "") == names


def test_annotations_leave_everything_else() -> None:
    name = Name("Roe", "Ann", marks=("*",))
    assert annotate([name], "1=equal") == (
        Name("Roe", "Ann", marks=("*",), annotations=("equal",)),
    )
