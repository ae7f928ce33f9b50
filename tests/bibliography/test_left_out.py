"""What `mine` leaves out is told, and names that are nearly the owner's are asked about."""

from __future__ import annotations

import pytest

from mkdocs_academic.bibliography import left_out, names, reader
from mkdocs_academic.bibliography.identity import Identity
from mkdocs_academic.bibliography.known_people import Known, KnownPeople


@pytest.mark.parametrize(
    ("own", "written", "is_near"),
    [
        ("Emmy Noether", r"N{\"o}ther, Emmi", True),
        ("Emmy Noether", "Noether, Amalie Emmy", True),
        ("Emmy Noether", "Noehter, Emmy", True),
        ("Sophia Kowalewski", "Kowalewski, Sofia", True),
        ("Emmy Noether", "Noether, Emmy", False),  # no question
        ("Emmy Noether", "Noether, E.", False),
        ("Emmy Noether", "Noether, Max", False),
        ("Emmy Noether", "Noether, A.", False),
        ("Emmy Noether", "Hilbert, Emmy", False),
        ("Ming Zhang", "Zhang, Meng", False),
        ("Ming Zhang", "Zhang, Minghao", False),
        ("Wei Zhang", "Zheng, Wei", False),
        ("Jin Li", "Li, Yin", False),
        ("Jens Hansen", "Hanson, J.", False),
        ("Jens Hansen", "Hanson, Jens", True),
        ("王伟", "王薇", False),
    ],
)
def test_near_names(own: str, written: str, is_near: bool) -> None:
    assert Identity(own).resembles(names.split(written)[0][0]) == is_near


BIB = r"""@misc{one, author = {N{\"o}ther, Emmi and Roe, Ann}}
@misc{two, author = {Noether, Amalie Emmy}}
@misc{three, author = {Noether, Amalie Emmy}}
@misc{four, author = {Roe, Ann}}
"""


def asked(people: KnownPeople) -> list[str]:
    whose = left_out.Whose("Emmy Noether", Identity("Emmy Noether"), people)
    return [str(one) for one in left_out.questions(reader.parse(BIB, "lab.bib").entries, whose)]


def test_each_name_is_asked_about_once() -> None:
    first = (
        "lab.bib:1: one: is not shown: is 'Emmi Nöther' 'Emmy Noether'? "
        "Then write it into `aliases`"
    )
    second = (
        "lab.bib:2: two: is not shown (and 1 more): is 'Amalie Emmy Noether' 'Emmy Noether'? "
        "Then write it into `aliases`"
    )
    assert asked(KnownPeople()) == [first, second]
    sister = Known("Emmi Noether", Identity("Emmi Noether", ["Emmi Nöther"]))
    assert asked(KnownPeople([sister])) == [second]


def test_which_papers_are_left_out() -> None:
    told = [str(one) for one in left_out.notes(reader.parse(BIB, "lab.bib").entries[2:])]
    assert told == [
        "lab.bib: 2 entries by others are not shown: `mine`",
        "lab.bib:3: three: is by others, and not shown: `mine`",
        "lab.bib:4: four: is by others, and not shown: `mine`",
    ]
