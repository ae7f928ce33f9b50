"""Who is who: every spelling finds the person, nobody else is taken for them."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography.given_names import joined, read_given
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.names import Name, parse, split

SAME = [
    ("Ann Roe", ["Ann Roe", "Roe, Ann", "A. Roe", "Roe, A.", "Roe A", "ANN ROE", "Roe, Ann*"]),
    ("Ann Roe", ["Ann M. Roe", "Ann Marie Roe", "Roe, A. M.", "Roe AM", r"\textbf{Ann Roe}"]),
    ("Ann Marie Roe", ["Ann Roe", "A. Roe", "A. M. Roe", "A.M. Roe", "Ann M. Roe", "Roe AM"]),
    ("Vera Roe", ["Roe, V.", "Roe, V", "V. Roe"]),
    ("A. M. Roe", ["Ann Marie Roe", "Ann Roe", "A. Roe"]),
    ("Zhang Ming", ["Z. Ming", "Ming, Z.", "Ming, Z", "Ming Z", "Zhang Ming"]),
    (
        "Jörg Müller",
        ["Jorg Muller", "Joerg Mueller", r"J{\"o}rg M{\"u}ller", "J. Mueller", "Müller J"],
    ),
    ("Jorg Muller", ["Jörg Müller"]),
    ("Joerg Mueller", ["Jörg Müller"]),
    ("Søren Ærø", ["Soren Aero", "Soeren Aeroe", r"S{\o}ren {\AE}r{\o}", "S. Ærø"]),
    ("Łukasz Đorić", ["Lukasz Doric", "Lukasz Djoric", r"{\L}ukasz {\DJ}ori\'c"]),
    ("Hans Groß", ["Hans Gross", r"Hans Gro{\ss}", "HANS GROSS"]),
    ("Dũng Nguyễn", ["Dung Nguyen", "D. Nguyen"]),
    ("İlker Yıldız", ["Ilker Yildiz", "I. Yildiz"]),
    (
        "Jean-Pierre Roe",
        ["J.-P. Roe", "J.P. Roe", "JP Roe", "J. Roe", "Jean Pierre Roe", "Roe, Jean-P."],
    ),
    ("Xiao-Ming Li", ["Xiaoming Li", "Xiao Ming Li", "X.-M. Li", "X. M. Li", "X. Li", "Li XM"]),
    ("Xiaoming Li", ["Xiao-Ming Li", "X.-M. Li"]),
    (
        "Jan van der Roe",
        ["van der Roe, Jan", "Roe, Jan van der", "Roe, van der, Jan", "J. Vanderroe"],
    ),
    (
        "Jan van der Roe",
        ["Jan Van Der Roe", "Van der Roe, J.", "J van der Roe", "{van der Roe}, Jan"],
    ),
    ("Ana de la Roe", ["de la Roe, A.", "De La Roe, Ana"]),
    ("Pat O'Roe", ["O’Roe, Pat", "ORoe, P."]),
    ("Ann Roe-Doe", ["Ann Roe Doe", "Roe Doe, Ann", "A. Roe–Doe"]),
    ("Ann Roe", ["Ann Roe, Jr."]),
    ("Yuri Roe", ["Yu. Roe"]),
    ("王小明", ["王小明", "王 小明", "王, 小明"]),
    ("Bo Roe (张铂)", ["Bo Roe", "张铂", "B. Roe"]),
    ("Bo (Bob) Roe", ["Bo Roe"]),
    ("Bo Roe<br>(张铂)", ["Bo Roe", "张铂"]),
    ("{The Roe Group}", ["{The Roe Group}", "{the ROE group}"]),
    ("Plato", ["Plato"]),
    ("Mingxuan Li", ["LI Mingxuan", "LI Mingxuan*"]),
    ("LI Mingxuan", ["Mingxuan Li", "Li, Mingxuan", "M. Li", "LI Mingxuan"]),
    ("سارا رضایی", ["سارا رضائي", "رضایی، سارا", "رضائي, سارا"]),
    ("أكرم كاظمي", ["اکرم کاظمی"]),
]

DIFFERENT = [
    ("Zhang Ming", ["Zhangqiang Ming", "Zhan Ming", "Q. Ming", "Ming Zhang", "Zhang Ling"]),
    ("Rui Wang", ["Ruiqi Wang", "Rui-Qi Wang", "Ru Wang", "Q. Wang", "Rui Wan"]),
    ("Ruiqi Wang", ["Rui Wang"]),
    ("Xu Ming", ["Xue Ming"]),
    ("Ming Xu", ["Ming Xue"]),
    ("Ann Marie Roe", ["Ann Beth Roe", "A. B. Roe", "Beth Roe"]),
    ("Ann Roe", ["Roe", "Roe Ann", "Ann Doe", "Bob Roe", "Anna Roe"]),
    ("Jan van der Roe", ["Jan Roe", "Jan van Roe", "Piet van der Roe"]),
    ("Jean-Pierre Roe", ["Jean-Paul Roe", "P. Roe"]),
    ("王小明", ["王小", "王大明", "小明"]),
    ("Plato", ["A. Plato"]),
    ("Mingxuan Li", ["Li Mingxuan", "LI Mingyu", "L. Mingxuan"]),
]


@pytest.mark.parametrize(("name", "written"), [(n, w) for n, all_w in SAME for w in all_w])
def test_the_same(name: str, written: str) -> None:
    assert Identity(name).matches(split(written)[0][0])


@pytest.mark.parametrize(("name", "written"), [(n, w) for n, all_w in DIFFERENT for w in all_w])
def test_not_the_same(name: str, written: str) -> None:
    assert not Identity(name).matches(parse(written))


def test_aliases() -> None:
    identity = Identity("Ann Roe", ["Roe-Doe, Ann", "安娜", "Анна Ро"])
    assert all(map(identity.matches, map(parse, ["A. Roe-Doe", "安娜", "А. Ро", "Ann Roe"])))
    assert not identity.matches(parse("Ann Doe"))


def test_no_name_is_nobody() -> None:
    assert not Identity("").matches(parse("Ann Roe"))
    assert not Identity("").matches(Name(""))
    assert not Identity("---").matches(parse("..."))


def test_a_list_of_people_that_is_read_as_one_name_takes_no_time() -> None:
    assert not joined(read_given("Jörg " * 12))  # each doubles the spellings
    written = f"Müller, {'Jörg; ' * 12}"
    assert Identity(written).matches(parse(written))
    assert not Identity("Käthe Müller").matches(parse(written))
